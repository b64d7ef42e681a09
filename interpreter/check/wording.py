"""Types and expressions in the words of messages for people."""

from rpython.rlib.rstring import StringBuilder

from interpreter.canonical import tree
from interpreter.check import rows
from interpreter.check.modules import OPAQUE
from interpreter.check.types import (
    BOOL, BYTES, FLOAT, FunctionType, INT, ListType, NEVER, NamedType, PRIMITIVES,
    Primitive, RecordType, STR, TupleType, TypeParam, TypeVar, UNIT, prune, show)
from interpreter.diagnostics import names
from interpreter.source.mangling import plain_name

# Longest type that a message shows, in bytes.
MAX_TYPE = 160

LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
SMALL_LETTERS = 'efghijklmnopqrstuvwxyzabcd'


def of_type(type):
    """The notation of a type, with ``_`` for what is not known, cut if it is long."""
    return of_text(show(type))


def signature(type):
    """The notation of the type of a library function, with letters for what it may
    be used with."""
    return _readable(show(type), True)


def of_name(name):
    """The name of a declaration without the prefix of its file."""
    return plain_name(name)


def of_text(text):
    """A notation that ``show`` made, as ``of_type`` shows it."""
    return _shortened(_readable(text, False))


def last_part(name):
    """The part of a dotted name behind its last dot."""
    start = name.rfind('.') + 1
    assert start >= 0
    return name[start:]


def _shortened(text):
    if len(text) <= MAX_TYPE:
        return text
    end = MAX_TYPE
    while end > 0 and 0x80 <= ord(text[end]) < 0xc0:
        end -= 1
    assert end >= 0
    return text[:end] + '...'


def _readable(text, letters):
    """``?3`` and ``?e3`` become letters or ``_``; names lose their files."""
    out = StringBuilder()
    types = []
    tails = []
    i = 0
    while i < len(text):
        char = text[i]
        if char == '?':
            start = i + 1
            is_tail = start < len(text) and text[start] == 'e'
            if is_tail:
                start += 1
            i = start
            while i < len(text) and '0' <= text[i] <= '9':
                i += 1
            if is_tail:
                out.append(_letter(tails, text[start:i], SMALL_LETTERS, True))
            else:
                out.append(_letter(types, text[start:i], LETTERS, letters))
        elif is_word(char):
            start = i
            while i < len(text) and (is_word(text[i]) or text[i] == '.'):
                i += 1
            out.append(plain_name(text[start:i]))
        else:
            out.append(char)
            i += 1
    return out.build()


def is_word(char):
    return ('a' <= char <= 'z' or 'A' <= char <= 'Z' or '0' <= char <= '9'
            or char == '_')


def _letter(numbers, number, letters, wanted):
    if not wanted:
        return '_'
    at = -1
    for i in range(len(numbers)):
        if numbers[i] == number:
            at = i
    if at < 0:
        at = len(numbers)
        numbers.append(number)
    return letters[at % len(letters)]


def of_effects(effects):
    """``[io, net]``."""
    return '[' + ', '.join([effect.show() for effect in effects]) + ']'


def counted(count, word):
    """``1 argument``, ``2 arguments``."""
    if count == 1:
        return '1 ' + word
    return '%d %ss' % (count, word)


def of_expr(expr):
    """The text of a small expression; ``...`` for any other."""
    if isinstance(expr, tree.Var) and not expr.name.startswith('__'):
        return plain_name(expr.name)
    if isinstance(expr, tree.FieldAccess):
        value = of_expr(expr.value)
        if value != '...':
            return value + '.' + expr.field
    if isinstance(expr, tree.IntLit):
        return str(expr.value)
    if isinstance(expr, tree.BoolLit):
        if expr.value:
            return 'true'
        return 'false'
    if isinstance(expr, tree.Call) and len(expr.args) <= 1:
        callee = of_expr(expr.callee)
        if callee != '...':
            if len(expr.args) == 0:
                return callee + '()'
            return callee + '(' + of_expr(expr.args[0]) + ')'
    return '...'


def callee_words(call):
    """What a call calls: a name, or ``this function``."""
    text = of_expr(call.callee)
    if text == '...':
        return 'this function'
    return '`' + text + '`'


# Ways from one type to another

