"""metainterp/heapcache.py"""

from rpython.jit.metainterp.test.support import LLJitMixin
from rpython.rlib import jit

import toolchain_fixes

assert toolchain_fixes.APPLIED


class Cell(object):

    def __init__(self, value):
        self.value = value


class Holder(object):
    cell = None


THE_CELL = Cell(0)
THE_HOLDER = Holder()
THE_LIST = [0, 0]
CELLS = [THE_CELL, Cell(1)]
HOLDERS = [THE_HOLDER, Holder()]
LISTS = [THE_LIST, [1, 1]]


@jit.dont_look_inside
def cell_at(i):
    return CELLS[i]


@jit.dont_look_inside
def holder_at(i):
    return HOLDERS[i]


@jit.dont_look_inside
def list_at(i):
    return LISTS[i]


@jit.dont_look_inside
def increase(cell):
    cell.value += 10


@jit.dont_look_inside
def increase_last(cells):
    cells[-1].value += 10


constants_driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def writes_through_constants(n):
    THE_CELL.value = 0
    THE_LIST[0] = 0
    total = 0
    while n > 0:
        constants_driver.jit_merge_point(n=n, total=total)
        cell = cell_at(0)
        items = list_at(0)
        total += cell.value + items[0]
        same_cell = jit.promote(cell_at(0))
        same_cell.value = n
        same_items = jit.promote(list_at(0))
        same_items[0] = 7 * n
        total = total * 3 + cell.value + items[0]
        n -= 1
    return total


read_back_driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def objects_read_back(n):
    total = 0
    while n > 0:
        read_back_driver.jit_merge_point(n=n, total=total)
        cell = Cell(n)
        holder = Holder()
        holder.cell = cell
        holder_at(0).cell = None        # Could be the same holder, for all one knows.
        total += cell.value
        increase(holder.cell)
        total = total * 3 + cell.value
        n -= 1
    return total


copies_driver = jit.JitDriver(greens=[], reds=['n', 'total'])


def objects_in_copied_arrays(n):
    total = 0
    while n > 0:
        copies_driver.jit_merge_point(n=n, total=total)
        cell = Cell(n)
        cells = [Cell(n), cell]
        total += cell.value
        increase_last(cells[:])
        total = total * 3 + cell.value
        n -= 1
    return total


class TestHeapCache(LLJitMixin):

    def check(self, function):
        expected = function(20)
        assert self.meta_interp(function, [20], listops=True) == expected

    def test_writes_through_constants(self):
        self.check(writes_through_constants)

    def test_objects_read_back(self):
        self.check(objects_read_back)

    def test_objects_in_copied_arrays(self):
        self.check(objects_in_copied_arrays)
