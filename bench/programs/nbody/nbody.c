/* The five-body solar system, n steps; each step makes five new bodies. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BODIES = 5 };

struct body { double mass, x, y, z, vx, vy, vz; };

static const struct body solar_system[BODIES] = {
    { 39.47841760435743, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 },
    { 0.03769367487038949,
      4.841431442464721, -1.1603200440274284, -0.10362204447112311,
      0.606326392995832, 2.81198684491626, -0.02521836165988763 },
    { 0.011286326131968767,
      8.34336671824458, 4.124798564124305, -0.4035234171143214,
      -1.0107743461787924, 1.8256623712304119, 0.008415761376584154 },
    { 0.0017237240570597112,
      12.894369562139131, -15.111151401698631, -0.22330757889265573,
      1.0827910064415354, 0.8687130181696082, -0.010832637401363636 },
    { 0.0020336868699246304,
      15.379697114850917, -25.919314609987964, 0.17925877295037118,
      0.979090732243898, 0.5946989986476762, -0.034755955550407474 },
};

static struct body moved(struct body b, const struct body *bodies, double dt) {
    for (int i = 0; i < BODIES; i++) {
        const struct body *other = &bodies[i];
        double dx = b.x - other->x, dy = b.y - other->y, dz = b.z - other->z;
        double square = dx * dx + dy * dy + dz * dz;
        if (square == 0.0) continue;
        double pull = other->mass * (dt / (square * sqrt(square)));
        b.vx = b.vx - dx * pull;
        b.vy = b.vy - dy * pull;
        b.vz = b.vz - dz * pull;
    }
    b.x = b.x + dt * b.vx;
    b.y = b.y + dt * b.vy;
    b.z = b.z + dt * b.vz;
    return b;
}

static double potential(const struct body *b, const struct body *other) {
    double dx = b->x - other->x, dy = b->y - other->y, dz = b->z - other->z;
    double square = dx * dx + dy * dy + dz * dz;
    return square == 0.0 ? 0.0 : 0.5 * b->mass * other->mass / sqrt(square);
}

static double energy(const struct body *bodies) {
    double sum = 0.0;
    for (int i = 0; i < BODIES; i++) {
        const struct body *b = &bodies[i];
        sum += 0.5 * b->mass * (b->vx * b->vx + b->vy * b->vy + b->vz * b->vz);
        for (int j = 0; j < BODIES; j++) sum -= potential(b, &bodies[j]);
    }
    return sum;
}

int main(int argc, char **argv) {
    struct body bodies[BODIES], after[BODIES];
    if (argc != 2) return 2;
    memcpy(bodies, solar_system, sizeof bodies);
    for (long n = atol(argv[1]); n > 0; n--) {
        for (int i = 0; i < BODIES; i++) after[i] = moved(bodies[i], bodies, 0.01);
        memcpy(bodies, after, sizeof bodies);
    }
    printf("%ld\n", (long)(energy(bodies) * 1000000000.0));
    return 0;
}
