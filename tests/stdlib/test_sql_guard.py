"""What SQLite must not do for a program, and what it goes on to do."""

import os
import subprocess
import sys
import time

import pytest

from interpreter import memory
from interpreter.effects import sqlite_guard
from interpreter.effects.interrupts import Check, Interrupted
from interpreter.effects.limits import LimitExceeded, OutputLimit
from interpreter.effects.policy import KNOWN_KINDS, Policy
from interpreter.objects.pace import WorkLimitExceeded, pace
from tests.stdlib.support import json_of, new_host, ok
from tests.stdlib.test_sql import Db, driver_error, sql_error

CANTOPEN = 'SQLITE_CANTOPEN'


@pytest.fixture
def db():
    return Db(new_host(), ':memory:')


def is_ok(text):
    return text.startswith('{"$variant":"Ok"')


def refused(db, text):
    answer = db.query(text)
    return 'not authorized' in answer and '"SQLITE_AUTH"' in answer


# Functions.

@pytest.mark.parametrize('call', [
    "fts3_tokenizer('simple')", "fts3_tokenizer('x', x'4141414141414141')",
    "rtreenode(2, x'00')", "rtreedepth(x'0000')"])
def test_functions_that_are_not_listed(db, call):
    name = call[:call.index('(')]
    assert db.query('select %s' % call) == driver_error(
        'sql.query', 'not authorized to use function: ' + name,
        place=' in select %s at offset 7' % call)


@pytest.mark.parametrize('name', ['readfile', 'writefile', 'edit', 'fsdir'])
def test_functions_that_are_not_there(db, name):
    assert 'no such' in db.query("select %s('/etc/passwd')" % name)


def test_all_functions_of_the_library_are_known(db):
    """A new version's functions are refused until somebody looked at them."""
    answer = db.query('select group_concat(distinct name) as n from pragma_function_list')
    names = answer.split('"n":"')[1].split('"')[0].split(',')
    unlisted = sorted(name for name in names if refused_function(db, name))
    assert 'abs' in names
    assert set(unlisted) <= set([
        'fts3_tokenizer', 'fts5', 'rtreedepth', 'rtreenode', 'sqlite_log'])


def refused_function(db, name):
    for count in range(5):
        answer = db.query('select "%s"(%s)' % (name, ','.join(['1'] * count)))
        if 'not authorized to use function' in answer:
            return True
    return False


@pytest.mark.parametrize('call, value', [
    ("'abc' like 'A_c'", 1), ("'abc' like 'a%d'", 0), ("'a%c' like 'a!%c' escape '!'", 1),
    ("'abc' like 'a%c%'", 1), ("'abab' glob '*a?'", 1), ("'b' glob '[a-c]'", 1),
    ("'b' glob '[^a-c]'", 0), ("'abc' glob 'A*'", 0), ("null like 'a'", None),
    ("instr('h\xc3\xa9llo', 'llo')", 3), ("instr(x'0102', x'02')", 2),
    ("instr('abc', '')", 1), ("instr('abc', 'z')", 0), ("instr(null, 'z')", None),
    ("replace('aXbX', 'X', '--')", 'a--b--'), ("replace('abc', '', 'x')", 'abc'),
    ("replace('aaa', 'a', '')", ''), ("trim('xxaxx', 'x')", 'a'),
    ("ltrim('\xc3\xa9x', '\xc3\xa9')", 'x'), ("rtrim('abc', 'cb')", 'a')])
def test_functions_of_our_own(db, call, value):
    if value is None:
        expected = 'null'
    elif isinstance(value, int):
        expected = str(value)
    else:
        expected = '"%s"' % value
    assert db.query('select %s as v' % call) == ok('[{"v":%s}]' % expected)


def test_functions_of_our_own_in_indexes_and_columns(db):
    db.exec_("create table t(a, b as (replace(a, 'x', 'y')), check (a like '%x%'))")
    assert is_ok(db.exec_("create index i on t(instr(a, 'x'))"))
    assert db.exec_("insert into t values ('axa')") == ok('1')
    assert 'CHECK constraint' in db.exec_("insert into t values ('a')")
    assert db.query("select b from t where instr(a, 'x') = 2") == ok('[{"b":"aya"}]')


def test_case_of_like(db):
    for word, value in [('on', 0), ('1', 0), ('OFF', 1), ('yes', 0), ('0', 1)]:
        assert db.query('pragma case_sensitive_like = ' + word) == ok('[]')
        assert db.query("select 'A' like 'a' as v") == ok('[{"v":%d}]' % value)


