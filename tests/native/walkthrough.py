"""Documents that one can follow: their programs are saved and their commands run, in the
order in which they stand there.

A ``code-block:: text`` with a ``:name:`` is a file; a number in brackets behind the name
is left out, so that a file can be replaced.  In a ``code-block:: console``, a line behind
``$`` is a command, which goes on in the next line if it ends in a backslash; the lines
below are what it prints, and ``...`` in them stands for anything.
"""

import collections
import os
import re
import subprocess

from tests.native.program import FOLDER, ROOT, require

BLOCK = re.compile(r'^\.\. code-block:: (text|console)\n((?: +:name: .*\n)?)\n'
                   r'((?: {4}.*\n|\n)+)', re.MULTILINE)

# One command of a document: the files to save before it, as pairs of name and text; the
# command; the lines that it should print.
Command = collections.namedtuple('Command', 'files line printed')


def files_and_consoles(document):
    """The blocks of a document, a path below the root: pairs of a file name, or None for
    a console, and the text."""
    with open(os.path.join(ROOT, document)) as stream:
        text = stream.read()
    for kind, name, body in BLOCK.findall(text):
        body = re.sub('^ {4}', '', body, flags=re.MULTILINE).strip('\n') + '\n'
        if kind == 'console':
            yield None, body
        elif name:
            yield re.sub(r' \(\d+\)$', '', name.strip()[len(':name: '):]), body


def commands(document):
    """The list of all Commands of a document."""
    found = []
    files = []
    for name, body in files_and_consoles(document):
        if name is not None:
            files.append((name, body))
            continue
        for line in body.splitlines():
            if line.startswith('$ '):
                found.append(Command(files, line[2:], []))
                files = []
            elif found[-1].line.endswith('\\') and not found[-1].printed:
                found[-1] = found[-1]._replace(line=found[-1].line + '\n' + line)
            else:
                found[-1].printed.append(line)
    return found


def names(found):
    """What the tests of the Commands are called."""
    return [command.line.splitlines()[0] for command in found]


def make_folder(tmpdir_factory, name):
    """An empty folder that looks like the root to a user: lexvm and examples are there."""
    require('lexvm')
    folder = tmpdir_factory.mktemp(name)
    folder.join('lexvm').mksymlinkto(os.path.join(FOLDER, 'lexvm'))
    folder.join('examples').mksymlinkto(os.path.join(ROOT, 'examples'))
    return folder


def follow(command, folder):
    """Save the files of a Command, run it, and compare what it prints."""
    for name, text in command.files:
        folder.join(name).write(text, ensure=True)
    path = '%s:%s' % (folder, os.environ['PATH'])
    process = subprocess.Popen(['bash', '-c', command.line], cwd=str(folder),
                               env=dict(os.environ, PATH=path),
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    printed = process.communicate()[0].splitlines()
    assert len(printed) == len(command.printed), '\n'.join(printed)
    for line, pattern in zip(printed, command.printed):
        parts = [re.escape(part) for part in pattern.split('...')]
        assert re.match('.*'.join(parts) + '$', line), (line, pattern)
