"""``lexvm parse``: print the canonical tree of a program."""

from interpreter.canonical.json import pretty, stages_to_json
from interpreter.cli.failure import EXIT_OK
from interpreter.cli.file_argument import asks_for_help, file_argument
from interpreter.cli.loading import load_stages
from interpreter.cli.output import write_out
from interpreter.cli.usage import PARSE_HELP


def parse(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(PARSE_HELP)
        return EXIT_OK
    stages = load_stages(file_argument('parse', words))
    document = stages_to_json(stages)
    if reporter.as_json:
        reporter.success(document)
    else:
        write_out(pretty(document) + '\n')
    return EXIT_OK
