"""std.kv: stores of bytes under text keys."""

from rpython.rlib import jit

from interpreter.effects import kvstore, places
from interpreter.effects.files import FileError, refuse_nul
from interpreter.effects.kvstore import StoreError
from interpreter.objects.bytes import newbytes
from interpreter.objects.errors import EffectError
from interpreter.objects.list import newlist_str
from interpreter.objects.numbers import newbool, newint, w_unit
from interpreter.objects.variant import err_str, ok, some, w_none
from interpreter.stdlib.args import host_int, host_str, to_bytes
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT, COUNTED, each


@effect('kv', 'open', CONSTANT)
@jit.dont_look_inside
def open_(host, w_path):
    host.check('kv')
    path = host_str(w_path)
    policy = host.policy
    try:
        refuse_nul(path)
        place = policy.place_to_write(path)
        if path == '':
            # The current directory, which no scope permits by that name.
            place = None
            if len(policy.fs_write) == 0:
                place = places.PathPlace('.')
        if place is None:
            return err_str('kv.open: `%s` outside --allow-fs-write' % path)
        if not policy.allows_read(path):
            return err_str('kv.open: `%s` outside --allow-fs-read' % path)
        return ok(newint(host.stores.add(kvstore.Store(place, host))))
    except FileError as e:
        return err_str('kv.open: IO error: ' + e.msg)
    except StoreError as e:
        return err_str('kv.open: ' + e.msg)


@effect('kv', 'close', CONSTANT)
@jit.dont_look_inside
def close(host, w_store):
    host.check('kv')
    store = host.stores.remove(host_int(w_store))
    if store is not None:
        store.close()
    return w_unit


def store_of(host, operation, w_store):
    host.check('kv')
    store = host.stores.get(host_int(w_store))
    if not isinstance(store, kvstore.Store):
        raise EffectError('kv.%s: closed or unknown Kv handle' % operation)
    return store


@effect('kv', 'get', each(1, 1))
@jit.dont_look_inside
def get(host, w_store, w_key):
    store = store_of(host, 'get', w_store)
    try:
        value = store.get(host_str(w_key))
    except StoreError as e:
        raise EffectError('kv.get: ' + e.msg)
    if value is None:
        return w_none
    return some(newbytes(value))


@effect('kv', 'put', each(1, 1, 2))
@jit.dont_look_inside
def put(host, w_store, w_key, w_value):
    store = store_of(host, 'put', w_store)
    try:
        store.put(host_str(w_key), to_bytes(w_value))
    except StoreError as e:
        return err_str('kv.put: ' + e.msg)
    return ok(w_unit)


@effect('kv', 'delete', CONSTANT)
@jit.dont_look_inside
def delete(host, w_store, w_key):
    store = store_of(host, 'delete', w_store)
    try:
        store.delete(host_str(w_key))
    except StoreError as e:
        return err_str('kv.delete: ' + e.msg)
    return ok(w_unit)


@effect('kv', 'contains', CONSTANT)
@jit.dont_look_inside
def contains(host, w_store, w_key):
    store = store_of(host, 'contains', w_store)
    try:
        return newbool(store.contains(host_str(w_key)))
    except StoreError as e:
        raise EffectError('kv.contains: ' + e.msg)


@effect('kv', 'list_prefix', COUNTED)
@jit.dont_look_inside
def list_prefix(host, w_store, w_prefix):
    store = store_of(host, 'list_prefix', w_store)
    try:
        return newlist_str(store.keys_from(host_str(w_prefix)))
    except StoreError as e:
        raise EffectError('kv.list_prefix: ' + e.msg)
