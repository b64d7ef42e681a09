"""docs/contract.rst names the tests that show it: they exist, and so does each cell."""

import os
import re

import pytest

from tests.contract import matrix, test_matrix

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

with open(os.path.join(ROOT, 'docs', 'contract.rst')) as stream:
    TEXT = stream.read()

CLAUSES = ['budget', 'refinements', 'memo', 'memo_disabled', 'steps', 'depth', 'arity',
           'concurrency']


def files_below(folder):
    for place, _, names in os.walk(os.path.join(ROOT, folder)):
        for name in names:
            yield os.path.join(place, name)


def named_functions(text):
    return sorted(set(re.findall(r'``(test_\w+)(?:\[[^`]*)?``', text)))


def named_files(text):
    """Names as they stand, without a folder where the document leaves it out."""
    return sorted(set(re.findall(r'``((?:[\w/]+/)?\w+\.(?:py|lex|json))``', text)))


def defined():
    found = set()
    for path in files_below('tests'):
        if path.endswith('.py'):
            with open(path) as stream:
                found.update(re.findall(r'def (test_\w+)\(', stream.read()))
    return found


DEFINED = defined()


def is_defined(name):
    return name in DEFINED


def exists(name):
    if '/' in name:
        return os.path.exists(os.path.join(ROOT, name))
    return any(os.path.basename(path) == name
               for folder in ['tests', 'tools'] for path in files_below(folder))


def test_what_is_looked_for():
    assert len(named_functions(TEXT)) > 30 and len(named_files(TEXT)) > 10
    assert named_functions('``test_a[x-CELL]``, ``test_b``') == ['test_a', 'test_b']
    assert named_files('``tests/a.py`` ``b.py``') == ['b.py', 'tests/a.py']
    assert not is_defined('test_that_nobody_wrote')
    assert not exists('tests/contract/nothing.py') and not exists('nothing.py')


@pytest.mark.parametrize('name', named_functions(TEXT))
def test_named_tests_exist(name):
    assert is_defined(name)


@pytest.mark.parametrize('name', named_files(TEXT))
def test_named_files_exist(name):
    assert exists(name)


def table():
    """-> {test: its cells} of the table of the kinds of calls."""
    rows = re.findall(r'^``(test_\w+)`` +(\S.*)$', TEXT, re.MULTILINE)
    return dict((name, cells.split()) for name, cells in rows)


def test_every_cell_of_the_table_is_filled():
    rows = table()
    assert len(rows) == 7
    for name, cells in rows.items():
        assert len(cells) == len(test_matrix.KINDS)
        assert set(cells) <= set(['yes', 'no', 'own', '(1)'])
        marks = [mark for mark in getattr(test_matrix, name).pytestmark
                 if mark.name == 'parametrize']
        assert marks, name


@pytest.mark.parametrize('clause', CLAUSES)
def test_every_clause_has_cells_in_all_modes(clause):
    assert '``%s``' % clause in TEXT
    expected = matrix.expected()
    cells = [cell for cell in matrix.CELLS if cell[0] == clause]
    assert cells
    for cell in cells:
        assert matrix.name_of(cell) in expected
