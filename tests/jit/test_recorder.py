"""What recording costs compiled code."""

from interpreter.machine.modes import OBSERVED
from tests.jit.support import LexJit, Run, operations, peeled

PROGRAM = '''
fn sum_to(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => sum_to(n - 1, acc + n) }
}
fn square(n :: Int, k :: Int) -> [io] Int { n * n + k }
fn sum_squares(n :: Int, acc :: Int) -> [io] Int {
  match n { 0 => acc, _ => sum_squares(n - 1, acc + square(n, n)) }
}
'''


def loop_of(run):
    [loop] = [loop for loop in run.loops if 'jump' in operations(loop)][:1]
    return peeled(loop)


def starting(names, prefix):
    return [name for name in names if name.startswith(prefix)]


class TestRecorderCosts(LexJit):

    def test_calls_of_the_recorder(self):
        """With a recorder that keeps nothing: one call for each event, and nothing
        else; sites and callees are constants.  (Writing to a file, the calls say that
        they might force the frame; they never do.)"""
        runs = self.meta(PROGRAM, [Run('sum_to', 300, 0), Run('sum_squares', 300, 0)],
                         mode=OBSERVED)
        for run, events in zip(runs, [2, 4]):
            names = loop_of(run)
            assert len(starting(names, 'call')) == events
            assert starting(names, 'call_may_force') == []
            assert starting(names, 'guard_not_forced') == []
            # The values that the events are given are boxed.
            assert len(starting(names, 'new_array')) == events // 2
            assert starting(names, 'setarrayitem_raw') == []
