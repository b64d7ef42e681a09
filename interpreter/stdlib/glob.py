"""File name patterns: ``*``, ``?``, ``[a-z]``, ``[!a-z]`` and ``**``."""

import os
import stat

from interpreter.objects.pace import pace
from interpreter.stdlib import utf8


class PatternError(Exception):
    """``position`` counts characters."""

    def __init__(self, text, offset, reason):
        assert offset >= 0
        self.position = utf8.count(text[:offset])
        self.reason = reason

    def message(self):
        return 'Pattern syntax error near position %d: %s' % (
            self.position, self.reason)


RECURSIVE = '**'
NOT_A_COMPONENT = 'recursive wildcards must form a single path component'


class Pattern(object):
    """A path pattern.  Raises PatternError."""

    def __init__(self, text):
        check(text)
        self.has_nul = text.find('\x00') >= 0
        self.absolute = text.startswith('/')
        self.wants_directories = text.endswith('/')
        self.parts = []
        for part in text.split('/'):
            # A set that holds a slash is cut in two there.
            check(part)
            repeated = (part == RECURSIVE and len(self.parts) > 0 and
                        self.parts[len(self.parts) - 1] == RECURSIVE)
            if part != '' and not repeated:
                self.parts.append(part)

    def find(self):
        """The existing paths that match, in no particular order."""
        if self.has_nul:
            return []
        root = ''
        if self.absolute:
            root = '/'
        found = {}
        # Pairs of a directory and the index of the next part, in two lists.
        directories = [root]
        indices = [0]
        while len(directories) > 0:
            directory = directories.pop()
            index = indices.pop()
            pace.effect()
            if index == len(self.parts):
                if directory != '' and not (self.wants_directories and
                                            not is_directory(directory)):
                    found[directory] = None
                continue
            part = self.parts[index]
            if part == RECURSIVE:
                last = index == len(self.parts) - 1
                if not last:
                    directories.append(directory)
                    indices.append(index + 1)
                for name in names_in(directory):
                    path = joined(directory, name)
                    if not is_plain_directory(path):
                        continue
                    if last:
                        found[path] = None
                    directories.append(path)
                    indices.append(index)
            elif not has_wildcard(part):
                path = joined(directory, part)
                if exists(path):
                    directories.append(path)
                    indices.append(index + 1)
            else:
                for name in names_in(directory):
                    # What is no text matches nothing but ``**``.
                    if utf8.is_valid(name) and matches(part, name):
                        directories.append(joined(directory, name))
                        indices.append(index + 1)
        return [each for each in found]


def check(text):
    """Raise PatternError for a malformed pattern."""
    i = 0
    while i < len(text):
        c = text[i]
        if c == '*':
            stars = i
            while i < len(text) and text[i] == '*':
                i += 1
            count = i - stars
            if count > 2:
                raise PatternError(text, stars + 2, 'wildcards are either '
                                   'regular `*` or recursive `**`')
            if count == 2:
                if stars > 0 and text[stars - 1] != '/':
                    raise PatternError(text, utf8.before(text, stars),
                                       NOT_A_COMPONENT)
                if i < len(text) and text[i] != '/':
                    raise PatternError(text, i, NOT_A_COMPONENT)
        elif c == '[':
            stop = class_end(text, i)
            if stop < 0:
                raise PatternError(text, i, 'invalid range pattern')
            i = stop + 1
        else:
            i += 1


def class_end(text, start):
    """Where the ``]`` of a class that opens at ``start`` is, or -1.  The
    first member may itself be a ``]``."""
    i = start + 1
    if i < len(text) and text[i] == '!':
        i += 1
    return text.find(']', i + 1)


def has_wildcard(part):
    for c in part:
        if c == '*' or c == '?' or c == '[':
            return True
    return False


def joined(directory, name):
    if directory == '' or directory.endswith('/'):
        return directory + name
    return directory + '/' + name


def exists(path):
    try:
        os.lstat(path)
    except OSError:
        return False
    return True


def names_in(directory):
    """The entries of a directory; none of what is not a directory."""
    try:
        if directory == '':
            return os.listdir('.')
        return os.listdir(directory)
    except OSError:
        return []


def is_directory(path):
    """A directory, or a symbolic link to one."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except OSError:
        return False


def is_plain_directory(path):
    """A directory that is not a symbolic link."""
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def matches(pattern, name):
    """Whether a name matches one path component of a pattern."""
    p = 0
    n = 0
    star = -1
    retry = 0
    while n < len(name):
        if p < len(pattern) and pattern[p] == '*':
            star = p
            retry = n
            p += 1
            continue
        if p < len(pattern):
            step = match_one(pattern, p, name, n)
            if step > 0:
                p += step
                n += utf8.width_of(ord(name[n]))
                continue
        if star < 0:
            return False
        retry += utf8.width_of(ord(name[retry]))
        n = retry
        p = star + 1
    while p < len(pattern) and pattern[p] == '*':
        p += 1
    return p == len(pattern)


def match_one(pattern, p, name, n):
    """How many pattern bytes match the character at ``n``; 0 for none."""
    if pattern[p] == '?':
        return 1
    code = utf8.code_at(name, n)
    if pattern[p] != '[':
        if utf8.code_at(pattern, p) == code:
            return utf8.width_of(ord(pattern[p]))
        return 0
    stop = class_end(pattern, p)
    if in_class(pattern, p, stop, code):
        return stop + 1 - p
    return 0


def in_class(pattern, start, stop, code):
    i = start + 1
    negated = pattern[i] == '!'
    if negated:
        i += 1
    found = False
    while i < stop:
        low = utf8.code_at(pattern, i)
        i += utf8.width_of(ord(pattern[i]))
        high = low
        if i + 1 < stop and pattern[i] == '-':
            high = utf8.code_at(pattern, i + 1)
            i += 1 + utf8.width_of(ord(pattern[i + 1]))
        if low <= code <= high:
            found = True
    return found != negated
