"""Which part of an expression has the wrong type."""

from interpreter.canonical import tree
from interpreter.check.types import (
    FunctionType, ListType, NamedType, RecordType, TupleType, prune)
from interpreter.check.unifier import Application
from interpreter.check.wording import differs

MAX_DEPTH = 50


class Blame(object):
    """A part of an expression, the type it has and the one it should have.  ``what``
    says what the part is, '' for the whole."""

    def __init__(self, node, expr, found, expected, what):
        self.node = node                        # tree.Node: the place
        self.expr = expr                        # tree.Expr
        self.found = found
        self.expected = expected
        self.what = what


def tail(expr):
    """The expression whose value is that of ``expr``; of branches, the first that
    does not leave the function."""
    while True:
        if isinstance(expr, tree.Let):
            body = expr.body
            if isinstance(body, tree.Var) and body.name == expr.name \
                    and body.offset == expr.offset:
                return expr                     # an ascription
            expr = body
        elif isinstance(expr, tree.Block):
            expr = expr.result
        elif isinstance(expr, tree.Match) and expr.form != tree.TRY \
                and len(expr.arms) > 0:
            expr = _first_value(expr)
        else:
            return expr


def _first_value(match):
    for arm in match.arms:
        if not isinstance(arm.body, tree.Return):
            return arm.body
    return match.arms[0].body


def smallest(expr, found, expected, table):
    """The Blame of the smallest part of ``expr`` that is certainly wrong."""
    what = ''
    node = tail(expr)
    blame = Blame(node, node, found, expected, what)
    for _ in range(MAX_DEPTH):
        deeper = _deeper(blame, table)
        if deeper is None:
            return blame
        blame = deeper
    return blame


def is_tail(match, body):
    """Whether the value of ``match`` is that of ``body``."""
    pending = [body]
    while len(pending) > 0:
        expr = pending.pop()
        if expr is match:
            return True
        if isinstance(expr, tree.Let):
            pending.append(expr.body)
        elif isinstance(expr, tree.Block):
            pending.append(expr.result)
        elif isinstance(expr, tree.Match):
            for arm in expr.arms:
                pending.append(arm.body)
    return False


def extra_field(blame, table):
    """The tree.RecordField of a record literal that its type does not have; None if
    there is none."""
    expr = blame.expr
    found = _unfolded(blame.found, table)
    expected = _unfolded(blame.expected, table)
    if isinstance(expr, tree.RecordLit) and isinstance(found, RecordType) \
            and isinstance(expected, RecordType):
        for field in expr.fields:
            if expected.index(field.name) < 0:
                return field
    return None


def _deeper(blame, table):
    expr = blame.expr
    found = _unfolded(blame.found, table)
    expected = _unfolded(blame.expected, table)
    if isinstance(expr, tree.RecordLit):
        if isinstance(found, RecordType) and isinstance(expected, RecordType):
            return _in_record(expr, found, expected, table)
    elif isinstance(expr, tree.ListLit):
        if isinstance(found, ListType) and isinstance(expected, ListType) \
                and len(expr.items) > 0:
            return _part(expr.items[0], found.item, expected.item, 'the items of this '
                         'list', table)
    elif isinstance(expr, tree.TupleLit):
        if isinstance(found, TupleType) and isinstance(expected, TupleType) \
                and len(found.items) == len(expected.items) == len(expr.items):
            for i in range(len(expr.items)):
                part = _part(expr.items[i], found.items[i], expected.items[i],
                             'item %d of this tuple' % (i + 1), table)
                if part is not None:
                    return part
    elif isinstance(expr, tree.Constructor):
        return _in_variant(expr, prune(blame.found), prune(blame.expected), table)
    elif isinstance(expr, tree.Lambda):
        if isinstance(found, FunctionType) and isinstance(expected, FunctionType):
            return _in_lambda(expr, found, expected, table)
    return None


def _unfolded(type, table):
    type = prune(type)
    body = table.unfold(type)
    if body is None:
        return type
    return prune(body)


def _part(expr, found, expected, what, table):
    if not differs(found, expected, table):
        return None
    node = tail(expr)
    return Blame(node, node, found, expected, what)


def _in_record(expr, found, expected, table):
    for i in range(len(expr.fields)):
        field = expr.fields[i]
        at = expected.index(field.name)
        if at < 0:
            continue
        index = found.index(field.name)
        if index < 0:
            continue
        part = _part(field.value, found.types[index], expected.types[at],
                     'the field `%s`' % field.name, table)
        if part is not None and len(found.names) == len(expected.names):
            return part
    return None


def _in_variant(expr, found, expected, table):
    variant = table.variant(expr.name)
    if variant is None or variant.payload is None:
        return None
    if not isinstance(found, NamedType) or not isinstance(expected, NamedType):
        return None
    if found.name != expected.name or found.name != variant.owner:
        return None
    has = prune(Application(found.args).fill(variant.payload))
    wants = prune(Application(expected.args).fill(variant.payload))
    what = 'the value of `%s`' % expr.name
    if len(expr.args) == 1:
        return _part(expr.args[0], has, wants, what, table)
    if isinstance(has, TupleType) and isinstance(wants, TupleType) \
            and len(has.items) == len(expr.args) == len(wants.items):
        for i in range(len(expr.args)):
            part = _part(expr.args[i], has.items[i], wants.items[i],
                         'value %d of `%s`' % (i + 1, expr.name), table)
            if part is not None:
                return part
    return None


def _in_lambda(expr, found, expected, table):
    if len(found.params) != len(expected.params):
        return None
    for i in range(len(found.params)):
        if differs(found.params[i], expected.params[i], table):
            param = expr.params[i]
            return Blame(param, expr, found.params[i], expected.params[i],
                         'the parameter `%s`' % param.name)
    if differs(found.result, expected.result, table):
        return Blame(expr.return_type, expr, found.result, expected.result,
                     'the result of this function')
    return None
