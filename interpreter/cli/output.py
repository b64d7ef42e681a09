"""Standard output and standard error of the commands.

Both are written unbuffered and completely.  OutputError (effects.host) reports
a closed pipe or a full disk; a failing standard error is ignored, as there is
nowhere left to report it.
"""

from interpreter.canonical.json import quote
from interpreter.canonical.json_layout import Layout
from interpreter.diagnostics.paint import AUTO, paint_for
from interpreter.diagnostics.report import printable, report
from interpreter.effects import files
from interpreter.effects.host import STDERR, STDOUT, OutputError

# The version of the language, which JSON envelopes carry.
LANGUAGE_VERSION = '0.10.11'

LEXVM_VERSION = '0.1.0'

# So much of a JSON document is laid out at a time, in bytes.
PIECE = 4096

# Longest part of a user's word that a message repeats, in bytes.
ABBREVIATED_LENGTH = 200


def write_out(text):
    """Write ``text`` to standard output.  Raises OutputError."""
    try:
        files.write_all(STDOUT, text)
    except OSError as e:
        raise OutputError(e.errno)


def write_pretty(document, depth):
    """Write compact JSON laid out, starting ``depth`` levels deep, piece by
    piece.  Raises OutputError."""
    layout = Layout(PIECE * 2)
    layout.depth = depth
    start = 0
    while start < len(document):
        stop = min(start + PIECE, len(document))
        assert stop >= 0
        layout.add(document[start:stop])
        write_out(layout.take())
        start = stop


def write_error(text):
    """Write ``text`` to standard error if that is possible."""
    try:
        files.write_all(STDERR, text)
    except OSError:
        pass


def abbreviated(text):
    """The start of ``text``, on one line and short enough for a message."""
    if len(text) <= ABBREVIATED_LENGTH:
        return printable(text)
    stop = ABBREVIATED_LENGTH
    while stop > 0 and 0x80 <= ord(text[stop]) < 0xc0:
        stop -= 1
    assert stop >= 0
    return printable(text[:stop]) + '...'


class Reporter(object):
    """Where a command reports; ``as_json`` selects JSON envelopes, ``color`` (one of
    paint.CHOICES) when text is coloured."""

    def __init__(self, command, as_json):
        self.command = command
        self.as_json = as_json
        self.color = AUTO

    def paint(self, descriptor):
        """The Paint for what is written to a file descriptor."""
        return paint_for(descriptor, self.color)

    def success(self, data):
        """Print the envelope around ``data``, a compact JSON document with
        sorted keys.  Raises OutputError."""
        write_out('{\n  "ok": true,\n  "command": %s,\n  "data": '
                  % quote(self.command))
        write_pretty(data, 1)
        write_out(',\n%s}\n' % _META)

    def failure(self, error):
        """Report a failure.CommandError.  Raises OutputError."""
        if not self.as_json:
            self._failure_text(error)
            return
        members = ['"message":' + quote(error.message)] + error.members
        write_out(self._before_members())
        write_pretty('{"code":"GENERAL_ERROR",' + ','.join(members) + '}', 1)
        write_out(_AFTER_MEMBERS)

    def _before_members(self):
        return '{\n  "ok": false,\n  "command": %s,\n  "error": ' % quote(self.command)

    def split_failure(self, message):
        """A failure whose message is known in part.  -> the descriptor that it
        is reported on, and what to write before and after the rest of the
        message, which needs no escapes in JSON."""
        if not self.as_json:
            return STDERR, 'error: ' + message, '\n'
        quoted = quote(message)
        last = len(quoted) - 1
        assert last >= 0
        return (STDOUT, self._before_members() +
                '{\n    "code": "GENERAL_ERROR",\n    "message": ' + quoted[:last],
                '"\n  }' + _AFTER_MEMBERS)

    def _failure_text(self, error):
        paint = self.paint(STDERR)
        diagnosis = error.diagnosis
        if diagnosis is not None:
            text = report(diagnosis, error.sources, paint)
        else:
            text = '%s: %s\n' % (paint.error('error'), error.message)
        write_error(text + error.details)


_META = ('  "meta": {\n    "duration_ms": 0,\n    "version": "%s"\n  }\n'
         % LANGUAGE_VERSION)
_AFTER_MEMBERS = ',\n%s}\n' % _META
