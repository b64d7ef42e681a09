"""The programs of tests/programs all load."""

import json
import os

import pytest

from interpreter.source import tree
from interpreter.source.loader import load_program

FOLDER = os.path.join(os.path.dirname(__file__), '..', 'programs')

with open(os.path.join(FOLDER, 'expected.json')) as expected:
    ROWS = json.load(expected)


@pytest.mark.parametrize('row', ROWS, ids=[
    '%s-%s' % (row['file'], row['function']) for row in ROWS])
def test_program_loads(row):
    program = load_program(os.path.join(FOLDER, row['file']).encode())
    names = [item.name for item in program.items
             if isinstance(item, tree.FnDecl)]
    assert row['function'] in names
