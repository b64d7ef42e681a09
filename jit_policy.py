"""What the tracing JIT may look into, its default parameters and its statistics, and
what a JitHook may be asked about.

``targetlexvm.jitpolicy`` hands ``LexJitPolicy`` to the translator, the command line
applies ``DEFAULT_PARAMETERS`` and derives its hooks from ``EligibleHook``, and
``--jit-stats`` prints ``statistics.report()``.
"""

from rpython.jit.codewriter.policy import JitPolicy
from rpython.rlib import jit_hooks
from rpython.rlib.jit import Counters, JitHookInterface
from rpython.rlib.nonconst import NonConstant
from rpython.rlib.objectmodel import we_are_translated

from interpreter.machine.hook import JitHook


# Text for rpython.rlib.jit.set_user_param.  RPython's own defaults; trace_limit must
# not grow beyond 6000: longer traces overflow the 16-bit encoding of this RPython.
DEFAULT_PARAMETERS = 'default'

# Newer toolchains compile a trace that is too long up to where it is, and go on with
# another one.  The pinned one gives no such reason.
ABORT_SEGMENTED_TRACE = getattr(Counters, 'ABORT_SEGMENTED_TRACE', -1)

TRACED_PACKAGES = [
    'interpreter.bytecode', 'interpreter.effects', 'interpreter.machine',
    'interpreter.objects', 'interpreter.stdlib',
]


def is_inside(module, packages):
    """Tell whether a dotted module name belongs to one of the packages."""
    for package in packages:
        if module == package or module.startswith(package + '.'):
            return True
    return False


def is_eligible(code):
    """May a JitHook be asked about calls of a function?

    Nobody performs effects, budgets or the refinements of inner calls on behalf of a
    hook, so functions that declare any of them are left to the machine.
    """
    return code.is_pure and not code.has_refinements()


class EligibleHook(JitHook):
    """A hook for all eligible functions."""

    def accepts_function(self, code):
        return is_eligible(code)


class LexJitPolicy(JitPolicy):
    """Traces the machine and the values; the front end and the shell are calls."""

    def look_inside_function(self, func):
        module = func.__module__ or ''
        if is_inside(module, ['interpreter']):
            return is_inside(module, TRACED_PACKAGES)
        return module not in ('targetlexvm', 'jit_policy')


# Programs can be traced again and again; the text of events would grow for ever.
MOST_EVENTS = 1 << 16


def variable_zero():
    """A 0 that the annotator does not take for a constant.

    The hooks, which count further, are annotated too late to change its mind.
    """
    if we_are_translated():
        return NonConstant(0)
    return 0


def variable_text():
    """An empty text that the annotator takes for any text.  The hooks, which add to
    it, are annotated too late to change its mind."""
    if we_are_translated():
        return NonConstant('any \x00')[5:]
    return ''


class Build(object):
    """What the translation makes; constant in the program."""

    has_jit = False

    def _freeze_(self):
        return True


build = Build()


