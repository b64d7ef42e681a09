"""Corrections of memory/gc/incminimark.py: what is copied into an array survives."""

from rpython.memory.gc.incminimark import (
    GCFLAG_CARDS_SET, GCFLAG_HAS_CARDS, GCFLAG_NO_HEAP_PTRS, GCFLAG_TRACK_YOUNG_PTRS,
    GCFLAG_VISITED, IncrementalMiniMarkGC, STATE_MARKING)

from toolchain_fixes.registry import correction


@correction('copies-into-arrays')
def copies_into_arrays():
    plain = IncrementalMiniMarkGC.writebarrier_before_copy.im_func

    def remember_changed_array(self, array):
        """Have an array that is marked already traced once more.

        Where nothing has been written to it since the last minor collection, nobody
        knows yet that it changes.
        """
        header = self.header(array)
        unnoticed = GCFLAG_VISITED | GCFLAG_TRACK_YOUNG_PTRS
        if header.tid & unnoticed != unnoticed:
            return
        if self.card_page_indices > 0 and header.tid & GCFLAG_HAS_CARDS:
            # An array in this list is traced as a whole, even if no card is marked.
            if header.tid & GCFLAG_CARDS_SET == 0:
                self.old_objects_with_cards_set.append(array)
                header.tid |= GCFLAG_CARDS_SET
        else:
            self.remember_young_pointer(array)

    def writebarrier_before_copy(self, source_addr, dest_addr, source_start, dest_start,
                                 length):
        """Remember the destination also if nothing copied to it is young.

        An array of the program (from its start) that had no pointers into the heap may
        have some afterwards.  The toolchain forgets that if the source has card marks.

        While the heap is being marked, an array that is marked already must not get
        items that are not without being traced again.  The toolchain asks for young
        items only (those that the source may have, or those on cards that are marked in
        the copied part); what the source lets go of afterwards was freed, though the
        copy has it.
        """
        done = plain(self, source_addr, dest_addr, source_start, dest_start, length)
        if not done:
            return False
        if (self.header(dest_addr).tid & GCFLAG_NO_HEAP_PTRS != 0 and
                self.header(source_addr).tid & GCFLAG_NO_HEAP_PTRS == 0):
            self.remember_young_pointer(dest_addr)
        elif self.gc_state == STATE_MARKING:
            remember_changed_array(self, dest_addr)
        return True

    IncrementalMiniMarkGC.writebarrier_before_copy = writebarrier_before_copy
