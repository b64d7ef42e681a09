"""Persistent sorted trees of entries, and the keys of maps and sets.

Weight-balanced binary trees with path copying.  None is the empty tree.
"""

from rpython.rlib import jit

from interpreter.objects.numbers import W_Int, newint
from interpreter.objects.text import W_Str, newstr

# A subtree holds at most DELTA times as many entries as its sibling; RATIO
# chooses between single and double rotation.
DELTA = 3
RATIO = 2


class MapKey(object):
    """A key of a map or a member of a set: a Str or an Int.  All Strs come
    before all Ints."""
    _attrs_ = []

    def compare(self, other):
        """Negative, zero or positive."""
        raise NotImplementedError

    def to_w(self):
        """The key as a value."""
        raise NotImplementedError


class StrKey(MapKey):
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def compare(self, other):
        if not isinstance(other, StrKey):
            return -1
        if self.value < other.value:
            return -1
        if self.value == other.value:
            return 0
        return 1

    def to_w(self):
        return newstr(self.value)


class IntKey(MapKey):
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value

    def compare(self, other):
        if not isinstance(other, IntKey):
            return 1
        if self.value < other.value:
            return -1
        if self.value == other.value:
            return 0
        return 1

    def to_w(self):
        return newint(self.value)


def mapkey_from_w(w_value):
    """The key for a Str or an Int; None for any other value."""
    if isinstance(w_value, W_Str):
        return StrKey(w_value.utf8_w())
    if isinstance(w_value, W_Int):
        return IntKey(w_value.intval)
    return None


class Node(object):
    """An entry with the trees of the smaller and the larger keys."""
    _attrs_ = ['key', 'w_value', 'left', 'right', 'size']
    _immutable_fields_ = ['key', 'w_value', 'left', 'right', 'size']

    def __init__(self, key, w_value, left, right):
        self.key = key
        self.w_value = w_value
        self.left = left
        self.right = right
        self.size = size(left) + size(right) + 1


def size(node):
    if node is None:
        return 0
    return node.size


@jit.dont_look_inside
def find(node, key):
    """The node with this key, None if there is none."""
    while node is not None:
        order = key.compare(node.key)
        if order == 0:
            return node
        if order < 0:
            node = node.left
        else:
            node = node.right
    return None


def _balanced(key, w_value, left, right):
    left_size = size(left)
    right_size = size(right)
    if left_size + right_size < 2:
        return Node(key, w_value, left, right)
    if right_size > DELTA * left_size:
        inner = right.left
        if size(inner) < RATIO * size(right.right):
            return Node(right.key, right.w_value,
                        Node(key, w_value, left, inner), right.right)
        return Node(inner.key, inner.w_value,
                    Node(key, w_value, left, inner.left),
                    Node(right.key, right.w_value, inner.right, right.right))
    if left_size > DELTA * right_size:
        inner = left.right
        if size(inner) < RATIO * size(left.left):
            return Node(left.key, left.w_value, left.left,
                        Node(key, w_value, inner, right))
        return Node(inner.key, inner.w_value,
                    Node(left.key, left.w_value, left.left, inner.left),
                    Node(key, w_value, inner.right, right))
    return Node(key, w_value, left, right)


def _inserted(node, key, w_value):
    if node is None:
        return Node(key, w_value, None, None)
    order = key.compare(node.key)
    if order == 0:
        return Node(key, w_value, node.left, node.right)
    if order < 0:
        return _balanced(node.key, node.w_value,
                         _inserted(node.left, key, w_value), node.right)
    return _balanced(node.key, node.w_value, node.left,
                     _inserted(node.right, key, w_value))


@jit.dont_look_inside
def insert(node, key, w_value):
    """The tree with the entry added or replaced."""
    return _inserted(node, key, w_value)


def _without_first(node):
    if node.left is None:
        return node.right
    return _balanced(node.key, node.w_value, _without_first(node.left),
                     node.right)


def _removed(node, key):
    order = key.compare(node.key)
    if order < 0:
        return _balanced(node.key, node.w_value, _removed(node.left, key),
                         node.right)
    if order > 0:
        return _balanced(node.key, node.w_value, node.left,
                         _removed(node.right, key))
    if node.left is None:
        return node.right
    if node.right is None:
        return node.left
    first = node.right
    while first.left is not None:
        first = first.left
    return _balanced(first.key, first.w_value, node.left,
                     _without_first(node.right))


@jit.dont_look_inside
def remove(node, key):
    """The tree without the key; the same tree if it has no such key."""
    if find(node, key) is None:
        return node
    return _removed(node, key)


def build(keys, values_w):
    """The tree of ``keys``, which are sorted and distinct, and their values."""
    return _built(keys, values_w, 0, len(keys))


def _built(keys, values_w, start, stop):
    if start == stop:
        return None
    middle = (start + stop) >> 1
    return Node(keys[middle], values_w[middle],
                _built(keys, values_w, start, middle),
                _built(keys, values_w, middle + 1, stop))


class Walk(object):
    """The nodes of a tree in key order."""

    def __init__(self, root):
        self._path = []
        self._descend(root)

    def _descend(self, node):
        while node is not None:
            self._path.append(node)
            node = node.left

    def next(self):
        """The next node, None after the last."""
        if len(self._path) == 0:
            return None
        node = self._path.pop()
        self._descend(node.right)
        return node
