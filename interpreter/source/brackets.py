"""Which brackets are open at a place, for errors about those that are missing."""

from interpreter.diagnostics.places import line_bounds
from interpreter.source import tokens
from interpreter.source.errors import LexSourceError
from interpreter.source.lexer import Lexer

CLOSERS = {tokens.LBRACE: tokens.RBRACE, tokens.LPAREN: tokens.RPAREN,
           tokens.LBRACKET: tokens.RBRACKET}
OPENERS = {tokens.RBRACE: tokens.LBRACE, tokens.RPAREN: tokens.LPAREN,
           tokens.RBRACKET: tokens.LBRACKET}


class Pair(object):
    """A bracket and the one that closes it; ``close`` is -1 if none does."""

    def __init__(self, kind, open):
        self.kind = kind
        self.open = open
        self.close = -1


class Brackets(object):
    """The brackets before a place: ``open`` are those not closed there, outermost
    first; ``closed`` the others in the order of their ends."""

    def __init__(self):
        self.open = []
        self.closed = []

    def innermost(self):
        """The Pair opened last, None if all are closed."""
        if len(self.open) == 0:
            return None
        return self.open[-1]


def brackets_before(text, end):
    """The Brackets of the part of a lexically correct text before ``end``."""
    found = Brackets()
    lexer = Lexer(text)
    try:
        lexer.scan(0)
        while lexer.kind != tokens.EOF and lexer.start < end:
            kind = lexer.kind
            if kind in CLOSERS:
                found.open.append(Pair(kind, lexer.start))
            elif kind in OPENERS:
                _close(found, OPENERS[kind], lexer.start)
            lexer.scan(lexer.end)
    except LexSourceError:
        pass
    return found


def _close(found, opener, at):
    """Close the innermost bracket of the kind, and what is open inside it."""
    i = len(found.open) - 1
    while i >= 0 and found.open[i].kind != opener:
        i -= 1
    if i < 0:
        return
    while len(found.open) > i:
        pair = found.open.pop()
        if pair.kind == opener and len(found.open) == i:
            pair.close = at
            found.closed.append(pair)


class _Bracket(object):
    def __init__(self, kind, start):
        self.kind = kind
        self.start = start


def _all_brackets(text):
    found = []
    lexer = Lexer(text)
    try:
        lexer.scan(0)
        while lexer.kind != tokens.EOF:
            if lexer.kind in CLOSERS or lexer.kind in OPENERS:
                found.append(_Bracket(lexer.kind, lexer.start))
            lexer.scan(lexer.end)
    except LexSourceError:
        pass
    return found


def balances(text, at, is_extra):
    """Whether all brackets of a text match if the one at ``at`` is left out, or else
    if the innermost one that is open there is closed before it."""
    open = []
    for bracket in _all_brackets(text):
        kind = bracket.kind
        if bracket.start == at:
            if is_extra:
                continue
            if len(open) == 0:
                return False
            open.pop()
        if kind in CLOSERS:
            open.append(kind)
        elif len(open) == 0 or open.pop() != OPENERS[kind]:
            return False
    return len(open) == 0


def first_word(text, offset):
    """Whether only blanks stand before ``offset`` on its line."""
    start, _ = line_bounds(text, offset)
    for i in range(start, offset):
        if text[i] != ' ' and text[i] != '\t':
            return False
    return True


def indentation(text, offset):
    """The number of blanks at the start of a line."""
    start, end = line_bounds(text, offset)
    i = start
    while i < end and (text[i] == ' ' or text[i] == '\t'):
        i += 1
    return i - start


def badly_indented(text, brackets, inside):
    """The last Pair opened behind ``inside`` whose end starts a line that is indented
    less than the line of its start; None if there is none.  Probably that end was
    meant for a bracket further out."""
    found = None
    for pair in brackets.closed:
        if pair.open > inside and first_word(text, pair.close) and (
                indentation(text, pair.close) < indentation(text, pair.open)):
            found = pair
    return found


def open_string(text):
    """The quote of the first string that goes on over the end of its line and ends
    where another one seems to start; -1 if there is none."""
    lexer = Lexer(text)
    try:
        lexer.scan(0)
        while lexer.kind != tokens.EOF:
            kind = lexer.kind
            if kind == tokens.STR or kind == tokens.FSTR or kind == tokens.BYTES:
                start = lexer.start
                end = lexer.end
                if kind != tokens.STR:
                    start += 1
                if _spans_lines(text, start, end) and _goes_on(text, end):
                    return start
            lexer.scan(lexer.end)
    except LexSourceError:
        pass
    return -1


def _spans_lines(text, start, end):
    assert start >= 0
    assert end >= 0
    return text.find('\n', start, end) >= 0


def _goes_on(text, end):
    """Whether what follows the quote looks like the inside of a string."""
    if end >= len(text):
        return False
    char = text[end]
    return ('a' <= char <= 'z' or 'A' <= char <= 'Z' or '0' <= char <= '9'
            or char == '"' or char == '_' or char == '%' or char == '\\')
