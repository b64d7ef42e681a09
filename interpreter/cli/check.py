"""``lexvm check``: the types, effects and examples of a program."""

from interpreter.bytecode.errors import CompileError
from interpreter.check import positions
from interpreter.check.checker import Checker
from interpreter.check.lints import lint
from interpreter.check.unused import find_unused
from interpreter.cli import requirements
from interpreter.cli.example_runs import failed_examples
from interpreter.cli.failure import (
    EXIT_ERROR, EXIT_OK, EXIT_TYPE_ERRORS, CommandError)
from interpreter.cli.file_argument import asks_for_help, unknown_flag
from interpreter.cli.lint_report import warnings_json, warnings_text
from interpreter.cli.loading import STDIN_PATH, load
from interpreter.cli.output import write_out
from interpreter.cli.run_limits import RunLimits
from interpreter.cli.type_errors import errors_text
from interpreter.cli.usage import CHECK_HELP
from interpreter.effects.host import STDOUT
from interpreter.source import parser

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
                raise unknown_flag('check', word)
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
    options.limits.start(reporter)
    program = load(options.path)
    checker = Checker(program.stages)
    errors = checker.check()
    if len(errors) > 0:
        if options.path != STDIN_PATH:
            positions.attach(errors, program.stages, program.entry_text(), program.path)
    else:
        errors = _failed_examples(program.stages)
    if len(errors) > 0:
        _report_errors(errors, program, reporter)
        return EXIT_TYPE_ERRORS
    warnings = []
    if options.strict or not reporter.as_json:
        warnings = _lint(program, checker)
    needed = requirements.of_stages(program.stages)
    needed.add_unavailable(checker.inference.module_calls)
    _report(needed, program, warnings, options.strict, reporter)
    if options.strict and has_findings(warnings):
        return EXIT_ERROR
    return EXIT_OK


def has_findings(warnings):
    """Whether any of the warnings fails a strict check."""
    for warning in warnings:
        if not warning.is_advice:
            return True
    return False


def _failed_examples(stages):
    try:
        return failed_examples(stages, {})
    except CompileError as error:
        raise CommandError('compile: ' + error.msg)


def _lint(program, checker):
    sources = program.sources
    parsed = parser.parse(program.entry_text())
    found = lint(parsed, sources.entry, checker.table)
    return found + find_unused(parsed, sources.entry)


def _report(needed, program, warnings, strict, reporter):
    if reporter.as_json:
        reporter.success(needed.to_json(
            len(program.stages), warnings_json(warnings, program, False),
            warnings_json(warnings, program, True)))
        return
    lines = warnings_text(warnings, program.sources, reporter.paint(STDOUT))
    if not strict or not has_findings(warnings):
        lines += 'ok\n'
    write_out(lines + needed.text(program.path))


def _report_errors(errors, program, reporter):
    sources = program.sources
    if reporter.as_json:
        objects = [error.json_with_rule(sources) for error in errors]
        reporter.success('{"errors":[%s],"ok":false}' % ','.join(objects))
        return
    write_out(errors_text(errors, sources, reporter.paint(STDOUT)))
