"""What maps and sets have in common: persistent collections sorted by key.

A collection has its entries in one of three forms.

*Tree*: a persistent balanced tree.  All collections start so.

*Table*: a hash table that it may change.  The next version takes the table over
and changes it, and leaves its predecessor as a *difference*: the same entries as
its successor, except for one key.

A program that uses only the newest version of a collection, as most do, so works
on a hash table.  A tree becomes a table when as many versions as half its entries
have followed each other in line.  When an old version is updated, or looked at
from afar, or when any version is wanted in order, the versions between it and the
table, and the table itself, become trees again, each by one step from its
successor.  Each of these conversions is paid for by the updates before it, so
whatever a program does, an update costs logarithmic time, amortised.

So that an old version does not keep a chain of differences of any length, a table
that has changed more often than twice its size is copied for the next version, once.
"""

from rpython.rlib import jit

from interpreter.objects import tree
from interpreter.objects.base import W_Root
from interpreter.objects.table import table_of
from interpreter.objects.tree import StrKey, Walk

# Fewer entries are not worth a table.
SMALLEST_TABLE = 32
# How many differences a look-up goes through.
NEAR = 8
# The ``_streak`` of a version that has a successor.
SUCCEEDED = -1


class W_Sorted(W_Root):
    """``_table`` is not None in a table, ``_newer`` not None in a difference:
    it has ``_w_before`` under ``_key`` (nothing if that is None) and else
    what ``_newer`` has.  ``_streak`` counts the versions before it in line.
    """
    _attrs_ = ['_root', '_size', '_streak', '_table', '_newer', '_key',
               '_w_before']
    _immutable_fields_ = ['_size']

    def __init__(self, root, size):
        self._root = root
        self._size = size
        self._streak = 0
        self._table = None
        self._newer = None
        self._key = None
        self._w_before = None

    def length(self):
        return self._size

    @jit.dont_look_inside
    def find(self, key):
        """The value under a ``MapKey``, None if there is none."""
        w_version = self
        for _ in range(NEAR):
            if w_version._table is not None:
                return w_version._table.get(key)
            if w_version._newer is None:
                break
            if w_version._key.compare(key) == 0:
                return w_version._w_before
            w_version = w_version._newer
        node = tree.find(w_version.root(), key)
        if node is None:
            return None
        return node.w_value

    def has(self, key):
        return self.find(key) is not None

    @jit.dont_look_inside
    def put_into(self, w_new, key, w_value):
        """Make ``w_new``, an empty collection, this one with an entry added or
        replaced."""
        table = self._table_to_hand_over()
        if table is not None:
            w_before = table.get(key)
            self._hand_over(w_new, table, key, w_before)
            w_new._table.set(key, w_value)
        else:
            w_new._root = tree.insert(self.root(), key, w_value)
            self._continue_line(w_new)
        w_new._size = w_new._count()

    @jit.dont_look_inside
    def take_out_into(self, w_new, key):
        """Make ``w_new``, an empty collection, this one without a key that it
        has."""
        table = self._table_to_hand_over()
        if table is not None:
            w_before = table.get(key)
            self._hand_over(w_new, table, key, w_before)
            w_new._table.remove(key)
        else:
            w_new._root = tree.remove(self.root(), key)
            self._continue_line(w_new)
        w_new._size = w_new._count()

    def _count(self):
        if self._table is not None:
            return self._table.size()
        return tree.size(self._root)

    def _table_to_hand_over(self):
        """The table that a successor gets, or a copy of; None if it is to be
        a tree.  A version that a copy was made of and that is updated again
        is an old one: it becomes a tree, lest each update copies it."""
        if self._table is not None and self._streak == SUCCEEDED:
            self.root()
        return self._table

    def _hand_over(self, w_new, table, key, w_before):
        """Give the table to the successor, or a copy of it."""
        self._streak = SUCCEEDED
        if table.updates > 2 * self._size:
            w_new._table = table.copy()
        else:
            w_new._table = table
            self._table = None
            self._newer = w_new
            self._key = key
            self._w_before = w_before

    def _continue_line(self, w_new):
        """``w_new``, a tree, was made of this one: is it worth a table?"""
        if self._size == 0:
            return
        if self._streak != SUCCEEDED:
            w_new._streak = self._streak + 1
            self._streak = SUCCEEDED
            size = tree.size(w_new._root)
            if size >= SMALLEST_TABLE and w_new._streak >= size >> 1:
                w_new._table = table_of(w_new._root)
                w_new._root = None

    @jit.dont_look_inside
    def root(self):
        """The tree, in whatever form the collection was."""
        if self._table is None and self._newer is None:
            return self._root
        path = []
        w_version = self
        while w_version._newer is not None:
            path.append(w_version)
            w_version = w_version._newer
        if w_version._table is not None:
            w_version._root = w_version._table.tree()
            w_version._table = None
            if w_version._streak != SUCCEEDED:
                w_version._streak = 0
        root = w_version._root
        for i in range(len(path) - 1, -1, -1):
            w_version = path[i]
            if w_version._w_before is None:
                root = tree.remove(root, w_version._key)
            else:
                root = tree.insert(root, w_version._key, w_version._w_before)
            w_version._root = root
            w_version._newer = None
            w_version._key = None
            w_version._w_before = None
        return root

    def walk(self):
        """The nodes in key order, one by one."""
        return Walk(self.root())

    @jit.dont_look_inside
    def keys(self):
        """The ``MapKey`` objects in order."""
        walk = self.walk()
        return [walk.next().key for i in range(self.length())]

    @jit.dont_look_inside
    def keys_w(self):
        """The keys in order, as values."""
        walk = self.walk()
        return [walk.next().key.to_w() for i in range(self.length())]

    @jit.dont_look_inside
    def has_only_str_keys(self):
        # Ints come last: the largest key decides.
        node = self.root()
        if node is None:
            return True
        while node.right is not None:
            node = node.right
        return isinstance(node.key, StrKey)
