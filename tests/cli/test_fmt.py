"""``lexvm fmt``: which files it changes, how it replaces them, what it says."""

import json
import os
import stat

import pytest

from interpreter.cli import rewriting
from interpreter.cli.failure import CommandError
from interpreter.source import files
from tests.cli.test_main import lexvm

LOOSE = 'fn f()->Int{1}'
TIGHT = 'fn f() -> Int {\n  1\n}\n\n'
BROKEN = 'fn f() -> Int {\n'


@pytest.fixture
def tree(tmpdir, monkeypatch):
    monkeypatch.chdir(tmpdir)
    tmpdir.join('a.lex').write(LOOSE)
    tmpdir.join('b.lex').write(TIGHT)
    tmpdir.join('other.txt').write(LOOSE)
    tmpdir.mkdir('sub').join('c.lex').write(LOOSE)
    return tmpdir


def test_files_and_folders(tree, capfd):
    assert lexvm(capfd, 'fmt', '.', 'a.lex') == (
        0, 'reformatted ./a.lex\nreformatted ./sub/c.lex\n2 reformatted, 2 unchanged\n', '')
    assert tree.join('a.lex').read() == TIGHT
    assert tree.join('sub', 'c.lex').read() == TIGHT
    assert tree.join('other.txt').read() == LOOSE
    assert lexvm(capfd, 'fmt', '.')[1] == '0 reformatted, 3 unchanged\n'


def test_check(tree, capfd):
    assert lexvm(capfd, 'fmt', '--check', '.') == (
        1, 'would reformat ./a.lex\nwould reformat ./sub/c.lex\n',
        'error: 2 file(s) need formatting (run `lexvm fmt` to fix)\n')
    assert tree.join('a.lex').read() == LOOSE
    assert lexvm(capfd, 'fmt', '--check', 'b.lex') == (
        0, 'all 1 file(s) are formatted\n', '')


def test_broken_files_are_left_alone(tree, capfd):
    tree.join('b.lex').write(BROKEN)
    tree.join('c.lex').write_binary(b'fn f() -> Str { "\xff" }')
    code, out, err = lexvm(capfd, 'fmt', 'a.lex', 'b.lex', 'c.lex', 'gone.lex')
    assert code == 1
    assert out == 'reformatted a.lex\n'
    assert err.startswith('error: ') and '--> b.lex:1:15' in err
    assert 'error: read c.lex: stream did not contain valid UTF-8' in err or (
        'c.lex' in err and 'UTF-8' in err)
    assert 'cannot read gone.lex: No such file or directory' in err
    assert err.endswith('error: 3 of 4 file(s) cannot be formatted\n')
    assert tree.join('a.lex').read() == TIGHT
    assert tree.join('b.lex').read() == BROKEN


def test_json(tree, capfd):
    tree.join('b.lex').write(BROKEN)
    code, out, err = lexvm(capfd, '--output', 'json', 'fmt', '--check', '.')
    assert (code, err) == (1, '')
    data = json.loads(out)['data']
    assert data['changed'] == ['./a.lex', './sub/c.lex']
    assert data['files'] == 3
    assert data['errors'][0]['file'] == './b.lex'
    assert data['errors'][0]['span']['line'] == 1


@pytest.mark.parametrize('words, message', [
    ([], 'usage: lexvm fmt [--check] <file|dir>...'),
    (['other.txt'], 'other.txt is not a .lex file or directory'),
    (['gone'], 'gone is not a .lex file or directory'),
    (['--chek', 'a.lex'], 'unknown flag `--chek` for `lexvm fmt`'),
    (['-', 'a.lex'], 'standard input is formatted alone; '
     'usage: lexvm fmt [--check] <file|dir>...')])
def test_wrong_words(tree, capfd, words, message):
    assert lexvm(capfd, 'fmt', *words) == (1, '', 'error: %s\n' % message)


def test_no_files(tmpdir, capfd):
    assert lexvm(capfd, 'fmt', str(tmpdir)) == (0, 'no .lex files found\n', '')


def test_permissions_and_links_stay(tree, capfd):
    os.chmod('a.lex', 0o751)
    os.symlink('a.lex', 'link.lex')
    os.symlink('.', 'loop')
    assert lexvm(capfd, 'fmt', 'link.lex', 'loop')[0] == 0
    assert os.readlink('link.lex') == 'a.lex'
    assert tree.join('a.lex').read() == TIGHT
    assert stat.S_IMODE(os.stat('a.lex').st_mode) == 0o751
    assert sorted(os.listdir('.')) == ['a.lex', 'b.lex', 'link.lex', 'loop', 'other.txt',
                                       'sub']


def test_a_file_that_changes_meanwhile_is_left_alone(tree):
    original = rewriting.Original('a.lex')
    tree.join('a.lex').write(LOOSE + ' ')
    with pytest.raises(CommandError) as info:
        original.replace(TIGHT)
    assert info.value.message == 'cannot write a.lex: it has changed meanwhile; try again'
    assert tree.join('a.lex').read() == LOOSE + ' '
    assert sorted(os.listdir('.')) == ['a.lex', 'b.lex', 'other.txt', 'sub']


def test_what_cannot_be_written_is_left_alone(tree, monkeypatch):
    def full(fd, text):
        os.write(fd, text[:3])
        raise OSError(28, 'full')
    original = rewriting.Original('a.lex')
    monkeypatch.setattr(rewriting.files, 'write_all', full)
    with pytest.raises(CommandError) as info:
        original.replace(TIGHT)
    assert 'No space left on device' in info.value.message
    assert tree.join('a.lex').read() == LOOSE
    assert sorted(os.listdir('.')) == ['a.lex', 'b.lex', 'other.txt', 'sub']


def test_a_device_is_not_replaced():
    original = rewriting.Original('/dev/null')
    assert original.text == ''
    with pytest.raises(CommandError) as info:
        original.replace('x')
    assert 'not a regular file' in info.value.message
    assert files.is_special('/dev/null')
