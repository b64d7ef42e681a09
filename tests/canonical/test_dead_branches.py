"""Which matches on a literal are folded, and to what."""

from interpreter.canonical import tree
from interpreter.canonical.dead_branches import fold_expr
from tests.canonical.outline import outline


def num(value):
    return tree.IntLit(value)


def match(scrutinee, *arms):
    return tree.Match(scrutinee, [tree.Arm(pattern, body)
                                  for pattern, body in arms])


def literal(value):
    return tree.PLiteral(value)


def folded(expr):
    return outline(fold_expr(expr))


def test_equal_literal_or_wildcard_wins():
    arms = [(literal(num(1)), num(10)), (tree.PWild(), num(20))]
    assert folded(match(num(1), *arms)) == '10'
    assert folded(match(num(2), *arms)) == '20'


def test_arms_of_another_kind_are_skipped():
    assert folded(match(num(1), (literal(tree.StrLit('one')), num(1)),
                        (tree.PConstructor('A', []), num(3)),
                        (tree.PWild(), num(2)))) == '2'


def test_an_earlier_binder_keeps_the_match():
    expr = match(num(1), (tree.PVar('n'), num(10)), (literal(num(1)), num(20)))
    assert folded(expr) == 'match 1 {n => 10, 1 => 20}'


def test_a_unit_pattern_keeps_the_match():
    expr = match(tree.UnitLit(), (tree.PTuple([]), num(7)),
                 (tree.PWild(), num(8)))
    assert folded(expr) == 'match unit {() => 7, _ => 8}'


def test_without_a_matching_arm_the_match_stays():
    assert folded(match(num(3), (literal(num(1)), num(2)))) == \
        'match 3 {1 => 2}'


def test_computed_scrutinees_stay():
    negative = tree.UnaryOp('-', num(1))
    assert folded(match(negative, (tree.PWild(), num(2)))) == \
        'match -(1) {_ => 2}'


def test_zeros_of_different_sign_differ():
    assert folded(match(tree.FloatLit(0.0),
                        (literal(tree.FloatLit(-0.0)), num(1)),
                        (literal(tree.FloatLit(0.0)), num(2)))) == '2'


def test_folding_is_bottom_up():
    inner = match(tree.BoolLit(True), (literal(tree.BoolLit(True)), num(1)),
                  (literal(tree.BoolLit(False)), num(2)))
    outer = match(inner, (literal(num(1)), tree.ListLit([inner])))
    assert folded(outer) == '[1]'


def test_folding_reaches_every_kind_of_child():
    def dead(n):
        return match(tree.BoolLit(True), (tree.PWild(), num(n)))

    expr = tree.Let('x', None, dead(1), tree.Block(
        [dead(2)], tree.Call(dead(3), [
            dead(4), tree.Constructor('C', [dead(5)]),
            tree.RecordLit([tree.RecordField('f', dead(6))]),
            tree.TupleLit([dead(7)]), tree.FieldAccess(dead(8), 'g'),
            tree.Lambda([], tree.TupleType([]), [], None, dead(9)),
            tree.BinOp('+', dead(10), dead(11)),
            tree.UnaryOp('not', dead(12)), tree.Return(dead(13)),
            match(tree.Var('v'), (tree.PWild(), dead(14)))])))
    assert folded(expr) == (
        'let x = 1 in {2; 3[4, C(5), {f: 6}, (7,), 8.g, fn () => 9, '
        '(10 + 11), not(12), return 13, match v {_ => 14}]}')


def test_deep_lets():
    expr = match(num(1), (tree.PWild(), num(2)))
    for _ in range(20000):
        expr = tree.Let('x', None, num(1), expr)
    expr = fold_expr(expr)
    while isinstance(expr, tree.Let):
        expr = expr.body
    assert outline(expr) == '2'
