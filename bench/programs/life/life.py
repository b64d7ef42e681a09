"""Conway's game of life from a small pattern, n generations. The living cells are a set,
the neighbours are counted in a dictionary."""
import sys

AROUND = (-1001, -1000, -999, -1, 1, 999, 1000, 1001)


def generation(live):
    counts = {}
    for cell in live:
        for d in AROUND:
            counts[cell + d] = counts.get(cell + d, 0) + 1
    return {cell for cell, count in counts.items()
            if count == 3 or (count == 2 and cell in live)}


def main(n):
    live = {500501, 501503, 502500, 502501, 502504, 502505, 502506}
    for _ in range(n):
        live = generation(live)
    total = 0
    for cell in sorted(live):
        total = (total * 31 + cell) % 1000003
    return total


print(main(int(sys.argv[1])))
