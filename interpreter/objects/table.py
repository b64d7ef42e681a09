"""Hash tables from keys to values: what the newest version of a map owns."""

from rpython.rlib.listsort import make_timsort_class

from interpreter.objects import tree
from interpreter.objects.secret import scrambled, unscrambled
from interpreter.objects.tree import IntKey, StrKey


def _str_less(a, b):
    return a < b


def _int_less(a, b):
    return a < b


_StrSort = make_timsort_class(lt=_str_less)
_IntSort = make_timsort_class(lt=_int_less)


class Table(object):
    """Mutable.  ``updates`` counts the changes since it was made."""

    def __init__(self, strs, ints):
        self._strs = strs
        self._ints = ints
        self.updates = 0

    def size(self):
        return len(self._strs) + len(self._ints)

    def get(self, key):
        """The value under a ``MapKey``, None if there is none."""
        if isinstance(key, StrKey):
            return self._strs.get(key.value, None)
        assert isinstance(key, IntKey)
        return self._ints.get(scrambled(key.value), None)

    def set(self, key, w_value):
        self.updates += 1
        if isinstance(key, StrKey):
            self._strs[key.value] = w_value
        else:
            assert isinstance(key, IntKey)
            self._ints[scrambled(key.value)] = w_value

    def remove(self, key):
        """The key must be there."""
        self.updates += 1
        if isinstance(key, StrKey):
            del self._strs[key.value]
        else:
            assert isinstance(key, IntKey)
            del self._ints[scrambled(key.value)]

    def copy(self):
        return Table(self._strs.copy(), self._ints.copy())

    def tree(self):
        """A tree with the same entries."""
        strs = self._strs.keys()
        _StrSort(strs).sort()
        ints = [unscrambled(i) for i in self._ints.keys()]
        _IntSort(ints).sort()
        keys = [StrKey(s) for s in strs]
        values_w = [self._strs[s] for s in strs]
        for i in ints:
            keys.append(IntKey(i))
            values_w.append(self._ints[scrambled(i)])
        return tree.build(keys, values_w)


def table_of(root):
    """A table with the entries of a tree."""
    table = Table({}, {})
    walk = tree.Walk(root)
    node = walk.next()
    while node is not None:
        table.set(node.key, node.w_value)
        node = walk.next()
    table.updates = 0
    return table
