"""Checked access to the arguments of operations.

Each function takes a value and gives its content, or raises EffectError
with the text that ill-typed data meets in a pure operation; the ``host_``
forms have the text of effect operations.
"""

from rpython.rlib import jit

from interpreter.objects.bytes import W_Bytes
from interpreter.objects.display import debug
from interpreter.objects.errors import EffectError
from interpreter.objects.list import W_List
from interpreter.objects.map import W_Map
from interpreter.objects.numbers import W_Bool, W_Float, W_Int
from interpreter.objects.set import W_Set
from interpreter.objects.text import W_Str
from interpreter.objects.tree import mapkey_from_w
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant


@jit.dont_look_inside
def mismatch(expected, w_got):
    return EffectError('expected %s, got %s' % (expected, debug(w_got)))


@jit.dont_look_inside
def mismatch_some(expected, w_got):
    return EffectError('expected %s, got Some(%s)' % (expected,
                                                      debug(w_got)))


def to_text(w_value):
    """The W_Str itself."""
    if not isinstance(w_value, W_Str):
        raise mismatch('Str', w_value)
    return w_value


def to_str(w_value):
    """The UTF-8 bytes of a W_Str."""
    return to_text(w_value).utf8_w()


def to_int(w_value):
    if not isinstance(w_value, W_Int):
        raise mismatch('Int', w_value)
    return w_value.intval


def to_float(w_value):
    if not isinstance(w_value, W_Float):
        raise mismatch('Float', w_value)
    return w_value.floatval


def to_bool(w_value):
    if not isinstance(w_value, W_Bool):
        raise mismatch('Bool', w_value)
    return w_value.boolval


def to_list(w_value):
    if not isinstance(w_value, W_List):
        raise mismatch('List', w_value)
    return w_value


def to_bytes(w_value):
    """The content of a W_Bytes."""
    if not isinstance(w_value, W_Bytes):
        raise mismatch('Bytes', w_value)
    return w_value.bytes_w()


def to_tuple(w_value):
    if not isinstance(w_value, W_Tuple):
        raise mismatch('Tuple', w_value)
    return w_value


def to_variant(expected, w_value):
    if not isinstance(w_value, W_Variant):
        raise mismatch(expected, w_value)
    return w_value


def to_map(w_value):
    if not isinstance(w_value, W_Map):
        raise mismatch_some('Map', w_value)
    return w_value


def to_set(w_value):
    if not isinstance(w_value, W_Set):
        raise mismatch_some('Set', w_value)
    return w_value


def to_key(w_value):
    """The MapKey of a Str or an Int."""
    key = mapkey_from_w(w_value)
    if key is None:
        raise bad_key(w_value)
    return key


@jit.dont_look_inside
def bad_key(w_value):
    return EffectError('map/set key must be Str or Int, got %s'
                       % debug(w_value))


def host_str(w_value):
    if not isinstance(w_value, W_Str):
        raise mismatch('Str arg', w_value)
    return w_value.utf8_w()


def host_int(w_value):
    if not isinstance(w_value, W_Int):
        raise mismatch('Int arg', w_value)
    return w_value.intval
