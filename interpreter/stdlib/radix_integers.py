"""Integers of documents, in any base, as JSON keeps them."""

from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rbigint import rbigint

from interpreter.objects.numbers import newfloat, newint
from interpreter.texts.hexadecimal import digit_value

LARGEST_U64 = rbigint.fromlong((1 << 64) - 1)
LARGEST_U128 = rbigint.fromlong((1 << 128) - 1)
SMALLEST_I128 = rbigint.fromlong(-(1 << 127))


class NoInteger(Exception):
    """Not digits, or not a number of 128 bits."""


class NoJsonNumber(Exception):
    """An integer that JSON has no number for."""


def integer(text, start, radix, is_negative):
    """The W_Int of the digits of ``text`` from ``start`` on; the W_Float nearest to a
    larger number of 64 bits without sign.  Raises NoInteger and NoJsonNumber."""
    if start == len(text):
        raise NoInteger
    for i in range(start, len(text)):
        if not 0 <= digit_value(text[i]) < radix:
            raise NoInteger
    try:
        total = 0
        for i in range(start, len(text)):
            total = ovfcheck(total * radix)
            total = ovfcheck(total - digit_value(text[i]))
        if not is_negative:
            total = ovfcheck(-total)
        return newint(total)
    except OverflowError:
        return newfloat(_large(text, start, radix, is_negative).tofloat())


def _large(text, start, radix, is_negative):
    number = rbigint.fromint(0)
    base = rbigint.fromint(radix)
    for i in range(start, len(text)):
        number = number.mul(base).add(rbigint.fromint(digit_value(text[i])))
        if number.gt(LARGEST_U128):
            raise NoInteger
    if is_negative and number.neg().lt(SMALLEST_I128):
        raise NoInteger
    if is_negative or number.gt(LARGEST_U64):
        raise NoJsonNumber
    return number
