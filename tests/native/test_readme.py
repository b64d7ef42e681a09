"""The README keeps its word: its programs and commands are run as they stand there."""

import os
import re
import subprocess

import pytest

from tests.native import walkthrough
from tests.native.program import ROOT

COMMANDS = walkthrough.commands('README.rst')


@pytest.fixture(scope='module')
def folder(tmpdir_factory):
    return walkthrough.make_folder(tmpdir_factory, 'readme')


def test_the_readme_has_commands():
    assert len(COMMANDS) >= 5


@pytest.mark.parametrize('command', COMMANDS, ids=walkthrough.names(COMMANDS))
def test_command_prints_what_the_readme_says(command, folder):
    """The commands run in their order in one folder."""
    walkthrough.follow(command, folder)


def test_make_targets_exist():
    """The two commands of the introduction are targets of the Makefile."""
    with open(os.path.join(ROOT, 'README.rst')) as stream:
        named = re.findall(r'^ {4}make ?([a-z]*)$', stream.read(), re.MULTILINE)
    assert named == ['', 'test']
    targets = subprocess.check_output(['make', 'help'], cwd=ROOT)
    assert '  make all ' in targets
    assert '  make test ' in targets
