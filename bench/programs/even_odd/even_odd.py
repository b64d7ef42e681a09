"""Parity by counting down; Python has no tail calls, so a loop of two states."""
import sys


def is_even(n):
    even = True
    while n != 0:
        n -= 1
        even = not even
    return even


def main(n):
    return 0 if is_even(n) else 1


print(main(int(sys.argv[1])))
