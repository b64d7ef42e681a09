"""optimizeopt/heap.py"""

from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit

import toolchain_fixes

assert toolchain_fixes.APPLIED


class Box(object):
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value


@jit.dont_look_inside
def successor(box):
    """Reads the field of one Box and initialises that of another."""
    return Box(box.value + 1)


driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def count(n):
    total = 0
    while n > 0:
        driver.jit_merge_point(n=n, total=total)
        total += successor(Box(n)).value
        n -= 1
    return total


class TestHeap(LLJitMixin):

    def test_object_made_in_the_trace_is_complete_when_a_call_reads_it(self):
        assert self.meta_interp(count, [20], listops=True) == sum(range(2, 22))
