"""Places in the file system, and what can be done there.

A program names a file by a path.  Where the policy has no scopes, the path is
used as it is.  Where it has, the path is resolved, the resolved place is
checked, and then that place is used: every step from the root refuses links,
so a link that is planted between the check and the use leads nowhere.

All operations raise OSError.
"""

import errno
import os
import stat
import sys

from rpython.rlib import rposix
from rpython.rlib.rstring import assert_str0

from interpreter.effects import paths
from interpreter.effects.interrupts import signals


# Opens a directory that may be searched but not read, where there is such a
# flag.
SEARCH = os.O_RDONLY
if sys.platform.startswith('linux'):
    SEARCH = 0x200000
DIRECTORY = os.O_RDONLY | os.O_DIRECTORY
SEARCH_DIRECTORY = SEARCH | os.O_DIRECTORY


def close_fd(fd):
    try:
        os.close(fd)
    except OSError:
        pass


def retry_or_raise(error):
    """Return if a call failed because a signal came; raise ``error`` if not,
    and Interrupted if the run must stop."""
    if error.errno != errno.EINTR:
        raise error
    signals.raise_if_pending()


class Place(object):
    """A place where a file is or could be."""

    def open(self, flags, mode):
        """-> a descriptor."""
        raise NotImplementedError

    def path_text(self):
        """A path that leads here, for a library that opens it itself."""
        raise NotImplementedError

    def status(self):
        """The status of what is there, for links of their target."""
        raise NotImplementedError

    def mode(self):
        """Its type and permissions."""
        return self.status().st_mode

    def own_mode(self):
        """Like ``mode``, of a link itself."""
        raise NotImplementedError

    def names(self):
        """The entries of the directory."""
        raise NotImplementedError

    def child(self, name):
        """The Place of an entry."""
        raise NotImplementedError

    def make_directories(self):
        """Create this directory and its missing parents."""
        raise NotImplementedError

    def rename_to(self, name):
        """Give it another name in its directory."""
        raise NotImplementedError

    def unlink(self):
        raise NotImplementedError

    def remove_directory(self):
        raise NotImplementedError

    def remove_tree(self):
        """Remove a file, a link, or a directory with all it holds."""
        if not stat.S_ISDIR(self.own_mode()):
            self.unlink()
            return
        # Directories in the order found; each comes after its parent.
        directories = [self]
        i = 0
        while i < len(directories):
            directory = directories[i]
            for name in directory.names():
                entry = directory.child(name)
                if stat.S_ISDIR(entry.own_mode()):
                    directories.append(entry)
                else:
                    entry.unlink()
            i += 1
        while i > 0:
            i -= 1
            directories[i].remove_directory()


class PathPlace(Place):
    """What a path leads to, links followed.  The path has no NUL."""

    def __init__(self, path):
        self.path = assert_str0(path)

    def path_text(self):
        return self.path

    def open(self, flags, mode):
        while True:
            try:
                return os.open(self.path, flags, mode)
            except OSError as e:
                retry_or_raise(e)

    def status(self):
        return os.stat(self.path)

    def own_mode(self):
        return os.lstat(self.path).st_mode

    def names(self):
        return os.listdir(self.path)

    def child(self, name):
        if self.path.endswith('/'):
            return PathPlace(self.path + name)
        return PathPlace(self.path + '/' + name)

    def make_directories(self):
        path = self.path
        stop = 0
        while stop < len(path):
            stop = path.find('/', stop + 1)
            if stop < 0:
                stop = len(path)
            part = assert_str0(path[:stop])
            try:
                os.mkdir(part, 0777)
            except OSError:
                if stat.S_ISDIR(os.stat(part).st_mode):
                    continue
                if stop < len(path):
                    raise OSError(errno.ENOTDIR, path)
                raise

    def rename_to(self, name):
        slash = self.path.rfind('/') + 1
        assert slash >= 0
        os.rename(self.path, assert_str0(self.path[:slash] + name))

    def unlink(self):
        os.unlink(self.path)

    def remove_directory(self):
        os.rmdir(self.path)


class ResolvedPlace(Place):
    """The place with the components ``parts`` below the root, reached without
    links.  The last part may be a link for operations on the link itself."""

    def __init__(self, parts):
        self.parts = parts

    def path_text(self):
        return '/' + '/'.join(self.parts)

    def open(self, flags, mode):
        if len(self.parts) == 0:
            return os.open('/', flags, mode)
        parent = self.open_parent()
        try:
            while True:
                try:
                    return rposix.openat(self.name(), flags | os.O_NOFOLLOW,
                                         mode, parent)
                except OSError as e:
                    retry_or_raise(e)
        finally:
            close_fd(parent)

    def name(self):
        return assert_str0(self.parts[len(self.parts) - 1])

    def open_parent(self):
        """A descriptor of the directory that holds this place."""
        fd = os.open('/', SEARCH_DIRECTORY, 0)
        for i in range(len(self.parts) - 1):
            fd = self.step(fd, assert_str0(self.parts[i]))
        return fd

    def step(self, fd, name):
        """Go from a directory, which is closed, to one in it."""
        try:
            return rposix.openat(name, SEARCH_DIRECTORY | os.O_NOFOLLOW, 0,
                                 fd)
        finally:
            close_fd(fd)

    def status(self):
        fd = self.open(SEARCH, 0)
        try:
            return os.fstat(fd)
        finally:
            close_fd(fd)

    def own_mode(self):
        return self.status().st_mode

    def names(self):
        return rposix.fdlistdir(self.open(DIRECTORY, 0))

    def child(self, name):
        return ResolvedPlace(self.parts + [name])

    def make_directories(self):
        fd = os.open('/', SEARCH_DIRECTORY, 0)
        for i in range(len(self.parts)):
            name = assert_str0(self.parts[i])
            try:
                rposix.mkdirat(name, 0777, fd)
            except OSError as e:
                if e.errno != errno.EEXIST and e.errno != errno.EACCES and (
                        e.errno != errno.EROFS):
                    close_fd(fd)
                    raise
            fd = self.step(fd, name)
        close_fd(fd)

    def rename_to(self, name):
        parent = self.open_parent()
        try:
            rposix.renameat(self.name(), assert_str0(name), parent, parent)
        finally:
            close_fd(parent)

    def unlink(self):
        self.remove(False)

    def remove_directory(self):
        self.remove(True)

    def remove(self, is_directory):
        if len(self.parts) == 0:
            raise OSError(errno.EBUSY, 'remove')
        parent = self.open_parent()
        try:
            rposix.unlinkat(self.name(), parent, is_directory)
        finally:
            close_fd(parent)


def permitted(path, scopes):
    """The Place of ``path`` if it lies under one of ``scopes``, else None.
    No scopes permit everything.  The path has no NUL."""
    if len(scopes) == 0:
        return PathPlace(path)
    parts = paths.permitted_parts(path, scopes, True)
    if parts is None:
        return None
    return ResolvedPlace(parts)


def permitted_entry(path, scopes):
    """Like ``permitted``, but a link at the end is the place itself.  It and
    what it leads to have to be permitted."""
    if len(scopes) == 0:
        return PathPlace(path)
    if paths.permitted_parts(path, scopes, True) is None:
        return None
    parts = paths.permitted_parts(path, scopes, False)
    if parts is None:
        return None
    return ResolvedPlace(parts)
