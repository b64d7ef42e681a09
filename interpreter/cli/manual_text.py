"""The manual of the standard library on a terminal and as JSON."""

from interpreter.check import wording
from interpreter.check.modules import MODULES
from interpreter.diagnostics.data import quote
from interpreter.machine.availability import is_available
from interpreter.stdlib import manual, registry

LINE_WIDTH = 80
UNAVAILABLE = 'not available in this build'


def signature(entry):
    """``(Str) -> [io] Unit``; '' if the checker does not know the function."""
    module = MODULES[entry.module]
    type = module.scheme(entry.name)
    if type is None:
        return ''
    return wording.signature(type)


def contents(paint):
    """The modules, a line for each."""
    lines = ['The standard library.  `lexvm docs std.list` shows a module,\n'
             '`lexvm docs std.list.fold` a function.\n\n']
    for name in registry.MODULES:
        page = manual.page(name)
        assert page is not None
        lines.append('  %s%s  %s\n' % (paint.strong('std.' + name), ' ' * (8 - len(name)),
                                       page.summary()))
    return ''.join(lines)


def page_text(page, paint):
    parts = [paint.strong('std.' + page.module), '\n\n']
    for paragraph in page.paragraphs:
        parts.append(wrapped(paragraph, ''))
        parts.append('\n')
    for entry in page.entries:
        parts.append(entry_text(entry, paint))
        parts.append('\n')
    return ''.join(parts)


def entry_text(entry, paint):
    parts = [paint.strong(entry.path()), ' :: ', signature(entry), '\n']
    if not is_available(entry.module, entry.name):
        parts.append('    (%s)\n' % UNAVAILABLE)
    parts.append(wrapped(entry.sentence, '    '))
    for text in entry.inputs:
        parts.append('    > %s\n' % text)
    if entry.result != '':
        parts.append('    %s\n' % entry.result)
    return ''.join(parts)


def wrapped(text, indent):
    """The lines of a paragraph."""
    lines = []
    line = indent
    for word in text.split(' '):
        if len(line) > len(indent):
            if len(line) + 1 + len(word) > LINE_WIDTH:
                lines.append(line + '\n')
                line = indent
            else:
                line += ' '
        line += word
    lines.append(line + '\n')
    return ''.join(lines)


# JSON, with sorted keys.

def contents_json():
    modules = []
    for name in registry.MODULES:
        page = manual.page(name)
        assert page is not None
        modules.append('{"module":"std.%s","summary":%s}' % (name, quote(page.summary())))
    return '{"modules":[' + ','.join(modules) + ']}'


def page_json(page):
    entries = [entry_json(entry) for entry in page.entries]
    return '{"functions":[%s],"module":"std.%s","text":%s}' % (
        ','.join(entries), page.module, quote('\n\n'.join(page.paragraphs)))


def entry_json(entry):
    available = 'false'
    if is_available(entry.module, entry.name):
        available = 'true'
    inputs = ','.join([quote(text) for text in entry.inputs])
    return ('{"available":%s,"example":{"inputs":[%s],"result":%s},"name":%s,'
            '"signature":%s,"text":%s}' % (
                available, inputs, quote(entry.result), quote(entry.path()),
                quote(signature(entry)), quote(entry.sentence)))
