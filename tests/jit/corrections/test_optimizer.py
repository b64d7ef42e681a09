"""optimizeopt/optimizer.py"""

from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask, ovfcheck, r_uint

import toolchain_fixes

assert toolchain_fixes.APPLIED


@jit.dont_look_inside
def wrapping_product(a, b):
    return intmask(r_uint(a) * r_uint(b))


def product(a, b):
    try:
        return ovfcheck(a * b)
    except OverflowError:
        return wrapping_product(a, b)


powers_driver = jit.JitDriver(greens=[], reds=['n', 'factor', 'total'])


def powers(n):
    """Overflows from the second round on, with constants."""
    factor = 1
    total = 0
    while n > 0:
        powers_driver.jit_merge_point(n=n, factor=factor, total=total)
        total ^= product(factor, 1 << 62)
        factor = 100
        n -= 1
    return total


def some_powers(offset):
    total = 0
    for i in range(20):
        total ^= powers(2 + offset + i % 3)
    return total


class TestConstants(LLJitMixin):

    def test_checked_operation_on_constants_overflows(self):
        assert self.meta_interp(some_powers, [0], listops=True) == some_powers(0)
