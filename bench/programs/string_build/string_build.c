/* Builds strings of 50 numbers in a buffer, n times, and adds up their lengths. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *append_number(char *at, long k) {
    char digits[24];
    int count = 0;
    do {
        digits[count++] = (char)('0' + k % 10);
        k /= 10;
    } while (k);
    while (count) *at++ = digits[--count];
    *at++ = ',';
    return at;
}

static size_t numbers(long i, char *text) {
    char *at = text;
    for (long k = i; k < i + 50; k++) at = append_number(at, k);
    *at = 0;
    __asm__ volatile("" : : "r"(text) : "memory");
    return strlen(text);
}

int main(int argc, char **argv) {
    static char text[50 * 24 + 1];
    if (argc != 2) return 2;
    size_t total = 0;
    for (long n = atol(argv[1]); n > 0; n--) total += numbers(n, text);
    printf("%zu\n", total);
    return 0;
}
