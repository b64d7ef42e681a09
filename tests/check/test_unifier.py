"""Unification, its variables and effect rows, without a parser."""

import pytest

from interpreter.check import builtins, rows
from interpreter.check.errors import LexTypeError
from interpreter.check.typedecls import Alias, TypeTable
from interpreter.check.types import (
    BOOL, FunctionType, INT, ListType, NEVER, NamedType, RecordType, STR, TupleType,
    as_of, prune, show)
from interpreter.check.unifier import Unifier


def named(name):
    return NamedType(name, [])


def record(**fields):
    names = sorted(fields)
    return RecordType(names, [fields[name] for name in names])


def row(effects, tail=None):
    result = []
    for name in effects:
        rows.insert(result, rows.Effect(name, '', '', 0))
    return rows.Row(result, tail)


@pytest.fixture
def unifier():
    aliases = {
        'P': Alias(0, record(x=INT)),
        'Es': Alias(0, ListType(named('P'))),
        'Metres': Alias(0, INT),
    }
    return Unifier(TypeTable(aliases, builtins.UNIONS, builtins.OWNERS))


def mismatch(operation, found, expected):
    with pytest.raises(LexTypeError) as info:
        operation(found, expected, 'here')
    return info.value.text()


class TestPrinting(object):
    def test_composite_types(self):
        io = row(['io', 'env'])
        assert show(ListType(TupleType([INT, STR]))) == 'List[(Int, Str)]'
        assert show(TupleType([])) == '()'
        assert show(record(b=INT, a=STR)) == '{ a :: Str, b :: Int }'
        assert show(RecordType([], [])) == '{  }'
        assert show(FunctionType([INT, BOOL], rows.PURE, STR)) == '(Int, Bool) -> Str'
        assert show(FunctionType([], io, STR)) == '() -> [env, io] Str'
        assert show(NamedType('Map', [STR, INT])) == 'Map[Str, Int]'

    def test_variables(self, unifier):
        first = unifier.fresh()
        second = unifier.fresh()
        unifier.unify(second, INT, '')
        assert show(TupleType([first, second])) == '(?0, Int)'
        tail = unifier.fresh_row()
        assert show(FunctionType([], row(['io'], tail), INT)) == '() -> [io, ?e0] Int'


class TestPlain(object):
    def test_variable_binds_on_either_side(self, unifier):
        a = unifier.fresh()
        b = unifier.fresh()
        unifier.unify(a, b, '')
        unifier.unify(INT, a, '')
        assert prune(a) is INT and prune(b) is INT

    def test_never_meets_anything(self, unifier):
        unifier.unify(NEVER, INT, '')
        unifier.unify(ListType(STR), NEVER, '')

    def test_innermost_pair_is_reported(self, unifier):
        text = mismatch(unifier.unify, ListType(ListType(STR)), ListType(ListType(INT)))
        assert text == 'type mismatch at n_0: expected Int, got Str (here)'

    def test_lengths_are_reported_as_a_whole(self, unifier):
        text = mismatch(unifier.unify, TupleType([INT]), TupleType([INT, INT]))
        assert text == 'type mismatch at n_0: expected (Int, Int), got (Int) (here)'

    def test_aliases_are_opaque(self, unifier):
        assert mismatch(unifier.unify, INT, named('Metres')) == \
            'type mismatch at n_0: expected Metres, got Int (here)'

    def test_occurs_check(self, unifier):
        var = unifier.fresh()
        with pytest.raises(LexTypeError) as info:
            unifier.unify(var, ListType(var), '')
        assert info.value.kind == 'infinite_type'

    def test_long_chains_are_shortened(self, unifier):
        variables = unifier.fresh_list(1000)
        for i in range(999):
            unifier.unify(variables[i], variables[i + 1], '')
        unifier.unify(variables[999], INT, '')
        assert prune(variables[0]) is INT
        assert variables[0].link is INT

    def test_types_far_deeper_than_the_stack(self, unifier):
        deep = INT
        other = INT
        for i in range(20000):
            deep = ListType(deep)
            other = ListType(other)
        unifier.unify(deep, other, '')
        unifier.coerce(deep, other, '')
        unifier.unify(unifier.fresh(), deep, '')
        assert show(deep).startswith('List[List[')


class TestCoercing(object):
    def test_alias_meets_its_body_at_any_depth(self, unifier):
        unifier.coerce(ListType(record(x=INT)), ListType(named('P')), '')
        unifier.coerce(named('P'), record(x=INT), '')
        unifier.coerce(FunctionType([named('P')], rows.PURE, INT),
                       FunctionType([record(x=INT)], rows.PURE, named('Metres')), '')

    def test_two_aliases_stay_apart(self, unifier):
        assert mismatch(unifier.coerce, named('P'), named('Metres')) == \
            'type mismatch at n_0: expected Metres, got P (here)'

    def test_strict_after_a_binding_in_the_same_call(self, unifier):
        var = unifier.fresh()
        literal = ListType(record(x=INT))
        with pytest.raises(LexTypeError):
            unifier.coerce(TupleType([named('Es'), literal]), TupleType([var, var]), '')

    def test_lenient_in_the_next_call(self, unifier):
        var = unifier.fresh()
        unifier.coerce(named('Es'), var, '')
        unifier.coerce(ListType(record(x=INT)), var, '')

    def test_as_of(self, unifier):
        var = unifier.fresh()
        before = unifier.clock
        unifier.unify(var, INT, '')
        assert as_of(var, before) is var
        assert as_of(var, unifier.clock) is INT


class TestRows(object):
    def test_closed_rows_are_equal_or_not(self):
        assert rows.unify(row(['io', 'net']), row(['net', 'io']))
        assert not rows.unify(row(['io']), row([]))
        assert not rows.unify(row([]), row(['io']))

    def test_open_found_row_takes_the_rest(self, unifier):
        tail = unifier.fresh_row()
        assert rows.unify(row(['io'], tail), row(['io', 'net']))
        assert rows.Row([], tail).show() == '[net]'

    def test_open_found_row_with_too_much(self, unifier):
        assert not rows.unify(row(['io'], unifier.fresh_row()), row(['net']))

    def test_open_expected_row_takes_the_rest(self, unifier):
        tail = unifier.fresh_row()
        assert rows.unify(row(['io', 'net']), row(['io'], tail))
        assert rows.Row([], tail).show() == '[net]'

    def test_open_expected_row_needs_its_base(self, unifier):
        assert not rows.unify(row(['net']), row(['io'], unifier.fresh_row()))

    def test_two_open_rows(self, unifier):
        tail = unifier.fresh_row()
        other = unifier.fresh_row()
        assert rows.unify(row(['io'], tail), row(['net'], other))
        assert row(['io'], tail).show() == '[io, net, ?e1]'
        assert rows.unify(row([], tail), row(['net'], other))

    def test_order_of_effects(self):
        effects = []
        for effect in [rows.Effect('a', 'Ident', 'x', 0),
                       rows.Effect('a', 'Int', '', 5), rows.Effect('b', '', '', 0),
                       rows.Effect('a', 'Str', 'x', 0),
                       rows.Effect('a', '', '', 0), rows.Effect('a', 'Int', '', -1),
                       rows.Effect('b', '', '', 0)]:
            rows.insert(effects, effect)
        assert rows.Row(effects, None).show() == \
            '[a, a("x"), a(-1), a(5), a(x), b]'
