"""Reading files and canonical paths."""

import errno
import os
import stat

from rpython.rlib import rposix
from rpython.rlib.rstring import StringBuilder, assert_str0
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

MAX_SIZE = 256 << 20

_CHUNK = 1 << 20
_PATH_SPACE = 4097

_c_realpath = rffi.llexternal(
    'realpath', [rffi.CCHARP, rffi.CCHARP], rffi.CCHARP,
    compilation_info=ExternalCompilationInfo(includes=['stdlib.h']),
    save_err=rffi.RFFI_SAVE_ERRNO)

NO_FILE = 'No such file or directory (os error 2)'


class FileError(Exception):
    """``detail`` is the text of the operating system."""

    def __init__(self, detail):
        self.detail = detail


def system_error(error):
    """``No such file or directory (os error 2)``."""
    return '%s (os error %d)' % (os.strerror(error), error)


def read(path):
    """The bytes of a file, which may be a device without an end; raises
    FileError."""
    if '\x00' in path:
        raise FileError(NO_FILE)
    builder = StringBuilder()
    size = 0
    try:
        descriptor = os.open(assert_str0(path), os.O_RDONLY, 0)
        try:
            while True:
                chunk = _read_some(descriptor)
                if chunk == '':
                    break
                builder.append(chunk)
                size += len(chunk)
                if size > MAX_SIZE:
                    raise FileError('more than %d bytes' % MAX_SIZE)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileError(system_error(error.errno))
    return builder.build()


def _read_some(descriptor):
    """Like os.read, also across signals."""
    while True:
        try:
            return os.read(descriptor, _CHUNK)
        except OSError as error:
            if error.errno != errno.EINTR:
                raise


def current_folder():
    """The canonical path of the current folder, '' if it cannot be told."""
    try:
        return os.getcwd()
    except OSError:
        return ''


def entries(folder):
    """The names in a folder, none if it cannot be read."""
    try:
        return os.listdir(assert_str0(folder))
    except OSError:
        return []


def exists(path):
    if '\x00' in path:
        return False
    try:
        os.stat(assert_str0(path))
    except OSError:
        return False
    return True


def is_special(path):
    """Whether a path leads to a device, a pipe or a socket."""
    try:
        mode = os.stat(assert_str0(path)).st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def canonical(path):
    """The absolute path without links and ``..``; raises FileError."""
    if '\x00' in path:
        raise FileError(NO_FILE)
    space = lltype.malloc(rffi.CCHARP.TO, _PATH_SPACE, flavor='raw')
    try:
        with_nul = rffi.str2charp(path)
        try:
            result = _c_realpath(with_nul, space)
        finally:
            rffi.free_charp(with_nul)
        if not result:
            raise FileError(system_error(rposix.get_saved_errno()))
        return rffi.charp2str(space)
    finally:
        lltype.free(space, flavor='raw')


# Path arithmetic

def directory(path):
    """The folder of an absolute path."""
    end = path.rfind('/')
    if end <= 0:
        return '/'
    return path[:end]


def plain(path):
    """An absolute path without ``.`` and, unless links are in the way, ``..``."""
    parts = []
    for part in path.split('/'):
        if part == '..':
            if len(parts) > 0:
                parts.pop()
        elif part != '' and part != '.':
            parts.append(part)
    return '/' + '/'.join(parts)


def join(folder, path):
    if path.startswith('/'):
        return path
    if folder.endswith('/'):
        return folder + path
    return folder + '/' + path


def _extension_dot(path):
    """The index of the dot before the extension, or -1."""
    name = path.rfind('/') + 1
    dot = path.rfind('.')
    if dot <= name or path.endswith('/..') or path == '..':
        return -1
    return dot


def has_extension(path):
    return _extension_dot(path) >= 0


def with_extension(path, extension):
    """``path`` with its extension, if any, replaced; a path that does not end
    in a name stays as it is."""
    start = path.rfind('/') + 1
    assert start >= 0
    name = path[start:]
    if name == '..' or path == '' or path == '.':
        return path
    dot = _extension_dot(path)
    if dot >= 0:
        path = path[:dot]
    return path + '.' + extension


def stem(path):
    """The file name without its last extension."""
    name = path.rfind('/') + 1
    dot = _extension_dot(path)
    if dot < 0:
        dot = len(path)
    assert name >= 0
    assert dot >= 0
    return path[name:dot]
