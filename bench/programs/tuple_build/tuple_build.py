"""A chain of pairs that are built and taken apart again, n times."""
import sys


def handle(a, b):
    pair = (a, b)
    x, y = pair
    s1 = x + y
    pair = (a, b)
    x, y = pair
    s2 = x * y
    pair = (s1, s2)
    x, y = pair
    s3 = x + y
    pair = (s1, s2)
    x, y = pair
    s4 = x - y
    pair = (s3, s4)
    x, y = pair
    s5 = x * 2 + y
    pair = (s4, s3)
    x, y = pair
    s6 = x + y * 3
    return s1 + s2 + s3 + s4 + s5 + s6


def main(n):
    total = 0
    for i in range(n, 0, -1):
        total = (total + handle(i, 7)) % 1000003
    return total


print(main(int(sys.argv[1])))
