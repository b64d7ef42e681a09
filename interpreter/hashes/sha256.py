"""SHA-256 (FIPS 180-4) on machine words."""

from rpython.rlib.rstring import StringBuilder
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.hashes.constants import (
    cube_root_bits, square_root_bits, word_list)
from interpreter.texts.hexadecimal import to_hex

BLOCK_SIZE = 64

_MASK = r_uint(0xffffffff)


_INITIAL = word_list(square_root_bits(8, 32))
_ROUND = word_list(cube_root_bits(64, 32))


def _rotate(word, count):
    return ((word >> count) | (word << (32 - count))) & _MASK


class SHA256(object):
    """A running hash: ``update(bytes)``, then ``digest`` or ``hexdigest``."""

    def __init__(self):
        self._state = _INITIAL[:]
        self._schedule = [r_uint(0)] * 64
        self._pending = ''
        self._length = 0

    def copy(self):
        other = SHA256()
        other._state = self._state[:]
        other._pending = self._pending
        other._length = self._length
        return other

    def update(self, data):
        self._length += len(data)
        if self._pending != '':
            data = self._pending + data
        position = 0
        while position + 64 <= len(data):
            self._block(data, position)
            position += 64
        assert position >= 0
        self._pending = data[position:]

    def _block(self, data, position):
        w = self._schedule
        for i in range(16):
            j = position + 4 * i
            w[i] = r_uint((ord(data[j]) << 24) | (ord(data[j + 1]) << 16) |
                          (ord(data[j + 2]) << 8) | ord(data[j + 3]))
        for i in range(16, 64):
            x = w[i - 15]
            s0 = _rotate(x, 7) ^ _rotate(x, 18) ^ (x >> 3)
            x = w[i - 2]
            s1 = _rotate(x, 17) ^ _rotate(x, 19) ^ (x >> 10)
            w[i] = (w[i - 16] + s0 + w[i - 7] + s1) & _MASK
        state = self._state
        a = state[0]
        b = state[1]
        c = state[2]
        d = state[3]
        e = state[4]
        f = state[5]
        g = state[6]
        h = state[7]
        for i in range(64):
            s1 = _rotate(e, 6) ^ _rotate(e, 11) ^ _rotate(e, 25)
            choice = (e & f) ^ ((e ^ _MASK) & g)
            t1 = h + s1 + choice + _ROUND[i] + w[i]
            s0 = _rotate(a, 2) ^ _rotate(a, 13) ^ _rotate(a, 22)
            majority = (a & b) ^ (a & c) ^ (b & c)
            h = g
            g = f
            f = e
            e = (d + t1) & _MASK
            d = c
            c = b
            b = a
            a = (t1 + s0 + majority) & _MASK
        state[0] = (state[0] + a) & _MASK
        state[1] = (state[1] + b) & _MASK
        state[2] = (state[2] + c) & _MASK
        state[3] = (state[3] + d) & _MASK
        state[4] = (state[4] + e) & _MASK
        state[5] = (state[5] + f) & _MASK
        state[6] = (state[6] + g) & _MASK
        state[7] = (state[7] + h) & _MASK

    def digest(self):
        """The 32 bytes of the hash; the object is used up."""
        bits = self._length * 8
        zeros = (55 - self._length) % 64
        builder = StringBuilder(zeros + 9)
        builder.append('\x80')
        builder.append_multiple_char('\x00', zeros)
        for shift in range(56, -8, -8):
            builder.append(chr((bits >> shift) & 0xff))
        self.update(builder.build())
        result = StringBuilder(32)
        for word in self._state:
            number = intmask(word)
            result.append(chr((number >> 24) & 0xff))
            result.append(chr((number >> 16) & 0xff))
            result.append(chr((number >> 8) & 0xff))
            result.append(chr(number & 0xff))
        return result.build()

    def hexdigest(self):
        return to_hex(self.digest())


def sha256(data):
    """The 32 bytes of the SHA-256 of ``data``."""
    state = SHA256()
    state.update(data)
    return state.digest()


def sha256_hex(data):
    """The SHA-256 of ``data`` as 64 hexadecimal digits."""
    return to_hex(sha256(data))
