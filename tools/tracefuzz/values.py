"""The values of the register machine (Python 2.7, RPython)."""

import math

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.longlong2float import float2longlong, longlong2float
from rpython.rlib.objectmodel import we_are_translated
from rpython.rlib.rarithmetic import int_c_div, int_c_mod, intmask, ovfcheck, r_uint

import instructions as ins

INFINITY = 1e308 * 10
NAN = INFINITY - INFINITY


class W_Root(object):
    _attrs_ = []


class W_Nil(W_Root):
    pass


class W_Int(W_Root):
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value


class W_Float(W_Root):
    _immutable_fields_ = ['value']

    def __init__(self, value):
        self.value = value


class W_Pair(W_Root):
    _immutable_fields_ = ['first', 'second']

    def __init__(self, first, second):
        self.first = first
        self.second = second


class W_Triple(W_Root):
    _immutable_fields_ = ['first', 'second', 'third']

    def __init__(self, first, second, third):
        self.first = first
        self.second = second
        self.third = third


class W_Mixed(W_Root):
    _immutable_fields_ = ['count', 'level', 'rest']

    def __init__(self, count, level, rest):
        self.count = count
        self.level = level
        self.rest = rest


class W_Node(W_Root):
    """A tag and a few parts in an array: a variant."""
    _immutable_fields_ = ['tag', 'parts[*]']

    def __init__(self, tag, parts):
        make_sure_not_resized(parts)
        self.tag = tag
        self.parts = parts


class W_Cell(W_Root):
    """Mutable fields of all three kinds."""

    def __init__(self, content):
        self.content = content
        self.count = 0
        self.level = 0.0


class W_Ints(W_Root):
    _immutable_fields_ = ['items']

    def __init__(self, items):
        make_sure_not_resized(items)
        self.items = items


class W_Floats(W_Root):
    _immutable_fields_ = ['items']

    def __init__(self, items):
        make_sure_not_resized(items)
        self.items = items


class W_Refs(W_Root):
    _immutable_fields_ = ['items']

    def __init__(self, items):
        make_sure_not_resized(items)
        self.items = items


class W_List(W_Root):
    def __init__(self, items):
        self.items = items


class W_Text(W_Root):
    _immutable_fields_ = ['text']

    def __init__(self, text):
        self.text = text


class W_Closure(W_Root):
    _immutable_fields_ = ['code', 'captured']

    def __init__(self, code, captured):
        self.code = code
        self.captured = captured


class Pools(object):
    """Constants that instructions name by their place."""
    _immutable_fields_ = ['ints[*]', 'floats[*]', 'refs[*]', 'indices[*]']

    def __init__(self, ints, floats, refs, indices):
        self.indices = indices
        self.ints = ints
        self.floats = floats
        self.refs = refs


MAX = 2 ** 63 - 1
INTS = [0, 1, 2, 3, -1, 4, 5, 7, 8, 10, 16, -2, -3, 63, 64, 100, 255, 256, -256, 1000, -7,
        MAX, -MAX - 1, MAX - 1, -MAX, 2 ** 62, -2 ** 62, 2 ** 62 - 1, 2 ** 31, 2 ** 32,
        -2 ** 31, 2 ** 31 - 1, 2 ** 53, 2 ** 53 + 1, 3037000500, -3037000500,
        0x7ff8 << 48, (MAX - 1) // 3, 12345678901, -5]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, NAN, INFINITY, -INFINITY, 5e-324, -5e-324,
          2.2250738585072014e-308, 1.7976931348623157e308, 0.1, 3.0, 1e16, -2.5,
          9007199254740993.0, 9.3e18, -9.3e18, 1e-300, 4.0, 1.5, 100.0]
NIL = W_Nil()
# Two NaNs that differ in their bits.
_NEGATIVE_NAN = -NAN

_one = W_Int(1)
_real = W_Float(1.0)
REFS = [NIL, W_Int(0), _one, W_Int(-1), W_Int(MAX), _real, W_Float(-1.0), W_Float(0.0),
        W_Float(-0.0), W_Float(NAN), W_Pair(_one, _real), W_Pair(NIL, NIL),
        W_Triple(_one, _one, _one), W_Mixed(2, 0.5, NIL), W_Node(0, []),
        W_Node(1, [_one]), W_Node(2, [_real, NIL]), W_Text(''), W_Text('a'),
        W_Text('\xc3\xa9'), W_Text('lex'), W_Text('ab'), W_Float(_NEGATIVE_NAN),
        W_Float(INFINITY)]
