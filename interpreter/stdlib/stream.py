"""std.stream: texts that come one after the other."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.effects.http_client import Lines
from interpreter.objects.list import ListBuilder
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.variant import W_Variant, some, w_none
from interpreter.stdlib import utf8
from interpreter.stdlib.registry import effect
from interpreter.stdlib.str_ import NotANumber, parse_int
from interpreter.stdlib.work import CONSTANT, COUNTED
from interpreter.texts.hexadecimal import digit_value


PREFIX = 'stream_'


def handle_of(w_stream):
    """The number in a stream's handle, 0 if it is none."""
    if not isinstance(w_stream, W_Variant) or w_stream.arity() != 1:
        return 0
    w_name = w_stream.getarg(0)
    if not isinstance(w_name, W_Str):
        return 0
    name = w_name.utf8_w()
    if not name.startswith(PREFIX):
        return 0
    try:
        number = parse_int(name[len(PREFIX):])
    except NotANumber:
        return 0
    if number < 0:
        return 0
    return number + 1


def next_text(host, handle):
    """The next element, None at the end.  A stream that ended is closed."""
    lines = host.streams.get(handle)
    if not isinstance(lines, Lines):
        return None
    line = lines.next()
    if line is None or not utf8.is_valid(line):
        host.streams.remove(handle)
        lines.close()
        return None
    return without_escapes(line)


def without_escapes(line):
    """``\\uXXXX`` becomes the character, unless it is half of a pair."""
    if line.find('\\u') < 0:
        return line
    builder = StringBuilder()
    i = 0
    while i < len(line):
        code = escaped_code(line, i)
        if code >= 0:
            utf8.append_code(builder, code)
            i += 6
        else:
            builder.append(line[i])
            i += 1
    return builder.build()


def escaped_code(line, i):
    """The code point of the escape at ``i``, -1 if there is none."""
    if line[i] != '\\' or i + 6 > len(line) or line[i + 1] != 'u':
        return -1
    code = 0
    for k in range(2, 6):
        digit = digit_value(line[i + k])
        if digit < 0:
            return -1
        code = code * 16 + digit
    if 0xd800 <= code <= 0xdfff:
        return -1
    return code


@effect('stream', 'next', CONSTANT)
@jit.dont_look_inside
def next_(host, w_stream):
    host.check('stream')
    host.flush()
    text = next_text(host, handle_of(w_stream))
    if text is None:
        return w_none
    return some(newstr(text))


@effect('stream', 'collect', COUNTED)
@jit.dont_look_inside
def collect(host, w_stream):
    host.check('stream')
    host.flush()
    handle = handle_of(w_stream)
    builder = ListBuilder()
    while True:
        text = next_text(host, handle)
        if text is None:
            return builder.build()
        builder.append(newstr(text))
