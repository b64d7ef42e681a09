"""The types of expressions outside of programs, which may use names of values."""

from interpreter.canonical import tree
from interpreter.check import errors, rows
from interpreter.check.types import ListType, NamedType, RecordType, TupleType
from interpreter.check.types import FunctionType, TypeParam, TypeVar, prune
from interpreter.check.unifier import FreshInstance


# Types of values have at most so many parts.
MAX_SIZE = 10 * 1000


class Scheme(object):
    """The type of a value: what is open in it may be anything at every use."""

    def __init__(self, type, type_count, row_count):
        self.type = type
        self.type_count = type_count
        self.row_count = row_count

    def instance(self, unifier):
        return FreshInstance(unifier, self.type_count, self.row_count).fill(self.type)

    def item(self, index):
        """The Scheme of an item of a tuple."""
        type = self.type
        assert isinstance(type, TupleType)
        return Scheme(type.items[index], self.type_count, self.row_count)


class Binding(object):
    """A name of a value."""

    def __init__(self, name, scheme, w_value):
        self.name = name
        self.scheme = scheme
        self.w_value = w_value


class Inferred(object):
    """What was found out about an expression.  ``type`` and ``effects``, a list of
    rows.Effect, count if there are no ``errors``."""

    def __init__(self, type, effects, errors):
        self.type = type
        self.effects = effects
        self.errors = errors


def infer(checker, decl, bindings):
    """The Inferred of the body of ``decl``, whose parameters are the Bindings; its
    signature does not matter.  The Checker has checked the program around it."""
    inference = checker.inference
    inference.explain.enter(decl)
    inference.row_scope = {}
    inference.locals.undo(0)
    for binding in bindings:
        inference.locals.bind(binding.name, binding.scheme.instance(checker.unifier),
                              -1)
    effects = rows.EffectSet()
    inference.effects = effects
    inference.recovered = []
    found = []
    type = None
    try:
        type = inference.infer(decl.body)
    except errors.LexTypeError as error:
        found.append(error)
    except errors.TooComplex as excess:
        found.append(errors.too_complex(excess.limit))
    found.extend(inference.recovered)
    inference.locals.undo(0)
    return Inferred(type, effects.effects, found)


def written_effects(effects):
    """[rows.Effect] as a declaration has them, a list of tree.Effect."""
    return [tree.Effect(effect.name, effect.arg_kind, effect.arg_text, effect.arg_int)
            for effect in effects]


class _TooLarge(Exception):
    pass


class _Generalizer(object):
    def __init__(self):
        self.vars = []
        self.tails = []
        self.size = 0

    def type(self, type):
        self.size += 1
        if self.size > MAX_SIZE:
            raise _TooLarge
        type = prune(type)
        if isinstance(type, TypeVar):
            for i in range(len(self.vars)):
                if self.vars[i] is type:
                    return TypeParam(i)
            self.vars.append(type)
            return TypeParam(len(self.vars) - 1)
        if isinstance(type, ListType):
            return ListType(self.type(type.item))
        if isinstance(type, NamedType):
            return NamedType(type.name, self.types(type.args))
        if isinstance(type, TupleType):
            return TupleType(self.types(type.items))
        if isinstance(type, RecordType):
            return RecordType(type.names, self.types(type.types))
        if isinstance(type, FunctionType):
            return FunctionType(self.types(type.params), self.row(type.row),
                                self.type(type.result))
        return type

    def types(self, types):
        return [self.type(type) for type in types]

    def row(self, row):
        row = rows.resolve(row)
        tail = row.tail
        if not isinstance(tail, rows.RowVar):
            return row
        index = -1
        for i in range(len(self.tails)):
            if self.tails[i] is tail:
                index = i
        if index < 0:
            index = len(self.tails)
            self.tails.append(tail)
        return rows.Row(row.effects, rows.RowParam(index))


def generalize(type):
    """The Scheme of an inferred type; None if that is too large."""
    generalizer = _Generalizer()
    try:
        scheme = generalizer.type(type)
    except _TooLarge:
        return None
    return Scheme(scheme, len(generalizer.vars), len(generalizer.tails))
