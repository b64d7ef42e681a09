"""JSON: values to documents.

Objects are written with their keys sorted bytewise; docs/language.rst tells which document
stands for which value.
"""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.actor import W_Actor
from interpreter.objects.base import W_Root
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.deque import W_Deque
from interpreter.objects.floatfmt import json_float
from interpreter.objects.list import W_List, newlist_items
from interpreter.objects.map import W_Map
from interpreter.objects.matrix import W_Matrix
from interpreter.objects.numbers import (
    W_Bool, W_Float, W_Int, newfloat, newint, w_true, w_unit)
from interpreter.objects.pace import pace
from interpreter.objects.quote import append_hex_bytes, append_json_quoted
from interpreter.objects.record import W_Record
from interpreter.objects.set import W_Set
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.tree import StrKey
from interpreter.objects.tuple import W_Tuple, newtuple
from interpreter.objects.variant import W_Variant


@jit.dont_look_inside
def to_json(w_value):
    """The compact document of a value."""
    return _Writer(False).document(w_value)


@jit.dont_look_inside
def to_trace_json(w_value):
    """The compact document of a value inside a trace, where bytes, maps, sets
    and deques are told apart from other values."""
    return _Writer(True).document(w_value)


class W_Unsigned(W_Root):
    """A number of a document between the largest Int and 2**64, which
    ``json_reader.from_exact_json`` keeps as it is written."""
    _attrs_ = ['digits']
    _immutable_fields_ = ['digits']

    def __init__(self, digits):
        self.digits = digits

    def type_name(self):
        return 'Float'


class _Open(object):
    """An array or object that is being written: its parts, the keys if it is
    an object, and the bracket that closes it."""

    def __init__(self, parts, keys, closing):
        self.parts = parts
        self.keys = keys
        self.closing = closing
        self.next = 0


class _Writer(object):
    def __init__(self, tracing):
        self.tracing = tracing
        self.builder = StringBuilder()
        self.stack = []

    def document(self, w_value):
        builder = self.builder
        stack = self.stack
        self.value(w_value)
        while len(stack) > 0:
            pace.work(1)
            top = stack[len(stack) - 1]
            i = top.next
            if i == top.parts.length():
                stack.pop()
                builder.append(top.closing)
                continue
            top.next = i + 1
            if i > 0:
                builder.append(',')
            keys = top.keys
            if keys is not None:
                append_json_quoted(builder, keys[i])
                builder.append(':')
            self.value(top.parts.getitem(i))
        return builder.build()

    def array(self, w_items):
        pace.work(w_items.length())
        self.builder.append('[')
        self.stack.append(_Open(w_items, None, ']'))

    def object(self, keys, values):
        self.builder.append('{')
        self.stack.append(_Open(newlist_items(values), keys, '}'))

    def string(self, utf8):
        append_json_quoted(self.builder, utf8)

    def value(self, w_value):
        """Write a value without parts, open any other one."""
        builder = self.builder
        if isinstance(w_value, W_Int):
            builder.append(str(w_value.intval))
        elif isinstance(w_value, W_Str):
            self.string(w_value.utf8_w())
        elif isinstance(w_value, W_Float):
            builder.append(json_float(w_value.floatval))
        elif isinstance(w_value, W_Bool):
            if w_value.boolval:
                builder.append('true')
            else:
                builder.append('false')
        elif isinstance(w_value, W_List):
            self.array(w_value)
        elif isinstance(w_value, W_Tuple):
            self.array(newlist_items(w_value.parts()))
        elif isinstance(w_value, W_Record):
            names = w_value.shape.names
            self.object([names[i] for i in range(len(names))], w_value.parts())
        elif isinstance(w_value, W_Variant):
            self.object(['$variant', 'args'],
                        [newstr(w_value.constructor.name),
                         newlist_items(w_value.parts())])
        elif isinstance(w_value, W_Bytes):
            self.bytes(w_value.bytes_w())
        elif isinstance(w_value, W_Map):
            self.map(w_value)
        elif isinstance(w_value, W_Set):
            self.sequence('$set', newlist_items(w_value.keys_w()))
        elif isinstance(w_value, W_Deque):
            self.sequence('$deque', w_value.w_list)
        elif isinstance(w_value, W_Closure):
            body_hash = w_value.code.body_hash
            builder.append('"<closure ')
            append_hex_bytes(builder, body_hash[:min(4, len(body_hash))])
            builder.append('>"')
        elif isinstance(w_value, W_Matrix):
            self.matrix(w_value)
        elif isinstance(w_value, W_Actor):
            builder.append('"<actor>"')
        elif w_value is w_unit:
            builder.append('null')
        elif isinstance(w_value, W_Unsigned):
            builder.append(w_value.digits)
        else:
            self.string('<' + w_value.type_name() + '>')

    def bytes(self, data):
        if self.tracing:
            self.builder.append('"')
            append_hex_bytes(self.builder, data)
            self.builder.append('"')
        else:
            hexadecimal = StringBuilder(2 * len(data))
            append_hex_bytes(hexadecimal, data)
            self.object(['$bytes'], [newstr(hexadecimal.build())])

    def sequence(self, tag, w_items):
        if self.tracing:
            self.object([tag, 'items'], [w_true, w_items])
        else:
            self.array(w_items)

    def map(self, w_map):
        if self.tracing:
            self.object(['$map', 'entries'], [w_true, _pairs(w_map)])
        elif w_map.has_only_str_keys():
            self.object(_key_texts(w_map), w_map.values_w())
        else:
            self.array(_pairs(w_map))

    def matrix(self, w_matrix):
        data = w_matrix.data
        items = [newfloat(data[i]) for i in range(len(data))]
        self.object(['$f64_array', 'cols', 'data', 'rows'],
                    [w_true, newint(w_matrix.cols), newlist_items(items),
                     newint(w_matrix.rows)])


def _pairs(w_map):
    entries = w_map.entries()
    return newlist_items([
        newtuple([entries[i].key.to_w(), entries[i].w_value])
        for i in range(len(entries))])


def _key_texts(w_map):
    keys = w_map.keys()
    texts = [''] * len(keys)
    for i in range(len(keys)):
        key = keys[i]
        assert isinstance(key, StrKey)
        texts[i] = key.value
    return texts
