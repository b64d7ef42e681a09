"""std.json, and the typed decoding that the JSON, TOML and YAML readers
share.

A call ``json.parse(s)`` whose type is ``Result[R, _]`` for a record type R is
compiled to the hidden operation ``json.parse_strict_typed(s, required,
schema)``: ``required`` is the list of mandatory field names and ``schema``
the list of ``(field, tag)`` pairs.  A tag is ``Int``, ``Float``, ``Bool``,
``Str``, ``Record``, ``Any``, ``Option[tag]`` or ``List[tag]``.
"""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.json import W_Unsigned, to_json
from interpreter.objects.json_reader import JsonError, from_exact_json, from_json
from interpreter.objects.list import W_List
from interpreter.objects.numbers import W_Bool, W_Float, W_Int, W_Unit
from interpreter.objects.quote import debug_strings
from interpreter.objects.pace import pace
from interpreter.objects.record import W_Record, record_from_pairs
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.variant import err_str, ok, some, w_none
from interpreter.stdlib.args import to_list, to_str, to_tuple
from interpreter.stdlib.registry import pure
from interpreter.stdlib.result import is_ok_variant
from interpreter.stdlib.work import COUNTED


@pure('json', 'stringify', COUNTED)
@jit.dont_look_inside
def stringify(w_value):
    return newstr(to_json(w_value))


@pure('json', 'parse', COUNTED)
@jit.dont_look_inside
def parse(w_text):
    text = to_str(w_text)
    pace.work(len(text))
    try:
        return ok(from_json(text))
    except JsonError as e:
        return err_str(e.text())


@pure('json', 'parse_strict', COUNTED)
@jit.dont_look_inside
def parse_strict(w_text, w_required):
    text = to_str(w_text)
    pace.work(len(text))
    required = strings(w_required)
    try:
        w_value = from_json(text)
        if is_ok_variant(checked(w_value, required)):
            return ok(w_value)
        # Tags and large numbers count as what stands in the document.
        w_result = checked(from_exact_json(text), required)
    except JsonError as e:
        return err_str(e.text())
    if is_ok_variant(w_result):
        return ok(w_value)
    return w_result


@pure('json', 'parse_strict_typed', COUNTED)
@jit.dont_look_inside
def parse_strict_typed(w_text, w_required, w_schema):
    text = to_str(w_text)
    pace.work(len(text))
    required = strings(w_required)
    try:
        w_value = from_json(text)
        w_result = checked_typed(w_value, required, w_schema)
        if is_ok_variant(w_result):
            return w_result
        w_result = checked_typed(from_exact_json(text), required, w_schema)
    except JsonError as e:
        return err_str(e.text())
    if not is_ok_variant(w_result):
        return w_result
    if isinstance(w_value, W_Record):
        return ok(with_options(w_value, to_list(w_schema)))
    return ok(w_value)


def strings(w_list):
    w_list = to_list(w_list)
    return [to_str(w_list.getitem(i)) for i in range(w_list.length())]


class SchemaError(Exception):
    def __init__(self, msg):
        self.msg = msg


def checked(w_value, required):
    """Ok(value) if it has all required fields, else Err(text)."""
    try:
        check_required(w_value, required)
    except SchemaError as e:
        return err_str(e.msg)
    return ok(w_value)


def checked_typed(w_value, required, w_schema):
    """Ok(record) of a decoded document that fits the schema, with its
    optional fields wrapped; else Err(text)."""
    w_schema = to_list(w_schema)
    try:
        check_required(w_value, required)
        if not isinstance(w_value, W_Record):
            return ok(w_value)
        check_schema(w_value, w_schema)
    except SchemaError as e:
        return err_str(e.msg)
    return ok(with_options(w_value, w_schema))


