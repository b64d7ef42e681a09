"""Step costs of blocks, and that all compiled code is well formed."""

import glob
import os

import pytest

from interpreter.bytecode import opcodes
from interpreter.bytecode.errors import CompileError
from interpreter.bytecode.program import Function
from interpreter.bytecode.stack_depth import max_stack_depth, stack_effect
from tests.bytecode.support import function_of, positions, program_of

CASES = os.path.join(os.path.dirname(os.path.dirname(__file__)), 'machine',
                     'cases')


def _functions():
    for path in sorted(glob.glob(os.path.join(CASES, '*.lex'))):
        with open(path) as f:
            for function in program_of(f.read()).functions:
                yield function


FUNCTIONS = list(_functions())


def cost_of(function, pc):
    row = opcodes.TABLE[function.code[pc]]
    return function.code[pc + 1 + row.operands.index('cost')]


def targets_of(function):
    targets = set()
    for pc in positions(function):
        row = opcodes.TABLE[function.code[pc]]
        if row.target_operand >= 0:
            targets.add(function.code[pc + 1 + row.target_operand])
    return targets


def test_cost_is_what_the_block_has_run():
    for function in FUNCTIONS:
        for pc in positions(function):
            if opcodes.TABLE[function.code[pc]].ends_block:
                assert cost_of(function, pc) == function.steps_at[pc]


def test_steps_grow_within_a_block_and_start_again_after_it():
    for function in FUNCTIONS:
        before = 0
        for pc in positions(function):
            steps = function.steps_at[pc]
            if function.code[pc] == opcodes.CHARGE:
                assert steps == before
            elif before > 0:
                assert steps > before or steps >= 1
            before = 0 if opcodes.TABLE[function.code[pc]].ends_block else steps


def test_every_jump_target_starts_a_block():
    for function in FUNCTIONS:
        targets = targets_of(function)
        previous = -1
        for pc in positions(function):
            if pc in targets and previous >= 0:
                assert opcodes.TABLE[function.code[previous]].ends_block
            previous = pc


def test_targets_are_instructions():
    for function in FUNCTIONS:
        assert targets_of(function) <= set(positions(function))


def test_jumps_back_are_marked():
    for function in FUNCTIONS:
        for pc in positions(function):
            row = opcodes.TABLE[function.code[pc]]
            if row.target_operand >= 0:
                target = function.code[pc + 1 + row.target_operand]
                assert (target <= pc) == (row.name == 'JumpBack')


def test_maxpath_bounds_every_way_forward():
    for function in FUNCTIONS:
        total = sum(cost_of(function, pc) for pc in positions(function)
                    if opcodes.TABLE[function.code[pc]].ends_block)
        assert total <= function.maxpath


def test_capacity_holds_locals_and_stack():
    for function in FUNCTIONS:
        assert max_stack_depth(function) + function.nlocals <= function.capacity


def test_stack_effects_of_calls():
    source = 'fn g(a :: Int, b :: Int) -> Int { a }\nfn f() -> Int { 1 + g(1, 2) }'
    function = function_of(source)
    for pc in positions(function):
        if function.code[pc] == opcodes.CALL:
            assert stack_effect(function, pc) == -1


# Code that is not well formed

def raw(code):
    function = Function('raw', 0, 0)
    function.code = code
    return function


def test_underflow():
    with pytest.raises(CompileError) as e:
        max_stack_depth(raw([opcodes.POP, opcodes.RETURN, 1]))
    assert e.value.msg == 'stack underflow at pc 0 in `raw`'


def test_two_depths_at_one_place():
    code = [opcodes.PUSH_CONST, 0,
            opcodes.PUSH_CONST, 0,
            opcodes.JUMP_IF, 9, 3,
            opcodes.PUSH_CONST, 0,
            opcodes.RETURN, 1]
    with pytest.raises(CompileError) as e:
        max_stack_depth(raw(code))
    assert e.value.msg == 'stack depth mismatch at pc 9 in `raw`'


def test_depth_of_straight_code():
    code = [opcodes.PUSH_CONST, 0, opcodes.DUP, opcodes.INT_ADD, opcodes.RETURN, 4]
    assert max_stack_depth(raw(code)) >= 2
