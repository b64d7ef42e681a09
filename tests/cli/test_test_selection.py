"""``lexvm test``: which tests run, with what flags, and how they are reported."""

import json
import re
import xml.etree.ElementTree as xml

import pytest

from tests.cli.test_main import failure, lexvm

PASSING = 'fn run_all() -> Int { 1 }\n'
FAILING = 'fn div(a :: Int) -> Int { 1 / a }\nfn run_all() -> Int { 1 + div(0) }\n'
PROPERTY = 'fn prop_small(n :: Int) -> Bool { n < 1000 }\n'


@pytest.fixture
def here(tmpdir, monkeypatch):
    monkeypatch.chdir(tmpdir)
    tests = tmpdir.mkdir('tests')
    tests.join('test_a.lex').write(PASSING)
    tests.join('test_b.lex').write(FAILING)
    tests.join('other.lex').write(PASSING)
    return tmpdir


def lines(capfd, *words):
    """The lines about tests, without times."""
    out = lexvm(capfd, 'test', *words)[1]
    return [line for line in out.splitlines() if line[:4] in ('ok  ', 'FAIL')]


A = 'ok   tests/test_a.lex'
B = 'FAIL tests/test_b.lex \xe2\x80\x94 runtime: integer division by zero'


@pytest.mark.parametrize('words, expected', [
    ([], [A, B]),
    (['tests/test_a.lex'], [A]),
    (['tests/other.lex'], ['ok   tests/other.lex']),
    (['tests/test_b.lex', 'tests/test_a.lex', 'tests/test_b.lex'], [B, A]),
    (['tests/test_*.lex'], [A, B]),
    (['tests/*_a*'], [A]),
    (['tests/[n-p]*'], ['ok   tests/other.lex']),
    (['--filter', 'test_a'], [A]),
    (['--filter', 'test_b.lex run_all'], [B])])
def test_selection(words, expected, here, capfd):
    assert lines(capfd, *words) == expected


@pytest.mark.parametrize('words, message', [
    (['tests/x*'], 'no .lex file matches `tests/x*`'),
    (['gone/x*'], 'there is no folder `gone`'),
    (['tests/[x'], 'the pattern `tests/[x`: invalid range pattern'),
    (['tests/gone.lex'], 'there is no folder `tests/gone.lex`'),
    (['--filter', 'nothing'], 'no test matches `nothing`'),
    (['--cases', '0'], '--cases must be at least 1'),
    (['--seed', 'x'], '--seed must be an integer: `x` is not a number from 0 to '
     '18446744073709551615'),
    (['--junit'], '--junit needs a value'),
    (['--jit', 'threshold=x'], None)])
def test_wrong_words(words, message, here, capfd):
    assert failure(capfd, 'test', *words) == message or message is None


def test_a_broken_file_is_not_filtered_out(here, capfd):
    here.join('tests', 'test_c.lex').write('fn prop_c(n :: Int) -> Bool { n == }')
    found = lines(capfd, '--filter', 'prop_c')
    assert len(found) == 1 and found[0].startswith('FAIL tests/test_c.lex ')


def test_a_failure_shows_its_place_and_stack(here, capfd):
    code, _, err = lexvm(capfd, 'test')
    assert code == 1
    assert err == '''\
error: runtime: integer division by zero
  --> tests/test_b.lex:1:27
   |
 1 | fn div(a :: Int) -> Int { 1 / a }
   |                           ^^^^^ 1 / 0
  stack, the last call first:
    div      tests/test_b.lex:1:27
    run_all  tests/test_b.lex:2:27

error: 1 test file(s) failed
'''


def test_times(here, capfd):
    out = lexvm(capfd, 'test', '--times')[1].splitlines()
    assert re.match(r'^ok   tests/test_a.lex  \(\d+\.\d ms, 2 steps\)$', out[0])
    assert re.match(r'^FAIL .* by zero  \(\d+\.\d ms, \d+ steps\)$', out[1])


def test_json(here, capfd):
    here.join('tests', 'test_c.lex').write(PROPERTY)
    code, out, err = lexvm(capfd, '--output', 'json', 'test')
    assert (code, err) == (1, '')
    data = json.loads(out)['data']
    assert (data['passed'], data['failed']) == (1, 2)
    a, b, c = data['tests']
    assert (a['file'], a['name'], a['ok'], a['steps']) == (
        'tests/test_a.lex', 'run_all', True, 2)
    assert a['duration_ms'] >= 0
    assert 'message' not in a
    assert b['ok'] is False
    assert b['message'] == 'runtime: integer division by zero'
    assert [entry['function'] for entry in b['stack']] == ['div', 'run_all']
    assert (c['name'], c['ok']) == ('prop_small', False)
    assert c['cases'] >= 1


