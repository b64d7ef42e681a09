"""The README keeps its word: its programs and commands are run as they stand there."""

import os
import re
import subprocess

import pytest

from tests.native.program import FOLDER, ROOT, require


def blocks(directive):
    """The indented blocks below each such directive: pairs of :name: and text."""
    with open(os.path.join(ROOT, 'README.rst')) as stream:
        text = stream.read()
    found = re.findall(r'^%s\n((?: +:name: .*\n)?)\n((?: {4}.*\n|\n)+)' %
                       re.escape(directive), text, re.MULTILINE)
    return [(name.strip()[len(':name: '):],
             re.sub('^ {4}', '', body, flags=re.MULTILINE).strip('\n') + '\n')
            for name, body in found]


def commands():
    """Pairs of a shell command and the lines that it prints."""
    pairs = []
    for _, body in blocks('.. code-block:: console'):
        for line in body.splitlines():
            if line.startswith('$ '):
                pairs.append((line[2:], []))
            else:
                pairs[-1][1].append(line)
    return pairs


@pytest.fixture(scope='module')
def folder(tmpdir_factory):
    """A folder that looks like the root to a user, with the README's programs in it."""
    require('lexvm')
    folder = tmpdir_factory.mktemp('readme')
    folder.join('lexvm').mksymlinkto(os.path.join(FOLDER, 'lexvm'))
    folder.join('examples').mksymlinkto(os.path.join(ROOT, 'examples'))
    for name, body in blocks('.. code-block:: text'):
        folder.join(name).write(body)
    return folder


COMMANDS = commands()


def test_the_readme_has_commands():
    assert len(COMMANDS) >= 5


@pytest.mark.parametrize('index', range(len(COMMANDS)),
                         ids=[command for command, _ in COMMANDS])
def test_command_prints_what_the_readme_says(index, folder):
    """The commands run in their order in one folder; ... stands for anything."""
    command, expected = COMMANDS[index]
    process = subprocess.Popen(['bash', '-c', command], cwd=str(folder),
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = process.communicate()[0].splitlines()
    assert len(printed) == len(expected), '\n'.join(printed)
    for line, pattern in zip(printed, expected):
        parts = [re.escape(part) for part in pattern.split('...')]
        assert re.match('.*'.join(parts) + '$', line), (line, pattern)


def test_make_targets_exist():
    """The two commands of the introduction are targets of the Makefile."""
    with open(os.path.join(ROOT, 'README.rst')) as stream:
        named = re.findall(r'^ {4}make ?([a-z]*)$', stream.read(), re.MULTILINE)
    assert named == ['', 'test']
    targets = subprocess.check_output(['make', 'help'], cwd=ROOT)
    assert '  make all ' in targets
    assert '  make test ' in targets
