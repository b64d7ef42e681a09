"""memory/gc/incminimark.py: objects that must not move for a while"""

import pytest

from rpython.memory.gc import incminimark
from rpython.memory.gc.test import test_direct
from rpython.rtyper.lltypesystem import llmemory, lltype

import toolchain_fixes

assert toolchain_fixes.APPLIED

TEXT = lltype.GcStruct('TEXT', ('x', lltype.Signed), ('chars', lltype.Array(lltype.Char)))
STATES = [incminimark.STATE_SCANNING, incminimark.STATE_MARKING,
          incminimark.STATE_SWEEPING, incminimark.STATE_FINALIZING]


class TestPins(test_direct.BaseDirectGCTest):
    GCClass = incminimark.IncrementalMiniMarkGC

    def setup_method(self, meth):
        test_direct.BaseDirectGCTest.setup_method(self, meth)
        self.gc.DEBUG = 2
        self.gc.TEST_VISIT_SINGLE_STEP = True

    def text(self):
        text = self.malloc(TEXT, 3)
        text.x = 42
        self.stackroots.append(text)

    def pin(self):
        return self.gc.pin(llmemory.cast_ptr_to_adr(self.stackroots[0]))

    def unpin(self):
        self.gc.unpin(llmemory.cast_ptr_to_adr(self.stackroots[0]))

    def hash(self):
        return self.gc.identityhash(
            lltype.cast_opaque_ptr(llmemory.GCREF, self.stackroots[0]))

    def until(self, state):
        self.gc._minor_collection()
        for i in range(1000):
            if self.gc.gc_state == state:
                return
            self.gc._minor_collection()
            self.gc.major_collection_step()
        assert False

    @pytest.mark.parametrize('unpinned', STATES)
    @pytest.mark.parametrize('pinned', STATES)
    @pytest.mark.parametrize('hashed_first', [False, True])
    def test_object_that_was_hashed(self, hashed_first, pinned, unpinned):
        """It is pinned in one phase of the collector, and moves in another one."""
        self.stackroots.append(self.malloc(TEXT, 0))
        self.until(pinned)
        self.stackroots.pop()
        self.text()
        if hashed_first:
            hash = self.hash()
        assert self.pin()
        if not hashed_first:
            hash = self.hash()
        self.until(unpinned)
        self.unpin()
        for state in STATES:
            self.until(state)
            assert self.stackroots[0].x == 42
            assert self.hash() == hash

    @pytest.mark.parametrize('unpinned', STATES)
    def test_object_that_dies_pinned(self, unpinned):
        """Its place is freed, as are those of others."""
        self.text()
        self.hash()
        assert self.pin()
        self.until(unpinned)
        self.stackroots.pop()
        for state in STATES * 2:
            self.until(state)
        assert self.gc.get_total_memory_used() == 0

    def test_other_objects_are_pinned(self):
        self.text()
        assert self.pin()
        assert not self.pin()
        self.gc.collect()
        assert self.stackroots[0].x == 42
        self.unpin()
        self.gc.collect()
        assert self.stackroots[0].x == 42
        assert not self.pin()
