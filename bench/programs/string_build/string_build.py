"""Builds strings of 50 numbers piece by piece, n times, and adds up their lengths."""
import sys


def numbers(i):
    text = ""
    for k in range(i, i + 50):
        text = text + str(k) + ","
    return text


total = 0
for n in range(int(sys.argv[1]), 0, -1):
    total += len(numbers(n))
print(total)
