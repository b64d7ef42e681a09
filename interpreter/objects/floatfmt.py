"""Texts of floats: shortest digits that read back as the same number, in the
layouts of the language's formats (docs/language.rst)."""

import math

from rpython.rlib import jit, rfloat


class Decimal(object):
    """A finite float as ``digits`` times ten to the ``exponent``; the digits
    have no zeros at either end, except for zero itself."""

    def __init__(self, negative, digits, exponent):
        self.negative = negative
        self.digits = digits
        self.exponent = exponent

    def sign(self):
        if self.negative:
            return '-'
        return ''

    def point(self):
        """Place of the decimal point, counted from before the digits."""
        return len(self.digits) + self.exponent

    def plain(self, integral_suffix):
        """Without an exponent; ``integral_suffix`` follows whole numbers."""
        digits = self.digits
        point = self.point()
        if self.exponent >= 0:
            return (self.sign() + digits + '0' * self.exponent
                    + integral_suffix)
        if point > 0:
            return self.sign() + digits[:point] + '.' + digits[point:]
        return self.sign() + '0.' + '0' * (-point) + digits

    def scientific(self, plus):
        """``1.5e300``; ``plus`` stands before positive exponents."""
        digits = self.digits
        text = self.sign() + digits[0]
        if len(digits) > 1:
            text += '.' + digits[1:]
        exponent = self.point() - 1
        if exponent >= 0:
            text += 'e' + plus
        else:
            text += 'e'
        return text + str(exponent)


def _decimal(x):
    """The shortest decimal of a finite float."""
    text = rfloat.double_to_string(x, 'r', 0, 0)[0]
    size = len(text)
    i = 0
    negative = False
    if text[0] == '-':
        negative = True
        i = 1
    digits = []
    exponent = 0
    seen_point = False
    while i < size and text[i] != 'e':
        if text[i] == '.':
            seen_point = True
        else:
            digits.append(text[i])
            if seen_point:
                exponent -= 1
        i += 1
    if i < size:
        i += 1
        assert i >= 0
        exponent += int(text[i:])
    stop = len(digits)
    while stop > 1 and digits[stop - 1] == '0':
        stop -= 1
        exponent += 1
    start = 0
    while start < stop - 1 and digits[start] == '0':
        start += 1
    if digits[start] == '0':
        return Decimal(negative, '0', 0)
    assert stop >= 0
    return Decimal(negative, ''.join(digits[start:stop]), exponent)


def _decimal_ties_up(x):
    """The shortest decimal; of two that are equally near, the larger one, where
    ``_decimal`` has the even one."""
    decimal = _decimal(x)
    places = -decimal.exponent
    if places > 0 and _is_tie(x, places):
        exact = rfloat.double_to_string(x, 'f', places + 1, 0)[0]
        last = len(decimal.digits) - 1
        before_five = len(exact) - 2
        assert last >= 0 and before_five >= 0
        if decimal.digits[last] == exact[before_five]:
            up = chr(ord(decimal.digits[last]) + 1)
            decimal.digits = decimal.digits[:last] + up
    return decimal


def _is_tie(x, places):
    """Is x in the middle between two decimals with so many places?  Then it is
    an odd multiple of the power of 1/2 one higher."""
    half = x
    for _ in range(places):
        half *= 2.0
    return math.floor(half) != half and math.floor(half * 2.0) == half * 2.0


def _not_finite(x, nan, infinity):
    if math.isnan(x):
        return nan
    if x < 0.0:
        return '-' + infinity
    return infinity


def _general(x, plus):
    decimal = _decimal(x)
    if -5 < decimal.point() <= 16:
        return decimal.plain('.0')
    return decimal.scientific(plus)


@jit.dont_look_inside
def json_float(x):
    """``1.0``, ``0.00001``, ``1e-6``, ``1e+16``; ``null`` unless finite."""
    if not rfloat.isfinite(x):
        return 'null'
    return _general(x, '+')


@jit.dont_look_inside
def yaml_float(x):
    """Like JSON without the plus sign; ``.nan``, ``.inf``, ``-.inf``."""
    if not rfloat.isfinite(x):
        return _not_finite(x, '.nan', '.inf')
    return _general(x, '')


@jit.dont_look_inside
def toml_float(x):
    """Never an exponent, always a point; ``nan``, ``inf``, ``-inf``."""
    if not rfloat.isfinite(x):
        return _not_finite(x, 'nan', 'inf')
    return _decimal(x).plain('.0')


@jit.dont_look_inside
def display_float(x):
    """What ``float.to_str`` gives: never an exponent, ``1`` for 1.0; ``NaN``,
    ``inf``, ``-inf``."""
    if not rfloat.isfinite(x):
        return _not_finite(x, 'NaN', 'inf')
    return _decimal_ties_up(x).plain('')


@jit.dont_look_inside
def debug_float(x):
    """What error messages show: ``1.0``, ``1e16``, ``1e-5``, ``NaN``."""
    if not rfloat.isfinite(x):
        return _not_finite(x, 'NaN', 'inf')
    decimal = _decimal_ties_up(x)
    if decimal.digits == '0' or -4 < decimal.point() <= 16:
        return decimal.plain('.0')
    return decimal.scientific('')
