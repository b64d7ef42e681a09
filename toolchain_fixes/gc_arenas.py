"""Corrections of memory/gc/minimarkpage.py: the memory in use."""

from rpython.memory.gc.minimarkpage import ArenaCollection
from rpython.rlib.rarithmetic import r_uint

from toolchain_fixes.registry import correction


@correction('memory-in-use-while-sweeping')
def memory_in_use_while_sweeping():
    plain_prepare = ArenaCollection.mass_free_prepare.im_func
    plain_walk = ArenaCollection.walk_page.im_func

    def mass_free_prepare(self):
        """Keep the count of what is in use.

        The toolchain starts at 0 and adds what survives on each page: until the last
        page, large objects find the heap nearly empty, and neither drive the collector
        nor meet the limit of memory.
        """
        in_use = self.total_memory_used
        plain_prepare(self)
        self.total_memory_used = in_use

    def walk_page(self, page, block_size, ok_to_free_func):
        free_before = page.nfree
        surviving = plain_walk(self, page, block_size, ok_to_free_func)
        freed = page.nfree - free_before
        self.total_memory_used -= r_uint((surviving + freed) * block_size)
        return surviving

    ArenaCollection.mass_free_prepare = mass_free_prepare
    ArenaCollection.walk_page = walk_page
