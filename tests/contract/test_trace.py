"""Trace events: one node for every call and effect of an observed run."""

from interpreter.machine.recorder import CALL, EFFECT
from tests.contract.outline import outline
from tests.machine.support import call, failure, session_of

SOURCE = '''
import "std.int" as int
import "std.list" as list
import "std.str" as str
import "std.option" as option
import "std.conc" as conc
fn inc(n :: Int) -> Int { n + 1 }
fn pair(n :: Int) -> Int {
  let a := inc(n)
  let b := inc(n)
  a + b
}
fn main(n :: Int) -> Str { int.to_str(pair(n)) }
fn tailed(n :: Int) -> Int { match n { 0 => 7, _ => tailed(n - 1) } }
fn outer(n :: Int) -> Int { 1 + tailed(n) }
fn lam(k :: Int) -> Int {
  let f := fn (x :: Int) -> Int { x * k }
  f(3) + f(4)
}
fn mapped(n :: Int) -> List[Int] { list.map([n, 2], fn (x :: Int) -> Int { inc(x) + 0 }) }
fn caller(n :: Int) -> Int { 1 + list.len(mapped(n)) }
fn mapped_tail(n :: Int) -> List[Int] { list.map([n, 2], fn (x :: Int) -> Int { inc(x) }) }
fn caller_tail(n :: Int) -> Int { 1 + list.len(mapped_tail(n)) }
fn bad(n :: Int) -> Int { 1 + 1 / n }
fn around(n :: Int) -> Int { inc(n) + bad(n) }
fn lost(n :: Int) -> Int { inc(5) + around(n) }
fn slice(n :: Int) -> Str { str.slice("abc", 2, n) }
fn around_slice(n :: Int) -> Int { str.len(slice(n)) + 1 }
fn opt(n :: Int) -> Option[Int] { option.map(Some(n), inc) }
fn workers(n :: Int) -> List[Int] { list.par_map([n], fn (x :: Int) -> Int { 0 + inc(x) }) }
fn positive(n :: Int{x | x > 0}) -> Int { n }
fn refused(n :: Int) -> Int { inc(n) + positive(n) }
fn asked(n :: Int) -> [concurrent] Int {
  let a := conc.spawn(n, fn (s :: Int, m :: Int) -> (Int, Int) { (inc(s), m) })
  conc.ask(a, 3)
}
fn inner_error(n :: Int) -> List[Int] {
  list.map([1, 0], fn (x :: Int) -> Int { inc(x) + bad(x) })
}
fn nested(n :: Int) -> Int { inc(1) + list.len(inner_error(n)) }
'''


def trace_of(name, *args):
    session = session_of(SOURCE)
    recorder = session.observe()
    call(session, name, *args)
    assert recorder.open == []
    return outline(recorder)


def trace_of_failure(name, *args):
    session = session_of(SOURCE)
    recorder = session.observe()
    failure(session, name, *args)
    return outline(recorder)


def test_calls_and_effects():
    """The entry has no node; the second ``inc`` is a memo hit."""
    assert trace_of('main', 4) == [
        'n_0.2.1 pair [4] -> 10',
        '  n_0.2.0 inc [4] -> 5',
        '  n_0.2.1.0 inc [4] -> 5',
        'n_0.2 int.to_str [10] -> "10"']


def test_kinds():
    session = session_of(SOURCE)
    recorder = session.observe()
    call(session, 'main', 4)
    assert [node.site.kind for node in recorder.completed] == [CALL, EFFECT]


def test_times():
    session = session_of(SOURCE)
    recorder = session.observe()
    call(session, 'main', 4)
    node = recorder.completed[0]
    assert 0 < node.started_at <= node.children[0].started_at <= node.ended_at


def test_tail_calls_are_siblings_without_output():
    assert trace_of('outer', 2) == [
        'n_0.2.1 tailed [2] -> null',
        'n_0.2.4 tailed [1] -> null',
        'n_0.2.4 tailed [0] -> 7']


def test_closure_input_starts_with_the_captures():
    lines = trace_of('lam', 2)
    assert [line.split(' ')[0] for line in lines] == ['n_0.2.1.0', 'n_0.2.1.1']
    assert lines[0].endswith('[2, 3] -> 6')
    assert lines[1].endswith('[2, 4] -> 8')
    assert ' __lambda_' in lines[0]


def test_closures_of_list_instructions_have_no_node():
    assert trace_of('caller', 4) == [
        'n_0.2.1.1 mapped [4] -> [5,3]',
        '  n_? inc [4] -> 5',
        '  n_? inc [2] -> 3',
        'n_0.2.1 list.len [[5,3]] -> 2']


def test_tail_call_in_a_closure_of_a_list_instruction():
    """In the reference the tail call closes the node of ``mapped_tail``."""
    assert trace_of('caller_tail', 4) == [
        'n_0.2.1.1 mapped_tail [4] -> [5,3]',
        '  n_? inc [4] -> 5',
        '  n_? inc [2] -> 3',
        'n_0.2.1 list.len [[5,3]] -> 2']


def test_generated_calls_have_fixed_ids():
    assert trace_of('opt', 3) == ['n_hov inc [3] -> 4']


def test_workers_leave_no_events():
    assert trace_of('workers', 1) == []


def test_actor_messages():
    spawn, ask, child = trace_of('asked', 1)
    assert spawn.startswith('n_0.2.0 conc.spawn [1, "<closure ')
    assert ask == 'n_0.2.1 conc.ask ["<actor>", 3] -> 3'
    assert child == '  n_? inc [1] -> 2'


def test_failing_run_loses_the_open_nodes():
    assert trace_of_failure('around', 0) == ['n_0.2.0 inc [0] -> 1']
    assert trace_of_failure('lost', 0) == ['n_0.2.0 inc [5] -> 6']


def test_failing_effect_keeps_its_error():
    assert trace_of_failure('slice', 1) == [
        'n_0.2 str.slice ["abc", 2, 1] ! str.slice: reversed range [2..1]']


def test_failing_effect_below_an_open_call_is_lost_with_it():
    assert trace_of_failure('around_slice', 1) == []


def test_refinement_failure_leaves_no_node():
    assert trace_of_failure('refused', 0) == ['n_0.2.0 inc [0] -> 1']


def test_failure_inside_a_list_instruction():
    assert trace_of_failure('nested', 0) == ['n_0.2.0 inc [1] -> 2']


def test_recorder_goes_on_after_a_failure():
    session = session_of(SOURCE)
    recorder = session.observe()
    failure(session, 'inner_error', 0)
    assert recorder.barrier == 0
