"""Values as JSON inside a trace, as ``objects.json.to_trace_json`` writes them.

Calls pass on what they were given, so the same value comes up again and again
in nodes that are near each other.  The text of a long one is copied from the
buffer as long as it is there.  What may be copied is kept like the nodes: once
a node is closed, its own values count for the nodes around it, and no longer
those of the nodes inside.
"""

from rpython.rlib.longlong2float import float2longlong
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.closure import W_Closure
from interpreter.objects.floatfmt import json_float
from interpreter.objects.json import to_trace_json
from interpreter.objects.list import W_List
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, w_unit
from interpreter.objects.pace import pace
from interpreter.objects.quote import append_json_quoted
from interpreter.objects.record import W_Record
from interpreter.objects.text import W_Str
from interpreter.objects.tuple import W_Tuple
from interpreter.objects.variant import W_Variant

LONG = 64           # bytes that are not written again
PARTS = 1           # the level of the parts of an input or output
DEEP = 50           # levels of recursion
LOOK_BACK = 16      # values
OF_A_NODE = 8       # values
FLOAT_BITS = 12
FLOATS = 1 << FLOAT_BITS    # texts that are kept
MIX = r_uint(0x9e3779b97f4a7c15)


class _Written(object):
    """The text of ``w_value`` was appended at a position."""

    def __init__(self, w_value, position, size):
        self.w_value = w_value
        self.position = position
        self.size = size


