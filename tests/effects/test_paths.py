import os

from interpreter.effects import paths


def test_links_and_parents_are_resolved(tmpdir):
    root = os.path.realpath(str(tmpdir))
    os.mkdir(root + '/a')
    os.symlink('a', root + '/link')
    os.symlink(root + '/link', root + '/again')

    def real(path):
        return '/' + '/'.join(paths.real_components(path))
    for path in ['/a/x', '/link/x', '/again/x', '/a/../link/./x', '/b/../a/x']:
        assert real(root + path) == root + '/a/x'
    assert real('/..') == '/'


def test_relative_paths(tmpdir, monkeypatch):
    monkeypatch.chdir(str(tmpdir))
    assert paths.under_any('data/x', ['data'])
    assert paths.under_any(os.path.realpath('data/x'), ['data'])
    assert not paths.under_any('data/../x', ['data'])
    assert not paths.under_any('database', ['data'])


def test_loops_are_outside(tmpdir):
    root = str(tmpdir)
    os.symlink('loop', root + '/loop')
    assert not paths.under_any(root + '/loop/x', [root])


def test_nul_is_outside():
    assert not paths.under_any('/tmp/a\x00b', ['/'])
