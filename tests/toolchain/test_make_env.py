"""tools/toolchain/make-env: folders that have no rpython."""

import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MAKE_ENV = os.path.join(ROOT, 'tools', 'toolchain', 'make-env')


def make_env(*words):
    """-> the exit code and everything printed."""
    child = subprocess.Popen([MAKE_ENV] + [str(word) for word in words],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    out = child.communicate()[0]
    return child.returncode, out


def test_tree_without_rpython(tmpdir):
    build = tmpdir.mkdir('build')
    build.mkdir('env')
    tree = tmpdir.mkdir('pypy')
    assert make_env(build, 'python', tree) == (1, (
        'environment: RPYTHON=%s has no package rpython/ in it; name the folder that '
        'has\n' % tree))
    # What is there stays.
    assert build.join('env').check(dir=1)


def test_tree_that_is_not_there(tmpdir):
    code, out = make_env(tmpdir, 'python', tmpdir.join('nothing'))
    assert code == 1
    assert out == ('environment: RPYTHON=%s has no package rpython/ in it; name the '
                   'folder that has\n' % tmpdir.join('nothing'))
