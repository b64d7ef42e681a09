"""``lexvm parse``: print the canonical tree of a program."""

from interpreter.canonical.json import stages_to_json
from interpreter.canonical.json_layout import laid_out_size
from interpreter.cli.failure import EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help, file_argument
from interpreter.cli.loading import load_stages
from interpreter.cli.output import write_out, write_pretty
from interpreter.cli.usage import PARSE_HELP

# Every level of nesting indents all lines below, so a tree of a megabyte can
# take terabytes.
MAX_SIZE = 1 << 30


def parse(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(PARSE_HELP)
        return EXIT_OK
    stages = load_stages(file_argument('parse', words))
    document = stages_to_json(stages)
    size = laid_out_size(document, 1)
    if size > MAX_SIZE:
        raise CommandError('the tree is nested too deeply to print: it would take '
                           '%d bytes (max %d)' % (size, MAX_SIZE))
    if reporter.as_json:
        reporter.success(document)
    else:
        write_pretty(document, 0)
        write_out('\n')
    return EXIT_OK
