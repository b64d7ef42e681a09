"""The structure of a TOML text: headers, keys and values as places in it.

The whole text is brought into this form before any key or value is decoded,
so that errors of structure are reported before those of content.
"""

from interpreter.formats import toml_tokens as tokens
from interpreter.formats.toml_errors import (
    LINE_END, NOTHING, TomlError, error)

MAX_DEPTH = 80


class Raw(object):
    """A key or a plain value: bytes ``start`` .. ``stop``; ``kind`` is the
    kind of string token, or ATOM."""

    def __init__(self, kind, start, stop):
        self.kind = kind
        self.start = start
        self.stop = stop


class Value(object):
    """A value that starts at byte ``start``."""

    def __init__(self, start):
        self.start = start
        self.stop = start


class PlainValue(Value):
    def __init__(self, raw):
        Value.__init__(self, raw.start)
        self.stop = raw.stop
        self.raw = raw


class ArrayValue(Value):
    def __init__(self, start):
        Value.__init__(self, start)
        self.items = []


class TableValue(Value):
    """An inline table; ``pairs`` are Statements."""

    def __init__(self, start):
        Value.__init__(self, start)
        self.pairs = []


class Statement(object):
    """A header (``value`` is None) or a key with its value.  ``keys`` are the
    parts of the dotted key.  A header has the bytes ``start`` .. ``stop``."""

    def __init__(self, keys, value, is_array_header):
        self.keys = keys
        self.value = value
        self.is_array_header = is_array_header
        self.start = 0
        self.stop = 0


NEEDS_KEY = 'key'
NEEDS_EQUALS = '`=`'
NEEDS_VALUE = 'value'
NEEDS_COMMA = '`,`'


