"""Files under names of their own, which take another's place or are removed."""

import errno
import os

from interpreter import faults

MAX_ATTEMPTS = 100


def create(base, mode):
    """Make a new file called like ``base``; -> its name and a descriptor.  It is removed
    if the process dies.  Raises OSError."""
    attempt = 0
    while True:
        name = '%s.%d-%d.tmp' % (base, os.getpid(), attempt)
        try:
            fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)
            faults.remove_when_dying(name)
            return name, fd
        except OSError as error:
            attempt += 1
            if error.errno != errno.EEXIST or attempt == MAX_ATTEMPTS:
                raise


def become(name, place):
    """Put the file ``name`` in the place of another.  Raises OSError."""
    os.rename(name, place)
    faults.remove_when_dying('')


def remove(name):
    try:
        os.unlink(name)
    except OSError:
        pass
    faults.remove_when_dying('')
