"""Errors below the grammar: characters and literals that make no token, and strings
that do not end where they should."""

from interpreter.diagnostics.diagnosis import Diagnosis, Span
from interpreter.diagnostics.places import line_bounds
from interpreter.source import brackets, habits, utf8

# Quotes of other scripts, in UTF-8.
_CURLY = ['\xe2\x80\x9c', '\xe2\x80\x9d', '\xe2\x80\x98', '\xe2\x80\x99', '\xc2\xab',
          '\xc2\xbb']


def explain(text, error):
    """The Diagnosis of a LexSourceError about ``text``."""
    quote = brackets.open_string(text)
    if 0 <= quote < error.offset:
        return _open_string(text, quote)
    if error.diagnosis is not None:
        return error.diagnosis
    if error.is_lexical:
        return _lexical(text, error.offset, error.end)
    return Diagnosis(_plain(error.message), Span('', error.offset, error.offset + 1))


def _plain(message):
    """A message of the parser without its prefix."""
    if not message.startswith('parse error at byte '):
        return message
    colon = message.find(': ')
    assert colon >= 0
    return message[colon + 2:]


def _open_string(text, quote):
    _, end = line_bounds(text, quote)
    result = Diagnosis('this text does not end on its line', Span('', quote, end))
    result.help('add the closing `"`; a line break inside of a text is written `\\n`')
    return result


def _lexical(text, start, end):
    char = text[start]
    if char == '"' or (end - start > 1 and text[start + 1] == '"'
                       and (char == 'f' or char == 'b')):
        return _string(text, start, end)
    if '0' <= char <= '9':
        result = Diagnosis('this number is too large for an Int', Span('', start, end))
        result.help('the largest Int is 9223372036854775807; with a fraction, `1.0`, it '
                    'is a Float')
        return result
    size = utf8.char_length(text, start)
    stop = start + size
    assert 0 <= start <= stop
    shown = text[start:stop]
    result = Diagnosis('`%s` has no meaning here' % shown, Span('', start, stop))
    if shown in _CURLY:
        result.help('a text is in straight quotes: `"text"`')
    elif shown in habits.CHARACTERS:
        result.help(habits.CHARACTERS[shown])
    return result


def _string(text, start, end):
    """A string that does not end, or has an escape that there is not."""
    quote = start
    if text[start] != '"':
        quote += 1
    if end < len(text) or (end - quote > 1 and text[end - 1] == '"'):
        at = _bad_escape(text, quote, end)
        if at >= 0:
            result = Diagnosis('there is no such escape',
                               Span('', at, at + 1 + utf8.char_length(text, at + 1)))
            result.help('the escapes are \\n \\t \\r \\0 \\" and \\\\; other characters '
                        'stand for themselves')
            return result
    return _open_string(text, quote)


def _bad_escape(text, quote, end):
    """The backslash of the first unknown escape, -1 if there is none."""
    i = quote + 1
    while i < end - 1:
        if text[i] == '\\':
            if text[i + 1] == '\n':
                return -1
            if 'ntr0"\\'.find(text[i + 1]) < 0:
                return i
            i += 1
        i += 1
    return -1
