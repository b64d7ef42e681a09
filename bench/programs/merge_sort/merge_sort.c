/* Merge sort of n generated numbers, five times, from array to array. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void sort(long *xs, long *scratch, long length) {
    if (length < 2) return;
    long half = length / 2, i = 0, j = half, k = 0;
    sort(xs, scratch, half);
    sort(xs + half, scratch, length - half);
    while (i < half && j < length) scratch[k++] = xs[j] < xs[i] ? xs[j++] : xs[i++];
    while (i < half) scratch[k++] = xs[i++];
    while (j < length) scratch[k++] = xs[j++];
    memcpy(xs, scratch, (size_t)length * sizeof *xs);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]), total = 0;
    long *xs = malloc((size_t)n * sizeof *xs), *scratch = malloc((size_t)n * sizeof *xs);
    if (!xs || !scratch) return 2;
    for (long rounds = 5; rounds > 0; rounds--) {
        long seed = rounds, sum = 0;
        for (long i = n - 1; i >= 0; i--) {
            seed = (seed * 3877 + 29573) % 139968;
            xs[i] = seed;
        }
        sort(xs, scratch, n);
        for (long i = 0; i < n; i++) sum = (sum * 31 + xs[i]) % 1000003;
        total = (total + sum) % 1000003;
    }
    printf("%ld\n", total);
    return 0;
}