class ValueWriter(object):
    """Appends values to a TraceText."""

    def __init__(self, text):
        self.text = text
        self.near = []              # [_Written], the nearest last
        self.seen_written = 0
        self.added = 0
        self.shapes = {}            # Shape -> what stands before each value
        self.constructors = {}      # Constructor -> what stands before its args
        self.closures = {}          # code -> its text
        self.float_bits = [0] * FLOATS
        self.float_texts = [''] * FLOATS

    # Nodes.

    def mark(self):
        """A node is opened; -> what the calls for its end need."""
        return len(self.near)

    def begin_values(self):
        """The values of a node follow; -> what ``end_values`` needs."""
        if self.seen_written != self.text.written:
            # What cannot be copied any more is not kept alive.
            self.seen_written = self.text.written
            for written in self.near:
                if not self.text.holds(written.position):
                    written.w_value = None
        self.added = 0
        return len(self.near)

    def end_values(self, begin, mark, outer_mark):
        """The node with ``mark`` in the one with ``outer_mark`` is closed."""
        near = self.near
        if begin > mark:
            del near[mark:begin]
        if len(near) - outer_mark > LOOK_BACK + OF_A_NODE:
            assert outer_mark >= 0
            stop = len(near) - LOOK_BACK
            assert stop >= 0
            del near[outer_mark:stop]

    def forget(self, mark, position):
        """What was appended from ``position`` on, in the node with ``mark``,
        is not there any more."""
        assert mark >= 0
        del self.near[mark:]
        for written in self.near:
            if written.position >= position:
                written.w_value = None

    # Values.

    def value(self, w_value, level=0):
        """Append a value; inside an input or output at ``level`` 0 its parts
        are at level 1, and so on."""
        text = self.text
        if isinstance(w_value, W_Int):
            text.append_number(w_value.intval)
        elif isinstance(w_value, W_Bool):
            if w_value.boolval:
                text.append('true')
            else:
                text.append('false')
        elif isinstance(w_value, W_Float):
            self.float(w_value.floatval)
        elif w_value is w_unit:
            text.append('null')
        elif isinstance(w_value, W_Str) and w_value.length_bytes() < LONG:
            self.string(w_value.utf8_w())
        elif level > PARTS:
            self.long_value(w_value, level)
        elif not self.copied(w_value):
            position = text.position()
            self.long_value(w_value, level)
            size = text.position() - position
            if (size >= LONG and self.added < OF_A_NODE and
                    text.holds(position)):
                self.added += 1
                self.near.append(_Written(w_value, position, size))

    def copied(self, w_value):
        """Append the text that a value has nearby; -> whether it has one."""
        near = self.near
        i = len(near) - 1
        stop = max(-1, i - LOOK_BACK)
        while i > stop:
            written = near[i]
            if written.w_value is w_value:
                position = self.text.position()
                if not self.text.repeat(written.position, written.size):
                    return False
                written.position = position
                pace.work(1 + written.size // LONG)
                return True
            i -= 1
        return False

    def long_value(self, w_value, level):
        if isinstance(w_value, W_Str):
            self.string(w_value.utf8_w())
        elif level > DEEP:
            self.text.append(to_trace_json(w_value))
        elif isinstance(w_value, W_List):
            self.list(w_value, level)
        elif isinstance(w_value, W_Record):
            self.record(w_value, level)
        elif isinstance(w_value, W_Variant):
            self.variant(w_value, level)
        elif isinstance(w_value, W_Tuple):
            self.tuple(w_value, level)
        elif isinstance(w_value, W_Closure):
            self.text.append(self.text_of_closure(w_value))
        else:
            self.text.append(to_trace_json(w_value))

    def string(self, utf8):
        for i in range(len(utf8)):
            c = utf8[i]
            if c < ' ' or c == '"' or c == '\\':
                builder = StringBuilder(len(utf8) + 2)
                append_json_quoted(builder, utf8)
                self.text.append(builder.build())
                return
        self.text.append_char('"')
        self.text.append(utf8)
        self.text.append_char('"')

    def float(self, x):
        """Texts of floats are slow to make, and the same ones come again."""
        bits = float2longlong(x)
        place = intmask((r_uint(bits) * MIX) >> (64 - FLOAT_BITS))
        if self.float_bits[place] != bits or self.float_texts[place] == '':
            self.float_bits[place] = bits
            self.float_texts[place] = json_float(x)
        self.text.append(self.float_texts[place])

    def list(self, w_list, level):
        text = self.text
        length = w_list.length()
        pace.work(length)
        text.append_char('[')
        if w_list.is_int_list():
            for i in range(length):
                if i > 0:
                    text.append_char(',')
                text.append_number(w_list.getitem_int(i))
        elif w_list.is_float_list():
            for i in range(length):
                if i > 0:
                    text.append_char(',')
                self.float(w_list.getitem_float(i))
        else:
            for i in range(length):
                if i > 0:
                    text.append_char(',')
                self.value(w_list.getitem(i), level + 1 + PARTS)
        text.append_char(']')

    def tuple(self, w_tuple, level):
        text = self.text
        size = w_tuple.size()
        pace.work(1)
        text.append_char('[')
        for i in range(size):
            if i > 0:
                text.append_char(',')
            self.value(w_tuple.part(i), level + 1)
        text.append_char(']')

    def variant(self, w_variant, level):
        text = self.text
        constructor = w_variant.constructor
        before = self.constructors.get(constructor, '')
        if before == '':
            before = '{"$variant":%s,"args":[' % _quoted(constructor.name)
            self.constructors[constructor] = before
        text.append(before)
        size = w_variant.size()
        pace.work(1)
        for i in range(size):
            if i > 0:
                text.append_char(',')
            self.value(w_variant.part(i), level + 1)
        text.append(']}')

    def record(self, w_record, level):
        text = self.text
        shape = w_record.shape
        before = self.shapes.get(shape, None)
        if before is None:
            before = _before_fields(shape)
            self.shapes[shape] = before
        pace.work(1)
        for i in range(shape.size()):
            text.append(before[i])
            self.value(w_record.part(i), level + 1)
        if shape.size() == 0:
            text.append('{')
        text.append_char('}')

    def text_of_closure(self, w_closure):
        text = self.closures.get(w_closure.code, '')
        if text == '':
            text = to_trace_json(w_closure)
            self.closures[w_closure.code] = text
        return text


def _before_fields(shape):
    before = []
    opening = '{'
    for i in range(shape.size()):
        before.append('%s%s:' % (opening, _quoted(shape.names[i])))
        opening = ','
    return before


def _quoted(name):
    builder = StringBuilder()
    append_json_quoted(builder, name)
    return builder.build()
