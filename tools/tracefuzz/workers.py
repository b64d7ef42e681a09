"""Runs programs in processes of their own, since the JIT may end one (Python 2.7).

A backend has ``results(program_of, start, end)``, which gives pairs of a seed and a
Result, ``run(program)`` -> Result, ``name`` and ``close()``.
"""

import json
import os
import select
import signal
import subprocess
import sys

import generate
from results import DIED, DIFFERENT, SAME, TOO_LONG, Result

SECONDS = 120               # for one program, on the clock: others use the processor too
BATCH = 1000                # programs of one process: it keeps some memory of each


class LLGraph(object):
    """Untranslated, in forks of a process that has the machine ready."""
    name = 'llgraph'

    def __init__(self):
        from harness import Machine
        self.machine = Machine(generate.program(1))

    def close(self):
        pass

    def results(self, program_of, start, end):
        seed = start
        while seed < end:
            last = min(end, seed + BATCH)
            child = _Fork(self._run_many, program_of, seed, last)
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
        """-> the next line; None at the end or after some time."""
        while '\n' not in self.pending:
            ready = select.select([self.reader], [], [], seconds)[0]
            if not ready:
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
            if not select.select([self.process.stdout], [], [], SECONDS)[0]:
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
