"""Where the profiler says that steps go, against what is known of programs."""

import pytest

from interpreter.effects.interrupts import Check
from interpreter.machine import profiler
from interpreter.machine.modes import CALLS
from interpreter.objects.errors import VMError
from interpreter.objects.numbers import newint
from tests.machine.support import session_of

SOURCE = '''
import "std.list" as list
fn light(n :: Int) -> Int { if n == 0 { 0 } else { light(n - 1) } }
fn work(n :: Int) -> Int { light(n) + 1 }
fn both(n :: Int) -> Int { work(n * 3) + work(n) }
fn fib(n :: Int) -> Int { match n { 0 => 0, 1 => 1, _ => fib(n - 1) + fib(n - 2) } }
fn deep(n :: Int) -> Int { if n == 0 { 0 } else { 1 + deep(n - 1) } }
fn mapped(n :: Int) -> Int {
  list.len(list.map(list.range(0, n), fn (k :: Int) -> Int { light(k) + 1 }))
}
fn even(n :: Int) -> Int { if n == 0 { 1 } else { odd(n - 1) } }
fn odd(n :: Int) -> Int { if n == 0 { 0 } else { even(n - 1) } }
fn fails(n :: Int) -> Int { if n == 0 { 1 / n } else { fails(n - 1) } }
'''


@pytest.fixture(autouse=True)
def steady(monkeypatch):
    """Intervals do not grow, however fast the machine is."""
    monkeypatch.setattr(profiler, 'NS_BETWEEN_SAMPLES', 0)


class Profile(object):
    """``stacks`` maps tuples of names to steps."""

    def __init__(self, name, n, interval=50, limit=0, mode=0):
        self.session = session_of(SOURCE, limit)
        vm = self.session.vm
        vm.add_check(Check())
        found = self.session.profile(interval)
        vm.base_mode |= mode
        self.error = None
        try:
            self.session.invoke(name, [newint(n)])
        except VMError as error:
            self.error = error
        found.end(vm.steps())
        self.steps = vm.steps()
        self.stacks = {}
        self._add(found.root, ())

    def _add(self, node, stack):
        if node.steps:
            names = tuple(self.name(site) for site in stack)
            self.stacks[names] = self.stacks.get(names, 0) + node.steps
        for site in node.children:
            self._add(node.children[site], stack + (site,))

    def name(self, site):
        function = self.session.program.functions[profiler.function_of(site)]
        return function.name

    def share(self, name):
        """Of all steps, those with this function on top."""
        return sum(steps for stack, steps in self.stacks.items()
                   if stack[-1:] == (name,)) / float(self.steps)


@pytest.mark.parametrize('name,n', [('both', 50), ('fib', 15), ('deep', 200),
                                    ('mapped', 40), ('even', 1000), ('fails', 200)])
def test_all_steps_are_counted(name, n):
    plain = session_of(SOURCE, 0)
    try:
        plain.invoke(name, [newint(n)])
    except VMError:
        pass
    for interval in [1, 7, 100, 100000]:
        profile = Profile(name, n, interval)
        assert profile.steps == plain.vm.steps()
        assert sum(profile.stacks.values()) == profile.steps


def test_stacks():
    profile = Profile('both', 200)
    inner = ('both', 'work', 'light')
    assert max(profile.stacks, key=profile.stacks.get) == inner
    assert set(profile.stacks) <= set([inner, inner[:2], inner[:1]])
    assert profile.share('light') > 0.97


def test_recursion():
    profile = Profile('fib', 16)
    assert profile.share('fib') == 1
    assert max(len(stack) for stack in profile.stacks) > 8


def test_a_deep_stack_is_kept_at_both_ends(monkeypatch):
    monkeypatch.setattr(profiler, 'KEPT_CALLS', 5)
    profile = Profile('deep', 300)
    assert max(len(stack) for stack in profile.stacks) == 5 + 5


def test_closures_of_lists():
    profile = Profile('mapped', 60)
    stack = max(profile.stacks, key=profile.stacks.get)
    assert (stack[0], stack[2:]) == ('mapped', ('light',))
    assert stack[1].startswith('__lambda_')


def test_tail_calls_share_a_frame():
    profile = Profile('even', 2000)
    assert set(profile.stacks) == set([('even',), ('odd',)])
    assert 0.4 < profile.share('even') < 0.6


def test_the_limit_is_exact():
    plain = session_of(SOURCE, 500)
    with pytest.raises(VMError):
        plain.invoke('even', [newint(100000)])
    profile = Profile('even', 100000, 30, 500)
    assert 'step limit' in profile.error.display()
    assert profile.steps == plain.vm.steps()
    assert sum(profile.stacks.values()) == profile.steps


def test_shares_do_not_depend_on_the_interval():
    shares = [Profile('both', 100, interval).share('light')
              for interval in [3, 10, 33, 100]]
    assert max(shares) - min(shares) < 0.02


def test_calls_are_counted():
    profile = Profile('fib', 10, mode=CALLS)
    by_name = dict((f.name, f.calls) for f in profile.session.program.functions)
    assert by_name['fib'] == 11         # the memo answers the others
    assert by_name['light'] == 0
    profile = Profile('even', 10, mode=CALLS)
    by_name = dict((f.name, f.calls) for f in profile.session.program.functions)
    assert (by_name['even'], by_name['odd']) == (6, 5)


def test_samples_become_rare(monkeypatch):
    monkeypatch.setattr(profiler, 'NS_BETWEEN_SAMPLES', 1000 * 1000 * 1000)
    found = profiler.Profiler(10, profiler.FIRST_INTERVAL)
    steps = 0
    for i in range(2000):
        steps += max(1, found.look(steps, i, 1))
    assert found.interval > profiler.FIRST_INTERVAL
