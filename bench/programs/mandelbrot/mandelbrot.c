/* Counts the points of an n by n grid that stay in the Mandelbrot set for 50 rounds. */
#include <stdio.h>
#include <stdlib.h>

static int stays(double cr, double ci, int rounds) {
    double zr = 0.0, zi = 0.0;
    for (;;) {
        double rr = zr * zr, ii = zi * zi;
        if (rr + ii > 4.0) return 0;
        if (rounds == 0) return 1;
        zi = 2.0 * zr * zi + ci;
        zr = rr - ii + cr;
        rounds -= 1;
    }
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]), total = 0;
    for (long y = 0; y < n; y++) {
        double ci = 2.0 * (double)y / (double)n - 1.0;
        for (long x = 0; x < n; x++)
            total += stays(3.0 * (double)x / (double)n - 2.0, ci, 50);
    }
    printf("%ld\n", total);
    return 0;
}
