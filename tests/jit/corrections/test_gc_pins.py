"""memory/gc/incminimark.py: objects that must not move for a while"""

from rpython.memory.gc import incminimark
from rpython.memory.gc.test import test_direct
from rpython.rtyper.lltypesystem import llmemory, lltype

import toolchain_fixes

assert toolchain_fixes.APPLIED

TEXT = lltype.GcStruct('TEXT', ('x', lltype.Signed), ('chars', lltype.Array(lltype.Char)))


class TestPins(test_direct.BaseDirectGCTest):
    GCClass = incminimark.IncrementalMiniMarkGC

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

    def test_object_that_was_hashed(self):
        """It survives a collection during which it is pinned, if it is, and moves."""
        self.text()
        hash = self.hash()
        pinned = self.pin()
        self.gc.debug_gc_step_until(incminimark.STATE_SWEEPING)
        if pinned:
            self.unpin()
        self.gc.debug_gc_step_until(incminimark.STATE_SCANNING)
        assert self.stackroots[0].x == 42
        assert self.hash() == hash

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