@pytest.mark.parametrize('text', [
    "{a} like '%'||{b}||'b'", "{a} glob '*'||{b}||'b'", "trim({a}, {c}||'a')",
    "{a} like replace({b}, 'a', '%a')||'b'"])
def test_functions_can_be_interrupted(db, text):
    class Stop(Check):
        def run(self):
            raise Interrupted('enough', 1)
    text = text.format(a="replace(hex(zeroblob(500000)), '0', 'a')",
                       b="replace(hex(zeroblob(10000)), '0', 'a')",
                       c="hex(randomblob(500000))")
    db.host.interrupts.add(Stop())
    start = time.clock()
    with pytest.raises(Interrupted):
        db.query('select ' + text)
    assert time.clock() - start < 1


# Settings and modules.

@pytest.mark.parametrize('name', ['temp_store_directory', 'data_store_directory',
                                  'lock_proxy_file'])
def test_pragmas_that_are_refused(db, name):
    assert refused(db, 'pragma %s' % name)
    assert refused(db, "pragma %s = '/tmp'" % name)
    assert refused(db, "pragma main.%s = '/tmp'" % name.upper())


@pytest.mark.parametrize('text', [
    'writable_schema = on', 'writable_schema = 1', 'trusted_schema = yes',
    'hard_heap_limit = 1', 'soft_heap_limit = 1'])
def test_values_that_are_refused(db, text):
    assert refused(db, 'pragma ' + text)


@pytest.mark.parametrize('text, rows', [
    ('user_version = 7', ''), ('user_version', '{"user_version":0}'),
    ('journal_mode = memory', '{"journal_mode":"memory"}'),
    ('busy_timeout = 1234', '{"timeout":1234}'), ('busy_timeout', '{"timeout":5000}'),
    ('foreign_keys', '{"foreign_keys":1}'), ('temp_store = memory', ''),
    ('temp_store = file', ''), ('temp_store', '{"temp_store":2}'),
    ('trusted_schema', '{"trusted_schema":0}'), ('trusted_schema = off', ''),
    ('no_such_pragma = 1', ''), ('mmap_size = 1000000', '{"mmap_size":0}'),
    ('threads = 4', '{"threads":0}'), ('encoding', '{"encoding":"UTF-8"}'),
    ('integrity_check', '{"integrity_check":"ok"}')])
def test_other_pragmas(db, text, rows):
    answer = db.query('pragma ' + text)
    if 'mmap' in text or 'threads' in text:
        assert answer in (ok('[]'), ok('[%s]' % rows))
    else:
        assert answer == ok('[%s]' % rows)


@pytest.mark.parametrize('module', [
    'fts3tokenize', 'csv(filename="/etc/passwd")', 'sqlite_dbpage', 'fsdir', 'zipfile',
    'sqlite_stmt', 'generate_series', 'json_each'])
def test_modules_that_are_refused(db, module):
    answer = db.exec_('create virtual table v using ' + module)
    assert 'no such module' in answer or 'not authorized' in answer


def test_tables_of_the_library_itself(db):
    for name in ['sqlite_dbpage', "fsdir('/')", 'sqlite_stmt', "zipfile('x')"]:
        assert 'no such table' in db.query('select * from ' + name)


@pytest.mark.parametrize('module, row', [
    ('fts3(a)', "'some words'"), ('fts4(a, tokenize=porter)', "'some words'"),
    ('fts5(a)', "'some words'")])
def test_full_text_search(db, module, row):
    assert is_ok(db.exec_('create virtual table v using ' + module))
    assert db.exec_('insert into v values (%s)' % row) == ok('1')
    assert db.query("select snippet(v, %s) as a from v where v match 'words'" % (
        "0, '<', '>', '', 9" if '5' in module else "'<', '>'")) == ok('[{"a":"some <words>"}]')


def test_tokenizers_by_pointer(db):
    assert 'unknown tokenizer' in db.exec_(
        'create virtual table v using fts3(tokenize=evil)')


def test_other_virtual_tables(db):
    assert is_ok(db.exec_('create virtual table r using rtree(id, a, b)'))
    db.exec_('insert into r values (1, 2, 3)')
    assert db.query('select id from r where a > 1') == ok('[{"id":1}]')
    assert db.query("select value from json_each('[5]')") == ok('[{"value":5}]')
    assert is_ok(db.query('select name from dbstat'))


