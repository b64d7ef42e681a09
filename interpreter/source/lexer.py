"""Characters to tokens, by longest match.

The lexer keeps nothing but its position, so that a parser can read tokens as
it needs them and memory stays bounded by the text.  ``check`` reads a whole
text once: a lexical error anywhere comes before any syntax error.
"""

from interpreter.source import tokens, utf8
from interpreter.source.errors import LexSourceError
from interpreter.source.literals import escaped, fits_int


def check(text):
    """Raise LexSourceError if ``text`` has a lexical error."""
    lexer = Lexer(text)
    lexer.scan(0)
    while lexer.kind != tokens.EOF:
        lexer.scan(lexer.end)


def _is_digit(char):
    return '0' <= char <= '9'


def _is_letter(char):
    return 'a' <= char <= 'z' or 'A' <= char <= 'Z'


def _is_word(char):
    return _is_letter(char) or _is_digit(char) or char == '_'


class Lexer(object):
    """``scan(position)`` sets ``kind``, ``start`` and ``end`` to the next
    token at or behind the position; newlines are tokens."""

    def __init__(self, text):
        self.text = text
        self.kind = tokens.EOF
        self.start = 0
        self.end = 0

    def scan(self, position):
        position = self._skip_blanks(position)
        text = self.text
        self.start = position
        if position >= len(text):
            self.kind = tokens.EOF
            self.end = position
            return
        char = text[position]
        if _is_letter(char):
            self._scan_word(position)
        elif _is_digit(char):
            self._scan_number(position)
        elif char == '_':
            self._scan_word(position)
            if self.end == position + 1:
                self.kind = tokens.UNDERSCORE
        elif char == '"':
            end = self._scan_string(tokens.STR, position)
            if end >= 0:
                raise self._error(position, end)
        else:
            self._scan_operator(position)

    def _skip_blanks(self, position):
        text = self.text
        while position < len(text):
            char = text[position]
            if char == '#':
                while position < len(text) and text[position] != '\n':
                    position += 1
            elif char == ' ' or char == '\t' or char == '\r' or char == '\x0c':
                position += 1
            else:
                break
        return position

    def _set(self, kind, end):
        self.kind = kind
        self.end = end

    def _error(self, start, end):
        assert start >= 0
        assert end >= 0
        snippet = self.text[start:end]
        error = LexSourceError(
            "unrecognized token `%s` at %d..%d" % (snippet, start, end), start)
        error.end = end
        error.is_lexical = True
        return error

    def _scan_operator(self, position):
        text = self.text
        char = text[position]
        if position + 1 < len(text):
            kind = tokens.double_kind(char, text[position + 1])
            if kind != tokens.EOF:
                self._set(kind, position + 2)
                return
            if (char == '.' and text[position + 1] == '.' and
                    position + 2 < len(text) and text[position + 2] == '.'):
                self._set(tokens.DOT_DOT_DOT, position + 3)
                return
        kind = tokens.SINGLE[ord(char)]
        if kind == tokens.EOF:
            raise self._error(position, position + utf8.char_length(text, position))
        self._set(kind, position + 1)

    def _scan_word(self, position):
        text = self.text
        end = position + 1
        while end < len(text) and _is_word(text[end]):
            end += 1
        if end == position + 1 and end < len(text) and text[end] == '"':
            kind = tokens.EOF
            if text[position] == 'b':
                kind = tokens.BYTES
            elif text[position] == 'f':
                kind = tokens.FSTR
            # Without a closing quote the letter alone is an identifier.
            if kind != tokens.EOF and self._scan_string(kind, end) < 0:
                return
        kind = tokens.IDENT
        if end - position <= 6:
            assert position >= 0
            assert end >= 0
            kind = tokens.KEYWORDS.get(text[position:end], tokens.IDENT)
        self._set(kind, end)

    def _scan_digits(self, position):
        text = self.text
        while position < len(text) and (_is_digit(text[position]) or
                                        text[position] == '_'):
            position += 1
        return position

    def _scan_exponent(self, position):
        """The end of the exponent at ``position``, or ``position``."""
        text = self.text
        i = position
        if i < len(text) and (text[i] == 'e' or text[i] == 'E'):
            i += 1
            if i < len(text) and (text[i] == '+' or text[i] == '-'):
                i += 1
            if i < len(text) and _is_digit(text[i]):
                while i < len(text) and _is_digit(text[i]):
                    i += 1
                return i
        return position

    def _scan_number(self, position):
        text = self.text
        end = self._scan_digits(position)
        if (end + 1 < len(text) and text[end] == '.' and
                _is_digit(text[end + 1])):
            end = self._scan_exponent(self._scan_digits(end + 1))
            self._set(tokens.FLOAT, end)
            return
        exponent = self._scan_exponent(end)
        if exponent > end:
            self._set(tokens.FLOAT, exponent)
            return
        if not fits_int(text, position, end):
            raise self._error(position, end)
        self._set(tokens.INT, end)

    def _scan_string(self, kind, quote):
        """Scan the literal whose opening quote is at ``quote``.

        Gives -1 after a complete literal, else where it cannot go on.  A
        complete literal with an unknown escape is an error.
        """
        text = self.text
        good = True
        i = quote + 1
        while i < len(text):
            char = text[i]
            if char == '"':
                if not good:
                    raise self._error(self.start, i + 1)
                self._set(kind, i + 1)
                return -1
            i += 1
            if char == '\\':
                if i >= len(text) or text[i] == '\n':
                    return i
                if escaped(text[i]) < 0:
                    good = False
                i += 1
        return len(text)
