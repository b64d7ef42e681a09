"""Lexical scope, and the numeric class of names."""

import pytest

from interpreter.bytecode.errors import CompileError
from tests.bytecode.support import listing, ops, ops_of, program_of


def operator(source):
    """The last arithmetic instruction."""
    names = [name for name in ops(source)
             if name[:3] in ('Int', 'Num') or name[:5] in ('Float', 'LoadL')]
    return [name for name in names if name != 'LoadLocal'][-1]


def test_parameters():
    assert operator('fn f(a :: Int) -> Int { a / a }') == 'IntDiv'
    assert operator('fn f(a :: Float) -> Float { a / a }') == 'FloatDiv'
    assert operator('fn f(a :: Str) -> Str { a + a }') == 'NumAdd'


def test_refined_parameter():
    assert operator('fn f(a :: Int{x | x > 0}) -> Int { a / a }') == 'IntDiv'


def test_alias_of_int_is_not_known():
    assert operator('type Id = Int\nfn f(a :: Id) -> Int { a / a }') == 'NumDiv'


def test_annotated_let():
    assert operator('''
fn g() -> Int { 1 }
fn f() -> Int {
  let a :: Int := g()
  a / a
}''') == 'IntDiv'


def test_let_takes_the_class_of_its_value():
    assert operator('''
fn f(n :: Int) -> Int {
  let a := -n * 2 + 1
  a / a
}''') == 'IntDiv'
    assert operator('''
fn g() -> Int { 1 }
fn f() -> Int {
  let a := g()
  a / a
}''') == 'NumDiv'


def test_comparison_is_not_a_number():
    assert operator('''
fn f(n :: Int) -> Bool {
  let a := n < 1
  a == a
}''') == 'NumEq'


def test_captures_are_not_known():
    source = 'fn f(n :: Int) -> () -> Int { fn () -> Int { n / n } }'
    lambda_ = program_of(source).functions[1]
    assert 'NumDiv' in ops_of(lambda_)


def test_lambda_parameters():
    source = 'fn f() -> (Int) -> Int { fn (n :: Int) -> Int { n / n } }'
    assert 'IntDiv' in ops_of(program_of(source).functions[1])


def test_pattern_variables_are_not_known():
    assert operator('fn f(n :: Int) -> Int { match n { k => k / k } }') == 'NumDiv'


def test_pattern_variable_hides_a_parameter():
    assert operator('fn f(n :: Int) -> Int { match n { n => n / n } }') == 'NumDiv'


def test_record_fields():
    assert operator('fn f(p :: { x :: Int }) -> Int { p.x / p.x }') == 'IntDiv'
    assert operator('''
type P = { x :: Float }
fn f(p :: P) -> Float { p.x / p.x }''') == 'FloatDiv'
    assert operator('''
fn f() -> Int {
  let p := { x: 3 }
  p.x / p.x
}''') == 'IntDiv'
    assert operator('''
type P[T] = { x :: T }
fn f(p :: P[Int]) -> Int { p.x / p.x }''') == 'NumDiv'


def test_mixed_classes_are_not_known():
    assert operator('fn f(a :: Int, b :: Str) -> Int { a / b }') == 'NumDiv'


def test_let_ends_with_its_block():
    assert listing('''
fn f(n :: Int) -> Int {
  let y := {
    let n := 100
    n
  }
  n * y
}''')[-4:] == ['8 LoadLocal 0', '10 LoadLocal 2', '12 NumMul', '13 Return [8]']


def test_arms_reuse_slots():
    source = 'fn f(o :: Option[Int]) -> Int { match o { Some(a) => a, b => 0 } }'
    stores = [line for line in listing(source) if line.endswith('StoreLocal 2')]
    assert len(stores) == 2


def test_function_name_as_a_value():
    assert ops('fn g() -> Int { 1 }\nfn f() -> () -> Int { g }') == [
        'MakeClosure', 'Return']


def test_local_hides_a_function():
    source = '''
fn g(n :: Int) -> Int { n }
fn f(g :: (Int) -> Int) -> Int { g(1) }
'''
    assert 'CallClosure' in ops(source)


def test_unknown_name():
    with pytest.raises(CompileError) as e:
        program_of('fn f() -> Int { nothing }')
    assert e.value.msg == 'unknown identifier `nothing`'
    assert e.value.offset == 16


def test_wrong_number_of_arguments():
    with pytest.raises(CompileError) as e:
        program_of('fn g() -> Int { 1 }\nfn f() -> Int { g(2) }')
    assert e.value.msg == 'arity mismatch calling `g`: expected 0, got 1'
