"""optimizeopt/info.py: objects that become constants"""

from rpython.jit.metainterp.optimizeopt.test.test_optimizebasic import BaseTestBasic
from rpython.jit.metainterp.optimizeopt.test.test_util import LLtypeMixin
from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit

import toolchain_fixes

assert toolchain_fixes.APPLIED


class Cell(object):

    def __init__(self, value):
        self.value = value


THE_CELL = Cell(0)
THE_LIST = [0, 0]
CELLS = [THE_CELL, Cell(1)]
LISTS = [THE_LIST, [1, 1]]


@jit.dont_look_inside
def cell_at(i):
    return CELLS[i]


@jit.dont_look_inside
def list_at(i):
    return LISTS[i]


@jit.dont_look_inside
def increase(cell):
    cell.value += 10


@jit.dont_look_inside
def increase_first(items):
    items[0] += 10


fields_driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def fields_of_promoted(n):
    THE_CELL.value = 0
    total = 0
    while n > 0:
        fields_driver.jit_merge_point(n=n, total=total)
        cell = cell_at(0)
        before = cell.value
        cell = jit.promote(cell)
        increase(cell)
        total = total * 3 + before + cell.value
        n -= 1
    return total


items_driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def items_of_promoted(n):
    THE_LIST[0] = 0
    total = 0
    while n > 0:
        items_driver.jit_merge_point(n=n, total=total)
        items = list_at(0)
        before = items[0]
        items = jit.promote(items)
        increase_first(items)
        total = total * 3 + before + items[0]
        n -= 1
    return total


class TestPrograms(LLJitMixin):

    def test_fields_after_a_call(self):
        expected = fields_of_promoted(20)
        assert self.meta_interp(fields_of_promoted, [20]) == expected

    def test_items_after_a_call(self):
        expected = items_of_promoted(20)
        assert self.meta_interp(items_of_promoted, [20], listops=True) == expected


class TestTraces(BaseTestBasic, LLtypeMixin):

    def test_what_is_known_of_the_object_is_known_of_the_constant(self):
        trace = """
        [p0]
        i1 = getfield_gc_i(p0, descr=valuedescr)
        guard_value(p0, ConstPtr(myptr)) []
        i2 = getfield_gc_i(p0, descr=valuedescr)
        escape_n(i1, i2)
        jump(p0)
        """
        optimised = """
        [p0]
        i1 = getfield_gc_i(p0, descr=valuedescr)
        guard_value(p0, ConstPtr(myptr)) []
        escape_n(i1, i1)
        jump(ConstPtr(myptr))
        """
        self.optimize_loop(trace, optimised)

    def test_what_was_known_of_the_constant_stays_known(self):
        trace = """
        [p0, p3]
        i1 = getfield_gc_i(ConstPtr(myptr), descr=valuedescr)
        p2 = getfield_gc_r(p0, descr=nextdescr)
        guard_value(p0, ConstPtr(myptr)) []
        i4 = getfield_gc_i(p0, descr=valuedescr)
        escape_n(i1, p2, i4)
        jump(p0, p2)
        """
        optimised = """
        [p0, p3]
        i1 = getfield_gc_i(ConstPtr(myptr), descr=valuedescr)
        p2 = getfield_gc_r(p0, descr=nextdescr)
        guard_value(p0, ConstPtr(myptr)) []
        escape_n(i1, p2, i1)
        jump(ConstPtr(myptr), p2)
        """
        self.optimize_loop(trace, optimised)
