"""The instruction sequence of each construct."""

from tests.bytecode.support import function_of, lines_of, listing, ops, program_of

NONE = ['Panic', 'Return']      # what follows the last arm of a match


def test_tail_recursive_sum():
    assert listing('''
fn sum_to(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => sum_to(n - 1, acc + n) }
}''', 'sum_to') == [
        '0 LoadLocalStoreEqIntConstJumpIfNot 0 2 const 0 -> 11 [1]',
        '6 LoadLocal 1',
        '8 Jump -> 31 [2]',
        '11 LoadLocal 2',
        '13 Pop',
        '14 LoadLocal 0',
        '16 PushConst const 1',
        '18 IntSub',
        '19 LoadLocalAddLocal 1 0',
        '22 TailCallLoop sum_to [7]',
        '25 Jump -> 31 [1]',
        '28 Panic const 2 [1]',
        '31 Return [1]']


def test_literals():
    assert listing('fn f() -> Unit { () }') == ['0 PushConst const 0',
                                                '2 Return [2]']


def test_block():
    assert ops('''
fn f(n :: Int) -> Int {
  n * 2
  n
}''') == ['LoadLocal', 'PushConst', 'IntMul', 'Pop', 'LoadLocal', 'Return']


def test_let():
    assert listing('''
fn f(n :: Int) -> Int {
  let a := n - 1
  a
}''') == ['0 LoadLocal 0', '2 PushConst const 0', '4 IntSub', '5 StoreLocal 1',
          '7 LoadLocal 1', '9 Return [6]']


def test_aggregates():
    assert ops('fn f(n :: Int) -> (Int, Int) { (n, 1) }') == [
        'LoadLocal', 'PushConst', 'MakeTuple', 'Return']
    assert ops('fn f(n :: Int) -> List[Int] { [n, 1] }') == [
        'LoadLocal', 'PushConst', 'MakeList', 'Return']
    assert ops('fn f(n :: Int) -> Option[Int] { Some(n) }') == [
        'LoadLocal', 'MakeVariant', 'Return']
    assert ops('fn f(n :: Int) -> Option[Int] { None }') == [
        'MakeVariant', 'Return']


def test_record_fields_are_evaluated_by_name():
    assert listing('fn f() -> { a :: Int, b :: Int } { { b: 2, a: 1 } }') == [
        '0 PushConst const 0', '2 PushConst const 1', '4 MakeRecord 0',
        '6 Return [4]']
    function = function_of('fn f() -> { a :: Int, b :: Int } { { b: 2, a: 1 } }')
    assert [w.intval for w in function.consts_w] == [1, 2]
    assert list(function.shapes[0].names) == ['a', 'b']


def test_if():
    assert listing('fn f(b :: Bool) -> Int { if b { 1 } else { 2 } }') == [
        '0 LoadLocal 0',
        '2 StoreLocal 1',
        '4 LoadLocal 1',
        '6 PushConst const 0',
        '8 NumEq',
        '9 JumpIfNot -> 17 [6]',
        '12 PushConst const 1',
        '14 Jump -> 33 [2]',
        '17 LoadLocal 1',
        '19 PushConst const 2',
        '21 NumEq',
        '22 JumpIfNot -> 30 [4]',
        '25 PushConst const 3',
        '27 Jump -> 33 [2]',
        '30 Panic const 4 [1]',
        '33 Return [1]']


def test_constructor_pattern_leaves_nothing_when_it_fails():
    assert listing('''
fn f(o :: Option[Int]) -> Int { match o { Some(n) => n, None => 0 } }''') == [
        '0 LoadLocal 0',
        '2 StoreLocal 1',
        '4 LoadLocal 1',
        '6 Dup',
        '7 TestVariant Some',
        '9 JumpIf -> 16 [6]',
        '12 Pop',
        '13 Jump -> 25 [2]',
        '16 GetVariantArg 0',
        '18 StoreLocal 2',
        '20 LoadLocal 2',
        '22 Jump -> 46 [4]',
        '25 LoadLocal 1',
        '27 Dup',
        '28 TestVariant None',
        '30 JumpIf -> 37 [4]',
        '33 Pop',
        '34 Jump -> 43 [2]',
        '37 Pop',
        '38 PushConst const 0',
        '40 Jump -> 46 [3]',
        '43 Panic const 1 [1]',
        '46 Return [1]']


def test_constructor_pattern_of_several_arguments():
    assert ops('''
type T = A(Int, Int)
fn f(t :: T) -> Int { match t { A(x, _) => x } }''') == [
        'LoadLocal', 'StoreLocal', 'LoadLocal', 'Dup', 'TestVariant', 'JumpIf',
        'Pop', 'Jump', 'StoreLocal', 'LoadLocal', 'GetVariantArg', 'StoreLocal',
        'LoadLocal', 'GetVariantArg', 'Pop', 'LoadLocal', 'Jump'] + NONE


def test_tuple_and_record_patterns():
    assert ops('fn f(p :: (Int, Int)) -> Int { match p { (_, b) => b } }') == [
        'LoadLocal', 'StoreLocal', 'LoadLocal', 'StoreLocal', 'LoadLocal',
        'GetElem', 'Pop', 'LoadLocal', 'GetElem', 'StoreLocal', 'LoadLocal',
        'Jump'] + NONE
    assert ops('fn f(p :: { x :: Int }) -> Int { match p { { x } => x } }') == [
        'LoadLocal', 'StoreLocal', 'LoadLocal', 'StoreLocal',
        'LoadLocalGetField', 'StoreLocal', 'LoadLocal', 'Jump'] + NONE


