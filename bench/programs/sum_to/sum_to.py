"""The sum of 1..n, one addition at a time."""
import sys


def sum_to(n, total):
    while n != 0:
        total += n
        n -= 1
    return total


def main(n):
    return sum_to(n, 0)


print(main(int(sys.argv[1])))
