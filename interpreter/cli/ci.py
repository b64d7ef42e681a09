"""``lexvm ci``: all that a package should pass before others see it."""

from interpreter.cli.check import check
from interpreter.cli.failure import EXIT_ERROR, EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.fmt import fmt
from interpreter.cli.lex_files import is_folder, lex_files
from interpreter.cli.output import write_out
from interpreter.cli.test import test
from interpreter.cli.usage import CI_HELP
from interpreter.diagnostics.data import quote
from interpreter.effects.interrupts import EXIT_SIGNAL

USAGE = 'usage: lexvm ci [--no-fmt] [--src <dir>] [--tests <dir>]'


class CiOptions(object):

    def __init__(self, words):
        """Raises CommandError."""
        self.formats = True
        self.sources = 'src'
        self.tests = 'tests'
        following = ''
        for word in words:
            if following == '--src':
                self.sources = word
                following = ''
            elif following == '--tests':
                self.tests = word
                following = ''
            elif word == '--no-fmt':
                self.formats = False
            elif word == '--src' or word == '--tests':
                following = word
            else:
                raise CommandError('unknown flag `%s`; %s' % (word, USAGE))
        if following != '':
            raise CommandError('%s requires a value' % following)


def ci(words, reporter):
    """Raises CommandError, also if a step fails, Interrupted and OutputError; returns
    the exit code."""
    if asks_for_help(words):
        write_out(CI_HELP)
        return EXIT_OK
    options = CiOptions(words)
    folders = [folder for folder in [options.sources, options.tests]
               if is_folder(folder)]
    if len(folders) == 0:
        raise CommandError('there is neither a folder `%s` nor a folder `%s`'
                           % (options.sources, options.tests))
    steps = _Steps(reporter)
    if is_folder(options.sources):
        for path in lex_files([options.sources]):
            steps.run('check', ['--strict', path])
    if options.formats:
        steps.run('fmt', ['--check'] + folders)
    if is_folder(options.tests):
        steps.run('test', [options.tests])
    return steps.outcome()


class _Steps(object):

    def __init__(self, reporter):
        self.reporter = reporter
        self.failed = []            # the command lines of steps that failed

    def run(self, command, words):
        reporter = self.reporter
        line = command + ' ' + ' '.join(words)
        if not reporter.as_json:
            write_out('==> lexvm %s\n' % line)
        reporter.command = command
        try:
            if command == 'check':
                code = check(words, reporter)
            elif command == 'fmt':
                code = fmt(words, reporter)
            else:
                code = test(words, reporter)
        except CommandError as error:
            if error.code >= EXIT_SIGNAL:
                raise
            reporter.failure(error)
            code = error.code
        if code != EXIT_OK:
            self.failed.append(line)
        if not reporter.as_json:
            write_out('\n')

    def outcome(self):
        reporter = self.reporter
        reporter.command = 'ci'
        if reporter.as_json:
            reporter.success('{"failed":[%s]}' % ','.join(
                [quote(line) for line in self.failed]))
            return EXIT_OK if len(self.failed) == 0 else EXIT_ERROR
        if len(self.failed) > 0:
            raise CommandError('CI failed: ' + ', '.join(self.failed))
        write_out('CI passed: all steps succeeded\n')
        return EXIT_OK
