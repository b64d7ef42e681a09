"""The stack of run-time errors: which calls, where, folded and with gone frames."""

import json

import pytest

from tests.cli.test_main import lexvm

PROGRAM = '''\
import "std.list" as list
import "std.iter" as iter
import "std.map" as map
import "std.conc" as conc
import "std.flow" as flow
import "std.option" as option
fn div(a :: Int, b :: Int) -> Int { a / b }
fn plain() -> Int { 1 + div(1, 0) }
fn tail() -> Int { div(1, 0) }
fn tails() -> Int { tail() }
fn through() -> Int { 1 + tails() }
fn down(n :: Int) -> Int { if n == 0 { div(n, 0) + 1 } else { 1 + down(n - 1) } }
fn even(n :: Int) -> Int { if n == 0 { 1 % n } else { 1 + odd(n - 1) } }
fn odd(n :: Int) -> Int { if n == 0 { 0 } else { 1 + even(n - 1) } }
fn loop(n :: Int) -> Int { if n == 0 { 1 / n } else { loop(n - 1) } }
fn either(n :: Int) -> Int { if n > 3 { tail() } else { div(n, 0) } }
fn both() -> Int { 1 + either(5) }
fn mapped() -> List[Int] { list.map([1, 0], fn (x :: Int) -> Int { 1 / x }) }
fn folded() -> Int { list.fold([1, 0], 8, fn (a :: Int, x :: Int) -> Int { a / x }) }
fn kept() -> List[Int] { list.filter([1, 0], fn (x :: Int) -> Bool { 1 / x > 0 }) }
fn sorted() -> List[Int] { list.sort_by([1, 0], fn (x :: Int) -> Int { 1 / x }) }
fn parallel() -> List[Int] { list.par_map([1, 0], fn (x :: Int) -> Int { 1 / x }) }
fn iterated() -> List[Int] {
  iter.to_list(iter.map(iter.from_list([1, 0]), fn (x :: Int) -> Int { 1 / x }))
}
fn optional() -> Option[Int] { option.map(Some(0), fn (x :: Int) -> Int { 1 / x }) }
fn value() -> Int { let f := fn (x :: Int) -> Int { 1 / x } f(0) + 1 }
fn named() -> List[Int] { list.map([0], half) }
fn half(x :: Int) -> Int { 1 / x }
fn flowing() -> Int {
  let f := flow.sequential(fn (x :: Int) -> Int { x }, fn (x :: Int) -> Int { 1 / x })
  f(0)
}
fn asked() -> [concurrent] Int {
  let a := conc.spawn(0, fn (s :: Int, m :: Int) -> (Int, Int) { (s, m / s) })
  conc.ask(a, 5) + 1
}
type Shape = Circle(Float) | Square({ side :: Int }) | Empty
fn area(s :: Shape) -> Int { match s { Circle(_) => 1 } }
fn areas() -> Int { area(Square({ side: 2 })) + 1 }
fn endless(n :: Int) -> Int { 1 + endless(n + 1) }
fn refined(n :: Int{x | x > 0}) -> Int { n }
fn refuses(n :: Int) -> Int { refined(n - 5) + 1 }
fn piped() -> Int { [1] |> list.len |> div(0) }
fn arithmetic(a :: Int, b :: Int) -> Int { a * 2 + (a + b) / (a - b) }
fn operands() -> Int { arithmetic(3, 3) + 0 }
'''

LINES = dict((line.split('(')[0][3:], number)
             for number, line in enumerate(PROGRAM.splitlines(), 1)
             if line.startswith('fn '))


@pytest.fixture(scope='module')
def program(tmpdir_factory):
    path = tmpdir_factory.mktemp('stack').join('m.lex')
    path.write(PROGRAM)
    return str(path)


def error_of(capfd, program, *words):
    code, out, err = lexvm(capfd, '--output', 'json', 'run', '--allow-effects',
                           'concurrent', *(words[:-1] + (program, words[-1])))
    assert (code, err) == (1, '')
    return json.loads(out)['error']


def stack_of(capfd, program, *words):
    """[(function, line, column)], with 'gone' where the frame is."""
    entries = []
    for entry in error_of(capfd, program, *words)['stack']:
        name = entry['function']
        if entry.get('gone'):
            name += ' gone'
        if 'count' in entry:
            name += ' %d times' % entry['count']
        entries.append((name, entry.get('line'), entry.get('col')))
        assert entry.get('file', program) == program
    return entries


def column(function, text, line=0):
    """Line and column of ``text`` in the line of a function, or one below it."""
    number = LINES[function] + line
    return number, PROGRAM.splitlines()[number - 1].index(text) + 1


def at(function, text, line=0, name=None):
    return (name or function,) + column(function, text, line)


VALUE = 'a function value in '


