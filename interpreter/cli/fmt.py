"""``lexvm fmt``: files to their standard form."""

from interpreter.canonical.json import quote
from interpreter.cli.failure import EXIT_ERROR, EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help, unknown_flag
from interpreter.cli.lex_files import lex_files
from interpreter.cli.loading import STDIN_LABEL, STDIN_PATH, load_failure, read_stdin
from interpreter.cli.output import write_out
from interpreter.cli.rewriting import Original
from interpreter.cli.usage import FMT_HELP
from interpreter.diagnostics.places import Locator
from interpreter.layout.formatter import LayoutError, formatted
from interpreter.source import utf8
from interpreter.source.errors import LexSourceError, LoadError

USAGE = 'usage: lexvm fmt [--check] <file|dir>...'


class FmtOptions(object):

    def __init__(self, words):
        """Raises CommandError."""
        self.only_checks = False
        self.paths = []
        for word in words:
            if word == '--check':
                self.only_checks = True
            elif word.startswith('-') and word != STDIN_PATH:
                raise unknown_flag('fmt', word)
            else:
                self.paths.append(word)
        if len(self.paths) == 0:
            raise CommandError(USAGE)
        if STDIN_PATH in self.paths and len(self.paths) > 1:
            raise CommandError('standard input is formatted alone; ' + USAGE)


def fmt(words, reporter):
    """Raises CommandError, Interrupted and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(FMT_HELP)
        return EXIT_OK
    options = FmtOptions(words)
    if options.paths[0] == STDIN_PATH:
        return _format_stdin(options)
    outcome = format_files(options.paths, options.only_checks, reporter)
    if reporter.as_json:
        reporter.success(outcome.to_json())
        if len(outcome.errors) > 0 or (options.only_checks and len(outcome.changed) > 0):
            return EXIT_ERROR
        return EXIT_OK
    outcome.report(options.only_checks)
    return EXIT_OK


def _format_stdin(options):
    text = read_stdin()
    result = formatted_text(text, STDIN_LABEL)
    if not options.only_checks:
        write_out(result)
    elif result != text:
        raise CommandError('%s needs formatting' % STDIN_LABEL)
    return EXIT_OK


class Outcome(object):
    """What became of ``count`` files."""

    def __init__(self, count):
        self.count = count
        self.changed = []
        self.failed = []            # the files that ``errors`` are about
        self.errors = []            # [CommandError]

    def to_json(self):
        errors = []
        for i in range(len(self.errors)):
            members = ['"file":' + quote(self.failed[i]),
                       '"message":' + quote(self.errors[i].message)]
            errors.append('{' + ','.join(members + self.errors[i].members) + '}')
        return '{"changed":[%s],"errors":[%s],"files":%d}' % (
            ','.join([quote(path) for path in self.changed]), ','.join(errors),
            self.count)

    def report(self, only_checks):
        """Raises CommandError if files have errors or would be changed, and
        OutputError."""
        if self.count == 0:
            write_out('no .lex files found\n')
            return
        done = 'would reformat' if only_checks else 'reformatted'
        write_out(''.join(['%s %s\n' % (done, path) for path in self.changed]))
        if only_checks and len(self.changed) > 0:
            raise CommandError('%d file(s) need formatting (run `lexvm fmt` to fix)'
                               % len(self.changed))
        if len(self.errors) > 0:
            raise CommandError('%d of %d file(s) cannot be formatted'
                               % (len(self.errors), self.count))
        if only_checks:
            write_out('all %d file(s) are formatted\n' % self.count)
        else:
            write_out('%d reformatted, %d unchanged\n' % (
                len(self.changed), self.count - len(self.changed)))


def format_files(paths, only_checks, reporter):
    """Format the .lex files at and below ``paths``, or only look which would change.
    People are told at once of files that cannot be formatted.

    Raises CommandError for paths that are none, Interrupted and OutputError.
    """
    found = lex_files(paths)
    outcome = Outcome(len(found))
    for path in found:
        try:
            original = Original(path)
            result = formatted_text(original.text, path)
            if result != original.text:
                if not only_checks:
                    original.replace(result)
                outcome.changed.append(path)
        except CommandError as error:
            if not reporter.as_json:
                reporter.failure(error)
            outcome.failed.append(path)
            outcome.errors.append(error)
    return outcome


def formatted_text(text, path):
    """The standard form of the text of the file at ``path``.  Raises CommandError."""
    if not utf8.is_valid(text):
        raise load_failure(LoadError('read %s: %s' % (path, utf8.NOT_VALID),
                                     utf8.NOT_VALID), path)
    try:
        return formatted(text)
    except LexSourceError as error:
        failure = LoadError('parse %s: %s' % (path, error.message), error.message)
        diagnosis = error.diagnosis
        assert diagnosis is not None
        failure.locate(path, text, diagnosis)
        raise load_failure(failure, path)
    except LayoutError as error:
        line, column = Locator(text).position(error.place)
        raise CommandError(
            'internal: the standard form of `%s` at %s:%d:%d would be another program; '
            'the file stays as it is' % (error.name, path, line, column))
