"""Small values, shapes, constructors and errors."""

import gc

import pytest

from interpreter.objects import errors, record, variant
from interpreter.objects.deque import empty_deque
from interpreter.objects.numbers import (
    newbool, newint, w_false, w_true, w_unit)
from interpreter.objects.record import Shape, newrecord, record_from_pairs
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import (
    Constructor, err_str, newvariant, ok, some, w_none)


def test_small_ints_are_shared():
    for i in [-16, 0, 1023]:
        assert newint(i) is newint(i)
        assert newint(i).intval == i
    assert newint(-17).intval == -17
    assert newint(1024).intval == 1024


def test_bools():
    assert newbool(True) is w_true
    assert newbool(False) is w_false


def test_shapes_are_interned():
    shape = Shape.of(['a', 'b'])
    assert shape is Shape.of(['a', 'b'])
    assert shape is not Shape.of(['a', 'c'])
    assert Shape.of(['a:1:b']) is not Shape.of(['a', 'b'])
    assert (shape.index('b'), shape.index('c')) == (1, -1)
    assert shape.size() == 2


def test_shapes_and_constructors_that_nobody_uses_are_forgotten():
    w_kept = record_from_pairs(['kept'], [w_unit])
    w_variant = newvariant(Constructor.of('Kept'), [w_unit])
    numbers = set([w_kept.shape.number])
    for i in range(100):
        numbers.add(record_from_pairs(['dropped %d' % i], [w_unit]).shape.number)
        newvariant(Constructor.of('Dropped%d' % i), [w_unit])
    gc.collect()
    shapes = record._registry.by_key
    constructors = variant._registry.by_name
    for i in range(100):
        assert shapes.get('%d:dropped %d' % (len('dropped %d' % i), i)) is None
        assert constructors.get('Dropped%d' % i) is None
    assert len(numbers) == 101
    assert Shape.of(['new']).number not in numbers
    assert w_kept.shape is Shape.of(['kept']) is shapes.get('4:kept')
    assert w_variant.constructor is Constructor.of('Kept')


def test_records():
    w_record = newrecord(Shape.of(['a', 'b']), [w_true, w_unit])
    assert w_record.getvalue(1) is w_unit
    w_many = record_from_pairs(['z', 'a', 'z'], [w_true, w_false, w_unit])
    assert w_many.shape is Shape.of(['a', 'z'])
    assert w_many.getfield('z') is w_unit


def test_constructors_are_interned():
    assert Constructor.of('Some') is some(w_unit).constructor
    assert newvariant(Constructor.of('None'), []) is w_none
    assert ok(w_true).getarg(0) is w_true
    assert err_str('x').getarg(0).utf8_w() == 'x'
    assert (w_none.arity(), some(w_unit).arity()) == (0, 1)


def test_tuples():
    w_tuple = newtuple([w_true, w_unit])
    assert w_tuple.arity() == 2
    assert w_tuple.getitem(1) is w_unit


def test_deques():
    w_deque = empty_deque.push_back(w_true).push_front(w_false)
    assert w_deque.length() == 2
    assert w_deque.getitem(0) is w_false
    assert w_deque.without_front().getitem(0) is w_true
    assert w_deque.without_back().getitem(0) is w_false


@pytest.mark.parametrize('error, display, debug', [
    (errors.Panic('non-exhaustive match'),
     'runtime panic: non-exhaustive match', 'Panic("non-exhaustive match")'),
    (errors.TypeMismatch('a "b"'),
     'type mismatch at runtime: a "b"', 'TypeMismatch("a \\"b\\"")'),
    (errors.EffectError('no'),
     'effect handler error: no', 'Effect("no")'),
    (errors.CallStackOverflow(1024),
     'call stack overflow: recursion depth exceeded (1024)',
     'CallStackOverflow(1024)'),
    (errors.RefinementFailed('f', 0, 'x', 'predicate failed'),
     'refinement violated: argument 0 of `f` (binding `x`): predicate failed',
     'RefinementFailed { fn_name: "f", param_index: 0, binding: "x", '
     'reason: "predicate failed" }'),
    (errors.DivByZero('division'),
     'integer division by zero', 'DivByZero { op: "division" }'),
    (errors.DivByZero('modulo'),
     'integer modulo by zero', 'DivByZero { op: "modulo" }'),
    (errors.StackUnderflow(), 'stack underflow', 'StackUnderflow'),
])
def test_errors(error, display, debug):
    assert error.display() == display
    assert error.debug() == debug
    assert not error.steps_settled
