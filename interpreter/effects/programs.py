"""Which file a program is, and what environment it starts with.

Both are settled before the child exists, in the folder where LexVM was started, so
neither the child's folder nor its environment decides what runs.
"""

import errno
import os
import stat

from rpython.rlib.rstring import assert_str0


DEFAULT_PATH = '/bin:/usr/bin'

# What a child inherits; names that end in ``*`` stand for all that start so.
INHERITED = ['HOME', 'LANG', 'LC_*', 'LOGNAME', 'PATH', 'TERM', 'TMPDIR', 'TZ', 'USER']

# What makes a program run other code than its own: variables of the loader, of
# shells and interpreters, and names of helpers.
CHOOSING = [
    'BASHOPTS', 'BASH_ENV', 'BASH_FUNC_*', 'BROWSER', 'CDPATH', 'DYLD_*', 'EDITOR', 'ENV',
    'GCONV_PATH', 'GIT_ASKPASS', 'GIT_CONFIG*', 'GIT_DIR', 'GIT_EDITOR', 'GIT_EXEC_PATH',
    'GIT_EXTERNAL_DIFF', 'GIT_PAGER', 'GIT_PROXY_COMMAND', 'GIT_SEQUENCE_EDITOR', 'GIT_SSH*',
    'GIT_TEMPLATE_DIR', 'GLIBC_TUNABLES', 'GTK_MODULES', 'GTK_PATH', 'IFS', 'JAVA_OPTS',
    'JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS', 'LD_*', 'LESSCLOSE', 'LESSOPEN',
    'LOCPATH', 'LUA_*', 'MAKEFLAGS', 'MANPAGER', 'NLSPATH', 'NODE_*', 'OPENSSL_*', 'PAGER',
    'PATH', 'PERL*', 'PHPRC', 'PHP_INI_SCAN_DIR', 'PROMPT_COMMAND', 'PS4', 'PYTHON*',
    'QT_PLUGIN_PATH', 'RUBYLIB', 'RUBYOPT', 'SHELL', 'SHELLOPTS', 'SSH_ASKPASS', 'VISUAL',
    'ZDOTDIR',
]


class NotFound(Exception):
    """``errno`` says why there is no such program."""

    def __init__(self, number):
        self.errno = number


def matches(name, patterns):
    for pattern in patterns:
        last = len(pattern) - 1
        assert last >= 0
        if pattern[last] == '*':
            if name.startswith(pattern[:last]):
                return True
        elif name == pattern:
            return True
    return False


def chooses_code(name):
    """Whether a variable can make a program run code of somebody's choice."""
    return matches(name, CHOOSING)


def inherited_environment(is_restricted):
    """-> the variables that every child gets.  If ``is_restricted``, its PATH has no
    entries that depend on its folder."""
    result = {}
    for name, value in os.environ.items():
        if matches(name, INHERITED):
            if name == 'PATH' and is_restricted:
                value = ':'.join(absolute_entries(value))
            result[assert_str0(name)] = assert_str0(value)
    return result


def absolute_entries(path):
    return [entry for entry in path.split(':') if entry.startswith('/')]


def locate(program, path, folder):
    """-> the absolute path of a program: a path, taken from ``folder`` if it is
    relative, or a name that is looked for in the absolute entries of ``path``.  Raises
    NotFound."""
    if program.startswith('/'):
        return program
    if program.find('/') >= 0:
        return joined(folder, program)
    failure = errno.ENOENT
    if program != '':
        for entry in absolute_entries(path):
            candidate = joined(entry, program)
            try:
                mode = os.stat(assert_str0(candidate)).st_mode
            except OSError as e:
                if e.errno == errno.EACCES:
                    failure = errno.EACCES
                continue
            if stat.S_ISREG(mode) and os.access(assert_str0(candidate), os.X_OK):
                return candidate
            failure = errno.EACCES
    raise NotFound(failure)


def folder_of(cwd):
    """A folder, or None for that of LexVM, as an absolute path.  Raises OSError."""
    here = os.getcwd()
    if cwd is None:
        return here
    if cwd.startswith('/'):
        return cwd
    return joined(here, cwd)


def joined(folder, path):
    if folder.endswith('/'):
        return folder + path
    return folder + '/' + path


def has_relative_interpreter(path):
    """Whether a script's first line names an interpreter by a path that depends on the
    folder of the child."""
    try:
        fd = os.open(assert_str0(path), os.O_RDONLY | os.O_NONBLOCK, 0)
    except OSError:
        return False
    try:
        start = os.read(fd, 256)
    except OSError:
        return False
    finally:
        os.close(fd)
    return start.startswith('#!') and not start[2:].lstrip(' \t').startswith('/')
