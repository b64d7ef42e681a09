"""Canonical JSON of stages: compact, keys sorted, non-ASCII text as it is.

This is what hashes are taken of and what ``lexvm parse`` prints (after
``json_layout.pretty``).  The field lists are in docs/language.rst, "The canonical tree".
The writer keeps its own stack: trees may be thousands of nodes deep.
"""

import math

from rpython.rlib.objectmodel import specialize
from rpython.rlib.rfloat import formatd
from rpython.rlib.rstring import StringBuilder

from interpreter.canonical import tree
from interpreter.objects.quote import append_json_quoted
from interpreter.texts.hexadecimal import to_hex


class _Text(tree.Node):
    """A finished piece of output among the nodes still to be written."""

    def __init__(self, text):
        self.text = text


def to_json(node):
    """Canonical JSON of a stage, type, expression or pattern."""
    return _write([node])


def stages_to_json(stages):
    """Canonical JSON of a program: an array of its stages."""
    pieces = _Pieces()
    _add_nodes(pieces, stages)
    return _write(pieces.nodes)


def _write(nodes):
    out = StringBuilder()
    pending = nodes[:]
    pending.reverse()
    while len(pending) > 0:
        node = pending.pop()
        if isinstance(node, _Text):
            out.append(node.text)
            continue
        inner = _expand(node).nodes
        i = len(inner) - 1
        while i >= 0:
            pending.append(inner[i])
            i -= 1
    return out.build()


class _Pieces(object):
    """The pieces of one JSON object, in writing order."""

    def __init__(self):
        self.nodes = []

    def text(self, text):
        self.nodes.append(_Text(text))

    def node(self, node):
        self.nodes.append(node)

    def start(self, key):
        """Open the object with its first key; the value follows."""
        self.text('{"' + key + '":')

    def key(self, key):
        self.text(',"' + key + '":')

    def string(self, value):
        self.text(quote(value))

    def kind(self, name):
        """The key ``node``, which tags most objects."""
        self.text(',"node":"' + name + '"')

    def end(self):
        self.text('}')


@specialize.call_location()     # each list of nodes keeps its own item class
def _add_nodes(pieces, nodes):
    pieces.text('[')
    for i in range(len(nodes)):
        if i > 0:
            pieces.text(',')
        pieces.node(nodes[i])
    pieces.text(']')


def _add_strings(pieces, strings):
    pieces.text('[' + ','.join([quote(string) for string in strings]) + ']')


def _expand(node):
    pieces = _Pieces()
    if isinstance(node, tree.Expr):
        _expand_expr(pieces, node)
    elif isinstance(node, tree.Type):
        _expand_type(pieces, node)
    elif isinstance(node, tree.Pattern):
        _expand_pattern(pieces, node)
    elif isinstance(node, tree.Stage):
        _expand_stage(pieces, node)
    else:
        _expand_part(pieces, node)
    pieces.end()
    return pieces


# Stages

def _expand_stage(pieces, stage):
    if isinstance(stage, tree.Import):
        pieces.start('alias')
        pieces.string(stage.alias)
        pieces.kind('Import')
        pieces.key('reference')
        pieces.string(stage.reference)
    elif isinstance(stage, tree.TypeDecl):
        pieces.start('definition')
        pieces.node(stage.definition)
        pieces.key('name')
        pieces.string(stage.name)
        pieces.kind('TypeDecl')
        pieces.key('params')
        _add_strings(pieces, stage.params)
    else:
        assert isinstance(stage, tree.FnDecl)
        pieces.start('body')
        pieces.node(stage.body)
        _add_row(pieces, stage.effect_row_var)
        pieces.key('effects')
        _add_nodes(pieces, stage.effects)
        if len(stage.examples) > 0:
            pieces.key('examples')
            _add_nodes(pieces, stage.examples)
        pieces.key('name')
        pieces.string(stage.name)
        pieces.kind('FnDecl')
        pieces.key('params')
        _add_nodes(pieces, stage.params)
        pieces.key('return_type')
        pieces.node(stage.return_type)
        pieces.key('type_params')
        _add_strings(pieces, stage.type_params)


def _add_row(pieces, row_var):
    if row_var is not None:
        pieces.key('effect_row_var')
        pieces.string(row_var)


def signature_json(stage, with_name):
    """The JSON object that identifies the signature of a function or type."""
    if isinstance(stage, tree.TypeDecl):
        text = '{"kind":"type"'
        if with_name:
            text += ',"name":' + quote(stage.name)
        params = [quote(param) for param in stage.params]
        return text + ',"params":[' + ','.join(params) + ']}'
    assert isinstance(stage, tree.FnDecl)
    pieces = _Pieces()
    pieces.start('effects')
    _add_nodes(pieces, stage.effects)
    if len(stage.examples) > 0:
        pieces.key('examples')
        _add_nodes(pieces, stage.examples)
    pieces.key('input_types')
    _add_nodes(pieces, [param.type for param in stage.params])
    if with_name:
        pieces.key('name')
        pieces.string(stage.name)
    pieces.key('output_type')
    pieces.node(stage.return_type)
    pieces.end()
    return _write(pieces.nodes)


