"""Which name was meant."""

import random

import pytest

from interpreter.diagnostics import names


def edits(a, b):
    """The optimal string alignment distance by its definition."""
    if not a or not b:
        return len(a) + len(b)
    best = min(edits(a[1:], b) + 1, edits(a, b[1:]) + 1,
               edits(a[1:], b[1:]) + (a[0] != b[0]))
    if len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0]:
        best = min(best, edits(a[2:], b[2:]) + 1)
    return best


def test_distance():
    rng = random.Random(1)
    for _ in range(300):
        a, b = [''.join(rng.choice('ab c') for _ in range(rng.randrange(6)))
                for _ in range(2)]
        expected = edits(a, b)
        assert names.distance(a, b, 10) == expected
        for limit in range(4):
            assert min(names.distance(a, b, limit), limit + 1) == min(expected, limit + 1)


@pytest.mark.parametrize('name, candidates, meant', [
    ('price', ['prices', 'total'], 'prices'), ('cuont', ['count', 'cost'], 'count'),
    ('Count', ['count'], 'count'), ('x', ['y', 'z'], ''), ('ab', ['xy'], ''),
    ('a', ['ab'], 'ab'), ('lenght', ['len', 'length'], 'length'), ('', ['a'], ''),
    ('foo', [], ''), ('foo', ['__foo'], ''), ('x' * 1000, ['x' * 999], '')])
def test_closest(name, candidates, meant):
    assert names.closest(name, candidates) == meant


@pytest.mark.parametrize('name, candidates, meant', [
    ('length', ['len', 'head'], 'len'), ('uppercase', ['to_upper', 'to_lower'], 'to_upper'),
    ('push', ['cons', 'map'], 'cons'), ('mpa', ['map', 'fold'], 'map'),
    ('reverse_list', ['reverse', 'len'], 'reverse'), ('String', ['Int', 'Str'], 'Str'),
    ('boolean', ['Bool', 'Int'], 'Bool'), ('zzz', ['map', 'fold'], '')])
def test_guess(name, candidates, meant):
    assert names.guess(name, candidates) == meant


def test_listed():
    assert names.listed(['a', 'b'], 2) == 'a, b'
    assert names.listed(['a', 'b', 'c'], 2) == 'a, b and 1 more'
