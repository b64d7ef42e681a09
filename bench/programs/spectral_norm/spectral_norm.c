/* The spectral norm of an n by n matrix whose cells are computed. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double cell(long i, long j) {
    return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1);
}

static void times(const double *v, double *out, long n) {
    for (long i = 0; i < n; i++) {
        double total = 0.0;
        for (long j = 0; j < n; j++) total += cell(i, j) * v[j];
        out[i] = total;
    }
}

static void transposed_times(const double *v, double *out, long n) {
    for (long i = 0; i < n; i++) {
        double total = 0.0;
        for (long j = 0; j < n; j++) total += cell(j, i) * v[j];
        out[i] = total;
    }
}

static double dot(const double *u, const double *v, long n) {
    double total = 0.0;
    for (long i = 0; i < n; i++) total += u[i] * v[i];
    return total;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]);
    double *u = malloc((size_t)n * sizeof *u), *v = malloc((size_t)n * sizeof *v),
           *w = malloc((size_t)n * sizeof *w);
    if (!u || !v || !w) return 2;
    for (long i = 0; i < n; i++) u[i] = 1.0;
    for (int rounds = 4;; rounds--) {
        times(u, w, n);
        transposed_times(w, v, n);
        if (rounds == 1) break;
        times(v, w, n);
        transposed_times(w, u, n);
    }
    printf("%ld\n", (long)(sqrt(dot(u, v, n) / dot(v, v, n)) * 1000000000.0));
    return 0;
}
