"""optimizeopt/intbounds.py and pure.py: arithmetic that wraps around"""

import sys

from rpython.jit.metainterp.optimizeopt.test.test_optimizebasic import BaseTestBasic
from rpython.jit.metainterp.optimizeopt.test.test_util import LLtypeMixin
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask, ovfcheck, r_uint

import toolchain_fixes

assert toolchain_fixes.APPLIED

OPERATIONS = 8
VALUES = [-sys.maxint - 1, -sys.maxint, -(1 << 62), -6, -5, -1, 0, 1, 2, 5, 6, 9,
          3074457345618258603, 1 << 62, (1 << 62) + 1, sys.maxint - 9, sys.maxint - 1,
          sys.maxint]


def concluded(operation, a):
    """What a comparison of a wrapped result says about an argument, or the other way
    round; each function is wrong for some a if it is taken not to wrap."""
    if operation == 0:
        return intmask(r_uint(a) + r_uint(10)) < 15 and a < 6
    if operation == 1:
        return a > 5 and intmask(r_uint(a) + r_uint(1)) > 5
    if operation == 2:
        return a < -5 and intmask(r_uint(a) - r_uint(1)) < -5
    if operation == 3:
        return intmask(r_uint(a) - r_uint(10)) > -15 and a > -6
    if operation == 4:
        return intmask(r_uint(a) * r_uint(12)) == 12 and a == 1
    if operation == 5:
        return intmask(r_uint(a) << 2) == 4 and a == 1
    if operation == 6:
        return intmask(r_uint(7) - r_uint(a)) < 3 and a > 4
    return intmask(r_uint(a) * r_uint(3)) > 0 and a > 0


def checked_after_wrapping(a):
    wrapped = intmask(r_uint(a) + r_uint(1))
    try:
        return ovfcheck(a + 1) - wrapped
    except OverflowError:
        return wrapped ^ 77


driver = jit.JitDriver(greens=['operation'], reds=['n', 'total'])


def run(operation, n):
    total = 0
    while n > 0:
        driver.jit_merge_point(operation=operation, n=n, total=total)
        a = VALUES[n % len(VALUES)]
        if operation == OPERATIONS:
            found = checked_after_wrapping(a)
        else:
            found = int(concluded(operation, a))
        total = intmask(r_uint(total) * r_uint(5)) ^ found
        n -= 1
    return total


def run_all(n):
    total = 0
    for operation in range(OPERATIONS + 1):
        total = intmask(r_uint(total) * r_uint(31)) ^ run(operation, n)
    return total


class TestPrograms(LLJitMixin):

    def test_all_operations(self):
        assert self.meta_interp(run_all, [120]) == run_all(120)


class TestTraces(BaseTestBasic, LLtypeMixin):

    def test_bounds_of_checked_results(self):
        trace = """
        [i0]
        i1 = int_add_ovf(i0, 10)
        guard_no_overflow() []
        i2 = int_lt(i1, 15)
        guard_true(i2) []
        i3 = int_lt(i0, 6)
        guard_true(i3) []
        jump(i0)
        """
        optimised = """
        [i0]
        i1 = int_add_ovf(i0, 10)
        guard_no_overflow() []
        i2 = int_lt(i1, 15)
        guard_true(i2) []
        jump(i0)
        """
        self.optimize_loop(trace, optimised)

    def test_a_plain_operation_after_the_checked_one(self):
        for operation in ['add', 'sub', 'mul']:
            trace = """
            [i0, i1]
            i2 = int_%(name)s_ovf(i0, i1)
            guard_no_overflow() []
            i3 = int_%(name)s(i0, i1)
            i4 = int_%(name)s_ovf(i0, i1)
            guard_no_overflow() []
            escape_n(i2, i3, i4)
            jump(i2, i3)
            """ % {'name': operation}
            optimised = """
            [i0, i1]
            i2 = int_%(name)s_ovf(i0, i1)
            guard_no_overflow() []
            escape_n(i2, i2, i2)
            jump(i2, i2)
            """ % {'name': operation}
            self.optimize_loop(trace, optimised)

    def test_a_checked_operation_after_the_plain_one(self):
        for operation in ['add', 'sub', 'mul']:
            trace = """
            [i0, i1]
            i2 = int_%(name)s(i0, i1)
            i3 = int_%(name)s_ovf(i0, i1)
            guard_no_overflow() []
            escape_n(i2, i3)
            jump(i2, i3)
            """ % {'name': operation}
            self.optimize_loop(trace, trace)
