/* Arrays of 200 numbers: build, map, filter and fold, n times. */
#include <stdio.h>
#include <stdlib.h>

enum { LENGTH = 200 };

static long once(long i) {
    long *xs = malloc(LENGTH * sizeof *xs);
    long *scaled = malloc(LENGTH * sizeof *scaled);
    long *even = malloc(LENGTH * sizeof *even);
    long count = 0, sum = 0;
    if (!xs || !scaled || !even) abort();
    for (long k = 0; k < LENGTH; k++) xs[k] = i + k;
    __asm__ volatile("" : : "r"(xs) : "memory");
    for (long k = 0; k < LENGTH; k++) scaled[k] = xs[k] * 3 + 1;
    __asm__ volatile("" : : "r"(scaled) : "memory");
    for (long k = 0; k < LENGTH; k++)
        if (scaled[k] % 2 == 0) even[count++] = scaled[k];
    __asm__ volatile("" : : "r"(even) : "memory");
    for (long k = 0; k < count; k++) sum += even[k];
    free(xs);
    free(scaled);
    free(even);
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long total = 0;
    for (long n = atol(argv[1]); n > 0; n--) total = (total + once(n)) % 1000003;
    printf("%ld\n", total);
    return 0;
}
