"""The errors of running programs.

Every class knows two texts: ``display()`` is what the user reads, ``debug()``
is the structural form that some messages embed (docs/language.rst).
``steps_settled`` tells whether the step counter of the machine already
includes the instructions up to the error.  ``stack`` grows while the error leaves
activation after activation.
"""

from interpreter.objects.quote import debug_quoted


# An error inside an error is quoted, at worst once for every frame: then each
# quoting doubles the text.
MAX_QUOTED = 1 << 16


def _shortened(text):
    """``text``, or its start and an ellipsis if it is very long."""
    if len(text) <= MAX_QUOTED:
        return text
    end = MAX_QUOTED
    while end > 0 and ord(text[end]) & 0xC0 == 0x80:        # within a character
        end -= 1
    assert end >= 0
    return text[:end] + '\xe2\x80\xa6'


class StackEntry(object):
    """An activation of the function ``code`` (bytecode.program.Function) that failed
    at the instruction ``pc``, -1 if a hook ran it; ``count`` of them in a row failed
    there."""

    def __init__(self, code, pc):
        self.code = code
        self.pc = pc
        self.count = 1


class VMError(Exception):
    """Root of the errors that end a run with ``error: runtime: ...``.  What turns
    errors of closures into values leaves those alone that end the run.

    ``stack`` holds StackEntries, the innermost first; ``w_value`` is the value that
    was wrong, None if the message shows it or there is none.
    """
    steps_settled = False
    ends_run = False
    stack = None
    w_value = None

    def passes(self, code, pc):
        """The error leaves an activation of ``code`` at ``pc``."""
        stack = self.stack
        if stack is None:
            stack = []
            self.stack = stack
        if len(stack) > 0:
            last = stack[len(stack) - 1]
            if last.code is code and last.pc == pc:
                last.count += 1
                return
        stack.append(StackEntry(code, pc))

    def entries(self):
        """The StackEntries, the innermost first."""
        stack = self.stack
        if stack is None:
            return []
        return stack

    def display(self):
        raise NotImplementedError

    def debug(self):
        raise NotImplementedError

    def __str__(self):
        return self.display()


class _MessageError(VMError):
    prefix = ''
    name = ''

    def __init__(self, msg):
        self.msg = msg

    def display(self):
        return self.prefix + self.msg

    def debug(self):
        return self.name + '(' + debug_quoted(_shortened(self.msg)) + ')'


class Panic(_MessageError):
    prefix = 'runtime panic: '
    name = 'Panic'


class TypeMismatch(_MessageError):
    prefix = 'type mismatch at runtime: '
    name = 'TypeMismatch'


class EffectError(_MessageError):
    prefix = 'effect handler error: '
    name = 'Effect'


class CallStackOverflow(VMError):
    def __init__(self, limit):
        self.limit = limit

    def display(self):
        return 'call stack overflow: recursion depth exceeded (%d)' % self.limit

    def debug(self):
        return 'CallStackOverflow(%d)' % self.limit


class RefinementFailed(VMError):
    def __init__(self, fn_name, param_index, binding, reason):
        self.fn_name = fn_name
        self.param_index = param_index
        self.binding = binding
        self.reason = reason

    def display(self):
        return 'refinement violated: argument %d of `%s` (binding `%s`): %s' % (
            self.param_index, self.fn_name, self.binding, self.reason)

    def debug(self):
        return ('RefinementFailed { fn_name: %s, param_index: %d, binding: %s, '
                'reason: %s }' % (debug_quoted(self.fn_name), self.param_index,
                                  debug_quoted(self.binding),
                                  debug_quoted(self.reason)))


class DivByZero(VMError):
    """``operation`` is ``division`` or ``modulo``; ``w_value`` is the dividend."""

    def __init__(self, operation):
        self.operation = operation

    def display(self):
        return 'integer %s by zero' % self.operation

    def debug(self):
        return 'DivByZero { op: %s }' % debug_quoted(self.operation)


class StackUnderflow(VMError):
    def display(self):
        return 'stack underflow'

    def debug(self):
        return 'StackUnderflow'
