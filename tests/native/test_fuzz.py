"""A short run of the fuzzer with fixed cases, and the cases that once found something."""

import json
import os
import re
import signal
import subprocess
import time

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
    assert re.search(r'^%s +40 cases ' % target, out, re.MULTILINE)
    assert '40 cases, 0 problems' in out


@pytest.mark.parametrize('name', sorted(os.listdir(SAVED)))
def test_saved_case(name):
    modes = []
    for mode in ('nojit', 'jit-off', 'jit-eager', 'debug'):
        modes += ['--mode', mode]
    out, code = fuzz('show.py', *modes + [os.path.join(SAVED, name)])
    assert code == 0, out
    assert out.splitlines()[0].endswith(': fine'), out


def test_campaign_ends_by_a_signal_with_its_totals(tmpdir):
    log = tmpdir.join('totals')
    process = subprocess.Popen(
        ['python3', os.path.join(FUZZER, 'lexfuzz.py'), '--seed', '8', '--minutes', '5',
         '--jobs', '2', '--mode', 'nojit', '--target', 'trace', '--log', str(log)], cwd=ROOT,
        env=dict(os.environ, LEXVM_DIR=FOLDER), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    time.sleep(4)
    process.send_signal(signal.SIGTERM)
    out = process.communicate()[0]
    assert process.returncode == 0, out
    row = json.loads(log.readlines()[-1])
    assert row['ended']
    assert row['cases']['trace'] > 2
    assert '%d cases, 0 problems' % row['cases']['trace'] in out
    out, code = fuzz('totals.py', str(log))
    assert code == 0
    assert '%d cases, ' % row['cases']['trace'] in out
