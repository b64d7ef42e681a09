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

# What follows the first line of an error: place, source lines, ways out, stack.
BELOW_AN_ERROR = re.compile(r'^(error: .*\n)(?: .*\n)+', re.MULTILINE)

Outcome = collections.namedtuple('Outcome', 'stdout stderr code')


def require(name):
    """Skip the test if the program is not there."""
    if not os.path.exists(os.path.join(FOLDER, name)):
        pytest.skip('./%s is not built; run make and make nojit' % name)


def execute(name, arguments, stdin='', stdout=None, seconds=120, env=None, cwd=ROOT,
            whole=False):
    """Run the program FOLDER/name; returns the Outcome.

    Of errors on stderr it has the first lines only, unless ``whole``.  stdout may be an open file; then Outcome.stdout is empty.  A program that needs more
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
    err = MALLOCS_LEFT.sub('', err)
    if not whole:
        err = BELOW_AN_ERROR.sub(r'\1', err)
    return Outcome(out or '', err, process.returncode)


def run(mode, arguments, **options):
    """Run `lexvm run` with the flags of a mode."""
    name, flags = MODES[mode]
    return execute(name, ['run'] + flags + arguments, **options)
