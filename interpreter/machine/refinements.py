"""Run-time checks of refined parameters.

A predicate is turned into a tree of small nodes once; the tree hangs off the
function, so a trace unrolls it to the bare comparisons.  Evaluation costs no
steps and, unlike the language's operators, ``and`` and ``or`` short-circuit.
See docs/contract.rst, "Refinements".
"""

from rpython.rlib import jit

from interpreter.canonical import tree
from interpreter.canonical.debug import debug as debug_tree
from interpreter.machine import numeric
from interpreter.objects import arith
from interpreter.objects.display import debug
from interpreter.objects.equality import equal
from interpreter.objects.errors import RefinementFailed
from interpreter.objects.numbers import (
    W_Bool, W_Float, W_Int, newbool, newfloat, newint, w_unit)
from interpreter.objects.pace import pace
from interpreter.objects.text import newstr


# Longer chains are evaluated by a call.
MOST_LINKS_IN_TRACE = 16
# The steps of the callee stand for the evaluation of a small predicate.
MOST_UNCOUNTED = 64
WORK_OF_A_NODE = 8


class PredicateError(Exception):
    def __init__(self, reason):
        self.reason = reason


class Predicate(object):
    """A node of a predicate; ``evaluate`` maps the argument to a value and
    raises PredicateError."""

    def evaluate(self, w_argument):
        raise NotImplementedError


class Constant(Predicate):
    _immutable_fields_ = ['w_value']

    def __init__(self, w_value):
        self.w_value = w_value

    def evaluate(self, w_argument):
        return self.w_value


class Argument(Predicate):
    def evaluate(self, w_argument):
        return w_argument


class Failure(Predicate):
    _immutable_fields_ = ['reason']

    def __init__(self, reason):
        self.reason = reason

    def evaluate(self, w_argument):
        raise PredicateError(self.reason)


class Unary(Predicate):
    _immutable_fields_ = ['op', 'operand']

    def __init__(self, op, operand):
        self.op = op
        self.operand = operand

    def evaluate(self, w_argument):
        w_value = self.operand.evaluate(w_argument)
        if self.op == 'not':
            if isinstance(w_value, W_Bool):
                return newbool(not w_value.boolval)
        elif isinstance(w_value, W_Int):
            return newint(arith.neg(w_value.intval))
        elif isinstance(w_value, W_Float):
            return newfloat(-w_value.floatval)
        raise self.unsupported(w_value)

    @jit.dont_look_inside
    def unsupported(self, w_value):
        return PredicateError('unsupported unary `%s` on %s'
                              % (self.op, debug(w_value)))


class Link(object):
    """An operator and its right operand in a Chain; ``apply`` maps the value
    of all before it, and the argument, to a value.  Raises PredicateError."""

    def apply(self, w_left, w_argument):
        raise NotImplementedError


class Chain(Predicate):
    """``first op right op right ...``, grouped to the left: of any length, so
    not a tree as deep as the chain is long."""
    _immutable_fields_ = ['first', 'links[*]']

    def __init__(self, first, links):
        self.first = first
        self.links = links

    @jit.look_inside_iff(lambda self, w_argument: len(self.links) <= MOST_LINKS_IN_TRACE)
    @jit.unroll_safe
    def evaluate(self, w_argument):
        w_value = self.first.evaluate(w_argument)
        for i in range(len(self.links)):
            w_value = self.links[i].apply(w_value, w_argument)
        return w_value


class Logical(Link):
    _immutable_fields_ = ['is_and', 'right']

    def __init__(self, is_and, right):
        self.is_and = is_and
        self.right = right

    def apply(self, w_left, w_argument):
        if not isinstance(w_left, W_Bool):
            raise self.not_a_bool(w_left)
        if w_left.boolval != self.is_and:
            return w_left
        w_right = self.right.evaluate(w_argument)
        if not isinstance(w_right, W_Bool):
            raise self.not_a_bool(w_right)
        return w_right

    @jit.dont_look_inside
    def not_a_bool(self, w_value):
        op = 'or'
        if self.is_and:
            op = 'and'
        return PredicateError('`%s` on non-bool: %s' % (op, debug(w_value)))


