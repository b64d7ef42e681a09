"""C libraries that are looked for only when a program needs them."""

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi

from interpreter.effects import dynlib


class LibraryError(Exception):
    """A library, or a function of it, is not on this system."""

    def __init__(self, msg):
        self.msg = msg


class SharedLibrary(object):
    """One library under the file names that it may have, tried in order."""

    def __init__(self, title, file_names):
        self.title = title
        self.file_names = file_names
        self.is_open = False
        self.handle = lltype.nullptr(rffi.VOIDP.TO)

    @jit.dont_look_inside
    def open(self):
        """Raises LibraryError."""
        if self.is_open:
            return
        try:
            self.handle = dynlib.load(self.file_names)
        except dynlib.LibraryMissing:
            raise LibraryError('%s is not installed (looked for %s)' % (
                self.title, ', '.join(self.file_names)))
        self.is_open = True

    @jit.dont_look_inside
    def address(self, name):
        """Of a function.  Raises LibraryError."""
        self.open()
        try:
            return dynlib.symbol(self.handle, name)
        except dynlib.LibraryMissing:
            raise LibraryError('%s has no function %s' % (self.title, name))
