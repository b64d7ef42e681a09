"""``lexvm check``: the types, effects and examples of a program."""

from interpreter.bytecode.errors import CompileError
from interpreter.check import positions
from interpreter.check.checker import Checker
from interpreter.check.lints import lint
from interpreter.cli import requirements
from interpreter.cli.example_runs import failed_examples
from interpreter.cli.failure import (
    EXIT_ERROR, EXIT_OK, EXIT_TYPE_ERRORS, CommandError)
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.lint_report import warnings_json, warnings_text
from interpreter.cli.loading import STDIN_PATH, load_stages
from interpreter.cli.output import write_out
from interpreter.cli.run_limits import RunLimits
from interpreter.cli.usage import CHECK_HELP
from interpreter.source import parser
from interpreter.source.errors import LexSourceError, LoadError
from interpreter.source.loader import read_source

USAGE = 'usage: lexvm check [--strict] [--timeout SECONDS] [--max-memory SIZE] <file>'
# Those that bound the evaluation of examples; steps have a limit of their own.
LIMIT_FLAGS = ['--timeout', '--max-memory']


class CheckOptions(object):
    def __init__(self, words):
        """Raises CommandError."""
        self.path = ''
        self.strict = False
        self.limits = RunLimits()
        following = ''
        for word in words:
            if following != '':
                self.limits.set(following, word)
                following = ''
            elif word in LIMIT_FLAGS:
                following = word
            elif word == '--strict':
                self.strict = True
            elif word.startswith('--'):
                raise CommandError('unknown flag `%s` for `lexvm check`' % word)
            elif self.path != '':
                raise CommandError(USAGE)
            else:
                self.path = word
        if following != '':
            raise CommandError('%s needs a value' % following)
        if self.path == '':
            raise CommandError(USAGE)
        if self.strict and self.path == STDIN_PATH:
            raise CommandError('--strict needs a file, not standard input')


def check(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(CHECK_HELP)
        return EXIT_OK
    options = CheckOptions(words)
    path = options.path
    options.limits.start(reporter)
    stages = load_stages(path)
    checker = Checker(stages)
    errors = checker.check()
    if len(errors) > 0:
        text = _entry_text(path)
        if text != '':
            positions.attach(errors, stages, text, path)
    else:
        errors = _failed_examples(stages)
    if len(errors) > 0:
        _report_errors(errors, reporter)
        return EXIT_TYPE_ERRORS
    warnings = []
    text = ''
    if options.strict:
        text = _entry_text(path)
        warnings = _lint(text, checker.table)
    needed = requirements.of_stages(stages)
    needed.add_unavailable(checker.inference.module_calls)
    _report(needed, len(stages), warnings, text, path, reporter)
    if len(warnings) > 0:
        return EXIT_ERROR
    return EXIT_OK


def _entry_text(path):
    """The text of the entry file; '' if it is gone or was never a file."""
    if path == STDIN_PATH:
        return ''
    try:
        return read_source(path, path)
    except LoadError:
        return ''


def _failed_examples(stages):
    try:
        return failed_examples(stages)
    except CompileError as error:
        raise CommandError('compile: ' + error.msg)


def _lint(text, table):
    try:
        return lint(parser.parse(text), table)
    except LexSourceError:
        return []               # the file has changed since it was loaded


def _report(needed, stage_count, warnings, text, path, reporter):
    if reporter.as_json:
        reporter.success(needed.to_json(
            stage_count, warnings_json(warnings, text, path)))
        return
    lines = 'ok\n'
    if len(warnings) > 0:
        lines = warnings_text(warnings, text, path)
    write_out(lines + needed.text(path))


def _report_errors(errors, reporter):
    if reporter.as_json:
        objects = [error.json_sorted() for error in errors]
        reporter.success('{"errors":[%s],"ok":false}' % ','.join(objects))
        return
    lines = [error.json_with_rule() + '\n' for error in errors]
    write_out(''.join(lines))
