/* A loop that calls a small function in each round; the compiler may inline it. */
#include <stdio.h>
#include <stdlib.h>

static long square(long i) { return i * i; }

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]), total = 0;
    for (long i = 0; i != n; i++) total = (total + square(i)) % 1000003;
    printf("%ld\n", total);
    return 0;
}
