"""``lexvm run --profile FILE``: where the steps of a run went."""

import os

from rpython.rlib.listsort import make_timsort_class

from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated, write_error
from interpreter.cli.profile_tree import (
    MARK, Names, collapsed, flame_graph, percent, shares, tree_of)
from interpreter.effects import files
from interpreter.machine.modes import CALLS
from interpreter.source.mangling import plain_name

SVG = '.svg'
COLLAPSED = '.folded'

# So many functions are named on standard error.
MOST_SHOWN = 10


class Profile(object):
    """The profile of one run, or nothing if ``path`` is empty."""

    def __init__(self, path):
        """Opens the file, before the kernel restricts that.  Raises CommandError."""
        self.path = path
        self.fd = -1
        self.profiler = None
        if path == '':
            return
        if not path.endswith(SVG) and not path.endswith(COLLAPSED):
            raise CommandError(
                '--profile: `%s` must end in %s, for a flame graph, or in %s, for '
                'collapsed stacks' % (abbreviated(path), SVG, COLLAPSED))
        try:
            files.refuse_nul(path)
            self.fd = os.open(path, os.O_RDWR | os.O_CREAT, 0666)
            if not _is_profile(files.read_some(self.fd), path):
                raise CommandError('--profile: `%s` is something else than a profile '
                                   'and is not replaced' % abbreviated(path))
            os.ftruncate(self.fd, 0)
            os.lseek(self.fd, 0, 0)
        except OSError as error:
            raise self._failure(files.os_error_text(error.errno))
        except files.FileError as error:
            raise self._failure(error.msg)

    def _failure(self, reason):
        return CommandError('cannot write profile %s: %s' % (abbreviated(self.path),
                                                             reason))

    def start(self, session, counts_calls):
        """``session`` runs from now on, and has its Checks."""
        if self.fd >= 0:
            self.profiler = session.profile()
            if counts_calls:
                session.vm.base_mode |= CALLS

    def save(self, session, sources, counts_calls):
        """The run is over.  Writes the file, and a summary on standard error.  Raises
        CommandError."""
        profiler = self.profiler
        if profiler is None:
            return
        profiler.end(session.steps())
        names = Names(session.program, sources)
        if self.path.endswith(SVG):
            text = flame_graph(tree_of(profiler, names, True),
                               '%d steps, %d samples' % (session.steps(),
                                                         profiler.samples))
        else:
            text = collapsed(tree_of(profiler, names, False))
        try:
            files.write_all(self.fd, text)
        except OSError as error:
            raise self._failure(files.os_error_text(error.errno))
        write_error(_summary(profiler, names, session.steps()))
        if counts_calls:
            write_error(_calls(session.program))
        write_error('profile saved: %s\n' % abbreviated(self.path))

    def close(self):
        if self.fd >= 0:
            files.close(self.fd)
            self.fd = -1


def _is_profile(start, path):
    """Whether a file that starts like this may be replaced."""
    if start == '':
        return True
    if path.endswith(SVG):
        return start.find(MARK) >= 0
    line = start.split('\n')[0]
    space = line.rfind(' ') + 1
    if space <= 1 or space == len(line):
        return False
    for i in range(space, len(line)):
        if not '0' <= line[i] <= '9':
            return False
    return True


def _summary(profiler, names, total):
    lines = ['profile: %d steps, %d samples\n' % (total, profiler.samples)]
    found = shares(profiler, names)
    for i in range(min(len(found), MOST_SHOWN)):
        share = found[i]
        text = percent(share.steps, total)
        lines.append('  %s%s  %s' % (' ' * max(0, 7 - len(text)), text, share.name))
        place = share.busiest()
        if place != '':
            lines.append('  (%s)' % place)
        lines.append('\n')
    return ''.join(lines)


def _is_called_more(a, b):
    return a.calls > b.calls


_CalledSort = make_timsort_class(lt=_is_called_more)


def _calls(program):
    """The functions by how often they ran, the most often first."""
    called = [function for function in program.functions if function.calls > 0]
    _CalledSort(called).sort()
    lines = ['calls that ran:\n']
    for function in called:
        name = plain_name(function.name)
        if function.parent != '':
            name = 'a function value in ' + plain_name(function.parent)
        lines.append('  %d  %s\n' % (function.calls, name))
    return ''.join(lines)
