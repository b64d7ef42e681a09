"""A factorial by recursion that is not a tail call, modulo a prime, n times."""
import sys


def factorial(k):
    if k == 0:
        return 1
    return k * factorial(k - 1) % 1000003


total = 0
for n in range(int(sys.argv[1]), 0, -1):
    total = (total + factorial(20 + n % 4)) % 1000003
print(total)
