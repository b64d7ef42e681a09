"""Structural equality of values, deep and without recursion.

Values of different kinds are never equal.  Floats compare by IEEE rules,
records as sets of fields, closures by body and captures, actors by identity.
``exact=True`` compares floats by bit pattern instead, as the memo table does.
"""

from rpython.rlib import jit
from rpython.rlib.longlong2float import float2longlong

from interpreter.objects.actor import W_Actor
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.deque import W_Deque
from interpreter.objects.list import W_List
from interpreter.objects.map import W_Map
from interpreter.objects.matrix import W_Matrix
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, W_Unit
from interpreter.objects.pace import pace
from interpreter.objects.record import W_Record
from interpreter.objects.set import W_Set
from interpreter.objects.text import W_Str, are_equal
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant


def equal(w_a, w_b):
    """Whether ``==`` holds for the two values."""
    if isinstance(w_a, W_Int):
        return isinstance(w_b, W_Int) and w_a.intval == w_b.intval
    if isinstance(w_a, W_Str):
        return isinstance(w_b, W_Str) and are_equal(w_a.utf8_w(),
                                                    w_b.utf8_w())
    if isinstance(w_a, W_Bool):
        return w_a is w_b
    if isinstance(w_a, W_Float):
        return isinstance(w_b, W_Float) and w_a.floatval == w_b.floatval
    if isinstance(w_a, W_Variant):
        if not isinstance(w_b, W_Variant):
            return False
        if w_a.constructor is not w_b.constructor:
            return False
        if w_a.arity() == 0 and w_b.arity() == 0:
            return True
    return _deeply_equal(w_a, w_b, False)


def args_equal(args_a, args_b):
    """Whether two argument lists are the same for the memo table."""
    if len(args_a) != len(args_b):
        return False
    for i in range(len(args_a)):
        if not _deeply_equal(args_a[i], args_b[i], True):
            return False
    return True


@jit.dont_look_inside
def _deeply_equal(w_a, w_b, exact):
    # A flat sequence of pairs that are still to compare.
    pending = []
    if not _compare(w_a, w_b, exact, pending):
        return False
    while len(pending) > 0:
        pace.work(1)
        w_b = pending.pop()
        w_a = pending.pop()
        if not _compare_parts(w_a, w_b, exact, pending):
            return False
    return True


def _same_float(a, b, exact):
    if exact:
        return float2longlong(a) == float2longlong(b)
    return a == b


def _compare(w_a, w_b, exact, pending):
    """False if the values differ; puts the pair off if it has parts."""
    if isinstance(w_a, W_Int):
        return isinstance(w_b, W_Int) and w_a.intval == w_b.intval
    if isinstance(w_a, W_Str):
        return isinstance(w_b, W_Str) and w_a.utf8_w() == w_b.utf8_w()
    if isinstance(w_a, W_Bool):
        return w_a is w_b
    if isinstance(w_a, W_Unit):
        return w_a is w_b
    if isinstance(w_a, W_Float):
        return (isinstance(w_b, W_Float)
                and _same_float(w_a.floatval, w_b.floatval, exact))
    if isinstance(w_a, W_Bytes):
        return isinstance(w_b, W_Bytes) and w_a.bytes_w() == w_b.bytes_w()
    if isinstance(w_a, W_Actor):
        return w_a is w_b
    if exact and w_a is w_b:
        return True
    pending.append(w_a)
    pending.append(w_b)
    return True


def _compare_arrays(items_a, items_b, exact, pending):
    if len(items_a) != len(items_b):
        return False
    for i in range(len(items_a)):
        if not _compare(items_a[i], items_b[i], exact, pending):
            return False
    return True


def _compare_parts(w_a, w_b, exact, pending):
    if isinstance(w_a, W_List):
        return (isinstance(w_b, W_List)
                and _compare_lists(w_a, w_b, exact, pending))
    if isinstance(w_a, W_Variant):
        return (isinstance(w_b, W_Variant)
                and w_a.constructor is w_b.constructor
                and _compare_arrays(w_a.parts(), w_b.parts(), exact, pending))
    if isinstance(w_a, W_Record):
        return (isinstance(w_b, W_Record) and w_a.shape is w_b.shape
                and _compare_arrays(w_a.parts(), w_b.parts(), exact, pending))
    if isinstance(w_a, W_Tuple):
        return (isinstance(w_b, W_Tuple)
                and _compare_arrays(w_a.parts(), w_b.parts(), exact, pending))
    if isinstance(w_a, W_Closure):
        return (isinstance(w_b, W_Closure)
                and w_a.code.body_hash == w_b.code.body_hash
                and _compare_arrays(w_a.captured_w, w_b.captured_w, exact,
                                    pending))
    if isinstance(w_a, W_Map):
        return (isinstance(w_b, W_Map)
                and _compare_trees(w_a, w_b, exact, pending))
    if isinstance(w_a, W_Set):
        return (isinstance(w_b, W_Set)
                and _compare_trees(w_a, w_b, exact, pending))
    if isinstance(w_a, W_Deque):
        return (isinstance(w_b, W_Deque)
                and _compare_lists(w_a.w_list, w_b.w_list, exact, pending))
    if isinstance(w_a, W_Matrix):
        return (isinstance(w_b, W_Matrix)
                and _compare_matrices(w_a, w_b, exact))
    return w_a is w_b


def _compare_lists(w_a, w_b, exact, pending):
    length = w_a.length()
    if length != w_b.length():
        return False
    pace.work(length)
    w_a = w_a.flattened()
    w_b = w_b.flattened()
    if w_a.is_int_list() and w_b.is_int_list():
        for i in range(length):
            if w_a.getitem_int(i) != w_b.getitem_int(i):
                return False
        return True
    if w_a.is_float_list() and w_b.is_float_list():
        for i in range(length):
            if not _same_float(w_a.getitem_float(i), w_b.getitem_float(i),
                               exact):
                return False
        return True
    for i in range(length):
        if not _compare(w_a.getitem(i), w_b.getitem(i), exact, pending):
            return False
    return True


def _compare_trees(w_a, w_b, exact, pending):
    if w_a.length() != w_b.length():
        return False
    walk_a = w_a.walk()
    walk_b = w_b.walk()
    for i in range(w_a.length()):
        node_a = walk_a.next()
        node_b = walk_b.next()
        if node_a.key.compare(node_b.key) != 0:
            return False
        if not _compare(node_a.w_value, node_b.w_value, exact, pending):
            return False
    return True


def _compare_matrices(w_a, w_b, exact):
    if w_a.rows != w_b.rows or w_a.cols != w_b.cols:
        return False
    for i in range(len(w_a.data)):
        if not _same_float(w_a.data[i], w_b.data[i], exact):
            return False
    return True
