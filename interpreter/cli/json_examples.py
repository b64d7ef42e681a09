"""How values of a type are written as JSON on a command line."""

from interpreter.check.types import (
    BOOL, BYTES, FLOAT, INT, ListType, NamedType, RecordType, STR, UNIT, prune)
from interpreter.diagnostics.data import quote
from interpreter.objects.json import to_json
from interpreter.objects.numbers import W_Int, W_Unit
from interpreter.objects.text import W_Str

MAX_DEPTH = 4

# Longest word that is repeated in quotes, in bytes.
MAX_WORD = 60


def example(type):
    """A JSON document for a value of the type."""
    return _example(type, 0)


def _example(type, depth):
    type = prune(type)
    if depth > MAX_DEPTH:
        return '...'
    if type is INT:
        return '5'
    if type is FLOAT:
        return '1.5'
    if type is STR:
        return '"text"'
    if type is BOOL:
        return 'true'
    if type is UNIT:
        return 'null'
    if type is BYTES:
        return '{"$bytes":"00ff"}'
    if isinstance(type, ListType):
        return '[' + _example(type.item, depth + 1) + ']'
    if isinstance(type, RecordType):
        return '{' + ','.join([
            quote(type.names[i]) + ':' + _example(type.types[i], depth + 1)
            for i in range(len(type.names))]) + '}'
    if isinstance(type, NamedType):
        if type.name == 'Option' and len(type.args) == 1:
            return _variant('Some', _example(type.args[0], depth + 1))
        if type.name == 'Result' and len(type.args) == 2:
            return _variant('Ok', _example(type.args[0], depth + 1))
    return '...'


def _variant(name, document):
    return '{"$variant":"%s","args":[%s]}' % (name, document)


def quoted(document):
    """The document as a word of a shell."""
    for char in document:
        if not ('0' <= char <= '9' or 'a' <= char <= 'z' or char == '.' or char == '-'):
            return "'" + document + "'"
    return document


def form(type):
    """A line about the JSON form of a type, '' if it has none of its own."""
    document = example(type)
    if document.find('...') >= 0:
        return union_form(type)
    return 'for example `%s`' % quoted(document)


def union_form(type):
    type = prune(type)
    if isinstance(type, NamedType):
        return 'a variant is written `\'{"$variant":"Name","args":[...]}\'`'
    return ''


def instead_of_text(type, text):
    """A line that shows what was probably meant by a word that is no JSON."""
    if type is STR and _is_repeatable(text):
        return 'write `%s`' % quoted(quote(text))
    return form(type)


def instead_of_value(type, w_value, text):
    """A line that shows what was probably meant by the word ``text``, which is the
    JSON of ``w_value``."""
    type = prune(type)
    meant = ''
    if type is STR and _is_repeatable(text):
        meant = quote(text)
    elif type is FLOAT and isinstance(w_value, W_Int):
        meant = '%d.0' % w_value.intval
    elif isinstance(w_value, W_Str) and (type is INT or type is FLOAT or type is BOOL):
        inner = w_value.utf8_w()
        if _is_number(inner) and type is not BOOL or inner in ['true', 'false']:
            meant = inner
    elif isinstance(type, NamedType) and type.name == 'Option' and _is_repeatable(text):
        if isinstance(w_value, W_Unit):
            meant = '{"$variant":"None","args":[]}'
        else:
            meant = _variant('Some', to_json(w_value))
    if meant != '':
        return 'write `%s`' % quoted(meant)
    return form(type)


def _is_repeatable(text):
    return len(text) <= MAX_WORD and text.find("'") < 0


def _is_number(text):
    if text == '' or len(text) > 18:
        return False
    for i in range(len(text)):
        if not ('0' <= text[i] <= '9' or (i == 0 and text[i] == '-' and len(text) > 1)):
            return False
    return True
