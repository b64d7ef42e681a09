"""Texts and results are the reference's, except that stores may be shared."""

import fcntl
import os
import struct
import subprocess
import sys
import time

import pytest

from interpreter.effects import kvlog, kvstore, libsqlite, sqlite_guard
from interpreter.effects.limits import LimitExceeded, OutputLimit
from interpreter.effects.policy import Policy
from tests.stdlib.support import (
    NONE, call, err, error_of, json_of, new_host, ok, some)


def opened(host, path):
    w_result = call('kv.open', str(path), host=host)
    return w_result.getarg(0)


def test_operations(tmpdir):
    host = new_host()
    w_store = opened(host, tmpdir.join('a', 'b'))

    def do(operation, *args):
        return json_of('kv.' + operation, w_store, *args, host=host)
    for key, value in [('b/2', 'x'), ('a', 'y'), ('b/1', ''), ('', 'e'),
                       ('b/2', 'z\xff')]:
        assert do('put', key, bytearray(value)) == ok('null')
    assert do('list_prefix', 'b/') == '["b/1","b/2"]'
    assert do('list_prefix', '') == '["","a","b/1","b/2"]'
    assert do('list_prefix', 'c') == '[]'
    assert do('get', 'b/2') == some('{"$bytes":"7aff"}')
    assert do('get', 'b/1') == some('{"$bytes":""}')
    assert do('get', 'zz') == NONE
    assert do('contains', 'a') == 'true' and do('contains', 'aa') == 'false'
    assert do('delete', 'a') == ok('null')
    assert do('delete', 'a') == ok('null')
    assert do('get', 'a') == NONE
    assert do('list_prefix', '') == '["","b/1","b/2"]'
    assert do('close') == 'null' and do('close') == 'null'
    for operation, args in [('get', ['a']), ('put', ['a', bytearray('')]),
                            ('delete', ['a']), ('contains', ['a']),
                            ('list_prefix', [''])]:
        assert error_of('kv.' + operation, w_store, *args, host=host) == (
            'kv.%s: closed or unknown Kv handle' % operation)


def test_contains(tmpdir):
    host = new_host()
    w_store = opened(host, tmpdir)

    def contains(key):
        return json_of('kv.contains', w_store, key, host=host)
    call('kv.put', w_store, '', bytearray(''), host=host)
    call('kv.put', w_store, 'ab', bytearray('x'), host=host)
    assert [contains(key) for key in ['', 'ab', 'a']] == ['true', 'true', 'false']
    call('kv.delete', w_store, 'ab', host=host)
    assert contains('ab') == 'false'
    call('kv.close', w_store, host=host)
    assert error_of('kv.contains', w_store, 'ab', host=host) == (
        'kv.contains: closed or unknown Kv handle')


def reopened(path):
    host = new_host()
    w_store = opened(host, path)
    keys = json_of('kv.list_prefix', w_store, '', host=host)
    return host, w_store, keys


def test_entries_stay(tmpdir):
    host, w_store, keys = reopened(tmpdir)
    for i in range(5):
        call('kv.put', w_store, 'k%d' % i, bytearray('v%d' % i), host=host)
    call('kv.delete', w_store, 'k2', host=host)
    call('kv.close', w_store, host=host)
    host, w_store, keys = reopened(tmpdir)
    assert keys == '["k0","k1","k3","k4"]'
    assert json_of('kv.get', w_store, 'k3', host=host) == (
        some('{"$bytes":"7633"}'))


# Stores that are logs.

def record(kind, key, value):
    body = key + value
    number = 0x811c9dc5
    for c in body:
        number = ((number ^ ord(c)) * 0x01000193) & 0xffffffff
    return struct.pack('<BIII', kind, len(key), len(value), number ^ kind) + body


LOG = kvlog.MAGIC + ''.join([
    record(1, 'a', '1'), record(1, 'b', '22'), record(1, '', 'e'), record(1, 'b', '3'),
    record(2, 'a', ''), record(1, 'c', '')])


