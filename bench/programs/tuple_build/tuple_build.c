/* A chain of pairs that are built and taken apart again, n times. */
#include <stdio.h>
#include <stdlib.h>

struct pair { long x, y; };

__attribute__((noinline))
static long handle(long a, long b) {
    struct pair p1 = { a, b };
    long s1 = p1.x + p1.y;
    struct pair p2 = { a, b };
    long s2 = p2.x * p2.y;
    struct pair p3 = { s1, s2 };
    long s3 = p3.x + p3.y;
    struct pair p4 = { s1, s2 };
    long s4 = p4.x - p4.y;
    struct pair p5 = { s3, s4 };
    long s5 = p5.x * 2 + p5.y;
    struct pair p6 = { s4, s3 };
    long s6 = p6.x + p6.y * 3;
    return s1 + s2 + s3 + s4 + s5 + s6;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long sum = 0;
    for (long n = atol(argv[1]); n > 0; n--) sum = (sum + handle(n, 7)) % 1000003;
    printf("%ld\n", sum);
    return 0;
}
