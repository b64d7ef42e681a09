"""The steps of the call protocol happen in their order."""

from interpreter.effects.policy import permissive
from interpreter.machine.hook import JitHook
from interpreter.objects.errors import EffectError
from jit_policy import EligibleHook
from tests.machine.support import call, failure, session_of

SOURCE = '''
fn both(n :: Int{x | x > 0}) -> [budget(10)] Int { n }
fn costs_and_refuses(n :: Int) -> [budget(10)] Int { 1 + both(n) }
fn pure(n :: Int{x | x > 0}) -> Int { n }
fn refuses(n :: Int) -> Int { 1 + pure(n) }
fn twice(n :: Int) -> [budget(10)] Int { both(n) + both(n) }
fn tail(n :: Int) -> [budget(10)] Int { both(n) }
fn two_budgets(n :: Int) -> [budget(3), budget(4)] Int { n }
fn sums(n :: Int) -> [budget(7)] Int { 0 + two_budgets(n) }
fn workers(n :: Int) -> [budget(10)] List[Int] {
  list.par_map([n, n], fn (x :: Int) -> Int { 0 + both(x) })
}
fn inc(n :: Int) -> Int { n + 1 }
fn call_inc(n :: Int) -> Int { 0 + inc(n) }
'''
SOURCE = 'import "std.list" as list\n' + SOURCE


def session_with_budget(ceiling):
    policy = permissive()
    policy.budget = ceiling
    return session_of(SOURCE, policy=policy)


def test_budget_is_charged_before_a_refinement_fails():
    session = session_with_budget(100)
    assert 'refinement violated' in failure(session, 'costs_and_refuses', 0)
    assert session.host.budget_used == 10


def test_budget_refuses_before_refinements_are_looked_at():
    session = session_with_budget(5)
    assert failure(session, 'costs_and_refuses', 0) == (
        'effect handler error: budget exceeded: requested 10, used so far 0, '
        'ceiling 5')


def test_budget_of_two_calls():
    session = session_with_budget(15)
    assert failure(session, 'twice', 1) == (
        'effect handler error: budget exceeded: requested 10, used so far 10, '
        'ceiling 15')


def test_no_ceiling_never_refuses():
    session = session_of(SOURCE)
    assert call(session, 'twice', 1) == 2
    assert session.host.budget_used == 0


def test_budget_of_a_tail_call():
    session = session_with_budget(9)
    assert 'budget exceeded' in failure(session, 'tail', 1)


def test_budgets_of_one_function_add_up():
    session = session_with_budget(7)
    call(session, 'sums', 1)
    assert session.host.budget_used == 7


def test_workers_share_the_budget():
    session = session_with_budget(15)
    assert failure(session, 'workers', 1) == (
        'effect handler error: par_map worker: Effect("budget exceeded: '
        'requested 10, used so far 10, ceiling 15")')


def test_entry_is_not_charged():
    session = session_with_budget(0)
    assert call(session, 'both', 1) == 1


def test_refinement_fails_before_the_memo_is_probed():
    session = session_of(SOURCE)
    failure(session, 'refuses', 0)
    assert session.vm.memo_misses == 0


def test_memo_is_probed_before_the_hook_is_asked():
    class Counts(EligibleHook):
        asked = 0

        def try_call(self, fn_id, args_w, steps, limit):
            Counts.asked += 1
            return None

    session = session_of(SOURCE)
    assert call(session, 'call_inc', 1) == 2
    session.install_hook(Counts())
    assert call(session, 'call_inc', 1) == 2
    assert Counts.asked == 1        # the entry, not inc


def test_miss_is_counted_before_the_depth_is_checked():
    session = session_of(SOURCE)
    session.vm.max_depth = 1
    failure(session, 'call_inc', 1)
    assert session.vm.memo_misses == 1


def test_failed_call_is_not_kept_in_the_memo():
    session = session_of(SOURCE)
    session.vm.max_depth = 1
    failure(session, 'call_inc', 1)
    session.vm.max_depth = 2
    assert call(session, 'call_inc', 1) == 2
    assert session.vm.memo_hits == 0


def test_hook_error_comes_before_trace_events():
    class Fails(JitHook):
        def try_call(self, fn_id, args_w, steps, limit):
            raise EffectError('no')

        def accepts_function(self, code):
            return code.name == 'inc'

    session = session_of(SOURCE)
    session.install_hook(Fails())
    recorder = session.observe()
    failure(session, 'call_inc', 1)
    assert recorder.completed == [] and recorder.open == []
