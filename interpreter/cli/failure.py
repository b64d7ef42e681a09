"""How a subcommand gives up: a message for the user and an exit code."""

from interpreter.diagnostics.data import quote, span_json
from interpreter.diagnostics.diagnosis import Diagnosis, NOWHERE
from interpreter.diagnostics.sources import Sources

# Exit codes of every command; docs/cli.rst explains them.
EXIT_OK = 0
EXIT_ERROR = 1              # usage, files, syntax, arguments, run-time errors
EXIT_TYPE_ERRORS = 2        # also: a bad value of --output
EXIT_POLICY = 3
EXIT_DRY_RUN = 9


class CommandError(Exception):
    """Ends the command with ``error: MESSAGE`` and an exit code.

    People see the report of ``diagnosis`` instead of the message, if there is one;
    ``sources`` are its texts.  ``details`` are further lines for them; each ends in
    a newline.  ``members`` are texts ``"key":value`` that the JSON object of the
    error has besides its code and message.
    """

    def __init__(self, message, code=EXIT_ERROR):
        self.message = message
        self.code = code
        self.diagnosis = None
        self.sources = None
        self.details = ''
        self.members = []

    def explain(self, diagnosis, sources):
        """Show people a Diagnosis, and machines its place and its way out."""
        self.diagnosis = diagnosis
        self.sources = sources
        span = span_json(diagnosis.span, sources)
        if span != '':
            self.members.append('"span":' + span)
        suggestion = diagnosis.suggestion()
        if suggestion != '':
            self.members.append('"suggestion":' + quote(suggestion))


def refusal(message, title, way_out):
    """A CommandError that tells machines the ``message`` and people the ``title``
    and, unless that is '', the ``way_out``."""
    diagnosis = Diagnosis(title, NOWHERE)
    diagnosis.help(way_out)
    error = CommandError(message)
    error.explain(diagnosis, Sources())
    return error
