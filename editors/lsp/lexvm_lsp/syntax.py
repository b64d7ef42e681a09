"""Tokens to declarations and mentions: a parser that goes on after what it does not know.

It follows the grammar of docs/language.rst and looks local names up as it goes; a Module
resolves the others.  Priorities of operators do not matter for that.  Brackets that nest
more deeply than the interpreter reads are skipped.
"""

from __future__ import annotations

import re
from typing import Optional

from lexvm_lsp.cursor import MAX_DEPTH
from lexvm_lsp.items import OPENERS, item_ranges
from lexvm_lsp.symbols import (
    CONSTRUCTOR, FIELD, FUNCTION, MODULE, PARAMETER, TYPE, TYPE_PARAMETER, VALUE, VARIABLE,
    Import, Module, Part, Symbol)
from lexvm_lsp.tokens import HOLE, HOLE_END, NAME, NUMBER, STRING, TEXT_END
from lexvm_lsp.type_syntax import Patterns

_BINARY = frozenset(["|>", "or", "and", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/",
                     "%"])
_PREFIX = frozenset(["not", "-"])


# Where a Part starts.
_ITEM = re.compile(r"^(?=(?:fn|type|import)\b)", re.MULTILINE)


class Reader:
    """Reads versions of a file; what is as it was in the last one is not read again."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Part]] = {}

    def read(self, text: str) -> Module:
        """What a text declares and mentions, whatever its state.  The Modules of earlier
        texts must not be used any more."""
        starts = [found.start() for found in _ITEM.finditer(text)]
        if not starts or starts[0] > 0:
            starts.insert(0, 0)
        known, self._parts = self._parts, {}
        parts = []
        for start, end in zip(starts, [*starts[1:], len(text)]):
            piece = text[start:end]
            same = known.get(piece)
            part = same.pop() if same else read_part(piece)
            self._parts.setdefault(piece, []).append(part)
            parts.append(part)
        return Module(text, parts)


def read_part(text: str) -> Part:
    """What a piece of a file declares and mentions."""
    return _Parser(text).run()


class _Expressions(Patterns):
    """Expressions and blocks."""

    def expression(self) -> None:
        self.operand()
        while self.kind() in _BINARY:
            self.at += 1
            self.operand()

    def operand(self) -> None:
        """A primary expression with what stands before and behind it."""
        while self.kind() in _PREFIX:
            self.at += 1
        start = self.start()
        before = self.at
        self.primary()
        if self.at > before:
            self.postfix(start)

    def postfix(self, start: int) -> None:
        """Fields, calls and question marks of what started at ``start``."""
        while self.at < self.stop:
            if self.follows("."):
                end = self.last_end()
                self.at += 1
                if self.kind() == NAME:
                    self.field(start, end)
                    self.at += 1
            elif self.follows("("):
                self.nested(self.arguments)
            elif self.follows("?"):
                self.at += 1
            else:
                return

    def field(self, start: int, end: int) -> None:
        """A name behind a dot: of a module or of a value."""
        receiver = self.part.references[-1] if self.part.references else None
        reference = self.mention(self.at, FIELD)
        reference.receiver = (start, end)
        if (receiver is not None and receiver.role == VALUE and receiver.start == start
                and receiver.end == end):
            reference.qualifier = receiver.name

    def arguments(self) -> None:
        """Expressions in parentheses."""
        self.at += 1
        self.sequence(")", self.expression)

    def primary(self) -> None:
        """The grammar's ``primary``."""
        kind = self.kind()
        if kind == NAME:
            self.name(self.at)
            self.at += 1
        elif kind == STRING:
            self.string()
        elif kind in (NUMBER, "true", "false"):
            self.at += 1
        elif kind == "(":
            self.nested(self.parenthesized)
        elif kind == "[":
            self.nested(self.list)
        elif kind == "{":
            self.nested(self.record if self.is_record() else self.block)
        elif kind in ("if", "match", "fn"):
            if self.depth >= MAX_DEPTH:
                self.at += 1
                return
            self.depth += 1
            {"if": self.condition, "match": self.match, "fn": self.function}[kind]()
            self.depth -= 1

    def string(self) -> None:
        """A string, with the expressions in its holes."""
        end = self.tokens.ends[self.at]
        self.at += 1
        if self.kind() != HOLE or self.start() >= end:
            return
        while self.at < self.stop and not self.take(TEXT_END):
            if self.kind() == HOLE and self.depth < MAX_DEPTH:
                self.depth += 1
                self.at += 1
                self.sequence(HOLE_END, self.expression)
                self.depth -= 1
            elif self.kind() == HOLE:
                self.skip_group()
            else:
                self.at += 1

    def parenthesized(self) -> None:
        """A tuple, or an expression with a type."""
        self.at += 1
        self.sequence(")", self.typed)

    def typed(self) -> None:
        """An expression, maybe with its type."""
        self.expression()
        if self.take("::"):
            self.type()

    def list(self) -> None:
        """Items in brackets."""
        self.at += 1
        self.sequence("]", self.expression)

    def is_record(self) -> bool:
        """Whether a brace starts a record, not a block."""
        kinds, at = self.kinds, self.at
        if kinds[at + 1] == "}":
            return True
        return (kinds[at + 1] == NAME and kinds[at + 2] in (":", ",", "}")
                and not self.tokens.breaks[at + 2])

    def record(self) -> None:
        """Fields in braces."""
        self.at += 1
        self.sequence("}", self.record_field)

    def record_field(self) -> None:
        """``name: value`` or ``name``."""
        if self.kind() != NAME:
            self.expression()
            return
        index = self.at
        self.at += 1
        if self.take(":"):
            self.mention(index, FIELD)
            self.expression()
        else:
            self.name(index).is_short_field = True

    def block(self) -> None:
        """Statements in braces."""
        if not self.take("{"):
            return
        end = self.block_end()
        self.scopes.append({})
        while self.kind() not in ("", "}"):
            before = self.at
            if self.kind() == "let":
                self.let(end)
            else:
                self.expression()
            if self.at == before:
                self.at += 1
        self.take("}")
        self.scopes.pop()

    def let(self, visible_to: int) -> None:
        """``let name :: T := value``."""
        self.at += 1
        index = self.at
        named = self.kind() == NAME
        if named or self.kind() == "_":
            self.at += 1
        type_text = self.type() if self.take("::") else ""
        value = None
        if self.take(":="):
            start = self.start()
            self.expression()
            value = (start, max(start, self.last_end()))
        if named:
            symbol = self.declare(VARIABLE, index, visible_to, type_text)
            symbol.visible_from = self.last_end()
            symbol.value = value
            self.scopes[-1][symbol.name] = symbol

    def condition(self) -> None:
        """``if c { a } else { b }``."""
        self.at += 1
        self.expression()
        self.nested(self.block)
        if self.take("else"):
            if self.kind() == "if":
                self.primary()
            else:
                self.nested(self.block)

    def match(self) -> None:
        """``match e { p => e }``."""
        self.at += 1
        self.expression()
        if self.kind() == "{":
            self.nested(self.arms)

    def arms(self) -> None:
        """The arms of a match."""
        self.at += 1
        self.sequence("}", self.arm)

    def arm(self) -> None:
        """``pattern => value``."""
        self.scopes.append({})
        first = len(self.part.locals)
        self.pattern(self.tokens.starts[self.stop])
        if self.take("=>"):
            start = self.start()
            bound = len(self.part.locals)
            self.expression()
            end = max(start, self.last_end())
            for symbol in self.part.locals[first:bound]:
                symbol.visible_from = start
                symbol.visible_to = end
                symbol.body = (start, end)
        self.scopes.pop()

    def function(self) -> None:
        """A lambda."""
        self.at += 1
        self.parameters(None)

    def parameters(self, owner: Optional[Symbol]) -> None:
        """What follows the name of a function."""
        self.scopes.append({})
        declared = len(self.part.locals)
        if self.kind() == "(":
            self.nested(self.parameter_list)
        symbols = self.part.locals[declared:]
        if self.take("->"):
            self.effects()
            self.type()
        if owner is not None:
            owner.type_text = " ".join(
                self.tokens.text[owner.end:max(owner.end, self.last_end())].split())
            self.examples()
        body = self.start()
        self.nested(self.block)
        for symbol in symbols:
            if symbol.kind == PARAMETER:
                symbol.visible_from = body
                symbol.visible_to = self.last_end()
                symbol.owner = owner
        self.scopes.pop()

    def examples(self) -> None:
        """``examples { f(1) => 2 }``."""
        if self.kind() == NAME and self.tokens.word(self.at) == "examples":
            self.at += 1
            if self.take("{"):
                self.sequence("}", self.example)

    def example(self) -> None:
        """A case of the examples."""
        self.expression()
        if self.take("=>"):
            self.expression()

    def parameter_list(self) -> None:
        """Parameters in parentheses."""
        self.at += 1
        self.sequence(")", self.parameter)

    def parameter(self) -> None:
        """``name :: T``."""
        index = self.at
        named = self.kind() == NAME
        if not named and self.kind() != "_":
            return
        self.at += 1
        type_text = self.type() if self.take("::") else ""
        if named:
            symbol = self.declare(PARAMETER, index, self.tokens.starts[self.stop], type_text)
            self.scopes[-1][symbol.name] = symbol


