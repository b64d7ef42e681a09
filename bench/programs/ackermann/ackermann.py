"""ack(3, 6), n times: recursion about 500 calls deep."""
import sys


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


sys.setrecursionlimit(10000)


def main(n):
    total = 0
    for _ in range(n):
        total += ack(3, 6)
    return total


print(main(int(sys.argv[1])))
