"""The edit distances of n pairs of generated words, row by row."""
import sys


def word(length, seed):
    letters = []
    for _ in range(length):
        seed = (seed * 3877 + 29573) % 139968
        letters.append(seed // 100 % 4)
    letters.reverse()
    return letters


def distance(a, b):
    above = list(range(len(b) + 1))
    for i, letter in enumerate(a):
        row = [i + 1]
        for j, other in enumerate(b):
            change = above[j] if letter == other else above[j] + 1
            row.append(min(change, above[j + 1] + 1, row[j] + 1))
        above = row
    return above[-1]


def main(n):
    total = 0
    for i in range(n, 0, -1):
        total = (total * 3 + distance(word(40, 2 * i), word(40, 2 * i + 1))) % 1000003
    return total


print(main(int(sys.argv[1])))
