"""SQLite, embedded: connections, statements and the rows they give.

The library is loaded when the first database is opened.
"""

from rpython.rlib.rarithmetic import intmask
from rpython.rtyper.annlowlevel import llhelper
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects import dynlib
from interpreter.effects.handles import Resource
from interpreter.effects.interrupts import Interrupted
from interpreter.objects.errors import VMError
from interpreter.objects.pace import pace


LIBRARY_NAMES = ['libsqlite3.so.0', 'libsqlite3.so', 'libsqlite3.dylib']

OK = 0
MISUSE = 21
ROW = 100
DONE = 101

INTEGER = 1
FLOAT = 2
TEXT = 3
BLOB = 4

OPEN_READWRITE = 0x2
OPEN_CREATE = 0x4
OPEN_URI = 0x40
OPEN_NOFOLLOW = 0x1000000
LIMIT_ATTACHED = 7
BUSY_MS = 5000
# Instructions of SQLite's machine between two looks for interrupts.
LOOK_EVERY = 100000
WORK_OF_A_LOOK = 1 << 20
TRANSIENT = -1

CODE_NAMES = {
    2: 'SQLITE_INTERNAL', 3: 'SQLITE_PERM', 4: 'SQLITE_ABORT',
    5: 'SQLITE_BUSY', 6: 'SQLITE_LOCKED', 7: 'SQLITE_NOMEM',
    8: 'SQLITE_READONLY', 9: 'SQLITE_INTERRUPT', 10: 'SQLITE_IOERR',
    11: 'SQLITE_CORRUPT', 13: 'SQLITE_FULL', 14: 'SQLITE_CANTOPEN',
    17: 'SQLITE_SCHEMA', 18: 'SQLITE_TOOBIG', 19: 'SQLITE_CONSTRAINT',
    20: 'SQLITE_MISMATCH', 26: 'SQLITE_NOTADB',
    275: 'SQLITE_CONSTRAINT_CHECK', 787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    1299: 'SQLITE_CONSTRAINT_NOTNULL',
    1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    1811: 'SQLITE_CONSTRAINT_TRIGGER', 2067: 'SQLITE_CONSTRAINT_UNIQUE',
    2579: 'SQLITE_CONSTRAINT_ROWID',
}

SLOT = rffi.CArrayPtr(rffi.VOIDP)
TEXT_SLOT = rffi.CArrayPtr(rffi.CCHARP)


def function_type(args, result):
    return lltype.Ptr(lltype.FuncType(args, result))


PROGRESS = function_type([rffi.VOIDP], rffi.INT)

# The functions that are used, by name without the prefix.
TYPES = {
    'open_v2': ([rffi.CCHARP, SLOT, rffi.INT, rffi.CCHARP], rffi.INT),
    'close_v2': ([rffi.VOIDP], rffi.INT),
    'extended_result_codes': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'busy_timeout': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'limit': ([rffi.VOIDP, rffi.INT, rffi.INT], rffi.INT),
    'progress_handler': ([rffi.VOIDP, rffi.INT, PROGRESS, rffi.VOIDP],
                         lltype.Void),
    'errmsg': ([rffi.VOIDP], rffi.CCHARP),
    'extended_errcode': ([rffi.VOIDP], rffi.INT),
    'error_offset': ([rffi.VOIDP], rffi.INT),
    'changes': ([rffi.VOIDP], rffi.INT),
    'prepare_v2': ([rffi.VOIDP, rffi.CCHARP, rffi.INT, SLOT, TEXT_SLOT],
                   rffi.INT),
    'finalize': ([rffi.VOIDP], rffi.INT),
    'step': ([rffi.VOIDP], rffi.INT),
    'bind_parameter_count': ([rffi.VOIDP], rffi.INT),
    'bind_null': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'bind_int64': ([rffi.VOIDP, rffi.INT, rffi.LONGLONG], rffi.INT),
    'bind_double': ([rffi.VOIDP, rffi.INT, rffi.DOUBLE], rffi.INT),
    'bind_text': ([rffi.VOIDP, rffi.INT, rffi.CCHARP, rffi.INT,
                   rffi.VOIDP], rffi.INT),
    'column_count': ([rffi.VOIDP], rffi.INT),
    'column_name': ([rffi.VOIDP, rffi.INT], rffi.CCHARP),
    'column_type': ([rffi.VOIDP, rffi.INT], rffi.INT),
    'column_int64': ([rffi.VOIDP, rffi.INT], rffi.LONGLONG),
    'column_double': ([rffi.VOIDP, rffi.INT], rffi.DOUBLE),
    'column_blob': ([rffi.VOIDP, rffi.INT], rffi.CCHARP),
    'column_bytes': ([rffi.VOIDP, rffi.INT], rffi.INT),
}
POINTERS = dict([(name, function_type(args, result))
                 for name, (args, result) in TYPES.items()])


