/* An n by n picture of five spheres with light and shadow. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SPHERES = 5 };

struct vec { double x, y, z; };
struct sphere { struct vec at; double radius, shine; };
struct hit { double distance; const struct sphere *sphere; };

static struct vec vec(double x, double y, double z) { return (struct vec){ x, y, z }; }
static struct vec add(struct vec a, struct vec b) {
    return vec(a.x + b.x, a.y + b.y, a.z + b.z);
}
static struct vec sub(struct vec a, struct vec b) {
    return vec(a.x - b.x, a.y - b.y, a.z - b.z);
}
static struct vec scale(struct vec a, double k) { return vec(a.x * k, a.y * k, a.z * k); }
static double dot(struct vec a, struct vec b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static struct vec unit(struct vec a) { return scale(a, 1.0 / sqrt(dot(a, a))); }

static const struct sphere scene[SPHERES] = {
    { { 0.0, 0.0, 5.0 }, 1.0, 0.9 }, { { 1.5, 0.5, 4.0 }, 0.5, 0.7 },
    { { -1.5, -0.3, 4.5 }, 0.7, 0.8 }, { { 0.3, 1.2, 3.5 }, 0.3, 0.5 },
    { { 0.0, -101.0, 5.0 }, 100.0, 0.6 },
};

static double meets(const struct sphere *s, struct vec from, struct vec toward) {
    struct vec offset = sub(s->at, from);
    double along = dot(offset, toward);
    double inside = along * along - dot(offset, offset) + s->radius * s->radius;
    if (inside < 0.0) return 0.0;
    double distance = along - sqrt(inside);
    return distance < 0.001 ? 0.0 : distance;
}

static struct hit nearest(struct vec from, struct vec toward) {
    struct hit best = { 0.0, NULL };
    for (int i = 0; i < SPHERES; i++) {
        double distance = meets(&scene[i], from, toward);
        if (distance != 0.0 && (best.distance == 0.0 || distance < best.distance)) {
            best.distance = distance;
            best.sphere = &scene[i];
        }
    }
    return best;
}

static double brightness(struct vec toward, struct vec light) {
    struct vec eye = vec(0.0, 0.0, 0.0);
    struct hit hit = nearest(eye, toward);
    if (hit.distance == 0.0) return 0.1;
    struct vec place = add(eye, scale(toward, hit.distance));
    struct vec normal = scale(sub(place, hit.sphere->at), 1.0 / hit.sphere->radius);
    double facing = dot(normal, light);
    if (facing < 0.0) return 0.05;
    if (nearest(place, light).distance == 0.0) return 0.05 + hit.sphere->shine * facing;
    return 0.05;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    long n = atol(argv[1]), sum = 0;
    struct vec light = unit(vec(0.6, 0.9, -0.7));
    for (long y = 0; y < n; y++) {
        for (long x = 0; x < n; x++) {
            double dx = (2.0 * (double)x + 1.0) / (double)n - 1.0;
            double dy = 1.0 - (2.0 * (double)y + 1.0) / (double)n;
            double shade = brightness(unit(vec(dx, dy, 1.5)), light);
            sum = (sum * 31 + (long)(shade * 255.0)) % 1000003;
        }
    }
    printf("%ld\n", sum);
    return 0;
}
