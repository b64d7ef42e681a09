"""Equality, digests, order and debug texts."""

import pytest
from hypothesis import given

from interpreter.objects.actor import W_Actor
from interpreter.objects.bytes import newbytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.compare import less, less_or_equal, sorts_before
from interpreter.objects.deque import W_Deque, empty_deque
from interpreter.objects.digest import digest, digest_args
from interpreter.objects.display import debug
from interpreter.objects.equality import args_equal, equal
from interpreter.objects.errors import TypeMismatch
from interpreter.objects.list import newlist, newrange
from interpreter.objects.list_storage import CHUNK
from interpreter.objects.matrix import newmatrix
from interpreter.objects.numbers import (
    newfloat, newint, w_false, w_true, w_unit)
from interpreter.objects.record import W_Record, record_from_pairs
from interpreter.objects.text import newstr
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import some, w_none

from tests.objects.values import newlist_int, CODE, Code, as_map, as_set, tower, values

W_ONE = newint(1)
W_NAN = newfloat(float('nan'))

KINDS = [
    newint(1), newfloat(1.0), w_true, newstr('1'), newbytes('1'), w_unit,
    newlist([W_ONE]), newtuple([W_ONE]), W_Deque(newlist([W_ONE])),
    some(W_ONE), w_none, record_from_pairs(['a'], [W_ONE]),
    W_Closure(CODE, [W_ONE]), as_set([W_ONE]), as_map([(W_ONE, W_ONE)]),
    newmatrix(1, 1, [1.0]), W_Actor(W_ONE, W_ONE)]


def test_kinds_are_never_equal():
    for i in range(len(KINDS)):
        for k in range(len(KINDS)):
            assert equal(KINDS[i], KINDS[k]) == (i == k)
            assert args_equal([KINDS[i]], [KINDS[k]]) == (i == k)
            assert (digest(KINDS[i]) == digest(KINDS[k])) == (i == k)


def test_floats():
    assert not equal(W_NAN, W_NAN)
    assert not equal(newlist([W_NAN]), newlist([W_NAN]))
    assert equal(newfloat(0.0), newfloat(-0.0))
    assert equal(newtuple([newfloat(0.0)]), newtuple([newfloat(-0.0)]))


def test_memo_compares_floats_by_bits():
    assert args_equal([W_NAN, newlist([W_NAN])], [W_NAN, newlist([W_NAN])])
    assert not args_equal([newfloat(0.0)], [newfloat(-0.0)])
    assert digest(W_NAN) == digest(newfloat(float('nan')))
    assert digest(newfloat(0.0)) != digest(newfloat(-0.0))
    assert not args_equal([W_ONE], [W_ONE, W_ONE])


def test_field_order_does_not_matter():
    w_a = record_from_pairs(['x', 'y'], [W_ONE, w_unit])
    w_b = record_from_pairs(['y', 'x'], [w_unit, W_ONE])
    assert w_a.shape is w_b.shape
    assert equal(w_a, w_b)
    assert digest(w_a) == digest(w_b)
    assert w_a.getfield('x') is W_ONE
    assert w_a.getfield('z') is None


def test_closures_by_body_and_captures():
    w_a = W_Closure(Code('f', 'same body hash..'), [W_ONE])
    w_b = W_Closure(Code('g', 'same body hash..'), [newint(1)])
    assert equal(w_a, w_b)
    assert digest(w_a) == digest(w_b)
    assert not equal(w_a, W_Closure(w_a.code, [newint(2)]))


def test_actors_by_identity():
    w_a = W_Actor(W_ONE, W_ONE)
    assert equal(w_a, w_a)
    assert not equal(w_a, W_Actor(W_ONE, W_ONE))
    assert digest(w_a) == digest(w_a)


def test_storage_does_not_matter():
    w_range = newrange(0, CHUNK + 2)
    w_rope = newlist_int(range(-1, CHUNK + 2)).slice(1, CHUNK + 3)
    w_rope = w_rope.slice(1, CHUNK + 2).prepend(newint(0))
    w_items = newlist(w_range.items_w()).append(w_unit).slice(0, CHUNK + 2)
    for w_a in [w_range, w_rope, w_items]:
        for w_b in [w_range, w_rope, w_items]:
            assert equal(w_a, w_b)
            assert digest(w_a) == digest(w_b)
    assert equal(empty_deque, empty_deque.push_back(W_ONE).without_front())


@given(values, values)
def test_equal_arguments_have_equal_digests(w_a, w_b):
    assert args_equal([w_a], [w_a])
    if args_equal([w_a, w_b], [w_b, w_a]):
        assert digest_args([w_a, w_b]) == digest_args([w_b, w_a])
    assert equal(w_a, w_b) == equal(w_b, w_a)


def test_deep_values_without_recursion():
    w_a = tower(30000)
    w_b = tower(30000)
    assert equal(w_a, w_b)
    assert not equal(w_a, tower(30003))
    assert args_equal([w_a], [w_b])
    assert digest(w_a) == digest(w_b)
    assert debug(w_a).startswith('Variant { name: "Some", args: [Tuple([List([')


def test_order():
    assert less(newint(-1), W_ONE)
    assert less(newstr('Z'), newstr('a'))
    assert less(newstr('a'), newstr('\xc3\xa9'))
    assert less_or_equal(newfloat(1.0), newfloat(1.0))
    assert not less(W_NAN, W_NAN) and not less_or_equal(W_NAN, W_NAN)


@pytest.mark.parametrize('w_a, w_b', [
    (W_ONE, newfloat(1.0)), (w_true, w_false), (newstr('a'), W_ONE)])
def test_no_order(w_a, w_b):
    for operator in [less, less_or_equal]:
        with pytest.raises(TypeMismatch) as info:
            operator(w_a, w_b)
        assert info.value.msg == 'Num op: %s %s' % (debug(w_a), debug(w_b))
    assert not sorts_before(w_a, w_b) and not sorts_before(w_b, w_a)


@pytest.mark.parametrize('w_value, text', [
    (newint(3), 'Int(3)'),
    (newfloat(1.0), 'Float(1.0)'),
    (w_true, 'Bool(true)'),
    (newstr('a"b\n\0\x1b\xc3\xa9\xc2\xad'),
     'Str("a\\"b\\n\\0\\u{1b}\xc3\xa9\\u{ad}")'),
    (newbytes('\1\2'), 'Bytes([1, 2])'),
    (w_unit, 'Unit'),
    (newrange(1, 3), 'List([Int(1), Int(2)])'),
    (newtuple([W_ONE, w_unit]), 'Tuple([Int(1), Unit])'),
    (W_Deque(newlist([])), 'Deque([])'),
    (some(W_ONE), 'Variant { name: "Some", args: [Int(1)] }'),
    (as_map([(newstr('a'), W_ONE), (W_ONE, w_unit)]),
     'Map({Str("a"): Int(1), Int(1): Unit})'),
    (as_set([W_ONE]), 'Set({Int(1)})'),
    (W_Closure(CODE, [W_ONE]),
     'Closure { fn_id: 14, body_hash: [144, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '
     '0, 0, 0, 0], captures: [Int(1)] }'),
])
def test_debug(w_value, text):
    assert debug(w_value) == text


def test_debug_of_records():
    w_record = record_from_pairs(['b', 'a'], [W_ONE, newlist([w_unit])])
    assert isinstance(w_record, W_Record)
    assert debug(w_record) == (
        'Record { shape_id: %d, fields: {"a": List([Unit]), "b": Int(1)} }'
        % w_record.shape.number)
