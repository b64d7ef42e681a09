"""Source text with structure: enough to generate programs and to shrink them."""


class Node(object):
    """A piece of source text.

    ``parts`` are strings and Nodes; ``type`` is the type of an expression, or
    ITEM or STATEMENT for text that may be left out.
    """
    __slots__ = ['type', 'parts']

    def __init__(self, type, *parts):
        self.type = type
        self.parts = list(parts)

    def text(self):
        pieces = []
        self._collect(pieces)
        return ''.join(pieces)

    def _collect(self, pieces):
        for part in self.parts:
            if isinstance(part, Node):
                part._collect(pieces)
            else:
                pieces.append(part)

    def nodes(self):
        """This node and all below, outermost first."""
        found = [self]
        for part in self.parts:
            if isinstance(part, Node):
                found += part.nodes()
        return found


ITEM = 'item'
STATEMENT = 'statement'


# Types are tuples: a name and its arguments.

INT = ('Int',)
FLOAT = ('Float',)
STR = ('Str',)
BOOL = ('Bool',)
UNIT = ('Unit',)
SCALARS = [INT, FLOAT, STR, BOOL]


def list_of(item):
    return ('List', item)


def option_of(item):
    return ('Option', item)


def result_of(item):
    return ('Result', item)


def map_of(key, value):
    return ('Map', key, value)


def set_of(item):
    return ('Set', item)


def tuple_of(*items):
    return ('Tuple',) + items


def function_of(params, result):
    return ('Fn', tuple(params), result)


def named(name):
    return ('Named', name)


def type_text(type):
    kind = type[0]
    if kind == 'Named':
        return type[1]
    if kind == 'Tuple':
        return '(%s)' % ', '.join(type_text(item) for item in type[1:])
    if kind == 'Fn':
        return '(%s) -> %s' % (', '.join(type_text(item) for item in type[1]),
                               type_text(type[2]))
    if kind == 'Result':
        return 'Result[%s, Str]' % type_text(type[1])
    if len(type) > 1:
        return '%s[%s]' % (kind, ', '.join(type_text(item) for item in type[1:]))
    return kind


def type_parts(type):
    """The type and all types in it."""
    found = [type]
    if type[0] == 'Fn':
        for param in type[1]:
            found += type_parts(param)
        return found + type_parts(type[2])
    if type[0] != 'Named':
        for item in type[1:]:
            found += type_parts(item)
    return found
