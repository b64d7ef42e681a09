"""Characters to tokens.

Unlike the interpreter's lexer this one never gives up: what is no token is left out, and a
string that is not closed ends with its line.  Offsets count characters from 0.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from lexvm_lsp.language import KEYWORDS

# The kind of an operator or a keyword is its spelling; these are the others.
NAME = "name"
NUMBER = "number"
STRING = "string"
HOLE = "f{"                 # the brace that opens a hole of an f-string
HOLE_END = "f}"
TEXT_END = "f\""            # the end of an f-string that has holes

MAX_INTERPOLATIONS = 16

_TOKEN = re.compile(
    r"(?P<blank>[ \t\r\f]+|\#[^\n]*)"
    r"|(?P<newline>[\n;])"
    r'|(?P<string>[bf]?"[^"\\]*(?:\\[^\n][^"\\]*)*")'
    r'|(?P<open>[bf]?"[^\n]*)'
    r"|(?P<word>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<number>[0-9][0-9_]*(?:\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<operator>\|>|->|=>|:=|::|==|!=|<=|>=|\.\.\.|[-+*/%<>.,:?(){}\[\]=|])"
)
# A quote in a hole, behind the letter of a string.
_QUOTE = re.compile(r'(\b[bf])?\\"')
_KEYWORDS = frozenset(KEYWORDS)


@dataclass
class Tokens:
    """Tokens side by side; the last one is of the kind "" and stands at the end."""

    text: str
    kinds: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    # Whether a newline or a semicolon stands before the token.
    breaks: list[bool] = field(default_factory=list)
    # Whether a string is not closed in its line, or goes on behind the text.
    is_open: bool = False
    # Ranges of comments.
    comments: list[tuple[int, int]] = field(default_factory=list)

    def add(self, kind: str, start: int, end: int, breaks: bool) -> None:
        """Append a token."""
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)
        self.breaks.append(breaks)

    def word(self, index: int) -> str:
        """The text of a token."""
        return self.text[self.starts[index]:self.ends[index]]

    def before(self, offset: int) -> int:
        """The last token that starts before ``offset``, or -1."""
        return bisect_right(self.starts, offset - 1) - 1

    def is_in_comment(self, offset: int) -> bool:
        """Whether what is typed at ``offset`` belongs to a comment."""
        index = bisect_right(self.comments, (offset, -1)) - 1
        return index >= 0 and offset <= self.comments[index][1]


def tokenize(text: str) -> Tokens:
    """All tokens of a text."""
    tokens = Tokens(text)
    _scan(tokens, text, 0, len(text), 0)
    tokens.add("", len(text), len(text), True)
    return tokens


def _scan(tokens: Tokens, text: str, start: int, end: int, depth: int) -> None:
    """Append the tokens of ``text[start:end]``."""
    match = _TOKEN.match
    position = start
    breaks = False
    while position < end:
        found = match(text, position, end)
        if found is None:
            position += 1
            continue
        stop = found.end()
        group = found.lastgroup
        if group == "blank":
            if text[position] == "#":
                tokens.comments.append((position, stop))
        elif group == "newline":
            breaks = True
        else:
            if group == "word":
                word = found.group()
                tokens.add(word if word in _KEYWORDS or word == "_" else NAME,
                           position, stop, breaks)
            elif group == "operator":
                tokens.add(found.group(), position, stop, breaks)
            elif group == "number":
                tokens.add(NUMBER, position, stop, breaks)
            elif text[position] == "f" and group == "string" and depth < MAX_INTERPOLATIONS:
                _scan_interpolation(tokens, text, position, stop, breaks, depth)
            else:
                tokens.is_open = tokens.is_open or group == "open"
                tokens.add(STRING, position, stop, breaks)
            breaks = False
        position = stop


def _scan_interpolation(tokens: Tokens, text: str, start: int, end: int, breaks: bool,
                        depth: int) -> None:
    """Append a string, the tokens of its holes in braces of their own, and its end."""
    tokens.add(STRING, start, end, breaks)
    position = text.find("{", start, end)
    if position < 0:
        return
    while 0 <= position < end:
        close = _closing_brace(text, position, end)
        tokens.add(HOLE, position, position + 1, False)
        # Quotes in a hole are written with a backslash.
        hole = _QUOTE.sub(r' \1"', text[position + 1:close])
        _scan_hole(tokens, hole, position + 1, depth + 1)
        tokens.add(HOLE_END, close, min(close + 1, end), False)
        position = text.find("{", close + 1, end)
    tokens.add(TEXT_END, end, end, False)


def _scan_hole(tokens: Tokens, hole: str, shift: int, depth: int) -> None:
    inner = Tokens(hole)
    _scan(inner, hole, 0, len(hole), depth)
    tokens.kinds.extend(inner.kinds)
    tokens.starts.extend(each + shift for each in inner.starts)
    tokens.ends.extend(each + shift for each in inner.ends)
    tokens.breaks.extend(inner.breaks)


def _closing_brace(text: str, opening: int, end: int) -> int:
    depth = 0
    for found in re.compile(r"[{}]").finditer(text, opening, end):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return found.start()
    return end - 1
