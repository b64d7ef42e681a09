"""``lexvm check``: types and effects of a program, without running it."""

from interpreter.check.checker import check_program
from interpreter.cli import requirements
from interpreter.cli.failure import EXIT_OK, EXIT_TYPE_ERRORS
from interpreter.cli.file_argument import asks_for_help, file_argument
from interpreter.cli.loading import load_stages
from interpreter.cli.output import write_out
from interpreter.cli.usage import CHECK_HELP


def check(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(CHECK_HELP)
        return EXIT_OK
    path = file_argument('check', words)
    stages = load_stages(path)
    errors = check_program(stages)
    if len(errors) > 0:
        _report_errors(errors, reporter)
        return EXIT_TYPE_ERRORS
    needed = requirements.of_stages(stages)
    if reporter.as_json:
        reporter.success(needed.to_json(len(stages)))
    else:
        write_out('ok\n' + needed.text(path))
    return EXIT_OK


def _report_errors(errors, reporter):
    if reporter.as_json:
        objects = [error.json_sorted() for error in errors]
        reporter.success('{"errors":[%s],"ok":false}' % ','.join(objects))
        return
    lines = [error.json_with_rule() + '\n' for error in errors]
    write_out(''.join(lines))
