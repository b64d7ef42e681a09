"""optimizeopt/intbounds.py and intutils.py"""

import pytest

from rpython.jit.metainterp.optimizeopt.intutils import IntBound
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit

import toolchain_fixes
from toolchain_fixes import features

assert toolchain_fixes.APPLIED


walk_driver = jit.JitDriver(greens=[], reds=['n', 'last', 'score'])


def walk(n, last):
    """Three ways through a loop, one of which sets ``last`` to a constant."""
    score = 0
    while True:
        walk_driver.jit_merge_point(n=n, last=last, score=score)
        if n <= 0:
            return score
        if last == 1:
            score += 3
            last = n
            n -= 1
        elif n % 7 == 1:
            score += 5
            last = 1
            n -= 2
        else:
            score += 7
            last = n
            n -= 1


def walk_twice(offset):
    return walk(60 + offset, 7) * 10000 + walk(101 + offset, 7)


class TestIntBounds(LLJitMixin):

    def test_bridges_enter_a_loop_whose_guards_are_all_there(self):
        assert self.meta_interp(walk_twice, [0], listops=True) == walk_twice(0)

    @pytest.mark.skipif(not features.HAS_PLAIN_BOUNDS, reason='needed in 2017 only')
    def test_quotient_of_contradicting_bounds(self):
        quotient = IntBound(1, 8).py_div_bound(IntBound(1, 0))
        assert not quotient.has_lower and not quotient.has_upper
        quotient = IntBound(1, 8).py_div_bound(IntBound(1, 2))
        assert (quotient.lower, quotient.upper) == (0, 8)
