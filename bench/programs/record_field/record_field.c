/* Three field reads of one struct in a sum; the barrier makes each read happen. */
#include <stdio.h>
#include <stdlib.h>

struct point { long x, y, z; };

static long sum_fields(const struct point *p, long n, long total) {
    while (n != 0) {
        __asm__ volatile("" : "+r"(p) : : "memory");
        total += p->x + p->y + p->z;
        n -= 1;
    }
    return total;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    struct point p = { 1, 2, 3 };
    printf("%ld\n", sum_fields(&p, atol(argv[1]), 0));
    return 0;
}
