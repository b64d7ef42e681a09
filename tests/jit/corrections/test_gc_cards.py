"""memory/gc/incminimark.py: card marks"""

from rpython.memory.gc import incminimark
from rpython.memory.gc.test import test_direct

import toolchain_fixes

assert toolchain_fixes.APPLIED


class TestCards(test_direct.BaseDirectGCTest):
    """A mark stands for PAGE items; a byte has those of 8 * PAGE."""
    GCClass = incminimark.IncrementalMiniMarkGC
    PAGE = 4
    GC_PARAMS = {'card_page_indices': PAGE}

    def array(self, size, marked):
        self.gc.next_major_collection_threshold = 99999.0
        address = self.gc.external_malloc(self.get_type_id(test_direct.VAR), size,
                                          alloc_young=True)
        for index in marked:
            self.gc.write_barrier_from_array(address, index)
        return address

    def marks(self, address, count):
        found = []
        for i in range(count):
            byte = ord(self.gc.get_card(address, i // 8).char[0])
            found.append(byte >> (i % 8) & 1)
        return found

    def copied(self, marked_in_source, marked_before, length):
        size = self.gc.nonlarge_max + 1
        source = self.array(size, marked_in_source)
        dest = self.array(size, marked_before)
        assert self.gc.writebarrier_before_copy(source, dest, 0, 0, length)
        return self.marks(dest, 16)

    def test_marks_beyond_the_copied_items(self):
        page = self.PAGE
        marked = [0, 2 * page, 5 * page, 9 * page + 1]
        for pages, expected in [(2, [0]), (3, [0, 2]), (5, [0, 2]), (6, [0, 2, 5]),
                                (8, [0, 2, 5]), (9, [0, 2, 5]), (10, [0, 2, 5, 9])]:
            for length in [pages * page, pages * page - 1]:
                assert self.copied(marked, [], length) == [
                    int(i in expected) for i in range(16)], length

    def test_marks_of_the_destination_stay(self):
        page = self.PAGE
        found = self.copied([0, 3 * page], [2 * page, 4 * page, 11 * page], 2 * page)
        assert found == [int(i in [0, 2, 4, 11]) for i in range(16)]
