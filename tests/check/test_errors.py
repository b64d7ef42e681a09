"""The JSON forms of the errors: docs/types.rst, "Errors"."""

import json

import pytest

from interpreter.check import errors
from interpreter.diagnostics.sources import Sources
from tests.check.programs import check, sources_of

NUMBER_AS_STR = 'fn f(x :: Int) -> Str { x }'

ONE_OF_EACH = [
    (NUMBER_AS_STR,
     '{"kind":"type_mismatch","at_node":"n_0","expected":"Str","got":"Int",'
     '"context":["in function `f`"]}'),
    ('fn g(h :: () -> [io] Int) -> Int { 1 }\n'
     'fn p() -> Int { 1 }\n'
     'fn f() -> Int { g(p) }',
     '{"kind":"effect_row_mismatch","at_node":"n_0","expected":"[io]","got":"[]",'
     '"context":["argument 1 of call"]}'),
    ('fn f() -> Int { x }',
     '{"kind":"unknown_identifier","at_node":"n_0","name":"x"}'),
    ('fn f() -> Int { f(1) }',
     '{"kind":"arity_mismatch","at_node":"n_0","expected":0,"got":1}'),
    ('fn f(x :: Int) -> Int { match x { } }',
     '{"kind":"non_exhaustive_match","at_node":"n_0","missing":["_"]}'),
    ('fn f(r :: { a :: Int }) -> Int { r.b }',
     '{"kind":"unknown_field","at_node":"n_0","record_type":"{ a :: Int }",'
     '"field":"b"}'),
    ('fn f() -> {} { { a: 1, a: 2 } }',
     '{"kind":"duplicate_field","at_node":"n_0","field":"a"}'),
    ('fn f() -> Int { Nope }',
     '{"kind":"unknown_variant","at_node":"n_0","constructor":"Nope"}'),
    ('fn g() -> [mcp("x")] Int { 1 }\nfn f() -> Int { g() }',
     r'{"kind":"effect_not_declared","at_node":"n_0","effect":"mcp(\"x\")"}'),
    ('fn f[T](x :: T) -> Int { x(x) }',
     '{"kind":"infinite_type","at_node":"n_0"}'),
    ('fn g(n :: Int, x :: Int{x | x > 0}) -> Int { x }\nfn f() -> Int { g(1, -2) }',
     '{"kind":"refinement_violation","at_node":"n_0","fn_name":"g","param_index":1,'
     '"binding":"x","reason":"predicate failed for x = -2"}'),
    ('fn f(x :: Int) -> [io] Int examples { f(1) => 1 } { x }',
     '{"kind":"examples_on_effectful_fn","at_node":"n_0","fn_name":"f"}'),
    ('fn f(x :: Int) -> Int examples { f(1) => 1, f(1, 2) => 1 } { x }',
     '{"kind":"example_arity_mismatch","at_node":"n_0","fn_name":"f","case_index":1,'
     '"expected":1,"got":2}'),
]


def in_order(document):
    return json.dumps(document, sort_keys=True, separators=(',', ':'))


@pytest.mark.parametrize('source, plain', ONE_OF_EACH)
def test_form_of_run(source, plain):
    """The fields of the reference, the exact place and the way out; sorted."""
    errors = check(source)
    assert len(errors) == 1
    text = errors[0].json(sources_of(source))
    document = json.loads(text)
    assert text == in_order(document)
    span = document.pop('span')
    assert source.splitlines()[span['line'] - 1:]
    assert (span['line'], span['col']) < (span['end_line'], span['end_col'])
    assert document.pop('suggestion', 'a') != ''
    assert document == json.loads(plain)


@pytest.mark.parametrize('source, plain', ONE_OF_EACH)
def test_form_of_check_adds_the_rule(source, plain):
    error = check(source)[0]
    fields = json.loads(error.json(sources_of(source)))
    tag = fields['kind'].replace('_', '-')
    fields['rule_tag'] = tag
    fields['rule_explanation'] = errors.rule_explanation(tag)
    assert json.loads(error.json_with_rule(sources_of(source))) == fields


def test_example_mismatch():
    error = errors.example_mismatch('f', 0, '999', '5')
    assert error.text() == 'example #1 of `f` at n_0: expected 999, got 5'
    assert error.json(Sources()) == (
        '{"at_node":"n_0","case_index":0,"expected":"999","fn_name":"f","got":"5",'
        '"kind":"example_mismatch"}')


def test_form_of_check_with_a_position():
    error = check(NUMBER_AS_STR)[0]
    error.position = errors.Position('m.lex', 4, 1)
    explanation = errors.rule_explanation('type-mismatch')
    assert error.json_with_rule(sources_of(NUMBER_AS_STR)) == (
        '{"at_node":"n_0","context":["in function `f`"],"expected":"Str","got":"Int",'
        '"kind":"type_mismatch","position":{"col":1,"file":"m.lex","line":4},'
        '"rule_explanation":"' + explanation + '","rule_tag":"type-mismatch",'
        '"span":{"col":25,"end_col":26,"end_line":1,"file":"","line":1},'
        '"suggestion":"write `int.to_str(x)`"}')


def test_rules():
    assert len(errors.RULES) == 16
    assert errors.RULES[0][0] == 'type-mismatch'
    assert errors.RULES[15][0] == 'example-mismatch'
    for tag, explanation in errors.RULES:
        assert len(explanation) > 40
        assert errors.rule_explanation(tag) == explanation


def test_json_strings_are_escaped():
    assert errors.quote('a"b\\c\n\x01\xc3\xa9') == '"a\\"b\\\\c\\n\\u0001\xc3\xa9"'
