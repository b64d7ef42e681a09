"""Folding of matches whose scrutinee is a literal.

Such a match is replaced by the body of the arm that certainly wins, so dead
branches are never checked or compiled.  Only function bodies are folded;
examples and refinement predicates are left as they are.
"""

from rpython.rlib.longlong2float import float2longlong

from interpreter.canonical import tree
from interpreter.canonical.children import children, preorder, replace_child


def fold(stages):
    """Fold the body of every function in ``stages``, in place."""
    for stage in stages:
        if isinstance(stage, tree.FnDecl):
            stage.body = fold_expr(stage.body)


def fold_expr(root):
    """Fold ``root``, bottom-up and in place; the new root is returned."""
    nodes = preorder(root)
    i = len(nodes) - 1
    while i >= 0:
        _fold_children(nodes[i])
        i -= 1
    return _survivor(root)


def _fold_children(expr):
    below = children(expr)
    for i in range(len(below)):
        survivor = _survivor(below[i])
        if survivor is not below[i]:
            replace_child(expr, i, survivor)


def _survivor(expr):
    """What remains of ``expr``, the parts of which are folded already."""
    if not isinstance(expr, tree.Match):
        return expr
    scrutinee = expr.scrutinee
    if not isinstance(scrutinee, tree.Literal):
        return expr
    for arm in expr.arms:
        pattern = arm.pattern
        if isinstance(pattern, tree.PWild):
            return arm.body
        if isinstance(pattern, tree.PLiteral):
            if literals_equal(pattern.literal, scrutinee):
                return arm.body
        elif _matches_unfolded(pattern, scrutinee):
            return expr
    return expr


def _matches_unfolded(pattern, literal):
    """The arm wins but is not folded: a binder needs its value at run time,
    and ``()`` is a tuple pattern that only the checker takes for unit."""
    if isinstance(pattern, tree.PVar):
        return True
    if isinstance(pattern, tree.PTuple):
        return len(pattern.items) == 0 and isinstance(literal, tree.UnitLit)
    return False


def literals_equal(a, b):
    """Same kind and same value; floats are compared by their bits."""
    if isinstance(a, tree.IntLit):
        return isinstance(b, tree.IntLit) and a.value == b.value
    if isinstance(a, tree.FloatLit):
        return (isinstance(b, tree.FloatLit) and
                float2longlong(a.value) == float2longlong(b.value))
    if isinstance(a, tree.StrLit):
        return isinstance(b, tree.StrLit) and a.value == b.value
    if isinstance(a, tree.BytesLit):
        return isinstance(b, tree.BytesLit) and a.value == b.value
    if isinstance(a, tree.BoolLit):
        return isinstance(b, tree.BoolLit) and a.value == b.value
    return isinstance(a, tree.UnitLit) and isinstance(b, tree.UnitLit)
