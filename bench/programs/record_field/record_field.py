"""Three field reads of one object in a sum."""
import sys


class Point(object):
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z


def sum_fields(p, n, total):
    while n != 0:
        total += p.x + p.y + p.z
        n -= 1
    return total


def main(n):
    return sum_fields(Point(1, 2, 3), n, 0)


print(main(int(sys.argv[1])))
