"""Imports go as docs/architecture.rst draws them ("Who imports whom"), and its picture is
current."""

import os
import sys

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, 'tools', 'architecture'))

import rooms  # noqa: E402

FILES = rooms.sources(ROOT)
PICTURE = os.path.join(ROOT, 'docs', 'rooms.svg')

with open(rooms.DOCUMENT) as stream:
    DOCUMENT = stream.read()


def test_imports():
    assert rooms.violations(FILES, DOCUMENT) == []


def with_line(path, line):
    """The files, one of them with a line more at its end."""
    assert path in dict(FILES)
    return [(name, text + ('\n%s\n' % line if name == path else '')) for name, text in FILES]


@pytest.mark.parametrize('path, line, arrow', [
    ('interpreter/objects/list.py', 'from interpreter.machine import vm', 'objects machine'),
    ('interpreter/objects/list.py', 'import interpreter.machine.vm', 'objects machine'),
    ('interpreter/objects/list.py', 'def f():\n    from interpreter import machine',
     'objects machine'),
    ('interpreter/objects/list.py', 'from interpreter import (\n    memory)',
     'objects process'),
    ('interpreter/stdlib/str_.py', 'from interpreter.machine.vm import VM', 'stdlib machine'),
    ('interpreter/stdlib/regexp/syntax.py', 'from interpreter.cli import main', 'stdlib cli'),
    ('interpreter/memory.py', 'import interpreter.effects.host as host', 'process effects'),
    ('interpreter/check/types.py', 'from interpreter.bytecode import opcodes',
     'check bytecode'),
    ('interpreter/machine/vm.py', 'import jit_policy', 'machine jit_policy'),
    ('toolchain_fixes/heap.py', 'from interpreter.objects import arith',
     'toolchain_fixes objects'),
    ('jit_policy.py', 'from interpreter.cli import run', 'jit_policy cli'),
])
def test_planted(path, line, arrow):
    found = rooms.violations(with_line(path, line), DOCUMENT)
    assert len(found) == 1
    assert found[0].startswith('%s imports from %s (%s:' % (tuple(arrow.split()) + (path,)))


def test_unused_arrow():
    document = DOCUMENT.replace('objects         <-', 'objects         <- formats')
    assert rooms.violations(FILES, document) == [
        'docs/architecture.rst: nothing in objects imports from formats']


def test_room_without_line():
    document = DOCUMENT.replace('    layout          <- source canonical\n', '')
    found = rooms.violations(FILES, document.replace('layout stdlib check', 'stdlib check'))
    assert 'docs/architecture.rst has no line for the room layout' in found


def test_line_without_room():
    document = DOCUMENT.replace('    texts           <-\n',
                                '    texts           <-\n    attic <-\n')
    assert rooms.violations(FILES, document) == [
        'docs/architecture.rst: there is no room attic']


def test_circle():
    document = DOCUMENT.replace('objects         <-', 'objects         <- machine')
    with pytest.raises(ValueError):
        rooms.violations(FILES, document)


def test_rooms_are_described():
    packages = [room for room in rooms.rooms(FILES)
                if os.path.isdir(os.path.join(ROOT, 'interpreter', room))]
    with open(os.path.join(ROOT, 'README.rst')) as stream:
        readme = stream.read()
    for room in packages:
        assert '\n``interpreter/%s`` ' % room in DOCUMENT
        assert '\n``interpreter/%s`` ' % room in readme


def test_picture():
    """If not: build/python tools/architecture/rooms.py docs/rooms.svg"""
    with open(PICTURE) as stream:
        assert stream.read() == rooms.picture(FILES, DOCUMENT)


def test_picture_follows_the_imports():
    without = [(path, '' if path.startswith('interpreter/layout/') else text)
               for path, text in FILES]
    assert rooms.picture(without, DOCUMENT) != rooms.picture(FILES, DOCUMENT)


def test_picture_is_written(tmpdir):
    path = tmpdir.join('rooms.svg')
    assert rooms.main([str(path)]) == 0
    assert path.read() == rooms.picture(FILES, DOCUMENT)


def test_usage(capsys):
    assert rooms.main([]) == 2
    assert 'usage: ' in capsys.readouterr()[1]
