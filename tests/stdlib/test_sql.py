"""Texts and results are the reference's."""

import os

import pytest

from interpreter.effects import libsqlite, sqlite_guard
from interpreter.effects.interrupts import Check, Interrupted
from interpreter.effects.policy import Policy
from interpreter.objects.json_reader import from_json
from interpreter.objects.pace import WorkLimitExceeded, pace
from interpreter.objects.variant import Constructor, newvariant
from tests.stdlib.support import (
    NONE, call, error_of, json_of, new_host, ok, some, wrap)


@pytest.fixture
def db():
    return Db(new_host(), ':memory:')


class Db(object):
    def __init__(self, host, path):
        self.host = host
        self.w_handle = call('sql.open', path, host=host).getarg(0)

    def do(self, operation, *args):
        return json_of('sql.' + operation, self.w_handle, *args,
                       host=self.host)

    def exec_(self, text, params=()):
        return self.do('exec', text, list(params))

    def query(self, text, params=()):
        return self.do('query', text, list(params))


def param(name, value):
    return newvariant(Constructor.of(name), [wrap(value)])


P_NULL = newvariant(Constructor.of('PNull'), [])


def sql_error(message, code=None, detail=None):
    parts = ['{"$variant":"Some","args":["%s"]}' % part if part else NONE
             for part in [code, detail]]
    return ('{"$variant":"Err","args":[{"code":%s,"detail":%s,'
            '"message":"%s"}]}' % (parts[0], parts[1], message))


def driver_error(operation, detail, code='SQLITE_ERROR_1', place=''):
    return sql_error('%s: %s%s' % (operation, detail, place), code, detail)


def test_values(db):
    assert db.exec_('create table t(b text, a integer unique, f real, '
                    'bl blob)') == ok('0')
    assert db.exec_("insert into t values (?, ?, 1.5, x'00ff')",
                    [param('PStr', 'x'), param('PInt', 3)]) == ok('1')
    assert db.query('select b, a, f, bl, null as n, 1 as zz from t') == ok(
        '[{"a":3,"b":"x","bl":{"$bytes":"00ff"},"f":1.5,"n":null,"zz":1}]')
    assert db.query("select cast(x'ff41' as text) as a") == ok(
        '[{"a":"\xef\xbf\xbdA"}]')
    assert db.query('select 1 as a, 2 as a, 3 as z, 4 as b') == ok(
        '[{"a":2,"b":4,"z":3}]')
    assert db.query('values (1),(2)') == ok('[{"column1":1},{"column1":2}]')
    assert db.query('create table u(a)') == ok('[]')
    assert db.query("select 'a' || char(0) || 'b' as a, '' as e, "
                    "x'' as z") == ok(
        '[{"a":"a\\u0000b","e":"","z":{"$bytes":""}}]')
    assert db.query('select 9223372036854775807 as a, '
                    '-9223372036854775807 - 1 as b') == ok(
        '[{"a":9223372036854775807,"b":-9223372036854775808}]')


def test_parameters(db):
    assert db.query('select ? as a, ?2 as b, :x as c, ? as d, ? as e',
                    [param('PInt', 7), param('PFloat', 1.5),
                     param('PBool', True), P_NULL, 'h\xc3\xa9\x00']) == ok(
        '[{"a":7,"b":1.5,"c":1,"d":null,"e":"h\xc3\xa9\\u0000"}]')
    assert db.query('select ?') == sql_error(
        'sql.query: Wrong number of parameters passed to query. '
        'Got 0, needed 1')
    assert db.exec_('create table x(a)', ['z']) == sql_error(
        'sql.exec: Wrong number of parameters passed to query. '
        'Got 1, needed 0')
    assert error_of('sql.exec', db.w_handle, 'select ?', [()],
                    host=db.host).startswith('expected SqlParam')


def test_counts_of_changes(db):
    assert db.exec_('create table t(a)') == ok('0')
    assert db.exec_('insert into t values (1),(2)') == ok('2')
    assert db.exec_('create table u(a)') == ok('2')
    assert db.exec_('delete from t where a = 9') == ok('0')
    assert db.exec_('select 1 where 0') == ok('0')
    for text in ['select 1', 'values (1),(2)', 'pragma user_version',
                 'insert into t values (1) returning a']:
        assert db.exec_(text) == sql_error(
            'sql.exec: Execute returned results - did you mean to call '
            'query?')


