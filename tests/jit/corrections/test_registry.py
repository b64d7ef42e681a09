"""Each correction can be left out, by its name, and has a row in the documentation."""

import os
import subprocess
import sys

import pytest

from toolchain_fixes import APPLIED
from toolchain_fixes.registry import CORRECTIONS, left_out

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__)))))


def applied(without):
    """-> the exit code and the output of an import."""
    env = dict(os.environ, LEXVM_WITHOUT_FIX=without, PYTHONPATH=ROOT)
    child = subprocess.Popen(
        [sys.executable, '-c', 'import toolchain_fixes as t; print(" ".join(t.APPLIED))'],
        env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = child.communicate()
    return child.returncode, out.split(), err


def test_corrections_are_left_out():
    assert applied('') == applied(' , ')
    first, last = APPLIED[0], APPLIED[-1]
    expected = [name for name in CORRECTIONS if CORRECTIONS[name].is_needed]
    assert applied('')[:2] == (0, expected)
    assert applied('all')[:2] == (0, [])
    assert applied('%s, %s' % (last, first))[:2] == (0, expected[1:-1])


def test_unknown_names_are_refused():
    code, out, err = applied('no-such-thing')
    assert code == 1
    assert 'LEXVM_WITHOUT_FIX: no correction is called no-such-thing' in err
    with pytest.raises(ValueError):
        left_out(APPLIED[0] + 'x')
    assert left_out(APPLIED[0] + ',,') == set([APPLIED[0]])


def test_each_correction_is_documented():
    with open(os.path.join(ROOT, 'docs', 'toolchain.rst')) as stream:
        text = stream.read()
    assert [name for name in CORRECTIONS if '``%s``' % name not in text] == []
