/* Takeuchi's function. */
#include <stdio.h>
#include <stdlib.h>

static long tak(long x, long y, long z) {
    if (y < x) return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
    return z;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]);
    printf("%ld\n", tak(n * 3, n * 2, n));
    return 0;
}
