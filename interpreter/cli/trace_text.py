"""The text of a trace on its way to the file: one buffer outside the heap.

What is still in the buffer can be repeated: see ``trace_values.py``.
"""

import os

from rpython.rlib.objectmodel import we_are_translated
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rtyper.annlowlevel import llstr
from rpython.rtyper.lltypesystem import llmemory, lltype, rffi
from rpython.rtyper.lltypesystem.rstr import copy_string_to_raw

from interpreter.effects import files

BUFFER_SIZE = 1 << 20
SMALL_BUFFER_SIZE = 1 << 12         # where bytes outside the heap are slow

LONGEST_NUMBER = 20                 # a sign and 19 digits
PAIRS = ''.join(['%02d' % i for i in range(100)])


class TraceText(object):
    """Text that grows, and can be cut off, at its end.  Positions count from
    the start of the file.  A write error stops the growth and is kept in
    ``errno``."""

    def __init__(self, fd):
        self.fd = fd
        self.size = BUFFER_SIZE
        if not we_are_translated():
            self.size = SMALL_BUFFER_SIZE
        self.buffer = lltype.malloc(rffi.CCHARP.TO, self.size, flavor='raw',
                                    track_allocation=False)
        self.used = 0               # bytes in the buffer
        self.written = 0            # bytes in the file
        self.errno = 0

    def release(self):
        """Give the buffer back; nothing more is appended."""
        if self.size > 0:
            self.size = 0
            lltype.free(self.buffer, flavor='raw', track_allocation=False)

    def position(self):
        return self.written + self.used

    def append(self, text):
        size = len(text)
        if size > self.size - self.used:
            self._append_parts(text)
        else:
            self._append_slice(text, 0, size)

    def _append_slice(self, text, start, size):
        """The caller has seen to it that there is room."""
        used = self.used
        if we_are_translated():
            copy_string_to_raw(llstr(text), rffi.ptradd(self.buffer, used),
                               start, size)
        else:
            for i in range(size):
                self.buffer[used + i] = text[start + i]
        self.used = used + size

    def _append_parts(self, text):
        start = 0
        while start < len(text):
            if self.used == self.size:
                self.flush()
            size = min(len(text) - start, self.size - self.used)
            assert start >= 0 and size >= 0
            self._append_slice(text, start, size)
            start += size

    def append_char(self, char):
        if self.used == self.size:
            self.flush()
        self.buffer[self.used] = char
        self.used += 1

    def append_number(self, number):
        """Append a number in decimal."""
        if self.size - self.used < LONGEST_NUMBER:
            self.flush()
        buffer = self.buffer
        rest = r_uint(number)
        if number < 0:
            buffer[self.used] = '-'
            self.used += 1
            rest = r_uint(0) - rest
        digits = 1
        limit = r_uint(10)
        while rest >= limit:
            digits += 1
            if digits == 19:
                break
            limit *= r_uint(10)
        self.used += digits
        place = self.used
        while rest >= r_uint(10):
            quotient = rest / r_uint(100)
            pair = intmask(rest - quotient * r_uint(100)) * 2
            assert pair >= 0
            place -= 2
            buffer[place] = PAIRS[pair]
            buffer[place + 1] = PAIRS[pair + 1]
            rest = quotient
        if place > self.used - digits:
            buffer[place - 1] = chr(ord('0') + intmask(rest))

    def holds(self, position):
        """Is what was appended from ``position`` on still in the buffer?"""
        return position >= self.written

    def repeat(self, position, size):
        """Append what was appended at ``position``, if it is still there and
        there is room; -> whether it was done."""
        if position < self.written or size > self.size - self.used:
            return False
        start = position - self.written
        used = self.used
        if we_are_translated():
            llmemory.raw_memcopy(
                llmemory.cast_ptr_to_adr(rffi.ptradd(self.buffer, start)),
                llmemory.cast_ptr_to_adr(rffi.ptradd(self.buffer, used)),
                size)
        else:
            for i in range(size):
                self.buffer[used + i] = self.buffer[start + i]
        self.used = used + size
        return True

    def flush(self):
        size = self.used
        self.used = 0
        self.written += size
        if self.errno != 0:
            return
        try:
            files.write_raw(self.fd, self.buffer, size)
        except OSError as error:
            self.errno = error.errno

    def cut(self, position):
        """Remove everything from ``position`` on."""
        if position >= self.written:
            self.used = position - self.written
            return
        self.used = 0
        self.written = position
        if self.errno != 0:
            return
        try:
            os.ftruncate(self.fd, position)
            os.lseek(self.fd, position, 0)
        except OSError as error:
            self.errno = error.errno

    def overwrite(self, position, text):
        """Replace written text by as long a one."""
        if self.errno != 0:
            return
        try:
            os.lseek(self.fd, position, 0)
            files.write_all(self.fd, text)
        except OSError as error:
            self.errno = error.errno
