"""The JIT on programs that have found something, and the proof that they do."""

import os
import subprocess
import sys

import pytest

from tests.tracefuzz.support import FOLDER, ROOT, saved_programs

import generate
from programs import parsed
from results import SAME

# Programs, and a correction without which they fail.
NAN_ORDERS = 'nan-orders.trace'


@pytest.fixture(scope='module')
def machine():
    from harness import Machine
    return Machine(generate.program(1))


def test_programs_that_failed(machine):
    saved = saved_programs()
    assert NAN_ORDERS in [name for name, _ in saved]
    wrong = []
    for name, listing in saved:
        result = machine.run(parsed(listing))
        if result.kind != SAME or result.given_up:
            wrong.append(name)
    assert wrong == []


def test_new_programs(machine):
    for seed in range(7000, 7008):
        result = machine.run(generate.program(seed))
        assert result.kind == SAME, '%s\n%s' % (seed, result.actual)


def test_a_correction_that_is_missing_is_found():
    """By a program that is known to need it."""
    environment = dict(os.environ, LEXVM_WITHOUT_FIX='inverse-of-float-orders')
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), NAN_ORDERS)
    child = subprocess.Popen(
        [sys.executable, os.path.join(FOLDER, 'tracefuzz.py'), '--show', path], cwd=ROOT,
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output = child.communicate()[0]
    assert child.returncode == 1
    assert output.startswith('different, ')
