"""Values of a type, made by choices.

The simplest choices make the simplest value: 0, an empty text, the first variant that
has no parts.  Extreme numbers, unusual characters and equal items come up often.
"""

from interpreter.check.typedecls import StringSort
from interpreter.check.types import (
    BOOL, BYTES, FLOAT, INT, ListType, NamedType, RecordType, STR,
    TupleType, TypeParam, UNIT, prune)
from interpreter.check.unifier import Application
from interpreter.check.wording import of_type
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.list import newlist
from interpreter.objects.map import empty_map
from interpreter.objects.numbers import W_Float, W_Int, newbool, w_unit
from interpreter.objects.record import record_from_pairs
from interpreter.objects.set import empty_set
from interpreter.objects.text import newstr
from interpreter.objects.tree import mapkey_from_w
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import Constructor, newvariant
from interpreter.stdlib import utf8

MAX_ALIASES = 100
MOST_ITEMS = 30
# From so many levels of unions on, variants without unions in them are preferred.
DEEP = 4
TOO_DEEP = 200

MAX_INT = 0x7fffffffffffffff
FLOATS = [0.1, -0.0, 1.5, 1e10, -1e10, 1e308, 5e-324, 9007199254740993.0,
          1e308 * 10.0, -1e308 * 10.0, 1e308 * 10.0 - 1e308 * 10.0]
CHARACTERS = [' ', 'A', '0', '\n', '\t', '"', '\\', '{', '#', '\0', '\xc3\xa9', '\xc3\x9f',
              '\xce\xa3', '\xe6\x97\xa5', '\xcc\x81', '\xe2\x80\xae', '\xf0\x9f\x98\x80']


class CannotGenerate(Exception):
    """``type`` is the type in the notation of the language."""

    def __init__(self, type):
        self.type = type


class Generator(object):
    """``table`` is the TypeTable of the program.  Type parameters stand for Int."""

    def __init__(self, table, choices):
        self.table = table
        self.choices = choices
        self.depth = 0

    def value(self, type):
        """Raises CannotGenerate."""
        type = self._unfolded(type)
        if type is INT or isinstance(type, TypeParam):
            return W_Int(self._int())
        if type is FLOAT:
            return W_Float(self._float())
        if type is BOOL:
            return newbool(self.choices.below(2) == 1)
        if type is STR:
            return newstr(self._text())
        if type is BYTES:
            return W_Bytes(''.join([chr(self.choices.below(256))
                                    for _ in range(self._length())]))
        if type is UNIT:
            return w_unit
        if isinstance(type, ListType):
            return newlist(self._items(type.item)[:])
        if isinstance(type, TupleType):
            return newtuple([self.value(item) for item in type.items][:])
        if isinstance(type, RecordType):
            return record_from_pairs(type.names, [self.value(field)
                                                  for field in type.types])
        if isinstance(type, NamedType):
            return self._named(type)
        raise CannotGenerate(of_type(type))

    def _unfolded(self, type):
        type = prune(type)
        for _ in range(MAX_ALIASES):
            body = self.table.unfold(type)
            if body is None:
                break
            type = prune(body)
        return type

    # Plain values

    def _int(self):
        kind = self.choices.below(10)
        if kind < 5:
            magnitude = self.choices.below(11)
        elif kind < 7:
            magnitude = self.choices.below(1001)
        elif kind == 7:
            magnitude = self.choices.below(1 << 32)
        elif kind == 8:
            magnitude = self.choices.below(1 << 62)
        else:
            magnitude = MAX_INT - self.choices.below(3)
        if self.choices.below(2) == 1:
            if kind == 9 and self.choices.below(2) == 1:
                return -MAX_INT - 1
            return -magnitude
        return magnitude

    def _float(self):
        kind = self.choices.below(8)
        if kind < 3:
            value = float(self.choices.below(101))
        elif kind < 6:
            value = float(self.choices.below(1000001)) / 1000.0
        else:
            return FLOATS[self.choices.below(len(FLOATS))]
        if self.choices.below(2) == 1:
            return -value
        return value

    def _text(self):
        return ''.join([self._character() for _ in range(self._length())])

    def _character(self):
        kind = self.choices.below(8)
        if kind < 5:
            return chr(ord('a') + self.choices.below(26))
        if kind < 7:
            return CHARACTERS[self.choices.below(len(CHARACTERS))]
        code = self.choices.below(0x110000 - 0x800)
        if code >= 0xd800:
            code += 0x800               # no surrogates
        return utf8.encode(code)

    def _length(self):
        kind = self.choices.below(6)
        if kind == 0:
            return 0
        if kind < 5:
            return self.choices.below(6)
        return self.choices.below(MOST_ITEMS + 1)

    def _items(self, type):
        """A choice before each item tells whether there is one."""
        items = []
        more = 2 + self.choices.below(4)
        if self.choices.below(8) == 7:
            more = MOST_ITEMS
        while len(items) < MOST_ITEMS and self.choices.below(more) > 0:
            items.append(self.value(type))
        return items

    # Named types

    def _named(self, type):
        if type.name in self.table.unions:
            return self._variant(type)
        if type.name == 'Map' and len(type.args) == 2:
            w_map = empty_map
            keys_w = self._items(type.args[0])
            for w_key in keys_w:
                w_map = w_map.set(self._key(type, w_key), self.value(type.args[1]))
            return w_map
        if type.name == 'Set' and len(type.args) == 1:
            w_set = empty_set
            for w_item in self._items(type.args[0]):
                w_set = w_set.add(self._key(type, w_item))
            return w_set
        raise CannotGenerate(of_type(type))

    def _key(self, type, w_key):
        key = mapkey_from_w(w_key)
        if key is None:
            raise CannotGenerate(of_type(type))
        return key

    def _variant(self, type):
        self.depth += 1
        if self.depth > TOO_DEEP:
            raise CannotGenerate(of_type(type))
        union = self.table.unions[type.name]
        names = self._variants(union)
        name = names[self.choices.below(len(names))]
        payload = union.variants[name].payload
        args_w = []
        if payload is not None:
            filled = prune(Application(type.args).fill(payload))
            if isinstance(payload, TupleType) and isinstance(filled, TupleType):
                args_w = [self.value(item) for item in filled.items]
            else:
                args_w = [self.value(filled)]
        self.depth -= 1
        return newvariant(Constructor.of(name), args_w[:])

    def _variants(self, union):
        """The names of the variants, simpler ones first; where the value is deep
        already, only the simplest."""
        names = union.variants.keys()
        StringSort(names).sort()
        result = []
        for weight in range(3):
            for name in names:
                if _weight(union.variants[name].payload) == weight:
                    result.append(name)
            if self.depth > DEEP and len(result) > 0:
                break
        return result


def _weight(payload):
    """0 for no payload, 1 for one without named types, else 2."""
    if payload is None:
        return 0
    payload = prune(payload)
    if isinstance(payload, NamedType):
        return 2
    if isinstance(payload, TupleType):
        for item in payload.items:
            if isinstance(prune(item), NamedType):
                return 2
    return 1
