"""Running the inputs of an interactive session."""

from interpreter.check.types import UNIT, prune
from interpreter.cli.failure import EXIT_ERROR, CommandError
from interpreter.cli.invocation import invoke
from interpreter.cli.value_text import shown
from interpreter.cli.workspace import INPUT
from interpreter.effects import clock, watchdog
from interpreter.effects.interrupts import (
    EXIT_SIGNAL, Interrupted, Interrupts, SignalCheck, signals)
from interpreter.objects.pace import pace

# So much of a value is shown, in bytes.
MOST_SHOWN = 64 * 1024

SIGINT = 2


class Outcome(object):
    """What an input gave, and what that took."""

    def __init__(self, expression, w_value, steps, nanoseconds, recorder):
        self.expression = expression
        self.w_value = w_value
        self.steps = steps
        self.nanoseconds = nanoseconds
        self.recorder = recorder                # TreeRecorder, or None

    def shown(self, paint):
        """The value with its type, '' for the unit."""
        if prune(self.expression.inferred.type) is UNIT:
            return ''
        names = ', '.join(self.expression.names)
        if names != '':
            names = paint.strong(names) + ' = '
        return '%s%s %s' % (names, shown(self.w_value, MOST_SHOWN),
                            paint.frame(':: ' + self.expression.type_text()))


class Evaluator(object):

    def __init__(self, workspace, reporter):
        self.workspace = workspace
        self.reporter = reporter

    def evaluate(self, expression, is_traced=False):
        """The Outcome of a workspace.Expression, whose value gets its names.  Raises
        Rejected, CommandError if it fails or is interrupted, and Interrupted for a
        signal that ends the session."""
        workspace = self.workspace
        limits = workspace.options.limits
        host = workspace.host
        host.interrupts = Interrupts()
        session = workspace.session(expression)
        limits.start(self.reporter)
        limits.apply(session)
        session.vm.add_check(SignalCheck())
        pace.bound(limits.steps)
        recorder = None
        if is_traced:
            recorder = session.observe()
        args_w = [binding.w_value for binding in expression.arguments]
        before = clock.monotonic_ns()
        try:
            w_value = invoke(session, INPUT, args_w, workspace.sources)
        except CommandError as error:
            raise self._failure(error)
        finally:
            nanoseconds = clock.monotonic_ns() - before
            watchdog.stop()
            host.flush()
            for memo in session.vm.used_memos:
                memo.forget_results()
        workspace.keep(expression, w_value)
        return Outcome(expression, w_value, session.steps(), nanoseconds, recorder)

    def _failure(self, error):
        """What an error is for the session."""
        if error.code == EXIT_SIGNAL + SIGINT:
            signals.forget()
            return CommandError('interrupted')
        if error.code > EXIT_SIGNAL:
            raise Interrupted(error.message, error.code)
        if error.code != EXIT_ERROR:
            error.code = EXIT_ERROR
        return error
