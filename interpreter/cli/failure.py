"""How a subcommand gives up: a message for the user and an exit code."""

# Exit codes of every command; docs/cli.rst explains them.
EXIT_OK = 0
EXIT_ERROR = 1              # usage, files, syntax, arguments, run-time errors
EXIT_TYPE_ERRORS = 2        # also: a bad value of --output
EXIT_POLICY = 3
EXIT_DRY_RUN = 9


class CommandError(Exception):
    """Ends the command with ``error: MESSAGE`` and an exit code.

    ``details`` are further lines, shown in text mode only; each ends in a
    newline.
    """

    def __init__(self, message, code=EXIT_ERROR, details=''):
        self.message = message
        self.code = code
        self.details = details
