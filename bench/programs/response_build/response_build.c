/* A handler that goes through six structs to a response, n times. */
#include <stdio.h>
#include <stdlib.h>

struct response { long status, total; };

__attribute__((noinline))
static struct response handle(long u, long i, long q) {
    struct { long a, b, c; } v1 = { u, i, q };
    struct { long d, e, f, g; } v2 = { v1.a, v1.b, v1.c, v1.a * 2 };
    struct { long h, i, j, k; } v3 = { v2.d, v2.e, v2.f, v2.g };
    struct { long l, m, n, o; } v4 = { v3.h * 3, v3.i * 5, v3.j * 7, v3.k };
    struct { long p, q, r; } v5 = { v4.l + v4.m, v4.n + v4.o, v4.l - v4.m };
    struct { long s, t, u; } v6 = { v5.p + v5.q, v5.q + v5.r, v5.p - v5.r };
    if (v6.s > 0) return (struct response){ 200, v6.s + v6.t + v6.u };
    return (struct response){ 400, 0 };
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long sum = 0;
    for (long n = atol(argv[1]); n > 0; n--) {
        struct response r = handle(n, 7, 3);
        sum = (sum + r.total + r.status) % 1000003;
    }
    printf("%ld\n", sum);
    return 0;
}
