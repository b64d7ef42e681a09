"""Input that is meant to hurt: deep, huge, broken, explosive.

Each ends in an Err value or an error with a clear text, after a bounded time.
"""

import sys

import pytest

from interpreter.objects.errors import Panic
from interpreter.objects.list import newrange
from interpreter.objects.pace import WorkLimitExceeded, pace
from interpreter.stdlib.finder import Finder
from interpreter.stdlib.regexp import program
from tests.stdlib.support import call, error_of, json_of, wrap


# A group of a pattern takes several Python frames.
sys.setrecursionlimit(20000)


@pytest.fixture
def bounded():
    """A step limit of one for the native work of a test."""
    pace.bound(1)
    yield
    pace.bound(0)


LEVELS = 100000
w_long = wrap('y' * 5000)


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


def doubled(operation, w_value, times):
    for i in range(times):
        w_value = call(operation, w_value, w_value)
    return w_value


@pytest.mark.parametrize('operation, w_start', [
    ('list.concat', wrap([1, 2])), ('list.concat', wrap(['a', 'b'])),
    ('list.concat', wrap([1.5])), ('bytes.concat', wrap(bytearray('ab' * 4000))),
    ('str.concat', wrap('ab' * 200))],
    ids=['ints', 'items', 'floats', 'bytes', 'texts'])
def test_a_step_limit_bounds_doubling(operation, w_start, bounded, monkeypatch):
    monkeypatch.setattr(pace, 'limit', 1000)
    monkeypatch.setattr(pace, 'left', 0)
    with pytest.raises(WorkLimitExceeded):
        for times in range(20):
            w_value = doubled(operation, w_start, times)
            if operation == 'str.concat':
                w_value.utf8_w()


def self_made(times):
    """A list of texts that has been joined to itself so often; it has taken the room
    of its first version, so nothing was copied."""
    w_first = call('list.concat', wrap(['a'] * 100), wrap(['b']))
    call('list.concat', w_first, wrap(['c']))
    w_list = call('list.concat', w_first, w_first)
    return doubled('list.concat', w_list, times)


@pytest.mark.parametrize('operation', [
    lambda w: call('str.join', w, ''), lambda w: call('json.stringify', w),
    lambda w: call('list.reverse', w), lambda w: call('set.from_list', w),
    lambda w: call('csv.stringify', wrap([w]))],
    ids=['join', 'json', 'reverse', 'set', 'csv'])
def test_a_step_limit_bounds_lists_made_of_themselves(operation, bounded, monkeypatch):
    w_list = self_made(10)
    assert w_list.length() == 202 << 10
    monkeypatch.setattr(pace, 'limit', 10 ** 5)
    with pytest.raises(WorkLimitExceeded):
        operation(w_list)


def test_lists_and_texts_too_long_to_be_counted():
    w_list = self_made(55)
    with pytest.raises(Panic) as raised:
        doubled('list.concat', w_list, 2)
    assert raised.value.display() == 'runtime panic: list too long'
    huge = newrange(0, 2 ** 63 - 1)
    for w_pair in [(huge, wrap([1])), (wrap([1]), huge), (huge, huge)]:
        with pytest.raises(Panic):
            call('list.concat', *w_pair)
    w_text = doubled('str.concat', wrap('ab' * 200), 54)
    with pytest.raises(Panic) as raised:
        doubled('str.concat', w_text, 2)
    assert raised.value.display() == 'runtime panic: text too long'


@pytest.mark.parametrize('operation', [
    lambda many: call('csv.stringify', [[w_long] * 10] * many),
    lambda many: call('bytes.concat_all', [call('bytes.from_str', w_long)] * many),
    lambda many: call('str.join', [w_long] * many, ','),
    lambda many: call('regex.replace_all', 'x', 'x' * many, w_long),
    lambda many: call('map.from_list', [('a', 1)] * many),
    lambda many: call('set.union', *[
        call('set.from_list', range(i, i + many)) for i in [0, 5]]),
    lambda many: call('map.merge', *[
        call('map.from_list', zip(range(many), range(many)))] * 2)],
    ids=['csv', 'concat_all', 'join', 'replace_all', 'map', 'union', 'merge'])
def test_a_step_limit_bounds_what_is_used_many_times(operation, bounded, monkeypatch):
    monkeypatch.setattr(pace, 'limit', 10 ** 5)
    with pytest.raises(WorkLimitExceeded):
        for i in range(100):
            operation(1000)


def test_a_step_limit_bounds_descriptions_of_shared_commands(bounded, monkeypatch):
    monkeypatch.setattr(pace, 'limit', 10 ** 5)
    w_spec = call('cli.spec', 'a', 'b', [], [])
    for i in range(60):
        w_spec = call('cli.spec', 'a', 'b', [], [w_spec, w_spec])
    with pytest.raises(WorkLimitExceeded):
        call('cli.describe', w_spec)


@pytest.mark.parametrize('operation', [
    lambda w: call('str.contains', w, 'b'), lambda w: call('str.split', w, 'b'),
    lambda w: call('str.slice', w, 1, 10 ** 6), lambda w: call('str.trim', w),
    lambda w: call('str.to_upper', w), lambda w: call('str.strip_prefix', w, 'a'),
    lambda w: call('bytes.slice', call('bytes.from_str', w), 1, 10 ** 6),
    lambda w: call('crypto.keccak256', call('bytes.from_str', w)),
    lambda w: call('json.parse', w), lambda w: call('csv.parse', w)],
    ids=['contains', 'split', 'slice', 'trim', 'upper', 'strip', 'bytes', 'hash',
         'json', 'csv'])
def test_work_on_long_texts_counts(operation, monkeypatch):
    w_text = wrap('a' * 10 ** 6)
    monkeypatch.setattr(pace, 'left', 1000)
    monkeypatch.setattr(pace, 'watch', Stopping())
    with pytest.raises(Stopped):
        operation(w_text)


class Stopped(Exception):
    pass


class Stopping(object):
    def look(self):
        raise Stopped


@pytest.mark.parametrize('text, part, at', [
    ('a' * 5000, 'a' * 2000 + 'b', -1), ('a' * 3000 + 'b', 'a' * 2000 + 'b', 1000),
    ('ab' * 100, 'ab' * 40, 0), ('x' + 'ab' * 100, 'ba' * 40, 2), ('', 'a' * 40, -1)],
    ids=['absent', 'last', 'first', 'inside', 'empty'])
def test_long_parts_are_found_in_linear_time(text, part, at):
    assert Finder(part).find(text, 0) == at
