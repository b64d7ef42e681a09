"""``lexvm check --strict``: codes, places, output and exit code."""

import json
import random

import pytest

from interpreter.check import coverage
from tests.cli.test_main import failure, lexvm


@pytest.fixture
def strict(tmpdir, capfd):
    """The warnings about a program: [(code, message, function, line, column)]."""
    def check(source):
        path = tmpdir.join('m.lex')
        path.write(source)
        code, out, err = lexvm(capfd, '--output', 'json', 'check', '--strict',
                               str(path))
        assert err == ''
        data = json.loads(out)['data']
        assert data['ok'] == (data['warnings'] == [])
        assert code == (0 if data['ok'] else 1)
        found = []
        for warning in data['warnings']:
            position = warning['position']
            assert position['file'] == str(path)
            found.append((warning['code'], warning['message'].encode('utf-8'),
                          warning['location'], position['line'], position['col']))
        return found
    return check


def missing(value, line, column):
    return ('NON_EXHAUSTIVE_MATCH', 'match is not exhaustive: no arm for `%s`' % value,
            'in fn `f`', line, column)


def unreachable(line, column):
    return ('UNREACHABLE_ARM', 'arm is never taken: earlier arms match all it matches',
            'in fn `f`', line, column)


def test_text(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('import "std.io" as io\n'
               'fn f(x :: Option[Int]) -> [io] Nil {\n'
               '\tmatch x { Some(n) => io.print("a") }\n'
               '}\n')
    assert lexvm(capfd, 'check', '--strict', str(path)) == (1, '''\
warning[NON_EXHAUSTIVE_MATCH]: match is not exhaustive: no arm for `None`
  --> %s:3:2
   |
 3 | \tmatch x { Some(n) => io.print("a") }
   | \t^^^^^^^
  help: add an arm: `None => ...`

warning[UNUSED_BINDING]: `n` is never used
  --> %s:3:17
   |
 3 | \tmatch x { Some(n) => io.print("a") }
   | \t               ^
  help: write `_` instead

required effects: io
hint: lexvm run --allow-effects io %s <fn> [args]
''' % (path, path, path), '')


def test_without_warnings(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f(x :: Bool) -> Int { match x { true => 1, false => 2 } }\n')
    assert lexvm(capfd, 'check', '--strict', str(path)) == (0, 'ok\n', '')


def test_errors_come_first(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f(x :: Int) -> Int { match x { 1 => "a" } }\n')
    code, out, _ = lexvm(capfd, '--output', 'json', 'check', '--strict', str(path))
    assert code == 2
    assert [error['kind'] for error in json.loads(out)['data']['errors']] == [
        'type_mismatch']


def test_needs_a_file(capfd):
    assert failure(capfd, 'check', '--strict') == \
        'usage: lexvm check [--strict] [--timeout SECONDS] [--max-memory SIZE] <file>'
    assert failure(capfd, 'check', '--strict', '-') == \
        '--strict needs a file, not standard input'


@pytest.mark.parametrize('types, arms, expected', [
    ('Bool', 'true => 1', ['false']),
    ('Bool', 'true => 1, false => 2', []),
    ('Int', '1 => 1, 2 => 2', ['_']),
    ('Int', '1 => 1, n => 2', []),
    ('Str', '"a" => 1, _ => 2', []),
    ('Unit', '() => 1', []),
    ('Option[Int]', 'Some(1) => 1, None => 2', ['Some(_)']),
    ('Option[Int]', 'Some => 1, None => 2', []),
    ('Option[Option[Bool]]', 'None => 1, Some(Some(true)) => 2, Some(None) => 3',
     ['Some(Some(false))']),
    ('(Bool, Bool)', '(true, _) => 1, (_, false) => 2', ['(false, true)']),
    ('(Bool, Int)', '(true, _) => 1, (_, n) => 2', []),
    ('(Int, (Bool, Str))', '(_, (true, _)) => 1', ['(_, (false, _))']),
    ('{ a :: Bool, b :: Option[Int] }', '{ a: true } => 1, { b: None } => 2',
     ['{ a: false, b: Some(_) }']),
    ('{ a :: Bool, b :: Int }', '{ a } => 1', []),
    ('C', 'Red => 1, Mix(_, "a") => 2, Rgb(c) => 3', ['Mix(_, _)']),
    ('C', 'Red => 1, Mix(p) => 2, Rgb((_, _, _)) => 3', []),
    ('C', 'Mix(1, _) => 1, _ => 2', []),
    ('Result[Bool, Str]', 'Ok(b) => 1, Err("x") => 2', ['Err(_)']),
])
def test_exhaustiveness(types, arms, expected, strict):
    source = 'type C = Red | Mix(Int, Str) | Rgb(Int, Int, Int)\n' \
             'fn f(x :: %s) -> Int { match x { %s } }\n' % (types, arms)
    column = source.splitlines()[1].index('match') + 1
    assert strict(source) == [missing(value, 2, column) for value in expected]


@pytest.mark.parametrize('types, arms, dead', [
    ('Int', ['1', 'n', '3', '_'], [2, 3]),
    ('Int', ['1', '1', '-1', '_'], [1]),
    ('Float', ['0.0', '-0.0', '0.5', '_'], [1]),
    ('Bool', ['true', 'false', '_'], [2]),
    ('Option[Bool]', ['Some(true)', 'None', 'Some(false)', 'Some(_)'], [3]),
    ('(Bool, Bool)', ['(true, _)', '(_, true)', '(false, false)', '_'], [3]),
    ('(Int, Bool)', ['(1, true)', '(_, false)', '(1, _)', '(n, _)'], [2]),
    ('(Int, Bool)', ['(1, true)', '(_, false)', '(2, _)', '(n, _)'], []),
    ('{ a :: Int, b :: Int }', ['{ a: 1 }', '{ a: 1, b: 2 }', '_'], [1]),
])
def test_unreachable_arms(types, arms, dead, strict):
    source = 'fn f(x :: %s) -> Int { match x {\n%s } }\n' % (
        types, ',\n'.join(['%s => 1' % arm for arm in arms]))
    assert strict(source) == [unreachable(2 + i, 1) for i in dead]


def test_a_constructor_that_another_type_took_over(strict):
    """A ``Red`` can only be a Wine, so a match on colours need not name it."""
    assert strict('type Colour = Red | Blue\ntype Wine = Red | White\n'
                  'fn f(x :: Colour) -> Int { match x { Blue => 1 } }\n') == []


def test_imported_files_are_not_looked_at(tmpdir, capfd):
    tmpdir.join('lib.lex').write(
        'type T = A | B\nfn g(x :: T) -> Int { match x { A => 1 } }\n')
    path = tmpdir.join('m.lex')
    path.write('import "./lib" as lib\n'
               'fn f(x :: lib.T) -> Int { match x { lib.B => 1 } }\n')
    code, out, _ = lexvm(capfd, 'check', '--strict', str(path))
    assert code == 1
    assert out.splitlines()[:2] == [
        'warning[NON_EXHAUSTIVE_MATCH]: match is not exhaustive: no arm for `A`',
        '  --> %s:2:27' % path]
    assert out.count('[') == 1


def test_literal_scrutinees_are_decided_already(strict):
    assert strict('fn f() -> Int { match 1 { 1 => 2 } }\n') == []


def test_matches_everywhere(strict):
    match = 'match b { true => 1 }'
    source = ('import "std.str" as str\n'
              'fn f(b :: Bool) -> Int {\n'
              'let x := %s\n%s\n[%s]\n(%s, 1)\n{ a: %s }\nfn () -> Int { %s }\n'
              'if b { %s } else { 1 }\n1 + %s\n-(%s)\nSome(%s)\n(%s :: Int)\n'
              'x |> f1(%s)\nf1(x, %s)\n{ let y := %s y }\n}\n'
              'fn f1(a :: Int, c :: Int) -> Int { a }\n' % ((match,) * 14))
    found = strict(source)
    assert [line for _, _, _, line, _ in found] == list(range(3, 17))
    assert set(code for code, _, _, _, _ in found) == {'NON_EXHAUSTIVE_MATCH'}


def test_too_many_combinations(strict, monkeypatch):
    """Each arm fixes three of many places; what is left over is as hard to find
    as a solution of any logical formula, so the search is given up."""
    monkeypatch.setattr(coverage, 'MAX_LOOKS', 20000)
    choose = random.Random(1)
    width = 30
    arms = []
    for _ in range(5 * width):
        items = ['_'] * width
        for place in choose.sample(range(width), 3):
            items[place] = choose.choice(['true', 'false'])
        arms.append('(%s) => 1' % ', '.join(items))
    found = strict('fn f(x :: (%s)) -> Int {\n match x { %s } }\n' % (
        ', '.join(['Bool'] * width), ', '.join(arms)))
    assert found == [('MATCH_TOO_COMPLEX', 'the patterns of this match have too many '
                      'combinations to compare', 'in fn `f`', 2, 2)]


def test_wide_tuples(strict):
    width = 1000
    types = ', '.join(['Bool'] * width)
    rest = ', _' * (width - 1)
    found = strict('fn f(x :: (%s)) -> Int {\n match x { (true%s) => 1 } }\n' % (
        types, rest))
    assert found == [missing('(false%s)' % rest, 2, 2)]


def test_shadowing(strict):
    text = ' shadows top-level function of the same name'
    assert strict('fn f(g :: Int) -> Int {\n'
                  '  let f := fn (g :: Int) -> Int { g }\n  1\n}\n'
                  'fn g() -> Int { 1 }\n') == [
        ('SHADOW_FN', 'parameter `g`' + text, 'in fn `f`', 1, 6),
        ('SHADOW_FN', '`let f`' + text, 'in fn `f`', 2, 3),
        ('SHADOW_FN', 'lambda parameter `g`' + text, 'in fn `f`', 2, 16)]


def test_comparison_with_a_string(strict):
    found = strict('fn f(s :: Str) -> Bool {\n  let b := s < "a"\n'
                   '  "b" >= s\n}\nfn g(s :: Str) -> Bool { s == "a" }\n')
    assert [(code, line) for code, _, _, line, _ in found] == [
        ('STR_CMP', 2), ('STR_CMP', 3)]
    assert found[0][1] == (
        'operator `<` applied to a Str literal; ordering on Str is lexicographic '
        '\xe2\x80\x94 use `str.compare` or cast to Int if you want numeric ordering')


def test_servers_by_name(strict):
    found = strict('import "std.net" as web\n'
                   'fn f() -> [net] Nil { web.serve(80, "handle") }\n')
    assert [(code, line, column) for code, _, _, line, column in found] == [
        ('NET_SERVE_NAMED', 2, 23)]
    assert found[0][1].startswith('`web.serve` passes the handler by name')
    assert '(serve_fn / serve_routed)' in found[0][1]


def test_long_chains(strict):
    assert strict('fn f() -> Int { %s }\n' % ' + '.join(['1'] * 5000)) == []
