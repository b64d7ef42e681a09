"""The rules of the checker, one small program each.

The files in ``cases`` hold programs and the errors they give, in order::

    == what it shows
    fn f(x :: Int) -> Str { x }
    -- type mismatch at n_0: expected Str, got Int (in function `f`)

A program without a ``--`` line is accepted.
"""

import glob
import os

import pytest

from tests.check.programs import texts

FILES = sorted(glob.glob(os.path.join(os.path.dirname(__file__), 'cases', '*.txt')))


def read_cases(path):
    """[(title, source, errors)] of one file."""
    cases = []
    for line in open(path):
        if line.startswith('== '):
            cases.append((line[3:].strip(), [], []))
        elif line.startswith('-- '):
            cases[-1][2].append(line[3:].rstrip('\n'))
        else:
            cases[-1][1].append(line)
    return [(title, ''.join(source), errors) for title, source, errors in cases]


def all_cases():
    for path in FILES:
        subject = os.path.splitext(os.path.basename(path))[0]
        for title, source, errors in read_cases(path):
            yield pytest.param(source, errors, id='%s: %s' % (subject, title))


@pytest.mark.parametrize('source, errors', list(all_cases()))
def test_case(source, errors):
    assert texts(source) == errors


def test_there_are_cases():
    assert len(list(all_cases())) > 400
