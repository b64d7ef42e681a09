/* The edit distances of n pairs of generated words, row by row. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LENGTH = 40 };

static void word(long seed, int *letters) {
    for (int i = LENGTH - 1; i >= 0; i--) {
        seed = (seed * 3877 + 29573) % 139968;
        letters[i] = (int)(seed / 100 % 4);
    }
}

static int least(int a, int b) { return a < b ? a : b; }

static int distance(const int *a, const int *b) {
    int above[LENGTH + 1], row[LENGTH + 1];
    for (int j = 0; j <= LENGTH; j++) above[j] = j;
    for (int i = 0; i < LENGTH; i++) {
        row[0] = i + 1;
        for (int j = 0; j < LENGTH; j++) {
            int change = above[j] + (a[i] == b[j] ? 0 : 1);
            row[j + 1] = least(change, least(above[j + 1] + 1, row[j] + 1));
        }
        memcpy(above, row, sizeof row);
    }
    return above[LENGTH];
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long sum = 0;
    int a[LENGTH], b[LENGTH];
    for (long n = atol(argv[1]); n > 0; n--) {
        word(2 * n, a);
        word(2 * n + 1, b);
        sum = (sum * 3 + distance(a, b)) % 1000003;
    }
    printf("%ld\n", sum);
    return 0;
}
