"""Tuples: a fixed number of values, by position."""

from rpython.rlib.debug import make_sure_not_resized

from interpreter.objects.base import W_Root


class W_Tuple(W_Root):
    _attrs_ = ['items']
    _immutable_fields_ = ['items[*]']

    def __init__(self, items):
        make_sure_not_resized(items)
        self.items = items

    def type_name(self):
        return 'Tuple'

    def arity(self):
        return len(self.items)

    def getitem(self, i):
        """The component at ``0 <= i < arity()``, checked by the caller."""
        assert i >= 0
        return self.items[i]


def newtuple(items):
    """``items`` is a list that nobody resizes or writes afterwards."""
    return W_Tuple(items)
