/* Conway's game of life from a small pattern, n generations. The living cells are a sorted
   array, the neighbours are counted in a hash table. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 1 << 16, MOST = 1 << 14 };

static int keys[SLOTS], counts[SLOTS], used[SLOTS], used_count;
static int live[MOST], live_count;
static char is_live[1000000];

static void count(int cell) {
    unsigned i = (unsigned)cell * 2654435761u >> 16;
    while (counts[i] && keys[i] != cell) i = (i + 1) % SLOTS;
    if (!counts[i]) {
        keys[i] = cell;
        used[used_count++] = (int)i;
    }
    counts[i]++;
}

static int by_number(const void *a, const void *b) {
    return *(const int *)a - *(const int *)b;
}

static void generation(void) {
    static const int around[8] = { -1001, -1000, -999, -1, 1, 999, 1000, 1001 };
    used_count = 0;
    for (int i = 0; i < live_count; i++)
        for (int k = 0; k < 8; k++) count(live[i] + around[k]);
    int next[MOST], next_count = 0;
    for (int u = 0; u < used_count; u++) {
        int i = used[u];
        if (counts[i] == 3 || (counts[i] == 2 && is_live[keys[i]]))
            next[next_count++] = keys[i];
        counts[i] = 0;
    }
    for (int i = 0; i < live_count; i++) is_live[live[i]] = 0;
    memcpy(live, next, (size_t)next_count * sizeof *live);
    live_count = next_count;
    for (int i = 0; i < live_count; i++) is_live[live[i]] = 1;
}

int main(int argc, char **argv) {
    static const int acorn[7] = { 500501, 501503, 502500, 502501, 502504, 502505, 502506 };
    if (argc != 2) return 2;
    memcpy(live, acorn, sizeof acorn);
    live_count = 7;
    for (int i = 0; i < live_count; i++) is_live[live[i]] = 1;
    for (long n = atol(argv[1]); n > 0; n--) generation();
    qsort(live, (size_t)live_count, sizeof live[0], by_number);
    long sum = 0;
    for (int i = 0; i < live_count; i++) sum = (sum * 31 + live[i]) % 1000003;
    printf("%ld\n", sum);
    return 0;
}
