"""Numbers for types: types with the same number are written the same way.

Types share their parts, and a type of a few nodes can stand for a tree that is
exponentially larger.  Whoever compares types part by part needs the numbers to
see what has been compared already.
"""

from interpreter.check.types import (
    ListType, NamedType, Primitive, RecordType, TupleType, TypeParam)


class TypeNumbers(object):
    """Numbers the types of one program.

    A variable is always itself, whatever it stands for, and so is a function
    type.
    """

    def __init__(self):
        self.by_key = {}
        self.last = 0

    def number(self, type):
        if not self._has(type):
            self._number_all(type)
        return type.number_here

    def _has(self, type):
        return type.numbers is self

    def _number_all(self, type):
        stack = [type]
        while len(stack) > 0:
            type = stack[len(stack) - 1]
            if self._has(type):
                stack.pop()
                continue
            waiting = False
            for part in _parts(type):
                if not self._has(part):
                    stack.append(part)
                    waiting = True
            if not waiting:
                type.number_here = self._of_key(self._key(type))
                type.numbers = self

    def _key(self, type):
        """What types with the same number have in common; '' for nothing."""
        if isinstance(type, Primitive):
            return type.name
        if isinstance(type, ListType):
            return 'List ' + self._numbers([type.item])
        if isinstance(type, TupleType):
            return 'Tuple ' + self._numbers(type.items)
        if isinstance(type, NamedType):
            return 'Named ' + type.name + ' ' + self._numbers(type.args)
        if isinstance(type, RecordType):
            return 'Record ' + ' '.join(type.names) + ' ' \
                + self._numbers(type.types)
        if isinstance(type, TypeParam):
            return 'Param ' + str(type.index)
        return ''

    def _numbers(self, types):
        return ' '.join([str(type.number_here) for type in types])

    def _of_key(self, key):
        if key != '' and key in self.by_key:
            return self.by_key[key]
        self.last += 1
        if key != '':
            self.by_key[key] = self.last
        return self.last


def _parts(type):
    if isinstance(type, ListType):
        return [type.item]
    if isinstance(type, TupleType):
        return type.items
    if isinstance(type, NamedType):
        return type.args
    if isinstance(type, RecordType):
        return type.types
    return []
