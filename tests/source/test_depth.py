"""Nesting has limits with messages; flat chains have none."""

import pytest

from interpreter.source import parser, tree
from interpreter.source.errors import LexSourceError
from interpreter.source.mangling import Mangler

DEPTH_ERROR = ('expression nests too deeply (max 96); '
               'malformed or hand-crafted input?')


@pytest.fixture(autouse=True)
def deep_python_stack(monkeypatch):
    import sys
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(20000)
    yield
    sys.setrecursionlimit(limit)


def body(text):
    return parser.parse('fn f() -> Int { ' + text + ' }').items[0].body.result


def error(text):
    with pytest.raises(LexSourceError) as info:
        parser.parse(text)
    return info.value.message


LEVELS = [('[', ']'), ('(', ')'), ('g(', ')'), ('{ a: ', '}'),
          ('if c { ', '} else { 1 }'), ('fn () -> Int { ', ' }'), ('{ ', ' }')]


@pytest.mark.parametrize('opening, closing', LEVELS)
def test_95_levels_of_expressions(opening, closing):
    body(opening * 95 + '1' + closing * 95)
    text = 'fn f() -> Int { ' + opening * 96 + '1' + closing * 96 + ' }'
    offset = len('fn f() -> Int { ' + opening * 96)
    if opening.startswith('if'):
        offset -= len('c { ')       # the condition is the 97th level
    assert error(text) == 'parse error at byte %d: %s' % (offset, DEPTH_ERROR)


def test_holes_have_their_own_expression_depth():
    hole = 'f"{' + '(' * 95 + 'x' + ')' * 95 + '}"'
    body('[' * 90 + hole + ']' * 90)
    assert DEPTH_ERROR in error(
        'fn f() -> Str { f"{' + '(' * 96 + 'x' + ')' * 96 + '}" }')


@pytest.mark.parametrize('opening, closing', [
    ('L[', ']'), ('(', ')'), ('{ a :: ', '}'), ('() -> ', '')])
def test_types(opening, closing):
    parser.parse('type T = ' + opening * 511 + 'Int' + closing * 511)
    assert error('type T = ' + opening * 10000 + 'Int').endswith(
        'type nests too deeply (max 512)')


@pytest.mark.parametrize('opening, closing', [
    ('A(', ')'), ('(', ')'), ('{ a: ', '}')])
def test_patterns(opening, closing):
    body('match x { ' + opening * 511 + 'y' + closing * 511 + ' => 1 }')
    assert error('fn f() -> Int { match x { ' + opening * 10000).endswith(
        'pattern nests too deeply (max 512)')


def test_prefix_operators():
    body('- not ' * 256 + 'x')
    assert error('fn f() -> Int { ' + '-' * 100000 + '1 }') == (
        'parse error at byte 528: '
        'prefix operators nest too deeply (max 512)')


@pytest.mark.parametrize('link', [' + 1', ' |> f', '(1)', '.a', '?', ' and x'])
def test_chains_have_no_limit(link):
    expr = body('x' + link * 5000)
    Mangler('p', {'x': None}, {}).expr(expr)
    depth = 0
    while not isinstance(expr, tree.Var):
        depth += 1
        if isinstance(expr, tree.BinOp):
            expr = expr.lhs
        elif isinstance(expr, tree.Pipe):
            expr = expr.left
        elif isinstance(expr, tree.Call):
            expr = expr.callee
        elif isinstance(expr, tree.Field):
            expr = expr.value
        else:
            expr = expr.expr
    assert depth == 5000
    assert expr.name == 'p.x'


def test_long_interpolation():
    expr = body('f"' + '{x}' * 5000 + '"')
    Mangler('p', {'x': None}, {}).expr(expr)
    for _ in range(4999):
        assert expr.args[1].name == 'p.x'
        expr = expr.args[0]
    assert expr.name == 'p.x'


def test_dump_of_a_long_chain():
    message = error('fn f() -> Int examples { 1' + ' + 1' * 5000 + ' => 1 }')
    assert message.count('BinOp') == 5000
