"""Which steps of the call protocol each kind of call performs.

The functions of the program below are called once for each kind; every test
id is a cell of the table in docs/contract.rst.
"""

import pytest

from interpreter.effects.policy import permissive
from jit_policy import EligibleHook
from tests.machine.support import outcome, session_of

KINDS = ['Call', 'TailCall', 'CallClosure', 'host', 'list', 'par_map', 'actor']

CALLS = '''
import "std.list" as list
import "std.conc" as conc
fn call(n :: Int) -> Int { 0 + NAME(n) }
fn tail_call(n :: Int) -> Int { NAME(n) }
fn call_closure(n :: Int) -> Int {
  let f := NAME
  f(n)
}
fn mapped(n :: Int) -> List[Int] { list.map([n], NAME) }
fn par_mapped(n :: Int) -> List[Int] { list.par_map([n], NAME) }
'''

ASKED = '''
fn asked(n :: Int) -> [concurrent] Int {
  let a := conc.spawn(n, handler)
  conc.ask(a, n)
}
'''

ENTRIES = {'Call': 'call', 'TailCall': 'tail_call', 'CallClosure': 'call_closure',
           'list': 'mapped', 'par_map': 'par_mapped', 'actor': 'asked'}

CALLEES = {
    'leaf': '''
fn leaf(n :: Int) -> Int { n + 1 }
fn handler(s :: Int, n :: Int) -> (Int, Int) { (s, n + 1) }
''',
    'costly': '''
fn costly(n :: Int) -> [budget(10)] Int { n + 1 }
fn handler(s :: Int, n :: Int) -> [budget(10)] (Int, Int) { (s, n + 1) }
''',
    'positive': '''
fn positive(n :: Int{x | x > 0}) -> Int { n + 1 }
fn handler(s :: Int{x | x > 0}, n :: Int) -> (Int, Int) { (s, n + 1) }
''',
}


def session(callee, policy=None):
    source = CALLS.replace('NAME', callee) + ASKED + CALLEES[callee]
    return session_of(source, policy=policy)


def entry(kind, callee):
    return ENTRIES.get(kind, callee)


def perform(session, kind, callee, argument):
    return outcome(session, entry(kind, callee), [argument])


@pytest.mark.parametrize('kind, used', zip(KINDS, [10, 10, 10, 0, 0, 0, 0]))
def test_budget(kind, used):
    policy = permissive()
    policy.budget = 100
    s = session('costly', policy)
    assert 'result' in perform(s, kind, 'costly', 1)
    assert s.host.budget_used == used


@pytest.mark.parametrize('kind, checked', zip(
    KINDS, [True, True, False, True, True, True, True]))
def test_refinements(kind, checked):
    seen = perform(session('positive'), kind, 'positive', -1)
    if checked:
        assert ('refinement violated' in seen['error'] or
                'RefinementFailed' in seen['error'])
    else:
        assert seen == {'result': 0}


@pytest.mark.parametrize('kind, probes', zip(KINDS, [1, 0, 0, 0, 0, 0, 0]))
def test_memo(kind, probes):
    s = session('leaf')
    perform(s, kind, 'leaf', 1)
    assert s.vm.memo_misses == probes
    perform(s, kind, 'leaf', 1)
    assert s.vm.memo_hits == probes


class _Noting(EligibleHook):
    """Declines, and keeps the names of what it was asked about."""

    def __init__(self, functions):
        self.functions = functions
        self.names = []

    def try_call(self, fn_id, args_w, steps, limit):
        self.names.append(self.functions[fn_id].name)
        return None


@pytest.mark.parametrize('kind, consulted', zip(
    KINDS, [True, True, False, True, True, False, True]))
def test_hook(kind, consulted):
    s = session('leaf')
    hook = _Noting(s.program.functions)
    s.install_hook(hook)
    perform(s, kind, 'leaf', 1)
    name = 'leaf'
    if kind == 'actor':
        name = 'handler'
    assert (name in hook.names) == consulted


@pytest.mark.parametrize('kind, recorded', zip(
    KINDS, [True, True, True, False, False, False, False]))
def test_trace(kind, recorded):
    s = session('leaf')
    recorder = s.observe()
    perform(s, kind, 'leaf', 1)
    targets = []
    nodes = list(recorder.completed)
    while nodes:
        node = nodes.pop()
        targets.append(node.site.target)
        nodes.extend(node.children)
    assert ('leaf' in targets or 'handler' in targets) == recorded


@pytest.mark.parametrize('kind, frames', zip(KINDS, [2, 1, 2, 1, 2, 1, 2]))
def test_depth(kind, frames):
    s = session('leaf')
    s.vm.max_depth = frames
    assert 'result' in perform(s, kind, 'leaf', 1)
    s.vm.max_depth = frames - 1
    s.program.find('leaf').memo.entries.clear()
    assert ('recursion depth exceeded' in perform(s, kind, 'leaf', 2)['error'] or
            'CallStackOverflow' in perform(s, kind, 'leaf', 2)['error'])


@pytest.mark.parametrize('kind', KINDS[2:])
def test_arity(kind):
    """The compiler counts the arguments of calls by name."""
    source = (CALLS + ASKED).replace('NAME', 'two') + '''
fn two(a :: Int, b :: Int, c :: Int) -> Int { a + b + c }
fn handler(s :: Int) -> (Int, Int) { (s, 1) }
'''
    start = source.index('fn call(')
    stop = source.index('fn call_closure(')
    s = session_of(source[:start] + source[stop:])
    assert 'arity mismatch calling' in perform(s, kind, 'two', 1)['error']
