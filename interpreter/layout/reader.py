"""Reading what is to be laid out: the surface tree, and the spelling of its tokens."""

from rpython.rlib.rstring import StringBuilder

from interpreter.source import tokens
from interpreter.source.cursor import Nesting
from interpreter.source.lexer import Lexer
from interpreter.source.parser import Parser


class Reader(Parser):
    """A parser that knows the interpolated strings, of which the tree has only the
    expression that they stand for."""

    def __init__(self, text):
        Parser.__init__(self, text, None, Nesting())
        self.interpolations = {}    # tree.Expr -> its token

    def parse_interpolation(self, token):
        expr = Parser.parse_interpolation(self, token)
        self.interpolations[expr] = token
        return expr

    def next_item(self):
        """The next item.  Nothing in its tree depends on the items before it.  Raises
        LexSourceError."""
        self.discards = 0
        self.interpolations = {}
        return self.parse_item('')

    def is_at_end(self):
        return self.sees(tokens.EOF)


def spelling(text, start, end):
    """The tokens from ``start`` to ``end`` without anything between them."""
    builder = StringBuilder()
    lexer = Lexer(text)
    lexer.scan(start)
    while lexer.kind != tokens.EOF and lexer.start < end:
        if lexer.kind != tokens.NEWLINE:
            first = lexer.start
            last = lexer.end
            assert first >= 0
            assert last >= 0
            builder.append_slice(text, first, last)
        lexer.scan(lexer.end)
    return builder.build()


def find(text, kind, start):
    """The place of the first token of a kind at or behind ``start``, which exists."""
    lexer = Lexer(text)
    lexer.scan(start)
    while lexer.kind != kind:
        assert lexer.kind != tokens.EOF
        lexer.scan(lexer.end)
    return lexer.start
