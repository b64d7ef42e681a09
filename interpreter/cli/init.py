"""``lexvm init``: the files of a new package."""

import errno
import os

from rpython.rlib.rstring import assert_str0, replace

from interpreter.cli.failure import EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help
from interpreter.cli.output import abbreviated, write_out
from interpreter.cli.scaffold import FILES
from interpreter.cli.usage import INIT_HELP
from interpreter.diagnostics.data import quote
from interpreter.effects import files
from interpreter.source import files as source_files

USAGE = 'usage: lexvm init [<dir>]'
DEFAULT_NAME = 'my-package'


def init(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(INIT_HELP)
        return EXIT_OK
    folder = '.'
    if len(words) > 1 or (len(words) == 1 and words[0].startswith('-')):
        raise CommandError(USAGE)
    if len(words) == 1:
        folder = words[0]
    if folder == '':
        raise CommandError(USAGE)
    _make_folder(folder)
    name = _package_name(folder)
    created = []
    skipped = []
    for path, template in FILES:
        text = replace(template, '@NAME@', name)
        if _create(source_files.join(folder, path), text):
            created.append(path)
        else:
            skipped.append(path)
    if reporter.as_json:
        reporter.success('{"created":%s,"package":%s,"skipped":%s}' % (
            _list(created), quote(name), _list(skipped)))
        return EXIT_OK
    write_out(''.join(['  created  %s\n' % path for path in created]))
    write_out(''.join(['  skipped  %s  (already exists)\n' % path for path in skipped]))
    if len(created) > 0:
        write_out('\nNext: lexvm ci%s\n' % (
            '' if folder == '.' else ', in the folder ' + folder))
    return EXIT_OK


def _list(words):
    return '[' + ','.join([quote(word) for word in words]) + ']'


def _package_name(folder):
    """That of the folder, as far as it makes a name."""
    try:
        path = source_files.canonical(folder)
    except source_files.FileError:
        path = ''
    start = path.rfind('/') + 1
    assert start >= 0
    name = ''
    for char in path[start:]:
        if char.isalnum() or char == '-' or char == '_' or char == '.':
            name += char
        else:
            name += '-'
    for char in name:
        if char.isalnum():
            return name
    return DEFAULT_NAME


def _make_folder(path):
    """Make a folder and those it is in, unless they are there.  Raises CommandError."""
    for end in range(1, len(path) + 1):
        if end < len(path) and path[end] != '/':
            continue
        part = path[:end]
        try:
            os.mkdir(assert_str0(part), 0777)
        except OSError as error:
            if error.errno != errno.EEXIST:
                raise _failure(part, error)


def _create(path, text):
    """Write a file, unless there is one.  Raises CommandError."""
    _make_folder(source_files.directory(path))
    try:
        fd = os.open(assert_str0(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0666)
        try:
            files.write_all(fd, text)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno == errno.EEXIST:
            return False
        raise _failure(path, error)
    return True


def _failure(path, error):
    return CommandError('cannot create %s: %s' % (
        abbreviated(path), files.os_error_text(error.errno)))
