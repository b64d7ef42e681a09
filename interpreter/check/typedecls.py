"""The declared types: aliases, constructors, and the conversion of written types."""

from interpreter.canonical import tree
from interpreter.check import rows
from interpreter.check.types import (
    FunctionType, ListType, NamedType, PRIMITIVES, RecordType, TupleType,
    TypeParam, UNIT)
from interpreter.check.unifier import Application


class Alias(object):
    """``type NAME[params] = body`` where the body is not a union.

    The body's TypeParams are the positions in the parameter list.
    """

    def __init__(self, arity, body):
        self.arity = arity
        self.body = body


class Variant(object):
    """A constructor: the type it belongs to and its payload (None if nullary)."""

    def __init__(self, owner, owner_arity, payload):
        self.owner = owner
        self.owner_arity = owner_arity
        self.payload = payload


class TypeTable(object):
    """All type names with a definition; every other name is opaque."""

    def __init__(self, aliases, variants):
        self.aliases = aliases                  # {name: Alias}
        self.variants = variants                # {constructor name: Variant}

    def is_alias(self, type):
        """Whether a NamedType is a registered alias with the right arity."""
        if type.name not in self.aliases:
            return False
        return self.aliases[type.name].arity == len(type.args)

    def unfold(self, type):
        """What an alias stands for, one step; None if ``type`` is no alias."""
        if not isinstance(type, NamedType) or not self.is_alias(type):
            return None
        alias = self.aliases[type.name]
        if alias.arity == 0:
            return alias.body
        return Application(type.args).fill(alias.body)

    def variant(self, name):
        """The Variant of a constructor name, or None."""
        if name in self.variants:
            return self.variants[name]
        return None

    def declare(self, decl, scope):
        """Register a tree.TypeDecl; ``scope`` maps its parameters."""
        name = decl.name
        definition = decl.definition
        if isinstance(definition, tree.UnionType):
            if name in self.aliases:
                del self.aliases[name]
            for variant in definition.variants:
                payload = None
                if variant.payload is not None:
                    payload = scope.convert(variant.payload)
                self.variants[variant.name] = Variant(name, len(decl.params), payload)
        else:
            body = scope.convert_outermost(definition, self)
            self.aliases[name] = Alias(len(decl.params), body)


def declared_effects(effects):
    """The sorted set of [tree.Effect]."""
    result = []
    for effect in effects:
        rows.insert(result, rows.Effect(effect.name, effect.arg_kind,
                                        effect.arg_text, effect.arg_int))
    return result


class Scope(object):
    """The type parameters in sight while a written type is converted."""

    def __init__(self, names):
        self.types = {}
        for i in range(len(names)):
            self.types[names[i]] = TypeParam(i)

    def tail(self, name):
        """The row tail called ``name``, None if it is not in sight."""
        return None

    def row(self, effects, tail_name):
        if not effects and tail_name is None:
            return rows.PURE
        tail = None
        if tail_name is not None:
            tail = self.tail(tail_name)
        return rows.Row(declared_effects(effects), tail)

    def convert(self, written):
        """The Type for a written tree.Type."""
        if isinstance(written, tree.NamedType):
            return self._convert_named(written)
        if isinstance(written, tree.RefinedType):
            return self.convert(written.base)
        if isinstance(written, tree.TupleType):
            return TupleType(self._convert_list(written.items))
        if isinstance(written, tree.FunctionType):
            params = self._convert_list(written.params)
            row = self.row(written.effects, written.effect_row_var)
            return FunctionType(params, row, self.convert(written.ret))
        if isinstance(written, tree.RecordType):
            if not written.spreads:
                record = RecordType([], [])
                self._add_fields(record, written.fields)
                return record
        return UNIT

    def convert_outermost(self, written, table):
        """Like convert, for the places where record spreads are honoured."""
        if not isinstance(written, tree.RecordType) or not written.spreads:
            return self.convert(written)
        record = RecordType([], [])
        for base in written.spreads:
            if base not in table.aliases:
                continue
            body = table.aliases[base].body
            if isinstance(body, RecordType):
                for i in range(len(body.names)):
                    _set_field(record, body.names[i], body.types[i])
        self._add_fields(record, written.fields)
        return record

    def _add_fields(self, record, fields):
        for field in fields:
            _set_field(record, field.name, self.convert(field.type))

    def _convert_list(self, written):
        return [self.convert(type) for type in written]

    def _convert_named(self, written):
        name = written.name
        count = len(written.args)
        if count == 0 and name in self.types:
            return self.types[name]
        args = self._convert_list(written.args)
        if name in self.types:
            return NamedType(name, args)
        if name in PRIMITIVES:
            return PRIMITIVES[name]
        if name == 'List' and count == 1:
            return ListType(args[0])
        if name == 'Tuple':
            return TupleType(args)
        return NamedType(name, args)


class SignatureScope(Scope):
    """Also gives row parameters to the tails that name a type parameter."""

    def __init__(self, names):
        Scope.__init__(self, names)
        self.row_names = []

    def tail(self, name):
        for i in range(len(self.row_names)):
            if self.row_names[i] == name:
                return rows.RowParam(i)
        if name not in self.types:
            return None
        self.row_names.append(name)
        return rows.RowParam(len(self.row_names) - 1)


class DeclarationScope(Scope):
    """The scope of a type declaration.

    Its row tails are not instantiated when the type is used: each is one
    unknown for the whole program.
    """

    def __init__(self, names, unifier):
        Scope.__init__(self, names)
        self.unifier = unifier
        self.tails = {}

    def tail(self, name):
        if name not in self.types:
            return None
        if name not in self.tails:
            self.tails[name] = self.unifier.fresh_row()
        return self.tails[name]


def _set_field(record, name, type):
    at = record.index(name)
    if at >= 0:
        record.types[at] = type
    else:
        record.names.append(name)
        record.types.append(type)
