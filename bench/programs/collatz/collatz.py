"""The longest Collatz chain that starts below n."""
import sys


def length(m, count):
    while m != 1:
        m = m // 2 if m % 2 == 0 else 3 * m + 1
        count += 1
    return count


def longest(m):
    best = 0
    while m != 0:
        here = length(m, 0)
        if here > best:
            best = here
        m -= 1
    return best


def main(n):
    return longest(n - 1)


print(main(int(sys.argv[1])))
