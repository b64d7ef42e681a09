"""A native stack that the system keeps small (``ulimit -s``) ends in a message, too."""

import os
import resource
import subprocess

import pytest

from interpreter import stack
from tests.native.program import EAGER, FOLDER, require

KIB = 1 << 10
# What a program needs before it runs anything is less than the first one.
SIZES = [256 * KIB, 700 * KIB, 1200 * KIB, 2300 * KIB, 8192 * KIB]
DEPTH = '10000000'

PROGRAMS = {
    'calls': ('fn deep(n :: Int) -> Int { if n <= 0 { 0 } else { 1 + deep(n - 1) } }\n'
              'fn main() -> Int { deep(5000000) }\n'),
    'calls by natives': (
        'import "std.list" as list\n'
        'fn deep(n :: Int) -> Int {\n'
        '  if n <= 0 { 0 } else {\n'
        '    list.fold([n], 0, fn (sum :: Int, x :: Int) -> Int { sum + deep(x - 1) })\n'
        '  }\n'
        '}\n'
        'fn main() -> Int { deep(5000000) }\n'),
}
NAMES = [('lexvm-nojit', []), ('lexvm', ['--jit', 'off']), ('lexvm', ['--jit', EAGER])]


@pytest.mark.parametrize('size', SIZES)
@pytest.mark.parametrize('program', sorted(PROGRAMS))
@pytest.mark.parametrize('name, flags', NAMES, ids=['nojit', 'jit-off', 'jit-eager'])
def test_overflow_is_found_in_time(name, flags, program, size, tmpdir):
    require(name)
    path = tmpdir.join('program.lex')
    path.write(PROGRAMS[program])
    process = subprocess.Popen(
        [os.path.join(FOLDER, name), 'run'] + flags + [
            '--max-depth', DEPTH, str(path), 'main'],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, (size, size)))
    out, err = process.communicate()
    assert (process.returncode, out) == (1, '')
    assert 'call stack overflow' in err


@pytest.mark.parametrize('system, share', [
    (64 * KIB, 0.7), (2048 * KIB, 0.7), (3291 * KIB, 0.7)])
def test_part_of_small_stacks_is_used(system, share):
    assert stack.usable(system) == system * share


@pytest.mark.parametrize('system', [3292 * KIB, 8192 * KIB, (1 << 63) - 1])
def test_larger_stacks_change_nothing(system):
    assert stack.usable(system) == 2304 * KIB
