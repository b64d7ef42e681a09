/* Quicksort of n generated numbers, five times: a stable partition into new arrays. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void sort(long *xs, long length) {
    if (length < 2) return;
    long pivot = xs[0], small = 0, large = 0;
    long *larger = malloc((size_t)length * sizeof *larger);
    if (!larger) abort();
    for (long i = 1; i < length; i++) {
        if (xs[i] < pivot) xs[small++] = xs[i];
        else larger[large++] = xs[i];
    }
    xs[small] = pivot;
    memcpy(xs + small + 1, larger, (size_t)large * sizeof *xs);
    free(larger);
    sort(xs, small);
    sort(xs + small + 1, large);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]), total = 0;
    long *xs = malloc((size_t)n * sizeof *xs);
    if (!xs) return 2;
    for (long rounds = 5; rounds > 0; rounds--) {
        long seed = rounds, sum = 0;
        for (long i = n - 1; i >= 0; i--) {
            seed = (seed * 3877 + 29573) % 139968;
            xs[i] = seed;
        }
        sort(xs, n);
        for (long i = 0; i < n; i++) sum = (sum * 31 + xs[i]) % 1000003;
        total = (total + sum) % 1000003;
    }
    printf("%ld\n", total);
    return 0;
}
