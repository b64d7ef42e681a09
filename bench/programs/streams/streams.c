/* Endless streams made of functions with their data: numbers, mapped, filtered, the first n
   summed up. Each stage keeps its state in place. */
#include <stdio.h>
#include <stdlib.h>

struct stream { long (*next)(struct stream *); struct stream *source; long state;
                long (*map)(long); int (*keep)(long); };

static long next_number(struct stream *s) { return s->state++; }

static long next_mapped(struct stream *s) { return s->map(s->source->next(s->source)); }

static long next_kept(struct stream *s) {
    long x;
    do x = s->source->next(s->source);
    while (!s->keep(x));
    return x;
}

static long square(long x) { return x * x; }
static int is_wanted(long x) { return x % 3 == 1; }

__attribute__((noinline))
static long sum_first(struct stream *s, long n) {
    long sum = 0;
    for (; n > 0; n--) sum = (sum * 31 + s->next(s)) % 1000003;
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]);
    struct stream numbers = { next_number, NULL, n, NULL, NULL };
    struct stream squares = { next_mapped, &numbers, 0, square, NULL };
    struct stream wanted = { next_kept, &squares, 0, NULL, is_wanted };
    printf("%ld\n", sum_first(&wanted, n));
    return 0;
}
