"""std.set: sorted sets of Str or Int members."""

from rpython.rlib import jit

from interpreter.objects.list import newlist
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.pace import pace
from interpreter.objects.set import empty_set
from interpreter.stdlib.args import to_key, to_list, to_set
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED, each


# Inserting into a tree, as work of the Pace.
TREE_WORK = 16


@pure('set', 'new', CONSTANT)
def new():
    return empty_set


@pure('set', 'size', CONSTANT)
def size(w_set):
    return newint(to_set(w_set).length())


@pure('set', 'is_empty', CONSTANT)
def is_empty(w_set):
    return newbool(to_set(w_set).length() == 0)


@pure('set', 'has', CONSTANT)
def has(w_set, w_member):
    return newbool(to_set(w_set).has(to_key(w_member)))


@pure('set', 'add', CONSTANT)
def add(w_set, w_member):
    return to_set(w_set).add(to_key(w_member))


@pure('set', 'delete', CONSTANT)
def delete(w_set, w_member):
    return to_set(w_set).remove(to_key(w_member))


@pure('set', 'to_list', each(4, 0))
def to_list_(w_set):
    return newlist(to_set(w_set).keys_w())


@pure('set', 'from_list', COUNTED)
@jit.dont_look_inside
def from_list(w_list):
    w_list = to_list(w_list)
    w_result = empty_set
    pace.work(w_list.length())
    for i in range(w_list.length()):
        pace.work(TREE_WORK)
        w_result = w_result.add(to_key(w_list.getitem(i)))
    return w_result


@pure('set', 'union', COUNTED)
@jit.dont_look_inside
def union(w_left, w_right):
    w_left = to_set(w_left)
    w_right = to_set(w_right)
    if w_left.length() < w_right.length():
        w_left, w_right = w_right, w_left
    for key in w_right.keys():
        pace.work(TREE_WORK)
        w_left = w_left.add(key)
    return w_left


@pure('set', 'intersect', COUNTED)
@jit.dont_look_inside
def intersect(w_left, w_right):
    w_left = to_set(w_left)
    w_right = to_set(w_right)
    if w_right.length() < w_left.length():
        w_left, w_right = w_right, w_left
    w_result = w_left
    for key in w_left.keys():
        pace.work(TREE_WORK)
        if not w_right.has(key):
            w_result = w_result.remove(key)
    return w_result


@pure('set', 'diff', COUNTED)
@jit.dont_look_inside
def diff(w_left, w_right):
    w_left = to_set(w_left)
    w_right = to_set(w_right)
    w_result = w_left
    if w_left.length() < w_right.length():
        for key in w_left.keys():
            pace.work(TREE_WORK)
            if w_right.has(key):
                w_result = w_result.remove(key)
    else:
        for key in w_right.keys():
            pace.work(TREE_WORK)
            w_result = w_result.remove(key)
    return w_result


@pure('set', 'is_subset', COUNTED)
@jit.dont_look_inside
def is_subset(w_left, w_right):
    w_left = to_set(w_left)
    w_right = to_set(w_right)
    if w_left.length() > w_right.length():
        return newbool(False)
    for key in w_left.keys():
        pace.work(TREE_WORK)
        if not w_right.has(key):
            return newbool(False)
    return newbool(True)
