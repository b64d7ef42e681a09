"""std.str"""

from rpython.rlib import jit
from rpython.rlib.longlong2float import longlong2float
from rpython.rlib.rarithmetic import LONG_BIT
from rpython.rlib.rfloat import INFINITY, rstring_to_float
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.errors import EffectError
from interpreter.objects.list import newlist_str
from interpreter.objects.numbers import newbool, newfloat, newint
from interpreter.objects.pace import pace
from interpreter.objects.text import newstr
from interpreter.objects.variant import some, w_none
from interpreter.stdlib import utf8
from interpreter.stdlib.args import to_int, to_list, to_str, to_text
from interpreter.stdlib.finder import Finder
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED, each


MIN_INT = -(1 << (LONG_BIT - 1))
MIN_INT_TENTH = -((1 << (LONG_BIT - 1)) // 10)

ASCII_TEXTS = [newstr(chr(code)) for code in range(128)]
EMPTY_TEXT = newstr('')


@pure('str', 'is_empty', CONSTANT)
def is_empty(w_text):
    return newbool(to_text(w_text).length_bytes() == 0)


@pure('str', 'len', CONSTANT)
def len_(w_text):
    return newint(to_text(w_text).length_bytes())


@pure('str', 'char_at', CONSTANT)
def char_at(w_text, w_index):
    text = to_str(w_text)
    index = to_int(w_index)
    if 0 <= index < len(text):
        code = ord(text[index])
        if code < 0x80:
            return ASCII_TEXTS[code]
    return EMPTY_TEXT


@pure('str', 'slice', COUNTED)
def slice_(w_text, w_start, w_stop):
    w_text = to_text(w_text)
    start = max(to_int(w_start), 0)
    stop = max(to_int(w_stop), 0)
    if start > stop:
        raise EffectError('str.slice: reversed range [%d..%d]' % (start,
                                                                  stop))
    length = w_text.length_codepoints()
    start = min(start, length)
    stop = min(stop, length)
    text = w_text.utf8_w()
    if length == len(text):
        return newstr(byte_slice(text, start, stop))
    return newstr(code_slice(text, start, stop))


def byte_slice(text, start, stop):
    assert start >= 0
    assert stop >= 0
    pace.bytes(stop - start)
    return text[start:stop]


@jit.dont_look_inside
def code_slice(text, start, stop):
    pace.work(stop)
    first = utf8.advance(text, 0, start)
    last = utf8.advance(text, first, stop - start)
    return text[first:last]


@pure('str', 'concat', COUNTED)
def concat(w_left, w_right):
    return to_text(w_left).concat(to_text(w_right))


@pure('str', 'split', COUNTED)
def split(w_text, w_separator):
    return newlist_str(split_text(to_str(w_text), to_str(w_separator)))


@jit.dont_look_inside
def split_text(text, separator):
    pieces = []
    pace.bytes(len(text))
    if len(separator) == 0:
        pace.work(len(text))
        i = 0
        while i < len(text):
            stop = i + utf8.width_of(ord(text[i]))
            pieces.append(text[i:stop])
            i = stop
        return pieces
    finder = Finder(separator)
    start = 0
    while True:
        stop = finder.find(text, start)
        if stop < 0:
            break
        pieces.append(text[start:stop])
        start = stop + len(separator)
    pieces.append(text[start:])
    return pieces


@pure('str', 'join', COUNTED)
def join(w_pieces, w_separator):
    return newstr(join_list(to_list(w_pieces), to_str(w_separator)))


@jit.dont_look_inside
def join_list(w_pieces, separator):
    builder = StringBuilder()
    for i in range(w_pieces.length()):
        if i > 0:
            builder.append(separator)
        piece = to_str(w_pieces.getitem(i))
        pace.work(1 + len(piece) + len(separator))
        builder.append(piece)
    return builder.build()


@pure('str', 'starts_with', COUNTED)
def starts_with(w_text, w_prefix):
    text = to_str(w_text)
    prefix = to_str(w_prefix)
    pace.bytes(len(prefix))
    return newbool(text.startswith(prefix))


@pure('str', 'ends_with', COUNTED)
def ends_with(w_text, w_suffix):
    text = to_str(w_text)
    suffix = to_str(w_suffix)
    pace.bytes(len(suffix))
    return newbool(text.endswith(suffix))


@pure('str', 'contains', COUNTED)
def contains(w_text, w_part):
    return newbool(Finder(to_str(w_part)).find(to_str(w_text), 0) >= 0)


@pure('str', 'cmp', COUNTED)
def cmp_(w_left, w_right):
    left = to_str(w_left)
    right = to_str(w_right)
    pace.bytes(min(len(left), len(right)))
    if left == right:
        return newint(0)
    if left < right:
        return newint(-1)
    return newint(1)


@pure('str', 'replace', COUNTED)
def replace(w_text, w_old, w_new):
    return newstr(replace_all(to_str(w_text), to_str(w_old),
                              to_str(w_new)))


@jit.dont_look_inside
def replace_all(text, old, new):
    """``text`` with every ``old`` replaced; an empty ``old`` is found
    around every code point."""
    builder = StringBuilder()
    if len(old) == 0:
        builder.append(new)
        i = 0
        while i < len(text):
            stop = i + utf8.width_of(ord(text[i]))
            pace.work(1 + len(new))
            builder.append_slice(text, i, stop)
            builder.append(new)
            i = stop
        return builder.build()
    finder = Finder(old)
    start = 0
    while True:
        stop = finder.find(text, start)
        if stop < 0:
            break
        pace.work(1 + len(new))
        builder.append_slice(text, start, stop)
        builder.append(new)
        start = stop + len(old)
    if start == 0:
        return text
    builder.append_slice(text, start, len(text))
    return builder.build()


@pure('str', 'trim', COUNTED)
def trim(w_text):
    return newstr(trimmed(to_str(w_text)))


@jit.dont_look_inside
def trimmed(text):
    pace.bytes(len(text))
    return utf8.trim(text)


@pure('str', 'to_upper', COUNTED)
def to_upper(w_text):
    text = to_str(w_text)
    pace.work(len(text))
    return newstr(utf8.to_upper(text))


@pure('str', 'to_lower', COUNTED)
def to_lower(w_text):
    text = to_str(w_text)
    pace.work(len(text))
    return newstr(utf8.to_lower(text))


@pure('str', 'strip_prefix', COUNTED)
def strip_prefix(w_text, w_prefix):
    text = to_str(w_text)
    prefix = to_str(w_prefix)
    pace.bytes(len(text))
    if not text.startswith(prefix):
        return w_none
    return some(newstr(text[len(prefix):]))


@pure('str', 'strip_suffix', COUNTED)
def strip_suffix(w_text, w_suffix):
    text = to_str(w_text)
    suffix = to_str(w_suffix)
    pace.bytes(len(text))
    if not text.endswith(suffix):
        return w_none
    stop = len(text) - len(suffix)
    assert stop >= 0
    return some(newstr(text[:stop]))


@pure('str', 'to_int', each(2, 0))
def to_int_(w_text):
    try:
        value = parse_int(to_str(w_text))
    except NotANumber:
        return w_none
    return some(newint(value))


@pure('str', 'to_float', each(8, 0))
def to_float(w_text):
    try:
        value = parse_float(to_str(w_text))
    except NotANumber:
        return w_none
    return some(newfloat(value))


POSITIVE_NAN_BITS = 0x7ff8000000000000


class NotANumber(Exception):
    """The text is not a number, or an Int out of range."""


def is_digit(char):
    return '0' <= char <= '9'


@jit.dont_look_inside
def parse_int(text):
    """A sign and decimal digits.  Raises NotANumber."""
    i = 0
    negative = False
    if len(text) > 0 and (text[0] == '-' or text[0] == '+'):
        negative = text[0] == '-'
        i = 1
    if i == len(text):
        raise NotANumber
    # The negative side has the one value more.
    value = 0
    while i < len(text):
        if not is_digit(text[i]):
            raise NotANumber
        digit = ord(text[i]) - ord('0')
        if value < MIN_INT_TENTH:
            raise NotANumber
        value *= 10
        if value < MIN_INT + digit:
            raise NotANumber
        value -= digit
        i += 1
    if negative:
        return value
    if value == MIN_INT:
        raise NotANumber
    return -value


@jit.dont_look_inside
def parse_float(text):
    """Digits with an optional sign, point and exponent, or the name of a
    special value in any letter case.  Raises NotANumber."""
    i = 0
    negative = False
    if len(text) > 0 and (text[0] == '-' or text[0] == '+'):
        negative = text[0] == '-'
        i = 1
    if i == len(text):
        raise NotANumber
    if not is_digit(text[i]) and text[i] != '.':
        value = named_float(text[i:].lower())
    else:
        if not is_decimal(text, i):
            raise NotANumber
        try:
            value = rstring_to_float(text[i:])
        except ValueError:
            raise NotANumber
    if negative:
        return -value
    return value


def named_float(name):
    if name == 'inf' or name == 'infinity':
        return INFINITY
    if name == 'nan':
        # A constant NaN has whatever sign the C compiler gives it.
        return longlong2float(POSITIVE_NAN_BITS)
    raise NotANumber


def skip_digits(text, i):
    while i < len(text) and is_digit(text[i]):
        i += 1
    return i


def is_decimal(text, start):
    i = skip_digits(text, start)
    digits = i - start
    if i < len(text) and text[i] == '.':
        fraction = i + 1
        i = skip_digits(text, fraction)
        digits += i - fraction
    if digits == 0:
        return False
    if i < len(text) and (text[i] == 'e' or text[i] == 'E'):
        i += 1
        if i < len(text) and (text[i] == '+' or text[i] == '-'):
            i += 1
        exponent = i
        i = skip_digits(text, exponent)
        if i == exponent:
            return False
    return i == len(text)
