"""A fold over a range with a closure that captures a local."""
import sys
from functools import reduce


def main(n):
    factor = n % 7 + 3
    return reduce(lambda acc, x: (acc * factor + x) % 1000003, range(n), 1)


print(main(int(sys.argv[1])))
