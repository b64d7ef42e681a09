"""Whole-file access by file descriptors.

The functions raise FileError with the text of the operating system.
"""

import errno
import os

from rpython.rlib.rstring import StringBuilder


CHUNK = 65536


class FileError(Exception):
    def __init__(self, msg):
        self.msg = msg


def os_error_text(number):
    """``No such file or directory (os error 2)`` for ENOENT."""
    return '%s (os error %d)' % (os.strerror(number), number)


def refuse_nul(path):
    """Raise FileError for a path that C would cut short."""
    if path.find('\x00') >= 0:
        raise FileError('file name contained an unexpected NUL byte')


def write_all(fd, data):
    """Write ``data`` completely.  Raises OSError."""
    size = len(data)
    done = 0
    while done < size:
        assert done >= 0
        stop = min(size, done + CHUNK)
        chunk = data
        if done > 0 or stop < size:
            chunk = data[done:stop]
        try:
            done += os.write(fd, chunk)
        except OSError as e:
            if e.errno != errno.EINTR:
                raise


def read_some(fd):
    """Up to CHUNK bytes; '' at the end.  Raises OSError."""
    while True:
        try:
            return os.read(fd, CHUNK)
        except OSError as e:
            if e.errno != errno.EINTR:
                raise


def read_file(path):
    """The bytes of a file."""
    refuse_nul(path)
    try:
        fd = os.open(path, os.O_RDONLY, 0)
        try:
            builder = StringBuilder()
            while True:
                data = read_some(fd)
                if len(data) == 0:
                    return builder.build()
                builder.append(data)
        finally:
            os.close(fd)
    except OSError as e:
        raise FileError(os_error_text(e.errno))


def write_file(path, data):
    """Create or truncate a file and write ``data`` into it."""
    refuse_nul(path)
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0666)
        try:
            write_all(fd, data)
        finally:
            os.close(fd)
    except OSError as e:
        raise FileError(os_error_text(e.errno))


def open_to_append(path):
    """A descriptor that writes at the end of a file, created if missing."""
    refuse_nul(path)
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0666)
    except OSError as e:
        raise FileError(os_error_text(e.errno))


def close(fd):
    try:
        os.close(fd)
    except OSError:
        pass
