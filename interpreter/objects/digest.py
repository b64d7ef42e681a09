"""Structural hashes of values, for the memo table.

Values that the memo table takes for the same (``equality.args_equal``) have
the same digest: floats count by bit pattern, records independently of field
order, closures by body and captures, actors by identity.  Without recursion.
"""

from rpython.rlib import jit
from rpython.rlib.longlong2float import float2longlong
from rpython.rlib.objectmodel import compute_hash, compute_identity_hash
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.objects.bytes import W_Bytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.deque import W_Deque
from interpreter.objects.list import W_List
from interpreter.objects.map import W_Map
from interpreter.objects.matrix import W_Matrix
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, W_Unit
from interpreter.objects.pace import pace
from interpreter.objects.record import W_Record
from interpreter.objects.secret import mixed as _mixed
from interpreter.objects.set import W_Set
from interpreter.objects.text import W_Str
from interpreter.objects.tree import IntKey, StrKey
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant

# Seeds that tell the kinds of values apart.
INT = r_uint(1)
FLOAT = r_uint(2)
STR = r_uint(3)
BOOL = r_uint(4)
UNIT = r_uint(5)
BYTES = r_uint(6)
LIST = r_uint(7)
TUPLE = r_uint(8)
RECORD = r_uint(9)
VARIANT = r_uint(10)
CLOSURE = r_uint(11)
MAP = r_uint(12)
SET = r_uint(13)
DEQUE = r_uint(14)
MATRIX = r_uint(15)
OTHER = r_uint(16)
ARGS = r_uint(17)


@jit.dont_look_inside
def digest(w_value):
    """The digest of one value, a machine integer."""
    return intmask(_digest(w_value))


@jit.dont_look_inside
def digest_args(args_w):
    """The digest of a list of arguments."""
    h = ARGS
    for i in range(len(args_w)):
        h = _mixed(h, _digest(args_w[i]))
    return intmask(h)


def _mixed_int(h, i):
    return _mixed(h, r_uint(i))


class _Open(object):
    """A value whose parts are being digested, in order."""

    def __init__(self, h, items, start, stop, w_list):
        self.h = h
        self.items = items
        self.next = start
        self.stop = stop
        self.w_list = w_list        # where to keep the digest, or None


def _digest(w_value):
    stack = []
    h = _opened(w_value, stack)
    while len(stack) > 0:
        pace.work(1)
        top = stack[len(stack) - 1]
        if top.next < top.stop:
            i = top.next
            assert i >= 0
            top.next = i + 1
            depth = len(stack)
            h = _opened(top.items[i], stack)
            if len(stack) == depth:
                top.h = _mixed(top.h, h)
        else:
            stack.pop()
            h = top.h
            if top.w_list is not None:
                top.w_list.cached_digest = intmask(h)
            if len(stack) > 0:
                above = stack[len(stack) - 1]
                above.h = _mixed(above.h, h)
    return h


def _opened(w_value, stack):
    """The digest of a value without parts; any other value is pushed on the
    stack."""
    if isinstance(w_value, W_Int):
        return _mixed_int(INT, w_value.intval)
    if isinstance(w_value, W_Str):
        return _mixed_int(STR, compute_hash(w_value.utf8_w()))
    if isinstance(w_value, W_Bool):
        return _mixed_int(BOOL, int(w_value.boolval))
    if isinstance(w_value, W_Float):
        return _mixed_int(FLOAT, float2longlong(w_value.floatval))
    if isinstance(w_value, W_Unit):
        return UNIT
    if isinstance(w_value, W_Bytes):
        return _mixed_int(BYTES, compute_hash(w_value.bytes_w()))
    if isinstance(w_value, W_List):
        return _opened_list(LIST, w_value, stack)
    if isinstance(w_value, W_Variant):
        h = _mixed_int(VARIANT, compute_hash(w_value.constructor.name))
        return _push(h, w_value.parts(), stack)
    if isinstance(w_value, W_Record):
        h = _mixed_int(RECORD, w_value.shape.number)
        return _push(h, w_value.parts(), stack)
    if isinstance(w_value, W_Tuple):
        return _push(TUPLE, w_value.parts(), stack)
    if isinstance(w_value, W_Closure):
        h = _mixed_int(CLOSURE, compute_hash(w_value.code.body_hash))
        return _push(h, w_value.captured_w, stack)
    if isinstance(w_value, W_Map):
        return _push(_mixed_keys(MAP, w_value), w_value.values_w(), stack)
    if isinstance(w_value, W_Set):
        return _mixed_keys(SET, w_value)
    if isinstance(w_value, W_Deque):
        return _opened_list(DEQUE, w_value.w_list, stack)
    if isinstance(w_value, W_Matrix):
        h = _mixed_int(_mixed_int(MATRIX, w_value.rows), w_value.cols)
        for i in range(len(w_value.data)):
            h = _mixed_int(h, float2longlong(w_value.data[i]))
        return h
    return _mixed_int(OTHER, compute_identity_hash(w_value))


def _push(h, items, stack):
    h = _mixed_int(h, len(items))
    if len(items) == 0:
        return h
    stack.append(_Open(h, items, 0, len(items), None))
    return h


def _opened_list(kind, w_list, stack):
    if kind == LIST and w_list.cached_digest != 0:
        return r_uint(w_list.cached_digest)
    w_owner = w_list
    w_list = w_list.flattened()
    length = w_list.length()
    pace.work(length)
    h = _mixed_int(kind, length)
    # The parts of unboxed lists count like boxed ones.
    if w_list.is_int_list():
        for i in range(length):
            h = _mixed(h, _mixed_int(INT, w_list.getitem_int(i)))
    elif w_list.is_float_list():
        for i in range(length):
            h = _mixed(h, _mixed_int(FLOAT, float2longlong(
                w_list.getitem_float(i))))
    else:
        w_cache = None
        if kind == LIST:
            w_cache = w_owner
        stack.append(_Open(h, w_list.boxed_items(), w_list.start,
                           w_list.start + length, w_cache))
        return h
    if kind == LIST:
        w_owner.cached_digest = intmask(h)
    return h


def _mixed_keys(h, w_sorted):
    walk = w_sorted.walk()
    h = _mixed_int(h, w_sorted.length())
    for i in range(w_sorted.length()):
        key = walk.next().key
        if isinstance(key, StrKey):
            h = _mixed(h, _mixed_int(STR, compute_hash(key.value)))
        elif isinstance(key, IntKey):
            h = _mixed(h, _mixed_int(INT, key.value))
    return h
