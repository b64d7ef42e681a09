"""Parsing types and patterns."""

from __future__ import annotations

from lexvm_lsp.cursor import Names
from lexvm_lsp.items import OPENERS
from lexvm_lsp.symbols import FIELD, TYPE, VALUE, VARIABLE, Symbol
from lexvm_lsp.tokens import NAME, NUMBER, STRING


class Types(Names):
    """Types and effect rows."""

    def type(self) -> str:
        """Read a type; -> its text."""
        start = self.start()
        before = self.at
        self.type_base()
        while self.follows("{") and self.kinds[self.at + 1:self.at + 3] == [NAME, "|"]:
            self.nested(self.refinement)
        if self.at == before:
            return ""
        return " ".join(self.tokens.text[start:self.last_end()].split())

    def type_part(self) -> None:
        """Read a type in a sequence."""
        self.type()

    def refinement(self) -> None:
        """``{ name | condition }``."""
        end_of_scope = self.tokens.starts[
            min(self.pairs.get(self.at, self.stop), self.stop)]
        symbol = self.declare(VARIABLE, self.at + 1, end_of_scope, "")
        self.at += 3
        self.scopes.append({symbol.name: symbol})
        self.expression()
        self.scopes.pop()
        self.take("}")

    def type_base(self) -> None:
        """A type without its refinement."""
        kind = self.kind()
        if kind == "{":
            self.nested(self.record_type)
        elif kind == "(":
            self.nested(self.tuple_type)
            if self.take("->"):
                self.effects()
                self.type()
        elif kind == NAME:
            self.named_type()

    def tuple_type(self) -> None:
        """``(T, T)``."""
        self.at += 1
        self.sequence(")", self.type_part)

    def record_type(self) -> None:
        """``{ name :: T }``."""
        self.at += 1
        self.sequence("}", self.type_field)

    def type_field(self) -> None:
        """A field of a record type that is no declaration."""
        self.take("...")
        if self.kind() == NAME:
            self.mention(self.at, FIELD)
            self.at += 1
        if self.take("::"):
            self.type()

    def named_type(self) -> None:
        """A name, maybe of a module, with arguments."""
        index = self.at
        self.at += 1
        name = self.tokens.word(index)
        if self.follows(".") and self.kinds[self.at + 1] == NAME:
            self.mention(index, VALUE)
            self.mention(self.at + 1, TYPE).qualifier = name
            self.at += 2
        else:
            symbol = self.type_parameters.get(name)
            self.mention(index, symbol.kind if symbol else TYPE, symbol)
        if self.follows("[") or self.follows("("):
            self.nested(self.type_arguments)

    def type_arguments(self) -> None:
        """Types in brackets."""
        closer = OPENERS[self.kind()]
        self.at += 1
        self.sequence(closer, self.type_part)

    def effects(self) -> None:
        """``[io, fs_read("x")]``, if there is a row."""
        if self.kind() == "[":
            self.skip_group()

    def expression(self) -> None:
        """Read an expression."""
        raise NotImplementedError


class Patterns(Types):
    """Patterns; what they bind is put into the innermost scope."""

    def pattern(self, visible_to: int) -> None:
        """Read a pattern whose names are known up to ``visible_to``."""
        kind = self.kind()
        if kind == "-":
            self.at += 1
            kind = self.kind()
        if kind in (NUMBER, STRING, "true", "false", "_"):
            self.at += 1
        elif kind == "{":
            self.nested(lambda: self.record_pattern(visible_to))
        elif kind == "(":
            self.nested(lambda: self.tuple_pattern(visible_to))
        elif kind == NAME:
            self.named_pattern(visible_to)

    def bind(self, index: int, visible_to: int) -> Symbol:
        """Let the token ``index`` name what is matched."""
        symbol = self.declare(VARIABLE, index, visible_to)
        self.scopes[-1][symbol.name] = symbol
        return symbol

    def tuple_pattern(self, visible_to: int) -> None:
        """Patterns in parentheses."""
        self.at += 1
        self.sequence(")", lambda: self.pattern(visible_to))

    def record_pattern(self, visible_to: int) -> None:
        """Fields in braces."""
        self.at += 1
        self.sequence("}", lambda: self.pattern_field(visible_to))

    def pattern_field(self, visible_to: int) -> None:
        """``name: pattern`` or ``name``."""
        if self.kind() != NAME:
            return
        index = self.at
        self.at += 1
        if self.take(":"):
            self.mention(index, FIELD).is_pattern = True
            self.pattern(visible_to)
            return
        self.bind(index, visible_to)
        reference = self.part.references[-1]
        reference.is_short_field = True
        reference.is_pattern = True

    def named_pattern(self, visible_to: int) -> None:
        """A name that is bound, or a constructor with its arguments."""
        index = self.at
        self.at += 1
        while self.follows(".") and self.kinds[self.at + 1] == NAME:
            self.mention(index, VALUE)
            index = self.at + 1
            self.at += 2
        if self.tokens.word(index)[0].isupper() or self.follows("("):
            self.name(index).is_pattern = True
        else:
            self.bind(index, visible_to)
        if self.follows("("):
            self.nested(lambda: self.tuple_pattern(visible_to))
