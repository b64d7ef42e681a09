"""The host that effect operations reach: output, input, files, budget."""

import os

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.effects import clock, files, paths
from interpreter.effects.handles import HandleTable
from interpreter.effects.interrupts import Interrupts
from interpreter.effects.limits import no_output_limit
from interpreter.effects.sqlite_guard import Guard
from interpreter.objects.errors import EffectError


STDIN = 0
STDOUT = 1
STDERR = 2
DEFAULT_LOG_LEVEL = 1
BUFFER_SIZE = 32768
RANDOM_SOURCE = '/dev/urandom'


class OutputError(Exception):
    """Standard output cannot be written: a closed pipe, a full disk."""

    def __init__(self, errno):
        self.errno = errno

    def message(self):
        return 'cannot write to standard output: %s' % (
            files.os_error_text(self.errno),)


class Host(object):
    """The outside world of one run, guarded by a Policy.  ``argv`` are the
    program's own arguments."""

    def __init__(self, policy, argv):
        self.policy = policy
        self.argv = argv
        self.interrupts = Interrupts()
        self.budget_used = 0
        self.pending = []
        self.pending_size = 0
        self.line_by_line = os.isatty(STDOUT)
        self.input = ''
        self.input_position = 0
        self.first_mono_ns = 0
        self.mono_started = False
        self.log_fd = STDERR
        self.log_level = DEFAULT_LOG_LEVEL
        self.log_as_json = False
        self.processes = HandleTable()
        self.databases = HandleTable()
        self.cursors = HandleTable()
        self.stores = HandleTable()
        self.sqlite_guard = Guard(self)
        self.streams = HandleTable()
        self.output_limit = no_output_limit()

    # Permissions and budget.

    @jit.dont_look_inside
    def check(self, kind):
        """Raise EffectError unless the bare effect ``kind`` is granted."""
        if not self.policy.grants(kind):
            raise EffectError('effect `%s` not in --allow-effects' % kind)

    @jit.dont_look_inside
    def charge_budget(self, cost):
        """Deduct ``cost``; raise EffectError when too little is left.
        Without a ceiling nothing is charged."""
        ceiling = self.policy.budget
        if ceiling < 0 or cost <= 0:
            return
        if cost > ceiling - self.budget_used:
            raise EffectError(
                'budget exceeded: requested %d, used so far %d, ceiling %d'
                % (cost, self.budget_used, ceiling))
        self.budget_used += cost

    # Standard streams.

    @jit.dont_look_inside
    def print_line(self, text):
        """Write a line to standard output.  Raises OutputError, and
        LimitExceeded like all that writes."""
        self.output_limit.count(len(text) + 1)
        self.write(text)
        self.write('\n')
        if self.line_by_line:
            self.flush()

    def write(self, text):
        self.pending.append(text)
        self.pending_size += len(text)
        if self.pending_size >= BUFFER_SIZE:
            self.flush()

    def flush(self):
        """Hand everything printed so far to the system.  To be called
        before the program ends, waits, or writes to standard error.
        Raises OutputError; the unwritten rest is dropped then."""
        if self.pending_size == 0:
            return
        data = ''.join(self.pending)
        self.pending = []
        self.pending_size = 0
        try:
            files.write_all(STDOUT, data)
        except OSError as e:
            raise OutputError(e.errno)

    def print_error(self, text):
        """Write a line to standard error, after all output.  Failures to
        do so have no place to be reported and are ignored."""
        self.output_limit.count(len(text) + 1)
        self.flush()
        try:
            files.write_all(STDERR, text + '\n')
        except OSError:
            pass

    def write_log(self, line):
        """Write a line to the log, by default standard error.  Failures
        have no place to be reported and are ignored."""
        if self.log_fd == STDERR:
            self.print_error(line)
            return
        self.output_limit.count(len(line) + 1)
        try:
            files.write_all(self.log_fd, line + '\n')
        except OSError:
            pass

    def open_log(self, place):
        """Append further log lines to the file at a places.Place.  Raises
        files.FileError."""
        fd = files.open_to_append(place)
        self.close_log()
        self.log_fd = fd

    def close_log(self):
        """Write further log lines to standard error."""
        if self.log_fd != STDERR:
            files.close(self.log_fd)
            self.log_fd = STDERR

    @jit.dont_look_inside
    def read_line(self):
        """The next line of standard input without its end, or None at the
        end of input."""
        self.flush()
        line = StringBuilder()
        started = False
        while True:
            position = self.input_position
            assert position >= 0
            stop = self.input.find('\n', position)
            if stop >= 0:
                line.append_slice(self.input, position, stop)
                self.input_position = stop + 1
                break
            if position < len(self.input):
                line.append_slice(self.input, position, len(self.input))
                started = True
            self.input_position = 0
            self.input = ''             # what was read, even if a signal ends the waiting
            try:
                self.input = files.read_some(STDIN)
            except OSError:
                self.input = ''
            if len(self.input) == 0:
                if not started:
                    return None
                break
        text = line.build()
        last = len(text) - 1
        if stop >= 0 and last >= 0 and text[last] == '\r':
            return text[:last]
        return text

    # Files.

    @jit.dont_look_inside
    def read_file(self, path):
        """The bytes of a file.  Raises EffectError outside the read scopes
        and files.FileError.  The environment, as a file, needs ``env``."""
        files.refuse_nul(path)
        if paths.is_environment(path):
            self.check('env')
        place = self.policy.place_to_read(path)
        if place is None:
            raise EffectError('read of `%s` outside --allow-fs-read' % path)
        return files.read_file(place)

    @jit.dont_look_inside
    def write_file(self, path, data):
        """Create or replace a file.  Raises EffectError outside the write
        scopes and files.FileError."""
        files.refuse_nul(path)
        place = self.policy.place_to_write(path)
        if place is None:
            raise EffectError('write to `%s` outside --allow-fs-write' % path)
        self.output_limit.count(len(data))
        files.write_file(place, data)

    # Clock and environment.

    def elapsed_ns(self):
        """Nanoseconds on the monotonic clock since the first call."""
        now = clock.monotonic_ns()
        if not self.mono_started:
            self.mono_started = True
            self.first_mono_ns = now
        return now - self.first_mono_ns

    def sleep_ns(self, duration):
        """Wait; what was printed so far is visible meanwhile."""
        if duration > 0:
            self.flush()
            clock.sleep_ns(duration, self.interrupts)

    @jit.dont_look_inside
    def environment(self, name):
        """The value of an environment variable, or None."""
        if name == '' or name.find('=') >= 0 or name.find('\x00') >= 0:
            return None
        return os.environ.get(name)

    def random_bytes(self, count):
        """Unpredictable bytes of the operating system."""
        try:
            fd = os.open(RANDOM_SOURCE, os.O_RDONLY, 0)
            try:
                data = ''
                while len(data) < count:
                    data += os.read(fd, count - len(data))
                return data
            finally:
                os.close(fd)
        except OSError as e:
            raise EffectError('no random source: %s'
                              % files.os_error_text(e.errno))
