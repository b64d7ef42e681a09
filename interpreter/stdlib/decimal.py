"""std.decimal: exact decimal numbers, a record ``{coefficient, exponent}``
that stands for coefficient * 10^exponent."""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import ovfcheck

from interpreter.objects import arith
from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.quote import debug_quoted
from interpreter.objects.record import Shape, W_Record, newrecord
from interpreter.objects.text import newstr
from interpreter.stdlib.args import mismatch, to_int, to_str
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


DECIMAL_SHAPE = Shape.of(['coefficient', 'exponent'])
MAX_POWER = 18
POWERS = [10 ** i for i in range(MAX_POWER + 1)]

ROUNDING_MODES = 'HalfUp HalfDown HalfEven Down Up Ceiling Floor'


def newdecimal(coefficient, exponent):
    return newrecord(DECIMAL_SHAPE, [newint(coefficient), newint(exponent)])


def field(w_value, name):
    if not isinstance(w_value, W_Record):
        raise mismatch('Record', w_value)
    w_field = w_value.getfield(name)
    if w_field is None:
        raise mismatch('Decimal', w_value)
    return to_int(w_field)


def coefficient_of(w_decimal):
    return field(w_decimal, 'coefficient')


def exponent_of(w_decimal):
    return field(w_decimal, 'exponent')


def power(exponent):
    """10^exponent for 0 .. 18, else EffectError."""
    if exponent < 0:
        raise EffectError('decimal.pow10: negative exponent %d' % exponent)
    if exponent > MAX_POWER:
        raise EffectError('decimal.pow10: exponent %d exceeds max (%d)' % (
            exponent, MAX_POWER))
    return POWERS[exponent]


def distance(larger, smaller):
    try:
        return ovfcheck(larger - smaller)
    except OverflowError:
        raise EffectError('decimal: exponent overflow')


def align(coefficient, shift):
    """The coefficient for an exponent that is ``shift`` smaller."""
    factor = power(shift)
    try:
        return ovfcheck(coefficient * factor)
    except OverflowError:
        raise EffectError('decimal: overflow aligning (shift %d)' % shift)


class Aligned(object):
    """Two decimals brought to the smaller of their exponents."""

    def __init__(self, w_left, w_right):
        self.left = coefficient_of(w_left)
        self.right = coefficient_of(w_right)
        left_exponent = exponent_of(w_left)
        right_exponent = exponent_of(w_right)
        if left_exponent > right_exponent:
            self.left = align(self.left, distance(left_exponent,
                                                  right_exponent))
            self.exponent = right_exponent
        else:
            if right_exponent > left_exponent:
                self.right = align(self.right, distance(right_exponent,
                                                        left_exponent))
            self.exponent = left_exponent


@pure('decimal', 'decimal', CONSTANT)
def decimal(w_coefficient, w_exponent):
    return newdecimal(to_int(w_coefficient), to_int(w_exponent))


@pure('decimal', 'zero', CONSTANT)
def zero():
    return newdecimal(0, 0)


@pure('decimal', 'one', CONSTANT)
def one():
    return newdecimal(1, 0)


@pure('decimal', 'from_int', CONSTANT)
def from_int(w_int):
    return newdecimal(to_int(w_int), 0)


@pure('decimal', 'add', CONSTANT)
def add(w_left, w_right):
    pair = Aligned(w_left, w_right)
    try:
        total = ovfcheck(pair.left + pair.right)
    except OverflowError:
        raise EffectError('decimal.add: overflow')
    return newdecimal(total, pair.exponent)


@pure('decimal', 'sub', CONSTANT)
def sub(w_left, w_right):
    pair = Aligned(w_left, w_right)
    try:
        difference = ovfcheck(pair.left - pair.right)
    except OverflowError:
        raise EffectError('decimal.sub: overflow')
    return newdecimal(difference, pair.exponent)


@pure('decimal', 'mul', CONSTANT)
def mul(w_left, w_right):
    left = coefficient_of(w_left)
    right = coefficient_of(w_right)
    left_exponent = exponent_of(w_left)
    right_exponent = exponent_of(w_right)
    try:
        product = ovfcheck(left * right)
    except OverflowError:
        raise EffectError('decimal.mul: overflow')
    try:
        exponent = ovfcheck(left_exponent + right_exponent)
    except OverflowError:
        raise EffectError('decimal.mul: exponent overflow')
    return newdecimal(product, exponent)


