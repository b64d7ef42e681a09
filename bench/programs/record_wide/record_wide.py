"""Ten field reads of one object in a sum."""
import sys


class Wide(object):
    __slots__ = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)


def sum_fields(p, n, total):
    while n != 0:
        total += p.a + p.b + p.c + p.d + p.e + p.f + p.g + p.h + p.i + p.j
        n -= 1
    return total


def main(n):
    return sum_fields(Wide(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), n, 0)


print(main(int(sys.argv[1])))
