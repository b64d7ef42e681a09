/* Counts the solutions of the n-queens puzzle; a placement is a linked list, whose
   cells live in the frames of the recursion. */
#include <stdio.h>
#include <stdlib.h>

struct cell { long head; const struct cell *tail; };

static int safe(long col, const struct cell *placed, long distance) {
    for (; placed; placed = placed->tail, distance++) {
        long other = placed->head;
        if (other == col || labs(other - col) == distance) return 0;
    }
    return 1;
}

static long count(long n, long row, const struct cell *placed) {
    if (row == n) return 1;
    long sum = 0;
    for (long col = 0; col < n; col++) {
        if (safe(col, placed, 1)) {
            struct cell next = { col, placed };
            sum += count(n, row + 1, &next);
        }
    }
    return sum;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    printf("%ld\n", count(atol(argv[1]), 0, NULL));
    return 0;
}
