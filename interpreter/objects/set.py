"""Sets of Strs and Ints: persistent and sorted.

A member is an entry whose value is the unit.
"""

from rpython.rlib import jit

from interpreter.objects.numbers import w_unit
from interpreter.objects.sorted import W_Sorted


class W_Set(W_Sorted):
    _attrs_ = []

    def type_name(self):
        return 'Set'

    @jit.dont_look_inside
    def add(self, key):
        """A set with the ``MapKey`` as a member."""
        if self.has(key):
            return self
        w_new = W_Set(None, 0)
        self.put_into(w_new, key, w_unit)
        return w_new

    @jit.dont_look_inside
    def remove(self, key):
        """A set without the key."""
        if not self.has(key):
            return self
        w_new = W_Set(None, 0)
        self.take_out_into(w_new, key)
        return w_new


empty_set = W_Set(None, 0)
