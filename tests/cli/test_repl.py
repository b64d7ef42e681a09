"""``lexvm repl`` with its inputs from a file."""

import os
import re

import pytest

from interpreter.cli.completion import SessionCompleter
from interpreter.cli.output import Reporter
from interpreter.cli.repl_commands import names
from interpreter.cli.repl_input import TERMINAL_LINE, Inputs, is_complete
from interpreter.cli.run_options import parse_repl_options
from interpreter.cli.workspace import INPUT, Workspace
from tests.cli.test_main import lexvm


@pytest.fixture
def session(tmpdir, capfd):
    """Runs a session with the given lines; -> exit code, output, messages."""
    def run(text, *words):
        path = tmpdir.join('inputs')
        path.write(text)
        saved = os.dup(0)
        file = os.open(str(path), os.O_RDONLY)
        os.dup2(file, 0)
        os.close(file)
        try:
            return lexvm(capfd, 'repl', *words)
        finally:
            os.dup2(saved, 0)
            os.close(saved)
    return run


def test_values_have_types_and_names(session):
    assert session('1 + 2\nit * 2\nlet x := [1, 2]\nlist.len(x)\n') == (0, '''\
3 :: Int
6 :: Int
x = [1, 2] :: List[Int]
2 :: Int
''', '')


def test_several_names_in_one_input(session):
    code, out, _ = session('let a := 1 let b := "two"\nb\n')
    assert (code, out) == (0, 'a, b = (1, "two") :: (Int, Str)\n"two" :: Str\n')


def test_values_without_literal(session):
    code, out, _ = session(
        'map.from_list([("a", 1)])\nset.from_list([2, 1])\nb"ab"\nfn () -> Int { 1 }\n'
        'deque.from_list([()])\n')
    assert (code, out.splitlines()) == (0, [
        'map.from_list([("a", 1)]) :: Map[Str, Int]',
        'set.from_list([1, 2]) :: Set[Int]', 'b"ab" :: Bytes',
        '<function> :: () -> Int', 'deque.from_list([()]) :: Deque[Unit]'])


def test_a_value_of_open_type_serves_all(session):
    code, out, _ = session('let e := []\nlist.cons(1, e)\nlist.cons("a", e)\n')
    assert (code, out.splitlines()) == (0, [
        'e = [] :: List[A]', '[1] :: List[Int]', '["a"] :: List[Str]'])


def test_functions_can_be_replaced(session):
    code, out, _ = session('fn f() -> Int { 1 }\nfn g() -> Int { f() + 1 }\n'
                           'fn f() -> Int { 10 }\ng()\n')
    assert code == 0
    assert out.splitlines()[-1] == '11 :: Int'


def test_what_does_not_fit_a_replacement_is_left_out(session):
    code, out, err = session(
        'fn f(n :: Int) -> Int { n }\nfn g() -> Int { f(1) }\nfn h() -> Int { g() }\n'
        'fn f(s :: Str) -> Str { s }\nh()\nfn g() -> Int { str.len(f("ab")) }\nh()\n')
    assert code == 1
    assert 'warning: `g` does not fit any more and is left out: ' in err
    assert 'warning: `h` does not fit any more and is left out: ' in err
    assert '`h` is not defined' in err
    assert out.splitlines()[-1] == '2 :: Int'


def test_a_wrong_declaration_changes_nothing(session):
    code, out, err = session('fn f() -> Int { 1 }\nfn f() -> Int { "a" }\nf()\n')
    assert code == 1
    assert 'input 2:1:' in err
    assert out.splitlines()[-1] == '1 :: Int'


def test_types_can_be_declared(session):
    code, out, _ = session(
        'type Shape =\n  Circle(Float) |\n  Square(Float)\n'
        'fn area(s :: Shape) -> Float {\n  match s { Circle(r) => r, Square(a) => a * a }\n'
        '}\narea(Square(3.0))\n')
    assert (code, out.splitlines()) == (0, [
        'type Shape', 'area :: (Shape) -> Float', '9.0 :: Float'])


def test_a_name_for_a_module(session):
    code, out, _ = session('import "std.list" as l\nl.len([1])\n')
    assert (code, out) == (0, '1 :: Int\n')


def test_other_imports_are_refused(session):
    code, _, err = session('import "./other" as o\nimport "std.lisst" as l\n')
    assert code == 1
    assert ':load FILE' in err
    assert 'there is no module `std.lisst`' in err


