"""The ``lexvm`` command: global flags, dispatch, and the last word on errors."""

import signal

from rpython.rlib.objectmodel import we_are_translated
from rpython.rlib.rsignal import SIGPIPE, pypysig_ignore

from interpreter import memory
from interpreter.cli.check import check
from interpreter.cli.ci import ci
from interpreter.cli.diff import diff
from interpreter.cli.dis import dis
from interpreter.cli.docs import docs
from interpreter.cli.failure import (
    EXIT_ERROR, EXIT_OK, EXIT_TYPE_ERRORS, CommandError)
from interpreter.cli.fmt import fmt
from interpreter.cli.hash import print_hashes
from interpreter.cli.init import init
from interpreter.cli.output import (
    LANGUAGE_VERSION, LEXVM_VERSION, Reporter, abbreviated, write_error, write_out)
from interpreter.cli.parse import parse
from interpreter.cli.repl import repl
from interpreter.cli.replay import replay
from interpreter.cli.run import run
from interpreter.cli.shell import completions, man
from interpreter.cli.test import test, watch_tests
from interpreter.cli.test_options import WATCH
from interpreter.cli.trace import trace
from interpreter.cli.usage import HELP, help_for
from interpreter.cli.watch import Commands, watch
from interpreter.diagnostics.paint import CHOICES
from interpreter.effects.host import OutputError
from interpreter.effects.interrupts import Interrupted

FORMATS = ['text', 'json', 'table']


def main(argv):
    """Run ``argv`` (the program's name first); returns the exit code."""
    if we_are_translated():
        # A closed pipe and a file that becomes too large must be reported,
        # not kill the process.
        pypysig_ignore(SIGPIPE)
        pypysig_ignore(signal.SIGXFSZ)
    memory.limit.use(memory.default_size())
    words = [argv[i] for i in range(1, len(argv))]
    reporter = Reporter('lexvm', False)
    try:
        try:
            return _main(words, reporter)
        except CommandError as error:
            reporter.failure(error)
            return error.code
        except Interrupted as error:
            reporter.failure(CommandError(error.message))
            return error.exit_code
        except MemoryError:
            memory.limit.lift()
            reporter.failure(CommandError(memory.limit.message()))
            return EXIT_ERROR
    except OutputError as error:
        write_error('error: ' + error.message() + '\n')
        return EXIT_ERROR
    except Interrupted as error:
        write_error('error: ' + error.message + '\n')
        return error.exit_code


def _main(words, reporter):
    words = _without_color(words, reporter)
    start = _read_output_flags(words, reporter)
    assert start >= 0
    words = words[start:]
    if len(words) == 0:
        raise CommandError('usage: lexvm <command> ...; try `lexvm --help`')
    command = words[0]
    reporter.command = command
    return _dispatch(command, words[1:], reporter)


def _without_color(words, reporter):
    """Read the ``--color`` flags before ``--``; returns the other words.  Raises
    CommandError."""
    others = []
    i = 0
    while i < len(words):
        word = words[i]
        if word == '--':
            break
        choice = ''
        if word == '--color' and i + 1 < len(words):
            i += 1
            choice = words[i]
        elif word.startswith('--color='):
            choice = word[len('--color='):]
        else:
            others.append(word)
            i += 1
            continue
        if choice not in CHOICES:
            raise CommandError('--color: `%s` is none of auto, always and never'
                               % abbreviated(choice))
        reporter.color = choice
        i += 1
    assert i >= 0
    return others + words[i:]


def _read_output_flags(words, reporter):
    """Read the leading ``--output`` flags; returns where the command is.

    As the very last word, ``--output`` is taken for the command.
    """
    i = 0
    while i < len(words):
        word = words[i]
        if word == '--output' and i + 1 < len(words):
            value = words[i + 1]
            i += 2
        elif word.startswith('--output='):
            value = word[len('--output='):]
            i += 1
        else:
            break
        name = value.lower()
        if name not in FORMATS:
            reporter.as_json = False
            raise CommandError("Invalid output format: '%s'. Use text, json, "
                               "or table." % value, EXIT_TYPE_ERRORS)
        reporter.as_json = name == 'json'
    return i


def _dispatch(command, words, reporter):
    if command == 'run':
        return run(words, reporter)
    if command == 'check':
        return check(words, reporter)
    if command == 'test':
        if WATCH in words:
            return watch_tests(words, _Commands(reporter))
        return test(words, reporter)
    if command == 'repl':
        return repl(words, reporter)
    if command == 'completions':
        return completions(words, reporter)
    if command == 'man':
        return man(words, reporter)
    if command == 'docs':
        return docs(words, reporter)
    if command == 'fmt':
        return fmt(words, reporter)
    if command == 'watch':
        return watch(words, _Commands(reporter))
    if command == 'init':
        return init(words, reporter)
    if command == 'ci':
        return ci(words, reporter)
    if command == 'trace':
        return trace(words, reporter)
    if command == 'replay':
        return replay(words, reporter)
    if command == 'diff':
        return diff(words, reporter)
    if command == 'parse':
        return parse(words, reporter)
    if command == 'hash':
        return print_hashes(words, reporter)
    if command == 'dis':
        return dis(words, reporter)
    if command in ['help', '--help', '-h']:
        write_out(_help(words))
        return EXIT_OK
    if command in ['version', '--version', '-V']:
        _report_version(reporter)
        return EXIT_OK
    if command.startswith('-'):
        raise CommandError('unknown flag `%s`; try `lexvm --help`' % command)
    raise CommandError('unknown command `%s`. try `lexvm help`' % command)


class _Commands(Commands):
    """Command lines with the global flags of this one."""

    def __init__(self, reporter):
        self.flags = ['--color=' + reporter.color]
        if reporter.as_json:
            self.flags.append('--output=json')

    def run(self, words):
        return main(['lexvm'] + self.flags + words)


def _report_version(reporter):
    """Raises OutputError."""
    if reporter.as_json:
        reporter.command = 'version'
        reporter.success('{"acli_version":"0.1.0","lexvm":"%s","tool":"lex",'
                         '"version":"%s"}' % (LEXVM_VERSION, LANGUAGE_VERSION))
    else:
        write_out('lexvm %s (Lex %s)\n' % (LEXVM_VERSION, LANGUAGE_VERSION))


def _help(words):
    if len(words) == 0:
        return HELP
    text = help_for(words[0])
    if text is None:
        raise CommandError('unknown command `%s`. try `lexvm help`' % words[0])
    return text
