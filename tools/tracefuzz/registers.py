"""What the instructions do with the registers of a frame (Python 2.7, RPython)."""

from rpython.rlib import jit

import instructions as ins
import values
from values import (
    NIL, W_Cell, W_Closure, W_Float, W_Floats, W_Int, W_Ints, W_List, W_Mixed, W_Nil,
    W_Node, W_Pair, W_Refs, W_Text, W_Triple, float_compare, int_compare, pools)


def int_instruction(frame, opcode, a, b, c, d, pc):
    """-> the number of the next instruction."""
    if opcode == ins.ICONST:
        frame.ints[a] = pools.ints[b]
    elif opcode == ins.IMOVE:
        frame.ints[a] = frame.ints[b]
    elif opcode == ins.IOP:
        frame.ints[b] = values.int_operation(a, frame.ints[c], frame.ints[d])
    elif opcode == ins.IOPK:
        frame.ints[b] = values.int_operation(a, frame.ints[c], pools.ints[d])
    elif opcode == ins.IKOP:
        frame.ints[b] = values.int_operation(a, pools.ints[c], frame.ints[d])
    elif opcode == ins.ICMP:
        frame.ints[b] = int(int_compare(a, frame.ints[c], frame.ints[d]))
    elif opcode == ins.ICMPK:
        frame.ints[b] = int(int_compare(a, frame.ints[c], pools.ints[d]))
    elif opcode == ins.JINT:
        if int_compare(a, frame.ints[b], frame.ints[c]):
            return d
    elif opcode == ins.JINTK:
        if int_compare(a, frame.ints[b], pools.ints[c]):
            return d
    elif opcode == ins.JTRUE:
        if frame.ints[a]:
            return b
    elif opcode == ins.JFALSE:
        if not frame.ints[a]:
            return b
    elif opcode == ins.JOVF:
        frame.ints[b] = values.checked(a, frame.ints[c], frame.ints[d])
    elif opcode == ins.ISWAP:
        frame.ints[a], frame.ints[b] = frame.ints[b], frame.ints[a]
    elif opcode == ins.IROT:
        frame.ints[a], frame.ints[b], frame.ints[c] = frame.ints[b], frame.ints[c], frame.ints[a]
    elif opcode == ins.IOPAQUE:
        frame.ints[a] = values.opaque_int(frame.ints[b])
    elif opcode == ins.IOPURE:
        frame.ints[a] = values.pure_int(frame.ints[b])
    elif opcode == ins.IPICK:
        frame.ints[a] = values.picked_int(frame.ints[b])
    elif opcode == ins.GUARDS:
        frame.ints[b] = values.tested(frame.ints[c], 100 * a + 10)
    else:
        assert opcode == ins.IPROMOTE
        frame.ints[a] = jit.promote(frame.ints[a])
    return pc


def float_instruction(frame, opcode, a, b, c, d, pc):
    """-> the number of the next instruction."""
    if opcode == ins.FCONST:
        frame.floats[a] = pools.floats[b]
    elif opcode == ins.FMOVE:
        frame.floats[a] = frame.floats[b]
    elif opcode == ins.FOP:
        frame.floats[b] = values.float_operation(a, frame.floats[c], frame.floats[d])
    elif opcode == ins.FOPK:
        frame.floats[b] = values.float_operation(a, frame.floats[c], pools.floats[d])
    elif opcode == ins.FKOP:
        frame.floats[b] = values.float_operation(a, pools.floats[c], frame.floats[d])
    elif opcode == ins.FFUN:
        frame.floats[b] = values.float_function(a, frame.floats[c])
    elif opcode == ins.FCMP:
        frame.ints[b] = int(float_compare(a, frame.floats[c], frame.floats[d]))
    elif opcode == ins.FCMPK:
        frame.ints[b] = int(float_compare(a, frame.floats[c], pools.floats[d]))
    elif opcode == ins.JFLO:
        if float_compare(a, frame.floats[b], frame.floats[c]):
            return d
    elif opcode == ins.JFLOK:
        if float_compare(a, frame.floats[b], pools.floats[c]):
            return d
    elif opcode == ins.JKFLO:
        if float_compare(a, pools.floats[b], frame.floats[c]):
            return d
    elif opcode == ins.FSWAP:
        frame.floats[a], frame.floats[b] = frame.floats[b], frame.floats[a]
    elif opcode == ins.FROT:
        first = frame.floats[a]
        frame.floats[a] = frame.floats[b]
        frame.floats[b] = frame.floats[c]
        frame.floats[c] = first
    elif opcode == ins.FPROMOTE:
        frame.floats[a] = jit.promote(frame.floats[a])
    elif opcode == ins.I2F:
        frame.floats[a] = float(frame.ints[b])
    elif opcode == ins.F2I:
        frame.ints[a] = values.float_to_int(frame.floats[b])
    elif opcode == ins.FBITS:
        frame.ints[a] = values.float_bits(frame.floats[b])
    elif opcode == ins.FSIGN:
        frame.ints[a] = values.float_sign(frame.floats[b])
    elif opcode == ins.BITSF:
        frame.floats[a] = values.float_of_bits(frame.ints[b])
    else:
        assert opcode == ins.FPICK
        frame.floats[a] = values.picked_float(frame.ints[b])
    return pc


