"""Counts the points of an n by n grid that stay in the Mandelbrot set for 50 rounds."""
import sys


def stays(cr, ci, rounds):
    zr = zi = 0.0
    while True:
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return 0
        if rounds == 0:
            return 1
        zr, zi = rr - ii + cr, 2.0 * zr * zi + ci
        rounds -= 1


def main(n):
    total = 0
    for y in range(n):
        ci = 2.0 * float(y) / float(n) - 1.0
        for x in range(n):
            total += stays(3.0 * float(x) / float(n) - 2.0, ci, 50)
    return total


print(main(int(sys.argv[1])))
