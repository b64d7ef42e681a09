"""Kernels: which functions have one, and that they do what the machine does."""

import pytest
from hypothesis import given, settings, strategies as st

from interpreter.cli.hooks import KernelHook
from interpreter.machine.hook import StepCounter
from interpreter.machine.kernel import compile_kernel
from interpreter.objects.numbers import newfloat, newint
from tests.machine.support import fresh_session_of, outcome

SOURCE = '''
import "std.int" as int
fn sum_to(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => sum_to(n - 1, acc + n) } }
fn poly(a :: Int, b :: Int) -> Int {
  if a > b { a * a + b } else { if a == b and b >= 0 { 7 } else { a - b % 3 } }
}
fn quot(a :: Int, b :: Int) -> Int {
  let q := a / b
  let r := a % b
  r - q
}
fn less(a :: Int, b :: Int) -> Bool { not (a >= b) or a != 3 }
fn arms(a :: Int, b :: Int) -> Int { match a % 3 { 0 => b, 1 => -b } }
fn gcd(a :: Int, b :: Int) -> Int { if b == 0 { a } else { gcd(b, a % b) } }
fn const(a :: Int, b :: Int) -> Int { 9223372036854775807 }
fn swap(a :: Int, b :: Int) -> Int { if a > 50 { b } else { swap(b + 1, a + 60) } }

fn calls(a :: Int, b :: Int) -> Int { poly(a, b) + 1 }
fn leaves(a :: Int, b :: Int) -> Int { poly(a, b) }
fn floats(a :: Int, b :: Int) -> Float { 1.5 }
fn lists(a :: Int, b :: Int) -> List[Int] { [a, b] }
fn operations(a :: Int, b :: Int) -> Int { int.max(a, b) }
fn closures(a :: Int, b :: Int) -> Int {
  let f := fn (x :: Int) -> Int { x }
  f(a)
}
fn strings(a :: Int, b :: Int) -> Bool { "a" == "b" }
fn bools(a :: Bool, b :: Int) -> Int { if a { b } else { 0 } }
fn effects(a :: Int, b :: Int) -> [io] Int { a }
'''

SUITABLE = ['sum_to', 'poly', 'quot', 'less', 'arms', 'gcd', 'const', 'swap']

INTS = st.one_of(st.integers(-5, 80), st.sampled_from(
    [0, 1, -1, 2 ** 63 - 1, -2 ** 63, 2 ** 62, -2 ** 62]))


def test_which_functions_have_a_kernel():
    session = fresh_session_of(SOURCE)
    hook = KernelHook(session)
    names = [code.name for code in session.program.functions
             if hook.accepts_function(code)]
    assert names == SUITABLE + ['__lambda_17']


def seen(name, a, b, limit, hooked):
    session = fresh_session_of(SOURCE, limit)
    hook = KernelHook(session)
    if hooked:
        session.install_hook(hook)
    return outcome(session, name, [a, b]), session.steps(), hook.answered


@settings(max_examples=60)
@given(st.sampled_from(SUITABLE), INTS, INTS)
def test_value_error_and_steps_of_the_machine(name, a, b):
    limit = 3000
    plain, steps, _ = seen(name, a, b, limit, False)
    assert seen(name, a, b, limit, True)[:2] == (plain, steps)


@pytest.mark.parametrize('name, a, b', [
    ('sum_to', 9, 0), ('poly', 2, 2), ('quot', 7, 0), ('quot', 7, 2), ('arms', 2, 1),
    ('gcd', 12, 18)])
def test_every_limit(name, a, b):
    _, needed, _ = seen(name, a, b, 1000, False)
    for limit in range(1, needed + 2):
        plain, steps, _ = seen(name, a, b, limit, False)
        assert seen(name, a, b, limit, True)[:2] == (plain, steps)


def test_suitable_calls_are_answered():
    assert seen('sum_to', 9, 0, 1000, True)[2] == 1
    assert seen('calls', 9, 0, 1000, True)[2] == 1


def test_arguments_of_other_types_are_declined():
    session = fresh_session_of(SOURCE)
    kernel = compile_kernel(session.program.find('poly'))
    steps = StepCounter(session.vm)
    assert kernel.call([newint(1), newfloat(1.0)], steps) is None
    assert steps.used() == 0
    assert kernel.call([newint(1), newint(1)], steps).intval == 7
    assert steps.used() > 0


def test_long_calls_are_left_to_the_machine():
    session = fresh_session_of(SOURCE, 0)
    kernel = compile_kernel(session.program.find('sum_to'))
    steps = StepCounter(session.vm)
    assert kernel.call([newint(-1), newint(0)], steps) is None
    assert steps.used() == 0
