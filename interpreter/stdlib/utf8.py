"""UTF-8 on byte strings: validity, code point positions, letter case.

All functions take and return RPython strings of UTF-8 bytes.  Except for
:func:`check` and :func:`repaired` they expect valid text.
"""

from rpython.rlib import jit
from rpython.rlib.objectmodel import always_inline
from rpython.rlib.rstring import StringBuilder

from interpreter.texts import unicode


REPLACEMENT = '\xef\xbf\xbd'


class InvalidUTF8(Exception):
    """``width`` bytes at ``position`` are wrong; width 0: the text ends
    inside a sequence."""

    def __init__(self, position, width):
        self.position = position
        self.width = width

    def message(self):
        if self.width == 0:
            return 'incomplete utf-8 byte sequence from index %d' % (
                self.position,)
        return 'invalid utf-8 sequence of %d bytes from index %d' % (
            self.width, self.position)


def check(data):
    """Raise InvalidUTF8 unless ``data`` is valid UTF-8."""
    check_from(data, 0)


def check_from(data, i):
    """Raise InvalidUTF8 unless ``data`` is valid from byte ``i`` on."""
    size = len(data)
    while i < size:
        lead = ord(data[i])
        if lead < 0x80:
            i += 1
            continue
        low = 0x80
        high = 0xBF
        if 0xC2 <= lead <= 0xDF:
            width = 2
        elif 0xE0 <= lead <= 0xEF:
            width = 3
            if lead == 0xE0:
                low = 0xA0
            elif lead == 0xED:
                high = 0x9F
        elif 0xF0 <= lead <= 0xF4:
            width = 4
            if lead == 0xF0:
                low = 0x90
            elif lead == 0xF4:
                high = 0x8F
        else:
            raise InvalidUTF8(i, 1)
        for k in range(1, width):
            if i + k >= size:
                raise InvalidUTF8(i, 0)
            byte = ord(data[i + k])
            if not low <= byte <= high:
                raise InvalidUTF8(i, k)
            low = 0x80
            high = 0xBF
        i += width


def is_valid(data):
    try:
        check(data)
    except InvalidUTF8:
        return False
    return True


def repaired(data):
    """``data`` as valid UTF-8: each wrong sequence becomes U+FFFD."""
    builder = StringBuilder(len(data))
    start = 0
    while True:
        try:
            check_from(data, start)
        except InvalidUTF8 as e:
            builder.append_slice(data, start, e.position)
            builder.append(REPLACEMENT)
            if e.width == 0:
                return builder.build()
            start = e.position + e.width
            continue
        if start == 0:
            return data
        builder.append_slice(data, start, len(data))
        return builder.build()


@always_inline
def width_of(lead):
    """How many bytes the sequence with this first byte has."""
    if lead < 0x80:
        return 1
    if lead < 0xE0:
        return 2
    if lead < 0xF0:
        return 3
    return 4


def code_at(text, i):
    """The code point whose sequence starts at byte ``i``."""
    lead = ord(text[i])
    if lead < 0x80:
        return lead
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | ord(text[i + 1]) & 0x3F
    if lead < 0xF0:
        return ((lead & 0x0F) << 12 | (ord(text[i + 1]) & 0x3F) << 6
                | ord(text[i + 2]) & 0x3F)
    return ((lead & 0x07) << 18 | (ord(text[i + 1]) & 0x3F) << 12
            | (ord(text[i + 2]) & 0x3F) << 6 | ord(text[i + 3]) & 0x3F)


def before(text, i):
    """Where the sequence that ends just before byte ``i`` > 0 starts."""
    i -= 1
    while i > 0 and ord(text[i]) & 0xC0 == 0x80:
        i -= 1
    return i