def test_tables_can_be_altered(db):
    db.exec_('create table t(a, b)')
    db.exec_('create view v as select a from t')
    for text in ['alter table t rename to u', 'alter table u rename column a to c',
                 'alter table u add column d', 'alter table u drop column b',
                 'create temp table x(y)', 'create trigger g after insert on u '
                 'begin insert into x select new.c; end', 'analyze', 'reindex', 'vacuum',
                 'explain select 1', 'savepoint p', 'release p', 'drop view v']:
        answer = db.query(text)
        assert is_ok(answer), (text, answer)


def test_schema_of_strangers(tmpdir):
    """A view of a database that somebody else wrote may call harmless functions only."""
    path = str(tmpdir.join('x.db'))
    db = Db(new_host(), path)
    assert 'writable' in db.exec_("update sqlite_master set sql = 'x'") or (
        'may not be modified' in db.exec_("update sqlite_master set sql = 'x'"))
    db.exec_('create virtual table f using fts5(a)')
    assert 'may not be modified' in db.exec_('delete from f_data')


# Files.

def box(tmpdir):
    tmpdir.mkdir('in')
    tmpdir.mkdir('read')
    tmpdir.mkdir('out')
    for name in ['read', 'out']:
        db = Db(new_host(), str(tmpdir.join(name, 'a.db')))
        db.exec_('create table t(a)')
        db.exec_('insert into t values (7)')
        db.do('close')
    return tmpdir


def host_of(tmpdir, write=None, read=None, kinds=KNOWN_KINDS):
    return new_host(Policy(kinds, fs_write=[str(tmpdir.join(name)) for name in write or []],
                           fs_read=[str(tmpdir.join(name)) for name in read or []]))


def test_scopes(tmpdir):
    """fs_write, fs_read, the database: what happens."""
    box(tmpdir)
    for write, read, place, expected in [
            (['in'], ['in'], 'in', 'changed'), (['in'], [], 'in', 'changed'),
            (['in'], ['read'], 'in', 'fs-read'), (['in'], ['read'], 'read', 'read'),
            (['in'], ['read'], 'out', 'fs-write'), ([], ['read'], 'read', 'changed'),
            ([], ['read'], 'out', 'fs-read'), (['in'], [], 'read', 'fs-write'),
            ([], [], 'out', 'changed')]:
        host = host_of(tmpdir, write, read)
        path = str(tmpdir.join(place, 'a.db'))
        answer = json_of('sql.open', path, host=host)
        if expected.startswith('fs'):
            assert answer == sql_error('sql.open: `%s` outside --allow-%s' % (path, expected))
            continue
        db = Db(host, path)
        if expected == 'changed':
            assert is_ok(db.exec_('create table if not exists t(a)'))
            assert db.exec_('insert into t values (7)') == ok('1')
        else:
            assert db.query('select a from t') == ok('[{"a":7}]')
            assert 'SQLITE_READONLY' in db.exec_('insert into t values (7)')
    # Reading needs the effect as well.
    host = host_of(tmpdir, ['in'], ['read'], ['sql', 'fs_write'])
    path = str(tmpdir.join('read', 'a.db'))
    assert json_of('sql.open', path, host=host) == sql_error(
        'sql.open: `%s` outside --allow-fs-write' % path)


def test_other_files_of_a_connection(tmpdir):
    box(tmpdir)
    tmpdir.join('in', 'link.db').mksymlinkto(tmpdir.join('out', 'a.db'))
    tmpdir.join('in', 'folder').mksymlinkto(tmpdir.join('out'))
    db = Db(host_of(tmpdir, ['in'], ['in', 'read']), str(tmpdir.join('in', 'a.db')))
    db.exec_('create table mine(a)')
    for place in ['out/a.db', 'in/link.db', 'in/folder/a.db', 'in/../out/a.db',
                  'out/new.db', 'in/folder/new.db']:
        for text in ["attach '%s' as q", "attach 'file:%s' as q", "vacuum into '%s'"]:
            assert not is_ok(db.exec_(text % (str(tmpdir) + '/' + place)))
        answer = db.do('exec', 'attach ? as q', [str(tmpdir) + '/' + place])
        assert 'unable to open database' in answer
    assert sorted(os.listdir(str(tmpdir.join('out')))) == ['a.db']
    assert is_ok(db.exec_("attach '%s' as q" % tmpdir.join('read', 'a.db')))
    assert db.query('select a from q.t') == ok('[{"a":7}]')
    assert 'readonly' in db.exec_('insert into q.t values (8)')
    assert is_ok(db.exec_("attach ':memory:' as m"))
    assert is_ok(db.exec_("attach '' as n"))
    assert is_ok(db.exec_("attach '%s' as p" % tmpdir.join('in', 'b.db')))
    assert is_ok(db.exec_('create table p.t(a)'))
    assert is_ok(db.exec_("vacuum into '%s'" % tmpdir.join('in', 'c.db')))


