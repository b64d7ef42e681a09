"""SQLite, embedded: connections, statements and the rows they give."""

from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects import sqlite_guard
from interpreter.effects.handles import Resource
from interpreter.effects.libsqlite import (
    DONE, IOERR, MISUSE, NOMEM, OK, ROW, SLOT, TEXT_SLOT, TRANSIENT, SqliteError,
    library)
from interpreter.objects.pace import pace


IOERR_NOMEM = IOERR | 12 << 8

CODE_NAMES = {
    5: 'SQLITE_BUSY', 6: 'SQLITE_LOCKED', 8: 'SQLITE_READONLY',
    10: 'SQLITE_IOERR', 11: 'SQLITE_CORRUPT', 12: 'SQLITE_NOTFOUND',
    13: 'SQLITE_FULL', 14: 'SQLITE_CANTOPEN', 15: 'SQLITE_PROTOCOL',
    17: 'SQLITE_SCHEMA', 18: 'SQLITE_TOOBIG', 19: 'SQLITE_CONSTRAINT',
    20: 'SQLITE_MISMATCH', 23: 'SQLITE_AUTH', 25: 'SQLITE_RANGE',
    26: 'SQLITE_NOTADB',
    275: 'SQLITE_CONSTRAINT_CHECK', 787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    1299: 'SQLITE_CONSTRAINT_NOTNULL',
    1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    1811: 'SQLITE_CONSTRAINT_TRIGGER', 2067: 'SQLITE_CONSTRAINT_UNIQUE',
    2323: 'SQLITE_CONSTRAINT_VTAB', 2579: 'SQLITE_CONSTRAINT_ROWID',
}

# Whatever would be written to temporary files stays in memory.
TEMPORARY = 'PRAGMA temp_store = 2'
# Databases of strangers: damage in a page is found before it is used.
CHECKED = 'PRAGMA cell_size_check = 1'


def code_name(code):
    return CODE_NAMES.get(code, 'SQLITE_ERROR_%d' % code)


class Database(Resource):
    """A connection that does what its sqlite_guard.Guard permits.  Whatever runs
    statements raises Interrupted, a VMError or MemoryError when the run must end."""

    def __init__(self, path, flags, guard):
        """Raises SqliteError."""
        sqlite_guard.load()
        self.connection = lltype.nullptr(rffi.VOIDP.TO)
        self.guard = guard
        guard.open_gate()
        slot = lltype.malloc(SLOT.TO, 1, flavor='raw', zero=True)
        name = rffi.str2charp(path)
        guard.enter()
        try:
            result = intmask(library.open_v2(
                name, slot, rffi.cast(rffi.INT, flags),
                lltype.nullptr(rffi.CCHARP.TO)))
            self.connection = slot[0]
        finally:
            rffi.free_charp(name)
            lltype.free(slot, flavor='raw')
        error = None
        if result != OK:
            error = library.error(self.connection)
        elif not sqlite_guard.restrict(self.connection):
            error = SqliteError('the installed SQLite cannot be restricted',
                                0, '')
        try:
            guard.leave(self.connection)
            if error is not None:
                if error.code != 0:
                    error.msg = error.detail = error.detail + ': ' + path
                raise error
            self.run(TEMPORARY)
            self.run(CHECKED)
        except Exception:
            self.close()
            raise

    def close(self):
        """Statements that still run keep the connection open for
        themselves."""
        if self.connection:
            self.guard.enter()
            library.close_v2(self.connection)
            self.connection = lltype.nullptr(rffi.VOIDP.TO)
            self.guard.end(self.connection)

    def changes(self):
        """How many rows the last change touched."""
        return intmask(library.changes(self.connection))

    def system_error(self):
        """The number of the system's error that failed last, or 0."""
        return intmask(library.system_errno(self.connection))

    def check(self, result):
        """Raise the SqliteError of a result code, unless it is none."""
        result = intmask(result)
        if result == OK or result == ROW or result == DONE:
            return
        if result & 0xff == NOMEM or result == IOERR_NOMEM:
            raise MemoryError
        raise library.error(self.connection)

    def run(self, text):
        """Run a statement, and drop its rows.  Raises SqliteError."""
        statement = self.prepare(text)
        try:
            while statement.step():
                pass
        finally:
            statement.close()

    def prepare(self, text):
        """-> the Statement of a text that has exactly one.  Raises
        SqliteError."""
        source = rffi.str2charp(text)
        try:
            statement, tail = self.prepare_at(source, 0, text)
            if not statement.handle:
                raise SqliteError('bad parameter or other API misuse', MISUSE,
                                  'bad parameter or other API misuse')
            if tail < len(text) and text[tail] != '\x00':
                try:
                    following, _ = self.prepare_at(source, tail, text)
                except Exception:
                    statement.close()
                    raise
                if following.handle:
                    following.close()
                    statement.close()
                    raise SqliteError('Multiple statements provided', 0, '')
            return statement
        finally:
            rffi.free_charp(source)

    def prepare_at(self, source, start, text):
        """-> (Statement, where the next one begins)."""
        slot = lltype.malloc(SLOT.TO, 1, flavor='raw', zero=True)
        tail = lltype.malloc(TEXT_SLOT.TO, 1, flavor='raw', zero=True)
        begin = rffi.ptradd(source, start)
        self.guard.enter()
        try:
            result = intmask(library.prepare_v2(
                self.connection, begin,
                rffi.cast(rffi.INT, len(text) - start), slot, tail))
            statement = Statement(self, slot[0])
            stop = start
            if tail[0]:
                stop += (rffi.cast(lltype.Signed, tail[0])
                         - rffi.cast(lltype.Signed, begin))
        finally:
            lltype.free(slot, flavor='raw')
            lltype.free(tail, flavor='raw')
        error = None
        if result != OK and result & 0xff != NOMEM:
            error = self.error_in(text, start)
        try:
            self.guard.leave(self.connection)
            if error is not None:
                raise error
            self.check(result)
        except Exception:
            statement.close()
            raise
        return statement, stop

    def error_in(self, text, start):
        """The error with its place in the text, if SQLite knows it."""
        error = library.error(self.connection)
        offset = intmask(library.error_offset(self.connection))
        if offset >= 0:
            assert start >= 0
            error.msg = '%s in %s at offset %d' % (error.msg, text[start:],
                                                   offset)
        return error


