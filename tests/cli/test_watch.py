"""``lexvm watch``: when it runs the command again."""

import os
import threading
import time

import pytest

from interpreter.cli import watch
from interpreter.cli.watch import State
from tests.cli.test_main import lexvm


@pytest.fixture(autouse=True)
def here(tmpdir, monkeypatch):
    monkeypatch.chdir(tmpdir)
    monkeypatch.setattr(watch, 'INTERVAL', 0.01)
    tmpdir.join('app.lex').write('import "./lib" as lib\nfn main() -> Int { lib.f() }\n')
    tmpdir.join('lib.lex').write('fn f() -> Int { 1 }\n')
    return tmpdir


def notices(state, change):
    """Whether the state waits until ``change``, and then no longer."""
    done = []

    def wait():
        state.await_change()
        done.append(True)

    thread = threading.Thread(target=wait)
    thread.daemon = True
    thread.start()
    time.sleep(0.3)
    assert done == []
    change()
    thread.join(30)
    return done == [True]


@pytest.mark.parametrize('path', ['app.lex', 'lib.lex'])
def test_a_file_and_its_imports(here, path):
    assert notices(State(['app.lex']), lambda: here.join(path).write('fn g'))


def test_imports_are_watched_while_the_program_is_broken(here):
    state = State(['app.lex'])
    assert notices(state, lambda: here.join('lib.lex').write('fn f('))
    assert notices(state, lambda: here.join('lib.lex').write('fn f() -> Int { 2 }'))


def test_a_file_that_is_replaced_or_comes_back(here):
    def replace():
        here.join('other').write(here.join('app.lex').read())
        os.rename('other', 'app.lex')
    state = State(['app.lex'])
    assert notices(state, replace)
    assert notices(state, lambda: os.unlink('app.lex'))
    assert notices(state, lambda: here.join('app.lex').write('fn f() -> Int { 1 }'))


def test_files_of_a_folder(here):
    here.mkdir('sub')
    state = State(['.'])
    assert notices(state, lambda: here.join('sub', 'new.lex').write('fn'))


@pytest.mark.parametrize('words, message', [
    ([], 'usage: lexvm watch <file|dir> [check|run|test|fmt] [forwarded args...]'),
    (['gone.lex'], 'watch target does not exist: gone.lex'),
    (['app.lex', 'hash'], 'watch action must be `check`, `run`, `test` or `fmt`, got '
     '`hash`. usage: lexvm watch <file|dir> [check|run|test|fmt] [forwarded args...]')])
def test_wrong_words(words, message, capfd):
    assert lexvm(capfd, 'watch', *words) == (1, '', 'error: %s\n' % message)