pools = Pools(INTS, FLOATS, REFS, ins.INDICES)


class CheckFailed(Exception):
    def __init__(self, number):
        self.number = number


# ____________________________________________________________
# Ints

@jit.dont_look_inside
def _wrapping_add(a, b):
    return intmask(r_uint(a) + r_uint(b))


@jit.dont_look_inside
def _wrapping_sub(a, b):
    return intmask(r_uint(a) - r_uint(b))


@jit.dont_look_inside
def _wrapping_mul(a, b):
    return intmask(r_uint(a) * r_uint(b))


@jit.elidable
def _shift_left(a, count):
    return intmask(r_uint(a) << count)


def int_div(a, b):
    if b == 0:
        return 0
    if a >= 0 and b > 0:
        return a // b
    if b == -1:
        return int_operation(ins.SUB, 0, a)
    return int_c_div(a, b)


def int_mod(a, b):
    if b == 0 or b == -1:
        return 0
    if a >= 0 and b > 0:
        return a % b
    return int_c_mod(a, b)


def int_operation(which, a, b):
    if which == ins.ADD:
        try:
            return ovfcheck(a + b)
        except OverflowError:
            return _wrapping_add(a, b)
    elif which == ins.SUB:
        try:
            return ovfcheck(a - b)
        except OverflowError:
            return _wrapping_sub(a, b)
    elif which == ins.MUL:
        try:
            return ovfcheck(a * b)
        except OverflowError:
            return _wrapping_mul(a, b)
    elif which == ins.DIV:
        return int_div(a, b)
    elif which == ins.MOD:
        return int_mod(a, b)
    else:
        return bit_operation(which, a, b)


def bit_operation(which, a, b):
    if which == ins.AND:
        return a & b
    elif which == ins.OR:
        return a | b
    elif which == ins.XOR:
        return a ^ b
    elif which == ins.SHR:
        return a >> (b & 63)
    elif which == ins.USHR:
        return intmask(r_uint(a) >> (b & 63))
    elif which == ins.SHL:
        return _shift_left(a, b & 63)
    elif which == ins.RAW_ADD:
        return intmask(a + b)
    elif which == ins.RAW_SUB:
        return intmask(a - b)
    elif which == ins.RAW_MUL:
        return intmask(a * b)
    else:
        return intmask(a << (b & 63))


def checked(which, a, b):
    """A result that does not fit is a small number instead."""
    try:
        if which == ins.ADD:
            return ovfcheck(a + b)
        elif which == ins.SUB:
            return ovfcheck(a - b)
        else:
            return ovfcheck(a * b)
    except OverflowError:
        return 7


def int_compare(which, a, b):
    if which == ins.LT:
        return a < b
    elif which == ins.LE:
        return a <= b
    elif which == ins.EQ:
        return a == b
    elif which == ins.NE:
        return a != b
    elif which == ins.GT:
        return a > b
    else:
        return a >= b


# ____________________________________________________________
# Floats

def float_divide(a, b):
    """As the machine divides, untranslated too."""
    if we_are_translated() or b != 0.0:
        return a / b
    if a != a or b != b or a == 0.0:
        return NAN
    return math.copysign(INFINITY, a) * math.copysign(1.0, b)


def float_operation(which, a, b):
    if which == ins.ADD:
        return a + b
    elif which == ins.SUB:
        return a - b
    elif which == ins.MUL:
        return a * b
    else:
        return float_divide(a, b)


@jit.elidable
def _halved(a):
    return a * 0.5 + 1.0


def float_function(which, a):
    if which == ins.FLOAT_NEG:
        return -a
    elif which == ins.FLOAT_ABS:
        return abs(a)
    elif which == ins.FLOAT_SQRT:
        if a >= 0.0 and a < INFINITY:
            return math.sqrt(a)
        return NAN
    elif which == ins.FLOAT_PURE:
        return _halved(a)
    else:
        return opaque_float(a)


@jit.dont_look_inside
def opaque_float(a):
    return a


def float_compare(which, a, b):
    if which == ins.LT:
        return a < b
    elif which == ins.LE:
        return a <= b
    elif which == ins.EQ:
        return a == b
    elif which == ins.NE:
        return a != b
    elif which == ins.GT:
        return a > b
    else:
        return a >= b