class Statement(Resource):
    """A prepared statement.  Parameters and columns count from 0."""

    def __init__(self, database, handle):
        self.database = database
        self.handle = handle

    def close(self):
        if self.handle:
            guard = self.database.guard
            guard.enter()
            library.finalize(self.handle)
            self.handle = lltype.nullptr(rffi.VOIDP.TO)
            guard.end(self.database.connection)

    def rewind(self):
        """Make the statement ready to run again, with other parameters."""
        guard = self.database.guard
        guard.enter()
        library.reset(self.handle)
        library.clear_bindings(self.handle)
        guard.end(self.database.connection)

    def parameter_count(self):
        return intmask(library.bind_parameter_count(self.handle))

    def bind_null(self, i):
        self.check(library.bind_null(self.handle,
                                     rffi.cast(rffi.INT, i + 1)))

    def bind_int(self, i, value):
        self.check(library.bind_int64(self.handle,
                                      rffi.cast(rffi.INT, i + 1),
                                      rffi.cast(rffi.LONGLONG, value)))

    def bind_float(self, i, value):
        self.check(library.bind_double(self.handle,
                                       rffi.cast(rffi.INT, i + 1),
                                       rffi.cast(rffi.DOUBLE, value)))

    def bind_text(self, i, value):
        pace.bytes(len(value))
        with rffi.scoped_nonmovingbuffer(value) as data:
            self.check(library.bind_text(
                self.handle, rffi.cast(rffi.INT, i + 1), data,
                rffi.cast(rffi.INT, len(value)),
                rffi.cast(rffi.VOIDP, TRANSIENT)))

    def bind_blob(self, i, value):
        pace.bytes(len(value))
        with rffi.scoped_nonmovingbuffer(value) as data:
            self.check(library.bind_blob(
                self.handle, rffi.cast(rffi.INT, i + 1), data,
                rffi.cast(rffi.INT, len(value)),
                rffi.cast(rffi.VOIDP, TRANSIENT)))

    def check(self, result):
        self.database.check(result)

    def step(self):
        """Whether there is another row.  Raises SqliteError."""
        guard = self.database.guard
        guard.enter()
        result = intmask(library.step(self.handle))
        guard.leave(self.database.connection)
        if result == ROW:
            return True
        self.check(result)
        return False

    def column_names(self):
        count = intmask(library.column_count(self.handle))
        return [rffi.charp2str(library.column_name(
            self.handle, rffi.cast(rffi.INT, i))) for i in range(count)]

    def column_type(self, i):
        return intmask(library.column_type(self.handle,
                                           rffi.cast(rffi.INT, i)))

    def column_int(self, i):
        return intmask(library.column_int64(self.handle,
                                            rffi.cast(rffi.INT, i)))

    def column_float(self, i):
        return float(library.column_double(self.handle,
                                           rffi.cast(rffi.INT, i)))

    def column_bytes(self, i):
        """The bytes of a text or a blob."""
        index = rffi.cast(rffi.INT, i)
        data = library.column_blob(self.handle, index)
        size = intmask(library.column_bytes(self.handle, index))
        if not data or size <= 0:
            return ''
        pace.bytes(size)
        return rffi.charpsize2str(data, size)
