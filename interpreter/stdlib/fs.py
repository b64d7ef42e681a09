"""std.fs"""

import os
import stat as modes

from rpython.rlib import jit
from rpython.rlib.listsort import make_timsort_class

from interpreter.effects import files
from interpreter.effects.files import FileError, os_error_text
from interpreter.objects.list import newlist_str
from interpreter.objects.numbers import newbool, newint, w_unit
from interpreter.objects.record import Shape, newrecord
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import glob
from interpreter.stdlib.args import host_str
from interpreter.stdlib.registry import effect


STAT_SHAPE = Shape.of(['is_dir', 'is_file', 'mtime', 'size'])


def string_less(a, b):
    return a < b


StringSort = make_timsort_class(lt=string_less)


class OutsideScope(Exception):
    def __init__(self, msg):
        self.msg = msg


def readable(host, w_path):
    """The path text.  Raises OutsideScope, and FileError for a NUL."""
    path = host_str(w_path)
    files.refuse_nul(path)
    if not host.policy.allows_read(path):
        raise OutsideScope('fs path `%s` outside --allow-fs-read' % path)
    return path


def writable(host, w_path):
    path = host_str(w_path)
    files.refuse_nul(path)
    if not host.policy.allows_write(path):
        raise OutsideScope('fs path `%s` outside --allow-fs-write' % path)
    return path


def file_mode(path):
    """The mode of what a path leads to; 0 if that cannot be told."""
    try:
        return os.stat(path).st_mode
    except OSError:
        return 0


def is_directory(path):
    return modes.S_ISDIR(file_mode(path))


def is_link(path):
    try:
        return modes.S_ISLNK(os.lstat(path).st_mode)
    except OSError:
        return False


def joined(directory, name):
    if directory.endswith('/'):
        return directory + name
    return directory + '/' + name


@effect('fs', 'exists')
@jit.dont_look_inside
def exists(host, w_path):
    host.check('fs_walk')
    try:
        return newbool(file_mode(readable(host, w_path)) != 0)
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError:
        return newbool(False)


@effect('fs', 'is_file')
@jit.dont_look_inside
def is_file(host, w_path):
    host.check('fs_walk')
    try:
        return newbool(modes.S_ISREG(file_mode(readable(host, w_path))))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError:
        return newbool(False)


@effect('fs', 'is_dir')
@jit.dont_look_inside
def is_dir(host, w_path):
    host.check('fs_walk')
    try:
        return newbool(is_directory(readable(host, w_path)))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError:
        return newbool(False)


@effect('fs', 'stat')
@jit.dont_look_inside
def stat(host, w_path):
    host.check('fs_walk')
    path = host_str(w_path)
    try:
        st = os.stat(readable(host, w_path))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.stat `%s`: %s' % (path, e.msg))
    except OSError as e:
        return err_str('fs.stat `%s`: %s' % (path, os_error_text(e.errno)))
    return ok(newrecord(STAT_SHAPE, [
        newbool(modes.S_ISDIR(st.st_mode)),
        newbool(modes.S_ISREG(st.st_mode)),
        newint(max(int(st.st_mtime), 0)), newint(int(st.st_size))]))


@effect('fs', 'list_dir')
@jit.dont_look_inside
def list_dir(host, w_path):
    host.check('fs_walk')
    path = host_str(w_path)
    try:
        names = os.listdir(readable(host, w_path))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.list_dir `%s`: %s' % (path, e.msg))
    except OSError as e:
        return err_str('fs.list_dir `%s`: %s' % (path,
                                                 os_error_text(e.errno)))
    return ok(newlist_str([joined(path, name) for name in names]))


@effect('fs', 'walk')
@jit.dont_look_inside
def walk(host, w_path):
    host.check('fs_walk')
    found = []
    here = host_str(w_path)
    try:
        pending = [readable(host, w_path)]
        while len(pending) > 0:
            here = pending.pop()
            mode = os.lstat(here).st_mode
            found.append(here)
            # The start may be a link; further links are not followed.
            if len(found) == 1 and modes.S_ISLNK(mode):
                mode = file_mode(here)
            if modes.S_ISDIR(mode):
                names = os.listdir(here)
                i = len(names) - 1
                while i >= 0:
                    pending.append(joined(here, names[i]))
                    i -= 1
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.walk: ' + e.msg)
    except OSError as e:
        return err_str('fs.walk: IO error for operation on %s: %s' % (
            here, os_error_text(e.errno)))
    return ok(newlist_str(found))


@effect('fs', 'glob')
@jit.dont_look_inside
def glob_(host, w_pattern):
    host.check('fs_walk')
    try:
        pattern = glob.Pattern(host_str(w_pattern))
    except glob.PatternError as e:
        return err_str('fs.glob: ' + e.message())
    found = [path for path in pattern.find() if host.policy.allows_read(path)]
    StringSort(found).sort()
    return ok(newlist_str(found))


@effect('fs', 'mkdir_p')
@jit.dont_look_inside
def mkdir_p(host, w_path):
    host.check('fs_write')
    path = host_str(w_path)
    try:
        make_directories(writable(host, w_path))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.mkdir_p `%s`: %s' % (path, e.msg))
    except OSError as e:
        return err_str('fs.mkdir_p `%s`: %s' % (path,
                                                os_error_text(e.errno)))
    return ok(w_unit)


def make_directories(path):
    """Create a directory and its missing parents.  Raises OSError."""
    stop = 0
    while stop < len(path):
        stop = path.find('/', stop + 1)
        if stop < 0:
            stop = len(path)
        part = path[:stop]
        try:
            os.mkdir(part, 0777)
        except OSError:
            if not is_directory(part):
                raise


@effect('fs', 'remove')
@jit.dont_look_inside
def remove(host, w_path):
    host.check('fs_write')
    path = host_str(w_path)
    try:
        remove_tree(writable(host, w_path))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.remove `%s`: %s' % (path, e.msg))
    except OSError as e:
        return err_str('fs.remove `%s`: %s' % (path, os_error_text(e.errno)))
    return ok(w_unit)


def remove_tree(path):
    """Remove a file, a link, or a directory with all it holds.  Raises
    OSError."""
    if not modes.S_ISDIR(os.lstat(path).st_mode):
        os.unlink(path)
        return
    # Directories in the order found; each comes after its parent.
    directories = [path]
    i = 0
    while i < len(directories):
        directory = directories[i]
        for name in os.listdir(directory):
            entry = joined(directory, name)
            if is_directory(entry) and not is_link(entry):
                directories.append(entry)
            else:
                os.unlink(entry)
        i += 1
    while i > 0:
        i -= 1
        os.rmdir(directories[i])


@effect('fs', 'copy')
@jit.dont_look_inside
def copy(host, w_source, w_target):
    host.check('fs_walk')
    host.check('fs_write')
    source = host_str(w_source)
    target = host_str(w_target)
    try:
        readable(host, w_source)
        writable(host, w_target)
        mode = file_mode(source)
        if mode != 0 and not modes.S_ISREG(mode):
            raise FileError('the source path is neither a regular file nor '
                            'a symlink to a regular file')
        data = files.read_file(source)
        files.write_file(target, data)
        os.chmod(target, mode & 07777)
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.copy %s -> %s: %s' % (source, target, e.msg))
    except OSError as e:
        return err_str('fs.copy %s -> %s: %s' % (source, target,
                                                 os_error_text(e.errno)))
    return ok(w_unit)
