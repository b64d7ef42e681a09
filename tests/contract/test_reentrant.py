"""par_map workers and actors."""

import pytest

from interpreter.machine.actors import registry
from tests.machine.support import call, failure, fresh_session_of, outcome

PREFIX = 'effect handler error: '

SOURCE = '''
import "std.list" as list
import "std.conc" as conc
import "std.io" as io
fn inc(n :: Int) -> Int { n + 1 }
fn sum_to(n :: Int, acc :: Int) -> Int { match n { 0 => acc, _ => sum_to(n - 1, acc + n) } }
fn nest(s :: Int, n :: Int) -> [concurrent] (Int, Int) {
  if n == 0 { (s, 1 / s) } else { (s, conc.ask(conc.spawn(s, nest), n - 1)) }
}
fn empty(n :: Int) -> List[Int] { list.par_map([], inc) }
fn each(n :: Int) -> List[Int] { list.par_map([n, n + 1, n + 2], inc) }
fn captures(n :: Int) -> List[Int] { list.par_map([1, 2], fn (x :: Int) -> Int { x * n }) }
fn long(n :: Int) -> List[Int] { list.par_map([n, n, n], fn (x :: Int) -> Int { sum_to(x, 0) }) }
fn memo_around(n :: Int) -> Int {
  inc(n) + list.len(list.par_map([n, n, n], fn (x :: Int) -> Int { 0 + inc(x) })) + inc(n + 1)
}
fn slow(n :: Int) -> Int { 0 + sum_to(n, 0) }
fn shared(n :: Int) -> List[Int] {
  list.par_map([n, n, n, n, n], fn (x :: Int) -> Int { 0 + slow(x) })
}
fn nested(n :: Int) -> Int {
  list.len(list.par_map([n, n], fn (x :: Int) -> List[Int] {
    list.par_map([x, inc(x)], inc)
  })) + inc(n)
}
fn fails(n :: Int) -> List[Int] { list.par_map([n, 0, 3], fn (x :: Int) -> Int { 6 / x }) }
fn fails_later(n :: Int) -> [io] List[Int] {
  list.par_map([1, 0, 2], fn (x :: Int) -> [io] Int {
    let _ := io.print("worker")
    6 % x
  })
}
fn deep(n :: Int) -> Int { match n { 0 => 0, _ => 1 + deep(n - 1) } }
fn deep_workers(n :: Int) -> List[Int] { list.par_map([n], deep) }

fn handler(s :: Int, m :: Int) -> (Int, Int) { (s + m, s + m) }
fn counter() -> [concurrent] Int {
  let a := conc.spawn(0, handler)
  let _ := conc.ask(a, 0)
  let _ := conc.tell(a, 5)
  conc.ask(a, 3)
}
fn told() -> [concurrent] Unit { conc.tell(conc.spawn(0, handler), 1) }
fn independent() -> [concurrent] List[Int] {
  let a := conc.spawn(0, handler)
  let b := conc.spawn(100, handler)
  let _ := conc.ask(a, 1)
  [conc.ask(a, 1), conc.ask(b, 1)]
}
fn failing(n :: Int) -> [concurrent] Int {
  let a := conc.spawn(1, fn (s :: Int, m :: Int) -> (Int, Int) { (s, 1 / m) })
  conc.ask(a, n)
}
fn no_pair() -> [concurrent] Int {
  conc.ask(conc.spawn(1, fn (s :: Int, m :: Int) -> Int { m }), 2)
}
fn ask_of(a :: Int) -> [concurrent] Int { conc.ask(a, 1) }
fn spawn_with(f :: Int) -> [concurrent] Int {
  let _ := conc.spawn(1, f)
  2
}
fn self_asking() -> [concurrent] Int {
  let a := conc.spawn(0, handler)
  let _ := conc.register(a, "self")
  let b := conc.spawn(0, fn (s :: Int, m :: Int) -> [concurrent] (Int, Int) {
    match conc.lookup("itself") { Some(me) => (s, conc.ask(me, m)), None => (s, 0) }
  })
  let _ := conc.register(b, "itself")
  conc.ask(b, 1)
}
fn registry() -> [concurrent] List[Bool] {
  let a := conc.spawn(0, handler)
  let first := conc.register(a, "b")
  let again := conc.register(a, "b")
  let other := conc.register(a, "a")
  let names := conc.registered()
  let gone := conc.unregister("b")
  let unknown := conc.unregister("b")
  let found := match conc.lookup("a") { Some(x) => x == a, None => false }
  let missing := match conc.lookup("b") { Some(_) => false, None => true }
  let _ := conc.unregister("a")
  [first == Ok(()), again == Err(AlreadyRegistered("b")), other == Ok(()), names == ["a", "b"],
   gone == Ok(()), unknown == Err(NotRegistered("b")), found, missing]
}
'''


