/* A small struct for each of n requests, read once. */
#include <stdio.h>
#include <stdlib.h>

struct response { long status, total, count; };

__attribute__((noinline))
static struct response handle(long i) {
    return (struct response){ 200, i * 2, i + 1 };
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long sum = 0;
    for (long n = atol(argv[1]); n > 0; n--) sum = (sum + handle(n).total) % 1000003;
    printf("%ld\n", sum);
    return 0;
}
