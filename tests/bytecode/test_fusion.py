"""Fused windows, and what keeps a window from fusing."""

from interpreter.bytecode import opcodes
from interpreter.bytecode.assembler import Assembler, Label, encode
from interpreter.bytecode.fusion import fuse
from interpreter.bytecode.program import Function
from interpreter.objects.numbers import newfloat, newint
from tests.bytecode.support import listing, ops, ops_of


def int_function(body):
    return ops('fn f(a :: Int, b :: Int, p :: { x :: Int }) -> Int { %s }'
               % body)[:-1]


def test_local_plus_constant():
    assert int_function('a + 1') == ['LoadLocalAddIntConst']
    assert int_function('1 + a') == ['PushConst', 'LoadLocal', 'IntAdd']
    assert int_function('a - 1') == ['LoadLocal', 'PushConst', 'IntSub']


def test_local_plus_constant_to_local():
    assert listing('''
fn f(a :: Int) -> Int {
  let b := a + 1
  b
}''')[0] == '0 LoadLocalAddIntConstStoreLocal 0 const 0 1'


def test_two_locals():
    assert int_function('a + b') == ['LoadLocalAddLocal']
    assert int_function('a - b') == ['LoadLocalSubLocal']
    assert int_function('a * b') == ['LoadLocalMulLocal']
    assert int_function('a / b') == ['LoadLocal', 'LoadLocal', 'IntDiv']


def test_generic_arithmetic_does_not_fuse():
    assert ops('fn f(a :: Str, b :: Str) -> Str { a + b }') == [
        'LoadLocal', 'LoadLocal', 'NumAdd', 'Return']
    assert ops('fn f(a :: Float) -> Float { a + 1.0 }') == [
        'LoadLocal', 'PushConst', 'FloatAdd', 'Return']


def test_chain_fuses_its_start_only():
    assert int_function('a + b + a') == ['LoadLocalAddLocal', 'LoadLocal',
                                         'IntAdd']


def test_nested_operand_fuses_first():
    assert int_function('a + (a + b)') == ['LoadLocal', 'LoadLocalAddLocal',
                                           'IntAdd']


def test_literal_test_of_a_parameter():
    assert int_function('match a { 0 => 1, _ => 2 }')[0] == (
        'LoadLocalStoreEqIntConstJumpIfNot')


def test_literal_test_of_an_expression():
    seen = int_function('match a / b { 0 => 1, 1 => 2, _ => 3 }')
    assert seen[:5] == ['LoadLocal', 'LoadLocal', 'IntDiv', 'StoreLocal',
                        'LoadLocalEqIntConstJumpIfNot']
    assert seen.count('LoadLocalEqIntConstJumpIfNot') == 2


def test_field_reads():
    assert int_function('p.x') == ['LoadLocalGetField']
    assert int_function('a + p.x') == ['LoadLocal', 'LoadLocalGetFieldAdd']
    assert int_function('a - p.x') == ['LoadLocal', 'LoadLocalGetFieldSub']
    assert int_function('a * p.x') == ['LoadLocal', 'LoadLocalGetFieldMul']
    assert int_function('p.x + a') == ['LoadLocalGetField', 'LoadLocal',
                                       'IntAdd']


def test_swapped_comparison_counts_its_shuffling():
    assert listing('fn f(a :: Int, b :: Int) -> Bool { a > b }') == [
        '0 LoadLocal 0', '2 LoadLocal 1', '4 IntGt', '5 Return [8]']
    assert ops('fn f(a :: Float, b :: Float) -> Bool { a >= b }')[2] == 'FloatGe'
    assert ops('fn f(a :: Str, b :: Str) -> Bool { a > b }')[2] == 'NumGt'


# Windows with a jump into them, assembled by hand.

def assembled(build):
    asm = Assembler()
    build(asm)
    consts_w = [newint(1), newfloat(1.0)]
    fuse(asm, consts_w)
    function = Function('f', 0, 2)
    function.consts_w = consts_w
    encode(asm, function)
    return function


def add_const(asm, target=-1, const=0):
    """LoadLocal, PushConst, IntAdd, StoreLocal with a jump to ``target``."""
    label = Label()
    window = [(opcodes.LOAD_LOCAL, 0), (opcodes.PUSH_CONST, const),
              (opcodes.INT_ADD, 0), (opcodes.STORE_LOCAL, 1)]
    for index, (op, operand) in enumerate(window):
        if index == target:
            asm.place(label)
        asm.emit(op, operand)
    if target >= 0:
        asm.jump(opcodes.JUMP_BACK, label)


def test_window_without_a_jump():
    assert ops_of(assembled(add_const)) == ['LoadLocalAddIntConstStoreLocal']


def test_jump_to_the_start_of_a_window():
    function = assembled(lambda asm: add_const(asm, 0))
    assert ops_of(function) == ['LoadLocalAddIntConstStoreLocal', 'JumpBack']


def test_jump_into_a_window():
    for target in (1, 2):
        function = assembled(lambda asm: add_const(asm, target))
        assert [name for name in ops_of(function) if name != 'Charge'] == [
            'LoadLocal', 'PushConst', 'IntAdd', 'StoreLocal', 'JumpBack']


def test_jump_to_the_last_instruction_of_a_longer_window():
    function = assembled(lambda asm: add_const(asm, 3))
    assert ops_of(function) == ['LoadLocalAddIntConst', 'Charge', 'StoreLocal',
                                'JumpBack']


def test_constant_of_another_type():
    function = assembled(lambda asm: add_const(asm, -1, 1))
    assert ops_of(function) == ['LoadLocal', 'PushConst', 'IntAdd', 'StoreLocal']


def test_store_and_test_of_different_locals():
    def build(asm):
        end = Label()
        asm.emit(opcodes.LOAD_LOCAL, 0)
        asm.emit(opcodes.STORE_LOCAL, 1)
        asm.emit(opcodes.LOAD_LOCAL, 0)
        asm.emit(opcodes.PUSH_CONST, 0)
        asm.emit(opcodes.INT_EQ)
        asm.jump(opcodes.JUMP_IF_NOT, end)
        asm.place(end)
        asm.emit(opcodes.RETURN)
    assert ops_of(assembled(build)) == [
        'LoadLocal', 'StoreLocal', 'LoadLocalEqIntConstJumpIfNot', 'Return']