def test_json_of_what_passes(here, capfd):
    code, out, _ = lexvm(capfd, '--output', 'json', 'test', '--filter', 'test_a')
    assert (code, json.loads(out)['data']['failed']) == (0, 0)


def test_junit(here, capfd):
    here.join('tests', 'test_c.lex').write(
        'fn run_all() -> Result[Int, Str] { Err("a<b>\\u0001&\\"]]>") }'.replace(
            '\\u0001', '\x01'))
    assert lexvm(capfd, 'test', '--junit', 'report.xml')[0] == 1
    root = xml.parse(str(here.join('report.xml'))).getroot()
    assert root.tag == 'testsuites'
    assert (root.get('tests'), root.get('failures')) == ('3', '2')
    suites = list(root)
    assert [suite.get('name') for suite in suites] == [
        'tests/test_a.lex', 'tests/test_b.lex', 'tests/test_c.lex']
    case = suites[1][0]
    assert (case.get('classname'), case.get('name')) == ('tests/test_b.lex', 'run_all')
    assert float(case.get('time')) >= 0
    assert case[0].get('message') == 'runtime: integer division by zero'
    assert 'stack, the last call first' in case[0].text
    assert list(suites[0][0]) == []
    assert 'a<b>' in suites[2][0][0].get('message')
    # again: a report is replaced
    assert lexvm(capfd, 'test', '--junit', 'report.xml', '--filter', 'test_a')[0] == 0
    assert xml.parse(str(here.join('report.xml'))).getroot().get('tests') == '1'


def test_junit_replaces_nothing_else(here, capfd):
    here.join('main.lex').write(PASSING)
    assert failure(capfd, 'test', '--junit', 'main.lex').startswith(
        'cannot write report main.lex: the file exists and is not a report of tests')
    assert here.join('main.lex').read() == PASSING


def test_flags_of_run(here, capfd):
    here.join('tests', 'test_c.lex').write('''\
import "std.fs" as fs
fn run_all() -> [fs_walk] Bool { fs.exists("tests") }
''')
    assert lines(capfd, 'tests/test_c.lex') == ['ok   tests/test_c.lex']
    assert lines(capfd, '--jit', 'off', '--hook=kernel', '--budget', '3', '--allow-fs-read',
                 'tests', 'tests/test_c.lex') == ['ok   tests/test_c.lex']
    assert lines(capfd, '--allow-fs-read', '/usr', 'tests/test_c.lex') != [
        'ok   tests/test_c.lex']


EXAMPLES = '''\
import "../lib" as lib
fn twice(n :: Int) -> Int examples { twice(1) => 2, twice(2) => 5 } { n + n }
fn run_all() -> Int { lib.one() }
'''


def test_examples_on_request(here, capfd):
    here.join('lib.lex').write('fn one() -> Int examples { one() => 1 } { 1 }\n')
    here.join('tests', 'test_b.lex').write(EXAMPLES)
    here.join('tests', 'test_c.lex').write(EXAMPLES.replace('5', '4'))
    assert lines(capfd) == [A, 'ok   tests/test_b.lex', 'ok   tests/test_c.lex']
    assert lines(capfd, '--examples') == [
        A, 'ok   tests/test_b.lex',
        'FAIL tests/test_b.lex examples \xe2\x80\x94 this example should give 5, but gives '
        '4', 'ok   tests/test_c.lex', 'ok   tests/test_c.lex examples']
    data = json.loads(lexvm(capfd, '--output', 'json', 'test', '--examples')[1])['data']
    assert [test.get('cases') for test in data['tests']] == [None, None, 3, None, 2]


# Properties

def property_of(here, capfd, source, *words):
    """The line about a property."""
    here.join('p.lex').write(source)
    found = lines(capfd, 'p.lex', *words)
    assert len(found) == 1
    return found[0].replace('\xe2\x80\x94', '--')


