"""Texts and results are the reference's, except for the lock."""

import os

import pytest

from interpreter.effects import kvstore
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


@pytest.mark.parametrize('cut', range(1, 17))
def test_a_record_cut_short_is_dropped(tmpdir, cut):
    host, w_store, keys = reopened(tmpdir)
    call('kv.put', w_store, 'a', bytearray('1'), host=host)
    call('kv.put', w_store, 'b', bytearray('22'), host=host)
    call('kv.close', w_store, host=host)
    log = tmpdir.join('log')
    log.write(log.read('rb')[:-cut], 'wb')
    host, w_store, keys = reopened(tmpdir)
    assert keys == '["a"]'
    call('kv.put', w_store, 'c', bytearray('3'), host=host)
    call('kv.close', w_store, host=host)
    assert reopened(tmpdir)[2] == '["a","c"]'


def test_a_damaged_record_is_dropped(tmpdir):
    host, w_store, keys = reopened(tmpdir)
    call('kv.put', w_store, 'a', bytearray('12345'), host=host)
    call('kv.close', w_store, host=host)
    log = tmpdir.join('log')
    log.write(log.read('rb').replace('12345', '12x45'), 'wb')
    assert reopened(tmpdir)[2] == '[]'


def test_old_logs_are_written_anew(tmpdir, monkeypatch):
    monkeypatch.setattr(kvstore, 'SMALL_LOG', 100)
    host, w_store, keys = reopened(tmpdir)
    for i in range(50):
        call('kv.put', w_store, 'k', bytearray('%d' % i), host=host)
    call('kv.close', w_store, host=host)
    host, w_store, keys = reopened(tmpdir)
    assert tmpdir.join('log').size() == 8 + 13 + 3
    assert tmpdir.listdir() == [tmpdir.join('log')]
    call('kv.put', w_store, 'l', bytearray(''), host=host)
    call('kv.close', w_store, host=host)
    assert reopened(tmpdir)[2] == '["k","l"]'


def test_one_user_at_a_time(tmpdir):
    host = new_host()
    opened(host, tmpdir)
    assert json_of('kv.open', str(tmpdir), host=host) == err(
        'kv.open: IO error: could not acquire lock: Resource temporarily '
        'unavailable (os error 11)')


def test_places_that_hold_no_store(tmpdir):
    assert json_of('kv.open', '/proc/nope/x') == err(
        'kv.open: IO error: No such file or directory (os error 2)')
    assert json_of('kv.open', '/etc/passwd') == err(
        'kv.open: IO error: Not a directory (os error 20)')
    assert json_of('kv.open', '') == err(
        'kv.open: IO error: No such file or directory (os error 2)')
    tmpdir.join('log').write('something else')
    assert json_of('kv.open', str(tmpdir)) == err(
        'kv.open: not a key-value store')
    assert tmpdir.join('log').read() == 'something else'


def test_a_full_disk():
    host = new_host()
    w_store = opened(host, '/dev/shm/lexvm-test-%d' % os.getpid())
    store = host.stores.get(w_store.intval)
    try:
        os.close(store.fd)
        store.fd = os.open('/dev/full', os.O_WRONLY)
        assert json_of('kv.put', w_store, 'a', bytearray('x'), host=host) == (
            err('kv.put: IO error: No space left on device (os error 28)'))
        assert json_of('kv.get', w_store, 'a', host=host) == NONE
        # The device cannot be cut back to the last whole record either.
        assert json_of('kv.delete', w_store, 'a', host=host) == err(
            'kv.delete: IO error: Bad file descriptor (os error 9)')
    finally:
        store.place.remove_tree()


def test_policy(tmpdir):
    inside = tmpdir.mkdir('in')
    host = new_host(Policy(['kv'], fs_write=[str(inside)]))
    w_store = opened(host, inside.join('store'))
    assert json_of('kv.put', w_store, 'a', bytearray(''), host=host) == (
        ok('null'))
    outside = str(tmpdir.join('out'))
    assert json_of('kv.open', outside, host=host) == err(
        'kv.open `%s` outside --allow-fs-write' % outside)
    assert not os.path.exists(outside)
    assert error_of('kv.open', 'x', host=new_host(Policy(['io']))) == (
        'effect `kv` not in --allow-effects')
