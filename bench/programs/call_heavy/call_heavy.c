/* A factorial by recursion that is not a tail call, modulo a prime, n times. */
#include <stdio.h>
#include <stdlib.h>

static long factorial(long k) {
    if (k == 0) return 1;
    return k * factorial(k - 1) % 1000003;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long total = 0;
    for (long n = atol(argv[1]); n > 0; n--)
        total = (total + factorial(20 + n % 4)) % 1000003;
    printf("%ld\n", total);
    return 0;
}
