"""Arrays, lists, texts and calls that nobody sees into, for the register machine
(Python 2.7, RPython)."""

from rpython.rlib import jit

import instructions as ins
import values
from values import (
    NIL, W_Float, W_Floats, W_Int, W_Ints, W_List, W_Node, W_Pair, W_Refs, W_Text, pools)


def array_instruction(frame, opcode, a, b, c, d):
    if opcode == ins.INTS:
        number = frame.ints[c]
        if a == 0:
            frame.refs[b] = W_Ints([number])
        elif a == 1:
            frame.refs[b] = W_Ints([number, 1, number])
        elif a == 2:
            frame.refs[b] = W_Ints([0, number, -1, 2, number])
        else:
            frame.refs[b] = W_Ints([0] * ins.LARGE_LENGTH)
    elif opcode == ins.INTS_GET or opcode == ins.INTS_GETK:
        get_int(frame, opcode, a, b, c)
    elif opcode == ins.INTS_SET or opcode == ins.INTS_SETK:
        set_int(frame, opcode, a, b, c)
    elif opcode == ins.FLOATS:
        number = frame.floats[c]
        if a == 0:
            frame.refs[b] = W_Floats([number])
        else:
            frame.refs[b] = W_Floats([number, -0.0, number])
    elif opcode == ins.FLOATS_GET or opcode == ins.FLOATS_GETK:
        get_float(frame, opcode, a, b, c)
    elif opcode == ins.FLOATS_SET or opcode == ins.FLOATS_SETK:
        set_float(frame, opcode, a, b, c)
    elif opcode == ins.REFS:
        w_value = frame.refs[c]
        if a == 0:
            frame.refs[b] = W_Refs([w_value])
        elif a == 1:
            frame.refs[b] = W_Refs([w_value, NIL, frame.refs[d]])
        else:
            frame.refs[b] = W_Refs([w_value, frame.refs[d], NIL, w_value])
    elif opcode == ins.REFS_GET or opcode == ins.REFS_GETK:
        get_ref(frame, opcode, a, b, c)
    elif opcode == ins.REFS_SET or opcode == ins.REFS_SETK:
        set_ref(frame, opcode, a, b, c)
    elif opcode == ins.ALEN:
        frame.ints[a] = array_length(frame.refs[b])
    elif opcode == ins.NEWSIZE:
        frame.refs[a] = W_Refs([NIL] * (frame.ints[b] & 7))
    elif opcode == ins.SLICE:
        frame.refs[a] = sliced(frame.refs[b], frame.ints[c], frame.ints[d])
    else:
        list_instruction(frame, opcode, a, b, c)


def array_length(w_array):
    if isinstance(w_array, W_Ints):
        return len(w_array.items)
    elif isinstance(w_array, W_Floats):
        return len(w_array.items)
    elif isinstance(w_array, W_Refs):
        return len(w_array.items)
    return -1


def get_int(frame, opcode, a, b, c):
    if opcode == ins.INTS_GET:
        w_array = frame.refs[b]
        index = frame.ints[c]
    else:
        w_array = frame.refs[c]
        index = pools.indices[a]
        a = b
    if isinstance(w_array, W_Ints) and 0 <= index < len(w_array.items):
        frame.ints[a] = w_array.items[index]


def set_int(frame, opcode, a, b, c):
    if opcode == ins.INTS_SET:
        w_array = frame.refs[a]
        index = frame.ints[b]
    else:
        w_array = frame.refs[b]
        index = pools.indices[a]
    if isinstance(w_array, W_Ints) and 0 <= index < len(w_array.items):
        w_array.items[index] = frame.ints[c]


def get_float(frame, opcode, a, b, c):
    if opcode == ins.FLOATS_GET:
        w_array = frame.refs[b]
        index = frame.ints[c]
    else:
        w_array = frame.refs[c]
        index = pools.indices[a]
        a = b
    if isinstance(w_array, W_Floats) and 0 <= index < len(w_array.items):
        frame.floats[a] = w_array.items[index]


def set_float(frame, opcode, a, b, c):
    if opcode == ins.FLOATS_SET:
        w_array = frame.refs[a]
        index = frame.ints[b]
    else:
        w_array = frame.refs[b]
        index = pools.indices[a]
    if isinstance(w_array, W_Floats) and 0 <= index < len(w_array.items):
        w_array.items[index] = frame.floats[c]


