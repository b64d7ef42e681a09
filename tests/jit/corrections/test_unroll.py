"""optimizeopt/unroll.py"""

from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit

import toolchain_fixes

assert toolchain_fixes.APPLIED


class Last(object):

    def __init__(self, value):
        self.value = value


quotients_driver = jit.JitDriver(greens=[], reds=['n', 'x', 'last'])


def quotients(n, x):
    """The quotient is always 0, which its bounds tell."""
    last = Last(5)
    while n > 0:
        quotients_driver.jit_merge_point(n=n, x=x, last=last)
        if x >= 0:
            last = Last((x % 7) // 7)
        x += 1
        n -= 1
    return last.value * 100 + x


class TestUnroll(LLJitMixin):

    def test_variable_whose_bounds_leave_one_value(self):
        assert self.meta_interp(quotients, [20, 3], listops=True) == quotients(20, 3)