@pytest.fixture
def session():
    del registry.names[:]
    del registry.actors_w[:]
    return fresh_session_of(SOURCE)


def test_par_map_keeps_the_order(session):
    assert call(session, 'each', 4) == [5, 6, 7]
    assert call(session, 'empty', 4) == []
    assert call(session, 'captures', 4) == [4, 8]


def test_worker_steps_are_not_the_callers(session):
    call(session, 'long', 50)
    assert session.steps() == 7


def test_every_worker_has_the_whole_limit():
    session = fresh_session_of(SOURCE, 500)
    assert call(session, 'long', 50) == [1275, 1275, 1275]


def test_worker_over_the_limit():
    session = fresh_session_of(SOURCE, 300)
    assert failure(session, 'long', 50) == (
        PREFIX + 'par_map worker: Panic("step limit exceeded in `sum_to` '
        '(301 > 300)")')


def test_workers_have_a_memo_of_their_own(session):
    """Steps and counters of the reference."""
    assert call(session, 'memo_around', 3) == 12
    vm = session.vm
    assert (session.steps(), vm.memo_hits, vm.memo_misses) == (18, 0, 2)
    call(session, 'memo_around', 3)
    assert (vm.memo_hits, vm.memo_misses) == (2, 2)
    assert call(session, 'nested', 3) == 6
    assert (vm.memo_hits, vm.memo_misses) == (3, 2)


@pytest.mark.parametrize('workers, least', [
    ('1', 194), ('2', 184), ('4', 179), ('5', 174), ('64', 174), (None, 179),
    ('0', 179), ('x', 179)])
def test_elements_of_one_worker_share_steps_and_memo(workers, least, monkeypatch):
    """``least`` is the smallest limit that suffices, as in the reference: the
    second call of ``slow`` in a worker hits."""
    if workers is None:
        monkeypatch.delenv('LEX_PAR_MAX_CONCURRENCY', raising=False)
    else:
        monkeypatch.setenv('LEX_PAR_MAX_CONCURRENCY', workers)
    assert call(fresh_session_of(SOURCE, least), 'shared', 20) == [210] * 5
    assert 'step limit exceeded in `__lambda_' in failure(
        fresh_session_of(SOURCE, least - 1), 'shared', 20)


def test_text_of_nested_failures_is_bounded(session):
    """Each level quotes the text of the one below."""
    text = failure(session, 'nest', 0, 10)
    assert text.count('conc.ask: handler error') == 10
    text = failure(session, 'nest', 0, 90)
    assert len(text) < 128 * 1024
    assert text.startswith(PREFIX + 'conc.ask: handler error: Effect("conc.ask: ')


def test_worker_failure(session):
    assert failure(session, 'fails', 0) == (
        PREFIX + 'par_map worker: DivByZero { op: "division" }')


def test_all_elements_run_after_a_failure(session):
    seen = outcome(session, 'fails_later', [1])
    assert seen == {
        'error': PREFIX + 'par_map worker: DivByZero { op: "modulo" }',
        'stdout': 'worker\nworker\nworker\n'}


def test_worker_has_the_whole_depth(session):
    assert call(session, 'deep_workers', 1023) == [1023]
    assert failure(session, 'deep_workers', 1024) == (
        PREFIX + 'par_map worker: CallStackOverflow(1024)')


def test_actor_keeps_its_state(session):
    assert call(session, 'counter') == 8


def test_tell_gives_unit(session):
    assert call(session, 'told') is None


def test_actors_are_independent(session):
    assert call(session, 'independent') == [2, 101]


def test_handler_steps_are_the_callers(session):
    call(session, 'counter')
    assert session.steps() == 28


def test_steps_of_a_failing_handler(session):
    assert failure(session, 'failing', 0) == (
        PREFIX + 'conc.ask: handler error: DivByZero { op: "division" }')
    assert session.steps() == 11


def test_handler_without_a_pair(session):
    assert failure(session, 'no_pair') == (
        PREFIX + 'conc.ask: handler must return a 2-tuple (new_state, reply), '
        'got Int(2)')


def test_asking_something_else(session):
    assert failure(session, 'ask_of', 7) == (
        PREFIX + 'conc.ask: first arg must be an Actor, got Int(7)')


def test_spawning_with_something_else(session):
    assert failure(session, 'spawn_with', 7) == (
        PREFIX + 'conc.spawn: handler must be a Closure, got Int(7)')


def test_actor_that_asks_itself_is_refused(session):
    """The reference deadlocks."""
    assert 'the actor is handling a message; it cannot ask itself' in failure(
        session, 'self_asking')


def test_registry(session):
    assert call(session, 'registry') == [True] * 8
