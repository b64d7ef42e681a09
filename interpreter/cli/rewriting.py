"""Files whose text is replaced: at once or not at all."""

import os
import stat

from rpython.rlib import rposix
from rpython.rlib.rstring import assert_str0

from interpreter.cli import temporary
from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated
from interpreter.effects import files
from interpreter.effects.interrupts import signals
from interpreter.source import files as source_files


class Original(object):
    """A file and the ``text`` that was read from it."""

    def __init__(self, path):
        """Raises CommandError."""
        self.path = path
        try:
            self.text = source_files.read(path)
        except source_files.FileError as error:
            raise self._failure('read', error.detail)

    def _failure(self, what, reason):
        return CommandError('cannot %s %s: %s' % (what, abbreviated(self.path), reason))

    def replace(self, text):
        """Put another text into the file, which keeps its owner and permissions.

        Raises CommandError, and the file is as it was, if that cannot be done or the
        file has changed since it was read; Interrupted after a signal.
        """
        signals.install()
        try:
            self._replace(text)
            signals.raise_if_pending()
        except OSError as error:
            raise self._failure('write', files.os_error_text(error.errno))
        except source_files.FileError as error:
            raise self._failure('write', error.detail)
        finally:
            signals.uninstall()

    def _replace(self, text):
        place = assert_str0(source_files.canonical(self.path))
        status = os.stat(place)
        if not stat.S_ISREG(status.st_mode):
            raise self._failure('write', 'it is not a regular file')
        if not os.access(place, os.W_OK):
            raise self._failure('write', 'it is write-protected')
        name, fd = temporary.create(place, 0600)
        try:
            try:
                files.write_all(fd, text)
                _give(fd, status)
                os.fsync(fd)
            finally:
                os.close(fd)
            if source_files.read(place) != self.text:
                raise self._failure('write', 'it has changed meanwhile; try again')
            temporary.become(name, place)
            name = ''
        finally:
            if name != '':
                temporary.remove(name)


def _give(fd, status):
    """The owner and the permissions of another file."""
    own = os.fstat(fd)
    if own.st_uid != status.st_uid or own.st_gid != status.st_gid:
        rposix.fchown(fd, status.st_uid, status.st_gid)
    rposix.fchmod(fd, stat.S_IMODE(status.st_mode))
