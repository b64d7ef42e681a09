"""memory/gc/incminimark.py: the limit of memory"""

import pytest

from rpython.memory.gc import incminimark
from rpython.memory.gc.test import test_direct
from rpython.memory.gc.test.test_direct import VAR, WORD

import toolchain_fixes

assert toolchain_fixes.APPLIED


class TestLimit(test_direct.BaseDirectGCTest):
    GCClass = incminimark.IncrementalMiniMarkGC
    GC_PARAMS = {'nursery_size': 256 * WORD, 'large_object': 16 * WORD}

    def exceed(self, size):
        """Keep arrays alive until the collector says that it is too much."""
        with pytest.raises(MemoryError):
            for i in range(size):
                self.stackroots.append(self.malloc(VAR, 100))
                if i % 10 == 0:
                    self.gc.collect()

    def test_a_limit_that_is_set_again(self):
        for i in range(3):
            self.gc.set_max_heap_size(40000)
            self.exceed(1000)
            self.gc.set_max_heap_size(0)
            del self.stackroots[:]
            self.gc.collect()
