"""Files, names, variables and disks that are not as a program expects: an Err or an
error with a clear text.  The texts are the reference's."""

import os

import pytest

from tests.stdlib.support import NONE, err, json_of, new_host, ok


@pytest.fixture
def folder(tmpdir):
    """A folder with names that are not UTF-8."""
    tmpdir.join('ok').write('x')
    path = str(tmpdir)
    os.mkdir(path + '/d\xfe')
    for name in ['a\xffb', 'd\xfe/in']:
        open(path + '/' + name, 'w').close()
    return path


def names(folder, operation, path):
    text = json_of(operation, path)
    assert text.startswith('{"$variant":"Ok"')
    return sorted(text.split('[[')[1][:-len(']]}')].replace(folder, '.').split(','))


def test_names_that_are_not_utf8(folder):
    assert names(folder, 'fs.list_dir', folder) == [
        '"./a\xef\xbf\xbdb"', '"./d\xef\xbf\xbd"', '"./ok"']
    assert names(folder, 'fs.walk', folder) == [
        '"."', '"./a\xef\xbf\xbdb"', '"./d\xef\xbf\xbd"', '"./d\xef\xbf\xbd/in"',
        '"./ok"']
    assert names(folder, 'fs.glob', folder + '/*') == ['"./ok"']
    assert names(folder, 'fs.glob', folder + '/**/*') == [
        '"./d\xef\xbf\xbd/in"', '"./ok"']


@pytest.mark.parametrize('data', ['ab\xffcd', 'ab\xe2\x82', '\xc0\x80', '\xed\xa0\x80'],
                         ids=['byte', 'cut', 'overlong', 'surrogate'])
def test_files_that_are_not_utf8(tmpdir, data):
    tmpdir.join('f').write(data, 'wb')
    assert json_of('io.read', str(tmpdir.join('f'))) == err(
        'stream did not contain valid UTF-8')


@pytest.mark.parametrize('name', ['NO_SUCH_VARIABLE', '', 'A=B', 'a\x00b', 'BROKEN'])
def test_variables_that_are_missing_or_not_utf8(monkeypatch, name):
    monkeypatch.setenv('BROKEN', 'x\xffy')
    assert json_of('env.get', name) == NONE


def test_a_full_disk(tmpdir):
    full = 'No space left on device (os error 28)'
    tmpdir.join('f').write('x')
    path = str(tmpdir.join('f'))
    assert json_of('io.write', '/dev/full', 'text') == err(full)
    assert json_of('fs.copy', path, '/dev/full') == err(
        'fs.copy %s -> /dev/full: %s' % (path, full))
    host = new_host()
    assert json_of('log.set_sink', '/dev/full', host=host) == ok('null')
    # A line that cannot be written is lost.
    assert json_of('log.warn', 'text', host=host) == 'null'


def test_files_in_the_place_of_folders(tmpdir):
    tmpdir.join('f').write('x')
    path = str(tmpdir.join('f'))
    for inner in [path + '/x', path + '/x/y']:
        assert json_of('fs.mkdir_p', inner) == err(
            'fs.mkdir_p `%s`: Not a directory (os error 20)' % inner)
    assert json_of('fs.mkdir_p', path) == err(
        'fs.mkdir_p `%s`: File exists (os error 17)' % path)
    assert json_of('fs.list_dir', path) == err(
        'fs.list_dir `%s`: Not a directory (os error 20)' % path)
