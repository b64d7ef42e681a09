"""How tokens look in error messages.

Strings and floats are shown in the style of Rust's debug format, for the
messages are compared with those of the reference implementation.
"""

import math

from rpython.rlib.rfloat import formatd, DTSF_ADD_DOT_0
from rpython.rlib.rstring import StringBuilder

from interpreter.source import literals, tokens, utf8
from interpreter.texts.hexadecimal import of_number


def _is_printable(code):
    if code < 0x20 or 0x7f <= code <= 0xa0 or code == 0xad:
        return False
    if code < 0x300:
        return True
    if code <= 0x36f or 0x200b <= code <= 0x200f:
        return False
    if 0x2028 <= code <= 0x202e or 0x2060 <= code <= 0x206f:
        return False
    if 0xe000 <= code <= 0xf8ff or code == 0xfeff or code >= 0xe0000:
        return False
    return not utf8.is_space(code)


def string_debug(text):
    """A quoted and escaped text."""
    builder = StringBuilder(len(text) + 2)
    builder.append('"')
    i = 0
    while i < len(text):
        char = text[i]
        length = utf8.char_length(text, i)
        if char == '"' or char == '\\':
            builder.append('\\')
            builder.append(char)
        elif char == '\n':
            builder.append('\\n')
        elif char == '\t':
            builder.append('\\t')
        elif char == '\r':
            builder.append('\\r')
        elif char == '\0':
            builder.append('\\0')
        else:
            code = utf8.codepoint(text, i)
            if _is_printable(code):
                builder.append_slice(text, i, i + length)
            else:
                builder.append('\\u{' + of_number(code) + '}')
        i += length
    builder.append('"')
    return builder.build()


def float_debug(value):
    """The shortest text of a float: ``1.0``, ``1e16``, ``inf``."""
    if math.isnan(value):
        return 'NaN'
    if math.isinf(value):
        return 'inf' if value > 0.0 else '-inf'
    text = formatd(value, 'r', 0, DTSF_ADD_DOT_0)
    split = text.find('e')
    if split < 0:
        return text
    exponent = split + 1
    sign = ''
    if text[exponent] == '-':
        sign = '-'
    if not '0' <= text[exponent] <= '9':
        exponent += 1
    while exponent + 1 < len(text) and text[exponent] == '0':
        exponent += 1
    return text[:split] + 'e' + sign + text[exponent:]


def bytes_debug(value):
    """``[104, 105]``."""
    builder = StringBuilder()
    builder.append('[')
    for i in range(len(value)):
        if i > 0:
            builder.append(', ')
        builder.append(str(ord(value[i])))
    builder.append(']')
    return builder.build()


def token_debug(token, text):
    """A token with its payload: ``LBrace``, ``Int(3)``, ``Ident("x")``."""
    kind = token.kind
    name = tokens.NAMES[kind]
    start = token.start
    end = token.end
    if kind == tokens.INT:
        return '%s(%d)' % (name, literals.int_value(text, start, end))
    if kind == tokens.FLOAT:
        value = literals.float_value(text, start, end)
        return '%s(%s)' % (name, float_debug(value))
    if kind == tokens.STR:
        value = literals.unescape(text, start, end)
        return '%s(%s)' % (name, string_debug(value))
    if kind == tokens.BYTES:
        value = literals.unescape(text, start + 1, end)
        return '%s(%s)' % (name, bytes_debug(value))
    if kind == tokens.FSTR:
        value = literals.unescape(text, start + 1, end)
        return '%s(%s)' % (name, string_debug(value))
    if kind == tokens.IDENT:
        return '%s(%s)' % (name, string_debug(token.text(text)))
    return name


def option_debug(token, text):
    """``Some(TOKEN)``, or ``None`` at the end of the text."""
    if token.kind == tokens.EOF:
        return 'None'
    return 'Some(%s)' % token_debug(token, text)
