"""The programs of tests/programs through ``lexvm run``."""

import json
import os

import pytest

from interpreter.cli.main import main

PROGRAMS = os.path.join(os.path.dirname(os.path.dirname(__file__)), 'programs')

# Where LexVM deliberately differs from the reference (docs/compatibility.rst):
# folding respects the order of arms; scopes are lexical, bytes are kept.
DEVIATIONS = {
    'a23_dead_branches.lex': [1, 10, 2, 2],
    'a25_scoping.lex': [99, 99, 77, 1010, 5],
}

# Too long untranslated; tests/native/test_programs.py runs it.
SLOW = 'a20_recursion.lex'

with open(os.path.join(PROGRAMS, 'expected.json')) as stream:
    CASES = [case for case in json.load(stream) if case['file'] != SLOW]


@pytest.mark.parametrize('case', CASES, ids=[
    case['file'] + ':' + case['function'] for case in CASES])
def test_program(case, capfd):
    path = os.path.join(PROGRAMS, case['file'])
    if not path.endswith('.lex'):
        path = os.path.join(path, 'main.lex')
    argv = ['lexvm', 'run', '--allow-effects', 'io,net,budget,llm',
            path.encode('utf-8'), case['function'].encode('utf-8')]
    argv += [json.dumps(arg).encode('utf-8') for arg in case['args']]
    code = main(argv)
    out, err = capfd.readouterr()
    lines = out.splitlines()
    if case['error'] is None:
        assert err == ''
        assert code == 0
        expected = DEVIATIONS.get(case['file'], case['result'])
        assert json.loads(lines.pop()) == expected
    else:
        assert err.splitlines()[0] == 'error: runtime: %s' % case['error']
        assert 'stack, the last call first' in err
        assert code == 1
    assert lines == case['prints']
