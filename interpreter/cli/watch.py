"""``lexvm watch``: run a command again whenever its files change."""

import os
import time

from rpython.rlib.rstring import assert_str0

from interpreter import memory
from interpreter.cli.failure import EXIT_ERROR, EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.lex_files import lex_files
from interpreter.cli.output import abbreviated, write_error, write_out
from interpreter.cli.usage import WATCH_HELP
from interpreter.effects import clock
from interpreter.effects.files import os_error_text
from interpreter.effects.processes import reap
from interpreter.source import files
from interpreter.source.errors import LoadError
from interpreter.source.loader import load_program

USAGE = 'usage: lexvm watch <file|dir> [check|run|test|fmt] [forwarded args...]'
ACTIONS = ['check', 'run', 'test', 'fmt']
# How often the files are looked at, in seconds.
INTERVAL = 0.15
INTERNAL_ERROR = 70


class Commands(object):
    """What can run a command line: the words behind ``lexvm``; gives the exit code."""

    def run(self, words):
        raise NotImplementedError


def watch(words, commands):
    """Run the command with the words behind ``watch`` until a signal comes.  Raises
    CommandError and OutputError."""
    if asks_for_help(words[:1]):
        write_out(WATCH_HELP)
        return EXIT_OK
    if len(words) == 0:
        raise CommandError(USAGE)
    path = words[0]
    action = 'check'
    if len(words) > 1:
        action = words[1]
    if action not in ACTIONS:
        raise CommandError('watch action must be `check`, `run`, `test` or `fmt`, got '
                           '`%s`. %s' % (abbreviated(action), USAGE))
    if not files.exists(path):
        raise CommandError('watch target does not exist: %s' % abbreviated(path))
    watch_paths([path], [action, path] + words[2:], commands)
    return EXIT_OK


def watch_paths(paths, words, commands):
    """Run ``words`` at once and whenever a .lex file among or below ``paths`` changes,
    or one that those import.  Does not return."""
    write_error('watching %s\n' % ', '.join(paths))
    state = State(paths)
    while True:
        _run(words, commands)
        state.await_change()


class State(object):
    """The files that are watched, and what each looked like."""

    def __init__(self, paths):
        self.paths = paths
        self.imported = []
        self.looks = ''
        self._note()

    def await_change(self):
        """Return when something has changed since the last return, and nothing changes
        any more."""
        looks = self._look()
        while looks == self.looks:
            time.sleep(INTERVAL)
            looks = self._look()
        while True:
            time.sleep(INTERVAL)
            later = self._look()
            if later == looks:
                break
            looks = later
        self._note()

    def _note(self):
        """Note which files there are, and what they look like.  While a program cannot
        be read, it is watched for the imports it had."""
        known = {}
        for path in self._found():
            try:
                program = load_program(path)
            except LoadError:
                for other in self.imported:
                    known[other] = None
                continue
            for other in program.sources.texts:
                known[other] = None
        self.imported = [path for path in known]
        self.looks = self._look()

    def _found(self):
        try:
            return lex_files(self.paths)
        except CommandError:
            return []

    def _look(self):
        """A line for each file."""
        return ''.join([_look(path) for path in self._found() + self.imported])


def _look(path):
    try:
        status = os.stat(assert_str0(path))
    except OSError:
        return '%s is not there\n' % path
    return '%s %d %d %f\n' % (path, int(status.st_ino), int(status.st_size),
                              status.st_mtime)


def _run(words, commands):
    write_out('\n==> lexvm %s\n' % ' '.join(words))
    start = clock.monotonic_ns()
    try:
        pid = os.fork()
    except OSError as error:
        raise CommandError('cannot start a process: ' + os_error_text(error.errno))
    if pid == 0:
        _be_child(words, commands)
    status = reap(pid, 0)
    elapsed = (clock.monotonic_ns() - start) // 1000000
    if status is not None and status.signaled:
        write_out('==> ended by a signal (%d ms)\n' % elapsed)
    elif status is not None:
        write_out('==> exit code %d (%d ms)\n' % (status.code, elapsed))


def _be_child(words, commands):
    """Run the command and end."""
    code = INTERNAL_ERROR
    try:
        code = commands.run(words)
    except MemoryError:
        memory.limit.lift()
        write_error('error: %s\n' % memory.limit.message())
        code = EXIT_ERROR
    finally:
        os._exit(code)
