"""Child processes: starting them, and talking through their pipes.

The pipes are served whenever somebody waits for a child, all of them at once,
so a child that fills one pipe while we wait at another does not block us.
"""

import errno
import os
import signal

from rpython.rlib import rpoll, rposix, rsignal
from rpython.rlib.rstring import StringBuilder, assert_str0

from interpreter import memory
from interpreter.effects import clock, files, programs
from interpreter.effects.files import os_error_text
from interpreter.effects.handles import Resource
from interpreter.effects.interrupts import Interrupted


# What may wait in one direction before the child has to wait.
MOST_UNREAD = 64 * 1024 * 1024
# How often a waiting run looks whether the child ended, or it must stop.
WAIT_SLICE_MS = 20
NS_PER_MS = 1000000
SHELL = '/bin/sh'
NUL_TEXT = 'nul byte found in provided data'


class ProcessError(Exception):
    def __init__(self, msg):
        self.msg = msg


class Status(object):
    """How a child ended: ``code`` is -1 if a signal ended it."""

    def __init__(self, code, signaled):
        self.code = code
        self.signaled = signaled


class Inflow(object):
    """The reading end of a pipe.  ``fd`` is -1 after the end of input."""

    def __init__(self, fd):
        self.fd = fd
        self.text = ''
        self.position = 0
        self.chunks = []
        self.waiting = 0
        self.has_newline = False

    def fill(self):
        """Read once; the descriptor is ready."""
        try:
            data = files.read_some(self.fd)
        except OSError as e:
            if e.errno == errno.EAGAIN:
                return
            data = ''
        if len(data) == 0:
            self.close()
            return
        self.chunks.append(data)
        self.waiting += len(data)
        if data.find('\n') >= 0:
            self.has_newline = True

    def is_full(self):
        return self.waiting >= MOST_UNREAD

    def gather(self):
        position = self.position
        assert position >= 0
        builder = StringBuilder()
        builder.append_slice(self.text, position, len(self.text))
        for chunk in self.chunks:
            builder.append(chunk)
        self.text = builder.build()
        self.position = 0
        self.chunks = []
        self.has_newline = False
        self.waiting = len(self.text)

    def take_all(self):
        self.gather()
        text = self.text
        self.drop()
        return text

    def drop(self):
        self.text = ''
        self.position = 0
        self.chunks = []
        self.has_newline = False
        self.waiting = 0

    def take_line(self):
        """The next line without its end; None if more input is needed, or
        at the end of input."""
        stop = self.newline()
        if stop < 0:
            if not self.has_newline and self.fd >= 0:
                return None
            self.gather()
            stop = self.newline()
        start = self.position
        assert start >= 0
        if stop < 0:
            if self.fd >= 0 or len(self.text) == start:
                return None
            line = self.text[start:]
            self.drop()
            return line
        self.position = stop + 1
        self.waiting -= stop + 1 - start
        if stop > start and self.text[stop - 1] == '\r':
            stop -= 1
        assert stop >= start
        return self.text[start:stop]

    def newline(self):
        position = self.position
        assert position >= 0
        return self.text.find('\n', position)

    def close(self):
        if self.fd >= 0:
            files.close(self.fd)
            self.fd = -1


class Outflow(object):
    """The writing end of a pipe, which does not block."""

    def __init__(self, fd, data):
        self.fd = fd
        self.data = data
        self.done = 0
        self.closes = False
        if fd >= 0 and len(data) > 0:
            flags = rposix.get_status_flags(fd)
            rposix.set_status_flags(fd, flags | rposix.O_NONBLOCK)

    def is_pending(self):
        return self.fd >= 0 and self.done < len(self.data)

    def close_when_written(self):
        self.closes = True
        self.pour()

    def pour(self):
        """Write what the pipe takes now."""
        while self.is_pending():
            start = self.done
            assert start >= 0
            try:
                self.done += os.write(
                    self.fd, self.data[start:start + files.CHUNK])
            except OSError as e:
                if e.errno == errno.EINTR:
                    continue
                if e.errno != errno.EAGAIN:
                    self.close()
                return
        if self.closes:
            self.close()

    def close(self):
        if self.fd >= 0:
            files.close(self.fd)
            self.fd = -1


