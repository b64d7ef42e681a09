"""An n by n picture of five spheres with light and shadow."""
import sys
from math import sqrt


class Vec(object):
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z


class Sphere(object):
    __slots__ = ("at", "radius", "shine")

    def __init__(self, x, y, z, radius, shine):
        self.at = Vec(x, y, z)
        self.radius = radius
        self.shine = shine


SCENE = [
    Sphere(0.0, 0.0, 5.0, 1.0, 0.9), Sphere(1.5, 0.5, 4.0, 0.5, 0.7),
    Sphere(-1.5, -0.3, 4.5, 0.7, 0.8), Sphere(0.3, 1.2, 3.5, 0.3, 0.5),
    Sphere(0.0, -101.0, 5.0, 100.0, 0.6),
]


def add(a, b):
    return Vec(a.x + b.x, a.y + b.y, a.z + b.z)


def sub(a, b):
    return Vec(a.x - b.x, a.y - b.y, a.z - b.z)


def scale(a, k):
    return Vec(a.x * k, a.y * k, a.z * k)


def dot(a, b):
    return a.x * b.x + a.y * b.y + a.z * b.z


def unit(a):
    return scale(a, 1.0 / sqrt(dot(a, a)))


def meets(s, start, toward):
    offset = sub(s.at, start)
    along = dot(offset, toward)
    inside = along * along - dot(offset, offset) + s.radius * s.radius
    if inside < 0.0:
        return 0.0
    distance = along - sqrt(inside)
    return 0.0 if distance < 0.001 else distance


def nearest(start, toward):
    best = (0.0, None)
    for s in SCENE:
        distance = meets(s, start, toward)
        if distance != 0.0 and (best[0] == 0.0 or distance < best[0]):
            best = (distance, s)
    return best


def brightness(toward, light):
    eye = Vec(0.0, 0.0, 0.0)
    distance, s = nearest(eye, toward)
    if distance == 0.0:
        return 0.1
    place = add(eye, scale(toward, distance))
    normal = scale(sub(place, s.at), 1.0 / s.radius)
    facing = dot(normal, light)
    if facing < 0.0:
        return 0.05
    if nearest(place, light)[0] == 0.0:
        return 0.05 + s.shine * facing
    return 0.05


def main(n):
    light = unit(Vec(0.6, 0.9, -0.7))
    total = 0
    for y in range(n):
        for x in range(n):
            dx = (2.0 * x + 1.0) / n - 1.0
            dy = 1.0 - (2.0 * y + 1.0) / n
            shade = brightness(unit(Vec(dx, dy, 1.5)), light)
            total = (total * 31 + int(shade * 255.0)) % 1000003
    return total


print(main(int(sys.argv[1])))
