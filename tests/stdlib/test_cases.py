"""The programs in cases/ and what the reference answers to the calls beside
them (recorded with tools/reference/record.py)."""

import glob
import json
import os

import pytest

from interpreter.canonical.pipeline import stages_of
from interpreter.effects.policy import permissive
from interpreter.machine.session import DEFAULT_MAX_STEPS, Session
from interpreter.source.loader import load_program
from tests.check.programs import check_program
from tests.machine.support import outcome

CASES = os.path.join(os.path.dirname(__file__), 'cases')


_sessions = {}


def session_of(path):
    """A session of a checked program, as ``lexvm run`` makes it; the calls of
    one program share it."""
    if path not in _sessions:
        stages = stages_of(load_program(path))
        assert check_program(stages, True) == []
        _sessions[path] = Session(stages, permissive(), [], DEFAULT_MAX_STEPS)
    return _sessions[path]


def recorded():
    for path in sorted(glob.glob(os.path.join(CASES, '*.json'))):
        with open(path) as f:
            for entry in json.load(f):
                yield path[:-len('json')] + 'lex', entry


def _name(value):
    if isinstance(value, str):
        return os.path.basename(value)
    return ('%s%s' % (value['fn'], json.dumps(value['args'])))[:60]


@pytest.mark.parametrize('path, entry', list(recorded()), ids=_name)
def test_case(path, entry):
    seen = outcome(session_of(path), str(entry['fn']), entry['args'])
    seen.pop('stdout', None)
    seen.update(fn=entry['fn'], args=entry['args'])
    assert seen == entry
