"""Naive Fibonacci recursion; `path` numbers the calls and decides the leaves."""
import sys


def fib(n, path):
    if n < 2:
        return path % 3
    return fib(n - 1, path * 2) + fib(n - 2, path * 2 + 1)


def main(n):
    return fib(n, 1)


print(main(int(sys.argv[1])))
