"""String literals as they appear inside messages and JSON documents."""

from rpython.rlib.rstring import StringBuilder

from interpreter.objects.printable import is_printable
from interpreter.texts.hexadecimal import DIGITS, of_number


def sequence_length(lead):
    """Number of bytes of the UTF-8 sequence that byte value ``lead`` opens
    (1 for a byte that opens none)."""
    if lead < 0xc0:
        return 1
    if lead < 0xe0:
        return 2
    if lead < 0xf0:
        return 3
    if lead < 0xf8:
        return 4
    return 1


def code_point_at(utf8, i):
    """The code point whose sequence starts at byte ``i``; -1 where the text
    is cut short."""
    lead = ord(utf8[i])
    n = sequence_length(lead)
    if n == 1:
        return lead
    if i + n > len(utf8):
        return -1
    code = lead & (0xff >> (n + 1))
    for k in range(1, n):
        code = (code << 6) | (ord(utf8[i + k]) & 0x3f)
    return code


def append_hex_bytes(builder, data):
    """Append every byte of ``data`` as two lowercase hexadecimal digits."""
    for i in range(len(data)):
        byte = ord(data[i])
        builder.append(DIGITS[byte >> 4])
        builder.append(DIGITS[byte & 15])


def append_debug_quoted(builder, utf8):
    """Append ``utf8`` as a quoted debug literal: ``"a\\"b\\n"``."""
    builder.append('"')
    size = len(utf8)
    i = 0
    while i < size:
        c = utf8[i]
        n = 1
        if c == '"':
            builder.append('\\"')
        elif c == '\\':
            builder.append('\\\\')
        elif c == '\n':
            builder.append('\\n')
        elif c == '\r':
            builder.append('\\r')
        elif c == '\t':
            builder.append('\\t')
        elif c == '\0':
            builder.append('\\0')
        elif ' ' <= c <= '~':
            builder.append(c)
        else:
            n = sequence_length(ord(c))
            code = code_point_at(utf8, i)
            if code < 0:
                n = 1
                builder.append(c)
            elif not is_printable(code):
                builder.append('\\u{')
                builder.append(of_number(code))
                builder.append('}')
            else:
                assert i >= 0
                builder.append_slice(utf8, i, i + n)
        i += n
    builder.append('"')


def append_debug_char(builder, code):
    """Append a code point below 256 as a quoted character: ``'a'``,
    ``'\\n'``."""
    builder.append("'")
    if code == ord("'"):
        builder.append("\\'")
    elif code == ord('"'):
        builder.append('"')
    else:
        if code < 0x80:
            utf8 = chr(code)
        else:
            utf8 = chr(0xc0 | code >> 6) + chr(0x80 | code & 0x3f)
        quoted = debug_quoted(utf8)
        builder.append_slice(quoted, 1, len(quoted) - 1)
    builder.append("'")


def debug_quoted(utf8):
    """The quoted debug literal of a text, as error messages embed it."""
    builder = StringBuilder(len(utf8) + 2)
    append_debug_quoted(builder, utf8)
    return builder.build()


def debug_strings(strings):
    """``["a", "b"]``"""
    builder = StringBuilder()
    builder.append('[')
    for i in range(len(strings)):
        if i > 0:
            builder.append(', ')
        append_debug_quoted(builder, strings[i])
    builder.append(']')
    return builder.build()


def append_json_quoted(builder, utf8):
    """Append ``utf8`` as a JSON string literal.  Only quotes, backslashes and
    control characters are escaped."""
    builder.append('"')
    plain = 0
    for i in range(len(utf8)):
        c = utf8[i]
        if c >= ' ' and c != '"' and c != '\\':
            continue
        if plain < i:
            builder.append_slice(utf8, plain, i)
        plain = i + 1
        if c == '"':
            builder.append('\\"')
        elif c == '\\':
            builder.append('\\\\')
        elif c == '\n':
            builder.append('\\n')
        elif c == '\r':
            builder.append('\\r')
        elif c == '\t':
            builder.append('\\t')
        elif c == '\b':
            builder.append('\\b')
        elif c == '\f':
            builder.append('\\f')
        else:
            builder.append('\\u00')
            builder.append(DIGITS[ord(c) >> 4])
            builder.append(DIGITS[ord(c) & 15])
    if plain < len(utf8):
        builder.append_slice(utf8, plain, len(utf8))
    builder.append('"')
