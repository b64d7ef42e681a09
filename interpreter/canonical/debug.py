"""Canonical expressions in the structural form that refinement errors embed."""

from interpreter.canonical import tree
from interpreter.objects.floatfmt import debug_float
from interpreter.objects.quote import debug_quoted


def debug(expr):
    """-> the text of ``expr``, e.g. ``Var { name: "x" }``."""
    if isinstance(expr, tree.Var):
        return 'Var { name: %s }' % debug_quoted(expr.name)
    if isinstance(expr, tree.Literal):
        return 'Literal { value: %s }' % _literal(expr)
    if isinstance(expr, tree.Call):
        return 'Call { callee: %s, args: %s }' % (debug(expr.callee),
                                                  _all(expr.args))
    if isinstance(expr, tree.FieldAccess):
        return 'FieldAccess { value: %s, field: %s }' % (
            debug(expr.value), debug_quoted(expr.field))
    if isinstance(expr, tree.BinOp):
        return 'BinOp { op: %s, lhs: %s, rhs: %s }' % (
            debug_quoted(expr.op), debug(expr.lhs), debug(expr.rhs))
    if isinstance(expr, tree.UnaryOp):
        return 'UnaryOp { op: %s, expr: %s }' % (debug_quoted(expr.op),
                                                 debug(expr.expr))
    if isinstance(expr, tree.Constructor):
        return 'Constructor { name: %s, args: %s }' % (
            debug_quoted(expr.name), _all(expr.args))
    if isinstance(expr, tree.TupleLit):
        return 'TupleLit { items: %s }' % _all(expr.items)
    if isinstance(expr, tree.ListLit):
        return 'ListLit { items: %s }' % _all(expr.items)
    if isinstance(expr, tree.RecordLit):
        fields = []
        for field in expr.fields:
            fields.append('RecordField { name: %s, value: %s }' % (
                debug_quoted(field.name), debug(field.value)))
        return 'RecordLit { fields: [%s] }' % ', '.join(fields)
    return _statement_like(expr)


def _all(exprs):
    parts = []
    for expr in exprs:
        parts.append(debug(expr))
    return '[' + ', '.join(parts) + ']'


def _literal(expr):
    if isinstance(expr, tree.IntLit):
        return 'Int { value: %d }' % expr.value
    if isinstance(expr, tree.FloatLit):
        return 'Float { value: "%s" }' % debug_float(expr.value)
    if isinstance(expr, tree.StrLit):
        return 'Str { value: %s }' % debug_quoted(expr.value)
    if isinstance(expr, tree.BytesLit):
        return 'Bytes { value: %s }' % debug_quoted(expr.value)
    if isinstance(expr, tree.BoolLit):
        if expr.value:
            return 'Bool { value: true }'
        return 'Bool { value: false }'
    return 'Unit'


def _statement_like(expr):
    if isinstance(expr, tree.Match):
        return 'Match { scrutinee: %s, .. }' % debug(expr.scrutinee)
    if isinstance(expr, tree.Let):
        return 'Let { name: %s, value: %s, body: %s, .. }' % (
            debug_quoted(expr.name), debug(expr.value), debug(expr.body))
    if isinstance(expr, tree.Block):
        return 'Block { statements: %s, result: %s }' % (
            _all(expr.statements), debug(expr.result))
    if isinstance(expr, tree.Return):
        return 'Return { value: %s }' % debug(expr.value)
    return 'Lambda { .. }'
