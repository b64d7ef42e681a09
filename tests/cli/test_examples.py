"""``lexvm check`` evaluates examples.

The expected texts are the reference's: its published evaluation of examples on
the crates of version 0.10.9.
"""

import json
import re

import pytest

from interpreter.cli import example_runs
from tests.cli.test_main import lexvm

IMPORTS = '''\
import "std.list" as list
import "std.map" as map
type C = Red | Mix(Int, Str) | One(Float)
'''

DECLARED = '(declared value)'


@pytest.fixture
def failures(tmpdir, capfd):
    """(function, case, expected, got) of the failed examples of a program."""
    def check(source):
        path = tmpdir.join('m.lex')
        path.write_binary(IMPORTS + source)
        code, out, err = lexvm(capfd, '--output', 'json', 'check', str(path))
        assert err == ''
        data = json.loads(out)['data']
        assert data['ok'] == (code == 0)
        if code == 0:
            return []
        assert code == 2
        errors = data['errors']
        for error in errors:
            assert error['kind'] == 'example_mismatch'
            assert error['rule_tag'] == 'example-mismatch'
            assert error['at_node'] == 'n_0'
            assert 'position' not in error
        return [(error['fn_name'], error['case_index'],
                 error['expected'].encode('utf-8'), error['got'].encode('utf-8'))
                for error in errors]
    return check


def test_examples_that_hold(failures):
    assert failures('''
fn id(x :: Int) -> Int examples { id(5) => 5, other(2 * 3) => 6 } { x }
fn wrap(x :: Int) -> Option[Int] examples { wrap(3) => Some(3) } { Some(x) }
fn none() -> List[Int] examples { none() => [] } { [] }
fn fac(n :: Int) -> Int examples { fac(0) => 1, fac(5) => 120 }
{ match n { 0 => 1, _ => n * fac(n - 1) } }
''') == []


@pytest.mark.parametrize('function, expected, got', [
    ('fn f(x :: Int) -> Int examples { f(6) => 7 } { x }', '7', '6'),
    ('fn f(x :: Float) -> Float examples { f(24.0) => 11.0 } { x / 2.0 }',
     '11', '12'),
    ('fn f(x :: Float) -> Float examples { f(0.1) => 1e21 } { x / 2.0 }',
     '1000000000000000000000', '0.05'),
    ('fn f(x :: Str) -> Str examples { f("a\\n\\"") => "b\\t\xc3\xa9" } { x }',
     '"b\\t\xc3\xa9"', '"a\\n\\""'),
    ('fn f(x :: Bool) -> Bool examples { f(true) => false } { x }',
     'false', 'true'),
    ('fn f(x :: Int) -> C examples { f(1) => Mix(1, "a") } { Mix(2, "b") }',
     'Mix(1, "a")', 'Mix(2, "b")'),
    ('fn f(x :: Int) -> C examples { f(1) => Red } { One(1.0) }', 'Red', 'One(1)'),
    ('fn f(x :: Int) -> { b :: (Int, Unit), a :: Int } '
     'examples { f(2) => { a: 1, b: (1, ()) } } { { a: x, b: (x, ()) } }',
     '{ a: 1, b: (1, ()) }', '{ a: 2, b: (2, ()) }'),
    ('fn f(x :: List[Int]) -> List[Str] examples { f([1]) => [] } '
     '{ list.map(x, fn (i :: Int) -> Str { "b" }) }', '[]', '["b"]'),
    ('fn f(x :: Int) -> Map[Str, Int] examples { f(1) => map.new() } '
     '{ map.set(map.new(), "k", x) }', 'Map({})', 'Map({Str("k"): Int(1)})'),
    ('fn f(x :: Int) -> Int examples { f(0) => 1 } { 1 / x }', DECLARED,
     'runtime error: calling `f`: DivByZero { op: "division" }'),
    ('fn f(x :: Int) -> Int examples { f(0) => 1 / 0 } { x }', DECLARED,
     'runtime error: computing expected from `__ex_f_0_expected`: '
     'DivByZero { op: "division" }'),
    ('fn f(x :: Int) -> Int examples { f(1 / 0) => 1 / 0 } { x }', DECLARED,
     'runtime error: computing arg from `__ex_f_0_arg_0`: '
     'DivByZero { op: "division" }'),
    ('fn f(x :: Int) -> Int examples { f(5) => 2 } { match x { 1 => 2 } }',
     DECLARED, 'runtime error: calling `f`: Panic("non-exhaustive match")'),
    ('fn f(x :: Int{x | x > 0}) -> Int examples { f(0 - 3) => 1 } { x }', DECLARED,
     'runtime error: calling `f`: RefinementFailed { fn_name: "f", '
     'param_index: 0, binding: "x", reason: "predicate failed for x = Int(-3)" }'),
])
def test_an_example_that_does_not_hold(function, expected, got, failures):
    assert failures(function) == [('f', 0, expected, got)]


