"""Errors that instructions raise; building them is never traced."""

from rpython.rlib import jit

from interpreter.objects.display import debug
from interpreter.objects.errors import (
    CallStackOverflow, DivByZero, Panic, TypeMismatch)


@jit.dont_look_inside
def expected(type_name, w_value):
    """An operand of the wrong type."""
    return TypeMismatch('expected %s, got %s' % (type_name, debug(w_value)))


@jit.dont_look_inside
def wrong_operand(instruction, wanted, w_value):
    """An aggregate instruction on something else."""
    return TypeMismatch('%s on non-%s: %s' % (instruction, wanted,
                                              debug(w_value)))


@jit.dont_look_inside
def wrong_list_operand(instruction, wanted, w_value):
    return TypeMismatch('%s requires %s, got: %s' % (instruction, wanted,
                                                     debug(w_value)))


@jit.dont_look_inside
def missing_field(name):
    return TypeMismatch('missing field `%s`' % name)


@jit.dont_look_inside
def bad_list_index(w_index):
    return TypeMismatch('GetListElemDyn idx: %s' % debug(w_index))


@jit.dont_look_inside
def mismatch(msg):
    return TypeMismatch(msg)


@jit.dont_look_inside
def mismatch_on(instruction, w_value):
    return TypeMismatch('%s on %s' % (instruction, debug(w_value)))


@jit.dont_look_inside
def no_arm(msg, w_value):
    """No arm of a match takes ``w_value``."""
    error = Panic(msg)
    error.w_value = w_value
    return error


@jit.dont_look_inside
def division_by_zero(operation, w_dividend):
    error = DivByZero(operation)
    error.w_value = w_dividend
    return error


@jit.dont_look_inside
def passes(error, code, pc):
    """``error`` leaves the activation that runs ``code`` at ``pc``."""
    error.passes(code, pc)


@jit.dont_look_inside
def call_stack_overflow(limit):
    return CallStackOverflow(limit)


@jit.dont_look_inside
def out_of_fuel(vm, code, pc):
    """The step limit was hit in ``code``: every step it allows has run."""
    vm.fuel = 0
    steps = vm.steps()
    error = Panic('step limit exceeded in `%s` (%d > %d)'
                  % (code.name, steps, vm.step_limit()))
    error.steps_settled = True
    error.passes(code, pc)
    return error
