"""The declared types: aliases, constructors, and the conversion of written types."""

from rpython.rlib.listsort import make_timsort_class

from interpreter.canonical import tree
from interpreter.check import errors, rows
from interpreter.check.types import (
    FunctionType, ListType, NamedType, PRIMITIVES, RecordType, TupleType,
    TypeParam, TypeVar, UNIT, prune)
from interpreter.check.unifier import Application, Instance

StringSort = make_timsort_class()

MAX_ALIASES = 100                               # of one type, followed to the end
MAX_EFFECTS = 1000                              # in one row
MAX_TYPE_PARAMS = 1000                          # of one declaration
MAX_COPIED_FIELDS = 10 * 1000 * 1000            # by all spreads of a program


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

    def size(self):
        """How many arguments the constructor takes."""
        payload = self.payload
        if payload is None:
            return 0
        if isinstance(payload, TupleType):
            return len(payload.items)
        return 1


class Union(object):
    """``type NAME[params] = A(..) | B``; ``variants`` by constructor name."""

    def __init__(self, arity):
        self.arity = arity
        self.variants = {}


class TypeTable(object):
    """All type names with a definition; every other name is opaque.

    Constructors are looked up by name through ``owners``, so that the last
    declaration of a constructor owns it.
    """

    def __init__(self, aliases, unions, owners):
        self.aliases = aliases                  # {name: Alias}
        self.unions = unions                    # {name: Union}
        self.owners = owners                    # {constructor name: type name}
        self.stray_vars = {}
        self.copied_fields = 0

    def count_copies(self, count):
        """Note that a spread copies so many fields.  Raises TooComplex."""
        self.copied_fields += count
        if self.copied_fields > MAX_COPIED_FIELDS:
            raise errors.TooComplex('record spreads copy more than %d fields'
                                    % MAX_COPIED_FIELDS)

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

    def unfolded(self, type):
        """What a type stands for in the end: of aliases that go on without end, what
        MAX_ALIASES steps lead to."""
        type = prune(type)
        for _ in range(MAX_ALIASES):
            body = self.unfold(type)
            if body is None:
                break
            type = prune(body)
        return type

    def variant(self, name):
        """The Variant of a constructor name, or None.

        A constructor whose type was redeclared as another union counts as a
        nullary one of that union.
        """
        if name not in self.owners:
            return None
        owner = self.owners[name]
        if owner not in self.unions:
            return None
        union = self.unions[owner]
        if name not in union.variants:
            return Variant(owner, union.arity, None)
        return union.variants[name]

    def matched_variant(self, name):
        """Like variant, for patterns: a constructor whose type was redeclared
        as an alias counts as a nullary one."""
        variant = self.variant(name)
        if variant is None and name in self.owners:
            owner = self.owners[name]
            if owner in self.aliases:
                return Variant(owner, self.aliases[owner].arity, None)
        return variant

    def siblings(self, name):
        """The constructors of the union that ``name`` belongs to, sorted,
        without those that another type has taken over."""
        owner = self.owners.get(name, '')
        if owner not in self.unions:
            return [name]
        names = []
        for sibling in self.unions[owner].variants.keys():
            if self.owners[sibling] == owner:
                names.append(sibling)
        StringSort(names).sort()
        return names

    def declare(self, decl, scope):
        """Register a tree.TypeDecl; ``scope`` maps its parameters.  Raises
        TooComplex."""
        name = decl.name
        arity = len(decl.params)
        check_param_count(decl.params)
        definition = decl.definition
        if isinstance(definition, tree.UnionType):
            if name in self.aliases:
                del self.aliases[name]
            union = Union(arity)
            for variant in definition.variants:
                payload = None
                if variant.payload is not None:
                    payload = scope.convert(variant.payload)
                union.variants[variant.name] = Variant(name, arity, payload)
                self.owners[variant.name] = name
            self.unions[name] = union
        else:
            body = scope.convert_outermost(definition, self)
            if name in self.unions:
                del self.unions[name]
            self.aliases[name] = Alias(arity, body)

    def stray_var(self, index):
        """The unknown that stands for parameter ``index`` of a parametric
        record outside of it; one for the whole program."""
        if index not in self.stray_vars:
            self.stray_vars[index] = TypeVar(index)
        return self.stray_vars[index]


def check_param_count(names):
    """Every use of a generic declaration takes time for all of its type
    parameters.  Raises TooComplex."""
    if len(names) > MAX_TYPE_PARAMS:
        raise errors.TooComplex('a declaration has more than %d type parameters'
                                % MAX_TYPE_PARAMS)


class SpreadCopy(Instance):
    """Copies the fields of a base into a record with ``arity`` parameters.

    The parameters of the base are not substituted: they become the parameters
    of the record in the same places, the remaining ones unknowns.
    """

    def __init__(self, table, arity):
        self.table = table
        self.arity = arity

    def type_at(self, index, hole):
        if index < self.arity:
            return hole
        return self.table.stray_var(index)


def declared_effects(effects):
    """The sorted set of [tree.Effect].  Raises TooComplex."""
    if len(effects) > MAX_EFFECTS:
        raise errors.TooComplex('an effect row has more than %d effects'
                                % MAX_EFFECTS)
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
            if names[i] not in self.types:
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
        copy = SpreadCopy(table, len(self.types))
        for base in written.spreads:
            if base not in table.aliases:
                continue
            body = table.aliases[base].body
            if isinstance(body, RecordType):
                table.count_copies(len(body.names))
                for i in range(len(body.names)):
                    record.set_field(body.names[i], copy.fill(body.types[i]))
        self._add_fields(record, written.fields)
        return record

    def _add_fields(self, record, fields):
        for field in fields:
            record.set_field(field.name, self.convert(field.type))

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
