"""std.sql: SQLite databases."""

from rpython.rlib import jit

from interpreter.effects import paths, sqlite
from interpreter.effects.files import FileError, os_error_text, refuse_nul
from interpreter.effects.libsqlite import (
    BLOB, FLOAT, INTEGER, OPEN_CREATE, OPEN_NOFOLLOW, OPEN_READONLY,
    OPEN_READWRITE, OPEN_URI, TEXT, SqliteError)
from interpreter.objects.bytes import newbytes
from interpreter.objects.errors import EffectError
from interpreter.objects.list import ListBuilder
from interpreter.objects.numbers import (
    W_Bool, W_Float, W_Int, newbool, newfloat, newint, w_unit)
from interpreter.objects.record import (
    Shape, W_Record, newrecord, record_from_pairs)
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.variant import (
    Constructor, W_Variant, err, newvariant, ok, some, w_none)
from interpreter.stdlib import utf8
from interpreter.stdlib.args import host_int, host_str, mismatch, to_list
from interpreter.stdlib.float_ import saturated_int
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT, each


ERROR_SHAPE = Shape.of(['code', 'detail', 'message'])
CURSOR = Constructor.of('__IterCursor')
IN_MEMORY = ':memory:'
SERVER_PREFIXES = ['postgres://', 'postgresql://']
FOREIGN_KEYS = 'PRAGMA foreign_keys = ON'


def sql_error(operation, message, code, detail):
    """``Err`` of a SqlError; empty texts are absent."""
    return err(newrecord(ERROR_SHAPE, [
        optional_text(code), optional_text(detail),
        newstr('%s: %s' % (operation, utf8.repaired(message)))]))


def optional_text(text):
    if text == '':
        return w_none
    return some(newstr(utf8.repaired(text)))


def failure(operation, error):
    """The Lex value of a SqliteError."""
    if error.code == 0:
        return sql_error(operation, error.msg, '', '')
    return sql_error(operation, error.msg, sqlite.code_name(error.code),
                     error.detail)


# Connections.

@effect('sql', 'open', CONSTANT)
@jit.dont_look_inside
def open_(host, w_path):
    host.check('sql')
    path = host_str(w_path)
    for prefix in SERVER_PREFIXES:
        if path.startswith(prefix):
            return sql_error('sql.open', 'this build has no PostgreSQL client',
                             '', '')
    try:
        refuse_nul(path)
        database = opened(host, path)
    except FileError as e:
        return sql_error('sql.open', e.msg, '', '')
    except SqliteError as e:
        return failure('sql.open', e)
    return ok(newint(host.databases.add(database)))


def opened(host, path):
    """-> a sqlite.Database.  Raises SqliteError and FileError."""
    policy = host.policy
    flags = OPEN_READWRITE | OPEN_CREATE
    if len(policy.fs_read) == 0 and len(policy.fs_write) == 0:
        flags |= OPEN_URI
    elif path != IN_MEMORY and path != '':
        if policy.allows_write(path):
            if not policy.allows_read(path):
                raise FileError('`%s` outside --allow-fs-read' % path)
        elif (len(policy.fs_read) > 0 and policy.grants('fs_read')
                and policy.allows_read(path)):
            flags = OPEN_READONLY
        else:
            raise FileError('`%s` outside --allow-fs-write' % path)
        try:
            # The guard of the database looks again at what is opened.
            path = paths.real_path(path)
        except OSError as e:
            raise FileError(os_error_text(e.errno))
        flags |= OPEN_NOFOLLOW
    database = sqlite.Database(path, flags, host.sqlite_guard)
    try:
        database.run(FOREIGN_KEYS)
    except SqliteError:
        # The pragma only reads the file's header; what is wrong with it is
        # reported by the first statement of the program.
        pass
    except Exception:
        database.close()
        raise
    return database


@effect('sql', 'close', CONSTANT)
@jit.dont_look_inside
def close(host, w_database):
    host.check('sql')
    database = host.databases.remove(host_int(w_database))
    if database is not None:
        database.close()
    return w_unit