@pure('decimal', 'compare', CONSTANT)
def compare(w_left, w_right):
    pair = Aligned(w_left, w_right)
    if pair.left < pair.right:
        return newint(-1)
    if pair.left > pair.right:
        return newint(1)
    return newint(0)


@pure('decimal', 'is_zero', CONSTANT)
def is_zero(w_decimal):
    return newbool(coefficient_of(w_decimal) == 0)


@pure('decimal', 'is_positive', CONSTANT)
def is_positive(w_decimal):
    return newbool(coefficient_of(w_decimal) > 0)


@pure('decimal', 'is_negative', CONSTANT)
def is_negative(w_decimal):
    return newbool(coefficient_of(w_decimal) < 0)


@pure('decimal', 'normalize', CONSTANT)
@jit.dont_look_inside
def normalize(w_decimal):
    coefficient = coefficient_of(w_decimal)
    exponent = exponent_of(w_decimal)
    if coefficient == 0:
        return newdecimal(0, 0)
    while arith.mod(coefficient, 10) == 0:
        coefficient = arith.div(coefficient, 10)
        exponent = arith.add(exponent, 1)
    return newdecimal(coefficient, exponent)


@pure('decimal', 'negate', CONSTANT)
def negate(w_decimal):
    return newdecimal(arith.neg(coefficient_of(w_decimal)),
                      exponent_of(w_decimal))


@pure('decimal', 'abs', CONSTANT)
def abs_(w_decimal):
    coefficient = coefficient_of(w_decimal)
    if coefficient < 0:
        coefficient = arith.neg(coefficient)
    return newdecimal(coefficient, exponent_of(w_decimal))


@pure('decimal', 'round_to', CONSTANT)
@jit.dont_look_inside
def round_to(w_decimal, w_exponent, w_mode):
    coefficient = coefficient_of(w_decimal)
    exponent = exponent_of(w_decimal)
    target = to_int(w_exponent)
    mode = to_str(w_mode)
    if target <= exponent:
        shift = distance(exponent, target)
        factor = power(shift)
        try:
            return newdecimal(ovfcheck(coefficient * factor), target)
        except OverflowError:
            raise EffectError(
                'decimal.round_to: overflow scaling (shift %d)' % shift)
    divisor = power(distance(target, exponent))
    quotient = arith.div(coefficient, divisor)
    remainder = arith.mod(coefficient, divisor)
    if remainder != 0 and rounds_away(mode, quotient, remainder, divisor):
        if coefficient < 0:
            quotient -= 1
        else:
            quotient += 1
    return newdecimal(quotient, target)


def rounds_away(mode, quotient, remainder, divisor):
    """Whether an inexact quotient, truncated, moves away from zero."""
    twice = 2 * abs(remainder)
    if mode == 'HalfUp':
        return twice >= divisor
    if mode == 'HalfDown':
        return twice > divisor
    if mode == 'HalfEven':
        return twice > divisor or (twice == divisor and quotient & 1 == 1)
    if mode == 'Down':
        return False
    if mode == 'Up':
        return True
    if mode == 'Ceiling':
        return remainder > 0
    if mode == 'Floor':
        return remainder < 0
    raise EffectError(
        'decimal.round_to: unknown rounding mode %s; valid modes: %s' % (
            debug_quoted(mode), ROUNDING_MODES))


@pure('decimal', 'to_str', CONSTANT)
@jit.dont_look_inside
def to_str_(w_decimal):
    coefficient = coefficient_of(w_decimal)
    exponent = exponent_of(w_decimal)
    if exponent >= 0:
        factor = power(exponent)
        try:
            return newstr(str(ovfcheck(coefficient * factor)))
        except OverflowError:
            raise EffectError('decimal.to_str: overflow')
    digits = str(coefficient)
    sign = ''
    if coefficient < 0:
        sign = '-'
        digits = digits[1:]
    if exponent < -MAX_POWER:
        raise EffectError('decimal.pow10: exponent %s exceeds max (%d)' % (
            str(exponent)[1:], MAX_POWER))
    places = -exponent
    digits = '0' * max(places + 1 - len(digits), 0) + digits
    point = len(digits) - places
    assert point >= 0
    return newstr(sign + digits[:point] + '.' + digits[point:])


@pure('decimal', 'pow10', CONSTANT)
def pow10(w_exponent):
    return newint(power(to_int(w_exponent)))
