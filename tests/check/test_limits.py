"""Types that grow exponentially, and other programs that would take for ever.

A type of n parts that each contain the one before twice is a tree of 2**n parts.
"""

import pytest

from interpreter.check import errors, rows, typedecls, types, unifier
from interpreter.diagnostics.sources import Sources
from tests.check.programs import texts

LEVELS = 60


def doubling(name, first='1', levels=LEVELS):
    """Lets of which the last is a tuple with 2**levels parts."""
    lets = ['let %s0 := %s' % (name, first)]
    for i in range(1, levels + 1):
        lets.append('let %s%d := (%s%d, %s%d)' % (name, i, name, i - 1, name, i - 1))
    return '\n'.join(lets)


def too_complex(limit):
    return ['too complex at n_0: ' + limit]


def test_mismatch_is_cut():
    error, = texts('fn f() -> Int { %s\n a60 }' % doubling('a'))
    head, _, rest = error.partition('got ')
    assert head == 'type mismatch at n_0: expected Int, '
    assert rest.startswith('(' * LEVELS + 'Int, Int), (Int, Int)), ((Int, Int)')
    assert rest.endswith('... (in function `f`)')
    assert types.MAX_TEXT < len(rest) < types.MAX_TEXT + 100


def test_equal_types():
    assert texts('fn f() -> Int { %s\n%s\n let c := [a60, b60]\n 1 }'
                 % (doubling('a'), doubling('b'))) == []
    assert texts('fn f() -> Bool { %s\n%s\n a60 == b60 }'
                 % (doubling('a'), doubling('b'))) == []


def test_a_difference_at_the_end():
    assert texts('fn f() -> Int { %s\n%s\n let c := [a60, b60]\n 1 }'
                 % (doubling('a'), doubling('b', '"b"'))) == [
        'type mismatch at n_0: expected Int, got Str (in list literal)']


def test_alias_chain():
    source = 'type T0 = Int\n'
    for i in range(1, LEVELS + 1):
        source += 'type T%d = (T%d, T%d)\n' % (i, i - 1, i - 1)
    source += 'fn f(x :: T60) -> (T59, T59) { x }\n'
    source += 'fn g() -> T60 { %s\n a60 }\n' % doubling('a')
    assert texts(source) == []


def test_parametric_alias_chain():
    source = 'type D0[T] = (T, T)\n'
    for i in range(1, LEVELS + 1):
        source += 'type D%d[T] = (D%d[T], D%d[T])\n' % (i, i - 1, i - 1)
    source += 'fn g() -> D60[Int] { %s\n a60 }\n' % doubling('a', '(1, 1)')
    source += 'fn h() -> D60[Str] { %s\n a60 }\n' % doubling('a', '(1, 1)')
    assert texts(source) == [
        'type mismatch at n_0: expected Str, got Int (in function `h`)']


def test_generic_calls():
    calls = ['let a%d := d(a%d)' % (i, i - 1) for i in range(1, LEVELS + 1)]
    assert texts('fn d[T](x :: T) -> (T, T) { (x, x) }\n'
                 'fn f() -> Int { let a0 := 1\n%s\n let c := [a60, d(a59)]\n 1 }'
                 % '\n'.join(calls)) == []


def test_a_variable_in_a_doubled_type():
    assert texts('fn f[T](x :: T) -> Int { %s\n let c := [x, a60]\n 1 }'
                 % doubling('a', 'x')) == ['infinite type (occurs check) at n_0']


def test_decoding_into_deep_lists():
    source = ('import "std.json" as json\n'
              'fn f(s :: Str) -> Result[{ a :: %sInt%s }, Str] { json.parse(s) }'
              % ('List[' * 60, ']' * 60))
    assert texts(source) == []


def test_number_of_pairs(monkeypatch):
    """Each alias makes two types of one, which differ on each level."""
    monkeypatch.setattr(unifier, 'MAX_PAIRS', 5000)
    source = 'type P0[T] = Int\n'
    for i in range(1, LEVELS + 1):
        source += ('type P%d[T] = (P%d[(T, Int)], P%d[(Str, T)])\n'
                   % (i, i - 1, i - 1))
    source += 'fn f() -> P60[Int] { %s\n a60 }\n' % doubling('a')
    assert texts(source) == too_complex('comparing the types takes too many steps')


def test_number_of_searched_parts(monkeypatch):
    monkeypatch.setattr(unifier, 'MAX_SEARCHED', 5000)
    lets = ['let x%d := [x%d]' % (i, i - 1) for i in range(1, 200)]
    assert texts('fn f() -> Int { let x0 := 1\n%s\n 1 }' % '\n'.join(lets)) == \
        too_complex('the inferred types have too many parts')


def test_number_of_effects(monkeypatch):
    row = ', '.join(['e%d' % i for i in range(typedecls.MAX_EFFECTS)])
    assert texts('fn f() -> [%s] Int { 1 }' % row) == []
    assert texts('fn f() -> [%s, io] Int { 1 }' % row) == \
        too_complex('an effect row has more than 1000 effects')
    monkeypatch.setattr(rows, 'MAX_EFFECTS', 1)
    assert texts('fn g() -> [a, b] Int { 1 }\nfn f() -> [a, b] Int { g() }') == \
        too_complex('a body has more than 1 effects')


def test_number_of_type_parameters():
    names = ', '.join(['T%d' % i for i in range(typedecls.MAX_TYPE_PARAMS)])
    assert texts('type A[%s] = Int\nfn f[%s](x :: T1) -> Int { 1 }' % (
        names, names)) == []
    for source in ['type A[%s, U] = Int', 'type A[%s, U] = B(U) | C',
                   'fn f[%s, U](x :: U) -> Int { 1 }']:
        assert texts(source % names) == too_complex(
            'a declaration has more than 1000 type parameters')


def test_number_of_copied_fields(monkeypatch):
    source = 'type R0 = { a0 :: Int }\n'
    for i in range(1, 40):
        source += 'type R%d = { ...R%d, a%d :: Int }\n' % (i, i - 1, i)
    source += 'fn f(x :: R39) -> Int { x.a0 + x.a39 + x.a20 }\n'
    assert texts(source) == []
    monkeypatch.setattr(typedecls, 'MAX_COPIED_FIELDS', 100)
    assert texts(source) == too_complex('record spreads copy more than 100 fields')


def test_json_of_the_error():
    error = errors.too_complex('x')
    assert error.json(Sources()) == (
        '{"at_node":"n_0","kind":"too_complex","limit":"x"}')
    assert '"rule_explanation":"The program is correct or not' \
        in error.json_with_rule(Sources())


@pytest.mark.parametrize('count', [3, 16, 17, 40])
def test_fields_of_long_records(count):
    fields = ', '.join(['f%d: %d' % (i, i) for i in range(count)])
    assert texts('fn f() -> Int { let r := { %s } r.f0 + r.f%d }'
                 % (fields, count - 1)) == []
    error, = texts('fn f() -> Int { let r := { %s } r.g }' % fields)
    assert error.startswith('unknown field `g` on { f0 :: Int, f1 :: Int')
    record = types.RecordType([], [])
    for i in range(count):
        record.set_field('f%d' % i, types.INT)
        assert record.index('f%d' % i) == i
    record.set_field('f1', types.STR)
    assert len(record.names) == count and record.types[1] is types.STR
