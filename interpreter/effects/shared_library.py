"""C libraries that are looked for only when a program needs them."""

from rpython.rlib import jit, rdynload
from rpython.rtyper.lltypesystem import lltype, rffi


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
        for name in self.file_names:
            c_name = rffi.str2charp(name)
            try:
                self.handle = rdynload.dlopen(c_name)
                self.is_open = True
                return
            except rdynload.DLOpenError:
                pass
            finally:
                rffi.free_charp(c_name)
        raise LibraryError('%s is not installed (looked for %s)' % (
            self.title, ', '.join(self.file_names)))

    @jit.dont_look_inside
    def address(self, name):
        """Of a function.  Raises LibraryError."""
        self.open()
        try:
            return rdynload.dlsym(self.handle, name)
        except KeyError:
            raise LibraryError('%s has no function %s' % (self.title, name))
