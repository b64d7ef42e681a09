"""Offsets in a text, and the lines and columns that clients count."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

_LINE_END = re.compile(r"\r\n|\n|\r")
# Bytes of a unit, and the encoding that has them.
_UNITS = {
    PositionEncodingKind.Utf8: (1, "utf-8"),
    PositionEncodingKind.Utf16: (2, "utf-16-le"),
    PositionEncodingKind.Utf32: (4, "utf-32-le"),
}


class Lines:
    """The lines of a text.  Positions outside of it mean the nearest place inside."""

    def __init__(self, text: str, encoding: PositionEncodingKind) -> None:
        self.text = text
        self.starts = [0] + [found.end() for found in _LINE_END.finditer(text)]
        self._size, self._encoding = _UNITS[encoding]

    def offset(self, position: Position) -> int:
        """The offset of a position."""
        if position.line >= len(self.starts):
            return len(self.text)
        start = self.starts[position.line]
        line = self._line(position.line)
        if line.isascii():
            return start + min(position.character, len(line))
        data = line.encode(self._encoding, "surrogatepass")
        return start + len(data[:position.character * self._size].decode(
            self._encoding, "ignore"))

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self.starts, offset) - 1
        before = self.text[self.starts[line]:offset]
        if before.isascii():
            return Position(line, len(before))
        return Position(
            line, len(before.encode(self._encoding, "surrogatepass")) // self._size)

    def range(self, place: tuple[int, int]) -> Range:
        """The positions of both ends."""
        return Range(self.position(place[0]), self.position(place[1]))

    def by_column(self, line: int, column: int) -> int:
        """The offset of a line and a column in characters, both from 1."""
        if not 1 <= line <= len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + max(0, column - 1), self._end(line - 1))

    def _end(self, line: int) -> int:
        if line + 1 < len(self.starts):
            return self.starts[line + 1]
        return len(self.text)

    def _line(self, line: int) -> str:
        return self.text[self.starts[line]:self._end(line)].rstrip("\r\n")
