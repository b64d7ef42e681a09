"""tools/toolchain/find-python27: which Python is taken, and why others are not."""

import os
import shutil
import subprocess

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, 'tools', 'toolchain')
GOOD = 'exit 0'


@pytest.fixture
def find(tmpdir):
    """A function that runs the script where some Pythons are: ``on_path`` and
    ``of_pyenv`` map names to shell scripts; ``unpacked`` is the script of Debian's PyPy,
    or None if there is none to be had.  -> exit code, what is found, what is said."""
    # A copy, beside which unpacking does what the test wants.
    tools = tmpdir.mkdir('tools')
    shutil.copy(os.path.join(FOLDER, 'find-python27'), str(tools))

    def program(path, script):
        path.write('#!/bin/sh\n' + script + '\n', ensure=True)
        path.chmod(0o755)

    def run(on_path={}, of_pyenv={}, unpacked=None, wanted=''):
        for name in on_path:
            program(tmpdir.join('bin', name), on_path[name])
        for name in of_pyenv:
            program(tmpdir.join('pyenv', 'versions', name, 'bin', 'python'),
                    of_pyenv[name])
        unpack = 'echo unpacking; exit 1'
        if unpacked is not None:
            pypy = tmpdir.join('debian pypy')
            program(pypy, unpacked)
            unpack = 'echo unpacking; mkdir -p "$1"; cp "%s" "$1/pypy"' % pypy
        program(tools.join('unpack-debian-pypy'), unpack)
        environment = {'PATH': '%s:/usr/bin:/bin' % tmpdir.join('bin'),
                       'PYENV_ROOT': str(tmpdir.join('pyenv'))}
        # Whatever this system has must not be found.
        for name in ['pypy', 'pypy2', 'pypy2.7', 'python2.7', 'python2', 'python']:
            if name not in on_path:
                program(tmpdir.join('bin', name), 'echo not this one >&2; exit 1')
        child = subprocess.Popen(
            [str(tools.join('find-python27')), str(tmpdir.join('a build')), wanted],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = child.communicate()
        return child.returncode, out.replace(str(tmpdir), ''), err
    return run


def test_pypy_on_path_comes_first(find):
    assert find({'pypy': GOOD, 'python2.7': GOOD}, unpacked=GOOD)[:2] == (
        0, '/bin/pypy\n')


def test_pypy_of_pyenv(find):
    assert find({'python2.7': GOOD}, {'pypy2.7-7.3.11': GOOD, '2.7.18': GOOD},
                GOOD)[:2] == (0, '/pyenv/versions/pypy2.7-7.3.11/bin/python\n')


def test_unpacked_pypy_before_any_cpython(find):
    code, out, err = find({'python2.7': GOOD}, {'2.7.18': GOOD}, GOOD)
    assert (code, out) == (0, '/a build/debian/pypy\n')
    assert 'unpacking\n' in err


def test_unpacked_once(find):
    find(unpacked=GOOD)
    code, out, err = find(unpacked=GOOD)
    assert (code, out) == (0, '/a build/debian/pypy\n')
    assert 'unpacking' not in err


@pytest.mark.parametrize('on_path, of_pyenv, found', [
    ({'python2.7': GOOD, 'python2': GOOD}, {'2.7.18': GOOD}, '/bin/python2.7\n'),
    ({}, {'2.7.18': GOOD, '3.11.7': GOOD}, '/pyenv/versions/2.7.18/bin/python\n')])
def test_cpython_where_there_is_no_pypy(find, on_path, of_pyenv, found):
    assert find(on_path, of_pyenv)[:2] == (0, found)


def test_the_one_given_and_no_other(find):
    assert find({'pypy': GOOD, 'mine': GOOD}, wanted='mine')[:2] == (0, 'mine\n')
    code, out, err = find({'pypy': GOOD, 'mine': 'echo old >&2; exit 1'}, wanted='mine')
    assert (code, out) == (1, '')
    assert 'mine is no usable Python 2.7: old\n' in err


def test_message_of_the_loader(find):
    loader = ('pypy-c: error while loading shared libraries: libexpat.so.1: cannot open '
              'shared object file: No such file or directory')
    code, out, err = find(unpacked='echo "%s" >&2; exit 127' % loader)
    assert (code, out) == (1, '')
    assert ' is no usable Python 2.7: %s\n' % loader in err
    assert err.endswith('none found. Install one and name it: '
                        'make PYTHON27=/path/to/python2.7\n')


def test_last_line_of_a_traceback(find):
    _, _, err = find({'pypy': 'echo Traceback; echo "ImportError: No module named ssl"; '
                              'exit 1'})
    assert '/pypy is no usable Python 2.7: ImportError: No module named ssl\n' in err


def test_another_version(find):
    python3 = subprocess.Popen(['sh', '-c', 'command -v python3'],
                               stdout=subprocess.PIPE).communicate()[0].strip()
    if python3 == '':
        pytest.skip('there is no python3')
    _, _, err = find({'pypy': 'exec %s "$@"' % python3})
    assert '/pypy is no usable Python 2.7: it is version 3.' in err
