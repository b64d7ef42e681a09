"""CSV fields stay pieces of the text until they are read."""

import pytest

from interpreter.objects.equality import equal
from interpreter.objects.json import to_json
from interpreter.objects.json_reader import from_json
from interpreter.objects.list_storage import PiecesStorage
from interpreter.objects.text import newstr
from interpreter.stdlib import csv_
from tests.stdlib.support import call


def rows_of(text):
    return call('csv.parse', text).getarg(0)


def test_rows_share_one_storage():
    w_rows = rows_of('a,b\nc,d')
    w_first, w_second = w_rows.getitem(0), w_rows.getitem(1)
    assert isinstance(w_first.storage, PiecesStorage)
    assert w_first.storage is w_second.storage


@pytest.mark.parametrize('operation, expected', [
    (lambda w: w.append(newstr('x')), '["b","\\"c\\"","d","x"]'),
    (lambda w: w.prepend(newstr('x')), '["x","b","\\"c\\"","d"]'),
    (lambda w: w.concat(w), '["b","\\"c\\"","d","b","\\"c\\"","d"]'),
    (lambda w: w.reverse(), '["d","\\"c\\"","b"]'),
    (lambda w: w.slice(1, 3), '["\\"c\\"","d"]'),
    (lambda w: w.flattened(), '["b","\\"c\\"","d"]')])
def test_a_row_is_a_list_like_any_other(operation, expected):
    w_row = rows_of('a\nb,"""c""",d\n').getitem(1)
    assert to_json(operation(w_row)) == expected
    assert to_json(w_row) == '["b","\\"c\\"","d"]'


def test_rows_equal_lists():
    assert equal(rows_of('a,"b"'), from_json('[["a","b"]]'))
    assert not equal(rows_of('a,"b"'), from_json('[["a","c"]]'))


def test_long_fields_are_kept_apart(monkeypatch):
    monkeypatch.setattr(csv_, 'LONGEST_PIECE', 3)
    w_row = rows_of('abc,abcd,"abcde",').getitem(0)
    assert w_row.storage.others == ['abcd', 'abcde']
    assert to_json(w_row) == '["abc","abcd","abcde",""]'
