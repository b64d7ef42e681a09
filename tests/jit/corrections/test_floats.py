"""Floats: comparisons where one is NaN, and guards on values that look alike.

PYTEST_DONT_REWRITE: functions with assertions are translated here.
"""

import itertools
import math

import pytest
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.jit.metainterp.warmspot import get_stats
from rpython.rlib import jit
from rpython.rlib.longlong2float import float2longlong
from rpython.rlib.rfloat import INFINITY, NAN

import toolchain_fixes

assert toolchain_fixes.APPLIED

OPERATORS = ['<', '<=', '>', '>=', '==', '!=']
NUMBERS = [1.0, 2.0, NAN, -0.0, 0.0, INFINITY, -INFINITY, NAN]

PAIRS = [(2.0, 1.0), (1.0, 2.0), (NAN, 1.0), (2.0, NAN)]

LOOP = '''
def loop(kind, n):
    score = 0
    while n > 0:
        driver.jit_merge_point(kind=kind, n=n, score=score)
        a, b = pairs[n // 8]
        if not a %s b:
%s
        n -= 1
    return score

def all_kinds(n):
    score = 0
    for kind in range(%d):
        score = (score * 31 + loop(kind, n)) %% 1000003
    return score
'''


def comparisons(first):
    """A loop for each comparison after a test that failed."""
    tests = []
    second = list(itertools.product(OPERATORS, ['a %s b', 'b %s a']))
    for kind, (operator, form) in enumerate(second):
        tests.append('            if kind == %d and %s:' % (kind, form % operator))
        tests.append('                score = score * 3 % 1000003 + n')
    namespace = {'pairs': PAIRS[::-1], 'driver': jit.JitDriver(
        greens=['kind'], reds=['n', 'score'])}
    exec LOOP % (first, '\n'.join(tests), len(second)) in namespace
    return namespace['all_kinds']


def float_guards():
    """-> the guards of all loops that compare a Float."""
    return [op for loop in get_stats().get_all_loops() for op in loop._all_operations()
            if op.is_guard() and op.numargs() > 0 and op.getarg(0).type == 'f']


class Number(object):
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value


alternating_driver = jit.JitDriver(greens=['kind'], reds=['n', 'x', 'z', 'total'])


@jit.dont_look_inside
def escape(number):
    assert number.value != 5.0


def choose(n, first, second):
    if n % 5 < 1:
        number = Number(first)
    else:
        number = Number(second)
    escape(number)
    return number


def alternating(n, kind):
    """A Float in an object that escapes is one of two constants."""
    x = Number(3.0)
    z = NUMBERS[kind]
    total = 0.0
    while n > 0:
        alternating_driver.jit_merge_point(kind=kind, n=n, x=x, z=z, total=total)
        total = total * 0.5 + describe(x.value)
        if kind == 0:
            x = choose(n, 1.0, -1.0)
        elif kind == 1:
            x = choose(n, 0.0, -0.0)
        elif kind == 2:
            x = choose(n, -0.0, NAN)
        elif kind == 3:
            x = choose(n, z * n, 0.0)
        elif kind == 4:
            x = choose(n, z * n, -0.0)
        else:
            x = choose(n, NAN, 0.0)
        n -= 1
    return total


def describe(x):
    """A number that tells 0.0, -0.0 and NaN apart."""
    if x != x:
        return 7.0
    if x == 0.0:
        if math.copysign(1.0, x) > 0.0:
            return 2.0
        return 3.0
    return x


flipping_driver = jit.JitDriver(greens=[], reds=['n', 'x', 'total'])


def flipping(n):
    """The second round of a trace knows the Float, and it is not the one of the first."""
    total = 0.0
    x = 1.0
    while n > 0:
        flipping_driver.jit_merge_point(n=n, x=x, total=total)
        x = jit.promote(x)
        total = total * 0.5 + x
        x = -x
        n -= 1
    return total


promoting_driver = jit.JitDriver(greens=[], reds=['n', 'x', 'total'])


@jit.dont_look_inside
def number_of(n):
    return NUMBERS[n // 6 % 8]


def promoting(n):
    """A Float is promoted; the numbers that look alike come late."""
    total = 0.0
    x = 1.0
    while n > 0:
        promoting_driver.jit_merge_point(n=n, x=x, total=total)
        x = jit.promote(number_of(n))
        y = x
        total += describe(y) if y == y and y - y == 0.0 else 11.0
        n -= 1
    return total


signs_driver = jit.JitDriver(greens=['kind'], reds=['n', 'total', 'x', 'z'])


def signs(n, kind):
    """Counts results with a sign, where numbers become NaN."""
    x = 1.5
    z = 2.5
    total = 0
    while n > 0:
        signs_driver.jit_merge_point(kind=kind, n=n, total=total, x=x, z=z)
        if kind == 0:
            y = x * -1.0
        elif kind == 1:
            y = -1.0 * x
        elif kind == 2:
            y = x / -1.0
        else:
            y = x * z
            if y == 9.5:
                total += 100
            y = z * x
        if float2longlong(y) < 0:
            total += n
        n -= 1
        if n == 12:
            x = NUMBERS[2]
            z = -NUMBERS[2]
    return total


class TestFloats(LLJitMixin):

    @pytest.mark.parametrize('kind', range(4))
    def test_sign_of_nan(self, kind):
        assert self.meta_interp(signs, [24, kind], listops=True) == signs(24, kind)

    @pytest.mark.parametrize('first', OPERATORS)
    def test_a_comparison_says_nothing_of_others_with_nan(self, first):
        loop = comparisons(first)
        last = 8 * len(PAIRS) - 1
        assert self.meta_interp(loop, [last], listops=True) == loop(last)

    @pytest.mark.parametrize('kind', range(6))
    def test_one_of_two_constants(self, kind):
        result = self.meta_interp(alternating, [60, kind], listops=True)
        assert result == alternating(60, kind)
        assert float_guards() == []

    def test_constant_of_the_second_round(self):
        assert self.meta_interp(flipping, [30], listops=True) == flipping(30)

    def test_promoted_numbers_that_look_alike(self):
        assert self.meta_interp(promoting, [200], listops=True) == promoting(200)
        assert float_guards() == []