class Child(Resource):
    """A running process and our ends of its pipes.  Waiting for it raises
    Interrupted when ``interrupts`` says so."""

    def __init__(self, pid, interrupts, stdin, stdout, stderr):
        self.pid = pid
        self.interrupts = interrupts
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr

    def close(self):
        """Forget the child; it goes on without its pipes."""
        self.stdin.close()
        self.stdout.close()
        self.stderr.close()

    def serve(self):
        """Wait a little for some pipe that can go on, and serve the pipes;
        whether there was anything to wait for."""
        self.interrupts.check()
        interest = {}
        if self.stdin.is_pending():
            interest[self.stdin.fd] = rpoll.POLLOUT
        if self.stdout.fd >= 0 and not self.stdout.is_full():
            interest[self.stdout.fd] = rpoll.POLLIN
        if self.stderr.fd >= 0 and not self.stderr.is_full():
            interest[self.stderr.fd] = rpoll.POLLIN
        if len(interest) == 0:
            return False
        try:
            ready = rpoll.poll(interest, WAIT_SLICE_MS)
        except rpoll.PollError:
            return True
        for fd, events in ready:
            if fd == self.stdin.fd:
                self.stdin.pour()
            elif fd == self.stdout.fd:
                self.stdout.fill()
            elif fd == self.stderr.fd:
                self.stderr.fill()
        return True

    def read_line(self, inflow):
        """The next line of one of the child's outputs, None at its end.
        Raises ProcessError for a line that is too long."""
        while True:
            line = inflow.take_line()
            if line is not None or inflow.fd < 0:
                return line
            if inflow.is_full():
                raise ProcessError('line too long')
            self.serve()

    def wait(self):
        """Close the child's input once all is written, drop its output,
        and wait for its end; -> Status."""
        while True:
            if not self.stdin.is_pending():
                self.stdin.close()
            status = reap(self.pid, os.WNOHANG)
            if status is None:
                if not self.serve():
                    clock.sleep_ns(WAIT_SLICE_MS * NS_PER_MS, self.interrupts)
                self.stdout.drop()
                self.stderr.drop()
            if status is not None:
                self.close()
                return status

    def wait_silently(self):
        """Wait for the end of a child that has closed its pipes."""
        status = reap(self.pid, os.WNOHANG)
        while status is None:
            clock.sleep_ns(NS_PER_MS, self.interrupts)
            status = reap(self.pid, os.WNOHANG)
        return status

    def kill(self):
        """Raises ProcessError."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except OSError as e:
            raise ProcessError(os_error_text(e.errno))


def reap(pid, options):
    """The Status of a child, None if it still runs."""
    while True:
        try:
            done, status = os.waitpid(pid, options)
        except OSError as e:
            if e.errno == errno.EINTR:
                continue
            return Status(-1, False)
        if done == 0:
            return None
        if os.WIFEXITED(status):
            return Status(os.WEXITSTATUS(status), False)
        return Status(-1, True)


class Command(object):
    """What to run.  ``cwd`` may be None; ``names`` and ``values`` are added to the
    environment.  If ``is_restricted``, what runs must not depend on ``cwd``."""

    def __init__(self, program, args, is_restricted):
        self.program = program
        self.args = args
        self.is_restricted = is_restricted
        self.cwd = None
        self.names = []
        self.values = []

    def check(self):
        """Raise ProcessError for texts that C would cut short."""
        refuse_nul(self.program)
        for text in self.args:
            refuse_nul(text)
        for text in self.names:
            refuse_nul(text)
        for text in self.values:
            refuse_nul(text)
        if self.cwd is not None:
            refuse_nul(self.cwd)

    def environment(self):
        result = programs.inherited_environment(self.is_restricted)
        for i in range(len(self.names)):
            result[assert_str0(self.names[i])] = assert_str0(self.values[i])
        return result

    def locate(self, environment):
        """-> the absolute path of the program.  Raises ProcessError."""
        try:
            folder = programs.folder_of(None if self.is_restricted else self.cwd)
            path = programs.locate(
                self.program, environment.get('PATH', programs.DEFAULT_PATH), folder)
        except programs.NotFound as e:
            raise ProcessError(os_error_text(e.errno))
        except OSError as e:
            raise ProcessError(os_error_text(e.errno))
        if self.is_restricted and programs.has_relative_interpreter(path):
            raise ProcessError("the script's interpreter is not an absolute path")
        return path

    def start(self, stdin_data, interrupts):
        """-> the Child.  Its input is ``stdin_data``, or empty for None.
        Raises ProcessError."""
        self.check()
        environment = self.environment()
        path = self.locate(environment)
        pipes = Pipes()
        try:
            pipes.open_all(stdin_data is not None)
            pid = os.fork()
            if pid == 0:
                self.become(pipes, path, environment)
            pipes.close_childs_ends()
            report = files.read_some(pipes.report[0])
        except OSError as e:
            pipes.close()
            raise ProcessError(os_error_text(e.errno))
        files.close(pipes.report[0])
        if len(report) > 0:
            pipes.report = NO_PIPE
            pipes.close()
            reap(pid, 0)
            raise ProcessError(os_error_text(int(report)))
        data = stdin_data
        if data is None:
            data = ''
        stdin = Outflow(pipes.stdin[1], data)
        stdin.pour()
        return Child(pid, interrupts, stdin, Inflow(pipes.stdout[0]),
                     Inflow(pipes.stderr[0]))

    def become(self, pipes, path, environment):
        """Turn this process, fresh from the fork, into the program.  Does
        not return; a failure is reported as the number of the error."""
        try:
            try:
                pipes.connect()
                # What LexVM catches the system resets; what it ignores, it does not.
                rsignal.pypysig_default(signal.SIGPIPE)
                rsignal.pypysig_default(signal.SIGXFSZ)
                memory.remove_wall()
                if self.cwd is not None:
                    os.chdir(assert_str0(self.cwd))
                self.execute(assert_str0(path), environment)
            except OSError as e:
                os.write(pipes.report[1], str(e.errno))
        finally:
            os._exit(127)

    def execute(self, path, environment):
        """Run the file; one without a known format is a script of the shell.  Raises
        OSError."""
        words = [assert_str0(word) for word in self.args]
        try:
            os.execve(path, [assert_str0(self.program)] + words, environment)
        except OSError as e:
            if e.errno != errno.ENOEXEC:
                raise
        os.execve(SHELL, [SHELL, path] + words, environment)


NO_PIPE = (-1, -1)


class Pipes(object):
    """The pipes to a child.  ``report`` tells why it could not start; it
    closes silently when the program runs."""

    def __init__(self):
        self.stdin = NO_PIPE
        self.stdout = NO_PIPE
        self.stderr = NO_PIPE
        self.report = NO_PIPE

    def open_all(self, with_stdin):
        if with_stdin:
            self.stdin = open_pipe()
        else:
            self.stdin = (os.open('/dev/null', os.O_RDONLY, 0), -1)
            rposix.set_inheritable(self.stdin[0], False)
        self.stdout = open_pipe()
        self.stderr = open_pipe()
        self.report = open_pipe()

    def connect(self):
        """In the child: take the place of the standard streams."""
        os.dup2(self.stdin[0], 0)
        os.dup2(self.stdout[1], 1)
        os.dup2(self.stderr[1], 2)

    def close_childs_ends(self):
        close_end(self.stdin[0])
        close_end(self.stdout[1])
        close_end(self.stderr[1])
        close_end(self.report[1])
        self.stdin = (-1, self.stdin[1])
        self.stdout = (self.stdout[0], -1)
        self.stderr = (self.stderr[0], -1)
        self.report = (self.report[0], -1)

    def close(self):
        close_pipe(self.stdin)
        close_pipe(self.stdout)
        close_pipe(self.stderr)
        close_pipe(self.report)


def open_pipe():
    """Both ends, which other children do not inherit.  Raises OSError."""
    reading, writing = os.pipe()
    rposix.set_inheritable(reading, False)
    rposix.set_inheritable(writing, False)
    return reading, writing


def close_end(fd):
    if fd >= 0:
        files.close(fd)


def close_pipe(pipe):
    close_end(pipe[0])
    close_end(pipe[1])


def refuse_nul(text):
    if text.find('\x00') >= 0:
        raise ProcessError(NUL_TEXT)


def run(command, interrupts):
    """Run a Command without input to its end; -> (stdout, stderr, Status).
    Raises ProcessError, and Interrupted after killing the program."""
    child = command.start(None, interrupts)
    try:
        while child.serve():
            pass
    except Interrupted:
        child.kill()
        raise
    if child.stdout.is_full() or child.stderr.is_full():
        child.kill()
        child.wait()
        raise ProcessError('more than %d bytes of output' % MOST_UNREAD)
    status = child.wait_silently()
    return child.stdout.take_all(), child.stderr.take_all(), status
