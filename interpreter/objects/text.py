"""Str: immutable UTF-8 text.

A text is either flat or a rope, the yet unjoined concatenation of two texts.
Joining small pieces into the nearest leaf keeps ropes shallow, and a rope is
flattened once, when somebody looks at its bytes; so a fold that appends (or
prepends) piece by piece costs time linear in the result.
"""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import ovfcheck
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.base import W_Root
from interpreter.objects.errors import Panic
from interpreter.objects.pace import pace

# Texts up to this many bytes are joined at once, longer ones become ropes.
LEAF_LIMIT = 256


class W_Str(W_Root):
    _attrs_ = ['_codepoints']

    def type_name(self):
        return 'Str'

    def utf8_w(self):
        """The bytes as a host string."""
        raise NotImplementedError

    def known_utf8(self):
        """The bytes if they are flat already, else None."""
        raise NotImplementedError

    def length_bytes(self):
        raise NotImplementedError

    def length_codepoints(self):
        n = self._codepoints
        if n < 0:
            n = count_codepoints(self.utf8_w())
            self._codepoints = n
        return n

    def concat(self, w_other):
        """A new text: this one followed by ``w_other``."""
        if isinstance(self, W_FlatStr) and isinstance(w_other, W_FlatStr):
            left = self.value
            right = w_other.value
            if len(left) + len(right) <= LEAF_LIMIT:
                return W_FlatStr(left + right)
        return _join(self, w_other)


class W_FlatStr(W_Str):
    _attrs_ = ['value']
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value
        self._codepoints = -1

    def utf8_w(self):
        return self.value

    def known_utf8(self):
        return self.value

    def length_bytes(self):
        return len(self.value)


class W_Rope(W_Str):
    """``left`` and ``right`` are dropped once ``value`` is known."""
    _attrs_ = ['value', 'left', 'right', 'size']
    _immutable_fields_ = ['size']

    def __init__(self, left, right, size):
        self.value = None
        self.left = left
        self.right = right
        self.size = size
        self._codepoints = -1

    def utf8_w(self):
        value = self.value
        if value is None:
            value = _flatten(self)
            self.value = value
            self.left = None
            self.right = None
        return value

    def known_utf8(self):
        return self.value

    def length_bytes(self):
        return self.size


@jit.dont_look_inside
def _flatten(w_rope):
    pace.work(w_rope.size)
    builder = StringBuilder(w_rope.size)
    pending = [w_rope.right, w_rope.left]
    while len(pending) > 0:
        w_text = pending.pop()
        value = w_text.known_utf8()
        if value is not None:
            builder.append(value)
        else:
            assert isinstance(w_text, W_Rope)
            pending.append(w_text.right)
            pending.append(w_text.left)
    return builder.build()


@jit.dont_look_inside
def _join(w_left, w_right):
    """Raises Panic if the text is longer than a number can tell."""
    left_size = w_left.length_bytes()
    right_size = w_right.length_bytes()
    if left_size == 0:
        return w_right
    if right_size == 0:
        return w_left
    try:
        size = ovfcheck(left_size + right_size)
    except OverflowError:
        raise Panic('text too long')
    if size <= LEAF_LIMIT:
        return W_FlatStr(w_left.utf8_w() + w_right.utf8_w())
    left = w_left.known_utf8()
    right = w_right.known_utf8()
    if left is None and right is not None:
        assert isinstance(w_left, W_Rope)
        tail = w_left.right.known_utf8()
        if tail is not None and len(tail) + right_size <= LEAF_LIMIT:
            return W_Rope(w_left.left, W_FlatStr(tail + right), size)
    elif right is None and left is not None:
        assert isinstance(w_right, W_Rope)
        head = w_right.left.known_utf8()
        if head is not None and left_size + len(head) <= LEAF_LIMIT:
            return W_Rope(W_FlatStr(left + head), w_right.right, size)
    return W_Rope(w_left, w_right, size)


@jit.elidable
def count_codepoints(utf8):
    """Number of code points of valid UTF-8."""
    n = 0
    for i in range(len(utf8)):
        if ord(utf8[i]) & 0xc0 != 0x80:
            n += 1
    return n


def are_equal(left, right):
    """Whether two host strings are equal."""
    # Compiled code calls a function for the general case.
    if jit.isconstant(right) and len(right) == 1:
        return len(left) == 1 and left[0] == right[0]
    pace.bytes(len(left))
    return left == right


def newstr(utf8):
    """The Str with these UTF-8 bytes."""
    return W_FlatStr(utf8)
