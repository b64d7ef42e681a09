"""Maps: persistent, sorted by key, from Strs and Ints to values.

The keys (``MapKey`` and its kinds) are in ``tree``.
"""

from rpython.rlib import jit

from interpreter.objects.sorted import W_Sorted


class W_Map(W_Sorted):
    _attrs_ = []

    def type_name(self):
        return 'Map'

    def get(self, key):
        """The value under a ``MapKey``, None if there is none."""
        return self.find(key)

    @jit.dont_look_inside
    def set(self, key, w_value):
        """A new map with the entry added or replaced."""
        w_new = W_Map(None, 0)
        self.put_into(w_new, key, w_value)
        return w_new

    @jit.dont_look_inside
    def remove(self, key):
        """A map without the key."""
        if not self.has(key):
            return self
        w_new = W_Map(None, 0)
        self.take_out_into(w_new, key)
        return w_new

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


empty_map = W_Map(None, 0)
