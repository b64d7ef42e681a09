"""std.toml; :mod:`interpreter.formats.toml` reads, and
:mod:`interpreter.stdlib.toml_writer` writes."""

from rpython.rlib import jit
from rpython.rlib.rfloat import isfinite, rstring_to_float

from interpreter.formats import toml as documents
from interpreter.formats.toml_errors import TomlError
from interpreter.formats.toml_scalars import BOOLEAN, FLOAT, INTEGER
from interpreter.objects.json import to_json
from interpreter.objects.json_reader import JsonError, decode_tags, from_plain_json
from interpreter.objects.list import ListBuilder
from interpreter.objects.numbers import newbool, newfloat, w_unit
from interpreter.objects.text import newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import radix_integers, toml_writer
from interpreter.stdlib.args import to_str
from interpreter.stdlib.json_ import checked, checked_typed, strings
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import COUNTED, each


def value_of(node):
    """The value of a TOML node.  Raises TomlError for numbers that no value
    can hold.  The recursion is bounded by the reader's limits."""
    if isinstance(node, documents.Table):
        names = node.names()
        values_w = [value_of(node.get(name)) for name in names]
        return decode_tags(names, values_w)
    if isinstance(node, documents.Array):
        builder = ListBuilder()
        for item in node.items:
            builder.append(value_of(item))
        return builder.build()
    assert isinstance(node, documents.Leaf)
    text = node.scalar.text
    if node.scalar.kind == INTEGER:
        return integer_value(node)
    if node.scalar.kind == FLOAT:
        return float_value(node)
    if node.scalar.kind == BOOLEAN:
        return newbool(text == 'true')
    return newstr(text)


def integer_value(node):
    """An Int, or the Float nearest to a number that is too large for it."""
    text = node.scalar.text
    radix = node.scalar.radix
    negative = text.startswith('-')
    start = 0
    if negative or text.startswith('+'):
        start = 1
    try:
        return radix_integers.integer(text, start, radix, negative)
    except radix_integers.NoInteger:
        raise TomlError('integer number overflowed', node.start, node.stop)
    except radix_integers.NoJsonNumber:
        raise TomlError('JSON number out of range', node.start, node.stop)


def float_value(node):
    """A Float; Unit for ``nan`` and ``inf``, as in JSON."""
    text = node.scalar.text
    if text.endswith('nan') or text.endswith('inf'):
        return w_unit
    x = rstring_to_float(text)
    if not isfinite(x):
        raise TomlError('floating-point number overflowed', node.start,
                        node.stop)
    return newfloat(x)


def read(text):
    """The value of a document.  Raises TomlError."""
    return value_of(documents.parse(text))


@pure('toml', 'parse', each(40, 0))
@jit.dont_look_inside
def parse(w_text):
    text = to_str(w_text)
    try:
        return ok(read(text))
    except TomlError as e:
        return err_str(e.report(text))


@pure('toml', 'parse_strict', each(40, 0))
@jit.dont_look_inside
def parse_strict(w_text, w_required):
    text = to_str(w_text)
    required = strings(w_required)
    try:
        w_value = read(text)
    except TomlError as e:
        return err_str(e.report(text))
    return checked(w_value, required)


@pure('toml', 'parse_strict_typed', each(40, 0))
@jit.dont_look_inside
def parse_strict_typed(w_text, w_required, w_schema):
    text = to_str(w_text)
    required = strings(w_required)
    try:
        w_value = read(text)
    except TomlError as e:
        return err_str(e.report(text))
    return checked_typed(w_value, required, w_schema)


@pure('toml', 'stringify', COUNTED)
@jit.dont_look_inside
def stringify(w_value):
    try:
        w_plain = from_plain_json(to_json(w_value))
    except JsonError as e:
        return err_str('toml.stringify: ' + e.msg)
    try:
        return ok(newstr(toml_writer.document(w_plain)))
    except toml_writer.Unsupported as e:
        return err_str('toml.stringify: unsupported %s type' % e.type_name)