def conversions(expr, found, expected, table):
    """How to make a value of type ``expected`` of ``expr``, of type ``found``: lines
    of text, most useful first."""
    found = prune(found)
    expected = prune(expected)
    value = of_expr(expr)
    helps = []
    if isinstance(found, Primitive) and isinstance(expected, Primitive):
        _between_primitives(helps, expr, value, found, expected)
    if isinstance(found, NamedType):
        _out_of(helps, value, found, expected)
    if isinstance(expected, NamedType) and not isinstance(found, NamedType):
        _into(helps, value, expected)
    if isinstance(found, FunctionType) and not isinstance(expected, FunctionType):
        if len(found.params) == 0:
            helps.append('call the function: `%s()`' % value)
        else:
            helps.append('call the function: `%s(...)`' % value)
    if isinstance(expected, ListType) and not isinstance(found, ListType) and (
            _same(found, expected.item)):
        helps.append('a list of one item is written `[%s]`' % value)
    if isinstance(found, ListType) and _same(found.item, expected):
        helps.append('`list.head(%s)` gives the first item as an Option' % value)
    if isinstance(found, TupleType) and len(found.items) == 0 and expected is UNIT or (
            isinstance(expected, TupleType) and len(expected.items) == 0
            and found is UNIT):
        helps.append('the type of `()` is written `Unit`')
    return helps


def is_narrower(a, b):
    """Whether each value of type ``a`` can be written as one of type ``b``, but not the
    other way round: a conversion from ``a`` to ``b`` loses nothing."""
    a = prune(a)
    b = prune(b)
    if b is STR:
        return a is INT or a is FLOAT or a is BOOL
    return a is INT and b is FLOAT


def _same(a, b):
    a = prune(a)
    b = prune(b)
    if isinstance(a, TypeVar) or isinstance(b, TypeVar):
        return False
    return show(a) == show(b)


def _between_primitives(helps, expr, value, found, expected):
    if expected is STR:
        if found is INT:
            helps.append('write `int.to_str(%s)`' % value)
        elif found is FLOAT:
            helps.append('write `float.to_str(%s)`' % value)
        elif found is BOOL:
            helps.append('write `if %s { "true" } else { "false" }`' % value)
        elif found is BYTES:
            helps.append('`bytes.to_str(%s)` gives a Result' % value)
    elif expected is FLOAT:
        if found is INT:
            if isinstance(expr, tree.IntLit):
                helps.append('write `%s.0`' % value)
            else:
                helps.append('write `int.to_float(%s)`' % value)
        elif found is STR:
            helps.append('`str.to_float(%s)` gives an Option' % value)
    elif expected is INT:
        if found is FLOAT:
            helps.append('write `float.to_int(%s)`' % value)
        elif found is STR:
            helps.append('`str.to_int(%s)` gives an Option, `str.len(%s)` the length'
                         % (value, value))
        elif found is BOOL:
            helps.append('write `if %s { 1 } else { 0 }`' % value)
    elif expected is BOOL:
        if found is INT:
            helps.append('compare it: `%s != 0`' % value)
        elif found is STR:
            helps.append('compare it: `%s == "..."`' % value)
    elif expected is BYTES and found is STR:
        helps.append('write `bytes.from_str(%s)`' % value)
    if expected is UNIT:
        helps.append('end the block with `()`')


def _out_of(helps, value, found, expected):
    if found.name == 'Option' and len(found.args) == 1:
        helps.append('take it apart: `match %s { Some(x) => ..., None => ... }`, or '
                     'give a default: `option.unwrap_or(%s, ...)`' % (value, value))
    elif found.name == 'Result' and len(found.args) == 2:
        helps.append('take it apart: `match %s { Ok(x) => ..., Err(e) => ... }`, or '
                     'pass the error on, `%s?`, in a function that gives a Result'
                     % (value, value))


def _into(helps, value, expected):
    if expected.name == 'Option':
        helps.append('write `Some(%s)`' % value)
    elif expected.name == 'Result':
        helps.append('write `Ok(%s)` or `Err(%s)`' % (value, value))


# Names of types that mean nothing

def undeclared(type, table):
    """A name in ``type`` that no declaration has, '' if there is none: it is a type of
    its own, which is hardly meant."""
    return _undeclared_name(type, table, 0)


def type_question(name, table):
    """A question about the type that an undeclared name was meant for; '' if there is
    none like it."""
    declared = table.aliases.keys() + table.unions.keys()
    if len(name) == 1:
        return 'declare it as a type parameter: `fn f[%s](...)`' % name
    dot = name.find('.')
    if dot >= 0:
        prefix = name[:dot + 1]
        candidates = [other for other in declared if other.startswith(prefix)]
        return names.did_you_mean(plain_name(names.closest(name, candidates)))
    candidates = PRIMITIVES.keys() + declared + OPAQUE.keys() + ['List']
    return names.did_you_mean(names.guess(name, candidates))


