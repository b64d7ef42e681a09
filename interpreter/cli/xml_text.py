"""Texts in XML."""

from rpython.rlib.rstring import replace

from interpreter.source import utf8

NO_CHARACTER = '\xef\xbf\xbd'
# U+FFFE and U+FFFF.
NO_XML = ['\xef\xbf\xbe', '\xef\xbf\xbf']


def escaped(text):
    """``text`` without what XML takes for its own or does not have."""
    if not utf8.is_valid(text):
        return NO_CHARACTER
    parts = []
    for char in text:
        if char == '&':
            parts.append('&amp;')
        elif char == '<':
            parts.append('&lt;')
        elif char == '>':
            parts.append('&gt;')
        elif char == '"':
            parts.append('&quot;')
        elif char == '\n' or char == '\t':
            parts.append('&#%d;' % ord(char))
        elif char < ' ' or char == '\x7f':
            parts.append(NO_CHARACTER)
        else:
            parts.append(char)
    result = ''.join(parts)
    for code in NO_XML:
        result = replace(result, code, NO_CHARACTER)
    return result
