"""Calling a function of a program: whatever ends the call becomes a message."""

from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow

from interpreter import memory
from interpreter.cli import stack_report
from interpreter.cli.failure import CommandError
from interpreter.cli.repetition import invoke_repeatedly
from interpreter.cli.stack_report import RUNTIME
from interpreter.effects.interrupts import Interrupted, SignalCheck, signals
from interpreter.objects.errors import VMError
from interpreter.objects.pace import pace


class Attention(object):
    """While it lasts, signals and the limit of native work end what a Session runs."""

    def __init__(self, session, max_steps):
        session.vm.add_check(SignalCheck())
        pace.bound(max_steps)
        signals.install()

    def end(self):
        signals.uninstall()


def invoke(session, function, args_w, sources, repeat=0):
    """-> the result.  Calls ``repeat`` times if that is not 0, with a report of each;
    ``sources`` are the texts of the program.

    Raises CommandError with a message that starts with RUNTIME, or if a signal came;
    and OutputError.
    """
    try:
        if repeat == 0:
            return session.invoke(function, args_w)
        return invoke_repeatedly(session, function, args_w, repeat)
    except VMError as error:
        raise stack_report.failure(error, session.program, function, sources)
    except MemoryError:
        memory.limit.lift()
        raise CommandError(RUNTIME + memory.limit.message())
    except StackOverflow:
        check_stack_overflow()
        raise CommandError(RUNTIME + 'call stack overflow: '
                           'the native stack is used up')
    except Interrupted as error:
        raise CommandError(error.message, error.exit_code)
