"""Corrections of memory/gc/incminimark.py: objects that must not move for a while."""

from rpython.memory.gc.incminimark import (
    GCFLAG_VISITED, IncrementalMiniMarkGC, STATE_MARKING, STATE_SWEEPING)
from rpython.rtyper.lltypesystem import llmemory

from toolchain_fixes.registry import correction


@correction('pins-of-hashed-objects')
def pins_of_hashed_objects():
    """An object whose identity hash was asked for has a reserved place outside of the
    nursery.  As long as it is pinned, that place is marked instead of the object."""
    plain = IncrementalMiniMarkGC._minor_collection.im_func

    def collect_marked_place(self, obj, place, places):
        if self.header(place).tid & GCFLAG_VISITED != 0:
            places.append(place)

    def mark_place(self, place, ignored):
        self.header(place).tid |= GCFLAG_VISITED

    def _minor_collection(self):
        """Keep the mark of a place to which the object moves.

        The toolchain overwrites it with the object's flags, and what has no mark while
        the heap is swept is freed.
        """
        if self.gc_state != STATE_SWEEPING or self.nursery_objects_shadows.length() == 0:
            plain(self)
            return
        places = self.AddressStack()
        self.nursery_objects_shadows.foreach(self._collect_marked_place, places)
        plain(self)
        places.foreach(self._mark_place, None)
        places.delete()

    def record_pinned_object_with_shadow(self, header, new_shadow_object_dict):
        """Mark the place only while the heap is being marked; at other times nobody
        would take the mark away before the heap is marked again."""
        obj = header + self.gcheaderbuilder.size_gc_header
        place = self.nursery_objects_shadows.get(obj)
        if place != llmemory.NULL:
            if self.gc_state == STATE_MARKING:
                self.header(place).tid |= GCFLAG_VISITED
            new_shadow_object_dict.setitem(obj, place)

    IncrementalMiniMarkGC._collect_marked_place = collect_marked_place
    IncrementalMiniMarkGC._mark_place = mark_place
    IncrementalMiniMarkGC._minor_collection = _minor_collection
    IncrementalMiniMarkGC.record_pinned_object_with_shadow = record_pinned_object_with_shadow