def check_required(w_value, required):
    if len(required) == 0:
        return
    if not isinstance(w_value, W_Record):
        raise SchemaError(
            'parse_strict: expected top-level object with fields %s, got %s'
            % (debug_strings(required), to_json(w_value)))
    missing = [path for path in required if not has_path(w_value, path)]
    if len(missing) > 0:
        raise SchemaError('missing required field(s): '
                          + ', '.join(missing))


def has_path(w_value, path):
    for name in path_parts(path):
        if not isinstance(w_value, W_Record):
            return False
        w_value = w_value.getfield(name)
        if w_value is None:
            return False
    return True


def path_parts(path):
    """The field names of a dotted path; ``\\.`` is a dot in a name."""
    parts = []
    part = StringBuilder()
    i = 0
    while i < len(path):
        c = path[i]
        if c == '\\' and i + 1 < len(path) and path[i + 1] == '.':
            part.append('.')
            i += 1
        elif c == '.':
            parts.append(part.build())
            part = StringBuilder()
        else:
            part.append(c)
        i += 1
    parts.append(part.build())
    return parts


def schema_entry(w_schema, i):
    w_entry = to_tuple(w_schema.getitem(i))
    return to_str(w_entry.getitem(0)), to_str(w_entry.getitem(1))


def check_schema(w_record, w_schema):
    for i in range(w_schema.length()):
        name, tag = schema_entry(w_schema, i)
        w_value = w_record.getfield(name)
        if w_value is not None:
            problem = tag_problem(w_value, tag)
            if problem != '':
                raise SchemaError('field `%s`: %s' % (name, problem))


OPTION_PREFIX = 'Option['
LIST_PREFIX = 'List['


def inner_tag(tag, prefix):
    start = len(prefix)
    stop = len(tag) - 1
    assert stop >= start
    return tag[start:stop]


def tag_problem(w_value, tag):
    """Why a value does not fit a tag; '' if it does.  The recursion follows
    the tag, which is part of the program's text."""
    if tag.startswith(OPTION_PREFIX):
        if isinstance(w_value, W_Unit):
            return ''
        return tag_problem(w_value, inner_tag(tag, OPTION_PREFIX))
    if tag.startswith(LIST_PREFIX):
        if isinstance(w_value, W_List):
            inner = inner_tag(tag, LIST_PREFIX)
            for i in range(w_value.length()):
                problem = tag_problem(w_value.getitem(i), inner)
                if problem != '':
                    return '[%d]: %s' % (i, problem)
        return ''
    if tag == 'Int':
        fits = isinstance(w_value, W_Int) or isinstance(w_value, W_Unsigned)
    elif tag == 'Float':
        fits = json_type_name(w_value) == 'Number'
    elif tag == 'Bool':
        fits = isinstance(w_value, W_Bool)
    elif tag == 'Str':
        fits = isinstance(w_value, W_Str)
    else:
        fits = True
    if fits:
        return ''
    return 'expected %s, got %s' % (tag, json_type_name(w_value))


def json_type_name(w_value):
    if isinstance(w_value, W_Unit):
        return 'null'
    if isinstance(w_value, W_Bool):
        return 'Bool'
    if (isinstance(w_value, W_Int) or isinstance(w_value, W_Float)
            or isinstance(w_value, W_Unsigned)):
        return 'Number'
    if isinstance(w_value, W_Str):
        return 'Str'
    if isinstance(w_value, W_List):
        return 'Array'
    return 'Object'


def with_options(w_record, w_schema):
    """The record with ``None`` or ``Some(value)`` in its Option fields."""
    names = []
    values_w = []
    shape_names = w_record.shape.names
    for i in range(len(shape_names)):
        names.append(shape_names[i])
        values_w.append(w_record.getvalue(i))
    for i in range(w_schema.length()):
        name, tag = schema_entry(w_schema, i)
        if not tag.startswith(OPTION_PREFIX):
            continue
        w_value = w_record.getfield(name)
        names.append(name)
        if w_value is None or isinstance(w_value, W_Unit):
            values_w.append(w_none)
        else:
            values_w.append(some(w_value))
    return record_from_pairs(names, values_w)