class JitStatistics(object):
    """What the JIT did since ``reset``: nothing in a build without it.

    ``events`` has a line for each compiled loop and each abandoned trace, with the
    name of the function where it starts, up to about MOST_EVENTS characters.
    """

    def __init__(self):
        self.reset()

    def reset(self):
        zero = variable_zero()
        self.loops = zero
        self.bridges = zero
        self.aborts_too_long = zero
        self.aborts_bridge = zero
        self.aborts_bad_loop = zero
        self.aborts_escape = zero
        self.aborts_quasi_immutable = zero
        self.aborts_segmented = zero
        self.aborts_other = zero
        self.events = variable_text()

    def aborts(self):
        """The number of abandoned traces, whatever the reason."""
        return (self.aborts_too_long + self.aborts_bridge + self.aborts_bad_loop +
                self.aborts_escape + self.aborts_quasi_immutable +
                self.aborts_segmented + self.aborts_other)

    def has_profile(self):
        """Until something is traced the toolchain's counters do not exist."""
        return build.has_jit and self.loops + self.bridges + self.aborts() > 0

    def forcings(self):
        """How often the frame of running compiled code had to be written back because
        somebody else wanted to see it."""
        if self.has_profile():
            return jit_hooks.stats_get_counter_value(None, Counters.OPT_FORCINGS)
        return 0

    def report(self):
        """The statistics as lines of text, one subject a line."""
        lines = [
            'jit: %d loops, %d bridges, %d aborts' % (
                self.loops, self.bridges, self.aborts())]
        self._add(lines, self.forcings(), 'forcings')
        self._add(lines, self.aborts_too_long, 'aborted: trace too long')
        self._add(lines, self.aborts_bridge, 'aborted: bridge')
        self._add(lines, self.aborts_bad_loop, 'aborted: bad loop')
        self._add(lines, self.aborts_escape, 'aborted: frame escapes')
        self._add(lines, self.aborts_quasi_immutable, 'aborted: changed constant')
        self._add(lines, self.aborts_segmented, 'aborted: trace cut into segments')
        self._add(lines, self.aborts_other, 'aborted: other')
        if self.has_profile():
            lines.append('jit: %d us tracing, %d us compiling' % (
                self._microseconds(Counters.TRACING),
                self._microseconds(Counters.BACKEND)))
        text = '\n'.join(lines) + '\n' + self.events
        if len(self.events) >= MOST_EVENTS:
            text += 'jit: further events are not listed\n'
        return text

    def _microseconds(self, counter):
        return int(jit_hooks.stats_get_times_value(None, counter) * 1e6)

    def _add(self, lines, count, what):
        if count > 0:
            lines.append('jit: %d %s' % (count, what))


statistics = JitStatistics()


def count_abort(reason):
    """Count one abort; reason is a number of ``rpython.rlib.jit.Counters``."""
    if reason == Counters.ABORT_TOO_LONG:
        statistics.aborts_too_long += 1
    elif reason == Counters.ABORT_BRIDGE:
        statistics.aborts_bridge += 1
    elif reason == Counters.ABORT_BAD_LOOP:
        statistics.aborts_bad_loop += 1
    elif reason == Counters.ABORT_ESCAPE:
        statistics.aborts_escape += 1
    elif reason == Counters.ABORT_FORCE_QUASIIMMUT:
        statistics.aborts_quasi_immutable += 1
    elif reason == ABORT_SEGMENTED_TRACE:
        statistics.aborts_segmented += 1
    else:
        statistics.aborts_other += 1


def note(event):
    """Add a line to the events, unless there are too many."""
    if len(statistics.events) < MOST_EVENTS:
        statistics.events = statistics.events + event


def reason_of_abort(reason):
    """A number of ``rpython.rlib.jit.Counters`` as text."""
    if reason == Counters.ABORT_TOO_LONG:
        return 'trace too long'
    elif reason == Counters.ABORT_BRIDGE:
        return 'bridge'
    elif reason == Counters.ABORT_BAD_LOOP:
        return 'bad loop'
    elif reason == Counters.ABORT_ESCAPE:
        return 'frame escapes'
    elif reason == Counters.ABORT_FORCE_QUASIIMMUT:
        return 'changed constant'
    elif reason == ABORT_SEGMENTED_TRACE:
        return 'trace cut into segments'
    return 'other'


class LexJitHooks(JitHookInterface):
    """Feeds ``statistics``.

    The translator annotates the hooks after the program: they may only touch attributes
    that the program itself reads and writes, and call no methods of its objects.
    """

    def on_abort(self, reason, jitdriver, greenkey, greenkey_repr, logops, operations):
        count_abort(reason)
        note('jit: aborted at ' + greenkey_repr + ': ' + reason_of_abort(reason) + '\n')

    def on_trace_too_long(self, jitdriver, greenkey, greenkey_repr):
        note('jit: not inlined any more: ' + greenkey_repr + '\n')

    def after_compile(self, debug_info):
        statistics.loops += 1
        note('jit: ' + debug_info.type + ' at ' + debug_info.get_greenkey_repr() + '\n')

    def after_compile_bridge(self, debug_info):
        statistics.bridges += 1
