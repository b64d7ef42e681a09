"""A program that is translated for this test and does nothing but what the collector's
corrections are about."""

import os
import subprocess
import sys

import pytest

from tests.native.program import ROOT

SETTINGS = [
    {},
    {'PYPY_GC_NURSERY': '16k', 'PYPY_GC_MIN': '64k', 'PYPY_GC_MAJOR_COLLECT': '1.05',
     'PYPY_GC_INCREMENT_STEP': '1k'},
    {'PYPY_GC_NURSERY': '64k', 'PYPY_GC_MIN': '256k', 'PYPY_GC_MAJOR_COLLECT': '1.2',
     'PYPY_GC_INCREMENT_STEP': '4k'},
]
ROUNDS = 60000
TRANSLATE = (
    'import toolchain_fixes\n'
    'from rpython.translator.interactive import Translation\n'
    'from tests.native.collector_program import entry_point\n'
    'translation = Translation(entry_point, None, gc="incminimark", backend="c")\n'
    'print("\\n" + str(translation.compile()))\n')


@pytest.fixture(scope='module')
def program(tmpdir_factory):
    """The path of the native program."""
    folder = tmpdir_factory.mktemp('collector')
    env = dict(os.environ, PYPY_USESSION_DIR=str(folder), PYTHONPATH=ROOT)
    with open(str(folder.join('log')), 'w') as log:
        out = subprocess.check_output([sys.executable, '-c', TRANSLATE], cwd=ROOT, env=env,
                                      stderr=log)
    return out.strip().split('\n')[-1]


@pytest.mark.parametrize('seed', range(3))
@pytest.mark.parametrize('settings', SETTINGS, ids=['', 'smallest steps', 'small steps'])
def test_items_survive(program, settings, seed):
    process = subprocess.Popen(
        [program, str(seed), str(ROUNDS)], stdout=subprocess.PIPE,
        env=dict(os.environ, **settings))
    out = process.communicate()[0]
    assert (process.returncode, out) == (0, 'ok\n')
