"""Running a native LexVM and looking at everything it leaves behind."""

import collections
import os
import re
import subprocess
import threading

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Where the programs are; another folder is tested with LEXVM_DIR=folder.
FOLDER = os.environ.get('LEXVM_DIR', ROOT)

EAGER = 'threshold=2,function_threshold=2,trace_eagerness=2'

# What each mode runs, and its flags for `lexvm run`.
MODES = collections.OrderedDict([
    ('nojit', ('lexvm-nojit', [])),
    ('jit', ('lexvm', [])),
    ('jit-off', ('lexvm', ['--jit', 'off'])),
    ('jit-eager', ('lexvm', ['--jit', EAGER])),
])

# What the debug build says when it ends, of the memory of the collector itself.
MALLOCS_LEFT = re.compile(r'mem\.c: \d+ mallocs left .*\n')


class Outcome(collections.namedtuple('Outcome', 'stdout stderr code')):
    """``stderr`` is what was said without the place and the stack of runtime errors,
    which tests/cli/test_run.py is about; ``report`` has them."""

    report = ''


def without_stack(text):
    """Only the first line of each report of a runtime error."""
    lines = []
    in_report = False
    for line in text.splitlines(True):
        in_report = in_report and line.startswith(' ')
        if not in_report:
            lines.append(line)
        if line.startswith('error: runtime: '):
            in_report = True
    return ''.join(lines)


def require(name):
    """Skip the test if the program is not there."""
    if not os.path.exists(os.path.join(FOLDER, name)):
        pytest.skip('./%s is not built; run make and make nojit' % name)


def execute(name, arguments, stdin='', stdout=None, seconds=120, env=None, cwd=ROOT):
    """Run the program FOLDER/name; returns the Outcome.

    stdout may be an open file; then Outcome.stdout is empty.  A program that needs more
    than the given seconds is killed, which shows as a negative exit code.
    """
    require(name)
    process = subprocess.Popen(
        [os.path.join(FOLDER, name)] + arguments, cwd=cwd,
        env=dict(os.environ, **(env or {})), stdin=subprocess.PIPE,
        stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE)
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        out, err = process.communicate(stdin)
    finally:
        timer.cancel()
    report = MALLOCS_LEFT.sub('', err)
    outcome = Outcome(out or '', without_stack(report), process.returncode)
    outcome.report = report
    return outcome


def run(mode, arguments, **options):
    """Run `lexvm run` with the flags of a mode."""
    name, flags = MODES[mode]
    return execute(name, ['run'] + flags + arguments, **options)
