"""std.fs"""

import stat as modes

from rpython.rlib import jit
from rpython.rlib.listsort import make_timsort_class

from interpreter.effects import files, paths
from interpreter.effects.files import FileError, os_error_text
from interpreter.objects.list import newlist_str
from interpreter.objects.numbers import newbool, newint, w_unit
from interpreter.objects.record import Shape, newrecord
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import glob, utf8
from interpreter.stdlib.args import host_str
from interpreter.stdlib.registry import effect
from interpreter.stdlib.work import CONSTANT, COUNTED


STAT_SHAPE = Shape.of(['is_dir', 'is_file', 'mtime', 'size'])


def string_less(a, b):
    return a < b


StringSort = make_timsort_class(lt=string_less)


class OutsideScope(Exception):
    def __init__(self, msg):
        self.msg = msg


def readable(host, w_path):
    """The places.Place of a path.  Raises OutsideScope, and FileError for a
    NUL."""
    path = host_str(w_path)
    files.refuse_nul(path)
    place = host.policy.place_to_read(path)
    if place is None:
        raise OutsideScope('fs path `%s` outside --allow-fs-read' % path)
    return place


def writable(host, w_path):
    path = host_str(w_path)
    files.refuse_nul(path)
    return or_outside(host.policy.place_to_write(path), path)


def writable_entry(host, w_path):
    """Like ``writable``; a link at the end is not what it leads to."""
    path = host_str(w_path)
    files.refuse_nul(path)
    return or_outside(host.policy.entry_to_write(path), path)


def or_outside(place, path):
    if place is None:
        raise OutsideScope('fs path `%s` outside --allow-fs-write' % path)
    return place


def file_mode(place):
    """The mode of what is at a place; 0 if that cannot be told."""
    try:
        return place.mode()
    except OSError:
        return 0


def joined(directory, name):
    if directory.endswith('/'):
        return directory + name
    return directory + '/' + name


@effect('fs', 'exists', CONSTANT)
@jit.dont_look_inside
def exists(host, w_path):
    host.check('fs_walk')
    try:
        return newbool(file_mode(readable(host, w_path)) != 0)
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError:
        return newbool(False)


@effect('fs', 'is_file', CONSTANT)
@jit.dont_look_inside
def is_file(host, w_path):
    host.check('fs_walk')
    try:
        return newbool(modes.S_ISREG(file_mode(readable(host, w_path))))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError:
        return newbool(False)


@effect('fs', 'is_dir', CONSTANT)
@jit.dont_look_inside
def is_dir(host, w_path):
    host.check('fs_walk')
    try:
        return newbool(modes.S_ISDIR(file_mode(readable(host, w_path))))
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError:
        return newbool(False)


@effect('fs', 'stat', CONSTANT)
@jit.dont_look_inside
def stat(host, w_path):
    host.check('fs_walk')
    path = host_str(w_path)
    try:
        st = readable(host, w_path).status()
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


@effect('fs', 'list_dir', COUNTED)
@jit.dont_look_inside
def list_dir(host, w_path):
    host.check('fs_walk')
    path = host_str(w_path)
    try:
        names = readable(host, w_path).names()
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.list_dir `%s`: %s' % (path, e.msg))
    except OSError as e:
        return err_str('fs.list_dir `%s`: %s' % (path,
                                                 os_error_text(e.errno)))
    return ok(newlist_str([utf8.repaired(joined(path, name))
                           for name in names]))


@effect('fs', 'walk', COUNTED)
@jit.dont_look_inside
def walk(host, w_path):
    host.check('fs_walk')
    found = []
    here = host_str(w_path)
    try:
        # Pairs of a path and its place, in two lists.
        pending = [here]
        places = [readable(host, w_path)]
        while len(pending) > 0:
            here = pending.pop()
            place = places.pop()
            mode = place.own_mode()
            found.append(utf8.repaired(here))
            # The start may be a link; further links are not followed.
            if len(found) == 1 and modes.S_ISLNK(mode):
                mode = file_mode(place)
            if modes.S_ISDIR(mode):
                names = place.names()
                i = len(names) - 1
                while i >= 0:
                    pending.append(joined(here, names[i]))
                    places.append(place.child(names[i]))
                    i -= 1
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.walk: ' + e.msg)
    except OSError as e:
        return err_str('fs.walk: IO error for operation on %s: %s' % (
            utf8.repaired(here), os_error_text(e.errno)))
    return ok(newlist_str(found))


@effect('fs', 'glob', COUNTED)
@jit.dont_look_inside
def glob_(host, w_pattern):
    host.check('fs_walk')
    try:
        pattern = glob.Pattern(host_str(w_pattern))
    except glob.PatternError as e:
        return err_str('fs.glob: ' + e.message())
    found = [path for path in pattern.find() if host.policy.allows_read(path)]
    StringSort(found).sort()
    return ok(newlist_str([utf8.repaired(path) for path in found]))


@effect('fs', 'mkdir_p', CONSTANT)
@jit.dont_look_inside
def mkdir_p(host, w_path):
    host.check('fs_write')
    path = host_str(w_path)
    try:
        writable(host, w_path).make_directories()
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.mkdir_p `%s`: %s' % (path, e.msg))
    except OSError as e:
        return err_str('fs.mkdir_p `%s`: %s' % (path,
                                                os_error_text(e.errno)))
    return ok(w_unit)


@effect('fs', 'remove', CONSTANT)
@jit.dont_look_inside
def remove(host, w_path):
    host.check('fs_write')
    path = host_str(w_path)
    try:
        writable_entry(host, w_path).remove_tree()
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.remove `%s`: %s' % (path, e.msg))
    except OSError as e:
        return err_str('fs.remove `%s`: %s' % (path, os_error_text(e.errno)))
    return ok(w_unit)


@effect('fs', 'copy', COUNTED)
@jit.dont_look_inside
def copy(host, w_source, w_target):
    host.check('fs_walk')
    host.check('fs_write')
    source = host_str(w_source)
    target = host_str(w_target)
    try:
        from_place = readable(host, w_source)
        if paths.is_environment(source):
            host.check('env')
        to_place = writable(host, w_target)
        mode = file_mode(from_place)
        if mode != 0 and not modes.S_ISREG(mode):
            raise FileError('the source path is neither a regular file nor '
                            'a symlink to a regular file')
        data = files.read_file(from_place)
        host.output_limit.count(len(data))
        files.write_file(to_place, data, mode & 07777)
    except OutsideScope as e:
        return err_str(e.msg)
    except FileError as e:
        return err_str('fs.copy %s -> %s: %s' % (source, target, e.msg))
    return ok(w_unit)
