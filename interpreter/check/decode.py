"""Typed decoding: calls that parse into a known record type validate it.

``json.parse(s)`` whose type is ``Result[{ a :: Int, .. }, _]`` becomes
``json.parse_strict_typed(s, [required fields], [(field, tag), ..])``; likewise
for toml and yaml, and ``http.json_body`` becomes ``http.json_body_typed``.
"""

from interpreter.canonical import node_ids, tree
from interpreter.check.patterns import prune_alias
from interpreter.check.types import (
    BOOL, FLOAT, INT, ListType, NamedType, Primitive, RecordType, STR, prune)


def rewrite(module_calls, table):
    """Rewrite those of the [infer.TypedCall] that decode records, in place."""
    for typed in module_calls:
        callee = typed.call.callee
        assert isinstance(callee, tree.FieldAccess)
        strict = strict_form(typed.module.name, callee.field)
        if strict == '':
            continue
        record = decoded_record(typed.type, table)
        if record is None:
            continue
        callee.field = strict
        add_argument(typed.call, required_fields(record))
        add_argument(typed.call, schema(record))


def strict_form(module, function):
    """The name of the validating form of a function, '' if it has none."""
    if function == 'parse':
        if module == 'json' or module == 'toml' or module == 'yaml':
            return 'parse_strict_typed'
    elif function == 'json_body' and module == 'http':
        return 'json_body_typed'
    return ''


def decoded_record(type, table):
    """The RecordType R of ``Result[R, _]``, or None."""
    type = prune(type)
    if not isinstance(type, NamedType) or type.name != 'Result':
        return None
    if len(type.args) != 2:
        return None
    record = prune_alias(table, prune(type.args[0]))
    if isinstance(record, RecordType):
        return record
    return None


def tag(type):
    """What the decoder is told about a field."""
    outer = []
    type = prune(type)
    while True:
        if isinstance(type, ListType):
            outer.append('List[')
            type = prune(type.item)
        elif isinstance(type, NamedType) and type.name == 'Option' \
                and len(type.args) == 1:
            outer.append('Option[')
            type = prune(type.args[0])
        else:
            break
    return ''.join(outer) + _innermost_tag(type) + ']' * len(outer)


def _innermost_tag(type):
    if type is INT or type is FLOAT or type is BOOL or type is STR:
        assert isinstance(type, Primitive)
        return type.name
    if isinstance(type, RecordType):
        return 'Record'
    return 'Any'


def is_optional(tag):
    return tag.startswith('Option[')


def required_fields(record):
    """A list literal of the names of the fields that must be present."""
    names = []
    for i in range(len(record.names)):
        if not is_optional(tag(record.types[i])):
            names.append(tree.StrLit(record.names[i]))
    return tree.ListLit(names)


def schema(record):
    """A list literal of the pairs (field, tag)."""
    pairs = []
    for i in range(len(record.names)):
        type_tag = tag(record.types[i])
        pair = [tree.StrLit(record.names[i]), tree.StrLit(type_tag)]
        pairs.append(tree.TupleLit(pair))
    return tree.ListLit(pairs)


def add_argument(call, arg):
    call.args.append(arg)
    if call.node_id is not None:
        index = len(call.args)
        node_ids.assign_expr(arg, node_ids.NodeId(call.node_id, index))