class _Parser(_Expressions):
    """Items."""

    def run(self) -> Part:
        """The Part that consists of all items of the text."""
        for start, stop in item_ranges(self.tokens):
            self.at, self.stop, self.depth = start, stop, 0
            self.scopes = [{}]
            self.type_parameters = {}
            symbol = self.announce(start, stop)
            if symbol is None or symbol.kind == MODULE:
                continue
            self.at += 2
            self.type_parameter_list()
            if symbol.kind == FUNCTION:
                self.parameters(symbol)
            elif self.take("="):
                self.definition(symbol)
            self.rest()
        self.part.references.sort(key=lambda each: each.start)
        return self.part

    def rest(self) -> None:
        """What follows an item and belongs to none."""
        while self.at < self.stop:
            before = self.at
            self.expression()
            if self.at == before:
                self.at += 1

    def announce(self, start: int, stop: int) -> Optional[Symbol]:
        """The Symbol of an item."""
        tokens = self.tokens
        kind = self.kinds[start]
        if kind == "import":
            return self.announce_import(start, stop)
        symbol = Symbol(self.part, FUNCTION if kind == "fn" else TYPE,
                        tokens.word(start + 1), tokens.starts[start + 1],
                        tokens.ends[start + 1])
        symbol.whole = (tokens.starts[start], tokens.ends[stop - 1])
        self.part.items.append(symbol)
        self.mention(start + 1, symbol.kind, symbol).is_declaration = True
        if kind == "type":
            self.announce_constructors(start, stop, symbol)
        return symbol

    def announce_import(self, start: int, stop: int) -> Optional[Symbol]:
        """``import "x" as y``."""
        tokens = self.tokens
        if self.kinds[start + 1:start + 4] != [STRING, "as", NAME] or start + 3 >= stop:
            return None
        symbol = Symbol(self.part, MODULE, tokens.word(start + 3),
                        tokens.starts[start + 3], tokens.ends[start + 3])
        symbol.whole = (tokens.starts[start], tokens.ends[start + 3])
        quote = tokens.starts[start + 1]
        reference = Import(tokens.text[quote + 1:tokens.ends[start + 1] - 1], quote + 1,
                           tokens.ends[start + 1] - 1, symbol)
        symbol.type_text = reference.reference
        self.part.imports.append(reference)
        self.part.items.append(symbol)
        self.mention(start + 3, MODULE, symbol).is_declaration = True
        return symbol

    def announce_constructors(self, start: int, stop: int, owner: Symbol) -> None:
        """The variants of a union."""
        tokens, kinds = self.tokens, self.kinds
        at = start + 2
        if at < stop and kinds[at] == "[":
            at = self.pairs.get(at, stop) + 1
        if at >= stop or kinds[at] != "=":
            return
        first = at + 1
        is_union = kinds[first] == "|"
        names = []
        while at < stop:
            at += 1
            if at < stop and kinds[at] == NAME and kinds[at - 1] in ("=", "|"):
                names.append(at)
            elif at < stop and kinds[at] == "|":
                is_union = True
            elif at < stop and kinds[at] in OPENERS:
                at = self.pairs.get(at, stop)
        single = (len(names) == 1 and kinds[names[0] + 1] == "("
                  and tokens.word(names[0])[0].isupper())
        if not is_union and not single:
            return
        for index in names:
            symbol = Symbol(self.part, CONSTRUCTOR, tokens.word(index),
                            tokens.starts[index], tokens.ends[index], owner=owner)
            symbol.whole = (symbol.start, symbol.end)
            self.part.constructors.append(symbol)
            owner.children.append(symbol)

    def type_parameter_list(self) -> None:
        """``[T, U]``."""
        if not self.take("["):
            return
        while self.kind() not in ("", "]"):
            if self.kind() == NAME:
                symbol = self.declare(TYPE_PARAMETER, self.at, self.tokens.starts[self.stop])
                self.type_parameters[symbol.name] = symbol
            self.at += 1
        self.take("]")

    def definition(self, owner: Symbol) -> None:
        """What a type is."""
        constructors = {each.start: each for each in owner.children}
        start = self.start()
        if self.kind() == "{":
            self.declared_fields(owner)
        while self.at < self.stop:
            self.take("|")
            before = self.at
            constructor = constructors.get(self.start())
            if constructor is not None:
                self.constructor(constructor)
            else:
                self.type()
            if self.at == before:
                break
        owner.type_text = " ".join(
            self.tokens.text[start:max(start, self.last_end())].split())

    def constructor(self, symbol: Symbol) -> None:
        """A variant with its payload."""
        self.mention(self.at, CONSTRUCTOR, symbol).is_declaration = True
        self.at += 1
        start = self.last_end()
        if self.kind() == "(":
            self.nested(self.tuple_type)
        symbol.type_text = " ".join(self.tokens.text[start:self.last_end()].split())
        symbol.whole = (symbol.start, self.last_end())

    def declared_fields(self, owner: Symbol) -> None:
        """The fields of a record type that has a name."""
        at, depth = self.at, self.depth
        stop = self.pairs.get(at, self.stop)
        self.at += 1
        while self.at < stop:
            if self.kind() == NAME and self.kinds[self.at + 1] == "::":
                index = self.at
                symbol = Symbol(self.part, FIELD, self.tokens.word(index),
                                self.tokens.starts[index], self.tokens.ends[index],
                                owner=owner)
                self.at += 2
                before = self.at
                saved = len(self.part.references), len(self.part.locals)
                symbol.type_text = self.type()
                del self.part.references[saved[0]:]
                del self.part.locals[saved[1]:]
                symbol.whole = (symbol.start, self.last_end())
                owner.children.append(symbol)
                if self.at > before:
                    continue
            self.at += 1
        self.at, self.depth = at, depth