# Types

def _expand_type(pieces, type):
    if isinstance(type, tree.NamedType):
        pieces.start('args')
        _add_nodes(pieces, type.args)
        pieces.key('name')
        pieces.string(type.name)
        pieces.kind('Named')
    elif isinstance(type, tree.RecordType):
        _expand_record_type(pieces, type)
    elif isinstance(type, tree.TupleType):
        pieces.start('items')
        _add_nodes(pieces, type.items)
        pieces.kind('Tuple')
    elif isinstance(type, tree.FunctionType):
        if type.effect_row_var is not None:
            pieces.start('effect_row_var')
            pieces.string(type.effect_row_var)
            pieces.key('effects')
        else:
            pieces.start('effects')
        _add_nodes(pieces, type.effects)
        pieces.kind('Function')
        pieces.key('params')
        _add_nodes(pieces, type.params)
        pieces.key('ret')
        pieces.node(type.ret)
    elif isinstance(type, tree.UnionType):
        pieces.text('{"node":"Union","variants":')
        _add_nodes(pieces, type.variants)
    else:
        assert isinstance(type, tree.RefinedType)
        pieces.start('base')
        pieces.node(type.base)
        pieces.key('binding')
        pieces.string(type.binding)
        pieces.kind('Refined')
        pieces.key('predicate')
        pieces.node(type.predicate)


def _expand_record_type(pieces, type):
    has_spreads = len(type.spreads) > 0
    if len(type.fields) > 0 or not has_spreads:
        pieces.start('fields')
        _add_nodes(pieces, type.fields)
        pieces.text(',')
    else:
        pieces.text('{')
    if has_spreads:
        pieces.text('"node":"RecordWithSpreads"')
        pieces.key('spreads')
        _add_strings(pieces, type.spreads)
    else:
        pieces.text('"node":"Record"')


# Parts of stages, types, expressions and patterns

def _expand_part(pieces, node):
    if isinstance(node, tree.Effect):
        if node.arg_kind == 'Int':
            pieces.text('{"arg":{"kind":"Int","value":%d},' % node.arg_int)
        elif node.arg_kind != '':
            pieces.text('{"arg":{"kind":"%s","value":%s},' % (
                node.arg_kind, quote(node.arg_text)))
        else:
            pieces.text('{')
        pieces.text('"name":' + quote(node.name))
    elif isinstance(node, tree.Param):
        _add_named(pieces, node.name, 'type', node.type)
    elif isinstance(node, tree.TypeField):
        _add_named(pieces, node.name, 'type', node.type)
    elif isinstance(node, tree.RecordField):
        _add_named(pieces, node.name, 'value', node.value)
    elif isinstance(node, tree.PatternField):
        _add_named(pieces, node.name, 'pattern', node.pattern)
    elif isinstance(node, tree.UnionVariant):
        payload = node.payload
        if payload is None:
            pieces.start('name')
            pieces.string(node.name)
        else:
            _add_named(pieces, node.name, 'payload', payload)
    elif isinstance(node, tree.Arm):
        pieces.start('body')
        pieces.node(node.body)
        pieces.key('pattern')
        pieces.node(node.pattern)
    else:
        assert isinstance(node, tree.Example)
        pieces.start('args')
        _add_nodes(pieces, node.args)
        pieces.key('expected')
        pieces.node(node.expected)


def _add_named(pieces, name, key, node):
    pieces.start('name')
    pieces.string(name)
    pieces.key(key)
    pieces.node(node)


# Expressions

def _expand_expr(pieces, expr):
    if isinstance(expr, tree.Literal):
        pieces.text('{"node":"Literal","value":' + literal_json(expr))
    elif isinstance(expr, tree.Var):
        pieces.start('name')
        pieces.string(expr.name)
        pieces.kind('Var')
    elif isinstance(expr, tree.Call):
        pieces.start('args')
        _add_nodes(pieces, expr.args)
        pieces.key('callee')
        pieces.node(expr.callee)
        pieces.kind('Call')
    elif isinstance(expr, tree.Let):
        _expand_let(pieces, expr)
    elif isinstance(expr, tree.Match):
        pieces.start('arms')
        _add_nodes(pieces, expr.arms)
        pieces.kind('Match')
        pieces.key('scrutinee')
        pieces.node(expr.scrutinee)
    elif isinstance(expr, tree.Block):
        pieces.text('{"node":"Block"')
        pieces.key('result')
        pieces.node(expr.result)
        pieces.key('statements')
        _add_nodes(pieces, expr.statements)
    elif isinstance(expr, tree.Constructor):
        pieces.start('args')
        _add_nodes(pieces, expr.args)
        pieces.key('name')
        pieces.string(expr.name)
        pieces.kind('Constructor')
    elif isinstance(expr, tree.RecordLit):
        pieces.start('fields')
        _add_nodes(pieces, expr.fields)
        pieces.kind('RecordLit')
    elif isinstance(expr, tree.TupleLit):
        pieces.start('items')
        _add_nodes(pieces, expr.items)
        pieces.kind('TupleLit')
    elif isinstance(expr, tree.ListLit):
        pieces.start('items')
        _add_nodes(pieces, expr.items)
        pieces.kind('ListLit')
    elif isinstance(expr, tree.FieldAccess):
        pieces.start('field')
        pieces.string(expr.field)
        pieces.kind('FieldAccess')
        pieces.key('value')
        pieces.node(expr.value)
    elif isinstance(expr, tree.Lambda):
        _expand_lambda(pieces, expr)
    elif isinstance(expr, tree.BinOp):
        pieces.start('lhs')
        pieces.node(expr.lhs)
        pieces.kind('BinOp')
        pieces.key('op')
        pieces.string(expr.op)
        pieces.key('rhs')
        pieces.node(expr.rhs)
    elif isinstance(expr, tree.UnaryOp):
        pieces.start('expr')
        pieces.node(expr.expr)
        pieces.kind('UnaryOp')
        pieces.key('op')
        pieces.string(expr.op)
    else:
        assert isinstance(expr, tree.Return)
        pieces.text('{"node":"Return"')
        pieces.key('value')
        pieces.node(expr.value)


