"""Corrections of memory/gc/incminimark.py: the limit of memory."""

from rpython.memory.gc.incminimark import IncrementalMiniMarkGC

from toolchain_fixes.registry import correction


@correction('limit-of-memory-set-again')
def limit_of_memory_set_again():
    plain = IncrementalMiniMarkGC.set_max_heap_size.im_func

    def set_max_heap_size(self, size):
        """Raise MemoryError again at a limit that is set again.

        The toolchain ends the process where the limit is met a second time, although
        the program caught the first MemoryError, gave up what was too much, and set
        the limit anew.
        """
        plain(self, size)
        self.max_heap_size_already_raised = False

    IncrementalMiniMarkGC.set_max_heap_size = set_max_heap_size
