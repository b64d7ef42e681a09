"""Tokens to items: where each import, type and function starts and ends.

An item is parsed for itself, so that a bracket that is missing in one does not spoil those
behind it.
"""

from __future__ import annotations

from lexvm_lsp.tokens import HOLE, HOLE_END, NAME, STRING, Tokens

OPENERS = {"(": ")", "[": "]", "{": "}", HOLE: HOLE_END}
CLOSERS = {closer: opener for opener, closer in OPENERS.items()}


def item_ranges(tokens: Tokens) -> list[tuple[int, int]]:
    """The ranges of tokens that are an item each: from a keyword that stands outside of
    all brackets, or at the start of a line, to the next one."""
    starts = []
    kinds = tokens.kinds
    depth = 0
    for index, kind in enumerate(kinds):
        if kind in OPENERS:
            depth += 1
        elif kind in CLOSERS:
            depth = max(0, depth - 1)
        elif kind in ("fn", "type", "import") and _may_start(tokens, index, depth):
            starts.append(index)
            depth = 0
    ends = [*starts[1:], len(kinds) - 1]
    return list(zip(starts, ends))


def _may_start(tokens: Tokens, index: int, depth: int) -> bool:
    following = tokens.kinds[index + 1]
    fitting = (NAME, STRING) if tokens.kinds[index] == "import" else (NAME,)
    if following not in fitting and tokens.kinds[index] != "import":
        return False
    if depth == 0:
        return True
    start = tokens.starts[index]
    return start == 0 or tokens.text[start - 1] == "\n"


def matching(tokens: Tokens) -> dict[int, int]:
    """The closing bracket of each opening one that has one."""
    pairs = {}
    open_brackets: list[int] = []
    for index, kind in enumerate(tokens.kinds):
        if kind in OPENERS:
            open_brackets.append(index)
        elif kind in CLOSERS:
            # What was opened and not closed in between is left open.
            while open_brackets:
                opener = open_brackets.pop()
                if tokens.kinds[opener] == CLOSERS[kind]:
                    pairs[opener] = index
                    break
                if kind not in (")", "]"):
                    continue
                open_brackets.append(opener)
                break
    return pairs
