"""Texts to their standard form.

The layout is that of the reference's ``lex fmt``: a statement or a match arm a line,
two spaces for each level, an empty line between items and at the end, and no other
freedom.  docs/language.rst tells the rules and where the form differs.
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.canonical.desugar import canonicalize
from interpreter.canonical.json import to_json
from interpreter.layout.comments import Comments
from interpreter.layout.items import ItemLayout
from interpreter.layout.page import BEFORE_COMMENT
from interpreter.layout.reader import Reader
from interpreter.source import lexer, tree, unreadable
from interpreter.source.errors import LexSourceError

# A comment that moves out of a place where no line may end can change the form of what
# it moves to, and so on inwards; each time it moves behind at least one token.
MOST_ROUNDS = 16


class LayoutError(Exception):
    """The form of an item is not found: ``name`` is its name, ``place`` its start."""

    def __init__(self, name, place):
        self.name = name
        self.place = place


def formatted(text):
    """The standard form of a valid UTF-8 text.

    It is the same program with the same comments in the same order, which is checked
    for each item.  Raises LexSourceError, with a diagnosis, and LayoutError.
    """
    try:
        lexer.check(text)
        return _Formatter(text).run()
    except LexSourceError as error:
        error.diagnosis = unreadable.explain(text, error)
        raise error


class _Formatter(object):

    def __init__(self, text):
        self.text = text
        self.builder = StringBuilder(len(text))
        self.comments = []          # those between two items
        self.has_tail = False       # whether the first of them follows code on its line

    def run(self):
        reader = Reader(self.text)
        self._gap(0, reader)
        self._lines()
        count = 0
        while not reader.is_at_end():
            if self.builder.getlength() > 0:
                self.builder.append('\n')
            if count > 0:
                self._lines()
            self._item(reader)
            self._gap(reader.previous_end, reader)
            if self.has_tail:
                self.builder.append(BEFORE_COMMENT + self.comments.pop(0))
                self.has_tail = False
            self.builder.append('\n')
            count += 1
        if count > 0:
            self.builder.append('\n')
            if len(self.comments) > 0:
                self.builder.append('\n')
            self._lines()
        return self.builder.build()

    def _gap(self, start, reader):
        """Note the comments from ``start`` to the next item of the reader."""
        stop = len(self.text)
        if not reader.is_at_end():
            stop = reader.token.start
        comments = Comments(self.text, start, stop)
        for i in range(comments.count()):
            if i == 0 and start > 0 and len(self.comments) == 0:
                self.has_tail = _is_tail(self.text, start, comments.starts[0])
            self.comments.append(comments.shown(i))

    def _lines(self):
        for comment in self.comments:
            self.builder.append(comment + '\n')
        self.comments = []

    def _item(self, reader):
        text = self.text
        item = reader.next_item()
        meaning = _meaning(item)
        layout = ItemLayout(text, item, reader.interpolations)
        kept = layout.comments.all_shown()
        first = layout.waiting()
        assert first >= 0
        if first < len(kept):
            self.has_tail = not layout.comments.alone[first]
            for i in range(first, len(kept)):
                self.comments.append(kept[i])
            kept = kept[:first]
        result = _settled(layout.result(), meaning, kept)
        if result is None:
            raise LayoutError(_name(item), item.offset)
        self.builder.append(result)


def _settled(text, meaning, comments):
    """The form that the layout of an item leads to, which is its own layout; None if
    that is another item or has other comments."""
    for _ in range(MOST_ROUNDS):
        try:
            reader = Reader(text)
            item = reader.next_item()
        except LexSourceError:
            return None
        layout = ItemLayout(text, item, reader.interpolations)
        if (not reader.is_at_end() or _meaning(item) != meaning or
                layout.comments.all_shown() != comments or
                layout.waiting() != len(comments)):
            return None
        result = layout.result()
        if result == text:
            return text
        text = result
    return None


def _meaning(item):
    return to_json(canonicalize(tree.Program([item]))[0])


def _is_tail(text, start, comment):
    assert start >= 0
    assert comment >= 0
    return text.find('\n', start, comment) < 0


def _name(item):
    if isinstance(item, tree.FnDecl):
        return item.name
    if isinstance(item, tree.TypeDecl):
        return item.name
    assert isinstance(item, tree.Import)
    return item.alias
