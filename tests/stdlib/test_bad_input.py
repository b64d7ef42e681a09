"""Input that is meant to hurt: deep, huge, broken, explosive.

Each ends in an Err value or an error with a clear text, after a bounded time.
"""

import sys

import pytest

from interpreter.objects.list import newrange
from interpreter.objects.pace import WorkLimitExceeded, pace
from interpreter.stdlib.finder import Finder
from interpreter.stdlib.regexp import program
from tests.stdlib.support import call, error_of, json_of


# A group of a pattern takes several Python frames.
sys.setrecursionlimit(20000)


@pytest.fixture
def bounded():
    """A step limit of one for the native work of a test."""
    pace.bound(1)
    yield
    pace.bound(0)


LEVELS = 100000


@pytest.mark.parametrize('text', ['[' * LEVELS, '{"a":' * LEVELS,
                                  '[' * LEVELS + ']' * LEVELS],
                         ids=['arrays', 'objects', 'closed'])
def test_deep_json(text):
    assert 'recursion limit exceeded at line 1 column' in json_of(
        'json.parse', text)


def test_huge_numbers():
    digits = '9' * 5000
    assert 'number out of range' in json_of('json.parse', digits)
    assert 'number out of range' in json_of('json.parse', '1e999999999999')
    assert json_of('json.parse', '1e-999999999999') == (
        '{"$variant":"Ok","args":[0.0]}')
    assert json_of('str.to_int', digits) == '{"$variant":"None","args":[]}'
    assert json_of('str.to_float', digits) == (
        '{"$variant":"Some","args":[null]}')


@pytest.mark.parametrize('pattern, text', [
    ('(x+x+)+y', 'x' * 150), ('(a|aa)+$', 'a' * 150 + 'b'),
    ('(a*)*b', 'a' * 150), ('(.*)(.*)(.*)z', 'a' * 150)],
    ids=['nested', 'overlapping', 'empty', 'many'])
def test_patterns_that_make_backtracking_explode(pattern, text):
    assert json_of('regex.is_match_str', pattern, text) == 'false'


@pytest.mark.parametrize('pattern', ['(a{1000}){1000}', 'a{4000000000}'])
def test_patterns_that_are_too_large(pattern, monkeypatch):
    monkeypatch.setattr(program, 'MAX_INSTRUCTIONS', 2000)
    assert 'Compiled regex exceeds size limit' in json_of(
        'regex.compile', pattern)


def test_deeply_nested_pattern():
    assert 'nested' in json_of('regex.compile', '(' * 1000 + ')' * 1000)


@pytest.mark.parametrize('operation', [
    lambda w: call('list.reverse', w),
    lambda w: call('list.enumerate', w),
    lambda w: call('set.from_list', w),
    lambda w: call('json.stringify', w),
    lambda w: call('list.cons', 'x', w),
    lambda w: call('list.concat', w, call('list.range', 0, 1)),
    lambda w: call('test.assert_eq', w, newrange(0, w.length()))])
@pytest.mark.parametrize('length', [10 ** 12, 2 ** 63 - 1])
def test_a_step_limit_bounds_work_on_huge_lists(operation, length, bounded):
    with pytest.raises(WorkLimitExceeded) as caught:
        operation(newrange(0, length))
    assert caught.value.display() == (
        'step limit exceeded by the work of native operations')


def test_a_step_limit_bounds_matrices(bounded):
    with pytest.raises(WorkLimitExceeded):
        call('math.zeros', 10 ** 9, 10 ** 9)


def test_matrices_beyond_memory():
    assert error_of('math.zeros', 2 ** 40, 1) == (
        'math.zeros: matrix too large 1099511627776x1')


def test_a_step_limit_bounds_texts_that_grow(bounded, monkeypatch):
    monkeypatch.setattr(pace, 'limit', 10 ** 6)
    with pytest.raises(WorkLimitExceeded):
        call('str.replace', 'x' * 1000, 'x', 'y' * 10000)


@pytest.mark.parametrize('text, part, at', [
    ('a' * 5000, 'a' * 2000 + 'b', -1), ('a' * 3000 + 'b', 'a' * 2000 + 'b', 1000),
    ('ab' * 100, 'ab' * 40, 0), ('x' + 'ab' * 100, 'ba' * 40, 2), ('', 'a' * 40, -1)],
    ids=['absent', 'last', 'first', 'inside', 'empty'])
def test_long_parts_are_found_in_linear_time(text, part, at):
    assert Finder(part).find(text, 0) == at