def is_declared_type(name, table):
    return (name in PRIMITIVES or name in table.aliases or name in table.unions
            or name in OPAQUE or name == 'List' or name == 'Tuple')


def _undeclared_name(type, table, depth):
    type = prune(type)
    if depth > 5:
        return ''
    if isinstance(type, NamedType):
        if not is_declared_type(type.name, table):
            return type.name
        return _first_undeclared(type.args, table, depth)
    if isinstance(type, ListType):
        return _undeclared_name(type.item, table, depth + 1)
    if isinstance(type, TupleType):
        return _first_undeclared(type.items, table, depth)
    return ''


def _first_undeclared(types, table, depth):
    for type in types:
        name = _undeclared_name(type, table, depth + 1)
        if name != '':
            return name
    return ''


# Differences inside of types

def differences(found, expected, table):
    """What is different in two records or functions: lines of text."""
    found = _unfolded(found, table)
    expected = _unfolded(expected, table)
    if isinstance(found, RecordType) and isinstance(expected, RecordType):
        return _record_differences(found, expected)
    if isinstance(found, FunctionType) and isinstance(expected, FunctionType):
        return _function_differences(found, expected)
    return []


def _unfolded(type, table):
    type = prune(type)
    body = table.unfold(type)
    if body is None:
        return type
    return prune(body)


def missing_fields(found, expected, table):
    """The fields of the record ``expected`` that ``found`` does not have."""
    found = _unfolded(found, table)
    expected = _unfolded(expected, table)
    if not isinstance(found, RecordType) or not isinstance(expected, RecordType):
        return []
    return [name for name in expected.names if found.index(name) < 0]


def _record_differences(found, expected):
    missing = []
    extra = []
    for name in expected.names:
        if found.index(name) < 0:
            missing.append('`' + name + '`')
    for name in found.names:
        if expected.index(name) < 0:
            extra.append('`' + name + '`')
    lines = []
    if len(missing) > 0:
        lines.append('missing here: ' + ', '.join(missing))
    if len(extra) > 0:
        lines.append('not wanted here: ' + ', '.join(extra))
    return lines


def _function_differences(found, expected):
    if len(found.params) != len(expected.params):
        return ['a function of %s is wanted, this one has %d' % (
            counted(len(expected.params), 'parameter'), len(found.params))]
    used = rows.resolve(found.row)
    wanted = rows.resolve(expected.row)
    if used.tail is None and wanted.tail is None and (
            not rows.is_subset(used.effects, wanted.effects) or
            not rows.is_subset(wanted.effects, used.effects)):
        return ['a function with the effects %s is wanted, this one declares %s' % (
            of_effects(wanted.effects), of_effects(used.effects))]
    return []


def differs(a, b, table):
    """Whether two types certainly cannot be equal, as far as can be seen easily."""
    a = prune(a)
    b = prune(b)
    if a is b or isinstance(a, TypeVar) or isinstance(b, TypeVar):
        return False
    if a is NEVER or b is NEVER:
        return False
    if isinstance(a, TypeParam) or isinstance(b, TypeParam):
        return False
    if isinstance(a, NamedType) and isinstance(b, NamedType) and a.name == b.name:
        return _any_differs(a.args, b.args, table)
    a = _unfolded(a, table)
    b = _unfolded(b, table)
    if isinstance(a, Primitive) or isinstance(b, Primitive):
        return a is not b
    if isinstance(a, ListType) and isinstance(b, ListType):
        return differs(a.item, b.item, table)
    if isinstance(a, TupleType) and isinstance(b, TupleType):
        return _any_differs(a.items, b.items, table)
    if isinstance(a, FunctionType) and isinstance(b, FunctionType):
        return (_any_differs(a.params, b.params, table)
                or differs(a.result, b.result, table))
    if isinstance(a, RecordType) and isinstance(b, RecordType):
        for i in range(len(a.names)):
            at = b.index(a.names[i])
            if at < 0 or differs(a.types[i], b.types[at], table):
                return True
        return len(a.names) != len(b.names)
    if isinstance(a, NamedType) and isinstance(b, NamedType):
        return a.name != b.name
    return True


def _any_differs(some, others, table):
    if len(some) != len(others):
        return True
    for i in range(len(some)):
        if differs(some[i], others[i], table):
            return True
    return False
