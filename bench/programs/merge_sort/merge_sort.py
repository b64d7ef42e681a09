"""Merge sort of n generated numbers, five times; each merge makes a new list."""
import sys


def merge(left, right):
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    out.extend(left[i:])
    out.extend(right[j:])
    return out


def sort(xs):
    if len(xs) < 2:
        return xs
    half = len(xs) // 2
    return merge(sort(xs[:half]), sort(xs[half:]))


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
