"""Counts the solutions of the n-queens puzzle; a placement is a linked list."""
import sys


def safe(col, placed, distance):
    while placed is not None:
        other, placed = placed
        if other == col or abs(other - col) == distance:
            return False
        distance += 1
    return True


def count(n, row, placed):
    if row == n:
        return 1
    free = [col for col in range(n) if safe(col, placed, 1)]
    return sum([count(n, row + 1, (col, placed)) for col in free])


def main(n):
    return count(n, 0, None)


print(main(int(sys.argv[1])))
