"""The flags that bound a run: those of ``lexvm run`` and ``lexvm test``."""

from interpreter import memory
from interpreter.effects import watchdog
from interpreter.cli.failure import CommandError
from interpreter.cli.numerals import MAX_INT, parse_unsigned
from interpreter.effects.interrupts import signals
from interpreter.effects.limits import (
    EXIT_LIMIT, InterruptsWatch, OutputLimit, Timeout)
from interpreter.machine.session import DEFAULT_MAX_STEPS
from interpreter.machine.vm import MAX_DEPTH
from interpreter.objects.pace import Watch, pace

FLAGS = ['--max-steps', '--max-memory', '--max-depth', '--max-output', '--timeout']

_UNITS = [('K', 10), ('M', 20), ('G', 30)]


class _TimeoutWatch(Watch):
    """Looks at the time while there is no machine yet."""

    def __init__(self, timeout):
        self.timeout = timeout

    def look(self):
        self.timeout.run()


class RunLimits(object):

    def __init__(self):
        self.steps = DEFAULT_MAX_STEPS      # 0: no limit
        self.has_steps = False      # whether they were given
        self.memory = -1            # bytes; -1: what the system allows
        self.depth = MAX_DEPTH
        self.output = -1            # bytes; -1: no limit
        self.milliseconds = -1      # -1: no limit
        self.timeout = None

    def set(self, flag, value):
        """Raises CommandError."""
        if flag == '--max-steps':
            self.steps = integer(flag, value)
            self.has_steps = True
        elif flag == '--max-memory':
            self.memory = _size(flag, value)
            if self.memory < memory.MINIMUM:
                raise CommandError('--max-memory must be at least %dM'
                                   % (memory.MINIMUM >> 20))
        elif flag == '--max-output':
            self.output = _size(flag, value)
        elif flag == '--timeout':
            self.milliseconds = _milliseconds(flag, value)
        else:
            self.depth = integer(flag, value)
            if self.depth == 0:
                raise CommandError('--max-depth must be at least 1')

    def start(self, reporter):
        """Bound memory and time from now on, also after an earlier run.  What
        the watchdog has to say goes where ``reporter`` reports."""
        if self.memory >= 0:
            memory.limit.use(self.memory)
        else:
            memory.limit.use_again()
        if self.milliseconds >= 0:
            self.timeout = Timeout(self.milliseconds)
            pace.watch = _TimeoutWatch(self.timeout)
            signals.timeout = self.timeout
            fd, before, after = reporter.split_failure(
                'runtime: ' + self.timeout.message())
            watchdog.start(self.milliseconds, fd, EXIT_LIMIT, before, after)

    def apply(self, session):
        """Bound what a Session runs."""
        session.host.output_limit = OutputLimit(self.output)
        if self.timeout is not None:
            session.vm.add_check(self.timeout)
        pace.watch = InterruptsWatch(session.host.interrupts)


def integer(flag, value):
    """A number of 64 bits.  Raises CommandError."""
    try:
        return parse_unsigned(value)
    except ValueError:
        raise CommandError('%s must be an integer: `%s` is not a number from '
                           '0 to 18446744073709551615' % (flag, value))


def _size(flag, value):
    """A number of bytes; K, M and G stand for powers of 1024."""
    shift = 0
    digits = value
    for letter, power in _UNITS:
        if value.endswith(letter) or value.endswith(letter.lower()):
            shift = power
            last = len(value) - 1
            assert last >= 0
            digits = value[:last]
    try:
        number = parse_unsigned(digits)
    except ValueError:
        raise CommandError('%s must be a size: `%s` is not a number of bytes '
                           'like 1000, 64K, 500M or 2G' % (flag, value))
    if number > MAX_INT >> shift:
        return MAX_INT
    return number << shift


def _milliseconds(flag, value):
    """Seconds, with up to three decimals."""
    whole = value
    part = ''
    dot = value.find('.')
    if dot >= 0:
        whole = value[:dot]
        part = value[dot + 1:]
    try:
        seconds = parse_unsigned(whole)
        if dot >= 0:
            if not 1 <= len(part) <= 3:
                raise ValueError
            thousandths = parse_unsigned((part + '000')[:3])
        else:
            thousandths = 0
    except ValueError:
        raise CommandError('%s must be a number of seconds like 10 or 0.5: `%s`'
                           % (flag, value))
    if seconds > MAX_INT // 1000 - 1:
        return MAX_INT
    return seconds * 1000 + thousandths
