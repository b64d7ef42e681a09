"""std.test: assertions that give ``Ok(())`` or ``Err(text)``."""

from rpython.rlib import jit

from interpreter.objects.equality import equal
from interpreter.objects.json import to_json
from interpreter.objects.numbers import w_unit
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib.args import to_bool
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED


W_PASSED = ok(w_unit)


@pure('test', 'assert_eq', COUNTED)
@jit.dont_look_inside
def assert_eq(w_left, w_right):
    if equal(w_left, w_right):
        return W_PASSED
    return err_str('assert_eq: lhs %s != rhs %s' % (to_json(w_left),
                                                    to_json(w_right)))


@pure('test', 'assert_ne', COUNTED)
@jit.dont_look_inside
def assert_ne(w_left, w_right):
    if not equal(w_left, w_right):
        return W_PASSED
    return err_str('assert_ne: both sides are %s' % to_json(w_left))


@pure('test', 'assert_true', CONSTANT)
def assert_true(w_condition):
    if to_bool(w_condition):
        return W_PASSED
    return err_str('assert_true: was false')


@pure('test', 'assert_false', CONSTANT)
def assert_false(w_condition):
    if to_bool(w_condition):
        return err_str('assert_false: was true')
    return W_PASSED
