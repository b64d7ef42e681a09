"""Tuples: a fixed number of values, by position."""

from rpython.rlib.debug import make_sure_not_resized

from interpreter.objects.base import W_Root
from interpreter.objects.inline import inlining_factory


class W_Tuple(W_Root):
    _attrs_ = []

    def _set_head(self, nothing):
        pass

    def type_name(self):
        return 'Tuple'

    def size(self):
        raise NotImplementedError

    def part(self, i):
        raise NotImplementedError

    def parts(self):
        """The components; nobody writes the list."""
        raise NotImplementedError

    def arity(self):
        return self.size()

    def getitem(self, i):
        """The component at ``0 <= i < arity()``, checked by the caller."""
        assert i >= 0
        return self.part(i)


class _LongTuple(W_Tuple):
    _attrs_ = ['_parts']
    _immutable_fields_ = ['_parts[*]']

    def __init__(self, nothing, parts):
        make_sure_not_resized(parts)
        self._parts = parts

    def size(self):
        return len(self._parts)

    def part(self, i):
        assert i >= 0
        return self._parts[i]

    def parts(self):
        return self._parts


_tuple = inlining_factory(W_Tuple, 4, _LongTuple)


def newtuple(items):
    """``items`` is a list that nobody resizes or writes afterwards."""
    return _tuple(None, items)
