"""A one-line rendering of canonical expressions, for readable tests."""

from interpreter.canonical import tree


def outline(expr):
    if isinstance(expr, tree.BoolLit):
        return 'true' if expr.value else 'false'
    if isinstance(expr, tree.UnitLit):
        return 'unit'
    if isinstance(expr, tree.Literal):
        return repr(expr.value)
    if isinstance(expr, tree.Var):
        return expr.name
    if isinstance(expr, tree.Call):
        return '%s[%s]' % (outline(expr.callee), _all(expr.args))
    if isinstance(expr, tree.Let):
        return 'let %s = %s in %s' % (expr.name, outline(expr.value),
                                      outline(expr.body))
    if isinstance(expr, tree.Match):
        arms = ['%s => %s' % (_pattern(arm.pattern), outline(arm.body))
                for arm in expr.arms]
        return 'match %s {%s}' % (outline(expr.scrutinee), ', '.join(arms))
    if isinstance(expr, tree.Block):
        return '{%s}' % '; '.join(
            [outline(part) for part in expr.statements + [expr.result]])
    if isinstance(expr, tree.Constructor):
        return '%s(%s)' % (expr.name, _all(expr.args))
    if isinstance(expr, tree.RecordLit):
        return '{%s}' % ', '.join(['%s: %s' % (field.name, outline(field.value))
                                   for field in expr.fields])
    if isinstance(expr, tree.TupleLit):
        return '(%s,)' % _all(expr.items)
    if isinstance(expr, tree.ListLit):
        return '[%s]' % _all(expr.items)
    if isinstance(expr, tree.FieldAccess):
        return '%s.%s' % (outline(expr.value), expr.field)
    if isinstance(expr, tree.Lambda):
        return 'fn (%s) => %s' % (', '.join([p.name for p in expr.params]),
                                  outline(expr.body))
    if isinstance(expr, tree.BinOp):
        return '(%s %s %s)' % (outline(expr.lhs), expr.op, outline(expr.rhs))
    if isinstance(expr, tree.UnaryOp):
        return '%s(%s)' % (expr.op, outline(expr.expr))
    return 'return %s' % outline(expr.value)


def _all(exprs):
    return ', '.join([outline(expr) for expr in exprs])


def _pattern(pattern):
    if isinstance(pattern, tree.PLiteral):
        return outline(pattern.literal)
    if isinstance(pattern, tree.PVar):
        return pattern.name
    if isinstance(pattern, tree.PWild):
        return '_'
    if isinstance(pattern, tree.PConstructor):
        return '%s(%s)' % (pattern.name,
                           ', '.join([_pattern(arg) for arg in pattern.args]))
    if isinstance(pattern, tree.PRecord):
        return '{%s}' % ', '.join([field.name + ': ' + _pattern(field.pattern)
                                   for field in pattern.fields])
    return '(%s)' % ', '.join([_pattern(item) for item in pattern.items])
