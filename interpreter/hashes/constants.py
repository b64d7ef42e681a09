"""Constants of hash functions, computed when the program is built.  Not
RPython, except for what the functions return."""

from rpython.rlib.rarithmetic import r_uint


def primes(count):
    found = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


def _fraction_bits(number, root, bits):
    """The first ``bits`` bits of the fraction of a square or cube root."""
    scaled = number << (bits * root)
    low, high = 0, 1 << (bits + 16)
    while high - low > 1:
        middle = (low + high) // 2
        if middle ** root <= scaled:
            low = middle
        else:
            high = middle
    return low & ((1 << bits) - 1)


def square_root_bits(count, bits):
    return [_fraction_bits(prime, 2, bits) for prime in primes(count)]


def cube_root_bits(count, bits):
    return [_fraction_bits(prime, 3, bits) for prime in primes(count)]


def word_list(numbers):
    return [r_uint(number) for number in numbers]


def keccak_round_constants():
    """The 24 constants of Keccak-f[1600]: bits of a shift register."""
    register = 1
    bits = []
    for i in range(255):
        bits.append(register & 1)
        register <<= 1
        if register & 0x100:
            register ^= 0x171
    numbers = []
    for number in range(24):
        word = 0
        for j in range(7):
            word |= bits[(j + 7 * number) % 255] << ((1 << j) - 1)
        numbers.append(word)
    return numbers


def keccak_lanes():
    """The order in which the lanes of the state are moved, as places in the
    flat state, and by how many bits each is rotated."""
    places = []
    rotations = []
    x, y = 1, 0
    for t in range(24):
        x, y = y, (2 * x + 3 * y) % 5
        places.append(x + 5 * y)
        rotations.append((t + 1) * (t + 2) // 2 % 64)
    return places, rotations
