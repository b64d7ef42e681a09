"""The tutorial: every program and command of it is run as it stands there."""

import os
import re

import pytest

from tests.native import walkthrough
from tests.native.program import ROOT, execute

DOCUMENT = os.path.join('docs', 'tutorial.rst')
COMMANDS = walkthrough.commands(DOCUMENT)
PROGRAMS = [(name, text) for name, text in walkthrough.files_and_consoles(DOCUMENT)
            if name is not None]


@pytest.fixture(scope='module')
def folder(tmpdir_factory):
    return walkthrough.make_folder(tmpdir_factory, 'tutorial')


@pytest.mark.parametrize('command', COMMANDS, ids=walkthrough.names(COMMANDS))
def test_command_prints_what_the_tutorial_says(command, folder):
    """The commands run in their order in one folder."""
    walkthrough.follow(command, folder)


def test_each_of_ten_steps_has_a_program_that_is_run():
    with open(os.path.join(ROOT, DOCUMENT)) as stream:
        text = stream.read()
    steps = re.split(r'^(\d+)\. .*\n-+\n', text, flags=re.MULTILINE)
    assert steps[1::2] == [str(number) for number in range(1, 11)]
    for step in steps[2::2]:
        assert '   :name: ' in step and '    $ lexvm ' in step
    assert sum(len(command.files) for command in COMMANDS) == len(PROGRAMS)


@pytest.mark.parametrize('name', ['lexvm', 'lexvm-nojit'])
def test_programs_are_in_the_standard_form(name):
    for file_name, text in PROGRAMS:
        formatted = execute(name, ['fmt', '-'], stdin=text).stdout
        assert formatted.rstrip('\n') == text.rstrip('\n'), file_name
