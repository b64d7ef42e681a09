"""The Lex files that a command line names."""

import os
import stat

from rpython.rlib.listsort import make_timsort_class
from rpython.rlib.rstring import assert_str0

from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated
from interpreter.source import files, utf8

EXTENSION = '.lex'


def _precedes(a, b):
    """By folders: what is in a folder stands together."""
    return a.replace('/', '\x00') < b.replace('/', '\x00')


_PathSort = make_timsort_class(lt=_precedes)


def lex_files(paths):
    """The files among ``paths`` and those in the folders among them and below, sorted,
    each once.  Links to folders are not followed.  Raises CommandError."""
    found = []
    for path in paths:
        if path.find('\x00') >= 0:
            raise CommandError('a path cannot have a NUL byte: `%s`' % abbreviated(path))
        if is_folder(path):
            _add_folder(path, found)
        elif path.endswith(EXTENSION):
            found.append(path)
        else:
            raise CommandError('%s is not a .lex file or directory' % abbreviated(path))
    _PathSort(found).sort()
    return _without_doubles(found)


def _without_doubles(paths):
    result = []
    for i in range(len(paths)):
        if i == 0 or paths[i] != paths[i - 1]:
            result.append(paths[i])
    return result


def is_folder(path):
    try:
        return stat.S_ISDIR(os.stat(assert_str0(path)).st_mode)
    except OSError:
        return False


def _add_folder(folder, found):
    pending = [folder]
    while len(pending) > 0:
        folder = pending.pop()
        try:
            names = os.listdir(assert_str0(folder))
        except OSError as error:
            raise CommandError('reading %s: %s' % (
                abbreviated(folder), files.system_error(error.errno)))
        for name in names:
            path = files.join(folder, name)
            mode = _mode(path)
            if stat.S_ISDIR(mode):
                pending.append(path)
            elif name.endswith(EXTENSION) and utf8.is_valid(name):
                found.append(path)


def _mode(path):
    """The kind of what is at ``path``, links not followed; 0 if it went away."""
    try:
        return os.lstat(assert_str0(path)).st_mode
    except OSError:
        return 0
