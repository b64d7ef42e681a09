"""std.math: functions of one or two floats.  The matrix functions are in
:mod:`interpreter.stdlib.matrix`."""

import math

from interpreter.objects.numbers import newfloat, no_number
from interpreter.stdlib import libm
from interpreter.stdlib.args import to_float
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


def define(name, function):
    def unary(w_x):
        return newfloat(function(to_float(w_x)))
    pure('math', name, CONSTANT)(unary)


define('exp', libm.exp)
define('log', libm.log)
define('log2', libm.log2)
define('log10', libm.log10)
define('sin', libm.sin)
define('cos', libm.cos)
define('tan', libm.tan)
define('asin', libm.asin)
define('acos', libm.acos)
define('atan', libm.atan)
define('floor', libm.floor)
define('ceil', libm.ceil)
define('round', libm.round_half_away)
define('trunc', libm.trunc)


@pure('math', 'sqrt', CONSTANT)
def sqrt(w_x):
    x = to_float(w_x)
    if x >= 0.0:
        return newfloat(math.sqrt(x))
    if x < 0.0:
        return newfloat(no_number(x))
    return newfloat(x)


@pure('math', 'abs', CONSTANT)
def abs_(w_x):
    return newfloat(abs(to_float(w_x)))


@pure('math', 'pow', CONSTANT)
def pow_(w_x, w_y):
    return newfloat(libm.pow_(to_float(w_x), to_float(w_y)))


@pure('math', 'atan2', CONSTANT)
def atan2(w_y, w_x):
    return newfloat(libm.atan2(to_float(w_y), to_float(w_x)))


@pure('math', 'min', CONSTANT)
def min_(w_x, w_y):
    return newfloat(smaller(to_float(w_x), to_float(w_y)))


@pure('math', 'max', CONSTANT)
def max_(w_x, w_y):
    return newfloat(-smaller(-to_float(w_x), -to_float(w_y)))


def smaller(x, y):
    """The smaller of two floats, the first of equal ones, even if one is 0.0 and
    the other -0.0; a NaN is ignored."""
    if y < x or x != x:
        return y
    return x
