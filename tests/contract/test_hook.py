"""The JitHook: what it is asked, and what the machine does with answers."""

import pytest

from interpreter.machine.hook import JitHook
from interpreter.machine.modes import HOOKED
from interpreter.objects.errors import Panic
from interpreter.objects.numbers import newint
from jit_policy import EligibleHook
from tests.contract.outline import outline
from tests.machine.support import call, failure, session_of

SOURCE = '''
import "std.list" as list
import "std.io" as io
fn inc(n :: Int) -> Int { n + 1 }
fn other(n :: Int) -> Int { n * 2 }
fn by_call(n :: Int) -> Int { 0 + inc(n) }
fn twice(n :: Int) -> Int { inc(n) + inc(n) }
fn by_tail(n :: Int) -> Int { inc(n) }
fn keyed(n :: Int) -> Int { 0 + by_tail(n) }
fn through_list(n :: Int) -> List[Int] { list.map([n, n + 1], inc) }
fn loop(n :: Int, acc :: Int) -> Int { match n { 0 => inc(acc), _ => loop(n - 1, acc + 1) } }
fn say(n :: Int) -> [io] Int { n }
fn positive(n :: Int{x | x > 0}) -> Int { n }
fn refused(n :: Int) -> [io] Int { say(n) + positive(n) }
fn deep(n :: Int) -> Int { match n { 0 => 0 + inc(1), _ => 0 + deep(n - 1) } }
fn deeper(n :: Int) -> Int { 0 + deep(n) }
fn quadruple(n :: Int) -> Int { twice(n) + twice(n) }
fn outer(n :: Int) -> Int { 0 + by_call(n) }
'''


class Answers(EligibleHook):
    """Answers 100 for ``inc``; keeps what it was asked."""

    def __init__(self, session, name='inc', value=100):
        self.fn_id = session.program.find(name).index
        self.value = value
        self.asked = []

    def try_call(self, fn_id, args_w, steps, limit):
        if fn_id != self.fn_id:
            return None
        self.asked.append(([w.intval for w in args_w], steps.used(), limit))
        return newint(self.value)


def hooked(max_steps=1000, name='inc', value=100):
    session = session_of(SOURCE, max_steps)
    hook = Answers(session, name, value)
    session.install_hook(hook)
    return session, hook


@pytest.mark.parametrize('hook', [JitHook(), EligibleHook()])
def test_default_hooks_decline(hook):
    session = session_of(SOURCE)
    session.install_hook(hook)
    assert call(session, 'by_call', 1) == 2


def test_hook_that_accepts_no_function_is_not_consulted():
    session = session_of(SOURCE)
    session.install_hook(JitHook())
    assert not session.vm.base_mode & HOOKED


def test_hook_is_asked_once_about_each_function():
    class Counts(JitHook):
        names = []

        def accepts_function(self, code):
            self.names.append(code.name)
            return True

    session = session_of(SOURCE)
    session.install_hook(Counts())
    call(session, 'outer', 1)
    call(session, 'refused', 1)
    assert Counts.names == [code.name for code in session.program.functions]


def test_charged_steps_count():
    class Charges(Answers):
        def try_call(self, fn_id, args_w, steps, limit):
            if fn_id != self.fn_id:
                return None
            steps.charge(min(100, steps.left()))
            return newint(7)

    session = session_of(SOURCE, 1000)
    session.install_hook(Charges(session))
    assert call(session, 'by_call', 1) == 7
    assert session.steps() == 105
    session = session_of(SOURCE, 50)
    session.install_hook(Charges(session))
    assert failure(session, 'by_call', 1) == (
        'runtime panic: step limit exceeded in `by_call` (51 > 50)')


def test_declining_takes_back_the_charge():
    class Declines(EligibleHook):
        def try_call(self, fn_id, args_w, steps, limit):
            steps.charge(7)
            return None

    plain = session_of(SOURCE)
    assert call(plain, 'outer', 1) == 2
    session = session_of(SOURCE)
    session.install_hook(Declines())
    assert call(session, 'outer', 1) == 2
    assert session.steps() == plain.steps()


def test_a_failing_hook_keeps_its_charge():
    class Fails(EligibleHook):
        def accepts_function(self, code):
            return code.name == 'inc'

        def try_call(self, fn_id, args_w, steps, limit):
            steps.charge(7)
            raise Panic('no')

    session = session_of(SOURCE)
    session.install_hook(Fails())
    assert failure(session, 'by_call', 1) == 'runtime panic: no'
    assert session.steps() == 3 + 7


def test_answer_is_the_result_of_the_call():
    session, hook = hooked()
    assert call(session, 'by_call', 1) == 100


def test_hook_sees_arguments_steps_and_limit():
    session, hook = hooked(500)
    call(session, 'by_call', 7)
    assert hook.asked == [([7], 3, 500)]


def test_answer_is_kept_in_the_memo():
    session, hook = hooked()
    assert call(session, 'twice', 7) == 200
    assert len(hook.asked) == 1
    assert (session.vm.memo_hits, session.vm.memo_misses) == (1, 1)


def test_answered_tail_call_ends_the_caller():
    session, hook = hooked()
    assert call(session, 'by_tail', 7) == 100


def test_answered_tail_call_is_kept_under_the_callers_key():
    session, hook = hooked()
    assert call(session, 'keyed', 7) == 100
    assert call(session, 'keyed', 7) == 100
    assert len(hook.asked) == 1
    assert session.vm.memo_hits == 1


def test_answer_after_a_loop_of_tail_calls():
    session, hook = hooked()
    assert call(session, 'loop', 5, 0) == 100
    assert [args for args, _, _ in hook.asked] == [[5]]


