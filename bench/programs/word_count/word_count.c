/* Counts n generated words in a hash table; prints a checksum in word order. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 16384 };

struct entry { char word[16]; long count; };

static struct entry table[SLOTS];

static unsigned long hash(const char *word) {
    unsigned long h = 5381;
    while (*word) h = h * 33 + (unsigned char)*word++;
    return h;
}

static struct entry *slot(const char *word) {
    unsigned long i = hash(word) % SLOTS;
    while (table[i].count && strcmp(table[i].word, word)) i = (i + 1) % SLOTS;
    return &table[i];
}

static void spell(char *word, long number) {
    char digits[8];
    int count = 0;
    *word++ = 'w';
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    while (count) *word++ = digits[--count];
    *word = 0;
}

static int by_word(const void *a, const void *b) {
    return strcmp(((const struct entry *)a)->word, ((const struct entry *)b)->word);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long seed = 42, acc = 0;
    char word[16];
    for (long n = atol(argv[1]); n > 0; n--) {
        seed = (seed * 3877 + 29573) % 139968;
        spell(word, seed % 5000);
        struct entry *e = slot(word);
        if (!e->count) strcpy(e->word, word);
        e->count += 1;
    }
    qsort(table, SLOTS, sizeof table[0], by_word);
    for (long i = 0; i < SLOTS; i++)
        if (table[i].count)
            acc = (acc * 31 + (long)strlen(table[i].word) + table[i].count) % 1000003;
    printf("%ld\n", acc);
    return 0;
}
