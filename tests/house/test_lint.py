"""The form of the sources: flake8 and pycodestyle, as .flake8 configures them."""

import os
import subprocess
import sys

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONFIGURATION = os.path.join(ROOT, '.flake8')

# What checks a folder: Python 2.7's flake8, or what it can check of Python 3.
PYTHON27 = ['flake8', '--config', CONFIGURATION, '--jobs', '1']
PYTHON3 = ['pycodestyle', '--config', CONFIGURATION]


def complaints(linter, folder, arguments=('.',)):
    """-> what the linter prints of the arguments, seen from the folder"""
    process = subprocess.Popen([sys.executable, '-m'] + linter + list(arguments),
                               cwd=str(folder), stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT)
    output = process.communicate()[0]
    assert (process.returncode == 0) == (output == ''), output
    return output


def test_python27():
    assert complaints(PYTHON27, ROOT) == ''


def test_python3():
    assert complaints(PYTHON3, ROOT, ['tools', 'bench', 'editors']) == ''


@pytest.mark.parametrize('code, text', [
    ('E501', 'x = %s\n' % ('1' * 96)),
    ('F401', 'import os\n'),
    ('F821', 'x = y\n'),
    ('E302', 'x = 1\ndef f():\n    pass\n'),
    ('E128', 'x = dict(a=1,\n  b=2)\n'),
    ('E999', 'x = = 1\n'),
])
def test_planted_27(tmpdir, code, text):
    tmpdir.join('planted.py').write(text)
    assert ' %s ' % code in complaints(PYTHON27, tmpdir)


@pytest.mark.parametrize('code, text', [
    ('E501', 'x = f"%s"\n' % ('1' * 96)),
    ('E302', 'x = 1\ndef f(*, y: int):\n    pass\n'),
    ('W291', 'x = 1 \n'),
])
def test_planted_3(tmpdir, code, text):
    tmpdir.join('planted.py').write(text)
    assert ' %s ' % code in complaints(PYTHON3, tmpdir)


def test_longest_line_is_allowed(tmpdir):
    tmpdir.join('long.py').write('x = %s\n' % ('1' * 95))
    assert complaints(PYTHON27, tmpdir) == complaints(PYTHON3, tmpdir) == ''