class Reader(object):
    """Reads statements; the methods raise TomlError."""

    def __init__(self, text):
        self.text = text
        self.tokens = tokens.tokens_of(text)
        self.position = 0
        self.depth = 0
        self.statements = []

    def peek(self):
        return self.tokens[self.position]

    def next(self):
        """The next token; the END again and again."""
        token = self.tokens[self.position]
        if token.kind != tokens.END:
            self.position += 1
        return token

    def skip_blank(self):
        if self.peek().kind == tokens.BLANK:
            self.position += 1

    def document(self):
        while True:
            token = self.peek()
            kind = token.kind
            if kind == tokens.END:
                return
            if kind == tokens.OPEN_BRACKET:
                self.header()
            elif token.is_word() or kind == tokens.DOT or kind == tokens.EQUALS:
                self.pair()
            elif self.is_layout(token):
                self.position += 1
                self.layout(token)
            elif kind == tokens.CLOSE_BRACKET:
                raise error('missing table open', '`[`', token.start,
                            token.start)
            else:
                raise error('invalid key-value pair', 'key', token.start,
                            token.start)

    # Blanks, comments, line ends

    def is_layout(self, token):
        return (token.kind == tokens.BLANK or token.kind == tokens.COMMENT
                or token.kind == tokens.NEWLINE)

    def layout(self, token):
        """Check a comment's characters and a line's end."""
        if token.kind == tokens.COMMENT:
            for i in range(token.start, token.stop):
                c = self.text[i]
                if (c < ' ' and c != '\t') or c == '\x7f':
                    raise error('invalid comment character',
                                'printable characters', i, i)
        elif token.kind == tokens.NEWLINE:
            if self.text[token.stop - 1] == '\r':
                raise error('carriage return must be followed by newline',
                            LINE_END, token.stop, token.stop)

    def end_of_line(self):
        while True:
            token = self.next()
            if token.kind == tokens.END:
                return
            if not self.is_layout(token):
                raise error('unexpected key or value', 'newline, `#`',
                            token.start, token.start)
            self.layout(token)
            if token.kind == tokens.NEWLINE:
                return

    def ignore_line(self):
        while True:
            token = self.next()
            if token.kind == tokens.END:
                return
            if self.is_layout(token):
                self.layout(token)
            if token.kind == tokens.NEWLINE:
                return

    # Headers and keys

    def header(self):
        start = self.next().start
        is_array = self.peek().kind == tokens.OPEN_BRACKET
        if is_array:
            self.next()
        keys = []
        complete = self.keys(keys)
        statement = Statement(keys, None, is_array)
        statement.start = start
        self.statements.append(statement)
        token = self.peek()
        if token.kind != tokens.CLOSE_BRACKET:
            if complete:
                place = self.end_of_words()
                if is_array:
                    raise error('unclosed array table', '`]]`', place, place)
                raise error('unclosed table', '`]`', place, place)
            # What is wrong with the key is reported when it is decoded.
            self.ignore_line()
            return
        self.next()
        if is_array:
            if self.peek().kind != tokens.CLOSE_BRACKET:
                raise error('unclosed array table', '`]`', token.stop,
                            token.stop)
            token = self.next()
        statement.stop = token.stop
        self.end_of_line()

    def end_of_words(self):
        """Where the last token before this place that is no blank ends."""
        i = self.position - 1
        while i > 0 and self.tokens[i].kind == tokens.BLANK:
            i -= 1
        assert i >= 0
        return self.tokens[i].stop

    def keys(self, keys):
        """Read a dotted key and the blanks behind it.  Missing parts become
        empty ones, and the result is False."""
        while True:
            self.skip_blank()
            token = self.peek()
            missing = not token.is_word()
            if missing:
                keys.append(Raw(tokens.ATOM, token.start, token.start))
            else:
                self.next()
                keys.append(Raw(token.kind, token.start, token.stop))
                self.skip_blank()
            if self.peek().kind != tokens.DOT:
                return not missing
            self.next()

    def pair(self):
        starts_with_dot = self.peek().kind == tokens.DOT
        keys = []
        self.keys(keys)
        token = self.peek()
        if token.kind != tokens.EQUALS:
            description = 'key with no value'
            if starts_with_dot:
                description = 'missing value for key'
            raise error(description, '`=`', token.start, token.start)
        self.next()
        self.skip_blank()
        value = self.value()
        self.statements.append(Statement(keys, value, False))
        self.end_of_line()

    # Values

    def value(self):
        token = self.peek()
        kind = token.kind
        if kind == tokens.EQUALS:
            raise error('extra `=`', NOTHING, token.start, token.stop)
        if kind == tokens.CLOSE_BRACE:
            raise missing_brace(token)
        if kind == tokens.CLOSE_BRACKET:
            raise missing_bracket(token)
        if kind == tokens.OPEN_BRACE:
            return self.inline_table()
        if kind == tokens.OPEN_BRACKET:
            return self.array()
        if token.is_word() or kind == tokens.DOT:
            return self.plain()
        return absent_value(tokens.ATOM, token.start)

    def plain(self):
        """A string, or everything up to punctuation."""
        token = self.next()
        if token.is_string():
            return PlainValue(Raw(token.kind, token.start, token.stop))
        stop = token.stop
        while True:
            following = self.peek()
            if following.kind == tokens.BLANK:
                if self.tokens[self.position + 1].kind != tokens.ATOM:
                    break
                self.next()
                following = self.peek()
            elif following.kind != tokens.DOT and following.kind != tokens.ATOM:
                break
            self.next()
            stop = following.stop
        return PlainValue(Raw(tokens.ATOM, token.start, stop))

    def enter(self, token):
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TomlError('cannot recurse further; max recursion depth met',
                            token.start, token.stop)

    def end_of_content(self):
        i = len(self.tokens) - 1
        while i > 0:
            token = self.tokens[i]
            if token.kind != tokens.END and not self.is_layout(token):
                break
            i -= 1
        return self.tokens[i].stop

    def array(self):
        start = self.next()
        self.enter(start)
        result = ArrayValue(start.start)
        needs_value = True
        while True:
            token = self.peek()
            kind = token.kind
            if self.is_layout(token):
                self.next()
                self.layout(token)
            elif kind == tokens.END:
                place = self.end_of_content()
                raise error('unclosed array', '`]`', place, place)
            elif kind == tokens.COMMA:
                if needs_value:
                    raise error('extra comma in array', 'value', token.start,
                                token.stop)
                self.next()
                needs_value = True
            elif kind == tokens.EQUALS:
                raise error('unexpected `=` in array', 'value, `]`',
                            token.start, token.stop)
            elif kind == tokens.CLOSE_BRACKET:
                self.next()
                result.stop = token.stop
                self.depth -= 1
                return result
            else:
                if not needs_value:
                    raise error('missing comma between array elements', '`,`',
                                token.start, token.start)
                result.items.append(self.value())
                needs_value = False

    def inline_table(self):
        start = self.next()
        self.enter(start)
        result = TableValue(start.start)
        keys = []
        state = NEEDS_KEY
        while True:
            token = self.peek()
            kind = token.kind
            if self.is_layout(token):
                self.next()
                self.layout(token)
                continue
            if kind == tokens.END:
                place = self.end_of_content()
                raise error('unclosed inline table', '`}`', place, place)
            if kind == tokens.CLOSE_BRACE:
                self.next()
                if state == NEEDS_EQUALS or state == NEEDS_VALUE:
                    result.pairs.append(Statement(
                        keys, absent_value(tokens.LITERAL, token.start),
                        False))
                result.stop = token.stop
                self.depth -= 1
                return result
            if state == NEEDS_VALUE and self.starts_value(token):
                result.pairs.append(Statement(keys, self.value(), False))
                state = NEEDS_COMMA
            elif state == NEEDS_KEY and self.starts_key(token):
                keys = []
                self.keys(keys)
                state = NEEDS_EQUALS
            elif state == NEEDS_EQUALS and kind == tokens.EQUALS:
                self.next()
                state = NEEDS_VALUE
            elif state == NEEDS_COMMA and kind == tokens.COMMA:
                self.next()
                state = NEEDS_KEY
            else:
                raise self.misplaced(token, state)

    def starts_value(self, token):
        return (token.is_word() or token.kind == tokens.DOT
                or token.kind == tokens.OPEN_BRACE
                or token.kind == tokens.OPEN_BRACKET)

    def starts_key(self, token):
        return (token.is_word() or token.kind == tokens.DOT
                or token.kind == tokens.EQUALS)

    def misplaced(self, token, state):
        """The error of a token that cannot stand here in an inline table."""
        kind = token.kind
        if kind == tokens.COMMA:
            description = 'extra comma in inline table'
        elif kind == tokens.EQUALS:
            description = 'extra assignment between key-value pairs'
        elif kind == tokens.CLOSE_BRACKET:
            if state == NEEDS_VALUE:
                return missing_bracket(token)
            description = 'invalid inline table element'
        elif state == NEEDS_EQUALS:
            description = 'missing assignment between key-value pairs'
        elif kind == tokens.OPEN_BRACE or kind == tokens.OPEN_BRACKET:
            description = 'missing key for inline table element'
        else:
            description = 'missing comma between key-value pairs'
        return error(description, state, token.start, token.start)


def absent_value(kind, position):
    """Stands for a missing value; what is wrong is reported when it is
    decoded."""
    return PlainValue(Raw(kind, position, position))


def missing_brace(token):
    return error('missing inline table opening', '`{`', token.start,
                 token.start)


def missing_bracket(token):
    return error('missing array opening', '`[`', token.start, token.start)


def statements_of(text):
    """The Statements of a text.  Raises TomlError."""
    reader = Reader(text)
    reader.document()
    return reader.statements