class Library(object):
    """The functions, each as an attribute."""

    def __init__(self):
        self.is_loaded = False


def _loader():
    lines = ['def load_functions(library, handle):']
    for name in sorted(TYPES):
        lines.append('    library.%s = rffi.cast(POINTERS_%s, '
                     'dynlib.symbol(handle, "sqlite3_%s"))'
                     % (name, name, name))
    namespace = {'rffi': rffi, 'dynlib': dynlib}
    for name in TYPES:
        namespace['POINTERS_' + name] = POINTERS[name]
    exec compile('\n'.join(lines), '<sqlite>', 'exec') in namespace
    return namespace['load_functions']


load_functions = _loader()
library = Library()


def load():
    """Raises SqliteError when the library is missing."""
    if library.is_loaded:
        return
    try:
        load_functions(library, dynlib.load(LIBRARY_NAMES))
    except dynlib.LibraryMissing as e:
        raise SqliteError(e.msg, 0, '')
    library.is_loaded = True


class SqliteError(Exception):
    """``code`` 0: an error that is not SQLite's, without ``detail``."""

    def __init__(self, msg, code, detail):
        self.msg = msg
        self.code = code
        self.detail = detail


def code_name(code):
    return CODE_NAMES.get(code, 'SQLITE_ERROR_%d' % code)


class Watch(object):
    """Whom a running statement asks whether it must stop, and why it had
    to."""

    def __init__(self):
        self.interrupts = None
        self.stopped = None
        self.exceeded = None


watch = Watch()


def look(argument):
    """Called by SQLite; anything but 0 stops the statement."""
    result = 0
    if watch.interrupts is not None:
        try:
            watch.interrupts.check()
            pace.work(WORK_OF_A_LOOK)
        except Interrupted as e:
            watch.stopped = e
            result = 1
        except VMError as e:
            watch.exceeded = e
            result = 1
    return rffi.cast(rffi.INT, result)


