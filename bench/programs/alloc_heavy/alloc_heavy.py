"""A small dictionary for each of n requests, read once."""
import sys


def handle(i):
    return {"status": 200, "total": i * 2, "count": i + 1}


def main(n):
    total = 0
    for i in range(n, 0, -1):
        total = (total + handle(i)["total"]) % 1000003
    return total


print(main(int(sys.argv[1])))
