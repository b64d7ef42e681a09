"""The comments of a part of a text."""

from interpreter.source import tokens, utf8
from interpreter.source.lexer import Lexer


class Comments(object):
    """Comment i starts at byte ``starts[i]`` of the text; ``alone[i]`` tells whether it
    has its line for itself.  ``holders`` has the places of the closing brackets that
    are the innermost ones around some comment, ``partners`` those of their opening
    brackets, with the closing ones."""

    def __init__(self, text, start, stop):
        """Those between ``start``, where a token starts or a line does, and ``stop``."""
        self.text = text
        self.starts = []
        self.alone = []
        self.holders = {}
        self.partners = {}
        _Search(text, self).run(start, stop)

    def count(self):
        return len(self.starts)

    def shown(self, i):
        """Comment i without the blanks at its end."""
        start = self.starts[i]
        assert start >= 0
        end = self.text.find('\n', start)
        if end < 0:
            end = len(self.text)
        assert end >= 0
        return utf8.trim(self.text[start:end])

    def all_shown(self):
        return [self.shown(i) for i in range(self.count())]


class _Search(object):

    def __init__(self, text, comments):
        self.text = text
        self.comments = comments
        self.openers = []           # the places of the brackets that are open
        self.holds = []             # whether a comment stands directly in each
        self.fresh = True           # whether no token precedes on the line

    def run(self, start, stop):
        lexer = Lexer(self.text)
        position = start
        while position < stop:
            lexer.scan(position)
            self._search_gap(position, min(lexer.start, stop))
            if lexer.start >= stop:
                break
            self._token(lexer.kind, lexer.start)
            position = lexer.end

    def _search_gap(self, position, stop):
        """The comment before a token, if there is one: a token or a newline follows
        each."""
        assert position >= 0
        assert stop >= 0
        start = self.text.find('#', position, stop)
        if start < 0:
            return
        self.comments.starts.append(start)
        self.comments.alone.append(self.fresh)
        if len(self.holds) > 0:
            self.holds[-1] = True

    def _token(self, kind, start):
        self.fresh = kind == tokens.NEWLINE
        if kind == tokens.LPAREN or kind == tokens.LBRACKET or kind == tokens.LBRACE:
            self.openers.append(start)
            self.holds.append(False)
        elif (kind == tokens.RPAREN or kind == tokens.RBRACKET or
              kind == tokens.RBRACE):
            opener = self.openers.pop()
            if self.holds.pop():
                self.comments.holders[start] = True
                self.comments.partners[opener] = start
