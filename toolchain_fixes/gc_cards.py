"""Corrections of memory/gc/incminimark.py: card marks of copied arrays."""

from rpython.memory.gc.incminimark import IncrementalMiniMarkGC

from toolchain_fixes.registry import correction


CARDS_OF_A_BYTE = 8


@correction('card-marks-of-copies')
def card_marks_of_copies():
    plain = IncrementalMiniMarkGC.manually_copy_card_bits.im_func

    def manually_copy_card_bits(self, source_addr, dest_addr, length):
        """Copy the marks of the copied items only.

        In the last byte those of the source's further items come along.  If the copy is
        shorter, no item is where they point to, and in a build with assertions that ends
        the program.
        """
        cards = (length + self.card_page_indices - 1) >> self.card_page_shift
        in_last_byte = cards % CARDS_OF_A_BYTE
        if in_last_byte == 0:
            plain(self, source_addr, dest_addr, length)
            return
        address = self.get_card(dest_addr, cards // CARDS_OF_A_BYTE)
        before = ord(address.char[0])
        plain(self, source_addr, dest_addr, length)
        copied = ord(address.char[0]) & ((1 << in_last_byte) - 1)
        address.char[0] = chr(before | copied)

    IncrementalMiniMarkGC.manually_copy_card_bits = manually_copy_card_bits