def test_texts_that_are_not_one_statement(db):
    for text in ['', '-- c', '  ']:
        assert db.exec_(text) == driver_error(
            'sql.exec', 'bad parameter or other API misuse',
            'SQLITE_ERROR_21')
    several = 'Multiple statements provided'
    assert db.exec_('create table a(b); create table c(d)') == sql_error(
        'sql.exec: ' + several)
    assert db.query('select 1; select 2') == sql_error(
        'sql.query: ' + several)
    for text in ['select 1;', 'select 1; ', 'select 1; -- c',
                 '  ; select 1']:
        assert db.query(text) == ok('[{"1":1}]')


def test_syntax_errors(db):
    near = 'near \\"selec\\": syntax error'
    assert db.exec_('selec 1') == driver_error(
        'sql.exec', near, place=' in selec 1 at offset 0')
    assert db.query('select') == driver_error('sql.query', 'incomplete input')
    assert db.query('select \x00 1') == driver_error(
        'sql.query', 'incomplete input')
    assert db.exec_('insert into nope values(1)') == driver_error(
        'sql.exec', 'no such table: nope')
    assert db.exec_('create table t(a); selec') == driver_error(
        'sql.exec', near, place=' in  selec at offset 1')
    db.exec_('create table t(a)')
    assert db.exec_('select b from t') == driver_error(
        'sql.exec', 'no such column: b', place=' in select b from t '
        'at offset 7')


@pytest.mark.parametrize('table, row, code, text', [
    ('a int check (a > 0)', '-1', 'SQLITE_CONSTRAINT_CHECK',
     'CHECK constraint failed: a > 0'),
    ('a not null', 'null', 'SQLITE_CONSTRAINT_NOTNULL',
     'NOT NULL constraint failed: t.a'),
    ('a int primary key', '1),(1', 'SQLITE_CONSTRAINT_PRIMARYKEY',
     'UNIQUE constraint failed: t.a'),
    ('a unique', '1),(1', 'SQLITE_CONSTRAINT_UNIQUE',
     'UNIQUE constraint failed: t.a'),
    ('a references p', '5', 'SQLITE_CONSTRAINT_FOREIGNKEY',
     'FOREIGN KEY constraint failed'),
    ('a', 'zeroblob(2000000000)', 'SQLITE_TOOBIG', 'string or blob too big'),
    ('a', 'abs(-9223372036854775807 - 1)', 'SQLITE_ERROR_1',
     'integer overflow')])
def test_failures_of_running_statements(db, table, row, code, text):
    db.exec_('create table p(id integer primary key)')
    db.exec_('create table t(%s)' % table)
    assert db.exec_('insert into t values (%s)' % row) == driver_error(
        'sql.exec', text, code)


def test_transactions(db):
    db.exec_('create table t(a)')
    assert db.do('begin') == ok(str(db.w_handle.intval))
    assert db.do('begin') == driver_error(
        'sql.begin', 'cannot start a transaction within a transaction')
    assert db.do('exec_tx', 'insert into t values (1)', []) == ok('1')
    assert db.do('query_tx', 'select a from t', []) == ok('[{"a":1}]')
    assert db.do('rollback') == ok('null')
    assert db.query('select a from t') == ok('[]')
    db.do('begin')
    db.do('exec_tx', 'insert into t values (1)', [])
    assert db.do('commit') == ok('null')
    assert db.do('commit') == driver_error(
        'sql.commit', 'cannot commit - no transaction is active')
    assert db.query('select a from t') == ok('[{"a":1}]')
    place = ' in selec at offset 0'
    near = 'near \\"selec\\": syntax error'
    assert db.do('exec_tx', 'selec', []) == driver_error(
        'sql.exec_tx', near, place=place)
    assert db.do('query_tx', 'selec', []) == driver_error(
        'sql.query', near, place=place)


def test_closed_handles(db):
    assert db.do('close') == 'null' and db.do('close') == 'null'
    for operation, args, kind in [
            ('exec', ['', []], 'Db'), ('query', ['', []], 'Db'),
            ('query_iter', ['', []], 'Db'), ('begin', [], 'Db'),
            ('commit', [], 'SqlTx'), ('rollback', [], 'SqlTx'),
            ('exec_tx', ['', []], 'SqlTx'), ('query_tx', ['', []], 'SqlTx')]:
        assert error_of('sql.' + operation, db.w_handle, *args,
                        host=db.host) == (
            'sql.%s: closed or unknown %s handle' % (operation, kind))


def test_cursors(db):
    w_result = call('sql.query_iter', db.w_handle, 'values (1),(2)', [],
                    host=db.host)
    w_cursor = w_result.getarg(0).getarg(0)
    db.do('close')

    def next_():
        return json_of('sql.cursor_next', w_cursor, host=db.host)
    assert [next_() for i in range(4)] == [
        some('{"column1":1}'), some('{"column1":2}'), NONE, NONE]


