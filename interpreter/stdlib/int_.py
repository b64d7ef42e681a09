"""std.int"""

from interpreter.objects import arith
from interpreter.objects.numbers import newfloat, newint
from interpreter.objects.text import newstr
from interpreter.stdlib.args import to_int
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT


@pure('int', 'to_str', CONSTANT)
def to_str(w_int):
    return newstr(str(to_int(w_int)))


@pure('int', 'to_float', CONSTANT)
def to_float(w_int):
    return newfloat(float(to_int(w_int)))


@pure('int', 'abs', CONSTANT)
def abs_(w_int):
    value = to_int(w_int)
    if value < 0:
        value = arith.neg(value)
    return newint(value)


@pure('int', 'min', CONSTANT)
def min_(w_a, w_b):
    a = to_int(w_a)
    b = to_int(w_b)
    if b < a:
        a = b
    return newint(a)


@pure('int', 'max', CONSTANT)
def max_(w_a, w_b):
    a = to_int(w_a)
    b = to_int(w_b)
    if b > a:
        a = b
    return newint(a)
