"""What recorders and hooks cost compiled code."""

from interpreter.machine.modes import HOOKED, OBSERVED
from tests.jit.support import Run, operations, peeled, programs

PROGRAM = '''
fn recorded(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => recorded(n - 1, acc + n) }
}
fn performed(n :: Int, k :: Int) -> [io] Int { n * n + k }
fn sum_performed(n :: Int, acc :: Int) -> [io] Int {
  match n { 0 => acc, _ => sum_performed(n - 1, acc + performed(n, n)) }
}

fn offered(n :: Int, k :: Int) -> Int { n * n + k }
fn sum_offered(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => sum_offered(n - 1, acc + offered(n, n)) }
}
fn to_and(n :: Int, k :: Int) -> Int { if n == 0 { k } else { fro(n - 1, k + 1) } }
fn fro(n :: Int, k :: Int) -> Int { if n == 0 { 0 - k } else { to_and(n - 1, k + 2) } }
'''

programs.add(PROGRAM, [
    Run('recorded', 300, 0, mode=OBSERVED), Run('sum_performed', 300, 0, mode=OBSERVED),
    Run('sum_offered', 300, 0, mode=HOOKED), Run('to_and', 200, 0, mode=HOOKED)])


def loop_of(run):
    [loop] = [loop for loop in run.loops if 'jump' in operations(loop)][:1]
    return peeled(loop)


def starting(names, prefix):
    return [name for name in names if name.startswith(prefix)]


def test_calls_of_the_recorder():
    """With a recorder that keeps nothing: one call for each event, and nothing
    else; sites and callees are constants.  (Writing to a file, those that end a node
    say that they might force the frame; they never do.)"""
    for name, events in [('recorded', 2), ('sum_performed', 4)]:
        names = loop_of(programs.run_of(name))
        assert len(starting(names, 'call')) == events
        assert starting(names, 'call_may_force') == []
        assert starting(names, 'guard_not_forced') == []
        # The values that the events are given are boxed.
        assert len(starting(names, 'new_array')) == events // 2
        assert starting(names, 'setarrayitem_raw') == []


def test_functions_that_the_hook_does_not_accept():
    """No call is left that could ask it, and nothing is read or written."""
    assert len(programs.run_of('sum_offered').loops) > 0
    names = loop_of(programs.run_of('to_and'))
    for prefix in ['call', 'new', 'setfield', 'getfield', 'setarrayitem',
                   'getarrayitem']:
        assert starting(names, prefix) == []