def generic_add(w_left, w_right):
    if isinstance(w_left, W_Int):
        if isinstance(w_right, W_Int):
            return W_Int(values.int_operation(ins.ADD, w_left.value, w_right.value))
        elif isinstance(w_right, W_Float):
            return W_Float(float(w_left.value) + w_right.value)
    elif isinstance(w_left, W_Float):
        if isinstance(w_right, W_Float):
            return W_Float(w_left.value + w_right.value)
        elif isinstance(w_right, W_Int):
            return W_Float(w_left.value + float(w_right.value))
    return w_right


def generic_less(w_left, w_right):
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return w_left.value < w_right.value
    if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
        return w_left.value < w_right.value
    return False


def is_class(which, w_value):
    if which == ins.IS_INT:
        return isinstance(w_value, W_Int)
    elif which == ins.IS_FLOAT:
        return isinstance(w_value, W_Float)
    elif which == ins.IS_PAIR:
        return isinstance(w_value, W_Pair)
    elif which == ins.IS_TRIPLE:
        return isinstance(w_value, W_Triple)
    elif which == ins.IS_MIXED:
        return isinstance(w_value, W_Mixed)
    elif which == ins.IS_NODE:
        return isinstance(w_value, W_Node)
    elif which == ins.IS_CELL:
        return isinstance(w_value, W_Cell)
    elif which == ins.IS_LIST:
        return isinstance(w_value, W_List)
    elif which == ins.IS_TEXT:
        return isinstance(w_value, W_Text)
    elif which == ins.IS_CLOSURE:
        return isinstance(w_value, W_Closure)
    elif which == ins.IS_NIL:
        return isinstance(w_value, W_Nil)
    else:
        return isinstance(w_value, W_Ints)


def ref_instruction(frame, opcode, a, b, c, d, pc):
    """-> the number of the next instruction."""
    if opcode == ins.RCONST:
        frame.refs[a] = pools.refs[b]
    elif opcode == ins.RMOVE:
        frame.refs[a] = frame.refs[b]
    elif opcode == ins.RPICK:
        frame.refs[a] = values.picked_ref(frame.ints[b])
    elif opcode == ins.RPROMOTE:
        frame.refs[a] = jit.promote(frame.refs[a])
    elif opcode == ins.RSWAP:
        frame.refs[a], frame.refs[b] = frame.refs[b], frame.refs[a]
    elif opcode == ins.RROT:
        frame.refs[a], frame.refs[b], frame.refs[c] = frame.refs[b], frame.refs[c], frame.refs[a]
    elif opcode == ins.RROT4:
        w_first = frame.refs[a]
        frame.refs[a] = frame.refs[b]
        frame.refs[b] = frame.refs[c]
        frame.refs[c] = frame.refs[d]
        frame.refs[d] = w_first
    elif opcode == ins.BOXI:
        frame.refs[a] = W_Int(frame.ints[b])
    elif opcode == ins.BOXF:
        frame.refs[a] = W_Float(frame.floats[b])
    elif opcode == ins.UNBOXI:
        w_value = frame.refs[b]
        if isinstance(w_value, W_Int):
            frame.ints[a] = w_value.value
    elif opcode == ins.UNBOXF:
        w_value = frame.refs[b]
        if isinstance(w_value, W_Float):
            frame.floats[a] = w_value.value
    elif opcode == ins.GADD:
        frame.refs[a] = generic_add(frame.refs[b], frame.refs[c])
    elif opcode == ins.JGEN:
        if generic_less(frame.refs[a], frame.refs[b]):
            return c
    elif opcode == ins.JCLASS:
        if is_class(a, frame.refs[b]):
            return c
    else:
        assert opcode == ins.JSAME
        if (frame.refs[b] is frame.refs[c]) == (a & 1):
            return d
    return pc


