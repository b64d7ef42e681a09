"""std.map: sorted maps with Str or Int keys.  ``map.fold`` is an instruction
sequence of the machine over :func:`entries`."""

from rpython.rlib import jit

from interpreter.objects.list import ListBuilder, newlist
from interpreter.objects.map import empty_map
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.pace import pace
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import some, w_none
from interpreter.stdlib.args import (
    mismatch, to_key, to_list, to_map, to_tuple)
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED, each


# Inserting into a tree, as work of the Pace.
TREE_WORK = 16


@pure('map', 'new', CONSTANT)
def new():
    return empty_map


@pure('map', 'size', CONSTANT)
def size(w_map):
    return newint(to_map(w_map).length())


@pure('map', 'is_empty', CONSTANT)
def is_empty(w_map):
    return newbool(to_map(w_map).length() == 0)


@pure('map', 'has', each(1, 1))
def has(w_map, w_key):
    return newbool(to_map(w_map).has(to_key(w_key)))


@pure('map', 'get', CONSTANT)
def get(w_map, w_key):
    w_value = to_map(w_map).get(to_key(w_key))
    if w_value is None:
        return w_none
    return some(w_value)


@pure('map', 'set', CONSTANT)
def set_(w_map, w_key, w_value):
    return to_map(w_map).set(to_key(w_key), w_value)


@pure('map', 'delete', CONSTANT)
def delete(w_map, w_key):
    return to_map(w_map).remove(to_key(w_key))


@pure('map', 'keys', each(4, 0))
def keys(w_map):
    return newlist(to_map(w_map).keys_w())


@pure('map', 'values', each(4, 0))
def values(w_map):
    return newlist(to_map(w_map).values_w())


@pure('map', 'entries', COUNTED)
@jit.dont_look_inside
def entries(w_map):
    builder = ListBuilder()
    for node in to_map(w_map).entries():
        pace.work(1)
        builder.append(newtuple([node.key.to_w(), node.w_value]))
    return builder.build()


@pure('map', 'from_list', COUNTED)
@jit.dont_look_inside
def from_list(w_entries):
    w_entries = to_list(w_entries)
    w_result = empty_map
    for i in range(w_entries.length()):
        pace.work(TREE_WORK)
        w_entry = to_tuple(w_entries.getitem(i))
        if w_entry.arity() != 2:
            raise mismatch('a (key, value) pair', w_entry)
        w_result = w_result.set(to_key(w_entry.getitem(0)),
                                w_entry.getitem(1))
    return w_result


@pure('map', 'merge', COUNTED)
@jit.dont_look_inside
def merge(w_base, w_over):
    w_result = to_map(w_base)
    for node in to_map(w_over).entries():
        pace.work(TREE_WORK)
        w_result = w_result.set(node.key, node.w_value)
    return w_result
