"""The sign of a NaN is the processor's: the memo and content hashes tell NaNs apart."""

import pytest

from rpython.rlib.longlong2float import float2longlong
from rpython.rlib.rfloat import INFINITY, NAN

from interpreter.machine.numeric import float_div, float_mod
from interpreter.objects.numbers import newfloat, no_number
from interpreter.stdlib.math_ import sqrt

ARGUMENTS = [0.0, -0.0, 1.0, -1.5, 5e-324, 1e308, INFINITY, -INFINITY]


def bits(x):
    return float2longlong(x)


def made_by_the_processor():
    x = [INFINITY]
    return bits(x[0] - x[0])


@pytest.mark.parametrize('x', ARGUMENTS)
def test_whatever_the_argument(x):
    assert bits(no_number(x)) == made_by_the_processor()


@pytest.mark.parametrize('result', [
    lambda: float_div(0.0, 0.0), lambda: float_div(-0.0, 0.0),
    lambda: float_div(0.0, -0.0), lambda: float_mod(1.0, 0.0),
    lambda: float_mod(INFINITY, 2.0), lambda: float_mod(-INFINITY, 2.0),
    lambda: sqrt(newfloat(-1.0)).floatval, lambda: sqrt(newfloat(-INFINITY)).floatval])
def test_operations(result):
    assert bits(result()) == made_by_the_processor()


@pytest.mark.parametrize('given', [NAN, -NAN])
def test_a_given_one_is_kept(given):
    for result in [float_div(given, 0.0), float_mod(given, 0.0), float_mod(1.0, given),
                   sqrt(newfloat(given)).floatval]:
        assert bits(result) == bits(given)
