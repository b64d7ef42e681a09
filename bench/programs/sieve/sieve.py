"""Counts the primes below n: the multiples of each prime are filtered from a list."""
import sys


def main(n):
    candidates = list(range(2, n))
    found = 0
    while candidates:
        p = candidates[0]
        if p * p >= n:
            return found + len(candidates)
        candidates = [x for x in candidates[1:] if x % p != 0]
        found += 1
    return found


print(main(int(sys.argv[1])))
