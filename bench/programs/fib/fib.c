/* Naive Fibonacci recursion; `path` numbers the calls and decides the leaves. */
#include <stdio.h>
#include <stdlib.h>

static long fib(long n, long path) {
    if (n < 2) return path % 3;
    return fib(n - 1, path * 2) + fib(n - 2, path * 2 + 1);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    printf("%ld\n", fib(atol(argv[1]), 1));
    return 0;
}
