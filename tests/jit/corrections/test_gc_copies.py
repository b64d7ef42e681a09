"""memory/gc/incminimark.py: what is copied into an array survives"""

import pytest

from rpython.memory.gc import incminimark
from rpython.memory.gc.test import test_direct
from rpython.memory.gc.test.test_direct import S, VAR, WORD
from rpython.rtyper.lltypesystem import llmemory, lltype

import toolchain_fixes

assert toolchain_fixes.APPLIED

PAGE = 4
SMALL = 8
LARGE = 40
COPIED = 5


class TestCopies(test_direct.BaseDirectGCTest):
    """The only reference to an object moves from one array to another.

    ``stackroots`` has the source and the destination.
    """
    GCClass = incminimark.IncrementalMiniMarkGC
    GC_PARAMS = {'card_page_indices': PAGE, 'nursery_size': 256 * WORD,
                 'large_object': 16 * WORD}

    def setup_method(self, method):
        test_direct.BaseDirectGCTest.setup_method(self, method)
        self.gc.TEST_VISIT_SINGLE_STEP = True
        self.gc.next_major_collection_threshold = 1e9

    def address(self, pointer):
        return llmemory.cast_ptr_to_adr(pointer)

    def has_flag(self, pointer, flag):
        return self.gc.header(self.address(pointer)).tid & flag != 0

    def is_marked(self, pointer):
        return self.has_flag(pointer, incminimark.GCFLAG_VISITED)

    def array(self, has_cards):
        """An array of nulls; large ones have cards."""
        array = self.malloc(VAR, LARGE if has_cards else SMALL)
        self.stackroots.append(array)
        assert self.has_flag(array, incminimark.GCFLAG_HAS_CARDS) == has_cards

    def prebuilt_array(self):
        array = lltype.malloc(VAR, SMALL, immortal=True, zero=True)
        self.consider_constant(array)
        self.stackroots.append(array)

    def put(self, index, x):
        """Put a young object into the source.  Making it may move the source."""
        node = self.malloc(S)
        node.x = x
        self.writearray(self.stackroots[0], index, node)

    def fill(self):
        for i in range(COPIED):
            self.put(i, i)

    def step(self):
        self.gc._minor_collection()
        self.gc.major_collection_step()

    def move(self):
        source, dest = self.stackroots
        if self.gc.writebarrier_before_copy(self.address(source), self.address(dest),
                                            0, 0, COPIED):
            for i in range(COPIED):
                dest[i] = source[i]
        else:
            for i in range(COPIED):
                self.writearray(dest, i, source[i])
        for i in range(COPIED):
            self.writearray(source, i, lltype.nullptr(S))

    def survivors(self):
        self.gc.debug_gc_step_until(incminimark.STATE_SCANNING)
        self.gc.debug_gc_step_until(incminimark.STATE_MARKING)
        self.gc.debug_gc_step_until(incminimark.STATE_SCANNING)
        return [self.stackroots[1][i].x for i in range(COPIED)]

    @pytest.mark.parametrize('source_has_cards', [False, True])
    @pytest.mark.parametrize('dest_has_cards', [False, True])
    @pytest.mark.parametrize('young', [None, 1, 7, 35])
    def test_destination_that_is_marked(self, source_has_cards, dest_has_cards, young):
        """The source is still to be marked.

        ``young``: it also has a young item: among those that are copied, behind them on
        the last card, or on a card of another byte.
        """
        if young == 35 and not source_has_cards:
            pytest.skip('the array is too short')
        self.array(source_has_cards)
        self.array(dest_has_cards)
        self.fill()
        self.gc.debug_gc_step_until(incminimark.STATE_MARKING)
        while not self.is_marked(self.stackroots[1]):
            self.step()
        assert not self.is_marked(self.stackroots[0])
        if young is not None:
            self.put(young, young)
        self.move()
        assert self.survivors() == [i for i in range(COPIED)]

    @pytest.mark.parametrize('source_has_cards', [False, True])
    @pytest.mark.parametrize('state', [incminimark.STATE_SCANNING,
                                       incminimark.STATE_MARKING])
    def test_destination_without_pointers_into_the_heap(self, source_has_cards, state):
        self.array(source_has_cards)
        self.prebuilt_array()
        self.fill()
        self.gc._minor_collection()
        self.gc.debug_gc_step_until(state)
        self.move()
        assert self.survivors() == [i for i in range(COPIED)]

    @pytest.mark.parametrize('source_has_cards', [False, True])
    def test_destination_of_the_program_that_is_marked(self, source_has_cards):
        self.array(source_has_cards)
        self.prebuilt_array()
        self.fill()
        self.move()
        self.fill()
        self.gc.debug_gc_step_until(incminimark.STATE_MARKING)
        while not self.is_marked(self.stackroots[1]):
            self.step()
        self.move()
        assert self.survivors() == [i for i in range(COPIED)]

    @pytest.mark.parametrize('dest_has_cards', [False, True])
    def test_source_of_the_program(self, dest_has_cards):
        self.prebuilt_array()
        self.array(dest_has_cards)
        self.fill()
        self.gc.debug_gc_step_until(incminimark.STATE_MARKING)
        while not self.is_marked(self.stackroots[1]):
            self.step()
        self.move()
        assert self.survivors() == [i for i in range(COPIED)]
