"""A loop that calls a closure twice in each round."""
import sys


def sum_apply(f, n, total):
    while n != 0:
        total = (total + f(n) + f(n + 1)) % 1000003
        n -= 1
    return total


def main(n):
    base = n + 7
    return sum_apply(lambda x: x * 2 + base, n, 0)


print(main(int(sys.argv[1])))