@pytest.mark.parametrize('mode', ['delete', 'truncate', 'persist', 'wal'])
def test_a_single_file_as_scope(tmpdir, mode):
    host = host_of(tmpdir, ['x.db'])
    db = Db(host, str(tmpdir.join('x.db')))
    assert db.query('pragma journal_mode = ' + mode) == ok('[{"journal_mode":"%s"}]' % mode)
    assert is_ok(db.exec_('create table t(a)'))
    assert db.exec_('insert into t values (1)') == ok('1')
    assert db.exec_('insert into t values (1)') == ok('1')
    db.do('close')
    assert not is_ok(json_of('sql.open', str(tmpdir.join('x.db2')), host=host))


def test_a_folder_that_becomes_a_link(tmpdir):
    """Journals are opened long after the database."""
    folder = tmpdir.mkdir('in').mkdir('folder')
    outside = tmpdir.mkdir('out')
    db = Db(host_of(tmpdir, ['in']), str(folder.join('x.db')))
    db.exec_('create table t(a)')
    folder.move(tmpdir.join('in', 'moved'))
    folder.mksymlinkto(outside)
    for i in range(3):
        db.exec_('insert into t values (%d)' % i)
    db.exec_("attach '%s' as q" % folder.join('y.db'))
    assert outside.listdir() == []


def test_temporary_data_stays_in_memory(tmpdir, monkeypatch):
    for name in ['TMPDIR', 'SQLITE_TMPDIR']:
        monkeypatch.setenv(name, str(tmpdir))
    db = Db(new_host(), ':memory:')
    db.exec_('pragma temp_store = file')
    db.exec_('pragma cache_size = 1')
    db.exec_('create temp table t(a)')
    db.exec_('insert into t with recursive c(x) as (select 1 union all select x + 1 from c '
             'limit 3000) select randomblob(1000) from c')
    assert is_ok(db.query('select count(*) from (select a from t order by a)'))
    opened = [os.readlink('/proc/self/fd/' + fd) for fd in os.listdir('/proc/self/fd')
              if os.path.exists('/proc/self/fd/' + fd)]
    assert not [path for path in opened if 'etilqs' in path]


@pytest.mark.parametrize('path', ['/dev/zero', '/dev/tty', '/proc/self/mem',
                                  '/proc/self/maps', '/sys/kernel/mm/hugepages'])
def test_files_that_are_no_databases(path):
    assert CANTOPEN in json_of('sql.open', path)
    db = Db(new_host(), ':memory:')
    assert CANTOPEN in db.exec_("attach '%s' as q" % path)


def test_pipes(tmpdir):
    path = str(tmpdir.join('fifo'))
    os.mkfifo(path)
    start = time.time()
    assert CANTOPEN in json_of('sql.open', path)
    assert CANTOPEN in Db(new_host(), ':memory:').exec_("attach '%s' as q" % path)
    assert time.time() - start < 2


def test_names_with_parameters(tmpdir):
    path = tmpdir.join('x.db')
    Db(new_host(), 'file:%s?mode=rwc' % path).exec_('create table t(a)')
    assert path.exists()
    assert 'no such vfs' in json_of('sql.open', 'file:%s?vfs=unix-dotfile' % path)


# Limits of the run.

def limited(size):
    host = new_host()
    host.output_limit = OutputLimit(size)
    return host


@pytest.mark.parametrize('mode', ['delete', 'wal'])
def test_output(tmpdir, mode):
    path = tmpdir.join('x.db')
    db = Db(limited(200000), str(path))
    db.query('pragma journal_mode = ' + mode)
    db.exec_('create table t(a)')
    with pytest.raises(LimitExceeded) as e:
        for i in range(1000):
            db.exec_('insert into t values (zeroblob(1000))')
    assert e.value.message == 'runtime: output limit exceeded (200000 bytes)'
    size = sum(os.path.getsize(str(one)) for one in tmpdir.listdir()
               if not one.basename.endswith('-shm'))
    assert 10000 < size <= 200000
    db.do('close')
    # What was answered is there; what was not is not there in part.
    again = Db(new_host(), str(path))
    assert again.query('select count(*) = %d as n from t' % i) == ok('[{"n":1}]')
    assert again.query('pragma integrity_check') == ok('[{"integrity_check":"ok"}]')


