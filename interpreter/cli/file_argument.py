"""The command line of the commands that take one FILE and nothing else."""

from interpreter.cli.failure import CommandError


def asks_for_help(words):
    return '--help' in words or '-h' in words


def file_argument(command, words):
    """The one file among ``words``.  Raises CommandError."""
    path = ''
    for word in words:
        if word.startswith('--'):
            raise CommandError('unknown flag `%s` for `lexvm %s`'
                               % (word, command))
        if path != '':
            raise _usage(command)
        path = word
    if path == '':
        raise _usage(command)
    return path


def _usage(command):
    return CommandError('usage: lexvm %s <file>' % command)
