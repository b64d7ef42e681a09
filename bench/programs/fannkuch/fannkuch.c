/* The most flips that any permutation of 1..n takes until its first number is 1, and a
   checksum. The permutations are made by inserting numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 16 };

static long most, sum;

static long flips(const int *xs, int n) {
    int ys[LONGEST];
    long count = 0;
    memcpy(ys, xs, (size_t)n * sizeof *ys);
    while (ys[0] != 1) {
        for (int i = 0, j = ys[0] - 1; i < j; i++, j--) {
            int y = ys[i];
            ys[i] = ys[j];
            ys[j] = y;
        }
        count++;
    }
    return count;
}

static void permute(int next, int n, const int *xs) {
    if (next > n) {
        long count = flips(xs, n);
        if (count > most) most = count;
        sum = (sum * 3 + count) % 1000003;
        return;
    }
    for (int place = 0; place < next; place++) {
        int ys[LONGEST];
        memcpy(ys, xs, (size_t)place * sizeof *ys);
        ys[place] = next;
        memcpy(ys + place + 1, xs + place, (size_t)(next - 1 - place) * sizeof *ys);
        permute(next + 1, n, ys);
    }
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    int none[1] = { 0 };
    permute(1, atoi(argv[1]), none);
    printf("%ld\n", sum * 100 + most);
    return 0;
}