def append_code(builder, code):
    """Append the UTF-8 form of a code point to a StringBuilder."""
    if code < 0x80:
        builder.append(chr(code))
    elif code < 0x800:
        builder.append(chr(0xC0 | code >> 6))
        builder.append(chr(0x80 | code & 0x3F))
    elif code < 0x10000:
        builder.append(chr(0xE0 | code >> 12))
        builder.append(chr(0x80 | code >> 6 & 0x3F))
        builder.append(chr(0x80 | code & 0x3F))
    else:
        builder.append(chr(0xF0 | code >> 18 & 0x07))
        builder.append(chr(0x80 | code >> 12 & 0x3F))
        builder.append(chr(0x80 | code >> 6 & 0x3F))
        builder.append(chr(0x80 | code & 0x3F))


def encode(code):
    builder = StringBuilder(4)
    append_code(builder, code)
    return builder.build()


def count(text):
    """The number of code points."""
    total = 0
    for i in range(len(text)):
        if ord(text[i]) & 0xC0 != 0x80:
            total += 1
    return total


def advance(text, i, codes):
    """The byte position ``codes`` code points after byte ``i``, at most
    the end of the text."""
    size = len(text)
    while codes > 0 and i < size:
        i += width_of(ord(text[i]))
        codes -= 1
    assert i >= 0
    return i


def is_white_space(code):
    """Unicode's White_Space property."""
    if code < 0x80:
        return code == 0x20 or 0x09 <= code <= 0x0D
    return (code == 0x85 or code == 0xA0 or code == 0x1680
            or 0x2000 <= code <= 0x200A or code == 0x2028
            or code == 0x2029 or code == 0x202F or code == 0x205F
            or code == 0x3000)


def trim(text):
    """``text`` without white space at both ends."""
    start = 0
    stop = len(text)
    while start < stop and is_white_space(code_at(text, start)):
        start += width_of(ord(text[start]))
    while stop > start:
        last = before(text, stop)
        if not is_white_space(code_at(text, last)):
            break
        stop = last
    if start == 0 and stop == len(text):
        return text
    assert start >= 0
    assert stop >= 0
    return text[start:stop]


def append_mapped(builder, code, codes):
    """Append what a code becomes, itself if ``codes`` is None."""
    if codes is None:
        append_code(builder, code)
        return
    for mapped in codes:
        append_code(builder, mapped)


@jit.dont_look_inside
def to_upper(text):
    """Full upper-case mapping."""
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        lead = ord(text[i])
        if lead < 0x80:
            if 0x61 <= lead <= 0x7A:
                lead -= 0x20
            builder.append(chr(lead))
            i += 1
            continue
        code = code_at(text, i)
        append_mapped(builder, code, unicode.upper(code))
        i += width_of(lead)
    return builder.build()


CAPITAL_SIGMA = 0x3A3
SMALL_SIGMA = 0x3C3
FINAL_SIGMA = 0x3C2


@jit.dont_look_inside
def to_lower(text):
    """Full lower-case mapping; a capital sigma that ends a word becomes
    the final form."""
    builder = StringBuilder(len(text))
    i = 0
    while i < len(text):
        lead = ord(text[i])
        if lead < 0x80:
            if 0x41 <= lead <= 0x5A:
                lead += 0x20
            builder.append(chr(lead))
            i += 1
            continue
        code = code_at(text, i)
        if code == CAPITAL_SIGMA:
            if ends_word(text, i):
                append_code(builder, FINAL_SIGMA)
            else:
                append_code(builder, SMALL_SIGMA)
        else:
            append_mapped(builder, code, unicode.lower(code))
        i += width_of(lead)
    return builder.build()


def ends_word(text, position):
    """Unicode's Final_Sigma condition for the letter at ``position``:
    a cased letter before, none after, case-ignorable ones skipped."""
    i = position
    found = False
    while i > 0:
        i = before(text, i)
        code = code_at(text, i)
        if unicode.is_case_ignorable(code):
            continue
        found = unicode.is_cased(code)
        break
    if not found:
        return False
    i = position + width_of(ord(text[position]))
    while i < len(text):
        code = code_at(text, i)
        if not unicode.is_case_ignorable(code):
            return not unicode.is_cased(code)
        i += width_of(ord(text[i]))
    return True