def test_a_log_is_taken_over(tmpdir):
    log = tmpdir.join('log')
    log.write(LOG, 'wb')
    host, w_store, keys = reopened(tmpdir)
    assert keys == '["","b","c"]'
    assert json_of('kv.get', w_store, 'b', host=host) == some('{"$bytes":"33"}')
    call('kv.put', w_store, 'b', bytearray('new'), host=host)
    call('kv.close', w_store, host=host)
    assert not log.exists()
    host, w_store, keys = reopened(tmpdir)
    assert json_of('kv.get', w_store, 'b', host=host) == some('{"$bytes":"6e6577"}')


@pytest.mark.parametrize('cut', range(1, 15))
def test_a_record_cut_short_is_dropped(tmpdir, cut):
    tmpdir.join('log').write(LOG[:-cut], 'wb')
    assert reopened(tmpdir)[2] == '["","b"]'


def test_a_damaged_record_is_dropped(tmpdir):
    tmpdir.join('log').write(LOG.replace('22', '2x'), 'wb')
    assert reopened(tmpdir)[2] == '["a"]'


def test_a_log_is_taken_over_again_after_a_crash(tmpdir, monkeypatch):
    """The process ends between the commit and the removal of the log."""
    class Crash(Exception):
        pass

    def crash(log):
        raise Crash
    log = tmpdir.join('log')
    log.write(LOG, 'wb')
    monkeypatch.setattr(kvlog.Log, 'remove', crash)
    with pytest.raises(Crash):
        opened(new_host(), tmpdir)
    monkeypatch.undo()
    assert log.exists()
    assert reopened(tmpdir)[2] == '["","b","c"]'
    assert not log.exists()


def test_a_log_that_another_program_writes(tmpdir):
    log = tmpdir.join('log')
    log.write(LOG, 'wb')
    with log.open('rb') as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        assert json_of('kv.open', str(tmpdir)) == err(
            'kv.open: IO error: could not acquire lock: Resource temporarily '
            'unavailable (os error 11)')
    assert log.read('rb') == LOG
    assert reopened(tmpdir)[2] == '["","b","c"]'


def test_several_users(tmpdir):
    """What one puts the other sees, in one process and in two."""
    hosts = [new_host(), new_host()]
    stores = [opened(host, tmpdir) for host in hosts]
    for i in range(20):
        assert json_of('kv.put', stores[i % 2], 'k%02d' % i, bytearray('v'),
                       host=hosts[i % 2]) == ok('null')
        assert json_of('kv.contains', stores[1 - i % 2], 'k%02d' % i,
                       host=hosts[1 - i % 2]) == 'true'
    for host, w_store in zip(hosts, stores):
        assert json_of('kv.list_prefix', w_store, 'k1', host=host).count('k1') == 10


WRITER = """
import sys
from tests.stdlib.support import call, json_of, new_host, ok
host = new_host()
w_store = call('kv.open', sys.argv[1], host=host).getarg(0)
for i in range(100000):
    if json_of('kv.put', w_store, '%s%d' % (sys.argv[2], i), bytearray('v'), host=host) != (
            ok('null')):
        break
    sys.stdout.write('%d\\n' % i)
    sys.stdout.flush()
"""


def test_two_processes_that_are_killed(tmpdir):
    """Whatever was answered is there, tests/native does this more often."""
    writers = [subprocess.Popen([sys.executable, '-c', WRITER, str(tmpdir), name],
                                stdout=subprocess.PIPE) for name in 'ab']
    answered = []
    for writer in writers:
        for i in range(10):
            writer.stdout.readline()
    for writer in writers:
        writer.kill()
        answered.append(10 + writer.stdout.read().count('\n'))
        writer.wait()
    keys = reopened(tmpdir)[2]
    for name, count in zip('ab', answered):
        for i in range(count):
            assert '"%s%d"' % (name, i) in keys


def test_prefixes(tmpdir):
    host, w_store, keys = reopened(tmpdir)
    for key in ['\xc3\xbf', '\xc3\xbfa', '\xf4\x8f\xbf\xbf', 'z', '']:
        call('kv.put', w_store, key, bytearray(''), host=host)
    assert json_of('kv.list_prefix', w_store, '\xc3\xbf', host=host) == (
        '["\xc3\xbf","\xc3\xbfa"]')
    assert json_of('kv.list_prefix', w_store, '\xf4\x8f\xbf\xbf', host=host) == (
        '["\xf4\x8f\xbf\xbf"]')
    assert kvstore.above_all('a\xff\xff') == 'b' and kvstore.above_all('\xff') == ''


