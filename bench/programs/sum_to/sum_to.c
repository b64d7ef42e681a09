/* The sum of 1..n, one addition at a time: the barrier makes every partial sum
   a value the compiler may not foresee, so that the loop is not folded. */
#include <stdio.h>
#include <stdlib.h>

static long sum_to(long n, long total) {
    while (n != 0) {
        total += n;
        __asm__ volatile("" : "+r"(total));
        n -= 1;
    }
    return total;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    printf("%ld\n", sum_to(atol(argv[1]), 0));
    return 0;
}
