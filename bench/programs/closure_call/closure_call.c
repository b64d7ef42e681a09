/* A loop that calls a function by a pointer, with its environment, twice in each
   round. */
#include <stdio.h>
#include <stdlib.h>

struct closure { long (*code)(const struct closure *, long); long base; };

static long twice_plus(const struct closure *self, long x) {
    return x * 2 + self->base;
}

__attribute__((noinline))
static long sum_apply(const struct closure *f, long n, long total) {
    for (; n != 0; n--) total = (total + f->code(f, n) + f->code(f, n + 1)) % 1000003;
    return total;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]);
    struct closure f = { twice_plus, n + 7 };
    printf("%ld\n", sum_apply(&f, n, 0));
    return 0;
}