def test_every_case_is_evaluated(failures):
    assert failures('''
fn f(x :: Int) -> Int examples { f(1) => 1, f(2) => 3, f(3) => 3, f(4) => 5 } { x }
fn g() -> Int examples { g() => 0 } { 1 }
''') == [('f', 1, '3', '2'), ('f', 3, '5', '4'), ('g', 0, '0', '1')]


def test_generic_functions_are_not_evaluated(failures):
    assert failures('fn g[T](x :: T) -> T examples { g(1) => 2 } { x }') == []


def test_nan_is_no_example_of_itself(failures):
    assert failures('fn f() -> Float examples { f() => 0.0 / 0.0 } '
                    '{ 0.0 / 0.0 }') == [('f', 0, 'NaN', 'NaN')]


def test_step_limit_of_each_call(failures, monkeypatch):
    monkeypatch.setattr(example_runs, 'MAX_STEPS', 1000)
    source = 'fn count(n :: Int) -> Int examples { count(%s) => 0 } ' \
             '{ match n { 0 => 0, _ => count(n - 1) } }'
    assert failures(source % '20) => 0, count(90') == []
    assert failures(source % '5000') == [
        ('count', 0, DECLARED, 'runtime error: calling `count`: '
         'Panic("step limit exceeded in `count` (1001 > 1000)")')]


def test_results_are_not_remembered_from_call_to_call(failures, monkeypatch):
    """A memo hit would keep the second call below the limit."""
    monkeypatch.setattr(example_runs, 'MAX_STEPS', 200)
    found = failures('''
fn slow(n :: Int) -> Int { match n { 0 => 0, _ => slow(n - 1) + 0 } }
fn f(n :: Int) -> Int examples { f(60) => 0, f(60) => 0 } { slow(n) }
''')
    assert [(name, case) for name, case, _, _ in found] == [('f', 0), ('f', 1)]


def test_type_errors_come_first(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f() -> Int examples { f() => 2 } { 1 }\n'
               'fn g() -> Int { "a" }\n')
    code, out, _ = lexvm(capfd, '--output', 'json', 'check', str(path))
    assert code == 2
    assert [error['kind'] for error in json.loads(out)['data']['errors']] == [
        'type_mismatch']


def test_text(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f(x :: Int) -> Int examples { f(1) => 1, f(2) => 3 } { x }\n')
    code, out, err = lexvm(capfd, 'check', str(path))
    assert (code, err) == (2, '')
    assert out == '''\
error: this example should give 3, but gives 2
  --> %s:1:45
   |
 1 | fn f(x :: Int) -> Int examples { f(1) => 1, f(2) => 3 } { x }
   |                                             ^^^^^^^^^
''' % path


def test_json(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f() -> Int examples { f() => 2 } { 1 }\n')
    code, out, err = lexvm(capfd, '--output', 'json', 'check', str(path))
    document = json.loads(out)
    assert (code, err, document['ok']) == (2, '', True)
    assert document['data']['ok'] is False
    error, = document['data']['errors']
    assert error.pop('rule_explanation')
    assert error.pop('span') == {'file': str(path), 'line': 1, 'col': 26,
                                 'end_line': 1, 'end_col': 34}
    assert error == {
        'at_node': 'n_0', 'case_index': 0, 'expected': '2', 'fn_name': 'f',
        'got': '1', 'kind': 'example_mismatch', 'rule_tag': 'example-mismatch'}


def test_run_does_not_evaluate_examples(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f() -> Int examples { f() => 2 } { 1 }\n')
    assert lexvm(capfd, 'run', str(path), 'f') == (0, '1\n', '')


def test_bytes_have_their_bytes(failures):
    assert failures('fn f() -> Bytes examples { f() => b"ab" } { b"cd" }') == [
        ('f', 0, 'Bytes([97, 98])', 'Bytes([99, 100])')]


def test_functions_are_shown_by_their_structure(failures):
    (_, _, expected, got), = failures(
        'fn f(x :: Int) -> (Int) -> Int '
        'examples { f(1) => fn (y :: Int) -> Int { y } } '
        '{ fn (y :: Int) -> Int { y + x } }')
    # f, the two functions of its example, then the lambdas as they are met.
    assert expected.startswith('Closure { fn_id: 4, body_hash: [')
    assert expected.endswith('], captures: [] }')
    assert got.startswith('Closure { fn_id: 3, body_hash: [')
    assert got.endswith('], captures: [Int(1)] }')


def test_functions_are_shown_with_their_number(failures):
    shown = failures(
        'fn zero() -> Int { 0 } fn one(x :: Int) -> Int { 1 } '
        'fn two(x :: Int) -> Int { 2 } '
        'fn f(x :: Int) -> (Int) -> Int '
        'examples { f(1) => one, f(2) => two } '
        '{ if x == 1 { two } else { one } }')
    assert [[re.match(r'Closure \{ fn_id: (\d+), ', text).group(1)
             for text in failure[2:]] for failure in shown] == [
        ['1', '2'], ['2', '1']]
