"""``lexvm repl`` on a pseudo-terminal, with each library that edits lines."""

import os
import stat
import time

import pytest

from tests.native.program import FOLDER, MODES, execute, require
from tests.terminal import Terminal

EDITORS = ['readline', 'libedit', 'none']
BINARIES = ['nojit', 'jit']

BACKSPACE = '\x7f'
CTRL_C = '\x03'
CTRL_D = '\x04'
TAB = '\t'
UP = '\x1b[A'


@pytest.fixture(params=[(binary, editor) for binary in BINARIES for editor in EDITORS],
                ids='-'.join)
def start(request, tmpdir):
    """Starts a session with words; what it runs is ``start.editor``."""
    binary, editor = request.param
    name, flags = MODES[binary]
    require(name)
    terminals = []

    def run(*words, **options):
        env = {'TERM': 'xterm', 'NO_COLOR': '1', 'LC_ALL': 'C.UTF-8',
               'LEXVM_HISTORY': str(tmpdir.join('history'))}
        env.update(options)
        terminal = Terminal(os.path.join(FOLDER, name),
                            ['repl', '--editor', editor] + flags + list(words), env)
        terminals.append(terminal)
        terminal.expect('lex> ')
        return terminal

    run.editor = editor
    yield run
    for terminal in terminals:
        terminal.kill()


@pytest.fixture
def edited(start):
    if start.editor == 'none':
        pytest.skip('about editing')
    return start


def test_values_and_the_end(start):
    terminal = start()
    terminal.send('40 + 2\n')
    terminal.expect('42 :: Int')
    terminal.expect('lex> ')
    terminal.send('str.len("n\xc3\xa9")\n')
    terminal.expect('3 :: Int')
    terminal.expect('lex> ')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


def test_several_lines(start):
    terminal = start()
    terminal.send('fn twice(n :: Int) -> Int {\n')
    terminal.expect('...> ')
    terminal.send('n * 2 }\n')
    terminal.expect('twice :: (Int) -> Int')
    terminal.expect('lex> ')
    terminal.send('twice(21)\n')
    terminal.expect('42 :: Int')
    terminal.send(':quit\n')
    assert terminal.end() == 0


def test_interrupts(start):
    terminal = start('--max-steps', '0')
    terminal.send('fn endless(n :: Int) -> Int { endless(n + 1) }\n')
    terminal.expect('endless :: (Int) -> Int')
    terminal.expect('lex> ')
    for _ in range(2):
        terminal.send(':time endless(0)\n')
        with pytest.raises(AssertionError):
            terminal.expect('lex> ', 1)
        terminal.send(CTRL_C)
        terminal.expect('error: interrupted')
        terminal.expect('lex> ')
    terminal.send('40 + 2\n')
    terminal.expect('42 :: Int')
    terminal.expect('lex> ')
    terminal.send('list.len([1,\n')
    terminal.expect('...> ')
    terminal.send('77' + CTRL_C)
    terminal.expect('lex> ')
    terminal.send('40 + 3\n')
    terminal.expect('43 :: Int')
    terminal.expect('lex> ')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


def test_waiting_is_interrupted(start):
    terminal = start('--allow-effects', 'time')
    terminal.send('time.sleep_ms(100000)\n')
    with pytest.raises(AssertionError):
        terminal.expect('lex> ', 1)
    terminal.send(CTRL_C)
    terminal.expect('error: interrupted')
    terminal.expect('lex> ')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


def test_a_signal_ends_the_session(start):
    # It may come just before the session begins to read.
    for _ in range(10):
        terminal = start()
        os.kill(terminal.pid, 15)
        assert terminal.end() == 128 + 15


def test_editing(edited):
    terminal = edited()
    terminal.send('40 + 9' + BACKSPACE + '2\n')
    terminal.expect('42 :: Int')
    terminal.expect('lex> ')
    terminal.send(UP + BACKSPACE + '3\n')
    terminal.expect('43 :: Int')
    terminal.expect('lex> ')
    terminal.send('str.len("\xc3\xa9\xc3\xa9' + BACKSPACE + '")\n')
    terminal.expect('2 :: Int')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


