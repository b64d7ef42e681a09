/* The fold as a loop without a list. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]);
    long factor = n % 7 + 3;
    long acc = 1;
    for (long x = 0; x < n; x++) acc = (acc * factor + x) % 1000003;
    printf("%ld\n", acc);
    return 0;
}
