"""A loop that calls a small function in each round."""
import sys


def square(i):
    return i * i


def main(n):
    total = 0
    for i in range(n):
        total = (total + square(i)) % 1000003
    return total


print(main(int(sys.argv[1])))
