"""A short run of the fuzzer with fixed cases, and the cases that once found something."""

import os
import subprocess

import pytest

from tests.native.program import FOLDER, ROOT, require

FUZZER = os.path.join(ROOT, 'tools', 'fuzz')
SAVED = os.path.join(ROOT, 'tests', 'fuzz')


def fuzz(script, *words):
    require('lexvm-nojit')
    process = subprocess.Popen(
        ['python3', os.path.join(FUZZER, script)] + list(words), cwd=ROOT,
        env=dict(os.environ, LEXVM_DIR=FOLDER), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    return process.communicate()[0], process.returncode


@pytest.mark.parametrize('target', ['program', 'source', 'front_end', 'arguments', 'texts',
                                    'package', 'trace', 'command_line'])
def test_fixed_cases(target):
    out, code = fuzz('lexfuzz.py', '--seed', '7', '--count', '40', '--target', target)
    assert code == 0, out
    assert '40 cases (40 %s)' % target in out
    assert ' 0 problems' in out


@pytest.mark.parametrize('name', sorted(os.listdir(SAVED)))
def test_saved_case(name):
    out, code = fuzz('show.py', os.path.join(SAVED, name))
    assert code == 0, out
    assert out.splitlines()[0].endswith(': fine'), out
