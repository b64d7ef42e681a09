"""The product of two n by n matrices, as lists of rows and of columns."""
import sys


def rows(n):
    return [[(i * 7 + j * 13) % 17 / 16.0 for j in range(n)] for i in range(n)]


def dot(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys):
        total += x * y
    return total


def product(a, columns):
    return [[dot(xs, ys) for ys in columns] for xs in a]


def main(n):
    total = 0
    for xs in product(rows(n), rows(n)):
        for x in xs:
            total = (total * 31 + int(x * 256.0)) % 1000003
    return total


print(main(int(sys.argv[1])))
