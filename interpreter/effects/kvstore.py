"""An embedded key-value store: a directory with one SQLite database.

Several processes may use a store at once.  A change that was answered is in the
write-ahead log: it outlives the process, whatever ends it.
"""

import errno

from interpreter.effects import clock, kvlog, sqlite
from interpreter.effects.files import os_error_text
from interpreter.effects.handles import Resource
from interpreter.effects.libsqlite import (
    BUSY, CANTOPEN, FULL, IOERR, NOTADB, OPEN_CREATE, OPEN_READWRITE, TOOBIG,
    SqliteError)
from interpreter.effects.sqlite_guard import BUSY_MS


DATABASE_NAME = 'kv.db'
# 'LeKV', in the header of the file
APPLICATION_ID = 0x4c654b56
LOCKED_TEXT = ('IO error: could not acquire lock: Resource temporarily '
               'unavailable (os error 11)')
RETRY_NS = 5 * 1000 * 1000

ENTRIES = ('CREATE TABLE entries(key BLOB PRIMARY KEY, value BLOB NOT NULL) '
           'WITHOUT ROWID')
PUT = 'INSERT OR REPLACE INTO entries VALUES (?, ?)'
GET = 'SELECT value FROM entries WHERE key = ?'
CONTAINS = 'SELECT 1 FROM entries WHERE key = ?'
DELETE = 'DELETE FROM entries WHERE key = ?'
KEYS = 'SELECT key FROM entries WHERE key >= ? ORDER BY key'
KEYS_BELOW = 'SELECT key FROM entries WHERE key >= ? AND key < ? ORDER BY key'


class StoreError(Exception):
    def __init__(self, msg):
        self.msg = msg


def store_error(error):
    """The StoreError of a SqliteError."""
    code = error.code & 0xff
    if error.code == 0:
        return StoreError(error.msg)
    if code == BUSY:
        return StoreError(LOCKED_TEXT)
    if code == NOTADB:
        return StoreError('not a key-value store')
    if code == TOOBIG:
        return StoreError('value is too large')
    if code == FULL:
        return StoreError('IO error: ' + os_error_text(errno.ENOSPC))
    return StoreError('IO error: ' + error.detail)


class Store(Resource):
    """Its methods raise StoreError, and what sqlite.Database raises when the run
    must end."""

    def __init__(self, place, host):
        """Open or create the store at a places.Place."""
        self.interrupts = host.interrupts
        try:
            place.make_directories()
        except OSError as e:
            number = e.errno
            if number == errno.EEXIST:
                # There is something that is no directory.
                number = errno.ENOTDIR
            raise StoreError('IO error: ' + os_error_text(number))
        try:
            self.database = sqlite.Database(
                place.child(DATABASE_NAME).path_text(),
                OPEN_READWRITE | OPEN_CREATE, host.sqlite_guard)
        except SqliteError as e:
            raise store_error(e)
        self.statements = {}
        try:
            self.prepare_database()
            self.take_log(place.child(kvlog.NAME))
        except SqliteError as e:
            error = self.failure(e)
            self.close()
            raise error
        except kvlog.LogError as e:
            self.close()
            raise StoreError(e.msg)
        except Exception:
            self.close()
            raise

    def close(self):
        for statement in self.statements.itervalues():
            statement.close()
        self.statements = {}
        self.database.close()

    def failure(self, error):
        """The StoreError of a SqliteError, with the system's text."""
        code = error.code & 0xff
        number = self.database.system_error()
        if (code == IOERR or code == CANTOPEN) and number != 0:
            return StoreError('IO error: ' + os_error_text(number))
        return store_error(error)

    def prepare_database(self):
        self.use_write_ahead_log()
        self.database.run('PRAGMA synchronous = NORMAL')
        if self.number('PRAGMA application_id') == APPLICATION_ID:
            return
        self.database.run('BEGIN IMMEDIATE')
        # Another process may have been faster.
        if self.number('PRAGMA application_id') != APPLICATION_ID:
            if self.number('SELECT count(*) FROM sqlite_master') != 0:
                raise SqliteError('not a key-value store', 0, '')
            self.database.run(ENTRIES)
            self.database.run('PRAGMA application_id = %d' % APPLICATION_ID)
        self.database.run('COMMIT')

    def use_write_ahead_log(self):
        """Where the file system cannot have one, the usual journal is used.  SQLite
        itself does not wait for another process that does the same."""
        stop = clock.monotonic_ns() + BUSY_MS * 1000000
        while True:
            try:
                self.database.run('PRAGMA journal_mode = WAL')
                return
            except SqliteError as e:
                if e.code & 0xff != BUSY or clock.monotonic_ns() > stop:
                    raise
            clock.sleep_ns(RETRY_NS, self.interrupts)

    def number(self, text):
        """The one number that a statement gives."""
        statement = self.database.prepare(text)
        try:
            if not statement.step():
                return 0
            return statement.column_int(0)
        finally:
            statement.close()

    def take_log(self, place):
        """Take over the entries of a log, the format of stores that are older.  The log
        is removed before the first change of the store, so what it says is never
        out of date."""
        log = kvlog.Log(place)
        if not log.exists():
            return
        try:
            self.database.run('BEGIN IMMEDIATE')
            # Another process may have been faster.
            if log.is_current():
                for key, value in log.entries().iteritems():
                    self.change(PUT, key, value)
                self.database.run('COMMIT')
                log.remove()
            else:
                self.database.run('COMMIT')
        finally:
            log.close()

    # The operations.

    def statement(self, text):
        if text not in self.statements:
            self.statements[text] = self.database.prepare(text)
        return self.statements[text]

    def change(self, text, key, value=None):
        statement = self.statement(text)
        try:
            statement.bind_blob(0, key)
            if value is not None:
                statement.bind_blob(1, value)
            statement.step()
        finally:
            statement.rewind()

    def get(self, key):
        """None if there is no such key."""
        try:
            statement = self.statement(GET)
            try:
                statement.bind_blob(0, key)
                if not statement.step():
                    return None
                return statement.column_bytes(0)
            finally:
                statement.rewind()
        except SqliteError as e:
            raise self.failure(e)

    def contains(self, key):
        try:
            statement = self.statement(CONTAINS)
            try:
                statement.bind_blob(0, key)
                return statement.step()
            finally:
                statement.rewind()
        except SqliteError as e:
            raise self.failure(e)

    def put(self, key, value):
        try:
            self.change(PUT, key, value)
        except SqliteError as e:
            raise self.failure(e)

    def delete(self, key):
        try:
            self.change(DELETE, key)
        except SqliteError as e:
            raise self.failure(e)

    def keys_from(self, prefix):
        """The keys that start so, in order."""
        above = above_all(prefix)
        found = []
        try:
            statement = self.statement(KEYS if above == '' else KEYS_BELOW)
            try:
                statement.bind_blob(0, prefix)
                if above != '':
                    statement.bind_blob(1, above)
                while statement.step():
                    found.append(statement.column_bytes(0))
            finally:
                statement.rewind()
        except SqliteError as e:
            raise self.failure(e)
        return found


def above_all(prefix):
    """The least text that is above all that start so; '' if there is none."""
    stop = len(prefix)
    while stop > 0 and prefix[stop - 1] == '\xff':
        stop -= 1
    if stop == 0:
        return ''
    last = stop - 1
    assert last >= 0
    return prefix[:last] + chr(ord(prefix[last]) + 1)