@pytest.mark.parametrize('source, values', [
    ('fn prop_x(n :: Int) -> Bool { n < 1000 }', 'n = 1000'),
    ('fn prop_x(n :: Int) -> Bool { n > -77 }', 'n = -77'),
    ('fn prop_x(a :: Int, b :: Int) -> Bool { a + b < 50 or b < 3 }', None),
    ('import "std.list" as list\n'
     'fn prop_x(xs :: List[Int]) -> Bool { list.len(xs) < 3 }', 'xs = [0, 0, 0]'),
    ('import "std.str" as str\n'
     'fn prop_x(s :: Str) -> Bool { str.len(s) < 2 }', 's = "aa"'),
    ('fn prop_x(o :: Option[Bool]) -> Bool { o != Some(true) }', 'o = Some(true)'),
    ('fn prop_x(t :: (Int, Bool)) -> Bool { match t { (a, b) => not b } }',
     't = (0, true)'),
    ('type Tree = Leaf | Node(Tree, Int, Tree)\nfn prop_x(t :: Tree) -> Bool {'
     ' match t { Leaf => true, Node(_, n, _) => n == 0 } }', 't = Node(Leaf, 1, Leaf)'),
    ('type P = { x :: Int, y :: Float }\nfn prop_x(p :: P) -> Bool { p.x < 5 }',
     'p = { x: 5, y: 0.0 }'),
    ('fn prop_x(n :: Int) -> Int { 100 / (n - 3) }', 'n = 3'),
    ('fn prop_x(n :: Int) -> Result[Int, Str] { if n > 9 { Err("x") } else { Ok(n) } }',
     'n = 10')])
def test_a_property_that_fails_is_made_simple(source, values, here, capfd):
    line = property_of(here, capfd, source)
    assert line.startswith('FAIL p.lex prop_x -- ')
    if values is not None:
        assert ' for %s (case ' % values in line
    assert line.endswith(', --seed 1)')
    assert property_of(here, capfd, source) == line


@pytest.mark.parametrize('source', [
    'fn prop_x(n :: Int, s :: Str, b :: Bytes, u :: Unit) -> Bool { true }',
    'fn prop_x(m :: Map[Str, Int], s :: Set[Int], f :: Float) -> Bool { true }',
    'type T[A] = E | C(A, T[A])\nfn prop_x(t :: T[Str]) -> Bool { true }',
    'fn prop_x[A](xs :: List[A]) -> Bool { xs == xs }',
    'fn prop_x(n :: Int{x | x > 0 and x < 9}) -> Bool { n > 0 }',
    'fn prop_x() -> Bool { true }'])
def test_a_property_that_holds(source, here, capfd):
    assert property_of(here, capfd, source) == 'ok   p.lex prop_x'


@pytest.mark.parametrize('source, message', [
    ('fn prop_x(f :: (Int) -> Int) -> Bool { true }',
     'arguments of type (Int) -> Int cannot be generated'),
    ('fn prop_x(n :: Int{x | x > 3 and x < 3}) -> Bool { true }',
     'only 0 of 5001 generated arguments fit the refinements'),
    ('type T = C(T)\nfn prop_x(t :: T) -> Bool { true }',
     'arguments of type T cannot be generated')])
def test_a_property_that_cannot_be_tried(source, message, here, capfd):
    assert property_of(here, capfd, source) == 'FAIL p.lex prop_x -- ' + message


def test_seeds_and_cases(here, capfd):
    source = 'fn prop_x(n :: Int) -> Bool { n != 12 }'
    assert property_of(here, capfd, source, '--cases', '1') == 'ok   p.lex prop_x'
    assert property_of(here, capfd, source, '--cases', '5000').startswith(
        'FAIL p.lex prop_x -- prop_x gives false for n = 12 (case ')
    source = 'fn prop_x(n :: Int, m :: Int) -> Bool { n < 20 }'
    cases = set(re.search(r'case (\d+)', property_of(
        here, capfd, source, '--seed', str(seed))).group(1) for seed in range(1, 9))
    assert len(cases) > 1


def test_steps_are_for_each_case(here, capfd):
    source = ('fn f(n :: Int) -> Int { if n == 0 { n } else { 1 + f(n - 1) } }\n'
              'fn prop_x(n :: Int) -> Bool { f(50) == 50 }')
    assert property_of(here, capfd, source, '--max-steps', '2000') == 'ok   p.lex prop_x'
    assert 'step limit exceeded' in property_of(here, capfd, source, '--max-steps', '50')


def test_run_all_and_properties(here, capfd):
    here.join('p.lex').write(PASSING + PROPERTY)
    assert [line.split(' \xe2')[0] for line in lines(capfd, 'p.lex')] == [
        'ok   p.lex', 'FAIL p.lex prop_small']
    assert lines(capfd, 'p.lex', '--filter', 'run_all') == ['ok   p.lex']
