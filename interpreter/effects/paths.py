"""File paths: resolution of links and comparison by component."""

import errno
import os
import stat


MAX_LINKS = 40


def components(path):
    """The non-trivial parts of a path; ``.`` is dropped, ``..`` kept."""
    return [part for part in path.split('/') if part != '' and part != '.']


def has_prefix(path, scope):
    """Whether ``scope`` covers ``path`` component by component, as text.  A
    path that goes up may leave the scope and is not covered."""
    if path.startswith('/') != scope.startswith('/'):
        return False
    path_parts = components(path)
    return '..' not in path_parts and covers(components(scope), path_parts)


def covers(scope_parts, path_parts):
    if len(scope_parts) > len(path_parts):
        return False
    for i in range(len(scope_parts)):
        if scope_parts[i] != path_parts[i]:
            return False
    return True


def real_components(path, follow_last=True):
    """The components of the absolute path that ``path`` leads to, with all
    symbolic links and ``..`` resolved.  A missing tail is taken as it is
    written.  Unless ``follow_last``, a link that ends the path stays.  Raises
    OSError (for example a loop of links)."""
    pending = []
    push_reversed(pending, components(path))
    if not path.startswith('/'):
        push_reversed(pending, components(os.getcwd()))
    resolved = []
    links = 0
    while len(pending) > 0:
        part = pending.pop()
        if part == '..':
            if len(resolved) > 0:
                resolved.pop()
            continue
        resolved.append(part)
        if not follow_last and len(pending) == 0:
            break
        here = '/' + '/'.join(resolved)
        try:
            mode = os.lstat(here).st_mode
        except OSError as e:
            if e.errno != errno.ENOENT and e.errno != errno.ENOTDIR:
                raise
            continue
        if not stat.S_ISLNK(mode):
            continue
        links += 1
        if links > MAX_LINKS:
            raise OSError(errno.ELOOP, 'too many links')
        target = os.readlink(here)
        resolved.pop()
        if target.startswith('/'):
            resolved = []
        push_reversed(pending, components(target))
    return resolved


def real_path(path):
    """``real_components`` as an absolute path.  Raises OSError."""
    return '/' + '/'.join(real_components(path))


def is_environment(path):
    """Whether a path leads to the environment of a process."""
    try:
        parts = real_components(path)
    except OSError:
        return False
    return (len(parts) >= 3 and parts[0] == 'proc' and
            parts[len(parts) - 1] == 'environ')


def push_reversed(stack, parts):
    i = len(parts) - 1
    while i >= 0:
        stack.append(parts[i])
        i -= 1


def under_any(path, scopes):
    """Whether the file that ``path`` leads to lies under one of ``scopes``.
    Links and ``..`` do not escape; unresolvable paths are outside."""
    return permitted_parts(path, scopes, True) is not None


def permitted_parts(path, scopes, follow_last):
    """The ``real_components`` of a path under one of ``scopes``, or None."""
    if path.find('\x00') >= 0:
        return None
    try:
        parts = real_components(path, follow_last)
    except OSError:
        return None
    for scope in scopes:
        if scope.find('\x00') >= 0:
            continue
        try:
            scope_parts = real_components(scope)
        except OSError:
            continue
        if covers(scope_parts, parts):
            return parts
    return None
