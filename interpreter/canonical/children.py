"""The sub-expressions of a canonical expression.

Walks over whole trees keep their own stack of nodes: a block of 5000 lets is
5000 nodes deep.
"""

from interpreter.canonical import tree


def children(expr):
    """The direct sub-expressions of ``expr``, in the order of their node ids.

    The bodies of a Match follow its scrutinee; patterns are not included.
    """
    if isinstance(expr, tree.Call):
        return [expr.callee] + expr.args
    if isinstance(expr, tree.Let):
        return [expr.value, expr.body]
    if isinstance(expr, tree.Match):
        result = [expr.scrutinee]
        for arm in expr.arms:
            result.append(arm.body)
        return result
    if isinstance(expr, tree.Block):
        return expr.statements + [expr.result]
    if isinstance(expr, tree.Constructor):
        return expr.args
    if isinstance(expr, tree.RecordLit):
        return [field.value for field in expr.fields]
    if isinstance(expr, tree.TupleLit):
        return expr.items
    if isinstance(expr, tree.ListLit):
        return expr.items
    if isinstance(expr, tree.FieldAccess):
        return [expr.value]
    if isinstance(expr, tree.Lambda):
        return [expr.body]
    if isinstance(expr, tree.BinOp):
        return [expr.lhs, expr.rhs]
    if isinstance(expr, tree.UnaryOp):
        return [expr.expr]
    if isinstance(expr, tree.Return):
        return [expr.value]
    return []


def replace_child(expr, i, child):
    """Put ``child`` in the place of ``children(expr)[i]``."""
    assert i >= 0
    if isinstance(expr, tree.Call):
        if i == 0:
            expr.callee = child
        else:
            expr.args[i - 1] = child
    elif isinstance(expr, tree.Let):
        if i == 0:
            expr.value = child
        else:
            expr.body = child
    elif isinstance(expr, tree.Match):
        if i == 0:
            expr.scrutinee = child
        else:
            expr.arms[i - 1].body = child
    elif isinstance(expr, tree.Block):
        if i < len(expr.statements):
            expr.statements[i] = child
        else:
            expr.result = child
    elif isinstance(expr, tree.Constructor):
        expr.args[i] = child
    elif isinstance(expr, tree.RecordLit):
        expr.fields[i].value = child
    elif isinstance(expr, tree.TupleLit):
        expr.items[i] = child
    elif isinstance(expr, tree.ListLit):
        expr.items[i] = child
    elif isinstance(expr, tree.FieldAccess):
        expr.value = child
    elif isinstance(expr, tree.Lambda):
        expr.body = child
    elif isinstance(expr, tree.BinOp):
        if i == 0:
            expr.lhs = child
        else:
            expr.rhs = child
    elif isinstance(expr, tree.UnaryOp):
        expr.expr = child
    else:
        assert isinstance(expr, tree.Return)
        expr.value = child


def preorder(root):
    """All expressions below and including ``root``, parents first."""
    result = []
    pending = [root]
    while len(pending) > 0:
        expr = pending.pop()
        result.append(expr)
        below = children(expr)
        i = len(below) - 1
        while i >= 0:
            pending.append(below[i])
            i -= 1
    return result
