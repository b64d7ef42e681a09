"""SHA-512 (FIPS 180-4)."""

from rpython.rlib.rarithmetic import r_uint
from rpython.rlib.rstring import StringBuilder

from interpreter.hashes.constants import (
    cube_root_bits, square_root_bits, word_list)
from interpreter.hashes.words import (
    append_big_endian, read_big_endian, rotate_right)

BLOCK_SIZE = 128
LENGTH_SIZE = 16

INITIAL = word_list(square_root_bits(8, 64))
_ROUND = word_list(cube_root_bits(80, 64))


class SHA512(object):
    """A running hash: ``update(bytes)``, then ``digest``."""

    def __init__(self):
        self._state = INITIAL[:]
        self._schedule = [r_uint(0)] * 80
        self._pending = ''
        self._length = 0

    def update(self, data):
        self._length += len(data)
        if self._pending != '':
            data = self._pending + data
        position = 0
        while position + BLOCK_SIZE <= len(data):
            self._block(data, position)
            position += BLOCK_SIZE
        assert position >= 0
        self._pending = data[position:]

    def _block(self, data, position):
        w = self._schedule
        for i in range(16):
            w[i] = read_big_endian(data, position + 8 * i)
        for i in range(16, 80):
            x = w[i - 15]
            s0 = rotate_right(x, 1) ^ rotate_right(x, 8) ^ (x >> 7)
            x = w[i - 2]
            s1 = rotate_right(x, 19) ^ rotate_right(x, 61) ^ (x >> 6)
            w[i] = w[i - 16] + s0 + w[i - 7] + s1
        state = self._state
        a = state[0]
        b = state[1]
        c = state[2]
        d = state[3]
        e = state[4]
        f = state[5]
        g = state[6]
        h = state[7]
        for i in range(80):
            s1 = rotate_right(e, 14) ^ rotate_right(e, 18) ^ rotate_right(e, 41)
            choice = g ^ (e & (f ^ g))
            t1 = h + s1 + choice + _ROUND[i] + w[i]
            s0 = rotate_right(a, 28) ^ rotate_right(a, 34) ^ rotate_right(a, 39)
            majority = (a & b) ^ (a & c) ^ (b & c)
            h = g
            g = f
            f = e
            e = d + t1
            d = c
            c = b
            b = a
            a = t1 + s0 + majority
        state[0] += a
        state[1] += b
        state[2] += c
        state[3] += d
        state[4] += e
        state[5] += f
        state[6] += g
        state[7] += h

    def digest(self):
        """The 64 bytes of the hash; the object is used up."""
        bits = r_uint(self._length) * r_uint(8)
        zeros = (BLOCK_SIZE - LENGTH_SIZE - 1 - self._length) % BLOCK_SIZE
        builder = StringBuilder(zeros + LENGTH_SIZE + 1)
        builder.append('\x80')
        builder.append_multiple_char('\x00', zeros)
        append_big_endian(builder, r_uint(0))
        append_big_endian(builder, bits)
        self.update(builder.build())
        result = StringBuilder(64)
        for word in self._state:
            append_big_endian(result, word)
        return result.build()


def sha512(data):
    """The 64 bytes of the SHA-512 of ``data``."""
    state = SHA512()
    state.update(data)
    return state.digest()
