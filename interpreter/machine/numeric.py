"""Arithmetic and comparison instructions on boxed values."""

import math

from rpython.rlib import jit
from rpython.rlib.rfloat import INFINITY

from interpreter.machine import failures
from interpreter.objects import arith
from interpreter.objects.compare import (
    less, less_or_equal, operand_mismatch)
from interpreter.objects.numbers import (
    W_Bool, W_Float, W_Int, newbool, newfloat, newint, no_number)
from interpreter.objects.text import W_Str


def int_value(w_value):
    if isinstance(w_value, W_Int):
        return w_value.intval
    raise failures.expected('Int', w_value)


def float_value(w_value):
    if isinstance(w_value, W_Float):
        return w_value.floatval
    raise failures.expected('Float', w_value)


def bool_value(w_value):
    if isinstance(w_value, W_Bool):
        return w_value.boolval
    raise failures.expected('Bool', w_value)


def int_add(w_a, w_b):
    return newint(arith.add(int_value(w_a), int_value(w_b)))


def int_sub(w_a, w_b):
    return newint(arith.sub(int_value(w_a), int_value(w_b)))


def int_mul(w_a, w_b):
    return newint(arith.mul(int_value(w_a), int_value(w_b)))


def int_div(w_a, w_b):
    divisor = int_value(w_b)
    if divisor == 0:
        raise failures.division_by_zero('division', w_a)
    return newint(arith.div(int_value(w_a), divisor))


def int_mod(w_a, w_b):
    divisor = int_value(w_b)
    if divisor == 0:
        raise failures.division_by_zero('modulo', w_a)
    return newint(arith.mod(int_value(w_a), divisor))


def float_div(a, b):
    """IEEE division; Python's own raises on a zero divisor.  A NaN keeps its
    sign: the memo tells NaNs apart."""
    if b == 0.0:
        if math.isnan(a):
            return a
        if a == 0.0:
            return no_number(a)
        if (a < 0.0) == (math.copysign(1.0, b) < 0.0):
            return INFINITY
        return -INFINITY
    return a / b


@jit.dont_look_inside
def float_mod(a, b):
    """C fmod: the result has the sign of ``a``, or is the NaN given."""
    if math.isnan(a):
        return a
    if math.isnan(b):
        return b
    if b == 0.0 or a == INFINITY or a == -INFINITY:
        return no_number(a)
    if b == INFINITY or b == -INFINITY:
        return a
    return math.fmod(a, b)


def num_add(w_a, w_b):
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return int_add(w_a, w_b)
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return newfloat(w_a.floatval + w_b.floatval)
    if isinstance(w_a, W_Str) and isinstance(w_b, W_Str):
        return w_a.concat(w_b)
    raise operand_mismatch(w_a, w_b)


def num_sub(w_a, w_b):
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return int_sub(w_a, w_b)
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return newfloat(w_a.floatval - w_b.floatval)
    raise operand_mismatch(w_a, w_b)


def num_mul(w_a, w_b):
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return int_mul(w_a, w_b)
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return newfloat(w_a.floatval * w_b.floatval)
    raise operand_mismatch(w_a, w_b)


def num_div(w_a, w_b):
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return int_div(w_a, w_b)
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return newfloat(float_div(w_a.floatval, w_b.floatval))
    raise operand_mismatch(w_a, w_b)


def num_mod(w_a, w_b):
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return int_mod(w_a, w_b)
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return newfloat(float_mod(w_a.floatval, w_b.floatval))
    raise operand_mismatch(w_a, w_b)


def num_neg(w_value):
    if isinstance(w_value, W_Int):
        return newint(arith.neg(w_value.intval))
    if isinstance(w_value, W_Float):
        return newfloat(-w_value.floatval)
    raise failures.mismatch_on('NumNeg', w_value)


def num_lt(w_a, w_b):
    return newbool(less(w_a, w_b))


def num_le(w_a, w_b):
    return newbool(less_or_equal(w_a, w_b))
