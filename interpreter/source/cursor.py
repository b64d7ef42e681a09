"""The token window that the parser reads through.

Newlines and ``;`` are folded into the ``after_newline`` flag of the token
that follows them, since the grammar skips them in almost every place.
"""

from rpython.rlib.objectmodel import specialize

from interpreter.source import debug, explanations, tokens
from interpreter.source.errors import LexSourceError
from interpreter.source.lexer import Lexer
from interpreter.source.tokens import Token

MAX_TYPE_DEPTH = 512
MAX_PATTERN_DEPTH = 512
MAX_PREFIX_DEPTH = 512
MAX_HOLE_DEPTH = 16


class Nesting(object):
    """How deep the parser is in types, patterns, prefix operators and
    interpolations; shared with the parsers of interpolation holes."""

    def __init__(self):
        self.types = 0
        self.patterns = 0
        self.prefixes = 0
        self.holes = 0


class Placement(object):
    """Where the text of an interpolation hole stands in the text around it:
    ``starts[base + i]`` is the place of byte i, or ``base + i`` if the literal has
    no escapes and ``starts`` is None.  ``outer`` places that text in turn."""

    def __init__(self, base, starts, outer):
        self.base = base
        self.starts = starts
        self.outer = outer

    def place(self, offset):
        offset += self.base
        starts = self.starts
        if starts is not None:
            offset = starts[offset]
        if self.outer is not None:
            return self.outer.place(offset)
        return offset


class TokenCursor(object):
    """Three tokens of lookahead over a lexically correct text.

    ``token`` is the current one.  ``placement`` is None unless the text is a part
    of a literal.
    """

    def __init__(self, text, placement, nesting):
        self.text = text
        self.placement = placement
        self.nesting = nesting
        self.lexer = Lexer(text)
        self.read_end = 0
        self.second_token = None
        self.third_token = None
        self.previous_kind = tokens.EOF
        self.previous_end = 0
        self.token = self._read()

    def _read(self):
        after_newline = False
        while True:
            lexer = self.lexer
            lexer.scan(self.read_end)
            kind = lexer.kind
            if kind == tokens.EOF:
                return Token(kind, self.read_end, self.read_end, after_newline)
            self.read_end = lexer.end
            if kind != tokens.NEWLINE and kind != tokens.SEMI:
                return Token(kind, lexer.start, lexer.end, after_newline)
            after_newline = True

    def second(self):
        """The token behind the current one."""
        token = self.second_token
        if token is None:
            token = self._read()
            self.second_token = token
        return token

    def third(self):
        self.second()
        token = self.third_token
        if token is None:
            token = self._read()
            self.third_token = token
        return token

    def advance(self):
        """Step over the current token and return it."""
        token = self.token
        self.previous_kind = token.kind
        self.previous_end = token.end
        self.token = self.second()
        self.second_token = self.third_token
        self.third_token = None
        return token

    # Positions

    def offset(self):
        return self.offset_of(self.token)

    def offset_of(self, token):
        """Where nodes that start with ``token`` are."""
        return self.placed(token.start)

    def placed(self, offset):
        """The place in the file of an offset in the text."""
        placement = self.placement
        if placement is None:
            return offset
        return placement.place(offset)

    @specialize.argtype(1)
    def at(self, node, offset):
        """``node``, from a place up to the end of the last token."""
        node.offset = offset
        node.end = max(offset, self.placed(self.previous_end))
        return node

    # Tests

    def sees(self, kind):
        return self.token.kind == kind

    def sees_adjacent(self, kind):
        """Whether the token follows on the same line as the last one."""
        return self.token.kind == kind and not self.token.after_newline

    def accept(self, kind):
        """Step over a token of this kind, if it is the current one."""
        if self.token.kind != kind:
            return False
        self.advance()
        return True

    def accept_adjacent(self, kind):
        if self.token.after_newline:
            return False
        return self.accept(kind)

    # Demands

    def expect(self, kind, context):
        token = self.token
        if token.kind != kind:
            got = debug.token_debug(token, self.text)
            error = self.error("expected %s %s, got %s" % (
                tokens.NAMES[kind], context, got))
            error.diagnosis = explanations.of_missing(self, kind, context)
            raise error
        return self.advance()

    def identifier(self, context):
        token = self.token
        if token.kind != tokens.IDENT:
            error = self.unexpected("expected identifier %s" % context)
            error.diagnosis = explanations.of_missing(self, tokens.IDENT, context)
            raise error
        self.advance()
        return token.text(self.text)

    def comma_before(self, closer):
        """Whether a comma announces one more element of a list that
        ``closer`` ends; a trailing comma is stepped over."""
        return self.accept(tokens.COMMA) and not self.sees(closer)

    # Errors

    def error(self, message):
        """A syntax error at the current token."""
        return self.error_at(self.token.start, message)

    def unexpected(self, message):
        error = self.error("%s, got %s" % (
            message, debug.option_debug(self.token, self.text)))
        error.diagnosis = explanations.of_unexpected(self, message)
        return error

    def error_at(self, position, message):
        return self.error_with_offset(position, message, self.placed(position))

    def error_with_offset(self, position, message, offset):
        """The error that reports ``position`` but is at the place ``offset``."""
        return LexSourceError(
            "parse error at byte %d: %s" % (position, message), offset)

    def raw_error(self, message, separator):
        """The error for a place that takes one token, newlines included: the
        message shows that token, the position is that of the token after."""
        found, end = self._raw(self.previous_end)
        got = debug.option_debug(found, self.text)
        follower, _ = self._raw(end)
        error = self.error_with_offset(
            follower.start, message + separator + got, self.placed(found.start))
        error.diagnosis = explanations.of_raw(self, found, message)
        return error

    def _raw(self, position):
        lexer = Lexer(self.text)
        lexer.scan(position)
        if lexer.kind == tokens.EOF:
            return Token(tokens.EOF, position, position, False), position
        return Token(lexer.kind, lexer.start, lexer.end, False), lexer.end
