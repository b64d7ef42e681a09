"""C libraries that are looked for when a program needs them."""

from rpython.rlib import rdynload
from rpython.rtyper.lltypesystem import rffi


class LibraryMissing(Exception):
    def __init__(self, msg):
        self.msg = msg


def load(names):
    """A handle of the first library of ``names`` that is there.  Raises
    LibraryMissing."""
    for name in names:
        path = rffi.str2charp(name)
        try:
            return rdynload.dlopen(path)
        except rdynload.DLOpenError:
            pass
        finally:
            rffi.free_charp(path)
    raise LibraryMissing('the library %s is not installed' % names[0])


def symbol(handle, name):
    """The address of a function.  Raises LibraryMissing."""
    try:
        return rdynload.dlsym(handle, name)
    except KeyError:
        raise LibraryMissing('the installed library has no %s' % name)
