/* Parity by counting down in two states; the barrier keeps the loop. */
#include <stdio.h>
#include <stdlib.h>

static int is_even(long n) {
    int even = 1;
    while (n != 0) {
        n -= 1;
        __asm__ volatile("" : "+r"(n));
        even = !even;
    }
    return even;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    printf("%d\n", is_even(atol(argv[1])) ? 0 : 1);
    return 0;
}
