"""``lexvm completions`` and ``lexvm man``: what a shell and a reader want to have."""

from interpreter.cli.failure import EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.manual_page import PAGE
from interpreter.cli.output import write_out
from interpreter.cli.shell_scripts import SCRIPTS
from interpreter.cli.usage import COMPLETIONS_HELP, MAN_HELP


def completions(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(COMPLETIONS_HELP)
        return EXIT_OK
    script = None
    if len(words) == 1:
        script = SCRIPTS.get(words[0], None)
    if script is None:
        raise CommandError('usage: lexvm completions bash|zsh|fish')
    write_out(script)
    return EXIT_OK


def man(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(MAN_HELP)
        return EXIT_OK
    if len(words) > 0:
        raise CommandError('usage: lexvm man')
    write_out(PAGE)
    return EXIT_OK
