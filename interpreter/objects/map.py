"""Maps: persistent, sorted by key, with logarithmic update and lookup.

The keys (``MapKey`` and its kinds) live in ``tree`` and are offered here too.
"""

from rpython.rlib import jit

from interpreter.objects import tree
from interpreter.objects.tree import (
    IntKey, MapKey, StrKey, W_Sorted, mapkey_from_w)


class W_Map(W_Sorted):
    _attrs_ = []

    def type_name(self):
        return 'Map'

    def get(self, key):
        """The value under a ``MapKey``, None if there is none."""
        node = tree.find(self.root, key)
        if node is None:
            return None
        return node.w_value

    def set(self, key, w_value):
        """A new map with the entry added or replaced."""
        return W_Map(tree.insert(self.root, key, w_value))

    def remove(self, key):
        """A new map without the key."""
        return W_Map(tree.remove(self.root, key))

    @jit.dont_look_inside
    def entries(self):
        """The nodes in key order; read their ``key`` and ``w_value``."""
        walk = self.walk()
        return [walk.next() for i in range(self.length())]

    @jit.dont_look_inside
    def values_w(self):
        """The values in key order."""
        walk = self.walk()
        return [walk.next().w_value for i in range(self.length())]


empty_map = W_Map(None)
