"""C libraries that are looked for when a program needs them."""

from rpython.rlib import rdynload
from rpython.rtyper.lltypesystem import rffi

# What rdynload.dlopen does by default; whether that takes an RPython string or a C
# string depends on the toolchain.
MODE = rdynload.RTLD_NOW | rdynload.RTLD_LOCAL


class LibraryMissing(Exception):
    def __init__(self, msg):
        self.msg = msg


def load(names):
    """A handle of the first library of ``names`` that is there.  Raises
    LibraryMissing."""
    for name in names:
        with rffi.scoped_str2charp(name) as path:
            handle = rdynload.c_dlopen(path, rffi.cast(rffi.INT, MODE))
        if handle:
            return handle
    raise LibraryMissing('the library %s is not installed' % names[0])


def symbol(handle, name):
    """The address of a function.  Raises LibraryMissing."""
    try:
        return rdynload.dlsym(handle, name)
    except KeyError:
        raise LibraryMissing('the installed library has no %s' % name)
