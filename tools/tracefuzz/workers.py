"""Runs programs in processes of their own, since the JIT may end one (Python 2.7).

A backend has ``results(program_of, start, end)``, which gives pairs of a seed and a
Result, ``run(program)`` -> Result, ``name``, ``seconds()`` and ``close()``.
"""

import json
import os
import resource
import select
import signal
import subprocess
import sys

import generate
from results import DIED, DIFFERENT, SAME, TOO_LONG, Result

SECONDS = 60                # of processor time for one program
WAIT = 2                    # seconds until that is looked at again
BATCH = 1000                # programs of one process: it keeps some memory of each


def processor_seconds(pid):
    """Of this process, of those that it ended, and of a child that runs, or 0."""
    seconds = sum([sum(resource.getrusage(who)[:2])
                   for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)])
    return seconds + (seconds_of_child(pid) if pid else 0)


def seconds_of_child(pid):
    """-> the processor time of a child that has not been waited for."""
    with open('/proc/%d/stat' % pid) as stream:
        fields = stream.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / float(os.sysconf('SC_CLK_TCK'))


def answers(stream, pid, seconds):
    """-> whether something can be read before the child has used so much more
    processor time."""
    start = seconds_of_child(pid)
    while not select.select([stream], [], [], WAIT)[0]:
        if seconds_of_child(pid) - start > seconds:
            return False
    return True


class LLGraph(object):
    """Untranslated, in forks of a process that has the machine ready."""
    name = 'llgraph'

    def __init__(self):
        from harness import Machine
        self.machine = Machine(generate.program(1))
        self.child = None

    def close(self):
        pass

    def seconds(self):
        return processor_seconds(self.child.pid if self.child else 0)

    def results(self, program_of, start, end):
        seed = start
        while seed < end:
            last = min(end, seed + BATCH)
            child = self.child = _Fork(self._run_many, program_of, seed, last)
            try:
                result = None
                while seed < last and (result is None or result.kind == SAME):
                    line = child.line(SECONDS)
                    result = Result(child.end(), '', '', 0) if line is None else Result(
                        *json.loads(line))
                    yield seed, result
                    seed += 1
            finally:
                child.stop()

    def _run_many(self, write, program_of, start, end):
        for seed in range(start, end):
            result = self.machine.run(program_of(seed))
            write(_text_of(result))
            if result.kind != SAME:
                return

    def run(self, program):
        child = _Fork(lambda write: write(_text_of(self.machine.run(program))))
        line = child.line(SECONDS)
        kind = child.end()
        if line is None:
            return Result(kind, '', '', 0)
        return Result(*json.loads(line))


def _text_of(result):
    expected, actual = result.expected, result.actual
    if result.kind == SAME:
        expected = actual = ''
    return json.dumps([result.kind, expected, actual, result.traces, result.given_up])


class _Fork(object):
    """A child that runs ``function(write, *args)``; the parent reads its lines."""

    def __init__(self, function, *args):
        self.reader, writer = os.pipe()
        self.pending = ''
        self.kind = None
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.reader)
            code = 1
            try:
                function(lambda line: _write_all(writer, line + '\n'), *args)
                code = 0
            finally:
                sys.stdout.flush()
                os._exit(code)
        os.close(writer)

    def line(self, seconds):
        """-> the next line; None at the end or after so much processor time."""
        while '\n' not in self.pending:
            if not answers(self.reader, self.pid, seconds):
                self.kind = TOO_LONG
                os.kill(self.pid, signal.SIGKILL)
                return None
            data = os.read(self.reader, 1 << 16)
            if not data:
                return None
            self.pending += data
        line, self.pending = self.pending.split('\n', 1)
        return line

    def stop(self):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self.end()

    def end(self):
        """Wait for the end; -> the kind of a failure."""
        if self.pid:
            os.close(self.reader)
            _, status = os.waitpid(self.pid, 0)
            self.pid = 0
            if self.kind is None:
                self.kind = '%s:%d' % (DIED, os.WTERMSIG(status)) if os.WIFSIGNALED(
                    status) else DIED
        return self.kind


def _write_all(descriptor, data):
    while data:
        data = data[os.write(descriptor, data):]


class Native(object):
    """The translated machine: it reads a program a line and answers with a line."""
    name = 'native'

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.process = None

    def seconds(self):
        return processor_seconds(self.process.pid if self.process else 0)

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def results(self, program_of, start, end):
        for seed in range(start, end):
            if (seed - start) % (20 * BATCH) == 0:
                self.close()
            yield seed, self.run(program_of(seed))

    def run(self, program):
        if self.process is None:
            self.process = subprocess.Popen([self.path], stdin=subprocess.PIPE,
                                            stdout=subprocess.PIPE, bufsize=-1)
        parameters = ','.join(['%s=%s' % item for item in sorted(
            program.parameters.items())])
        try:
            self.process.stdin.write('%s %s\n' % (
                parameters, program.text().encode('hex')))
            self.process.stdin.flush()
            if not answers(self.process.stdout, self.process.pid, SECONDS):
                self.close()
                return Result(TOO_LONG, '', '', 0)
            answer = self.process.stdout.readline().split('\t')
        except IOError:
            answer = ['']
        if len(answer) < 4:
            code = self.process.wait()
            self.process = None
            return Result('%s:%d' % (DIED, -code), '', '', 0)
        kind, traces, expected, actual = answer
        return Result(SAME if kind == 'same' else DIFFERENT, expected.replace('\\n', '\n'),
                      actual.rstrip('\n').replace('\\n', '\n'), int(traces))
