/* Ten field reads of one struct in a sum; the barrier makes each read happen. */
#include <stdio.h>
#include <stdlib.h>

struct wide { long a, b, c, d, e, f, g, h, i, j; };

static long sum_fields(const struct wide *p, long n, long total) {
    while (n != 0) {
        __asm__ volatile("" : "+r"(p) : : "memory");
        total += p->a + p->b + p->c + p->d + p->e + p->f + p->g + p->h + p->i + p->j;
        n -= 1;
    }
    return total;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    struct wide p = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
    printf("%ld\n", sum_fields(&p, atol(argv[1]), 0));
    return 0;
}
