"""Quicksort of n generated numbers, five times: filter, sort, join."""
import sys


def sort(xs):
    if not xs:
        return xs
    pivot = xs[0]
    rest = xs[1:]
    small = [x for x in rest if x < pivot]
    large = [x for x in rest if x >= pivot]
    return sort(small) + [pivot] + sort(large)


def main(n):
    total = 0
    for rounds in range(5, 0, -1):
        xs = []
        seed = rounds
        for _ in range(n):
            seed = (seed * 3877 + 29573) % 139968
            xs.append(seed)
        xs.reverse()
        checksum = 0
        for x in sort(xs):
            checksum = (checksum * 31 + x) % 1000003
        total = (total + checksum) % 1000003
    return total


print(main(int(sys.argv[1])))
