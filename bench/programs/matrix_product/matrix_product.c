/* The product of two n by n matrices, as rows and columns. */
#include <stdio.h>
#include <stdlib.h>

static double *rows(long n) {
    double *m = malloc((size_t)(n * n) * sizeof *m);
    if (!m) abort();
    for (long i = 0; i < n; i++)
        for (long j = 0; j < n; j++) m[i * n + j] = (double)((i * 7 + j * 13) % 17) / 16.0;
    return m;
}

static double dot(const double *xs, const double *ys, long n) {
    double sum = 0.0;
    for (long i = 0; i < n; i++) sum += xs[i] * ys[i];
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]), total = 0;
    double *a = rows(n), *columns = rows(n);
    for (long i = 0; i < n; i++)
        for (long j = 0; j < n; j++)
            total = (total * 31 + (long)(dot(a + i * n, columns + j * n, n) * 256.0)) % 1000003;
    printf("%ld\n", total);
    return 0;
}