def database_of(host, operation, w_database, kind):
    database = host.databases.get(host_int(w_database))
    if not isinstance(database, sqlite.Database):
        raise EffectError('sql.%s: closed or unknown %s handle'
                          % (operation, kind))
    return database


# Transactions have the number of their connection.

@effect('sql', 'begin', CONSTANT)
@jit.dont_look_inside
def begin(host, w_database):
    host.check('sql')
    database = database_of(host, 'begin', w_database, 'Db')
    try:
        database.run('BEGIN')
    except SqliteError as e:
        return failure('sql.begin', e)
    return ok(w_database)


@effect('sql', 'commit', CONSTANT)
@jit.dont_look_inside
def commit(host, w_transaction):
    return end(host, 'commit', w_transaction, 'COMMIT')


@effect('sql', 'rollback', CONSTANT)
@jit.dont_look_inside
def rollback(host, w_transaction):
    return end(host, 'rollback', w_transaction, 'ROLLBACK')


def end(host, operation, w_transaction, text):
    host.check('sql')
    database = database_of(host, operation, w_transaction, 'SqlTx')
    try:
        database.run(text)
    except SqliteError as e:
        return failure('sql.' + operation, e)
    return ok(w_unit)


# Statements.

def bound(database, w_text, w_params):
    """A statement with its parameters.  Raises SqliteError."""
    w_params = to_list(w_params)
    statement = database.prepare(host_str(w_text))
    try:
        bind(statement, w_params)
    except Exception:
        statement.close()
        raise
    return statement


def bind(statement, w_params):
    count = w_params.length()
    needed = statement.parameter_count()
    if count != needed:
        raise SqliteError('Wrong number of parameters passed to query. '
                          'Got %d, needed %d' % (count, needed), 0, '')
    for i in range(count):
        bind_one(statement, i, w_params.getitem(i))


def bind_one(statement, i, w_param):
    w_value = w_param
    if isinstance(w_param, W_Variant):
        if w_param.arity() == 0 and w_param.constructor.name == 'PNull':
            statement.bind_null(i)
            return
        if w_param.arity() == 1:
            w_value = w_param.getarg(0)
    if isinstance(w_value, W_Str):
        statement.bind_text(i, w_value.utf8_w())
    elif isinstance(w_value, W_Int):
        statement.bind_int(i, w_value.intval)
    elif isinstance(w_value, W_Float):
        statement.bind_float(i, w_value.floatval)
    elif isinstance(w_value, W_Bool):
        statement.bind_int(i, int(w_value.boolval))
    else:
        raise mismatch('SqlParam', w_param)


class Columns(object):
    """Makes the records of a result.  Of columns with one name the last
    counts."""

    def __init__(self, statement):
        names = [utf8.repaired(name) for name in statement.column_names()]
        w_shaped = record_from_pairs(
            names, [newint(i) for i in range(len(names))])
        self.shape = w_shaped.shape
        self.places = []
        for i in range(len(w_shaped.shape.names)):
            w_place = w_shaped.getvalue(i)
            assert isinstance(w_place, W_Int)
            self.places.append(w_place.intval)

    def row(self, statement):
        return newrecord(self.shape, [column_value(statement, place)
                                      for place in self.places])


def column_value(statement, i):
    kind = statement.column_type(i)
    if kind == INTEGER:
        return newint(statement.column_int(i))
    if kind == FLOAT:
        return newfloat(statement.column_float(i))
    if kind == TEXT:
        return newstr(utf8.repaired(statement.column_bytes(i)))
    if kind == BLOB:
        return newbytes(statement.column_bytes(i))
    return w_unit


def execute(operation, database, w_text, w_params):
    try:
        statement = bound(database, w_text, w_params)
        try:
            if statement.step():
                return sql_error(operation, 'Execute returned results - did '
                                 'you mean to call query?', '', '')
        finally:
            statement.close()
    except SqliteError as e:
        return failure(operation, e)
    return ok(newint(database.changes()))


