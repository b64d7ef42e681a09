"""The translated ``lexvm fmt``: large files, bad input, and that nothing is lost."""

import glob
import os
import shutil
import stat
import subprocess

import pytest

from tests.native.program import FOLDER, ROOT, execute, require

TIGHT = 'fn f() -> Int {\n  1\n}\n\n'


@pytest.fixture(params=['lexvm', 'lexvm-nojit'])
def name(request):
    require(request.param)
    return request.param


def hashes(name, path):
    """What `lexvm hash` prints, without the prefixes of imported files, which tell
    where those are."""
    return execute(name, ['hash', path])


def stdin(name, text, *flags):
    return execute(name, ['fmt', '-'] + list(flags), stdin=text)


def comments(text):
    return [line[line.index('# mark'):].strip() for line in text.splitlines()
            if '# mark' in line]


@pytest.mark.parametrize('folder', ['examples', 'tests/programs', 'tests/machine/cases',
                                    'bench/programs', 'tests/differential/cases'])
def test_programs_stay_the_same(name, folder, tmpdir):
    copy = str(tmpdir.join('copy'))
    shutil.copytree(os.path.join(ROOT, folder), copy)
    paths = sorted(path for pattern in ['*.lex', '*/*.lex', '*/*/*.lex']
                   for path in glob.glob(os.path.join(copy, pattern)))
    before = [hashes(name, path) for path in paths]
    outcome = execute(name, ['fmt', copy], seconds=300)
    assert (outcome.code, outcome.stderr) == (0, '')
    assert len(paths) > 0
    assert [hashes(name, path) for path in paths] == before
    outcome = execute(name, ['fmt', '--check', copy], seconds=300)
    assert outcome.code == 0
    assert outcome.stdout == 'all %d file(s) are formatted\n' % len(paths)


def test_standard_input(name):
    outcome = stdin(name, 'fn f()->Int{1}')
    assert (outcome.stdout, outcome.stderr, outcome.code) == (TIGHT, '', 0)
    assert stdin(name, TIGHT, '--check').code == 0
    assert stdin(name, TIGHT + ' ', '--check').code == 1


GARBAGE = [
    'fn f() -> Int { 1', '\x00\xff', '(' * 1000000, '#' * 1000000 + '\n(', '"' * 1001,
    'fn f() -> Int { ' + '(' * 100000, 'fn f() -> Int { ' + '-' * 100000 + '1 }',
    'type T = ' + 'List[' * 100000]


@pytest.mark.parametrize('number', range(len(GARBAGE)))
def test_garbage(name, number):
    outcome = stdin(name, GARBAGE[number])
    assert outcome.code == 1
    assert outcome.stdout == ''
    assert outcome.stderr.startswith('error: ')
    assert len(outcome.stderr) < 3000


def test_long_chains(name):
    for link in [' + a', '.b', '(a)', '?', ' |> f(a)']:
        text = 'fn f() -> Int {\n  a%s\n}\n\n' % (link * 100000)
        assert stdin(name, text).stdout == text


@pytest.mark.parametrize('size', [2000000, 50000000])
def test_a_large_file_is_formatted_or_refused(name, size, tmpdir):
    piece = 'fn f(a :: Int) -> Int { let b := [a, a + 1] # mark\n (b) }\n'
    path = tmpdir.join('large.lex')
    text = piece * (size // len(piece))
    path.write_binary(text)
    os.chmod(str(path), 0o640)
    outcome = execute(name, ['fmt', str(path)], seconds=1000)
    if outcome.code == 0:
        result = path.read_binary()
        assert result.count('# mark') == text.count('# mark')
        assert result.startswith(
            'fn f(a :: Int) -> Int {\n  let b := [a, a + 1]  # mark\n  b\n}\n\nfn f')
    else:
        assert size > 2000000
        assert 'memory limit exceeded' in outcome.stderr
        assert path.read_binary() == text
    assert stat.S_IMODE(os.stat(str(path)).st_mode) == 0o640
    assert os.listdir(str(tmpdir)) == ['large.lex']


def test_fifty_megabytes_of_garbage(name, tmpdir):
    path = tmpdir.join('garbage.lex')
    text = b'(' * 50000000
    path.write_binary(text)
    outcome = execute(name, ['fmt', str(path)], seconds=300)
    assert outcome.code == 1
    assert '--> %s:1:1' % path in outcome.stderr
    assert path.read_binary() == text


def test_a_killed_process_loses_nothing(name, tmpdir):
    path = tmpdir.join('large.lex')
    text = 'fn f()->Int{1}\n' * 100000
    for delay in [0.05, 0.2, 0.4, 0.6]:
        path.write_binary(text)
        process = subprocess.Popen([os.path.join(FOLDER, name), 'fmt', str(path)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        subprocess.call(['sleep', str(delay)])
        process.terminate()
        process.communicate()
        assert path.read_binary() in (text, TIGHT * 100000)
        assert os.listdir(str(tmpdir)) == ['large.lex']
