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


def run(tool, *args, **environment):
    """-> the exit code and the output of a tool."""
    child = subprocess.Popen(
        [sys.executable, os.path.join(FOLDER, tool)] + list(args), cwd=ROOT,
        env=dict(os.environ, **environment), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output = child.communicate()[0]
    return child.returncode, output


def test_a_correction_that_is_missing_is_found():
    """By a program that is known to need it."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), NAN_ORDERS)
    code, output = run('tracefuzz.py', '--show', path,
                       LEXVM_WITHOUT_FIX='inverse-of-float-orders')
    assert code == 1
    assert output.startswith('different, ')


def test_proof(tmpdir):
    """By random programs about what the correction is about."""
    log = tmpdir.join('proof.txt')
    code, output = run('prove.py', 'objects-in-copied-arrays', '--theme', 'shapes',
                       '--seed', '5', '--log', str(log))
    title, line = output.splitlines()
    assert code == 0
    assert line.split()[:2] == ['objects-in-copied-arrays', 'llgraph']
    assert 'NOT FOUND' not in line
    assert log.read() == output