@pytest.mark.parametrize('function, expected', [
    ('plain', [at('div', 'a / b'), at('plain', 'div(')]),
    ('tail', [at('div', 'a / b'), at('tail', 'div(', name='tail gone')]),
    ('through', [at('div', 'a / b'), at('tail', 'div(', name='tail gone'),
                 at('tails', 'tail()', name='tails gone'), at('through', 'tails()')]),
    ('both', [at('div', 'a / b'), ('either gone', None, None), at('both', 'either(')]),
    ('mapped', [at('mapped', '1 / x', name=VALUE + 'mapped'), at('mapped', 'list.map')]),
    ('folded', [at('folded', 'a / x', name=VALUE + 'folded'),
                at('folded', 'list.fold')]),
    ('kept', [at('kept', '1 / x', name=VALUE + 'kept'), at('kept', 'list.filter')]),
    ('sorted', [at('sorted', '1 / x', name=VALUE + 'sorted'),
                at('sorted', 'list.sort_by')]),
    ('parallel', [at('parallel', '1 / x', name=VALUE + 'parallel'),
                  at('parallel', 'list.par_map')]),
    ('iterated', [at('iterated', '1 / x', 1, VALUE + 'iterated'),
                  at('iterated', 'iter.map', 1)]),
    ('optional', [at('optional', '1 / x', name=VALUE + 'optional'),
                  at('optional', 'option.map')]),
    ('value', [at('value', '1 / x', name=VALUE + 'value'), at('value', 'f(0)')]),
    ('named', [at('half', '1 / x'), at('named', 'list.map')]),
    ('flowing', [at('flowing', '1 / x', 1, VALUE + 'flowing'), ('std.flow', None, None),
                 at('flowing', 'f(0)', 2)]),
    ('asked', [at('asked', 'm / s', 1, VALUE + 'asked'), at('asked', 'conc.ask', 2)]),
    ('areas', [at('area', 'match s'), at('areas', 'area(')]),
    ('piped', [at('div', 'a / b'), at('piped', 'div(0)', name='piped gone')]),
    ('operands', [at('arithmetic', '(a + b) /'), at('operands', 'arithmetic(')])])
def test_stack(function, expected, program, capfd):
    assert stack_of(capfd, program, function) == expected


def run(capfd, program, *words):
    code, out, err = lexvm(capfd, 'run', '--allow-effects', 'concurrent', *words)
    assert (code, out) == (1, '')
    return err.splitlines()


def test_recursion_is_folded(program, capfd):
    lines = run(capfd, program, program, 'down', '40')
    assert lines[5:] == [
        '  stack, the last call first:',
        '    div   %s:%d:%d' % ((program,) + column('div', 'a / b')),
        '    down  %s:%d:%d' % ((program,) + column('down', 'div(')),
        '    down  %s:%d:%d' % ((program,) + column('down', 'down(n - 1')),
        '      ... this call 40 times']
    out = lexvm(capfd, '--output', 'json', 'run', '--allow-effects', 'concurrent', program,
                'down', '40')[1]
    assert [entry.get('count') for entry in json.loads(out)['error']['stack']] == [
        None, None, 40]


def test_mutual_recursion_is_folded(program, capfd):
    lines = run(capfd, program, program, 'even', '40')
    assert lines[5:] == [
        '  stack, the last call first:',
        '    even  %s:%d:%d' % ((program,) + column('even', '1 % n')),
        '    odd   %s:%d:%d' % ((program,) + column('odd', 'even(')),
        '    even  %s:%d:%d' % ((program,) + column('even', 'odd(')),
        '      ... these calls 20 times']


def test_loops_leave_one_frame(program, capfd):
    lines = run(capfd, program, program, 'loop', '40')
    assert lines[6:] == ['    loop  %s:%d:%d' % ((program,) + column('loop', '1 / n'))]


def test_limits(program, capfd):
    lines = run(capfd, program, '--max-depth', '60', program, 'endless', '0')
    assert lines[0] == ('error: runtime: call stack overflow: recursion depth exceeded '
                        '(60)')
    assert lines[-1] == '      ... this call 60 times'
    lines = run(capfd, program, '--max-steps', '100', program, 'endless', '0')
    assert lines[0].startswith('error: runtime: runtime panic: step limit exceeded in ')
    assert '    endless  %s:%d:' % (program, LINES['endless']) in lines[6]


def test_refinements(program, capfd):
    lines = run(capfd, program, program, 'refuses', '2')
    assert lines[0].startswith('error: runtime: refinement violated: argument 0 of ')
    assert lines[6:] == ['    refuses  %s:%d:%d' % ((program,) + column(
        'refuses', 'refined('))]


@pytest.mark.parametrize('function, value', [
    ('plain', '1 / 0'), ('areas', 'Square({ side: 2 })'),
    ('operands', '6 / 0')])
def test_values(function, value, program, capfd):
    assert error_of(capfd, program, function)['value'] == value
    assert run(capfd, program, program, function)[4].endswith(' ' + value)


def test_imported_functions(tmpdir, capfd):
    tmpdir.join('lib.lex').write('fn half(n :: Int) -> Int { n / 0 }\n')
    path = tmpdir.join('m.lex')
    path.write('import "./lib" as lib\nfn main() -> Int { lib.half(3) + 1 }\n')
    with tmpdir.as_cwd():
        error = json.loads(lexvm(capfd, '--output', 'json', 'run', 'm.lex')[1])['error']
    assert [(entry['function'], entry['file']) for entry in error['stack']] == [
        ('lib.half', 'lib.lex'), ('main', 'm.lex')]


def test_failures_that_are_caught_leave_no_stack(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('import "std.parser" as parser\n'
               'fn bad() -> Int {\n'
               '  let p := parser.map(parser.digit(), fn (s :: Str) -> Int { 1 / 0 })\n'
               '  match parser.run(p, "1") { Ok(n) => n, Err(_) => 2 }\n'
               '}\n'
               'fn main() -> Int { let r := bad() 1 / 0 }\n')
    code, out, err = lexvm(capfd, '--output', 'json', 'run', str(path))
    assert code == 1
    assert [entry['line'] for entry in json.loads(out)['error']['stack']] == [6]