def test_cursors_of_wrong_statements(db):
    w_result = call('sql.query_iter', db.w_handle, 'selec', [], host=db.host)
    w_cursor = w_result.getarg(0).getarg(0)
    assert json_of('sql.cursor_next', w_cursor, host=db.host) == NONE


def test_reading_rows():
    w_row = from_json('{"i":5,"f":2.75,"s":"x","n":null,"g":-2.75,'
                      '"h":1e300,"t":"7","y":true}')

    def read(kind):
        return [json_of('sql.get_' + kind, w_row, name)
                for name in ['i', 'f', 's', 'n', 'g', 'h', 't', 'zz']]
    assert read('str') == [some('"5"'), NONE, some('"x"'), NONE, NONE, NONE,
                           some('"7"'), NONE]
    assert read('int') == [some('5'), some('2'), NONE, NONE, some('-2'),
                           some('9223372036854775807'), NONE, NONE]
    assert read('float') == [some('5.0'), some('2.75'), NONE, NONE,
                             some('-2.75'), some('1e+300'), NONE, NONE]
    assert read('bool') == [some('true')] + [NONE] * 7
    assert json_of('sql.get_bool', w_row, 'y') == some('true')


def test_files(tmpdir):
    path = str(tmpdir.join('x.db'))
    db = Db(new_host(), path)
    db.exec_('create table t(a)')
    db.exec_('insert into t values (7)')
    db.do('close')
    assert Db(new_host(), path).query('select a from t') == ok('[{"a":7}]')


def test_places_that_hold_no_database(tmpdir):
    for path in ['/proc/nope/x.db', '/tmp']:
        assert json_of('sql.open', path) == driver_error(
            'sql.open', 'unable to open database file: ' + path,
            'SQLITE_CANTOPEN')
    tmpdir.join('x').write('not a database ' * 100)
    assert Db(new_host(), str(tmpdir.join('x'))).exec_(
        'create table x(a)') == driver_error(
            'sql.exec', 'file is not a database', 'SQLITE_NOTADB')
    assert json_of('sql.open', 'postgres://h/x') == sql_error(
        'sql.open: this build has no PostgreSQL client')
    assert json_of('sql.open', 'a\x00b') == sql_error(
        'sql.open: file name contained an unexpected NUL byte')


def test_policy(tmpdir):
    inside = tmpdir.mkdir('in')
    outside = str(tmpdir.join('out.db'))
    host = new_host(Policy(['sql'], fs_write=[str(inside)]))
    os.symlink(outside, str(inside.join('link')))
    for path in [outside, str(inside) + '/../out.db',
                 str(inside.join('link')), 'file:' + outside]:
        assert json_of('sql.open', path, host=host) == sql_error(
            'sql.open: `%s` outside --allow-fs-write' % path)
    for path in [str(inside.join('x.db')), ':memory:']:
        db = Db(host, path)
        assert db.exec_('create table t(a)') == ok('0')
        for text in ["attach '%s' as q", "vacuum into '%s'"]:
            assert 'unable to open database' in db.exec_(text % outside)
    assert not os.path.exists(outside)
    assert error_of('sql.open', 'x', host=new_host(Policy(['io']))) == (
        'effect `sql` not in --allow-effects')


def test_extensions_cannot_be_loaded(db):
    assert db.query("select load_extension('x')") == driver_error(
        'sql.query', 'not authorized')


class Stop(Check):
    def run(self):
        raise Interrupted('enough', 1)


def test_endless_statements_can_be_interrupted(db):
    db.host.interrupts.add(Stop())
    with pytest.raises(Interrupted):
        db.query('with recursive c(x) as (select 1 union all select x + 1 '
                 'from c) select sum(x) from c')
    db.host.interrupts.checks.pop()
    assert db.query('select 1') == ok('[{"1":1}]')


def test_endless_statements_use_up_a_step_limit(db, monkeypatch):
    monkeypatch.setattr(pace, 'limit', 1 << 24)
    monkeypatch.setattr(pace, 'spent', 0)
    with pytest.raises(WorkLimitExceeded):
        db.query('with recursive c(x) as (select 1 union all select x + 1 '
                 'from c) select sum(x) from c')


def test_missing_library(monkeypatch):
    monkeypatch.setattr(sqlite_guard, 'library', libsqlite.Library())
    monkeypatch.setattr(sqlite_guard, 'LIBRARY_NAMES', ['libnothere.so.7'])
    assert json_of('sql.open', ':memory:') == sql_error(
        'sql.open: the library libnothere.so.7 is not installed')