def part_of(which, w_value):
    if isinstance(w_value, W_Pair):
        return w_value.second if which & 1 else w_value.first
    elif isinstance(w_value, W_Triple):
        if which == 0:
            return w_value.first
        return w_value.second if which == 1 else w_value.third
    elif isinstance(w_value, W_Mixed):
        return w_value.rest
    elif isinstance(w_value, W_Closure):
        return w_value.captured
    return w_value


def node_of(tag, w_first, w_second):
    """The tag also tells the number of parts."""
    if tag == 0:
        return W_Node(0, [])
    elif tag == 1:
        return W_Node(1, [w_first])
    elif tag == 2:
        return W_Node(2, [w_first, w_second])
    else:
        return W_Node(tag, [w_second, w_first, w_second])


def part_instruction(frame, opcode, a, b, c, d, pc):
    """-> the number of the next instruction."""
    if opcode == ins.PAIR:
        frame.refs[a] = W_Pair(frame.refs[b], frame.refs[c])
    elif opcode == ins.TRIPLE:
        frame.refs[a] = W_Triple(frame.refs[b], frame.refs[c], frame.refs[d])
    elif opcode == ins.PART:
        frame.refs[b] = part_of(a, frame.refs[c])
    elif opcode == ins.MIXED:
        frame.refs[a] = W_Mixed(frame.ints[b], frame.floats[c], frame.refs[d])
    elif opcode == ins.MIXI:
        w_value = frame.refs[b]
        if isinstance(w_value, W_Mixed):
            frame.ints[a] = w_value.count
    elif opcode == ins.MIXF:
        w_value = frame.refs[b]
        if isinstance(w_value, W_Mixed):
            frame.floats[a] = w_value.level
    elif opcode == ins.NODE:
        frame.refs[b] = node_of(a, frame.refs[c], frame.refs[d])
    elif opcode == ins.JTAG:
        w_value = frame.refs[b]
        if isinstance(w_value, W_Node) and w_value.tag == a:
            return c
    elif opcode == ins.ITEM:
        w_value = frame.refs[c]
        if isinstance(w_value, W_Node) and a < len(w_value.parts):
            frame.refs[b] = w_value.parts[a]
    elif opcode == ins.NCOUNT:
        w_value = frame.refs[b]
        if isinstance(w_value, W_Node):
            frame.ints[a] = len(w_value.parts)
    else:
        cell_instruction(frame, opcode, a, b)
    return pc


def cell_instruction(frame, opcode, a, b):
    if opcode == ins.CELL:
        frame.refs[a] = W_Cell(frame.refs[b])
        return
    w_cell = frame.refs[b] if (opcode == ins.GETCELL or opcode == ins.GETCOUNT or
                               opcode == ins.GETLEVEL) else frame.refs[a]
    if not isinstance(w_cell, W_Cell):
        return
    if opcode == ins.GETCELL:
        frame.refs[a] = w_cell.content
    elif opcode == ins.SETCELL:
        w_cell.content = frame.refs[b]
    elif opcode == ins.GETCOUNT:
        frame.ints[a] = w_cell.count
    elif opcode == ins.SETCOUNT:
        w_cell.count = frame.ints[b]
    elif opcode == ins.GETLEVEL:
        frame.floats[a] = w_cell.level
    else:
        assert opcode == ins.SETLEVEL
        w_cell.level = frame.floats[b]
