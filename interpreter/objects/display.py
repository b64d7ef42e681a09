"""The debug text of values, which many error messages embed."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.actor import W_Actor
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.deque import W_Deque
from interpreter.objects.floatfmt import debug_float
from interpreter.objects.list import W_List, newlist_items
from interpreter.objects.map import W_Map
from interpreter.objects.matrix import W_Matrix
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, W_Unit
from interpreter.objects.pace import pace
from interpreter.objects.quote import append_debug_quoted
from interpreter.objects.record import W_Record
from interpreter.objects.set import W_Set
from interpreter.objects.text import W_Str
from interpreter.objects.tree import StrKey
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant


class _Open(object):
    """A value whose parts are being written: the parts, their labels if they
    have some, and the text after the last."""

    def __init__(self, parts, labels, closing):
        self.parts = parts
        self.labels = labels
        self.closing = closing
        self.next = 0


@jit.dont_look_inside
def debug(w_value):
    """The structural text of any value: ``List([Int(1), Str("a")])``."""
    builder = StringBuilder()
    stack = []
    _write(builder, w_value, stack)
    while len(stack) > 0:
        pace.work(1)
        top = stack[len(stack) - 1]
        i = top.next
        if i == top.parts.length():
            builder.append(top.closing)
            stack.pop()
            continue
        top.next = i + 1
        if i > 0:
            builder.append(', ')
        labels = top.labels
        if labels is not None:
            builder.append(labels[i])
            builder.append(': ')
        _write(builder, top.parts.getitem(i), stack)
    return builder.build()


def _write(builder, w_value, stack):
    if isinstance(w_value, W_Int):
        builder.append('Int(')
        builder.append(str(w_value.intval))
        builder.append(')')
    elif isinstance(w_value, W_Float):
        builder.append('Float(')
        builder.append(debug_float(w_value.floatval))
        builder.append(')')
    elif isinstance(w_value, W_Bool):
        if w_value.boolval:
            builder.append('Bool(true)')
        else:
            builder.append('Bool(false)')
    elif isinstance(w_value, W_Str):
        builder.append('Str(')
        append_debug_quoted(builder, w_value.utf8_w())
        builder.append(')')
    elif isinstance(w_value, W_Unit):
        builder.append('Unit')
    elif isinstance(w_value, W_Bytes):
        builder.append('Bytes(')
        _write_numbers(builder, w_value.bytes_w())
        builder.append(')')
    elif isinstance(w_value, W_List):
        builder.append('List([')
        stack.append(_Open(w_value, None, '])'))
    elif isinstance(w_value, W_Tuple):
        builder.append('Tuple([')
        stack.append(_Open(newlist_items(w_value.parts()), None, '])'))
    elif isinstance(w_value, W_Deque):
        builder.append('Deque([')
        stack.append(_Open(w_value.w_list, None, '])'))
    elif isinstance(w_value, W_Variant):
        builder.append('Variant { name: ')
        append_debug_quoted(builder, w_value.constructor.name)
        builder.append(', args: [')
        stack.append(_Open(newlist_items(w_value.parts()), None, '] }'))
    elif isinstance(w_value, W_Record):
        builder.append('Record { shape_id: ')
        builder.append(str(w_value.shape.number))
        builder.append(', fields: {')
        stack.append(_Open(newlist_items(w_value.parts()),
                           _field_labels(w_value), '} }'))
    elif isinstance(w_value, W_Closure):
        builder.append('Closure { fn_id: ')
        builder.append(str(w_value.code.index))
        builder.append(', body_hash: ')
        _write_numbers(builder, w_value.code.body_hash)
        builder.append(', captures: [')
        stack.append(_Open(newlist_items(w_value.captured_w), None, '] }'))
    elif isinstance(w_value, W_Map):
        builder.append('Map({')
        stack.append(_Open(newlist_items(w_value.values_w()),
                           _key_labels(w_value), '})'))
    elif isinstance(w_value, W_Set):
        builder.append('Set({')
        stack.append(_Open(newlist_items(w_value.keys_w()), None, '})'))
    elif isinstance(w_value, W_Matrix):
        builder.append('F64Array { rows: %d, cols: %d, data: [' % (
            w_value.rows, w_value.cols))
        for i in range(len(w_value.data)):
            if i > 0:
                builder.append(', ')
            builder.append(debug_float(w_value.data[i]))
        builder.append('] }')
    elif isinstance(w_value, W_Actor):
        builder.append('Actor')
    else:
        builder.append(w_value.type_name())


def _write_numbers(builder, data):
    builder.append('[')
    for i in range(len(data)):
        if i > 0:
            builder.append(', ')
        builder.append(str(ord(data[i])))
    builder.append(']')


def _quoted(utf8):
    builder = StringBuilder()
    append_debug_quoted(builder, utf8)
    return builder.build()


def _field_labels(w_record):
    names = w_record.shape.names
    return [_quoted(names[i]) for i in range(len(names))]


def _key_labels(w_map):
    keys = w_map.keys()
    labels = []
    for i in range(len(keys)):
        key = keys[i]
        if isinstance(key, StrKey):
            labels.append('Str(' + _quoted(key.value) + ')')
        else:
            labels.append(debug(key.to_w()))
    return labels