def test_closures_run_by_list_instructions():
    session, hook = hooked()
    assert call(session, 'through_list', 1) == [100, 100]
    assert [args for args, _, _ in hook.asked] == [[1], [2]]


def test_host_entry():
    session, hook = hooked()
    assert call(session, 'inc', 1) == 100
    assert session.steps() == 0


def test_effects_and_refinements_are_never_asked_about():
    class Everything(EligibleHook):
        asked = []

        def try_call(self, fn_id, args_w, steps, limit):
            self.asked.append(fn_id)
            return None

    session = session_of(SOURCE)
    session.install_hook(Everything())
    assert call(session, 'refused', 3) == 6
    assert Everything.asked == []


def test_failure_is_the_error_of_the_call():
    class Fails(EligibleHook):
        def try_call(self, fn_id, args_w, steps, limit):
            raise Panic('step limit exceeded in `inc` (9 > 8) [JIT]')

    session = session_of(SOURCE)
    session.install_hook(Fails())
    recorder = session.observe()
    assert failure(session, 'by_call', 1) == (
        'runtime panic: step limit exceeded in `inc` (9 > 8) [JIT]')
    assert recorder.completed == []


def test_hook_that_reenters_obeys_the_depth_limit():
    class Reenters(JitHook):
        def __init__(self, session):
            self.session = session

        def accepts_function(self, code):
            return code.name == 'deep'

        def try_call(self, fn_id, args_w, steps, limit):
            return self.session.invoke('deep', args_w)

    for frames in [5, 6]:
        for depth_taken, entry in [(0, 'deep'), (1, 'deeper')]:
            session = session_of(SOURCE)
            session.vm.max_depth = frames + depth_taken
            session.install_hook(Reenters(session))
            if frames == 6:
                assert call(session, entry, 4) == 2
            else:
                assert 'recursion depth exceeded' in failure(session, entry, 4)


def test_hook_that_reenters_is_not_observed():
    class Reenters(JitHook):
        def __init__(self, session):
            self.session = session

        def accepts_function(self, code):
            return code.name == 'twice'

        def try_call(self, fn_id, args_w, steps, limit):
            return self.session.invoke('twice', args_w)

    session = session_of(SOURCE)
    session.install_hook(Reenters(session))
    recorder = session.observe()
    assert call(session, 'quadruple', 1) == 8
    assert outline(recorder) == ['n_0.2.0 twice [1] -> 4', 'n_0.2.1 twice [1] -> 4']


def test_hook_is_removed_while_it_runs():
    class Reenters(JitHook):
        def __init__(self, session):
            self.session = session
            self.depth = 0

        def accepts_function(self, code):
            return code.name == 'inc'

        def try_call(self, fn_id, args_w, steps, limit):
            self.depth += 1
            assert self.depth == 1
            assert not self.session.vm.base_mode & HOOKED
            result = call(self.session, 'by_call', 5)
            self.depth -= 1
            return newint(result * 1000)

    session = session_of(SOURCE)
    session.install_hook(Reenters(session))
    assert call(session, 'by_call', 1) == 6000
    assert session.vm.base_mode & HOOKED


def test_answers_need_no_frame():
    session, hook = hooked(0)
    assert call(session, 'deep', 1023) == 100


def test_events_of_an_answered_call():
    session, hook = hooked()
    recorder = session.observe()
    call(session, 'by_call', 7)
    assert outline(recorder) == ['n_0.2.1 inc [7] -> 100']


def test_events_of_an_answered_tail_call():
    session, hook = hooked(name='by_call', value=3)
    recorder = session.observe()
    call(session, 'outer', 7)
    assert outline(recorder) == ['n_0.2.1 by_call [7] -> 3']
    session, hook = hooked()
    recorder = session.observe()
    call(session, 'keyed', 7)
    assert outline(recorder) == ['n_0.2.1 by_tail [7] -> null',
                                 'n_0.2 inc [7] -> 100']


def test_no_events_for_answers_to_the_host():
    session, hook = hooked()
    recorder = session.observe()
    call(session, 'through_list', 1)
    assert outline(recorder) == []


class DeclinesAfter(EligibleHook):
    """Answers ``loop`` with ``None`` but for the first calls, which it fails
    or answers; counts what it was asked."""

    def __init__(self, session, answers):
        self.fn_id = session.program.find('loop').index
        self.answers = answers
        self.asked = 0

    def try_call(self, fn_id, args_w, steps, limit):
        if fn_id != self.fn_id:
            return None
        self.asked += 1
        if self.asked <= self.answers:
            return newint(7)
        return None


def test_fruitless_offers_end():
    session = session_of(SOURCE, 0)
    hook = DeclinesAfter(session, 0)
    session.install_hook(hook)
    assert call(session, 'loop', 100, 0) == 101
    assert hook.asked == 64
    assert call(session, 'loop', 50, 0) == 51
    assert hook.asked == 64


def test_offers_go_on_after_an_answer():
    session = session_of(SOURCE, 0)
    hook = DeclinesAfter(session, 1)
    session.install_hook(hook)
    assert call(session, 'loop', 100, 0) == 7
    assert call(session, 'loop', 100, 3) == 104
    assert hook.asked == 102


def test_installing_a_hook_starts_the_offers_anew():
    session = session_of(SOURCE, 0)
    session.install_hook(DeclinesAfter(session, 0))
    assert call(session, 'loop', 100, 0) == 101
    hook = DeclinesAfter(session, 0)
    session.install_hook(hook)
    assert call(session, 'loop', 100, 0) == 101
    assert hook.asked == 64
