"""The Int arithmetic of the language: 64 bits, wrapping.

This is the only module that may compute with Int values of programs.  Every
operation first tries the overflow-checked machine operation and wraps in an
opaque helper.  The reason is the pinned RPython toolchain: the optimiser of
its JIT assumes that a plain add, subtract, multiply or shift in a trace does
not wrap (bounds are propagated through it, and a wrapped result is reused for
a checked operation), so a plain wrapping operation gives wrong results in
compiled loops.  Checked operations carry a guard whose bounds are right.
"""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import (
    int_c_div, int_c_mod, intmask, ovfcheck, r_uint)


@jit.dont_look_inside
def _wrapping_add(a, b):
    return intmask(r_uint(a) + r_uint(b))


@jit.dont_look_inside
def _wrapping_sub(a, b):
    return intmask(r_uint(a) - r_uint(b))


@jit.dont_look_inside
def _wrapping_mul(a, b):
    return intmask(r_uint(a) * r_uint(b))


def add(a, b):
    try:
        return ovfcheck(a + b)
    except OverflowError:
        return _wrapping_add(a, b)


def sub(a, b):
    try:
        return ovfcheck(a - b)
    except OverflowError:
        return _wrapping_sub(a, b)


def mul(a, b):
    try:
        return ovfcheck(a * b)
    except OverflowError:
        return _wrapping_mul(a, b)


def neg(a):
    return sub(0, a)


def div(a, b):
    """Quotient truncated toward zero; the caller has excluded ``b == 0``.
    The machine instruction traps on MIN / -1, which is MIN here."""
    if a >= 0 and b > 0:
        # The machine's rounding does not matter, and in a trace a constant
        # divisor becomes a multiplication or a shift.
        return a // b
    if b == -1:
        return neg(a)
    return int_c_div(a, b)


def mod(a, b):
    """Remainder with the sign of ``a``; the caller has excluded ``b == 0``."""
    if a >= 0 and b > 0:
        return a % b
    if b == -1:
        return 0
    return int_c_mod(a, b)
