"""The warnings of ``lexvm check --strict`` as text and as JSON."""

from interpreter.canonical.json import quote
from interpreter.cli.output import INDENT, printable
from interpreter.source.errors import Locator, excerpt


def warnings_text(warnings, text, path):
    """For each warning a line, the place, the source line and a caret."""
    lines = []
    locator = Locator(text)
    for warning in warnings:
        line, column = locator.position(warning.offset)
        lines.append('[%s] %s (%s)\n' % (warning.code, warning.message,
                                         warning.location))
        lines.append('%s--> %s:%d:%d\n' % (INDENT, path, line, column))
        for shown in excerpt(text, warning.offset).split('\n'):
            lines.append(INDENT + '  ' + printable(shown) + '\n')
    return ''.join(lines)


def warnings_json(warnings, text, path):
    """A compact JSON array; the keys of its objects are sorted."""
    objects = []
    locator = Locator(text)
    for warning in warnings:
        line, column = locator.position(warning.offset)
        objects.append(
            '{"code":%s,"location":%s,"message":%s,'
            '"position":{"col":%d,"file":%s,"line":%d}}' % (
                quote(warning.code), quote(warning.location),
                quote(warning.message), column, quote(path), line))
    return '[' + ','.join(objects) + ']'