def test_literal_patterns():
    assert 'StrEq' in ops('fn f(s :: Str) -> Int { match s { "a" => 1, _ => 2 } }')
    assert 'FloatEq' in ops('fn f(x :: Float) -> Int { match x { 1.5 => 1, _ => 2 } }')
    assert 'NumEq' in ops('fn f(b :: Bool) -> Int { match b { true => 1 } }')


def test_unit_pattern_tests_nothing():
    assert ops('fn f(u :: Unit) -> Int { match u { () => 1 } }') == [
        'LoadLocal', 'StoreLocal', 'LoadLocal', 'StoreLocal', 'PushConst',
        'Jump'] + NONE


def test_operators():
    def operator(text):
        return ops('fn f(a :: Int, b :: Int) -> Int { %s }' % text)[2:-1]
    assert operator('a / b') == ['IntDiv']
    assert operator('a % b') == ['IntMod']
    assert operator('a != b') == ['IntEq', 'BoolNot']
    assert operator('a <= b') == ['IntLe']
    assert operator('a and b') == ['BoolAnd']
    assert operator('a or b') == ['BoolOr']
    assert ops('fn f(a :: Int) -> Int { -a }') == ['LoadLocal', 'NumNeg', 'Return']
    assert ops('fn f(a :: Bool) -> Bool { not a }') == [
        'LoadLocal', 'BoolNot', 'Return']


def test_calls():
    source = '''
import "std.str" as str
fn g(n :: Int) -> Int { n }
fn f(n :: Int, h :: (Int) -> Int) -> Int { 1 - g(2) - h(3) - str.len("x") }
'''
    assert ops(source) == [
        'PushConst', 'PushConst', 'Call', 'NumSub', 'LoadLocal', 'PushConst',
        'CallClosure', 'NumSub', 'PushConst', 'EffectCall', 'NumSub', 'Return']


def test_tail_positions():
    source = '''
fn g(n :: Int) -> Int { n }
fn body(n :: Int) -> Int { g(n) }
fn in_let(n :: Int) -> Int {
  let m := g(n)
  g(m)
}
fn in_arm(b :: Bool) -> Int { if b { g(1) } else { g(2) } }
fn argument(n :: Int) -> Int { g(g(n)) }
fn operand(n :: Int) -> Int { g(n) * 2 }
fn scrutinee(n :: Int) -> Int { match g(n) { k => k } }
fn tried(n :: Int) -> Result[Int, Int] {
  let x := wrapped(n)?
  wrapped(x)
}
fn wrapped(n :: Int) -> Result[Int, Int] { Ok(n) }
fn closure(h :: (Int) -> Int) -> Int { h(1) }
'''
    program = program_of(source)

    def calls(name):
        text = '\n'.join(lines_of(program.find(name)))
        return (text.count(' Call '), text.count(' TailCallLeave '))
    assert calls('body') == (0, 1)
    assert calls('in_let') == (1, 1)
    assert calls('in_arm') == (0, 2)
    assert calls('argument') == (1, 1)
    assert calls('operand') == (1, 0)
    assert calls('scrutinee') == (1, 0)
    assert calls('tried') == (1, 1)
    assert calls('closure') == (0, 0)


def test_lambda_bodies_have_tail_calls_too():
    source = '''
fn g(n :: Int) -> Int { n }
fn f() -> (Int) -> Int { fn (x :: Int) -> Int { g(x) } }
'''
    lambda_ = program_of(source).functions[-1]
    assert lines_of(lambda_) == ['0 LoadLocal 0', '2 TailCallLeave g [2]',
                                 '5 Return [1]']


def test_captures_come_first_in_order_of_mention():
    source = '''
fn f(a :: Int, b :: Int) -> (Int) -> Int { fn (x :: Int) -> Int { x + b + a } }
'''
    program = program_of(source)
    assert lines_of(program.find('f')) == [
        '0 LoadLocal 1', '2 LoadLocal 0', '4 MakeClosure __lambda_1 2',
        '7 Return [4]']
    lambda_ = program.functions[1]
    assert lambda_.arity == 3
    assert lines_of(lambda_)[0] == '0 LoadLocal 2'


def test_names_and_order_of_functions():
    source = '''
import "std.flow" as flow
fn first() -> Int {
  let a := fn () -> Int { (fn () -> Int { 1 })() }
  let b := fn () -> Int { 2 }
  a()
}
fn second() -> Int {
  let g := flow.sequential(third, third)
  third(1)
}
fn third(n :: Int) -> Int { n }
'''
    names = [function.name for function in program_of(source).functions]
    assert names == ['first', 'second', 'third', '__lambda_3', '__lambda_4',
                     '__flow_sequential', '__lambda_6']


def test_list_operations_are_single_instructions():
    source = '''
import "std.list" as list
fn inc(n :: Int) -> Int { n + 1 }
fn add(a :: Int, b :: Int) -> Int { a + b }
fn f(xs :: List[Int]) -> Int { list.fold(list.map(xs, inc), 0, add) }
'''
    assert ops(source) == ['LoadLocal', 'MakeClosure', 'ListMap', 'PushConst',
                           'MakeClosure', 'ListFold', 'Return']


def test_last_of_two_functions_of_a_name_wins():
    source = '''
fn g() -> Int { 1 }
fn g() -> Int { 2 }
fn f() -> Int { 0 - g() }
'''
    program = program_of(source)
    called = program.find('f').functions[0]
    assert called is program.find('g')
    assert called.index == 1


def test_compilation_is_deterministic():
    source = '''
import "std.iter" as iter
fn f(n :: Int) -> Int {
  let g := fn (x :: Int) -> Int { x + n }
  iter.count(iter.map(iter.from_list([n]), g))
}
'''
    first, second = program_of(source), program_of(source)
    for a, b in zip(first.functions, second.functions):
        assert lines_of(a) == lines_of(b)
        assert a.body_hash == b.body_hash
