/* Builds, walks and frees complete binary trees of depth 12, n times. */
#include <stdio.h>
#include <stdlib.h>

struct tree { struct tree *left; long item; struct tree *right; };

static struct tree *build(long item, int depth) {
    struct tree *t = malloc(sizeof *t);
    if (!t) abort();
    t->item = item;
    t->left = depth == 0 ? NULL : build(2 * item - 1, depth - 1);
    t->right = depth == 0 ? NULL : build(2 * item, depth - 1);
    return t;
}

static long check(const struct tree *t) {
    if (!t->left) return t->item;
    return (t->item + check(t->left) + check(t->right)) % 1000003;
}

static void release(struct tree *t) {
    if (!t) return;
    release(t->left);
    release(t->right);
    free(t);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long total = 0;
    for (long n = atol(argv[1]); n > 0; n--) {
        struct tree *t = build(n, 12);
        total = (total + check(t)) % 1000003;
        release(t);
    }
    printf("%ld\n", total);
    return 0;
}
