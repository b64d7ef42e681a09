/* Counts the primes below n: the multiples of each prime are filtered from an array. */
#include <stdio.h>
#include <stdlib.h>

static long sift(long *candidates, long count, long n) {
    long found = 0;
    while (count > 0) {
        long p = candidates[0], kept = 0;
        if (p * p >= n) return found + count;
        for (long i = 1; i < count; i++)
            if (candidates[i] % p != 0) candidates[kept++] = candidates[i];
        count = kept;
        found += 1;
    }
    return found;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]);
    long *candidates = malloc((size_t)n * sizeof *candidates);
    if (!candidates) abort();
    for (long x = 2; x < n; x++) candidates[x - 2] = x;
    printf("%ld\n", sift(candidates, n - 2, n));
    free(candidates);
    return 0;
}
