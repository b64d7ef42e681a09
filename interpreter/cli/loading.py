"""From the FILE word of a command line to the stages of a program."""

from interpreter.canonical.pipeline import stages_of
from interpreter.cli.failure import CommandError
from interpreter.cli.output import INDENT, printable
from interpreter.effects import files
from interpreter.effects.host import STDIN
from interpreter.source.errors import LoadError
from interpreter.source.loader import load_program, load_source

STDIN_PATH = '-'
STDIN_LABEL = '<input>'


def load_stages(path):
    """The canonical stages of the program at ``path``, imports included.

    ``-`` is standard input.  Raises CommandError.
    """
    try:
        if path == STDIN_PATH:
            program = load_source(_read_stdin(), STDIN_LABEL)
        else:
            program = load_program(path)
    except LoadError as error:
        raise CommandError(error.text(), details=_excerpt(error))
    return stages_of(program)


def _read_stdin():
    parts = []
    try:
        while True:
            part = files.read_some(STDIN)
            if part == '':
                return ''.join(parts)
            parts.append(part)
    except OSError as error:
        detail = files.os_error_text(error.errno)
        raise CommandError('read %s: %s: %s' % (STDIN_LABEL, detail, detail))


def _excerpt(error):
    """The place of a load error: file:line:column, source line and caret."""
    location = error.location()
    if location == '':
        return ''
    lines = [INDENT + '--> ' + location + '\n']
    for line in error.excerpt.split('\n'):
        lines.append(INDENT + '  ' + printable(line) + '\n')
    return ''.join(lines)
