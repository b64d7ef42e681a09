"""A list of four numbers through three comprehensions and a sum, n times."""
import sys


def handle(n):
    xs = [n, n + 1, n + 2, n + 3]
    more = [x + 1 for x in xs]
    double = [x * 2 for x in more]
    less = [x - 1 for x in double]
    return sum(less)


def main(n):
    total = 0
    for i in range(n, 0, -1):
        total = (total + handle(i)) % 1000003
    return total


print(main(int(sys.argv[1])))