def test_errors_show_the_place_and_the_session_goes_on(session):
    code, out, err = session('1 / 0\n"open\n1 +* 2\nnope(1)\n7\n')
    assert (code, out) == (1, '7 :: Int\n')
    for part in ['integer division by zero', 'input 1:1:1', 'input 2:1:1', 'input 3:1:4',
                 '`nope` is not defined']:
        assert part in err


def test_effects_must_be_granted(session):
    code, out, err = session('io.print("a")\n')
    assert (code, out) == (1, '')
    assert 'lexvm repl --allow-effects io' in err
    assert session('io.print("a")\n', '--allow-effects', 'io') == (0, 'a\n', '')


def test_effects_happen_once(session):
    assert session('let x := io.print("once")\nx\nx\n', '--allow-effects', 'io') == (
        0, 'once\n', '')


def test_programs_read_on_where_the_session_stops(session):
    code, out, _ = session('io.readline()\nthe next line\n1\n', '--allow-effects', 'io')
    assert (code, out) == (0, 'Some("the next line") :: Option[Str]\n1 :: Int\n')


def test_state_of_effects_lasts(session):
    code, out, _ = session(
        'let c := conc.spawn(0, fn (n :: Int, m :: Int) -> (Int, Int) '
        '{ (n + m, n + m) })\nconc.ask(c, 5)\nconc.ask(c, 5)\n',
        '--allow-effects', 'concurrent')
    assert code == 0
    assert out.splitlines()[1:] == ['5 :: A', '10 :: A']


def test_limits_are_for_each_input(session):
    code, out, err = session(
        'fn f(n :: Int) -> Int { if n == 0 { 0 } else { f(n - 1) } }\n'
        'f(1000)\nf(100)\nf(100)\n', '--max-steps', '3000')
    assert code == 1
    assert err.count('step limit') == 1
    assert out.splitlines()[1:] == ['0 :: Int', '0 :: Int']


def test_a_file_is_loaded_first(session, tmpdir):
    program = tmpdir.join('p.lex')
    program.write('type T = A | B(Int)\n# Two times.\n'
                  'fn twice(n :: Int) -> Int { n * 2 }\n')
    code, out, err = session(':doc twice\ntwice(4)\nB(twice(1))\n:names\n', str(program))
    assert (code, err) == (0, '')
    assert out.splitlines()[0] == 'loaded %s: 1 function, 1 type' % program
    assert out.splitlines()[1:] == [
        'fn twice(n :: Int) -> Int', '    Two times.', '8 :: Int', 'B(2) :: T',
        'type T', 'twice :: (Int) -> Int', 'it = B(2) :: T']


def test_a_file_with_errors_changes_nothing(session, tmpdir):
    wrong = tmpdir.join('wrong.lex')
    wrong.write('fn f() -> Int { "a" }\n')
    code, out, err = session('let x := 1\n:load %s\n:load %s/none.lex\nx\n'
                             % (wrong, tmpdir))
    assert code == 1
    assert 'wrong.lex:1:' in err
    assert 'none.lex' in err
    assert out.splitlines()[-1] == '1 :: Int'


def test_reload_keeps_values(session, tmpdir):
    program = tmpdir.join('p.lex')
    program.write('fn f() -> Int { 1 }\n')
    code, out, _ = session('let x := f()\n:reload\nx + f()\n', str(program))
    assert code == 0
    assert out.splitlines()[-1] == '2 :: Int'


def test_commands(session):
    code, out, err = session('''\
fn twice(n :: Int) -> Int { n * 2 }
:type twice
:type list.fold
:type 1 + 1
:effects 1 + 1
:effects io.print("a")
:effects io.print
:effects list.map
:steps twice(4)
:trace list.map([1], fn (n :: Int) -> Int { twice(n) })
:time twice(2)
:dis twice
:doc std.list.head
''')
    assert (code, err) == (0, '')
    lines = out.splitlines()
    assert lines[:11] == [
        'twice :: (Int) -> Int', '(Int) -> Int',
        '(List[A], B, (B, A) -> [e] B) -> [e] B', 'Int', 'none', '[io]',
        'none here; a call has [io]',
        'none here; a call has those of a function that it is given',
        '8 :: Int', 'steps: 6', 'twice(1) => 2']
    assert lines[11] == '[2] :: List[Int]'
    assert lines[12] == '4 :: Int'
    assert re.match(r'time: [0-9]+\.[0-9]+ ms$', lines[13])
    assert lines[14].startswith('fn twice: arity 1')
    assert 'list.head :: (List[A]) -> Option[A]' in lines


