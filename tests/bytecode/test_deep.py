"""Long programs compile: chains are walked, not recursed into."""

import sys

import pytest

from tests.bytecode.support import function_of, ops_of
from tests.machine.support import run

LENGTH = 1020


@pytest.fixture(autouse=True)
def little_recursion():
    """Less than a Python frame per link of a chain."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    yield
    sys.setrecursionlimit(before)


def chain(joined):
    return 'fn f(x :: Int) -> Int { %s }' % joined


def test_let_chain():
    lines = ['fn f(x :: Int) -> Int {', '  let a0 := x']
    for i in range(1, LENGTH):
        lines.append('  let a%d := a%d + 1' % (i, i - 1))
    lines.append('  a%d' % (LENGTH - 1))
    lines.append('}')
    function = function_of('\n'.join(lines))
    assert ops_of(function).count('LoadLocalAddIntConstStoreLocal') == LENGTH - 1
    assert function.nlocals == LENGTH + 1


def test_statement_chain():
    body = '\n'.join(['x * 2'] * LENGTH)
    assert ops_of(function_of(chain('\n' + body + '\n'))).count('Pop') == LENGTH - 1


@pytest.mark.parametrize('operator', ['+', 'and'])
def test_operator_chain(operator):
    names = ops_of(function_of(chain((' %s ' % operator).join(['x'] * LENGTH))))
    assert names.count('LoadLocal') >= LENGTH - 2


def test_pipe_chain():
    source = 'fn g(n :: Int) -> Int { n }\n' + chain('x' + ' |> g' * LENGTH)
    names = ops_of(function_of(source))
    assert names.count('Call') == LENGTH - 1


def test_field_chain():
    names = ops_of(function_of(chain('x' + '.a' * LENGTH)))
    assert names.count('GetField') == LENGTH - 1


def test_long_list():
    names = ops_of(function_of(chain('[%s]' % ', '.join(['x'] * LENGTH))))
    assert names.count('LoadLocal') == LENGTH


def test_long_chain_in_a_lambda():
    source = chain('(fn () -> Int { %s })()' % ' + '.join(['x'] * LENGTH))
    assert run(source, 'f', 2) == 2 * LENGTH


def test_many_arms():
    arms = ', '.join(['%d => %d' % (i, i * 2) for i in range(300)])
    assert run(chain('match x { %s, _ => 0 - 1 }' % arms), 'f', 299) == 598
