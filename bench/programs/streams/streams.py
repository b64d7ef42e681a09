"""Endless streams made of closures: numbers, mapped, filtered, the first n summed up."""
import sys


def numbers(n):
    return (n, lambda: numbers(n + 1))


def mapped(s, f):
    item, rest = s
    return (f(item), lambda: mapped(rest(), f))


def filtered(s, f):
    item, rest = s
    while not f(item):
        item, rest = rest()
    return (item, lambda: filtered(rest(), f))


def main(n):
    squares = mapped(numbers(n), lambda x: x * x)
    item, rest = filtered(squares, lambda x: x % 3 == 1)
    total = 0
    for _ in range(n):
        total = (total * 31 + item) % 1000003
        item, rest = rest()
    return total


print(main(int(sys.argv[1])))
