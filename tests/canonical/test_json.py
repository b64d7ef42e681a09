"""Canonical JSON and its layout."""

import json

import pytest

from interpreter.canonical import pipeline, tree
from interpreter.canonical.json import (
    float_text, quote, signature_json, stages_to_json, to_json)
from interpreter.canonical.json_layout import laid_out_size, pretty
from interpreter.source import parser


def int_type():
    return tree.NamedType('Int', [])


def add_function():
    return tree.FnDecl(
        'add', [], [tree.Param('x', int_type()), tree.Param('y', int_type())],
        [], None, int_type(), tree.BinOp('+', tree.Var('x'), tree.Var('y')), [])


def test_function():
    named_int = '{"args":[],"name":"Int","node":"Named"}'
    assert to_json(add_function()) == (
        '{"body":{"lhs":{"name":"x","node":"Var"},"node":"BinOp","op":"+",'
        '"rhs":{"name":"y","node":"Var"}},"effects":[],"name":"add",'
        '"node":"FnDecl","params":[{"name":"x","type":%s},'
        '{"name":"y","type":%s}],"return_type":%s,"type_params":[]}' % (
            named_int, named_int, named_int))


def test_signature():
    text = signature_json(add_function(), True)
    assert sorted(json.loads(text)) == [
        'effects', 'input_types', 'name', 'output_type']
    text = signature_json(tree.TypeDecl('T', ['A'], int_type()), False)
    assert text == '{"kind":"type","params":["A"]}'


def test_every_node_has_its_sorted_keys():
    effects = [tree.Effect('io', '', '', 0), tree.Effect('net', 'Str', 'h"', 0),
               tree.Effect('budget', 'Int', '', 5)]
    record = tree.RecordType([], [tree.TypeField('a', int_type())])
    spread = tree.RecordType(['Base'], [])
    function = tree.FunctionType([record], effects, 'E', spread)
    union = tree.UnionType([tree.UnionVariant('A', None),
                            tree.UnionVariant('B', tree.TupleType([]))])
    refined = tree.RefinedType(int_type(), 'v', tree.Var('v'))
    patterns = [
        tree.PLiteral(tree.IntLit(-3)), tree.PVar('x'), tree.PWild(),
        tree.PConstructor('C', [tree.PWild()]),
        tree.PRecord([tree.PatternField('f', tree.PVar('f'))]),
        tree.PTuple([])]
    match = tree.Match(tree.UnitLit(), [tree.Arm(pattern, tree.StrLit('s'))
                                        for pattern in patterns])
    lambda_ = tree.Lambda([tree.Param('p', refined)], union, effects, None,
                          tree.Return(tree.BytesLit('\x00\xff')))
    body = tree.Let('x', None, match, tree.Let('y', function, lambda_, tree.Block(
        [tree.FloatLit(1.0), tree.BoolLit(True)],
        tree.Call(tree.Var('f'), [
            tree.Constructor('K', []), tree.TupleLit([]), tree.ListLit([]),
            tree.RecordLit([tree.RecordField('r', tree.IntLit(1))]),
            tree.FieldAccess(tree.Var('a'), 'b'),
            tree.UnaryOp('not', tree.Var('b'))]))))
    stages = [
        tree.Import('std.io', 'io'), tree.TypeDecl('U', ['T'], union),
        tree.FnDecl('f', ['T'], [], effects, 'E', union, body,
                    [tree.Example([], tree.IntLit(1))])]
    text = stages_to_json(stages)
    data = json.loads(text)
    assert json.dumps(data, sort_keys=True, separators=(',', ':')) == text
    assert data[2]['effects'][1] == {
        'name': 'net', 'arg': {'kind': 'Str', 'value': 'h"'}}
    assert data[2]['body']['ty'] is None
    assert data[2]['body']['body']['ty']['ret'] == {
        'node': 'RecordWithSpreads', 'spreads': ['Base']}
    assert json.loads(pretty(text)) == data
    assert pretty(text) == json.dumps(
        data, sort_keys=True, indent=2, separators=(',', ': '))


@pytest.mark.parametrize('value, text', [
    (1.0, '1.0'), (1e21, '1000000000000000000000.0'), (1e-7, '0.0000001'),
    (-0.0, '-0.0'), (0.5, '0.5'), (12.5, '12.5'), (1e400, 'Infinity'),
    (-2.5e-3, '-0.0025'), (123456789.125, '123456789.125'),
    (1.5e300, '15' + '0' * 299 + '.0'),
])
def test_float_text(value, text):
    assert float_text(value) == text


def test_quote():
    assert quote('a"\\\n\x01\x7f\xc3\xa9') == '"a\\"\\\\\\n\\u0001\x7f\xc3\xa9"'


def test_deep_trees():
    expr = tree.Var('x')
    for _ in range(20000):
        expr = tree.Let('x', None, tree.IntLit(1), expr)
    assert to_json(expr).endswith('}')


def test_empty_aggregates_stay_on_one_line():
    assert pretty('{"a":[],"b":{}}') == '{\n  "a": [],\n  "b": {}\n}'


def test_size_of_the_layout():
    for source in ['', 'fn f() -> Str { "a\\"b{[,:" }',
                   'type T = { a :: Int }\nfn f(x :: T) -> List[Int] { [] }',
                   'fn f(x :: Int) -> Int { let a := x a + 1 }']:
        text = stages_to_json(pipeline.stages_of(parser.parse(source)))
        assert laid_out_size(text, 0) == len(pretty(text))
        deeper = pretty(text).replace('\n', '\n  ')
        assert laid_out_size(text, 1) == len(deeper)
