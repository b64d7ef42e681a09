/* Three nested structs for each of n requests, read in part. */
#include <stdio.h>
#include <stdlib.h>

struct inner { long a, b; };
struct middle { struct inner inner; long c; };
struct outer { struct middle middle; long status; };

__attribute__((noinline))
static struct outer handle(long i) {
    return (struct outer){ { { i, i + 1 }, i * 2 }, 200 };
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long sum = 0;
    for (long n = atol(argv[1]); n > 0; n--) {
        struct outer r = handle(n);
        sum = (sum + r.status + r.middle.inner.b) % 1000003;
    }
    printf("%ld\n", sum);
    return 0;
}