class Database(Resource):
    """A connection; ``restricted`` ones reach no other files than their
    own."""

    def __init__(self, path, flags, restricted):
        """Raises SqliteError."""
        load()
        self.connection = lltype.nullptr(rffi.VOIDP.TO)
        slot = lltype.malloc(SLOT.TO, 1, flavor='raw', zero=True)
        name = rffi.str2charp(path)
        try:
            result = intmask(library.open_v2(
                name, slot, rffi.cast(rffi.INT, flags),
                lltype.nullptr(rffi.CCHARP.TO)))
            self.connection = slot[0]
        finally:
            rffi.free_charp(name)
            lltype.free(slot, flavor='raw')
        if result != OK:
            error = self.error()
            self.close()
            text = error.detail + ': ' + path
            raise SqliteError(text, error.code, text)
        one = rffi.cast(rffi.INT, 1)
        library.extended_result_codes(self.connection, one)
        library.busy_timeout(self.connection, rffi.cast(rffi.INT, BUSY_MS))
        library.progress_handler(
            self.connection, rffi.cast(rffi.INT, LOOK_EVERY),
            llhelper(PROGRESS, look), lltype.nullptr(rffi.VOIDP.TO))
        if restricted:
            # ATTACH and VACUUM INTO name other files.
            library.limit(self.connection,
                          rffi.cast(rffi.INT, LIMIT_ATTACHED),
                          rffi.cast(rffi.INT, 0))

    def close(self):
        """Statements that still run keep the connection open for
        themselves."""
        if self.connection:
            library.close_v2(self.connection)
            self.connection = lltype.nullptr(rffi.VOIDP.TO)

    def error(self):
        """The SqliteError of the operation that failed last."""
        text = rffi.charp2str(library.errmsg(self.connection))
        code = intmask(library.extended_errcode(self.connection))
        return SqliteError(text, code, text)

    def changes(self):
        """How many rows the last change touched."""
        return intmask(library.changes(self.connection))

    def prepare(self, text, interrupts):
        """-> the Statement of a text that has exactly one.  Raises
        SqliteError."""
        source = rffi.str2charp(text)
        try:
            statement, tail = self.prepare_at(source, 0, text, interrupts)
            if not statement.handle:
                raise SqliteError('bad parameter or other API misuse', MISUSE,
                                  'bad parameter or other API misuse')
            if tail < len(text) and text[tail] != '\x00':
                try:
                    following, _ = self.prepare_at(source, tail, text,
                                                   interrupts)
                except SqliteError:
                    statement.close()
                    raise
                if following.handle:
                    following.close()
                    statement.close()
                    raise SqliteError('Multiple statements provided', 0, '')
            return statement
        finally:
            rffi.free_charp(source)

    def prepare_at(self, source, start, text, interrupts):
        """-> (Statement, where the next one begins)."""
        slot = lltype.malloc(SLOT.TO, 1, flavor='raw', zero=True)
        tail = lltype.malloc(TEXT_SLOT.TO, 1, flavor='raw', zero=True)
        begin = rffi.ptradd(source, start)
        try:
            result = intmask(library.prepare_v2(
                self.connection, begin,
                rffi.cast(rffi.INT, len(text) - start), slot, tail))
            if result != OK:
                raise self.error_in(text, start)
            stop = start
            if tail[0]:
                stop += (rffi.cast(lltype.Signed, tail[0])
                         - rffi.cast(lltype.Signed, begin))
            return Statement(self, slot[0], interrupts), stop
        finally:
            lltype.free(slot, flavor='raw')
            lltype.free(tail, flavor='raw')

    def error_in(self, text, start):
        """The error with its place in the text, if SQLite knows it."""
        error = self.error()
        offset = intmask(library.error_offset(self.connection))
        if offset >= 0:
            assert start >= 0
            error.msg = '%s in %s at offset %d' % (error.msg, text[start:],
                                                   offset)
        return error


class Statement(Resource):
    """A prepared statement.  Parameters and columns count from 0."""

    def __init__(self, database, handle, interrupts):
        self.database = database
        self.handle = handle
        self.interrupts = interrupts

    def close(self):
        if self.handle:
            library.finalize(self.handle)
            self.handle = lltype.nullptr(rffi.VOIDP.TO)

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
        text = rffi.str2charp(value)
        try:
            self.check(library.bind_text(
                self.handle, rffi.cast(rffi.INT, i + 1), text,
                rffi.cast(rffi.INT, len(value)),
                rffi.cast(rffi.VOIDP, TRANSIENT)))
        finally:
            rffi.free_charp(text)

    def check(self, result):
        if intmask(result) != OK:
            raise self.database.error()

    def step(self):
        """Whether there is another row.  Raises SqliteError, and Interrupted
        or a VMError when the run must stop."""
        watch.interrupts = self.interrupts
        result = intmask(library.step(self.handle))
        watch.interrupts = None
        stopped = watch.stopped
        if stopped is not None:
            watch.stopped = None
            raise stopped
        exceeded = watch.exceeded
        if exceeded is not None:
            watch.exceeded = None
            raise exceeded
        if result == ROW:
            return True
        if result == DONE:
            return False
        raise self.database.error()

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
        return rffi.charpsize2str(data, size)
