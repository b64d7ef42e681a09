/* A straight line of 48 additions, subtractions and multiplications, n times. */
#include <stdio.h>
#include <stdlib.h>

static long straight(long start, long step) {
    long a0 = start;
    long a1 = a0 + step;
    long a2 = a1 * 3;
    long a3 = a2 - start;
    long a4 = a3 + step;
    long a5 = a4 * 3;
    long a6 = (a5 - start + 2000006) % 1000003;
    long a7 = a6 + step;
    long a8 = a7 * 3;
    long a9 = a8 - start;
    long a10 = a9 + step;
    long a11 = a10 * 3;
    long a12 = (a11 - start + 2000006) % 1000003;
    long a13 = a12 + step;
    long a14 = a13 * 3;
    long a15 = a14 - start;
    long a16 = a15 + step;
    long a17 = a16 * 3;
    long a18 = (a17 - start + 2000006) % 1000003;
    long a19 = a18 + step;
    long a20 = a19 * 3;
    long a21 = a20 - start;
    long a22 = a21 + step;
    long a23 = a22 * 3;
    long a24 = (a23 - start + 2000006) % 1000003;
    long a25 = a24 + step;
    long a26 = a25 * 3;
    long a27 = a26 - start;
    long a28 = a27 + step;
    long a29 = a28 * 3;
    long a30 = (a29 - start + 2000006) % 1000003;
    long a31 = a30 + step;
    long a32 = a31 * 3;
    long a33 = a32 - start;
    long a34 = a33 + step;
    long a35 = a34 * 3;
    long a36 = (a35 - start + 2000006) % 1000003;
    long a37 = a36 + step;
    long a38 = a37 * 3;
    long a39 = a38 - start;
    long a40 = a39 + step;
    long a41 = a40 * 3;
    long a42 = (a41 - start + 2000006) % 1000003;
    long a43 = a42 + step;
    long a44 = a43 * 3;
    long a45 = a44 - start;
    long a46 = a45 + step;
    long a47 = a46 * 3;
    long a48 = (a47 - start + 2000006) % 1000003;
    return a48;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long sum = 0;
    for (long n = atol(argv[1]); n > 0; n--)
        sum = (sum + straight(n % 1000003, 7)) % 1000003;
    printf("%ld\n", sum);
    return 0;
}
