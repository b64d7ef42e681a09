"""memory/gctransform/shadowstack.py: the stack of the collector's roots"""

from rpython.memory.gctransform.shadowstack import ShadowStackPool
from rpython.rlib.rarithmetic import LONG_BIT

import toolchain_fixes
from interpreter import stack

assert toolchain_fixes.APPLIED

# Bytes of roots for each byte of C stack, in the function of the native program that
# has the most: three registers are saved, and seven roots.
MOST_ROOTS = 3.5


def test_roots_of_the_deepest_recursion_have_room():
    room = ShadowStackPool.root_stack_depth * (LONG_BIT // 8)
    assert room >= MOST_ROOTS * stack.LARGEST


def test_pool_allocates_it():
    class Data(object):
        pass
    pool = ShadowStackPool(Data())
    assert pool.root_stack_depth == ShadowStackPool.root_stack_depth
