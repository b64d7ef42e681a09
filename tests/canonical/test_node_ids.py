"""Node ids within a function."""

from interpreter.canonical import tree
from interpreter.canonical.node_ids import assign


def int_type():
    return tree.NamedType('Int', [])


def function(body):
    return tree.FnDecl('b', [], [tree.Param('n', int_type())], [], None,
                       int_type(), body, [])


def test_documented_example():
    inner = tree.Call(tree.Var('a'), [
        tree.BinOp('+', tree.Var('n'), tree.IntLit(1))])
    outer = tree.Call(tree.Var('a'), [tree.Var('x')])
    body = tree.Let('x', None, inner, outer)
    assign([function(body)])
    assert body.node_id.text() == 'n_0.2'
    assert inner.node_id.text() == 'n_0.2.0'
    assert inner.callee.node_id.text() == 'n_0.2.0.0'
    assert inner.args[0].node_id.text() == 'n_0.2.0.1'
    assert inner.args[0].rhs.node_id.text() == 'n_0.2.0.1.1'
    assert outer.node_id.text() == 'n_0.2.1'
    assert outer.args[0].node_id.text() == 'n_0.2.1.1'


def test_patterns_take_the_odd_children_of_a_match():
    body = tree.Match(tree.Var('n'), [
        tree.Arm(tree.PWild(), tree.Var('a')),
        tree.Arm(tree.PWild(), tree.Var('b'))])
    assign([function(body)])
    assert body.scrutinee.node_id.text() == 'n_0.2.0'
    assert body.arms[0].body.node_id.text() == 'n_0.2.2'
    assert body.arms[1].body.node_id.text() == 'n_0.2.4'


def test_deep_lets():
    body = tree.Var('n')
    for _ in range(20000):
        body = tree.Let('x', None, tree.IntLit(1), body)
    assign([function(body)])
    assert body.body.body.node_id.text() == 'n_0.2.1.1'
