"""Which file a trace may replace: one that is a trace, is empty, or is not there.

A word too many or too few on the command line can make a file of the user's the
argument of ``--trace``.
"""

import errno
import os
import stat

from interpreter.cli.failure import CommandError
from interpreter.cli.saved_trace import load_trace
from interpreter.cli.trace_writer import HEAD, is_complete_tail
from interpreter.effects import files
from interpreter.effects.host import STDERR, STDOUT

MAX_LINKS = 40
NOT_THERE = -1
# The longest part of a trace behind its last value, and more, in bytes.
TAIL_SIZE = 4096


class NotReplaceable(Exception):
    """``reason`` ends the sentence "cannot write trace TRACE: "."""

    def __init__(self, reason):
        self.reason = reason


def destination(path):
    """The file that ``path`` leads to or would make, symbolic links followed; '' if
    it is a pipe or a character device.  Raises OSError and NotReplaceable."""
    for _ in range(MAX_LINKS):
        try:
            mode = os.lstat(path).st_mode
        except OSError as error:
            if error.errno == errno.ENOENT:
                return path
            raise
        if stat.S_ISREG(mode):
            return path
        if stat.S_ISDIR(mode):
            raise OSError(errno.EISDIR, 'is a directory')
        if stat.S_ISBLK(mode):
            raise NotReplaceable('it is a block device')
        if not stat.S_ISLNK(mode):
            return ''
        link = os.readlink(path)
        slash = path.rfind('/') + 1
        if link.startswith('/') or slash == 0:
            path = link
        else:
            assert slash >= 0
            path = path[:slash] + link
    raise OSError(errno.ELOOP, 'too many links')


def check(place):
    """The permissions of the regular file at ``place``, which may be replaced;
    NOT_THERE if there is none.  Raises OSError and NotReplaceable."""
    try:
        status = os.stat(place)
    except OSError as error:
        if error.errno == errno.ENOENT:
            return NOT_THERE
        raise
    if not os.access(place, os.W_OK):
        raise OSError(errno.EACCES, 'not writable')
    for fd in [STDOUT, STDERR]:
        if _is_open_as(fd, status):
            raise NotReplaceable(
                'standard output or standard error goes there; use --trace - for '
                'standard output, or another name')
    if not stat.S_ISREG(status.st_mode) or (
            status.st_size > 0 and not _is_trace(place, int(status.st_size))):
        raise NotReplaceable('the file exists and is not a trace; use another name, '
                             'or remove it')
    return stat.S_IMODE(status.st_mode)


def _is_open_as(fd, status):
    try:
        other = os.fstat(fd)
    except OSError:
        return False
    return other.st_dev == status.st_dev and other.st_ino == status.st_ino


def _is_trace(path, size):
    """Traces that LexVM wrote are known by their ends, others are read whole."""
    fd = os.open(path, os.O_RDONLY, 0)
    try:
        head = files.read_some(fd)
        os.lseek(fd, max(0, size - TAIL_SIZE), 0)
        tail = files.read_some(fd)
    finally:
        files.close(fd)
    if head.startswith(HEAD) and is_complete_tail(tail):
        return True
    if not head.lstrip(' \t\r\n').startswith('{'):
        return False
    try:
        load_trace(path)
    except CommandError:
        return False
    return True
