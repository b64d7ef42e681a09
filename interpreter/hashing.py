"""Hashes that programs cannot foresee.

Texts are hashed by SipHash, keyed with random numbers drawn when the process
starts; other values are hashed with ``objects.secret``, drawn with them.
"""

import os

from rpython.rlib import rsiphash

from interpreter.objects.secret import secret

RANDOM_SOURCE = '/dev/urandom'
KEY_SIZE = 16
SECRET_SIZE = 24


def draw():
    """Draw the numbers.  Without a random source the built-in ones stay."""
    try:
        fd = os.open(RANDOM_SOURCE, os.O_RDONLY, 0)
        try:
            data = os.read(fd, KEY_SIZE + SECRET_SIZE)
        finally:
            os.close(fd)
    except OSError:
        data = ''
    if len(data) == KEY_SIZE + SECRET_SIZE:
        rsiphash.select_random_seed(data[:KEY_SIZE])
        secret.draw(data[KEY_SIZE:])


# The toolchain calls this before the entry point.
rsiphash.initialize_from_env = draw


def use_keyed_hashes():
    """Choose SipHash; to be called once, by the entry point."""
    rsiphash.enable_siphash24()
