"""Corrections of memory/gc/incminimark.py: objects that must not move for a while."""

from rpython.memory.gc.incminimark import GCFLAG_HAS_SHADOW, IncrementalMiniMarkGC

from toolchain_fixes.registry import correction


@correction('pins-of-hashed-objects')
def pins_of_hashed_objects():
    plain = IncrementalMiniMarkGC.pin.im_func

    def pin(self, obj):
        """Do not pin an object whose future place is reserved already, as its identity
        hash is known: the caller copies it.

        Of such a pair the toolchain freed the reserved place, if the object was pinned
        while a collection marked the heap, and moved while it swept.
        """
        if self.is_in_nursery(obj) and self.header(obj).tid & GCFLAG_HAS_SHADOW:
            return False
        return plain(self, obj)

    IncrementalMiniMarkGC.pin = pin
