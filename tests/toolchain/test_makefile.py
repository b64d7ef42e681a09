"""The Makefile: where it puts things, and what it hands on."""

import os
import subprocess

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def make(*words):
    """-> the exit code and what is printed."""
    environment = dict(os.environ)
    for name in ['MAKEFLAGS', 'MFLAGS', 'MAKELEVEL', 'LEXVM_BUILD', 'LEXVM_DIR']:
        environment.pop(name, None)
    child = subprocess.Popen(['make', '-C', ROOT, '--no-print-directory'] + list(words),
                             env=environment, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT)
    out = child.communicate()[0]
    return child.returncode, out


def variable(name, *words):
    code, out = make('--eval=show: ; @echo "$$%s"' % name, 'show', *words)
    assert code == 0
    return out.rstrip('\n')


def test_usual_folder():
    code, out = make('-n', '-W', 'targetlexvm.py', 'all')
    assert code == 0
    assert '\nln -sf build/lexvm lexvm\n' in '\n' + out
    assert out.endswith('build/lexvm run --allow-effects io examples/queens.lex\n')
    assert variable('LEXVM_BUILD') == os.path.join(ROOT, 'build')
    assert variable('LEXVM_DIR') == ''


@pytest.mark.parametrize('folder, path', [
    ('/some/where', '/some/where'), ('../there', os.path.join(ROOT, '../there'))])
def test_another_folder(folder, path):
    code, out = make('-n', 'all', 'nojit', 'BUILD=' + folder)
    assert code == 0
    assert 'ln -sf' not in out
    for line in out.splitlines():
        if 'tools/toolchain/translate' in line:
            assert ' %s/lexvm' % folder in line
    assert out.count('tools/toolchain/translate') == 2
    assert variable('LEXVM_BUILD', 'BUILD=' + folder) == path
    assert variable('LEXVM_DIR', 'BUILD=' + folder) == path
    assert variable('PYTHONPYCACHEPREFIX', 'BUILD=' + folder) == path + '/pycache'


def test_folder_with_spaces_is_refused():
    code, out = make('-n', 'BUILD=some where')
    assert code == 2
    assert 'BUILD must be a path without spaces: "some where"' in out


def test_nothing_is_installed_on_request():
    for words, expected in [([], 'yes'), (['INSTALL=no'], 'no')]:
        _, out = make('-n', 'test', 'BUILD=/some/where', *words)
        assert 'check-tools build %s\n' % expected in out
        assert 'check-tools test %s\n' % expected in out
        _, out = make('-n', 'docs', 'BUILD=/some/where', *words)
        assert 'check-tools docs %s\n' % expected in out


def test_documents_go_to_the_folder_and_warnings_are_errors():
    code, out = make('-n', 'docs', 'BUILD=/some/where')
    assert code == 0
    lines = out.replace('\\\n', ' ').splitlines()
    sphinx = [line for line in lines if ' -m sphinx ' in line]
    assert len(sphinx) == 1
    words = sphinx[0].split()
    assert words[0].startswith('/some/where/') and words[-1] == '/some/where/docs'
    assert '-W' in words and '--keep-going' in words and '-E' in words
