"""``lexvm check``: types and effects of a program, without running it."""

from interpreter.check import positions
from interpreter.check.checker import check_program
from interpreter.cli import requirements
from interpreter.cli.failure import EXIT_OK, EXIT_TYPE_ERRORS
from interpreter.cli.file_argument import asks_for_help, file_argument
from interpreter.cli.loading import STDIN_PATH, load_stages
from interpreter.cli.output import write_out
from interpreter.cli.usage import CHECK_HELP
from interpreter.source.errors import LoadError
from interpreter.source.loader import read_source


def check(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(CHECK_HELP)
        return EXIT_OK
    path = file_argument('check', words)
    stages = load_stages(path)
    errors = check_program(stages)
    if len(errors) > 0:
        _locate(errors, stages, path)
        _report_errors(errors, reporter)
        return EXIT_TYPE_ERRORS
    needed = requirements.of_stages(stages)
    if reporter.as_json:
        reporter.success(needed.to_json(len(stages)))
    else:
        write_out('ok\n' + needed.text(path))
    return EXIT_OK


def _locate(errors, stages, path):
    """Say where the errors are, unless the text is gone or was never a file."""
    if path == STDIN_PATH:
        return
    try:
        text = read_source(path, path)
    except LoadError:
        return
    positions.attach(errors, stages, text, path)


def _report_errors(errors, reporter):
    if reporter.as_json:
        objects = [error.json_sorted() for error in errors]
        reporter.success('{"errors":[%s],"ok":false}' % ','.join(objects))
        return
    lines = [error.json_with_rule() + '\n' for error in errors]
    write_out(''.join(lines))