def get_ref(frame, opcode, a, b, c):
    if opcode == ins.REFS_GET:
        w_array = frame.refs[b]
        index = frame.ints[c]
    else:
        w_array = frame.refs[c]
        index = pools.indices[a]
        a = b
    if isinstance(w_array, W_Refs) and 0 <= index < len(w_array.items):
        frame.refs[a] = w_array.items[index]


def set_ref(frame, opcode, a, b, c):
    if opcode == ins.REFS_SET:
        w_array = frame.refs[a]
        index = frame.ints[b]
    else:
        w_array = frame.refs[b]
        index = pools.indices[a]
    if isinstance(w_array, W_Refs) and 0 <= index < len(w_array.items):
        w_array.items[index] = frame.refs[c]


def clamped(index, length):
    if index < 0:
        return 0
    if index > length:
        return length
    return index


def sliced(w_array, start, stop):
    """A copy of a part of an array."""
    if isinstance(w_array, W_Refs):
        start = clamped(start, len(w_array.items))
        stop = clamped(stop, len(w_array.items))
        if start <= stop:
            return W_Refs(w_array.items[start:stop])
    elif isinstance(w_array, W_Ints):
        start = clamped(start, len(w_array.items))
        stop = clamped(stop, len(w_array.items))
        if start <= stop:
            return W_Ints(w_array.items[start:stop])
    return w_array


def list_instruction(frame, opcode, a, b, c):
    if opcode == ins.LIST:
        frame.refs[a] = W_List([frame.refs[b], frame.refs[b]])
        return
    w_list = frame.refs[a] if (opcode == ins.PUSH or opcode == ins.LSET) else frame.refs[b]
    if not isinstance(w_list, W_List):
        return
    if opcode == ins.PUSH:
        if len(w_list.items) < ins.LONGEST_LIST:
            w_list.items.append(frame.refs[b])
    elif opcode == ins.POP:
        if len(w_list.items) > 0:
            frame.refs[a] = w_list.items.pop()
    elif opcode == ins.LGET:
        index = frame.ints[c]
        if 0 <= index < len(w_list.items):
            frame.refs[a] = w_list.items[index]
    elif opcode == ins.LSET:
        index = frame.ints[b]
        if 0 <= index < len(w_list.items):
            w_list.items[index] = frame.refs[c]
    else:
        assert opcode == ins.LLEN
        frame.ints[a] = len(w_list.items)


def text_instruction(vm, frame, code, opcode, a, b, c, d, pc):
    """-> the number of the next instruction."""
    if opcode == ins.JTEXT:
        w_left, w_right = frame.refs[a], frame.refs[b]
        if isinstance(w_left, W_Text) and isinstance(w_right, W_Text):
            if w_left.text == w_right.text:
                return c
    elif opcode == ins.CHARS:
        frame.refs[a] = W_Text(chr(frame.ints[b] & 127))
    elif opcode <= ins.TLEN:
        read_text(frame, opcode, a, b, c, d)
    elif opcode == ins.ESCAPE:
        escape(vm, frame.refs[a])
    elif opcode == ins.ESCAPED:
        frame.refs[a] = vm.escaped
    elif opcode == ins.MUTATE:
        values.mutated(frame.refs[a])
    elif opcode == ins.OPAQUE:
        frame.refs[a] = values.opaque_ref(frame.refs[b])
    elif opcode == ins.REBUILD:
        frame.refs[a] = values.rebuilt(frame.refs[b])
    elif opcode == ins.MEMO:
        frame.refs[a] = values.remembered(code.options, frame.ints[b])
    else:
        assert opcode == ins.MEASURE
        frame.ints[a] = values.measured(frame.refs[b])
    return pc


def read_text(frame, opcode, a, b, c, d):
    w_text = frame.refs[b]
    if not isinstance(w_text, W_Text):
        return
    text = w_text.text
    if opcode == ins.CONCAT:
        w_other = frame.refs[c]
        if isinstance(w_other, W_Text):
            if len(text) + len(w_other.text) < ins.LONGEST_TEXT:
                frame.refs[a] = W_Text(text + w_other.text)
    elif opcode == ins.SUBSTR:
        start = clamped(frame.ints[c], len(text))
        stop = clamped(frame.ints[d], len(text))
        if start <= stop:
            frame.refs[a] = W_Text(text[start:stop])
    elif opcode == ins.CHAR:
        index = frame.ints[c]
        if 0 <= index < len(text):
            frame.ints[a] = ord(text[index])
    else:
        assert opcode == ins.TLEN
        frame.ints[a] = len(text)


@jit.dont_look_inside
def escape(vm, w_value):
    vm.escaped = w_value
