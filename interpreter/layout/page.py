"""Lines of code with their indentation and the comments between them.

Whoever writes tells the places of the tokens, and the comments that stand before them
in the text come out there: those on lines of their own on lines of their own, the
others at the end of the line.  Where no line may end, a comment waits.
"""

from rpython.rlib.rstring import StringBuilder

INDENT = '  '
BEFORE_COMMENT = '  '


class Group(object):
    """A list in brackets.  It is on one line, unless it ``is_broken``: then each item
    has a line, since a comment stands directly in the brackets."""

    def __init__(self, end, is_broken, has_blanks, closer):
        self.end = end              # the place of the closing bracket
        self.is_broken = is_broken
        self.has_blanks = has_blanks
        self.closer = closer
        self.count = 0


class Page(object):

    def __init__(self, comments):
        self.comments = comments
        self.next = 0               # the first comment that is not written
        self.builder = StringBuilder()
        self.depth = 0              # how far lines are indented
        self.continues = False      # whether the line goes on with the one before
        self.at_margin = True
        self.wants_space = False

    def text(self):
        """What was written, without the comments that are waiting."""
        return self.builder.build()

    def write(self, word):
        if self.at_margin:
            self._indent()
        elif self.wants_space:
            self.builder.append(' ')
        self.wants_space = False
        self.builder.append(word)

    def space(self):
        """A space before what is written next, unless that starts a line."""
        self.wants_space = True

    def _indent(self):
        depth = self.depth
        if self.continues:
            depth += 1
        for _ in range(depth):
            self.builder.append(INDENT)
        self.at_margin = False

    def _newline(self, continues):
        if not self.at_margin:
            self.builder.append('\n')
        self.at_margin = True
        self.wants_space = False
        self.continues = continues

    # Comments

    def is_waiting(self):
        """Whether there are comments yet to be written."""
        return self.next < self.comments.count()

    def _is_before(self, place):
        return self.is_waiting() and self.comments.starts[self.next] < place

    def before(self, place):
        """Write the comments before the token at ``place``, where a line may end."""
        if self._is_before(place):
            self._end_line(place, not self.at_margin or self.continues)

    def line(self, place):
        """Start the line of the token at ``place``, below the comments before it."""
        self._end_line(place, False)

    def _end_line(self, place, continues):
        if (self._is_before(place) and not self.at_margin and
                not self.comments.alone[self.next]):
            self.builder.append(BEFORE_COMMENT)
            self._comment()
        self._newline(continues)
        while self._is_before(place):
            self._indent()
            self._comment()
            self._newline(continues)

    def _comment(self):
        self.builder.append(self.comments.shown(self.next))
        self.next += 1

    # Groups

    def open(self, opener, end, closer):
        """Write an opening bracket; the closing one, ``closer``, is at ``end``.  If a
        blank follows the bracket in ``opener``, blanks go around the items."""
        is_broken = self.is_waiting() and end in self.comments.holders
        has_blanks = opener.endswith(' ')
        self.write(opener[:1])
        if is_broken:
            self.depth += 1
        return Group(end, is_broken, has_blanks, closer)

    def open_at(self, opener, start, closer):
        """The same, for a bracket that is opened at ``start``."""
        return self.open(opener, self.comments.partners.get(start, -1), closer)

    def item(self, group, place):
        """Start an item, whose first token is at ``place``."""
        if group.count > 0:
            self.write(',')
        if group.count > 0 or group.has_blanks:
            self.space()
        group.count += 1
        if group.is_broken:
            self.line(place)
        else:
            self.before(place)

    def close(self, group):
        if group.is_broken:
            if group.count > 0:
                self.write(',')
            self.line(group.end)
            self.depth -= 1
        elif group.has_blanks and group.count > 0:
            self.space()
        self.write(group.closer)
