import os

import pytest
from hypothesis import given, strategies

from interpreter.objects import digest
from interpreter.objects.secret import (
    inverse_of, mixed, scrambled, secret, unscrambled)
from rpython.rlib.rarithmetic import r_uint
from tests.objects.values import newlist_int

INTS = strategies.integers(-2 ** 63, 2 ** 63 - 1)


@pytest.fixture
def drawn():
    kept = dict(secret.__dict__)
    secret.draw(os.urandom(24))
    yield secret
    secret.__dict__.update(kept)


@given(INTS)
def test_inverse(i):
    odd = r_uint(i) | r_uint(1)
    assert odd * inverse_of(odd) == r_uint(1)


@given(INTS)
def test_scrambled_is_one_to_one(i):
    assert unscrambled(scrambled(i)) == i


def test_drawn_numbers_change_hashes(drawn):
    values = [0, 1, -1, 2 ** 63 - 1, -2 ** 63, 12345]
    before = [scrambled(i) for i in values]
    lists = [digest.digest(newlist_int([i])) for i in values]
    drawn.draw(os.urandom(24))
    assert [scrambled(i) for i in values] != before
    assert [digest.digest(newlist_int([i])) for i in values] != lists
    assert [unscrambled(scrambled(i)) for i in values] == values


def inverse_mixed(h, result):
    """The x with mixed(h, x) == result, for who knows the secret."""
    def undo(value, count):
        result = value
        for _ in range(64 // count + 1):
            result = value ^ (result >> count)
        return result
    h2 = undo(result, 29) * inverse_of(secret.second)
    return undo(h2, 32) * inverse_of(secret.first) ^ h


def test_collisions_do_not_survive_other_numbers(drawn):
    """Values that collide under one secret do not under the next."""
    def pair(a, b):
        return mixed(mixed(r_uint(0), r_uint(a)), b)
    target = r_uint(99)
    pairs = [(a, inverse_mixed(mixed(r_uint(0), r_uint(a)), target))
             for a in range(100)]
    assert set(pair(a, b) for a, b in pairs) == set([target])
    drawn.draw(os.urandom(24))
    assert len(set(pair(a, b) for a, b in pairs)) > 90