def float_to_int(a):
    """Truncated; 0 for NaN, else the nearest Int."""
    if a >= 9223372036854775808.0:
        return MAX
    if a <= -9223372036854775808.0:
        return -MAX - 1
    if a != a:
        return 0
    return int(a)


def float_bits(a):
    """The bits; one number for all NaNs."""
    if a != a:
        return 0x7ff8 << 48
    return intmask(float2longlong(a))


def float_sign(a):
    """1 if the bit of the sign is set, which NaN has too."""
    return int(float2longlong(a) < 0)


def float_of_bits(a):
    return longlong2float(a)


# ____________________________________________________________
# Calls that the tracer does not see into

@jit.dont_look_inside
def opaque_int(a):
    return a


@jit.unroll_safe
def tested(a, count):
    """Many tests; those of small numbers come last."""
    while count > 0:
        if a == count:
            return count ^ 5
        count -= 1
    return a


@jit.elidable
def pure_int(a):
    return (a & 1023) * 3 + 1


@jit.dont_look_inside
def picked_float(a):
    return FLOATS[(a & MAX) % len(FLOATS)]


@jit.dont_look_inside
def picked_int(a):
    return INTS[(a & MAX) % len(INTS)]


@jit.dont_look_inside
def picked_ref(a):
    return REFS[(a & MAX) % len(REFS)]


@jit.dont_look_inside
def opaque_ref(w_value):
    return w_value


@jit.elidable
def measured(w_value):
    """A number that depends on immutable parts alone."""
    if isinstance(w_value, W_Int):
        return w_value.value & 0xff
    elif isinstance(w_value, W_Pair):
        return 2 + (w_value.first is w_value.second)
    elif isinstance(w_value, W_Triple):
        return 4 + (w_value.first is w_value.third)
    elif isinstance(w_value, W_Mixed):
        return 6 + (w_value.count & 0xff)
    elif isinstance(w_value, W_Node):
        return 8 + w_value.tag + len(w_value.parts)
    elif isinstance(w_value, W_Text):
        return 16 + len(w_value.text)
    return 1


@jit.dont_look_inside
def mutated(w_value):
    """Changes what can be changed."""
    if isinstance(w_value, W_Cell):
        w_value.count += 1
        w_value.level = -w_value.level
        w_value.content = W_Pair(w_value.content, NIL) if w_value.count % 7 else NIL
    elif isinstance(w_value, W_Ints):
        if len(w_value.items):
            w_value.items[0] ^= 5
    elif isinstance(w_value, W_Floats):
        if len(w_value.items):
            w_value.items[-1] = -w_value.items[-1]
    elif isinstance(w_value, W_Refs):
        if len(w_value.items):
            w_first = w_value.items[0]
            w_value.items[-1] = w_first
            if isinstance(w_first, W_Cell):
                w_first.count += 10
    elif isinstance(w_value, W_List):
        if len(w_value.items) < ins.LONGEST_LIST:
            w_value.items.append(NIL)


@jit.dont_look_inside
def rebuilt(w_value):
    """A value of the same class made of the parts of this one."""
    if isinstance(w_value, W_Int):
        return W_Int(w_value.value ^ 1)
    elif isinstance(w_value, W_Float):
        return W_Float(-w_value.value)
    elif isinstance(w_value, W_Pair):
        return W_Pair(w_value.second, w_value.first)
    elif isinstance(w_value, W_Triple):
        return W_Triple(w_value.second, w_value.third, w_value.first)
    elif isinstance(w_value, W_Mixed):
        return W_Mixed(w_value.count ^ 1, -w_value.level, w_value.rest)
    elif isinstance(w_value, W_Node):
        return W_Node(w_value.tag, w_value.parts[:])
    return w_value


@jit.dont_look_inside
def remembered(options, number):
    """A value that is made when it is first asked for."""
    place = (number & MAX) % len(options.memo)
    if options.memo[place] is NIL:
        if place == 0:
            w_value = W_Float(float(number))
        elif place == 1:
            w_value = W_Pair(W_Int(number), W_Float(-1.0))
        elif place == 2:
            w_value = W_Float(-0.0)
        else:
            w_value = W_Node(1, [W_Float(1.0)])
        options.memo[place] = w_value
    return options.memo[place]


@jit.dont_look_inside
def raising(a):
    """Raises CheckFailed or returns another number."""
    if a % 3 == 1:
        raise CheckFailed(a & 0xff)
    return a ^ 1
