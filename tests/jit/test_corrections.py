"""The corrections of the optimizer, on the llgraph backend, and of the collector."""

import sys

from rpython.jit.metainterp.optimizeopt.intutils import ConstIntBound, IntBound
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.memory.gc import incminimark
from rpython.memory.gc.test import test_direct
from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask, ovfcheck, r_uint

import toolchain_fixes


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


class Product(object):
    """An operation, and the optimiser that meets it."""

    def __init__(self, left, right):
        self.args = [left, right]

    def getarg(self, i):
        return self.args[i]

    def get_box_replacement(self, box):
        return box

    def getintbound(self, box):
        return box

    def emit(self, op):
        return 'emitted'


class TestHeap(LLJitMixin):

    def test_object_made_in_the_trace_is_complete_when_a_call_reads_it(self):
        assert toolchain_fixes
        assert self.meta_interp(count, [20], listops=True) == sum(range(2, 22))


class TestIntBounds(LLJitMixin):

    def test_bridges_enter_a_loop_whose_guards_are_all_there(self):
        assert toolchain_fixes
        assert self.meta_interp(walk_twice, [0], listops=True) == walk_twice(0)

    def test_quotient_of_contradicting_bounds(self):
        quotient = IntBound(1, 8).py_div_bound(IntBound(1, 0))
        assert not quotient.has_lower and not quotient.has_upper
        quotient = IntBound(1, 8).py_div_bound(IntBound(1, 2))
        assert (quotient.lower, quotient.upper) == (0, 8)


class TestConstants(LLJitMixin):

    def test_checked_operation_on_constants_overflows(self):
        assert toolchain_fixes
        assert self.meta_interp(some_powers, [0], listops=True) == some_powers(0)

    def test_variable_whose_bounds_leave_one_value(self):
        assert toolchain_fixes
        assert self.meta_interp(quotients, [20, 3], listops=True) == quotients(20, 3)

    def test_products_with_the_smallest_integer(self):
        smallest = ConstIntBound(-sys.maxint - 1)
        for op in [Product(smallest, IntBound(0, 1)), Product(IntBound(0, 1), smallest)]:
            assert OptRewrite.optimize_INT_MUL.im_func(op, op) == 'emitted'


class TestCards(test_direct.BaseDirectGCTest):
    """A mark stands for PAGE items; a byte has those of 8 * PAGE."""
    GCClass = incminimark.IncrementalMiniMarkGC
    PAGE = 4
    GC_PARAMS = {'card_page_indices': PAGE}

    def array(self, size, marked):
        self.gc.next_major_collection_threshold = 99999.0
        address = self.gc.external_malloc(self.get_type_id(test_direct.VAR), size,
                                          alloc_young=True)
        for index in marked:
            self.gc.write_barrier_from_array(address, index)
        return address

    def marks(self, address, count):
        found = []
        for i in range(count):
            byte = ord(self.gc.get_card(address, i // 8).char[0])
            found.append(byte >> (i % 8) & 1)
        return found

    def copied(self, marked_in_source, marked_before, length):
        size = self.gc.nonlarge_max + 1
        source = self.array(size, marked_in_source)
        dest = self.array(size, marked_before)
        assert self.gc.writebarrier_before_copy(source, dest, 0, 0, length)
        return self.marks(dest, 16)

    def test_marks_beyond_the_copied_items(self):
        page = self.PAGE
        marked = [0, 2 * page, 5 * page, 9 * page + 1]
        for pages, expected in [(2, [0]), (3, [0, 2]), (5, [0, 2]), (6, [0, 2, 5]),
                                (8, [0, 2, 5]), (9, [0, 2, 5]), (10, [0, 2, 5, 9])]:
            for length in [pages * page, pages * page - 1]:
                assert self.copied(marked, [], length) == [
                    int(i in expected) for i in range(16)], length

    def test_marks_of_the_destination_stay(self):
        page = self.PAGE
        found = self.copied([0, 3 * page], [2 * page, 4 * page, 11 * page], 2 * page)
        assert found == [int(i in [0, 2, 4, 11]) for i in range(16)]
