"""A factorial by recursion that is not a tail call, modulo a prime, n times."""
import sys


def factorial(k):
    if k == 0:
        return 1
    return k * factorial(k - 1) % 1000003


def main(n):
    total = 0
    for n in range(n, 0, -1):
        total = (total + factorial(20 + n % 4)) % 1000003
    return total


print(main(int(sys.argv[1])))
