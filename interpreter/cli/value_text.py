"""Values as a program would write them."""

from rpython.rlib.rstring import StringBuilder

from interpreter.objects.bytes import W_Bytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.deque import W_Deque
from interpreter.objects.display import debug
from interpreter.objects.floatfmt import display_float
from interpreter.objects.list import W_List, newlist_items
from interpreter.objects.map import W_Map
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, W_Unit
from interpreter.objects.quote import append_debug_quoted, append_hex_bytes
from interpreter.objects.record import W_Record
from interpreter.objects.set import W_Set
from interpreter.objects.text import W_Str
from interpreter.objects.tuple import W_Tuple, newtuple
from interpreter.objects.variant import W_Variant

# Longest text that ``brief`` gives, in bytes.
MAX_BRIEF = 200

# How whole Floats and values without a literal are written.
AS_REFERENCE, AS_PROGRAM, AS_CALLS = range(3)


class _Open(object):
    """A value whose parts are being written: the parts, their names if they
    have some, and the text after the last."""

    def __init__(self, parts, names, closing):
        self.parts = parts
        self.names = names
        self.closing = closing
        self.next = 0


def pretty(w_value):
    """``Some([1, 2])``, ``{ x: "a" }``; what has no literal in debug form.  Floats
    that are whole have no ``.0``."""
    return _Writer(AS_REFERENCE, -1).text(w_value)


def brief(w_value):
    """The start of the text of a value; what has no literal by its type.  Floats are
    written as in a program."""
    return _Writer(AS_PROGRAM, MAX_BRIEF).text(w_value)


def shown(w_value, most):
    """Like ``brief``, but up to ``most`` bytes, and collections without a literal as
    the call that makes them: ``set.from_list([1, 2])``."""
    return _Writer(AS_CALLS, most).text(w_value)


class _Writer(object):
    """``most`` is the number of bytes after which the text is cut, -1 for none."""

    def __init__(self, style, most):
        self.style = style
        self.most = most
        self.builder = StringBuilder()
        self.stack = []

    def text(self, w_value):
        builder = self.builder
        stack = self.stack
        self._write(w_value)
        while len(stack) > 0:
            if 0 <= self.most < builder.getlength():
                builder.append('...')
                break
            top = stack[len(stack) - 1]
            i = top.next
            if i == top.parts.length():
                builder.append(top.closing)
                stack.pop()
                continue
            top.next = i + 1
            if i > 0:
                builder.append(', ')
            names = top.names
            if names is not None:
                builder.append(names[i])
                builder.append(': ')
            self._write(top.parts.getitem(i))
        return builder.build()

    def _write(self, w_value):
        """Write a value without parts, or open one with parts."""
        builder = self.builder
        if isinstance(w_value, W_Int):
            builder.append(str(w_value.intval))
        elif isinstance(w_value, W_Float):
            builder.append(self._float(w_value.floatval))
        elif isinstance(w_value, W_Bool):
            if w_value.boolval:
                builder.append('true')
            else:
                builder.append('false')
        elif isinstance(w_value, W_Str):
            self._str(w_value.utf8_w())
        elif isinstance(w_value, W_Unit):
            builder.append('()')
        elif isinstance(w_value, W_List):
            builder.append('[')
            self.stack.append(_Open(w_value, None, ']'))
        elif isinstance(w_value, W_Tuple):
            builder.append('(')
            parts = [w_value.getitem(i) for i in range(w_value.arity())]
            self.stack.append(_Open(newlist_items(parts[:]), None, ')'))
        elif isinstance(w_value, W_Variant):
            self._variant(w_value)
        elif isinstance(w_value, W_Record):
            self._record(w_value)
        elif self.style == AS_REFERENCE:
            builder.append(debug(w_value))
        elif self.style != AS_CALLS or not self._call(w_value):
            builder.append('<' + w_value.type_name() + '>')

    def _call(self, w_value):
        """Write what has no literal but shows its parts; -> whether it is such."""
        if isinstance(w_value, W_Map):
            parts = [newtuple([entry.key.to_w(), entry.w_value])
                     for entry in w_value.entries()]
            self._from_list('map', newlist_items(parts[:]))
        elif isinstance(w_value, W_Set):
            self._from_list('set', newlist_items(w_value.keys_w()))
        elif isinstance(w_value, W_Deque):
            self._from_list('deque', w_value.w_list)
        elif isinstance(w_value, W_Bytes):
            self._bytes(w_value.bytes_w())
        elif isinstance(w_value, W_Closure):
            self.builder.append('<function>')
        else:
            return False
        return True

    def _from_list(self, module, w_parts):
        self.builder.append(module)
        self.builder.append('.from_list([')
        self.stack.append(_Open(w_parts, None, '])'))

    def _bytes(self, data):
        builder = self.builder
        for char in data:
            if not ' ' <= char <= '~':
                builder.append('<Bytes ')
                append_hex_bytes(builder, self._start(data))
                builder.append('>')
                return
        builder.append('b')
        append_debug_quoted(builder, self._start(data))

    def _float(self, value):
        text = display_float(value)
        if self.style != AS_REFERENCE:
            for char in text:
                if not ('0' <= char <= '9' or char == '-'):
                    return text
            return text + '.0'
        return text

    def _str(self, text):
        append_debug_quoted(self.builder, self._start(text))

    def _start(self, text):
        """As much of a text as is shown."""
        if self.most < 0 or len(text) <= self.most:
            return text
        end = self.most
        while end > 0 and 0x80 <= ord(text[end]) < 0xc0:
            end -= 1
        assert end >= 0
        return text[:end] + '...'

    def _variant(self, w_value):
        self.builder.append(w_value.constructor.name)
        if w_value.arity() > 0:
            self.builder.append('(')
            parts = [w_value.getarg(i) for i in range(w_value.arity())]
            self.stack.append(_Open(newlist_items(parts[:]), None, ')'))

    def _record(self, w_value):
        shape_names = w_value.shape.names
        names = [shape_names[i] for i in range(len(shape_names))]
        parts = [w_value.getvalue(i) for i in range(len(names))]
        self.builder.append('{ ')
        self.stack.append(_Open(newlist_items(parts[:]), names, ' }'))