def test_completion(edited):
    terminal = edited()
    terminal.send('list.reve' + TAB + '([1, 2])\n')
    terminal.expect('[2, 1] :: List[Int]')
    terminal.expect('lex> ')
    terminal.send('let point := { across: 4, down: 5 }\n')
    terminal.expect('lex> ')
    terminal.send('point.acr' + TAB + '\n')
    terminal.expect('4 :: Int')
    terminal.expect('lex> ')
    terminal.send('tuple.' + TAB + TAB)
    for name in ['tuple.fst', 'tuple.len', 'tuple.snd', 'tuple.third']:
        terminal.expect(name)
    terminal.expect('lex> tuple.')
    terminal.send(CTRL_C)
    terminal.expect('lex> ')
    terminal.send(':tra' + TAB + ' 1\n')
    terminal.expect('1 :: Int')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


def test_history(edited, tmpdir):
    terminal = edited()
    terminal.send('40 + 2\n')
    terminal.expect('42 :: Int')
    terminal.expect('lex> ')
    terminal.send(CTRL_D)
    assert terminal.end() == 0
    history = str(tmpdir.join('history'))
    assert stat.S_IMODE(os.stat(history).st_mode) == 0o600
    terminal = edited()
    terminal.send(UP + '\n')
    terminal.expect('42 :: Int')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


def test_no_history(edited, tmpdir):
    terminal = edited(LEXVM_HISTORY='')
    terminal.send('1\n')
    terminal.expect('1 :: Int')
    terminal.expect('lex> ')
    terminal.send(CTRL_D)
    assert terminal.end() == 0
    assert not tmpdir.join('history').check()


def test_a_long_line_on_a_terminal(start):
    terminal = start()
    time.sleep(0.5)                     # the line is longer than a terminal's buffer
    terminal.send('1' + ' + 1' * 2000 + '\n')
    if start.editor == 'none':
        terminal.expect('the terminal cuts lines after 4095 bytes')
    else:
        terminal.expect('2001 :: Int')
    terminal.expect('lex> ')
    terminal.send('40 + 2\n')
    terminal.expect('42 :: Int')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


def test_a_dumb_terminal(start):
    terminal = start(TERM='dumb')
    terminal.send('40 + 2\n')
    terminal.expect('42 :: Int')
    terminal.send(CTRL_D)
    assert terminal.end() == 0


@pytest.mark.parametrize('name', ['lexvm', 'lexvm-nojit'])
def test_a_line_of_a_megabyte(name):
    text = '1' + ' + 1' * 262144 + '\n40 + 2\n'
    assert execute(name, ['repl'], text).stdout == '262145 :: Int\n42 :: Int\n'
    text = 'str.len("%s")\n' % ('a' * (1 << 20))
    assert execute(name, ['repl'], text).stdout == '1048576 :: Int\n'
    for text in ['(' * (1 << 20), '[' * (1 << 20) + ']' * (1 << 20), 'f(' * (1 << 19),
                 '{' * (1 << 20), '\xff' * (1 << 20), '"' * ((1 << 20) + 1), ':' * (1 << 20)]:
        outcome = execute(name, ['repl'], text + '\n')
        assert outcome.code == 1
        assert outcome.report.startswith('error: ')
        assert len(outcome.report) < 5000


def test_a_megabyte_on_a_terminal(tmpdir):
    """With readline, which is not slowed down by the length as libedit is."""
    require('lexvm-nojit')
    terminal = Terminal(os.path.join(FOLDER, 'lexvm-nojit'),
                        ['repl', '--editor', 'readline'],
                        {'TERM': 'xterm', 'LEXVM_HISTORY': ''})
    try:
        terminal.expect('lex> ')
        time.sleep(0.5)
        terminal.send('str.len("' + 'a' * (1 << 20) + '")\n')
        terminal.expect('1048576 :: Int', 300)
        terminal.send(CTRL_D)
        assert terminal.end() == 0
    finally:
        terminal.kill()


@pytest.mark.parametrize('name', ['lexvm', 'lexvm-nojit'])
def test_memory_that_runs_out(name):
    text = ('fn more(n :: Int, xs :: List[Str]) -> List[Str] { if n == 0 { xs } else { '
            'more(n - 1, list.cons(str.join(list.map(list.range(0, 1000), int.to_str), '
            '""), xs)) } }\nlist.len(more(100000, []))\n40 + 2\n')
    outcome = execute(name, ['repl', '--max-memory', '64M', '--max-steps', '0'], text)
    assert outcome.code == 1
    assert 'memory limit exceeded' in outcome.report
    assert outcome.stdout.splitlines()[-1] == '42 :: Int'