class Binary(Link):
    _immutable_fields_ = ['op', 'right']

    def __init__(self, op, right):
        self.op = op
        self.right = right

    def apply(self, w_left, w_argument):
        w_right = self.right.evaluate(w_argument)
        op = self.op
        if op == '==':
            return newbool(equal(w_left, w_right))
        if op == '!=':
            return newbool(not equal(w_left, w_right))
        if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
            return self.ints(w_left, w_right)
        if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
            return self.floats(w_left, w_right)
        raise self.unsupported(w_left, w_right)

    def ints(self, w_left, w_right):
        op = self.op
        a = w_left.intval
        b = w_right.intval
        if op == '<':
            return newbool(a < b)
        if op == '<=':
            return newbool(a <= b)
        if op == '>':
            return newbool(a > b)
        if op == '>=':
            return newbool(a >= b)
        if op == '+':
            return newint(arith.add(a, b))
        if op == '-':
            return newint(arith.sub(a, b))
        if op == '*':
            return newint(arith.mul(a, b))
        if op == '/' and b != 0:
            return newint(arith.div(a, b))
        if op == '%' and b != 0:
            return newint(arith.mod(a, b))
        raise self.unsupported(w_left, w_right)

    def floats(self, w_left, w_right):
        op = self.op
        a = w_left.floatval
        b = w_right.floatval
        if op == '<':
            return newbool(a < b)
        if op == '<=':
            return newbool(a <= b)
        if op == '>':
            return newbool(a > b)
        if op == '>=':
            return newbool(a >= b)
        if op == '+':
            return newfloat(a + b)
        if op == '-':
            return newfloat(a - b)
        if op == '*':
            return newfloat(a * b)
        if op == '/':
            return newfloat(numeric.float_div(a, b))
        raise self.unsupported(w_left, w_right)

    @jit.dont_look_inside
    def unsupported(self, w_left, w_right):
        return _unsupported_operator(self.op, w_left, w_right)


def _unsupported_operator(op, w_left, w_right):
    return PredicateError('unsupported binop `%s` on %s and %s'
                          % (op, debug(w_left), debug(w_right)))


def prepare(expr, binding):
    """canonical Expr -> Predicate over the argument named ``binding``."""
    if isinstance(expr, tree.BinOp):
        return _prepare_chain(expr, binding)
    if isinstance(expr, tree.UnaryOp):
        return Unary(expr.op, prepare(expr.expr, binding))
    if isinstance(expr, tree.Var):
        if expr.name == binding:
            return Argument()
        return Failure(
            'predicate references free var `%s`; runtime check only resolves '
            'the binding (slice 4 will plumb call-site context)' % expr.name)
    if isinstance(expr, tree.IntLit):
        return Constant(newint(expr.value))
    if isinstance(expr, tree.FloatLit):
        return Constant(newfloat(expr.value))
    if isinstance(expr, tree.StrLit):
        return Constant(newstr(expr.value))
    if isinstance(expr, tree.BoolLit):
        return Constant(newbool(expr.value))
    if isinstance(expr, tree.UnitLit):
        return Constant(w_unit)
    return Failure('unsupported predicate node: %s' % debug_tree(expr))


def _prepare_chain(expr, binding):
    links = []
    while isinstance(expr, tree.BinOp):
        right = prepare(expr.rhs, binding)
        if expr.op == 'and' or expr.op == 'or':
            links.append(Logical(expr.op == 'and', right))
        else:
            links.append(Binary(expr.op, right))
        expr = expr.lhs
    links.reverse()
    return Chain(prepare(expr, binding), links[:])


def _size(expr):
    """The number of nodes that evaluating a predicate visits at most."""
    count = 1
    while isinstance(expr, tree.BinOp):
        count += 1 + _size(expr.rhs)
        expr = expr.lhs
    if isinstance(expr, tree.UnaryOp):
        count += _size(expr.expr)
    return count


class Check(object):
    """The refinement of parameter ``index``; ``size`` is that of the predicate."""
    _immutable_fields_ = ['index', 'binding', 'predicate', 'size']

    def __init__(self, index, binding, predicate, size):
        self.index = index
        self.binding = binding
        self.predicate = predicate
        self.size = size

    @jit.unroll_safe
    def run(self, code, w_argument):
        """Raises RefinementFailed unless ``w_argument`` satisfies it."""
        if self.size > MOST_UNCOUNTED:
            self.count()
        try:
            w_result = self.predicate.evaluate(w_argument)
        except PredicateError as e:
            raise self.failed(code, e.reason)
        if not isinstance(w_result, W_Bool):
            raise self.not_a_bool(code, w_result)
        if not w_result.boolval:
            raise self.violated(code, w_argument)

    @jit.dont_look_inside
    def count(self):
        pace.work(self.size * WORK_OF_A_NODE)

    @jit.dont_look_inside
    def failed(self, code, reason):
        return RefinementFailed(code.name, self.index, self.binding, reason)

    @jit.dont_look_inside
    def not_a_bool(self, code, w_result):
        return self.failed(code, "predicate didn't reduce to a Bool, got "
                           + debug(w_result))

    @jit.dont_look_inside
    def violated(self, code, w_argument):
        return self.failed(code, 'predicate failed for %s = %s'
                           % (self.binding, debug(w_argument)))


def checks_of(function):
    """-> the list of Checks of ``function``, in parameter order."""
    checks = []
    for i in range(len(function.refinements)):
        refinement = function.refinements[i]
        if refinement is not None:
            checks.append(Check(i, refinement.binding,
                                prepare(refinement.predicate,
                                        refinement.binding),
                                _size(refinement.predicate)))
    return checks[:]
