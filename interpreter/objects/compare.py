"""The order of values: Int, Float and Str, each among themselves."""

from rpython.rlib import jit

from interpreter.objects.display import debug
from interpreter.objects.errors import TypeMismatch
from interpreter.objects.numbers import W_Float, W_Int
from interpreter.objects.text import W_Str


def less(w_a, w_b):
    """Whether ``w_a < w_b``; with a NaN it is not.  Raises TypeMismatch
    unless both are Int, Float or Str."""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return w_a.intval < w_b.intval
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return w_a.floatval < w_b.floatval
    elif isinstance(w_a, W_Str):
        if isinstance(w_b, W_Str):
            return w_a.utf8_w() < w_b.utf8_w()
    raise operand_mismatch(w_a, w_b)


def less_or_equal(w_a, w_b):
    """Whether ``w_a <= w_b``; otherwise like ``less``."""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return w_a.intval <= w_b.intval
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return w_a.floatval <= w_b.floatval
    elif isinstance(w_a, W_Str):
        if isinstance(w_b, W_Str):
            return w_a.utf8_w() <= w_b.utf8_w()
    raise operand_mismatch(w_a, w_b)


@jit.dont_look_inside
def operand_mismatch(w_a, w_b):
    """The error of an arithmetic or ordering operator on these operands."""
    return TypeMismatch('Num op: %s %s' % (debug(w_a), debug(w_b)))


def sorts_before(w_a, w_b):
    """The order of sort keys: like ``less``, and keys that have no order
    (NaN, different kinds, other kinds) count as equal."""
    if isinstance(w_a, W_Int):
        return isinstance(w_b, W_Int) and w_a.intval < w_b.intval
    if isinstance(w_a, W_Float):
        return isinstance(w_b, W_Float) and w_a.floatval < w_b.floatval
    if isinstance(w_a, W_Str):
        return isinstance(w_b, W_Str) and w_a.utf8_w() < w_b.utf8_w()
    return False
