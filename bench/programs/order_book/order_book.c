/* An exchange takes n generated orders: buyers and sellers are matched, what is left over
   waits in linked lists sorted by price. */
#include <stdio.h>
#include <stdlib.h>

struct level { long price, amount; struct level *next; };

static struct level *bids, *asks;
static long volume, sum;

static void insert(struct level **place, long price, long amount, long sign) {
    while (*place && (price - (*place)->price) * sign > 0) place = &(*place)->next;
    if (*place && (*place)->price == price) {
        (*place)->amount += amount;
        return;
    }
    struct level *l = malloc(sizeof *l);
    if (!l) abort();
    *l = (struct level){ price, amount, *place };
    *place = l;
}

static void take_out(struct level **place) {
    struct level *l = *place;
    *place = l->next;
    free(l);
}

static void trade(struct level **others, struct level **own, long price, long amount,
                  long sign) {
    while (amount && *others && ((*others)->price - price) * sign <= 0) {
        struct level *l = *others;
        long k = amount < l->amount ? amount : l->amount;
        volume += k;
        sum = (sum * 31 + l->price * k) % 1000003;
        amount -= k;
        l->amount -= k;
        if (!l->amount) take_out(others);
    }
    if (amount) insert(own, price, amount, -sign);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long seed = 42;
    for (long n = atol(argv[1]); n > 0; n--) {
        seed = (seed * 3877 + 29573) % 139968;
        long kind = seed / 64 % 10, price = 90 + seed / 640 % 21;
        long amount = 1 + seed / 13440 % 9;
        if (kind == 0) {
            for (struct level **place = &bids; *place;) {
                if ((*place)->price == price) take_out(place);
                else place = &(*place)->next;
            }
        } else if (kind < 6) trade(&asks, &bids, price - 1, amount, 1);
        else trade(&bids, &asks, price + 1, amount, -1);
    }
    printf("%ld\n", (volume * 31 + sum) % 1000003);
    return 0;
}
