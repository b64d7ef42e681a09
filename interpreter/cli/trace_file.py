"""Where a trace is written: a file, or something that is not a regular file.

A regular file is replaced when the trace is complete, if it is a trace itself:
until then the text goes to a temporary file beside it.  Standard output, devices and
pipes get a copy of the complete text.
"""

import os

from interpreter.cli import replaceable, temporary
from interpreter.cli.failure import CommandError
from interpreter.cli.output import abbreviated
from interpreter.effects import files
from interpreter.effects.host import STDOUT

STDOUT_PATH = '-'


class TraceFile(object):
    """Open for writing; everything goes through ``fd`` until ``finish`` or
    ``discard``, one of which must be called."""

    def __init__(self, path):
        """Raises CommandError."""
        self.path = path
        self.fd = -1
        self.place = ''                 # the file to replace, if there is one
        self.temporary = ''             # the name of the temporary file
        try:
            self._open()
        except files.FileError as error:
            raise self.failure(error.msg)
        except replaceable.NotReplaceable as error:
            raise self.failure(error.reason)
        except OSError as error:
            raise self.failure(files.os_error_text(error.errno))

    def _open(self):
        if self.path != STDOUT_PATH:
            files.refuse_nul(self.path)
            self.place = replaceable.destination(self.path)
        if self.place == '':
            name, self.fd = temporary.create(_temporary_directory() + '/lexvm', 0600)
            temporary.remove(name)
            return
        mode = replaceable.check(self.place)
        self.temporary, self.fd = temporary.create(self.place, 0666)
        if mode != replaceable.NOT_THERE:
            os.chmod(self.temporary, mode)

    def failure(self, reason):
        """-> the CommandError of a trace that cannot be written."""
        return CommandError('cannot write trace %s: %s'
                            % (abbreviated(self.path), reason))

    def finish(self):
        """The text is complete.  Raises CommandError, and Interrupted while a
        pipe does not take it."""
        try:
            if self.place == '':
                self._copy()
            fd = self.fd
            self.fd = -1
            os.close(fd)
            if self.place != '':
                # The program may have written there since.
                replaceable.check(self.place)
                temporary.become(self.temporary, self.place)
                self.temporary = ''
        except replaceable.NotReplaceable as error:
            raise self.failure(error.reason)
        except OSError as error:
            raise self.failure(files.os_error_text(error.errno))
        finally:
            self.discard()

    def _copy(self):
        os.lseek(self.fd, 0, 0)
        out = STDOUT
        if self.path != STDOUT_PATH:
            out = os.open(self.path, os.O_WRONLY, 0)
        try:
            while True:
                part = files.read_some(self.fd)
                if part == '':
                    break
                files.write_all(out, part)
        finally:
            if out != STDOUT:
                os.close(out)

    def discard(self):
        """Close and remove the temporary file, if it is still there."""
        if self.fd >= 0:
            files.close(self.fd)
            self.fd = -1
        if self.temporary != '':
            temporary.remove(self.temporary)
            self.temporary = ''


def _temporary_directory():
    name = os.environ.get('TMPDIR')
    if name is None or name == '':
        return '/tmp'
    return name
