"""optimizeopt/unroll.py and rewrite.py: jumps into loops"""

import pytest
from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt.test.test_optimizebasic import BaseTestBasic
from rpython.jit.metainterp.optimizeopt.test.test_util import LLtypeMixin
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.jit.metainterp.warmspot import get_stats
from rpython.rlib import jit

import toolchain_fixes

assert toolchain_fixes.APPLIED


class Value(object):

    def number(self):
        return 1000


class Whole(Value):

    def __init__(self, n):
        self.n = n

    def number(self):
        return self.n


class Real(Value):

    def __init__(self, x):
        self.x = x

    def number(self):
        return int(self.x)


WHOLES = [Whole(i) for i in range(10)]


@jit.dont_look_inside
def opaque(i):
    return i


@jit.dont_look_inside
def escape(value):
    pass


classes_driver = jit.JitDriver(greens=[], reds=['i', 'total', 'value'])


def changing_classes(i):
    """The loop writes a field of a Whole; a bridge comes with a Real."""
    total = 0
    value = Value()
    while True:
        classes_driver.jit_merge_point(i=i, total=total, value=value)
        if i == 13:
            return total
        total += value.number()
        j = opaque(i)
        if j < 10:
            value = WHOLES[i]
            value.n = j
        elif j < 12:
            value = Whole(i)
        else:
            value = Real(3.14)
            escape(value)
        i += 1


class Bag(object):

    def __init__(self, kind, content):
        self.kind = kind
        self.content = content


bags_driver = jit.JitDriver(greens=[], reds=['i', 'total', 'bag', 'other'])


def use(bag):
    value = bag.content
    kind = jit.promote(bag.kind)
    if kind == 1:
        return value.number()
    if value is not None:
        return 100
    return 1000


def use_often(i, bag, other):
    total = 0
    while i > 0:
        bags_driver.jit_merge_point(i=i, total=total, bag=bag, other=other)
        total += use(bag)
        i -= 1
    return total


def use_bags(n, rounds):
    """Bags of one kind are looked into, those of the other are not."""
    wholes = Bag(1, Whole(3))
    reals = Bag(2, Real(2.5))
    total = 0
    for _ in range(30):
        total += use_often(n, wholes, reals)
    for _ in range(rounds):
        total += use_often(n, reals, wholes)
    return total + use_often(n, Bag(2, None), wholes)


class TestPrograms(LLJitMixin):

    def test_changing_classes(self):
        assert self.meta_interp(changing_classes, [0]) == changing_classes(0)

    def test_no_bridge_after_bridge(self):
        assert self.meta_interp(use_bags, [10, 60], inline=True, backendopt=True) == \
            use_bags(10, 60)
        assert get_stats().compiled_count <= 6


class TestTraces(BaseTestBasic, LLtypeMixin):

    def test_a_truth_value_is_compared_with_another_value(self):
        trace = """
        [i0, i1]
        i2 = int_lt(i0, i1)
        guard_value(i2, 3) []
        jump(i0, i1)
        """
        with pytest.raises(InvalidLoop):
            self.optimize_loop(trace, trace)
