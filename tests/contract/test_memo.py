"""Memoisation: which calls probe, what matches, when a function gives up.
The counts of whole programs are in tests/machine/cases/calls.lex."""

from interpreter import memory
from interpreter.machine.memo import Memo
from interpreter.machine.vm import Results
from tests.machine.support import call, failure, printed, session_of

SOURCE = '''
import "std.io" as io
fn double(n :: Int) -> Int { n * 2 }
fn one(n :: Int) -> Int { 0 + double(n) }
fn say(n :: Int) -> [io] Int {
  let _ := io.print("side")
  n
}
fn say_twice(n :: Int) -> [io] Int { say(n) + say(n) }
fn open[E](f :: (Int) -> [| E] Int, n :: Int) -> [| E] Int { f(n) }
fn open_twice(n :: Int) -> [io] Int { open(say, n) + open(say, n) }
fn fail(n :: Int) -> Int { 1 / n }
fn failing(n :: Int) -> Int { 0 + fail(n) }
fn sum_doubles(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => sum_doubles(n - 1, acc + double(n)) }
}
fn lists(xs :: List[Int]) -> Int { 0 + len_of(xs) }
fn len_of(xs :: List[Int]) -> Int { 3 }
fn any_value(x :: Int) -> Int { 3 }
fn of_any(x :: Int) -> Int { 0 + any_value(x) }
'''


def counters(session):
    vm = session.vm
    return vm.memo_hits, vm.memo_misses, vm.memo_skips


def test_second_call_hits():
    session = session_of(SOURCE)
    call(session, 'one', 4)
    assert counters(session) == (0, 1, 0)
    call(session, 'one', 4)
    assert counters(session) == (1, 1, 0)
    call(session, 'one', 5)
    assert counters(session) == (1, 2, 0)


def test_hit_costs_the_call_only():
    session = session_of(SOURCE)
    call(session, 'one', 4)
    first = session.steps()
    call(session, 'one', 4)
    assert session.steps() - first == first - 4


def test_declared_effects_never_probe():
    session = session_of(SOURCE)
    call(session, 'say_twice', 1)
    assert counters(session) == (0, 0, 0)
    assert printed(session) == 'side\nside\n'


def test_open_effect_rows_never_probe():
    """In the reference the second call is a hit that skips its effects."""
    session = session_of(SOURCE)
    call(session, 'open_twice', 1)
    assert counters(session) == (0, 0, 0)
    assert printed(session) == 'side\nside\n'


def test_gives_up_after_64_fruitless_probes():
    session = session_of(SOURCE)
    call(session, 'sum_doubles', 64, 0)
    assert counters(session) == (0, 64, 0)
    call(session, 'one', 64)
    assert counters(session) == (0, 64, 1)


def test_63_fruitless_probes_do_not_matter():
    session = session_of(SOURCE)
    call(session, 'sum_doubles', 63, 0)
    call(session, 'one', 63)
    assert counters(session) == (1, 63, 0)


def test_a_single_hit_keeps_the_memo():
    session = session_of(SOURCE)
    call(session, 'one', 1)
    call(session, 'one', 1)
    call(session, 'sum_doubles', 200, 0)
    assert counters(session) == (2, 200, 0)


def test_a_function_that_gives_up_forgets():
    session = session_of(SOURCE)
    call(session, 'sum_doubles', 63, 0)
    memo = session.program.find('double').memo
    assert memo.enabled and len(memo.entries) == 63
    call(session, 'sum_doubles', 1, 0)
    # 1 is a hit, so it goes on.
    assert memo.enabled and len(memo.entries) == 63
    session = session_of(SOURCE)
    call(session, 'sum_doubles', 64, 0)
    memo = session.program.find('double').memo
    assert not memo.enabled and memo.entries == {}


def counted_rounds(session, monkeypatch, limit, in_use):
    """Let the collector look while ``in_use`` bytes are in use."""
    vm = session.vm
    watched = memory.Limit()
    watched.reserve = Results(vm)
    watched.size = limit
    watched.before = 1000
    monkeypatch.setattr(memory, '_in_use', lambda: in_use)
    watched.look()


def test_results_are_forgotten_when_memory_is_short(monkeypatch):
    """Whether a function goes on probing stays as it is."""
    session = session_of(SOURCE)
    call(session, 'one', 4)
    call(session, 'one', 4)
    counted_rounds(session, monkeypatch, 10000, 6000)
    call(session, 'one', 4)
    assert counters(session) == (2, 1, 0)
    counted_rounds(session, monkeypatch, 10000, 6001)
    call(session, 'one', 4)
    assert counters(session) == (2, 2, 0)
    call(session, 'one', 4)
    assert counters(session) == (3, 2, 0)
    counted_rounds(session, monkeypatch, 0, 1 << 40)
    call(session, 'one', 4)
    assert counters(session) == (4, 2, 0)


PARALLEL = '''
import "std.list" as list
fn double(n :: Int) -> Int { n * 2 }
fn work(n :: Int) -> Int { double(n) + double(n) }
fn nested(n :: Int) -> Int {
  let first := double(n)
  list.len(list.par_map([n, n + 1, n + 2], work)) + double(n) + first
}
fn main() -> Int { list.len(list.par_map([1, 2, 3, 4, 5], nested)) }
'''


def workers_of(vm):
    found = []
    worker = vm.last_worker
    while worker is not None:
        found.append(worker)
        worker = worker.following
    return found


def test_results_of_workers_are_forgotten_too(monkeypatch):
    """Also those of workers below others, and of workers that wait."""
    session = session_of(PARALLEL)
    vm = session.vm
    counts = []

    def store(memo, entry, w_value):
        plain(memo, entry, w_value)
        Results(vm).give_up()
        memos = [found for worker in workers_of(vm) for found in worker.memos.values()]
        assert memo in memos and all(found.entries == {} for found in memos)
        counts.append(len(workers_of(vm)))
    plain = Memo.store.im_func
    monkeypatch.setattr(Memo, 'store', store)
    assert call(session, 'main') == 5
    assert set(counts) == set([4, 7]) and vm.last_worker is None


def test_errors_are_not_kept():
    session = session_of(SOURCE)
    for _ in range(2):
        assert failure(session, 'failing', 0) == 'integer division by zero'
    assert counters(session) == (0, 2, 0)


def test_machines_start_empty():
    for _ in range(2):
        session = session_of(SOURCE)
        call(session, 'one', 4)
        assert counters(session) == (0, 1, 0)


def test_equal_lists_of_any_storage_match():
    session = session_of(SOURCE)
    call(session, 'lists', [1, 2, 3])
    call(session, 'lists', [1, 2, 3])
    call(session, 'lists', [1, 2.0, 3])
    assert counters(session) == (1, 2, 0)


def test_values_of_different_types_do_not_match():
    session = session_of(SOURCE)
    for value in [1, 1.0, True, '1', [1], {'a': 1}, None]:
        call(session, 'of_any', value)
    assert counters(session) == (0, 7, 0)