def test_places_that_hold_no_store(tmpdir, monkeypatch):
    assert json_of('kv.open', '/proc/nope/x') == err(
        'kv.open: IO error: No such file or directory (os error 2)')
    assert json_of('kv.open', '/etc/passwd') == err(
        'kv.open: IO error: Not a directory (os error 20)')
    tmpdir.join('log').write('something else')
    assert json_of('kv.open', str(tmpdir)) == err('kv.open: not a key-value store')
    assert tmpdir.join('log').read() == 'something else'
    other = tmpdir.mkdir('other')
    other.join('kv.db').write('something else ' * 100)
    assert json_of('kv.open', str(other)) == err('kv.open: not a key-value store')
    database = tmpdir.mkdir('database')
    w_database = call('sql.open', str(database.join('kv.db')), host=new_host())
    host = new_host()
    w_database = call('sql.open', str(database.join('kv.db')), host=host).getarg(0)
    call('sql.exec', w_database, 'create table mine(a)', [], host=host)
    assert json_of('kv.open', str(database)) == err('kv.open: not a key-value store')


def test_the_current_directory(tmpdir, monkeypatch):
    monkeypatch.chdir(tmpdir)
    host = new_host()
    w_store = opened(host, '')
    assert json_of('kv.put', w_store, 'a', bytearray(''), host=host) == ok('null')
    assert tmpdir.join('kv.db').exists()
    host = new_host(Policy(['kv'], fs_write=[str(tmpdir)]))
    assert json_of('kv.open', '', host=host) == err(
        'kv.open: `` outside --allow-fs-write')


@pytest.mark.parametrize('name', ['log', 'kv.db'])
def test_pipes(tmpdir, name):
    os.mkfifo(str(tmpdir.join(name)))
    start = time.time()
    answer = json_of('kv.open', str(tmpdir))
    assert 'not a key-value store' in answer or 'IO error' in answer
    assert time.time() - start < 5


def test_a_full_disk(tmpdir):
    host = new_host()
    w_store = opened(host, tmpdir)
    assert json_of('kv.put', w_store, 'a', bytearray('x'), host=host) == ok('null')
    host.stores.get(w_store.intval).database.run('PRAGMA max_page_count = 3')
    assert json_of('kv.put', w_store, 'b', bytearray(100000), host=host) == (
        err('kv.put: IO error: No space left on device (os error 28)'))
    assert json_of('kv.get', w_store, 'b', host=host) == NONE
    assert json_of('kv.list_prefix', w_store, '', host=host) == '["a"]'


def test_output_counts(tmpdir):
    host = new_host()
    w_store = opened(host, tmpdir)
    host.output_limit = OutputLimit(50000)
    with pytest.raises(LimitExceeded):
        for i in range(100):
            call('kv.put', w_store, 'k%d' % i, bytearray(1000), host=host)
    keys = reopened(tmpdir)[2]
    assert keys.count('"') == 2 * i and i > 2


def test_missing_library(tmpdir, monkeypatch):
    monkeypatch.setattr(sqlite_guard, 'library', libsqlite.Library())
    monkeypatch.setattr(sqlite_guard, 'LIBRARY_NAMES', ['libnothere.so.7'])
    assert json_of('kv.open', str(tmpdir)) == err(
        'kv.open: the library libnothere.so.7 is not installed')


def test_policy(tmpdir):
    inside = tmpdir.mkdir('in')
    host = new_host(Policy(['kv'], fs_write=[str(inside)]))
    w_store = opened(host, inside.join('store'))
    assert json_of('kv.put', w_store, 'a', bytearray(''), host=host) == (
        ok('null'))
    outside = str(tmpdir.join('out'))
    assert json_of('kv.open', outside, host=host) == err(
        'kv.open: `%s` outside --allow-fs-write' % outside)
    assert not os.path.exists(outside)
    host = new_host(Policy(['kv'], fs_write=[str(tmpdir)], fs_read=[str(inside)]))
    assert json_of('kv.open', outside, host=host) == err(
        'kv.open: `%s` outside --allow-fs-read' % outside)
    assert not os.path.exists(outside)
    assert error_of('kv.open', 'x', host=new_host(Policy(['io']))) == (
        'effect `kv` not in --allow-effects')
