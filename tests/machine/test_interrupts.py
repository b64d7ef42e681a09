"""Runs that can be interrupted: exact steps in slices, and nothing in a
program that swallows the interruption."""

import os

import pytest

from interpreter.effects.interrupts import (
    Check, Interrupted, Interrupts, SignalCheck, signals)
from interpreter.effects import clock
from tests.machine.support import (
    call, fresh_session_of, fresh_session_of_file, outcome)
from tests.machine.test_cases import CASES
from tests.machine.test_step_limit import RUNS, LOOP

SWALLOWERS = '''
import "std.list" as list
import "std.conc" as conc
import "std.parser" as parser
fn count(n :: Int) -> Int { match n { 0 => 0, _ => count(n - 1) } }
fn mapped(n :: Int) -> List[Int] { list.map([n], fn (x :: Int) -> Int { 0 + count(x) }) }
fn worker(n :: Int) -> List[Int] { list.par_map([n], fn (x :: Int) -> Int { 0 + count(x) }) }
fn actor(n :: Int) -> [concurrent] Int {
  conc.ask(conc.spawn(n, fn (s :: Int, m :: Int) -> (Int, Int) { (0 + count(s), m) }), 1)
}
fn parsed(n :: Int) -> Result[Int, ParseError] {
  parser.run(parser.map(parser.char("a"), fn (s :: Str) -> Int { 0 + count(n) }), "a")
}
'''


class CountingCheck(Check):
    """Stops the run at its last look."""

    def __init__(self, looks):
        self.looks = looks
        self.seen = []
        self.vm = None

    def run(self):
        self.seen.append(self.vm.steps())
        if len(self.seen) == self.looks:
            raise Interrupted('enough', 99)


def sliced(session, size, check=None):
    session.vm.slice_size = size
    if isinstance(check, CountingCheck):
        check.vm = session.vm
    session.vm.add_check(check or Check())
    return session


@pytest.mark.parametrize('size', [1, 2, 3, 7, 50])
@pytest.mark.parametrize('run', RUNS, ids=lambda run: run['fn'])
def test_slices_do_not_change_the_steps(run, size):
    path = os.path.join(CASES, 'limits.lex')
    for limit in [1, run['steps'] // 2, run['steps'] - 2, run['steps'] - 1, 0]:
        whole = fresh_session_of_file(path, limit)
        expected = outcome(whole, str(run['fn']), run['args']), whole.steps()
        session = sliced(fresh_session_of_file(path, limit), size)
        assert (outcome(session, str(run['fn']), run['args']),
                session.steps()) == expected


def test_looks_are_about_a_slice_apart():
    check = CountingCheck(-1)
    session = sliced(fresh_session_of(LOOP), 1000, check)
    call(session, 'count', 5000)
    assert session.steps() // 1100 <= len(check.seen) <= session.steps() // 900 + 1
    for before, after in zip(check.seen, check.seen[1:]):
        assert 900 < after - before < 1100


@pytest.mark.parametrize('function', ['count', 'mapped', 'worker', 'actor', 'parsed'])
def test_nothing_swallows_an_interruption(function):
    session = sliced(fresh_session_of(SWALLOWERS), 100, CountingCheck(3))
    with pytest.raises(Interrupted) as caught:
        call(session, function, 1000)
    assert (str(caught.value), caught.value.exit_code) == ('enough', 99)


def test_machine_goes_on_after_an_interruption():
    session = sliced(fresh_session_of(LOOP, 2000), 100, CountingCheck(2))
    with pytest.raises(Interrupted):
        call(session, 'count', 1000)
    before = session.steps()
    plain = fresh_session_of(LOOP)
    call(plain, 'count', 7)
    steps = plain.steps()
    again = sliced(fresh_session_of(LOOP, 2000), 100, CountingCheck(2))
    with pytest.raises(Interrupted):
        call(again, 'count', 1000)
    assert again.steps() == before
    assert call(again, 'count', 7) == 0
    assert again.steps() == before + steps


@pytest.mark.parametrize('number,message,code', [
    (2, 'stopped by SIGINT', 130), (15, 'stopped by SIGTERM', 143)])
def test_signals(number, message, code, monkeypatch):
    monkeypatch.setattr(signals, 'caught', number)
    with pytest.raises(Interrupted) as caught:
        call(sliced(fresh_session_of(LOOP), 10, SignalCheck()), 'count', 100)
    assert (str(caught.value), caught.value.exit_code) == (message, code)


def test_sleep_looks_too():
    interrupts = Interrupts()
    check = CountingCheck(2)
    check.vm = fresh_session_of(LOOP).vm
    interrupts.add(check)
    start = clock.monotonic_ns()
    with pytest.raises(Interrupted):
        clock.sleep_ns(10 * clock.NS_PER_SECOND, interrupts)
    assert clock.monotonic_ns() - start < clock.NS_PER_SECOND