def test_output_in_memory_is_none(tmpdir):
    db = Db(limited(1000), ':memory:')
    db.exec_('create table t(a)')
    assert db.exec_('insert into t values (zeroblob(100000))') == ok('1')


@pytest.fixture
def memory_limit(monkeypatch):
    monkeypatch.setattr(memory.limit, 'size', 32 << 20)
    yield
    memory.limit.size = 0
    sqlite_guard.heap.bound()


@pytest.mark.parametrize('text', [
    'select randomblob(20000000)', 'select length(zeroblob(20000000) || 1)',
    "select hex(zeroblob(10000000))", "select printf('%*d', 20000000, 1)",
    "select replace(hex(zeroblob(100000)), '0', hex(zeroblob(100)))",
    'with recursive c(x) as (select 1 union all select x + 1 from c limit 100) '
    'select group_concat(hex(zeroblob(100000))) from c',
    'with recursive c(x) as (select 1 union all select x + 1 from c) '
    'select zeroblob(1000) as r from c order by r desc',
    'create table t as with recursive c(x) as (select 1 union all select x + 1 from c) '
    'select randomblob(1000) as r from c'])
def test_memory(db, memory_limit, text):
    with pytest.raises(MemoryError):
        db.query(text)
    assert is_ok(db.query('select 1'))


def test_large_values_without_a_memory_limit(db):
    assert is_ok(db.query('select length(randomblob(20000000))'))
    assert 'SQLITE_TOOBIG' in db.query('select zeroblob(300000000)')


def test_depth_of_expressions(db):
    assert 'Expression tree is too large' in db.query('select ' + '1+' * 2000 + '1')
    assert 'parser stack overflow' in db.query('select ' + '(' * 5000) or (
        'too large' in db.query('select ' + '(' * 5000))


def test_compiling_can_be_interrupted(db):
    """Each view reads the one before it twice."""
    class Stop(Check):
        def run(self):
            raise Interrupted('enough', 1)
    db.exec_('create table t(a)')
    db.exec_('create view v0 as select a from t')
    for i in range(15):
        db.exec_('create view v%d as select a from v%d union all select a from v%d'
                 % (i + 1, i, i))
    assert is_ok(db.query('select a from v8'))
    db.host.interrupts.add(Stop())
    start = time.clock()
    with pytest.raises(Interrupted):
        db.query('select a from v15')
    assert time.clock() - start < 3


def test_heavy_instructions_use_up_a_step_limit(db, monkeypatch):
    monkeypatch.setattr(pace, 'limit', 1 << 26)
    monkeypatch.setattr(pace, 'spent', 0)
    start = time.clock()
    with pytest.raises(WorkLimitExceeded):
        db.query("with recursive c(x) as (select 1 union all select x + 1 from c) "
                 "select sum(length(hex(zeroblob(1000000 + x)))) from c")
    assert time.clock() - start < 20


HOLDER = '''
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute('begin exclusive')
print('locked')
sys.stdout.flush()
time.sleep(60)
'''


def test_waiting_for_a_lock_can_be_interrupted(tmpdir):
    class Stop(Check):
        def __init__(self):
            self.stop = time.time() + 0.3

        def run(self):
            if time.time() > self.stop:
                raise Interrupted('enough', 1)
    path = str(tmpdir.join('x.db'))
    db = Db(new_host(), path)
    db.exec_('create table t(a)')
    holder = subprocess.Popen([sys.executable, '-c', HOLDER, path], stdout=subprocess.PIPE)
    try:
        assert holder.stdout.readline() == 'locked\n'
        start = time.time()
        assert db.query('pragma busy_timeout = 200') == ok('[{"timeout":200}]')
        assert 'SQLITE_BUSY' in db.exec_('insert into t values (1)')
        assert 0.1 < time.time() - start < 2
        db.query('pragma busy_timeout = 30000')
        db.host.interrupts.add(Stop())
        start = time.time()
        with pytest.raises(Interrupted):
            db.exec_('insert into t values (1)')
        assert time.time() - start < 2
    finally:
        holder.kill()
        holder.wait()
