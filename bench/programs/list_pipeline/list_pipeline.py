"""Lists of 200 numbers: build, map, filter and fold, n times."""
import sys
from functools import reduce


def once(i):
    xs = list(range(i, i + 200))
    scaled = list(map(lambda x: x * 3 + 1, xs))
    even = list(filter(lambda x: x % 2 == 0, scaled))
    return reduce(lambda total, x: total + x, even, 0)


def repeat(n):
    total = 0
    while n != 0:
        total = (total + once(n)) % 1000003
        n -= 1
    return total


def main(n):
    return repeat(n)


print(main(int(sys.argv[1])))
