"""The five-body solar system, n steps; each step makes five new bodies."""
import sys
from math import sqrt

# A body: x, y, z, speed in x, y, z, mass.
SOLAR_SYSTEM = [
    (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743),
    (4.841431442464721, -1.1603200440274284, -0.10362204447112311,
     0.606326392995832, 2.81198684491626, -0.02521836165988763,
     0.03769367487038949),
    (8.34336671824458, 4.124798564124305, -0.4035234171143214,
     -1.0107743461787924, 1.8256623712304119, 0.008415761376584154,
     0.011286326131968767),
    (12.894369562139131, -15.111151401698631, -0.22330757889265573,
     1.0827910064415354, 0.8687130181696082, -0.010832637401363636,
     0.0017237240570597112),
    (15.379697114850917, -25.919314609987964, 0.17925877295037118,
     0.979090732243898, 0.5946989986476762, -0.034755955550407474,
     0.0020336868699246304),
]


def moved(b, bodies, dt):
    x, y, z, vx, vy, vz, mass = b
    for ox, oy, oz, _, _, _, other_mass in bodies:
        dx = x - ox
        dy = y - oy
        dz = z - oz
        square = dx * dx + dy * dy + dz * dz
        if square != 0.0:
            pull = other_mass * (dt / (square * sqrt(square)))
            vx = vx - dx * pull
            vy = vy - dy * pull
            vz = vz - dz * pull
    return (x + dt * vx, y + dt * vy, z + dt * vz, vx, vy, vz, mass)


def potential(b, other):
    dx = b[0] - other[0]
    dy = b[1] - other[1]
    dz = b[2] - other[2]
    square = dx * dx + dy * dy + dz * dz
    return 0.0 if square == 0.0 else 0.5 * b[6] * other[6] / sqrt(square)


def energy(bodies):
    total = 0.0
    for b in bodies:
        total += 0.5 * b[6] * (b[3] * b[3] + b[4] * b[4] + b[5] * b[5])
        for other in bodies:
            total -= potential(b, other)
    return total


def main(n):
    bodies = SOLAR_SYSTEM
    for _ in range(n):
        bodies = [moved(b, bodies, 0.01) for b in bodies]
    return int(energy(bodies) * 1000000000.0)


print(main(int(sys.argv[1])))
