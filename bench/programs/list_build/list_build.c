/* An array of four numbers through three passes and a sum, n times. */
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline))
static long handle(long n) {
    long xs[4], sum = 0;
    for (int i = 0; i < 4; i++) xs[i] = n + i;
    for (int i = 0; i < 4; i++) xs[i] = xs[i] + 1;
    for (int i = 0; i < 4; i++) xs[i] = xs[i] * 2;
    for (int i = 0; i < 4; i++) xs[i] = xs[i] - 1;
    for (int i = 0; i < 4; i++) sum += xs[i];
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long sum = 0;
    for (long n = atol(argv[1]); n > 0; n--) sum = (sum + handle(n)) % 1000003;
    printf("%ld\n", sum);
    return 0;
}
