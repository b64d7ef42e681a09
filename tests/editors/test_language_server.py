"""The language server's own tests, which are Python 3 and a client on a pipe."""

import os
import subprocess

import pytest

from tests.native.program import FOLDER, ROOT, require

BUILD = os.environ.get('LEXVM_BUILD', os.path.join(ROOT, 'build'))
PYTHON = os.path.join(BUILD, 'lsp', 'bin', 'python')


@pytest.mark.parametrize('program', ['lexvm-nojit'])
def test_features_and_trouble(program, built):
    """Deep and large texts are tested by `make test-editors` only."""
    require(program)
    if not os.path.exists(PYTHON):
        pytest.skip('the environment is not there: make build/lsp.stamp')
    child = subprocess.Popen(
        [PYTHON, '-m', 'unittest', 'test_features', 'test_trouble'],
        cwd=os.path.join(ROOT, 'editors', 'lsp', 'tests'),
        env=dict(os.environ, LEXVM=os.path.join(FOLDER, program)),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    out = child.communicate()[0]
    assert child.returncode == 0, out
    assert '\nOK' in out