def fetch(database, w_text, w_params):
    try:
        statement = bound(database, w_text, w_params)
        try:
            columns = Columns(statement)
            rows = ListBuilder()
            while statement.step():
                rows.append(columns.row(statement))
        finally:
            statement.close()
    except SqliteError as e:
        return failure('sql.query', e)
    return ok(rows.build())


@effect('sql', 'exec', each(1, 1, 2))
@jit.dont_look_inside
def exec_(host, w_database, w_text, w_params):
    host.check('sql')
    database = database_of(host, 'exec', w_database, 'Db')
    return execute('sql.exec', database, w_text, w_params)


@effect('sql', 'exec_tx', each(1, 1, 2))
@jit.dont_look_inside
def exec_tx(host, w_transaction, w_text, w_params):
    host.check('sql')
    database = database_of(host, 'exec_tx', w_transaction, 'SqlTx')
    return execute('sql.exec_tx', database, w_text, w_params)


@effect('sql', 'query', each(1, 1, 2))
@jit.dont_look_inside
def query(host, w_database, w_text, w_params):
    host.check('sql')
    database = database_of(host, 'query', w_database, 'Db')
    return fetch(database, w_text, w_params)


@effect('sql', 'query_tx', each(1, 1, 2))
@jit.dont_look_inside
def query_tx(host, w_transaction, w_text, w_params):
    host.check('sql')
    database = database_of(host, 'query_tx', w_transaction, 'SqlTx')
    return fetch(database, w_text, w_params)


# Cursors.

@effect('sql', 'query_iter', each(1, 1, 2))
@jit.dont_look_inside
def query_iter(host, w_database, w_text, w_params):
    """The rows one after the other.  Errors end the iteration."""
    host.check('sql')
    database = database_of(host, 'query_iter', w_database, 'Db')
    handle = 0
    try:
        handle = host.cursors.add(bound(database, w_text, w_params))
    except SqliteError:
        pass
    return ok(newvariant(CURSOR, [newint(handle)]))


@effect('sql', 'cursor_next', CONSTANT)
@jit.dont_look_inside
def cursor_next(host, w_handle):
    host.check('sql')
    handle = host_int(w_handle)
    statement = host.cursors.get(handle)
    if not isinstance(statement, sqlite.Statement):
        return w_none
    try:
        if statement.step():
            return some(Columns(statement).row(statement))
    except SqliteError:
        pass
    host.cursors.remove(handle)
    statement.close()
    return w_none


# Reading rows.

def column(host, w_row, w_name):
    """The value of a column, None if there is none."""
    host.check('sql')
    name = host_str(w_name)
    if not isinstance(w_row, W_Record):
        return None
    return w_row.getfield(name)


@effect('sql', 'get_str', CONSTANT)
def get_str(host, w_row, w_name):
    w_value = column(host, w_row, w_name)
    if isinstance(w_value, W_Str):
        return some(w_value)
    if isinstance(w_value, W_Int):
        return some(newstr(str(w_value.intval)))
    return w_none


@effect('sql', 'get_int', CONSTANT)
def get_int(host, w_row, w_name):
    w_value = column(host, w_row, w_name)
    if isinstance(w_value, W_Int):
        return some(w_value)
    if isinstance(w_value, W_Float):
        return some(newint(saturated_int(w_value.floatval)))
    return w_none


@effect('sql', 'get_float', CONSTANT)
def get_float(host, w_row, w_name):
    w_value = column(host, w_row, w_name)
    if isinstance(w_value, W_Float):
        return some(w_value)
    if isinstance(w_value, W_Int):
        return some(newfloat(float(w_value.intval)))
    return w_none


@effect('sql', 'get_bool', CONSTANT)
def get_bool(host, w_row, w_name):
    w_value = column(host, w_row, w_name)
    if isinstance(w_value, W_Bool):
        return some(w_value)
    if isinstance(w_value, W_Int):
        return some(newbool(w_value.intval != 0))
    return w_none
