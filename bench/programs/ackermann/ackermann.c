/* ack(3, 6), n times; the barrier keeps the compiler from calling it once only. */
#include <stdio.h>
#include <stdlib.h>

static long ack(long m, long n) {
    if (m == 0) return n + 1;
    if (n == 0) return ack(m - 1, 1);
    return ack(m - 1, ack(m, n - 1));
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long total = 0;
    for (long i = atol(argv[1]); i > 0; i--) {
        long m = 3;
        __asm__ volatile("" : "+r"(m));
        total += ack(m, 6);
    }
    printf("%ld\n", total);
    return 0;
}