def _expand_let(pieces, expr):
    pieces.start('body')
    pieces.node(expr.body)
    pieces.key('name')
    pieces.string(expr.name)
    pieces.kind('Let')
    pieces.key('ty')
    annotation = expr.type
    if annotation is None:
        pieces.text('null')
    else:
        pieces.node(annotation)
    pieces.key('value')
    pieces.node(expr.value)


def _expand_lambda(pieces, expr):
    pieces.start('body')
    pieces.node(expr.body)
    _add_row(pieces, expr.effect_row_var)
    pieces.key('effects')
    _add_nodes(pieces, expr.effects)
    pieces.kind('Lambda')
    pieces.key('params')
    _add_nodes(pieces, expr.params)
    pieces.key('return_type')
    pieces.node(expr.return_type)


# Patterns

def _expand_pattern(pieces, pattern):
    if isinstance(pattern, tree.PLiteral):
        pieces.text('{"node":"PLiteral","value":' +
                    literal_json(pattern.literal))
    elif isinstance(pattern, tree.PVar):
        pieces.start('name')
        pieces.string(pattern.name)
        pieces.kind('PVar')
    elif isinstance(pattern, tree.PConstructor):
        pieces.start('args')
        _add_nodes(pieces, pattern.args)
        pieces.key('name')
        pieces.string(pattern.name)
        pieces.kind('PConstructor')
    elif isinstance(pattern, tree.PRecord):
        pieces.start('fields')
        _add_nodes(pieces, pattern.fields)
        pieces.kind('PRecord')
    elif isinstance(pattern, tree.PTuple):
        pieces.start('items')
        _add_nodes(pieces, pattern.items)
        pieces.kind('PTuple')
    else:
        assert isinstance(pattern, tree.PWild)
        pieces.text('{"node":"PWild"')


# Literals and strings

def literal_json(literal):
    """The ``kind``/``value`` object of a literal."""
    if isinstance(literal, tree.IntLit):
        return '{"kind":"Int","value":%d}' % literal.value
    if isinstance(literal, tree.FloatLit):
        return '{"kind":"Float","value":"%s"}' % float_text(literal.value)
    if isinstance(literal, tree.StrLit):
        return '{"kind":"Str","value":%s}' % quote(literal.value)
    if isinstance(literal, tree.BytesLit):
        return '{"kind":"Bytes","value":"%s"}' % to_hex(literal.value)
    if isinstance(literal, tree.BoolLit):
        if literal.value:
            return '{"kind":"Bool","value":true}'
        return '{"kind":"Bool","value":false}'
    assert isinstance(literal, tree.UnitLit)
    return '{"kind":"Unit"}'


def float_text(value):
    """The shortest digits that round-trip, without an exponent."""
    if math.isinf(value):
        if value > 0.0:
            return 'Infinity'
        return '-Infinity'
    text = formatd(value, 'r', 0)
    sign = ''
    if text[0] == '-':
        sign = '-'
        text = text[1:]
    exponent = 0
    mark = text.find('e')
    if mark >= 0:
        exponent = int(text[mark + 1:])
        text = text[:mark]
    point = text.find('.')
    if point >= 0:
        digits = text[:point] + text[point + 1:]
    else:
        point = len(text)
        digits = text
    point += exponent
    if point <= 0:
        return sign + '0.' + '0' * -point + _fraction(digits)
    if point >= len(digits):
        return sign + digits + '0' * (point - len(digits)) + '.0'
    return sign + digits[:point] + '.' + _fraction(digits[point:])


def _fraction(digits):
    """``digits`` without zeros at their end; at least one digit."""
    stop = len(digits)
    while stop > 1 and digits[stop - 1] == '0':
        stop -= 1
    assert stop >= 0
    return digits[:stop]


def quote(text):
    """A JSON string of the UTF-8 ``text``."""
    out = StringBuilder(len(text) + 2)
    append_json_quoted(out, text)
    return out.build()
