"""optimizeopt/rewrite.py"""

import sys

import pytest

from rpython.jit.metainterp.optimizeopt import intutils
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite

import toolchain_fixes
from toolchain_fixes import features

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


@pytest.mark.skipif(not features.HAS_PLAIN_BOUNDS, reason='needed in 2017 only')
def test_products_with_the_smallest_integer():
    smallest = intutils.ConstIntBound(-sys.maxint - 1)
    flag = intutils.IntBound(0, 1)
    for op in [Product(smallest, flag), Product(flag, smallest)]:
        assert OptRewrite.optimize_INT_MUL.im_func(op, op) == 'emitted'
