"""Reading tokens and declaring names: what all of the parser needs."""

from __future__ import annotations

from typing import Callable, Optional

from lexvm_lsp.items import CLOSERS, matching
from lexvm_lsp.symbols import CONSTRUCTOR, VALUE, Part, Reference, Symbol
from lexvm_lsp.tokens import tokenize

# The interpreter reads 96 nested expressions.
MAX_DEPTH = 120


class Cursor:
    """Reads the tokens of one item."""

    def __init__(self, text: str) -> None:
        self.tokens = tokenize(text)
        self.part = Part(self.tokens)
        self.kinds = self.tokens.kinds
        self.pairs = matching(self.tokens)
        self.at = 0
        self.stop = 0
        self.depth = 0

    def kind(self) -> str:
        """The kind of the next token; "" at the end of the item."""
        return self.kinds[self.at] if self.at < self.stop else ""

    def follows(self, kind: str) -> bool:
        """Whether the next token is of a kind and on the same line as the last."""
        return self.kind() == kind and not self.tokens.breaks[self.at]

    def take(self, kind: str) -> bool:
        """Read a token of a kind, if it is the next one."""
        if self.kind() != kind:
            return False
        self.at += 1
        return True

    def start(self) -> int:
        """Where the next token starts."""
        return self.tokens.starts[self.at]

    def last_end(self) -> int:
        """Where the last token ends."""
        return self.tokens.ends[self.at - 1] if self.at > 0 else 0

    def skip_group(self) -> None:
        """Read what a bracket encloses, without looking at it."""
        self.at = min(self.pairs.get(self.at, self.stop - 1) + 1, self.stop)

    def sequence(self, closer: str, part: Callable[[], None]) -> None:
        """Read parts with commas between them up to the bracket ``closer``."""
        while self.kind() not in ("", closer):
            before = self.at
            part()
            if self.take(",") or self.at > before:
                continue
            if self.kind() in CLOSERS:
                break
            self.at += 1
        self.take(closer)

    def nested(self, part: Callable[[], None]) -> None:
        """Read a part that starts with a bracket; too deep, it is skipped."""
        if self.depth >= MAX_DEPTH:
            self.skip_group()
            return
        self.depth += 1
        part()
        self.depth -= 1


class Names(Cursor):
    """Knows which names are in scope."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.scopes: list[dict[str, Symbol]] = []
        self.type_parameters: dict[str, Symbol] = {}

    def declare(self, kind: str, index: int, visible_to: int, type_text: str = "") -> Symbol:
        """A local symbol, named by the token ``index``."""
        tokens = self.tokens
        symbol = Symbol(self.part, kind, tokens.word(index), tokens.starts[index],
                        tokens.ends[index], tokens.ends[index], visible_to, type_text)
        self.part.locals.append(symbol)
        self.mention(index, kind, symbol).is_declaration = True
        return symbol

    def mention(self, index: int, role: str, symbol: Optional[Symbol] = None) -> Reference:
        """Note a mention by the token ``index``."""
        tokens = self.tokens
        start, end = tokens.starts[index], tokens.ends[index]
        reference = Reference(self.part, tokens.text[start:end], start, end, role, symbol)
        self.part.references.append(reference)
        return reference

    def find(self, name: str) -> Optional[Symbol]:
        """The local value that a name means."""
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        return None

    def name(self, index: int) -> Reference:
        """Note a mention of a value or a constructor."""
        name = self.tokens.word(index)
        if name[0].isupper():
            return self.mention(index, CONSTRUCTOR)
        symbol = self.find(name)
        return self.mention(index, symbol.kind if symbol else VALUE, symbol)

    def block_end(self) -> int:
        """Where the innermost block ends whose brace was read last."""
        closer = self.pairs.get(self.at - 1)
        if closer is None or closer >= self.stop:
            return self.tokens.starts[self.stop]
        return self.tokens.starts[closer]
