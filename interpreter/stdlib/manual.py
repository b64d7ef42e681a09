"""What people are told about the standard library.

``pages`` has a text for each module: paragraphs about the module, and for each
function a name behind ``= ``, a sentence, inputs of an example behind ``> ``, and
the value of the last of them.  Without a value, the example is not run by tests,
because it needs another machine.  Signatures are those of ``signatures``.

The texts are read when this file is imported; lookups are made when LexVM runs.
"""

import os

from interpreter.stdlib.registry import MODULES

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'pages')


class Entry(object):
    """A function: a sentence about it, and an example.  ``result`` is the text of the
    value of the last input, '' if the example is not run."""

    def __init__(self, module, name):
        self.module = module
        self.name = name
        self.sentence = ''
        self.inputs = []
        self.result = ''

    def path(self):
        return self.module + '.' + self.name


class Page(object):
    """A module: paragraphs about it and the Entries of its functions."""

    def __init__(self, module):
        self.module = module
        self.paragraphs = []
        self.entries = []

    def summary(self):
        """The first sentence about the module."""
        text = self.paragraphs[0]
        for i in range(len(text)):
            if text[i] == '.' and (i + 1 == len(text) or text[i + 1] == ' '):
                return text[:i + 1]
        return text


def read_page(module, text):
    """The Page that a text spells; raises ValueError."""
    page = Page(module)
    entry = None
    for line in text.splitlines():
        if line == '':
            continue
        if line.startswith('= '):
            entry = Entry(module, line[2:])
            page.entries.append(entry)
        elif entry is None:
            page.paragraphs.append(line)
        elif entry.sentence == '':
            entry.sentence = line
        elif line.startswith('> ') and entry.result == '':
            entry.inputs.append(line[2:])
        elif len(entry.inputs) > 0 and entry.result == '':
            entry.result = line
        else:
            raise ValueError('std.%s: %r is in no place' % (module, line))
    return page


def _read_pages():
    pages = {}
    for module in MODULES:
        with open(os.path.join(FOLDER, module + '.txt')) as stream:
            pages[module] = read_page(module, stream.read())
    return pages


PAGES = _read_pages()


def page(module):
    """The Page of a module, or None."""
    return PAGES.get(module, None)
