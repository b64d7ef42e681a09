"""The types the checker computes with, and how they print.

Types are immutable except that a TypeVar may be linked once to what it stands
for.  TypeParam is a hole of a scheme: instantiation replaces it, so it never
meets the unifier.
"""

from rpython.rlib.rstring import StringBuilder

# From this number of fields on, a record looks them up in a table.
LONG_RECORD = 16


class Type(object):
    """``numbers`` is the TypeNumbers that gave the type its ``number_here``,
    ``mark`` the last search that came across it."""
    numbers = None
    number_here = 0
    mark = 0


class TypeVar(Type):
    """An unknown.  ``bound_at`` is the unifier's clock when ``link`` was set;
    ``is_error`` if it stands for the value of an expression that has an error."""
    is_error = False

    def __init__(self, number):
        self.number = number
        self.link = None
        self.bound_at = 0


class TypeParam(Type):
    def __init__(self, index):
        self.index = index


class Primitive(Type):
    def __init__(self, name):
        self.name = name


class ListType(Type):
    def __init__(self, item):
        self.item = item


class TupleType(Type):
    def __init__(self, items):
        self.items = items


class RecordType(Type):
    def __init__(self, names, types):
        self.names = names
        self.types = types
        self.positions = None                   # {name: position}, if long

    def index(self, name):
        """The position of field ``name``, -1 if there is none."""
        if len(self.names) > LONG_RECORD:
            return self._index_in_table(name)
        for i in range(len(self.names)):
            if self.names[i] == name:
                return i
        return -1

    def _index_in_table(self, name):
        positions = self.positions
        if positions is None or len(positions) != len(self.names):
            positions = {}
            for i in range(len(self.names)):
                positions[self.names[i]] = i
            self.positions = positions
        return positions.get(name, -1)

    def set_field(self, name, type):
        """Add a field or change the type of one."""
        at = self.index(name)
        if at >= 0:
            self.types[at] = type
            return
        if self.positions is not None:
            self.positions[name] = len(self.names)
        self.names.append(name)
        self.types.append(type)


class NamedType(Type):
    """A union, an alias or an opaque type; unknown names are opaque."""

    def __init__(self, name, args):
        self.name = name
        self.args = args


class FunctionType(Type):
    def __init__(self, params, row, result):
        self.params = params
        self.row = row
        self.result = result


INT = Primitive('Int')
FLOAT = Primitive('Float')
BOOL = Primitive('Bool')
STR = Primitive('Str')
BYTES = Primitive('Bytes')
UNIT = Primitive('Unit')
NEVER = Primitive('Never')

PRIMITIVES = {'Int': INT, 'Float': FLOAT, 'Bool': BOOL, 'Str': STR, 'Bytes': BYTES,
              'Unit': UNIT, 'Nil': UNIT, 'Never': NEVER}


def prune(type):
    """What ``type`` stands for now: a non-variable or an unbound variable."""
    if not isinstance(type, TypeVar) or type.link is None:
        return type
    root = type.link
    newest = type.bound_at
    hops = 0
    while isinstance(root, TypeVar) and root.link is not None:
        if root.bound_at > newest:
            newest = root.bound_at
        root = root.link
        hops += 1
    if hops:
        type.link = root
        type.bound_at = newest
    return root


def is_of_error(type):
    """Whether a type is that of an expression that has an error."""
    while isinstance(type, TypeVar):
        if type.is_error:
            return True
        link = type.link
        if link is None:
            return False
        type = link
    return False


def as_of(type, clock):
    """What ``type`` stood for when the unifier's clock showed ``clock``."""
    while isinstance(type, TypeVar) and type.link is not None \
            and type.bound_at < clock:
        type = type.link
    return type


# Printing.  Inferred types can be much deeper than any source text, hence the
# explicit stack, and much larger than the memory, hence the limit.

MAX_TEXT = 100 * 1000                           # in bytes


class _Piece(object):
    """Something still to print: a text, or a type if ``type`` is set."""

    def __init__(self, text, type):
        self.text = text
        self.type = type


def _push_separated(stack, types, closing):
    stack.append(_Piece(closing, None))
    for i in range(len(types) - 1, -1, -1):
        stack.append(_Piece('', types[i]))
        if i > 0:
            stack.append(_Piece(', ', None))


def show(type):
    """The text of a type as error messages show it."""
    return _text(type, True)


def show_unresolved(type):
    """Like ``show``, but with the type variables that were written for parts
    that are known by now."""
    return _text(type, False)


def _text(type, resolved):
    out = StringBuilder()
    stack = [_Piece('', type)]
    while stack:
        if out.getlength() > MAX_TEXT:
            out.append('...')
            break
        piece = stack.pop()
        if piece.type is None:
            out.append(piece.text)
            continue
        type = piece.type
        if resolved:
            type = prune(type)
        if isinstance(type, Primitive):
            out.append(type.name)
        elif isinstance(type, NamedType):
            out.append(type.name)
            if type.args:
                out.append('[')
                _push_separated(stack, type.args, ']')
        elif isinstance(type, ListType):
            out.append('List[')
            stack.append(_Piece(']', None))
            stack.append(_Piece('', type.item))
        elif isinstance(type, TupleType):
            out.append('(')
            _push_separated(stack, type.items, ')')
        elif isinstance(type, FunctionType):
            out.append('(')
            row = type.row.show_after_arrow()
            stack.append(_Piece('', type.result))
            _push_separated(stack, type.params, ') -> ' + row)
        elif isinstance(type, RecordType):
            out.append('{ ')
            stack.append(_Piece(' }', None))
            for i in range(len(type.names) - 1, -1, -1):
                stack.append(_Piece('', type.types[i]))
                label = type.names[i] + ' :: '
                if i > 0:
                    label = ', ' + label
                stack.append(_Piece(label, None))
        elif isinstance(type, TypeVar):
            out.append('?%d' % type.number)
        elif isinstance(type, TypeParam):
            out.append('?%d' % type.index)
    return out.build()
