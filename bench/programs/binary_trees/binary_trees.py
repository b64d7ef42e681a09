"""Builds and walks complete binary trees of depth 12, n times."""
import sys


def build(item, depth):
    if depth == 0:
        return (None, item, None)
    return (build(2 * item - 1, depth - 1), item, build(2 * item, depth - 1))


def check(tree):
    left, item, right = tree
    if left is None:
        return item
    return (item + check(left) + check(right)) % 1000003


def main(n):
    total = 0
    for n in range(n, 0, -1):
        total = (total + check(build(n, 12))) % 1000003
    return total


print(main(int(sys.argv[1])))
