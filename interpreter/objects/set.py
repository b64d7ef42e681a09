"""Sets of Strs and Ints: persistent and sorted."""

from interpreter.objects import tree
from interpreter.objects.tree import W_Sorted


class W_Set(W_Sorted):
    _attrs_ = []

    def type_name(self):
        return 'Set'

    def add(self, key):
        """A new set with the ``MapKey`` as a member."""
        if self.has(key):
            return self
        return W_Set(tree.insert(self.root, key, None))

    def remove(self, key):
        """A new set without the key."""
        return W_Set(tree.remove(self.root, key))


empty_set = W_Set(None)
