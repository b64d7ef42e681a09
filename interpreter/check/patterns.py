"""Patterns: what a pattern demands of the matched type, and what it binds."""

from interpreter.canonical import tree
from interpreter.check import errors
from interpreter.check.types import (
    BOOL, BYTES, FLOAT, INT, NamedType, RecordType, STR, TupleType, TypeVar, UNIT,
    prune, show, show_unresolved)
from interpreter.check.unifier import Application


def literal_type(literal):
    if isinstance(literal, tree.IntLit):
        return INT
    if isinstance(literal, tree.StrLit):
        return STR
    if isinstance(literal, tree.BoolLit):
        return BOOL
    if isinstance(literal, tree.FloatLit):
        return FLOAT
    if isinstance(literal, tree.BytesLit):
        return BYTES
    return UNIT


class PatternChecker(object):
    """Checks patterns and binds their variables in ``locals``."""

    def __init__(self, unifier, locals):
        self.unifier = unifier
        self.table = unifier.table
        self.locals = locals

    def check(self, pattern, type):
        """``type`` is that of the matched value; raises LexTypeError, which knows
        the innermost pattern that is wrong."""
        try:
            self._check(pattern, type)
        except errors.LexTypeError as error:
            if error.pattern is None:
                error.pattern = pattern
            raise error

    def _check(self, pattern, type):
        if isinstance(pattern, tree.PVar):
            self.locals.bind(pattern.name, type, pattern.offset)
        elif isinstance(pattern, tree.PLiteral):
            found = literal_type(pattern.literal)
            self.unifier.coerce(found, type, 'in pattern')
        elif isinstance(pattern, tree.PConstructor):
            self._constructor(pattern, type)
        elif isinstance(pattern, tree.PRecord):
            self._record(pattern, type)
        elif isinstance(pattern, tree.PTuple):
            self._tuple(pattern, type)

    def _constructor(self, pattern, type):
        variant = self.table.matched_variant(pattern.name)
        if variant is None:
            raise errors.unknown_variant(pattern.name)
        params = self.unifier.fresh_list(variant.owner_arity)
        self.unifier.coerce(NamedType(variant.owner, params), type,
                            'constructor pattern `%s`' % pattern.name)
        args = pattern.args
        if variant.payload is None:
            if len(args) > 0:
                raise errors.arity_mismatch(0, len(args))
            return
        payload = Application(params).fill(variant.payload)
        if len(args) == 1:
            self.check(args[0], payload)
        elif isinstance(payload, TupleType):
            # Too few or too many sub-patterns are silently cut.
            for i in range(min(len(args), len(payload.items))):
                self.check(args[i], payload.items[i])

    def _record(self, pattern, type):
        record = prune_alias(self.table, prune(type))
        if not isinstance(record, RecordType):
            raise errors.type_mismatch('record', show_unresolved(type),
                                       'in record pattern')
        for field in pattern.fields:
            at = record.index(field.name)
            if at < 0:
                raise errors.unknown_field(show(record), field.name, record.names)
            self.check(field.pattern, record.types[at])

    def _tuple(self, pattern, type):
        items = pattern.items
        if len(items) == 0:
            self.unifier.coerce(UNIT, type, 'in unit pattern')
            return
        type = prune(type)
        if isinstance(type, TypeVar):
            fresh = TupleType(self.unifier.fresh_list(len(items)))
            self.unifier.unify(type, fresh, 'in tuple pattern')
            type = fresh
        if not isinstance(type, TupleType):
            raise errors.type_mismatch('tuple', show(type), 'in tuple pattern')
        if len(type.items) != len(items):
            raise errors.arity_mismatch(len(type.items), len(items))
        for i in range(len(items)):
            self.check(items[i], type.items[i])


def prune_alias(table, type):
    """A pruned type with one alias step unfolded, if it is an alias."""
    unfolded = table.unfold(type)
    if unfolded is None:
        return type
    return prune(unfolded)
