"""TOML 1.1: a text becomes a tree of tables, arrays and scalars."""

from rpython.rlib.listsort import make_timsort_class

from interpreter.formats import toml_syntax
from interpreter.formats.toml_errors import NO_PLACE, TomlError
from interpreter.formats.toml_scalars import STRING, Scalar, ScalarReader
from interpreter.formats.toml_strings import is_string, key_of, string_of

MAX_KEY_PARTS = 80


class Node(object):
    """A value; the bytes ``start`` .. ``stop`` of the text define it."""

    def __init__(self, start, stop):
        self.start = start
        self.stop = stop

    def type_name(self):
        raise NotImplementedError


class Leaf(Node):
    def __init__(self, scalar, start, stop):
        Node.__init__(self, start, stop)
        self.scalar = scalar

    def type_name(self):
        return self.scalar.kind


class Array(Node):
    def __init__(self, items, of_tables, start, stop):
        Node.__init__(self, start, stop)
        self.items = items
        self.of_tables = of_tables

    def type_name(self):
        return 'array'


class Table(Node):
    """``by_name`` maps keys to Nodes.  A table is implicit until a header
    names it, dotted if dotted keys made it."""

    def __init__(self, start, stop):
        Node.__init__(self, start, stop)
        self.by_name = {}
        self.implicit = False
        self.dotted = False
        self.inline = False

    def type_name(self):
        return 'table'

    def get(self, name):
        """A Node or None."""
        return self.by_name.get(name, None)

    def names(self):
        """The keys, sorted bytewise."""
        names = self.by_name.keys()
        _NameSort(names).sort()
        return names


_NameSort = make_timsort_class()


class Key(object):
    """A decoded dotted key: the parts ``path`` and the last part, ``name``,
    each with the place it has in the text."""

    def __init__(self, names, raws):
        self.names = names
        self.raws = raws
        self.last = len(names) - 1

    def name(self):
        return self.names[self.last]

    def has_path(self):
        return self.last > 0

    def error(self, msg, i):
        return TomlError(msg, self.raws[i].start, self.raws[i].stop)

    def duplicate(self, i):
        return self.error('duplicate key', i)


def decoded_key(text, raws):
    names = [key_of(text, raw) for raw in raws]
    if len(names) > MAX_KEY_PARTS:
        raise TomlError('recursion limit', NO_PLACE, NO_PLACE)
    return Key(names, raws)


class Document(object):
    """Builds the tables of a text; the methods raise TomlError."""

    def __init__(self, text):
        self.text = text
        self.root = Table(0, 0)
        self.current = self.root
        self.header = None
        self.header_is_array = False

    def build(self):
        for statement in toml_syntax.statements_of(self.text):
            key = decoded_key(self.text, statement.keys)
            if statement.value is None:
                self.finish_table()
                self.start_table(key, statement)
            else:
                self.define(key, self.value(statement.value))
        self.finish_table()
        return self.root

    def define(self, key, node):
        parent = descend(self.current, key, True, False)
        if key.has_path() and not parent.implicit:
            raise key.duplicate(key.last)
        if parent.get(key.name()) is not None:
            raise key.duplicate(key.last)
        parent.by_name[key.name()] = node

    def start_table(self, key, header):
        table = Table(header.start, header.stop)
        if not header.is_array_header:
            parent = descend(self.root, key, False, False)
            old = parent.get(key.name())
            if old is not None:
                if not (isinstance(old, Table) and old.implicit
                        and not old.dotted):
                    raise key.duplicate(key.last)
                del parent.by_name[key.name()]
                old.start = header.start
                old.stop = header.stop
                table = old
        table.implicit = False
        table.dotted = False
        self.current = table
        self.header = key
        self.header_is_array = header.is_array_header

    def finish_table(self):
        key = self.header
        if key is None:
            return
        parent = descend(self.root, key, False, False)
        if not self.header_is_array:
            parent.by_name[key.name()] = self.current
            return
        array = parent.get(key.name())
        if array is None:
            array = Array([], True, self.current.start, self.current.stop)
            parent.by_name[key.name()] = array
        if not isinstance(array, Array) or not array.of_tables:
            raise key.duplicate(key.last)
        array.items.append(self.current)

    # Values

    def value(self, value):
        if isinstance(value, toml_syntax.ArrayValue):
            items = [self.value(item) for item in value.items]
            return Array(items, False, value.start, value.stop)
        if isinstance(value, toml_syntax.TableValue):
            return self.inline_table(value)
        assert isinstance(value, toml_syntax.PlainValue)
        return Leaf(self.scalar(value.raw), value.start, value.stop)

    def scalar(self, raw):
        if is_string(raw):
            return Scalar(STRING, string_of(self.text, raw), 10)
        return ScalarReader(self.text, raw.start, raw.stop).read()

    def inline_table(self, value):
        table = Table(value.start, value.stop)
        table.inline = True
        for pair in value.pairs:
            key = decoded_key(self.text, pair.keys)
            node = self.value(pair.value)
            parent = descend(table, key, True, True)
            if parent.dotted != key.has_path():
                raise key.duplicate(key.last)
            if parent.get(key.name()) is not None:
                raise key.duplicate(key.last)
            parent.by_name[key.name()] = node
        return table


def descend(table, key, dotted, inline):
    """The table that a key's path leads to from ``table``; missing ones are
    made.  ``dotted``: by a dotted key, not by a header."""
    for i in range(key.last):
        node = table.get(key.names[i])
        if node is None:
            made = Table(key.raws[i].start, key.raws[i].stop)
            made.implicit = True
            made.dotted = dotted
            made.inline = inline
            table.by_name[key.names[i]] = made
            table = made
        else:
            table = entered(node, key, i, dotted, inline)
    return table


def entered(node, key, i, dotted, inline):
    """The table that part ``i`` of a key finds in an existing node."""
    if isinstance(node, Array) and node.of_tables and not inline:
        last = node.items[len(node.items) - 1]
        assert isinstance(last, Table)
        return last
    if not isinstance(node, Table):
        raise key.error('cannot extend value of type %s with a dotted key'
                        % node.type_name(), i)
    if node.inline and not inline:
        raise key.error('cannot extend value of type inline table with a '
                        'dotted key', i)
    if dotted and not node.implicit:
        raise key.duplicate(i)
    if dotted and not inline:
        node.dotted = True
    return node


def parse(text):
    """The root Table of a text.  Raises TomlError."""
    return Document(text).build()
