"""Tokens in the words of error messages for people."""

from interpreter.diagnostics.diagnosis import Diagnosis, Span
from interpreter.source import tokens

# Longest literal that a message repeats, in bytes.
MAX_SHOWN = 40


def kind_words(kind):
    """How to call any token of a kind."""
    if kind == tokens.IDENT:
        return 'a name'
    if kind == tokens.EOF:
        return 'the end of the file'
    return '`' + tokens.WORDS[kind] + '`'


def found_words(cursor):
    """How to call the current token of a cursor."""
    token = cursor.token
    kind = token.kind
    if kind == tokens.EOF:
        if cursor.placement is not None:
            return 'the end of the braces'
        return 'the end of the file'
    text = token.text(cursor.text)
    if len(text) > MAX_SHOWN or '\n' in text:
        if kind == tokens.STR or kind == tokens.FSTR:
            return 'a text'
        if kind == tokens.BYTES:
            return 'a bytes literal'
        return 'a long name'
    if is_keyword(kind):
        return 'the keyword `' + text + '`'
    return '`' + text + '`'


def is_keyword(kind):
    return tokens.WORDS[kind] in tokens.KEYWORDS


def is_operator(kind):
    return (tokens.PRECEDENCE[kind] > 0 or kind == tokens.PIPE or kind == tokens.NOT)


def can_start_item(kind):
    return kind == tokens.FN or kind == tokens.TYPE or kind == tokens.IMPORT


def can_start_expression(kind):
    return (kind == tokens.IDENT or kind == tokens.IF or kind == tokens.MATCH or
            kind == tokens.FN or kind == tokens.LBRACE or kind == tokens.LBRACKET or
            kind == tokens.LPAREN or kind == tokens.FSTR or kind == tokens.INT or
            kind == tokens.FLOAT or kind == tokens.STR or kind == tokens.BYTES or
            kind == tokens.TRUE or kind == tokens.FALSE or kind == tokens.NOT)


def span(cursor, start, end):
    """A Span of the cursor's text as one of its file."""
    return Span('', cursor.placed(start), cursor.placed(min(end, len(cursor.text))))


def at_token(cursor, title):
    """A Diagnosis at the current token."""
    token = cursor.token
    if token.kind == tokens.EOF:
        return Diagnosis(title, behind(cursor))
    return Diagnosis(title, span(cursor, token.start, token.end))


def at_gap(cursor, title):
    """A Diagnosis where something is missing: at the current token, or where the line
    before it ends."""
    if cursor.token.after_newline:
        return Diagnosis(title, behind(cursor))
    return at_token(cursor, title)


def behind(cursor):
    """The last character that was read."""
    end = min(cursor.previous_end, len(cursor.text))
    return span(cursor, max(end - 1, 0), end)


def is_word_at(text, i):
    """Whether a character of a name stands at ``i``."""
    if i < 0 or i >= len(text):
        return False
    return text[i].isalnum() or text[i] == '_'


def previous_word(cursor):
    """The name or keyword that was read last."""
    end = cursor.previous_end
    start = end
    while is_word_at(cursor.text, start - 1):
        start -= 1
    assert 0 <= start <= end
    return cursor.text[start:end]
