/* The longest Collatz chain that starts below n. */
#include <stdio.h>
#include <stdlib.h>

static long length(long m, long count) {
    while (m != 1) {
        m = m % 2 == 0 ? m / 2 : 3 * m + 1;
        count += 1;
    }
    return count;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long best = 0;
    for (long m = atol(argv[1]) - 1; m > 0; m--) {
        long here = length(m, 0);
        if (here > best) best = here;
    }
    printf("%ld\n", best);
    return 0;
}