def test_effects_in_a_trace(session):
    code, out, _ = session(':trace io.print("a")\n', '--allow-effects', 'io')
    assert (code, out) == (0, 'a\nstd.io.print("a") => ()\n')


def test_commands_can_be_shortened_and_misspelled(session):
    code, out, err = session(':t 1\n:tyep 1\n:load\n:names 1\n:doc nothing\n:q\n2\n')
    assert (code, out) == (1, 'Int\n')
    for part in ['did you mean `:type`?', 'write `:load FILE`',
                 ':names takes nothing behind it', 'no function or module `nothing`']:
        assert part in err


def test_empty_lines(session):
    code, out, err = session('fn f() -> Int {\n\n  1\n}\n1 +\n\n\nf()\n')
    assert code == 1
    assert err.count('error: ') == 1 and 'input 2:1:' in err
    assert out.splitlines()[-1] == '1 :: Int'


def test_reset(session):
    code, out, err = session('let x := 1\nfn f() -> Int { 1 }\n.reset\nx\nf()\n:names\n')
    assert code == 1
    assert err.count('is not defined') == 2
    assert len(out.splitlines()) == 2


def test_flags_that_make_no_sense(session):
    for flag in ['--trace', '--wall=on', '--repeat', '--dry-run', '--editor=vi',
                 '--alow-effects', '--allow-effects=ioo']:
        code, out, err = session('1\n', flag, 'x')
        assert (code, out) == (1, ''), flag
        assert err.startswith('error: --') or 'unknown flag' in err
    assert session('', 'a.lex', 'b.lex')[0] == 1


@pytest.mark.parametrize('text,complete', [
    ('1', True), ('1 +', False), ('f(', False), ('f(1,', False), ('[1,\n2', False),
    ('fn f() -> Int {', False), ('fn f() -> Int', False), ('fn f() -> Int { 1 }', True),
    ('type T =', False), ('type T = A |', False), ('import', False), ('let x :=', False),
    ('let x := 1', True), (')', True), ('1 1 +', False), ('"open', True),
    ('# comment', True), (':type (', True), ('match x {', False), ('1 + * 2', True)])
def test_completeness(text, complete):
    assert is_complete(text) == complete


@pytest.fixture
def completer():
    workspace = Workspace(parse_repl_options([]), Reporter('repl', False))
    for text in ['type Point = { x :: Int, name :: { first :: Str } }',
                 'type Shape = Circle(Float) | Square(Float)',
                 'fn circumference(s :: Shape) -> Float { 1.0 }']:
        workspace.define(text)
    expression = workspace.expression('let p := { x: 1, name: { first: "a" } }')
    session = workspace.session(expression)
    workspace.keep(expression, session.invoke(INPUT, []))
    return SessionCompleter(workspace, names())


@pytest.mark.parametrize('line,found', [
    ('list.fo', ['list.fold']), ('Cir', ['Circle']), ('circ', ['circumference']),
    ('p.', ['p.name', 'p.x']), ('p.name.', ['p.name.first']), ('p.x.', []),
    ('nope.', []), ('tup', ['tuple.']), ('tuple.', [
        'tuple.fst', 'tuple.len', 'tuple.snd', 'tuple.third']),
    (':tra', [':trace']), ('mat', ['match', 'math.']), (':load x', None)])
def test_completion(completer, line, found):
    start = line.rfind(' ') + 1
    assert completer.candidates(line, line[start:], start) == found


class CutTerminal(object):
    """A host that gives lines as a terminal does."""

    def __init__(self, lines):
        self.lines = lines

    def read_line(self):
        return self.lines.pop(0)


def test_lines_that_a_terminal_cuts_are_refused(monkeypatch, capfd):
    cut = '1 + ' * (TERMINAL_LINE // 4) + '1 +'
    assert len(cut) == TERMINAL_LINE
    inputs = Inputs(CutTerminal(['list.len([1,', cut, '40 + 2', None]), 'none', None)
    inputs.is_terminal = True
    assert inputs.next() == '40 + 2'
    assert inputs.next() is None
    _, err = capfd.readouterr()
    assert err == ('error: the terminal cuts lines after 4095 bytes; load a file instead: '
                   '`:load FILE`\n')
