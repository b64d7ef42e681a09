"""What a hook costs compiled code."""

from interpreter.machine.modes import HOOKED
from tests.jit.support import LexJit, Run, operations, peeled

PROGRAM = '''
fn square(n :: Int, k :: Int) -> Int { n * n + k }
fn sum_squares(n :: Int, acc :: Int) -> Int {
  match n { 0 => acc, _ => sum_squares(n - 1, acc + square(n, n)) }
}
fn even(n :: Int, k :: Int) -> Int { if n == 0 { k } else { odd(n - 1, k + 1) } }
fn odd(n :: Int, k :: Int) -> Int { if n == 0 { 0 - k } else { even(n - 1, k + 2) } }
'''


class TestHookCosts(LexJit):

    def test_functions_that_the_hook_does_not_accept(self):
        """No call is left that could ask it, and nothing is read or written."""
        runs = self.meta(PROGRAM, [Run('sum_squares', 300, 0), Run('even', 200, 0)],
                         mode=HOOKED)
        for run in runs:
            assert len(run.loops) > 0
        [loop] = [loop for loop in runs[1].loops if 'jump' in operations(loop)][:1]
        names = peeled(loop)
        for prefix in ['call', 'new', 'setfield', 'getfield', 'setarrayitem',
                       'getarrayitem']:
            assert [name for name in names if name.startswith(prefix)] == []
