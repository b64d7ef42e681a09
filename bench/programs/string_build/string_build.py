"""Builds strings of 50 numbers piece by piece, n times, and adds up their lengths."""
import sys


def numbers(i):
    text = ""
    for k in range(i, i + 50):
        text = text + str(k) + ","
    return text


def main(n):
    total = 0
    for n in range(n, 0, -1):
        total += len(numbers(n))
    return total


print(main(int(sys.argv[1])))
