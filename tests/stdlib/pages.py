"""The reference pages: docs/reference has one for each module of the library.

    python -m tests.stdlib.pages --write

writes them from interpreter/stdlib/pages and the table of signatures.
"""

import os
import re
import sys

from interpreter.cli.manual_text import UNAVAILABLE, signature
from interpreter.machine.availability import is_available
from interpreter.stdlib.manual import PAGES
from interpreter.stdlib.registry import MODULES

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, 'docs', 'reference')
NOTE = '.. Written by tests/stdlib/pages.py from interpreter/stdlib/pages/%s.txt.\n\n'
CODE = re.compile(r'`([^`]*)`')

INDEX = '''\
.. Written by tests/stdlib/pages.py.

Reference of the standard library
=================================

A page for each module: what its functions take and give, and an example of each.
``lexvm docs std.list`` and ``lexvm docs std.list.fold`` show the same on a terminal,
and ``:doc list.fold`` does in ``lexvm repl``.

In signatures, capital letters stand for any type, small ones for further effects.  In
examples, lines behind ``>`` are typed into ``lexvm repl``, and the last line is the
value; examples without one need a server or another machine.

'''


def rst(text):
    """A text of the manual as reStructuredText."""
    return CODE.sub(r'``\1``', text)


def title(text, line):
    return '%s\n%s\n\n' % (text, line * len(text))


def entry_rst(entry):
    text = title(entry.path(), '-')
    text += '::\n\n    %s :: %s\n\n' % (entry.path(), signature(entry))
    if not is_available(entry.module, entry.name):
        text += '*%s.*\n\n' % UNAVAILABLE.capitalize()
    text += rst(entry.sentence) + '\n\n::\n\n'
    for line in entry.inputs:
        text += '    > %s\n' % line
    if entry.result:
        text += '    %s\n' % entry.result
    return text + '\n'


def page_rst(page):
    text = NOTE % page.module + title('std.' + page.module, '=')
    for paragraph in page.paragraphs:
        text += rst(paragraph) + '\n\n'
    text += '::\n\n    import "std.%s" as %s\n\n' % (page.module, page.module)
    for entry in page.entries:
        text += entry_rst(entry)
    return text.rstrip('\n') + '\n'


def documents():
    """{file name: text} of docs/reference."""
    result = {}
    index = INDEX
    for module in MODULES:
        page = PAGES[module]
        result[module + '.rst'] = page_rst(page)
        index += '- `std.%s <%s.rst>`_: %s\n' % (module, module, rst(page.summary()))
    result['index.rst'] = index
    return result


def main(arguments):
    found = documents()
    if '--write' not in arguments:
        print(' '.join(sorted(found)))
        return
    if not os.path.isdir(FOLDER):
        os.mkdir(FOLDER)
    for name in found:
        with open(os.path.join(FOLDER, name), 'w') as f:
            f.write(found[name])


if __name__ == '__main__':
    main(sys.argv[1:])
