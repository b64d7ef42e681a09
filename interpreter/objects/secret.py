"""Numbers that nobody outside can know, mixed into hashes.

With known hashes, a program could choose values that all collide, and make each
lookup in a table take as long as the table.  A process draws its own numbers
when it starts; hashes of different processes are unlike.
"""

from rpython.rlib.rarithmetic import intmask, r_uint


class Secret(object):
    """``first`` and ``second`` are odd.  The ones given here are in force
    until others are drawn."""

    def __init__(self):
        self.offset = r_uint(0)
        self.first = r_uint(0x9E3779B97F4A7C15)
        self.second = r_uint(0xBF58476D1CE4E5B9)
        self.inverse = inverse_of(self.first)

    def draw(self, data):
        """Take the numbers from 24 random bytes."""
        self.offset = number_in(data, 0)
        self.first = number_in(data, 8) | r_uint(1)
        self.second = number_in(data, 16) | r_uint(1)
        self.inverse = inverse_of(self.first)


def number_in(data, start):
    number = r_uint(0)
    for i in range(start, start + 8):
        number = number << 8 | r_uint(ord(data[i]))
    return number


def inverse_of(odd):
    """What an odd number is multiplied with to give 1, modulo 2**64."""
    result = odd
    # Each round doubles the number of right bits, which are 3 at first.
    for i in range(5):
        result = result * (r_uint(2) - odd * result)
    return result


secret = Secret()


def mixed(h, x):
    """The hash ``h`` of some parts and the hash ``x`` of the next in one."""
    h = (h ^ x) * secret.first
    h = (h ^ h >> 32) * secret.second
    return h ^ h >> 29


def scrambled(i):
    """An Int as the key of a hash table, one to one."""
    return intmask((r_uint(i) ^ secret.offset) * secret.first)


def unscrambled(i):
    return intmask((r_uint(i) * secret.inverse) ^ secret.offset)
