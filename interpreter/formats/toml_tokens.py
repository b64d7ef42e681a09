"""The tokens of a TOML text."""

DOT = '.'
EQUALS = '='
COMMA = ','
OPEN_BRACKET = '['
CLOSE_BRACKET = ']'
OPEN_BRACE = '{'
CLOSE_BRACE = '}'
BLANK = ' '
COMMENT = '#'
NEWLINE = '\n'
ATOM = 'a'
END = '$'
LITERAL = "'"
BASIC = '"'
LONG_LITERAL = 'l'
LONG_BASIC = 'b'

PUNCTUATION = '.=,[]{}'
ATOM_ENDS = '.=,[]{} \t#\r\n'
BYTE_ORDER_MARK = '\xef\xbb\xbf'


class Token(object):
    """The bytes ``start`` .. ``stop`` of the text.  Strings are cut out
    roughly: only where they end, not what is wrong in them."""

    def __init__(self, kind, start, stop):
        self.kind = kind
        self.start = start
        self.stop = stop

    def is_string(self):
        return (self.kind == LITERAL or self.kind == BASIC
                or self.kind == LONG_LITERAL or self.kind == LONG_BASIC)

    def is_word(self):
        """Whether it can be a key or the start of a plain value."""
        return self.kind == ATOM or self.is_string()


def tokens_of(text):
    """All tokens, an END last."""
    found = []
    position = 0
    if text.startswith(BYTE_ORDER_MARK):
        position = len(BYTE_ORDER_MARK)
    while position < len(text):
        token = _token_at(text, position)
        found.append(token)
        position = token.stop
    found.append(Token(END, position, position))
    return found


def _token_at(text, start):
    c = text[start]
    if c in PUNCTUATION:
        return Token(c, start, start + 1)
    if c == ' ' or c == '\t':
        stop = start + 1
        while stop < len(text) and (text[stop] == ' ' or text[stop] == '\t'):
            stop += 1
        return Token(BLANK, start, stop)
    if c == '#':
        stop = start
        while stop < len(text) and text[stop] != '\r' and text[stop] != '\n':
            stop += 1
        return Token(COMMENT, start, stop)
    if c == '\n':
        return Token(NEWLINE, start, start + 1)
    if c == '\r':
        if start + 1 < len(text) and text[start + 1] == '\n':
            return Token(NEWLINE, start, start + 2)
        return Token(NEWLINE, start, start + 1)
    if c == "'" or c == '"':
        if has_triple(text, start, c):
            kind = LONG_LITERAL
            if c == '"':
                kind = LONG_BASIC
            return Token(kind, start, _long_string_end(text, start + 3, c))
        return Token(c, start, _string_end(text, start + 1, c))
    stop = start
    while stop < len(text) and text[stop] not in ATOM_ENDS:
        stop += 1
    return Token(ATOM, start, stop)


def has_triple(text, position, quote):
    return (position + 2 < len(text) and text[position] == quote
            and text[position + 1] == quote and text[position + 2] == quote)


def _string_end(text, position, quote):
    while position < len(text):
        c = text[position]
        if c == '\n':
            return position
        position += 1
        if c == quote:
            return position
        if c == '\\' and quote == '"':
            position = _escape_end(text, position)
    return position


def _long_string_end(text, position, quote):
    while position < len(text):
        if has_triple(text, position, quote):
            position += 3
            # Up to two quotes may stand before the closing three.
            for i in range(2):
                if position < len(text) and text[position] == quote:
                    position += 1
            return position
        c = text[position]
        position += 1
        if c == '\\' and quote == '"':
            position = _escape_end(text, position)
    return position


def _escape_end(text, position):
    if position < len(text) and (text[position] == '\\'
                                 or text[position] == '"'):
        return position + 1
    return position
