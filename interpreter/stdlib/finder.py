"""Looking for a text in another one, in linear time."""

from rpython.rlib import jit

from interpreter.objects.pace import pace

# The host's search tries a part of this length at most once for each byte of the
# text; longer parts need the table.
SHORT = 32


class Finder(object):
    """``part`` is not changed; the table of a long one has, for each number of
    bytes that agreed, how many of them may agree at the next try."""

    def __init__(self, part):
        self.part = part
        self.table = None

    @jit.dont_look_inside
    def find(self, text, start):
        """Where the part stands in the text from ``start`` on, -1 if it does
        not."""
        at = self._found(text, start)
        if at < 0:
            pace.bytes(len(text) - start)
        else:
            pace.bytes(at - start)
        return at

    def _found(self, text, start):
        part = self.part
        pace.work(len(part) // SHORT)
        if len(part) <= SHORT:
            assert start >= 0
            return text.find(part, start)
        if self.table is None:
            self.table = prefix_table(part)
        table = self.table
        agreed = 0
        i = start
        while i < len(text):
            while agreed > 0 and part[agreed] != text[i]:
                agreed = table[agreed - 1]
            if part[agreed] == text[i]:
                agreed += 1
            i += 1
            if agreed == len(part):
                return i - agreed
        return -1


def prefix_table(part):
    table = [0] * len(part)
    agreed = 0
    for i in range(1, len(part)):
        while agreed > 0 and part[agreed] != part[i]:
            agreed = table[agreed - 1]
        if part[agreed] == part[i]:
            agreed += 1
        table[i] = agreed
    return table
