"""Parity by counting down; Python has no tail calls, so a loop of two states."""
import sys


def is_even(n):
    even = True
    while n != 0:
        n -= 1
        even = not even
    return even


print(0 if is_even(int(sys.argv[1])) else 1)
