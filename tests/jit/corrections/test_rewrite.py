"""optimizeopt/rewrite.py"""

import sys

from rpython.jit.metainterp.optimizeopt.intutils import ConstIntBound, IntBound
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite

import toolchain_fixes

assert toolchain_fixes.APPLIED


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


def test_products_with_the_smallest_integer():
    smallest = ConstIntBound(-sys.maxint - 1)
    for op in [Product(smallest, IntBound(0, 1)), Product(IntBound(0, 1), smallest)]:
        assert OptRewrite.optimize_INT_MUL.im_func(op, op) == 'emitted'
