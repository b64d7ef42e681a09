"""Values as the errors of failed examples show them."""

from rpython.rlib.rstring import StringBuilder

from interpreter.objects.display import debug
from interpreter.objects.floatfmt import display_float
from interpreter.objects.list import W_List, newlist_items
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, W_Unit
from interpreter.objects.quote import append_debug_quoted
from interpreter.objects.record import W_Record
from interpreter.objects.text import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant


class _Open(object):
    """A value whose parts are being written: the parts, their names if they
    have some, and the text after the last."""

    def __init__(self, parts, names, closing):
        self.parts = parts
        self.names = names
        self.closing = closing
        self.next = 0


def pretty(w_value):
    """``Some([1, 2])``, ``{ x: "a" }``; what has no literal in debug form."""
    builder = StringBuilder()
    stack = []
    _write(builder, w_value, stack)
    while len(stack) > 0:
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
        _write(builder, top.parts.getitem(i), stack)
    return builder.build()


def _write(builder, w_value, stack):
    """Write a value without parts, or open one with parts on ``stack``."""
    if isinstance(w_value, W_Int):
        builder.append(str(w_value.intval))
    elif isinstance(w_value, W_Float):
        builder.append(display_float(w_value.floatval))
    elif isinstance(w_value, W_Bool):
        if w_value.boolval:
            builder.append('true')
        else:
            builder.append('false')
    elif isinstance(w_value, W_Str):
        append_debug_quoted(builder, w_value.utf8_w())
    elif isinstance(w_value, W_Unit):
        builder.append('()')
    elif isinstance(w_value, W_List):
        builder.append('[')
        stack.append(_Open(w_value, None, ']'))
    elif isinstance(w_value, W_Tuple):
        builder.append('(')
        parts = [w_value.getitem(i) for i in range(w_value.arity())]
        stack.append(_Open(newlist_items(parts[:]), None, ')'))
    elif isinstance(w_value, W_Variant):
        builder.append(w_value.constructor.name)
        if w_value.arity() > 0:
            builder.append('(')
            parts = [w_value.getarg(i) for i in range(w_value.arity())]
            stack.append(_Open(newlist_items(parts[:]), None, ')'))
    elif isinstance(w_value, W_Record):
        shape_names = w_value.shape.names
        names = [shape_names[i] for i in range(len(shape_names))]
        parts = [w_value.getvalue(i) for i in range(len(names))]
        builder.append('{ ')
        stack.append(_Open(newlist_items(parts[:]), names, ' }'))
    else:
        builder.append(debug(w_value))
