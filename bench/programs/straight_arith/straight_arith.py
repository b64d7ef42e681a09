"""A straight line of 48 additions, subtractions and multiplications, n times."""
import sys


def straight(start, step):
    a0 = start
    a1 = a0 + step
    a2 = a1 * 3
    a3 = a2 - start
    a4 = a3 + step
    a5 = a4 * 3
    a6 = (a5 - start + 2000006) % 1000003
    a7 = a6 + step
    a8 = a7 * 3
    a9 = a8 - start
    a10 = a9 + step
    a11 = a10 * 3
    a12 = (a11 - start + 2000006) % 1000003
    a13 = a12 + step
    a14 = a13 * 3
    a15 = a14 - start
    a16 = a15 + step
    a17 = a16 * 3
    a18 = (a17 - start + 2000006) % 1000003
    a19 = a18 + step
    a20 = a19 * 3
    a21 = a20 - start
    a22 = a21 + step
    a23 = a22 * 3
    a24 = (a23 - start + 2000006) % 1000003
    a25 = a24 + step
    a26 = a25 * 3
    a27 = a26 - start
    a28 = a27 + step
    a29 = a28 * 3
    a30 = (a29 - start + 2000006) % 1000003
    a31 = a30 + step
    a32 = a31 * 3
    a33 = a32 - start
    a34 = a33 + step
    a35 = a34 * 3
    a36 = (a35 - start + 2000006) % 1000003
    a37 = a36 + step
    a38 = a37 * 3
    a39 = a38 - start
    a40 = a39 + step
    a41 = a40 * 3
    a42 = (a41 - start + 2000006) % 1000003
    a43 = a42 + step
    a44 = a43 * 3
    a45 = a44 - start
    a46 = a45 + step
    a47 = a46 * 3
    a48 = (a47 - start + 2000006) % 1000003
    return a48


def main(n):
    total = 0
    for i in range(n, 0, -1):
        total = (total + straight(i % 1000003, 7)) % 1000003
    return total


print(main(int(sys.argv[1])))
