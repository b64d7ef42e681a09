"""Whole-file access by file descriptors.

The functions raise FileError with the text of the operating system.
"""

import errno
import os

from rpython.rlib import rposix
from rpython.rlib.rstring import StringBuilder
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects.interrupts import signals
from interpreter.objects.pace import pace


CHUNK = 65536
NO_MODE = -1

# For calls from compiled code: one that lets others run meanwhile would have to write
# the frame back first.
_write = rffi.llexternal('write', [rffi.INT, rffi.VOIDP, rffi.SIZE_T], rffi.SSIZE_T,
                         releasegil=False, save_err=rffi.RFFI_SAVE_ERRNO)


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
    """Write ``data`` completely.  Raises OSError and Interrupted."""
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
            signals.raise_if_pending()


def write_raw(fd, buffer, size):
    """Write the first ``size`` bytes of a CCHARP to a regular file.  Raises
    OSError."""
    done = 0
    while done < size:
        rest = rffi.cast(rffi.VOIDP, rffi.ptradd(buffer, done))
        count = rffi.cast(lltype.Signed, _write(
            rffi.cast(rffi.INT, fd), rest, rffi.cast(rffi.SIZE_T, size - done)))
        if count >= 0:
            done += count
        elif rposix.get_saved_errno() != errno.EINTR:
            number = rposix.get_saved_errno()
            raise OSError(number, 'write failed')


def read_some(fd):
    """Up to CHUNK bytes; '' at the end.  Raises OSError and Interrupted."""
    while True:
        try:
            data = os.read(fd, CHUNK)
            assert data is not None
            return data
        except OSError as e:
            if e.errno != errno.EINTR:
                raise
            signals.raise_if_pending()


def read_file(place):
    """The bytes of the file at a places.Place."""
    try:
        fd = place.open(os.O_RDONLY, 0)
        try:
            builder = StringBuilder()
            while True:
                data = read_some(fd)
                if len(data) == 0:
                    return builder.build()
                builder.append(data)
                pace.work(len(data))
        finally:
            os.close(fd)
    except OSError as e:
        raise FileError(os_error_text(e.errno))


def write_file(place, data, mode=NO_MODE):
    """Create or truncate the file at a places.Place and write ``data`` into
    it.  ``mode`` are its permissions, unless NO_MODE."""
    try:
        fd = place.open(os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0666)
        try:
            write_all(fd, data)
            if mode != NO_MODE:
                rposix.fchmod(fd, mode)
        finally:
            os.close(fd)
    except OSError as e:
        raise FileError(os_error_text(e.errno))


def open_to_append(place):
    """A descriptor that writes at the end of a file, created if missing.
    Child processes do not inherit it."""
    try:
        fd = place.open(os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0666)
        rposix.set_inheritable(fd, False)
        return fd
    except OSError as e:
        raise FileError(os_error_text(e.errno))


def close(fd):
    try:
        os.close(fd)
    except OSError:
        pass
