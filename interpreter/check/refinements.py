"""Static discharge of refinements: predicates over literal arguments.

A predicate is evaluated with the binding standing for a literal.  Whatever
the little predicate language does not cover is left to the run-time check.
"""

import math

from rpython.rlib import rfloat

from interpreter.canonical import tree
from interpreter.check import errors
from interpreter.objects import arith, floatfmt
from interpreter.objects.quote import debug_quoted

MAX_DEPTH = 500


class Undecidable(Exception):
    """The predicate cannot be evaluated at check time."""


def discharge(decl, args):
    """Check the literal arguments of a call of ``decl``.

    Raises LexTypeError (refinement_violation) for one that is refuted.
    """
    params = decl.params
    for i in range(min(len(params), len(args))):
        refined = params[i].type
        if not isinstance(refined, tree.RefinedType):
            continue
        value = literal_value(args[i])
        if value is None:
            continue
        if is_refuted(refined.predicate, refined.binding, value):
            reason = 'predicate failed for %s = %s' % (refined.binding, show(value))
            raise errors.refinement_violation(decl.name, i, refined.binding, reason)


def literal_value(expr):
    """The tree.Literal an argument amounts to, or None."""
    if isinstance(expr, tree.Literal):
        if isinstance(expr, tree.BytesLit) or isinstance(expr, tree.UnitLit):
            return tree.BoolLit(False)
        return expr
    if isinstance(expr, tree.UnaryOp) and expr.op == '-':
        operand = expr.expr
        if isinstance(operand, tree.IntLit):
            return tree.IntLit(arith.neg(operand.value))
        if isinstance(operand, tree.FloatLit):
            return tree.FloatLit(-operand.value)
    return None


def is_refuted(predicate, binding, value):
    try:
        result = evaluate(predicate, binding, value, 0)
    except Undecidable:
        return False
    return isinstance(result, tree.BoolLit) and not result.value


def evaluate(expr, binding, value, depth):
    """The tree.Literal that ``expr`` evaluates to; raises Undecidable."""
    if depth > MAX_DEPTH:
        raise Undecidable
    if isinstance(expr, tree.Literal):
        return literal_value(expr)
    if isinstance(expr, tree.Var) and expr.name == binding:
        return value
    if isinstance(expr, tree.UnaryOp):
        operand = evaluate(expr.expr, binding, value, depth + 1)
        if expr.op == 'not':
            return tree.BoolLit(not truth(operand))
        if isinstance(operand, tree.IntLit):
            return tree.IntLit(arith.neg(operand.value))
        if isinstance(operand, tree.FloatLit):
            return tree.FloatLit(-operand.value)
    if isinstance(expr, tree.BinOp):
        left = evaluate(expr.lhs, binding, value, depth + 1)
        if expr.op == 'and':
            if not truth(left):
                return left
            return boolean(evaluate(expr.rhs, binding, value, depth + 1))
        if expr.op == 'or':
            if truth(left):
                return left
            return boolean(evaluate(expr.rhs, binding, value, depth + 1))
        right = evaluate(expr.rhs, binding, value, depth + 1)
        return operation(expr.op, left, right)
    raise Undecidable


def truth(value):
    if isinstance(value, tree.BoolLit):
        return value.value
    raise Undecidable


def boolean(value):
    truth(value)
    return value


def operation(op, left, right):
    if op == '==':
        return tree.BoolLit(same(left, right))
    if op == '!=':
        return tree.BoolLit(not same(left, right))
    if isinstance(left, tree.IntLit) and isinstance(right, tree.IntLit):
        return int_operation(op, left.value, right.value)
    if isinstance(left, tree.FloatLit) and isinstance(right, tree.FloatLit):
        return float_operation(op, left.value, right.value)
    raise Undecidable


def same(left, right):
    if isinstance(left, tree.IntLit) and isinstance(right, tree.IntLit):
        return left.value == right.value
    if isinstance(left, tree.FloatLit) and isinstance(right, tree.FloatLit):
        return left.value == right.value
    if isinstance(left, tree.StrLit) and isinstance(right, tree.StrLit):
        return left.value == right.value
    if isinstance(left, tree.BoolLit) and isinstance(right, tree.BoolLit):
        return left.value == right.value
    return False


def int_operation(op, a, b):
    if op == '+':
        return tree.IntLit(arith.add(a, b))
    if op == '-':
        return tree.IntLit(arith.sub(a, b))
    if op == '*':
        return tree.IntLit(arith.mul(a, b))
    if op == '/' and b != 0:
        return tree.IntLit(arith.div(a, b))
    if op == '%' and b != 0:
        return tree.IntLit(arith.mod(a, b))
    if op == '<':
        return tree.BoolLit(a < b)
    if op == '<=':
        return tree.BoolLit(a <= b)
    if op == '>':
        return tree.BoolLit(a > b)
    if op == '>=':
        return tree.BoolLit(a >= b)
    raise Undecidable


def float_operation(op, a, b):
    if op == '+':
        return tree.FloatLit(a + b)
    if op == '-':
        return tree.FloatLit(a - b)
    if op == '*':
        return tree.FloatLit(a * b)
    if op == '/':
        return tree.FloatLit(quotient(a, b))
    if op == '<':
        return tree.BoolLit(a < b)
    if op == '<=':
        return tree.BoolLit(a <= b)
    if op == '>':
        return tree.BoolLit(a > b)
    if op == '>=':
        return tree.BoolLit(a >= b)
    raise Undecidable


def quotient(a, b):
    """IEEE division, also by zero."""
    if b != 0.0:
        return a / b
    if a == 0.0 or math.isnan(a):
        return rfloat.NAN
    return math.copysign(rfloat.INFINITY, a) * math.copysign(1.0, b)


def show(value):
    """A value as the reason of an error shows it."""
    if isinstance(value, tree.IntLit):
        return str(value.value)
    if isinstance(value, tree.FloatLit):
        return floatfmt.display_float(value.value)
    if isinstance(value, tree.StrLit):
        return debug_quoted(value.value)
    if isinstance(value, tree.BoolLit) and value.value:
        return 'true'
    return 'false'
