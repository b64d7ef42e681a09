"""Counts n generated words in a dict; prints a checksum in the order of the words."""
import sys


def main(n):
    seed = 42
    counts = {}
    for _ in range(n):
        seed = (seed * 3877 + 29573) % 139968
        word = "w" + str(seed % 5000)
        counts[word] = counts.get(word, 0) + 1
    acc = 0
    for word in sorted(counts):
        acc = (acc * 31 + len(word) + counts[word]) % 1000003
    return acc


print(main(int(sys.argv[1])))
