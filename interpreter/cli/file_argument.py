"""The command line of commands without flags of their own."""

from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated


def asks_for_help(words):
    return '--help' in words or '-h' in words


def unknown_flag(command, word):
    """-> CommandError"""
    return CommandError('unknown flag `%s` for `lexvm %s`' % (abbreviated(word), command))


def refuse_flags(command, words):
    """Raises CommandError for the first flag among the words of a command."""
    for word in words:
        if word.startswith('--'):
            raise unknown_flag(command, word)


def file_argument(command, words):
    """The one file among ``words``.  Raises CommandError."""
    path = ''
    for word in words:
        if word.startswith('--'):
            raise unknown_flag(command, word)
        if path != '':
            raise _usage(command)
        path = word
    if path == '':
        raise _usage(command)
    return path


def _usage(command):
    return CommandError('usage: lexvm %s <file>' % command)
