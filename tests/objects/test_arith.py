"""Int arithmetic: 64 bits, wrapping; division truncates toward zero."""

import os
import re

from hypothesis import given, strategies as st

import interpreter
from interpreter.objects import arith

MIN = -2 ** 63
MAX = 2 ** 63 - 1

ints = st.one_of(
    st.integers(MIN, MAX),
    st.sampled_from([MIN, MIN + 1, -2, -1, 0, 1, 2, MAX - 1, MAX]))


def wrapped(n):
    return (n + 2 ** 63) % 2 ** 64 - 2 ** 63


@given(ints, ints)
def test_add_sub_mul(a, b):
    assert arith.add(a, b) == wrapped(a + b)
    assert arith.sub(a, b) == wrapped(a - b)
    assert arith.mul(a, b) == wrapped(a * b)


@given(ints)
def test_neg(a):
    assert arith.neg(a) == wrapped(-a)


@given(ints, ints.filter(bool))
def test_division(a, b):
    quotient = abs(a) // abs(b)
    if (a < 0) != (b < 0):
        quotient = -quotient
    assert arith.div(a, b) == wrapped(quotient)
    assert arith.mod(a, b) == a - b * quotient


def test_signs():
    assert arith.div(-7, 2) == -3
    assert arith.mod(-7, 2) == -1
    assert arith.mod(7, -2) == 1
    assert arith.div(MIN, -1) == MIN
    assert arith.mod(MIN, -1) == 0


def test_nobody_else_computes_with_unboxed_ints():
    """The optimiser of the toolchain miscompiles plain wrapping operations
    (see ``arith``), so an ``intval`` is never an operand of one."""
    operand = re.compile(r'intval\s*(\+|-|\*|<<|//|%)|(\+|-|\*|<<|//|%)\s*'
                         r'[\w.]*\bintval\b')
    root = os.path.dirname(interpreter.__file__)
    offenders = []
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith('.py') and name != 'arith.py':
                path = os.path.join(folder, name)
                with open(path) as source:
                    for number, line in enumerate(source):
                        if operand.search(line) and '% w_' not in line:
                            offenders.append('%s:%d' % (path, number + 1))
    assert offenders == []
