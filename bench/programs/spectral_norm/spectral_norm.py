"""The spectral norm of an n by n matrix whose cells are computed."""
import sys
from math import sqrt


def cell(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, n):
    out = []
    for i in range(n):
        total = 0.0
        for j, x in enumerate(v):
            total += cell(i, j) * x
        out.append(total)
    return out


def transposed_times(v, n):
    out = []
    for i in range(n):
        total = 0.0
        for j, x in enumerate(v):
            total += cell(j, i) * x
        out.append(total)
    return out


def both(v, n):
    return transposed_times(times(v, n), n)


def dot(u, v):
    total = 0.0
    for x, y in zip(u, v):
        total += x * y
    return total


def norm(u, n, rounds):
    v = both(u, n)
    if rounds == 1:
        return sqrt(dot(u, v) / dot(v, v))
    return norm(both(v, n), n, rounds - 1)


def main(n):
    return int(norm([1.0] * n, n, 4) * 1000000000.0)


print(main(int(sys.argv[1])))
