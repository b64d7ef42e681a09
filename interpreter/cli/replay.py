"""``lexvm replay``: run a program again with the results of effects replaced."""

from interpreter.cli.run import run_program
from interpreter.cli.run_options import parse_replay_options
from interpreter.cli.saved_trace import load_trace
from interpreter.cli.output import write_out
from interpreter.cli.failure import EXIT_OK
from interpreter.cli.usage import REPLAY_HELP


def replay(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    options = parse_replay_options(words)
    if options.help:
        write_out(REPLAY_HELP)
        return EXIT_OK
    saved = load_trace(options.replayed)
    if options.function == '':
        options.function = saved.root_target
    return run_program(options, reporter)
