"""What a file declares and mentions: data, made by ``syntax``.

A Module consists of Parts, most of them one item each, so that an edit makes only one of
them new.  Offsets count characters from 0; in a Part, from its start.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Optional

from lexvm_lsp.tokens import Tokens

# Kinds of symbols, and of what references mean.
FUNCTION = "function"
TYPE = "type"
CONSTRUCTOR = "constructor"
MODULE = "module"
PARAMETER = "parameter"
VARIABLE = "variable"
TYPE_PARAMETER = "type parameter"
FIELD = "field"
MEMBER = "member"                       # of a module
# What a reference may be before it is resolved.
VALUE = "value"

Range = tuple[int, int]


@dataclass
class Symbol:
    """A declaration.  ``start`` and ``end`` enclose its name; a local one is known from
    ``visible_from`` to ``visible_to``."""

    part: Part = field(repr=False)
    kind: str
    name: str
    start: int
    end: int
    visible_from: int = 0
    visible_to: int = 0
    # The type as it is written: of a function what follows its name.
    type_text: str = ""
    # Where the type of a variable can be asked for: its value, or the body of its arm.
    value: Optional[Range] = None
    body: Optional[Range] = None
    # The union or record type of a constructor or field; the function of a parameter.
    owner: Optional[Symbol] = None
    # The whole declaration.
    whole: Range = (0, 0)
    children: list[Symbol] = field(default_factory=list, repr=False)

    def name_range(self) -> Range:
        """Where the name stands in the file."""
        return self.start + self.part.offset, self.end + self.part.offset

    def whole_range(self) -> Range:
        """Where the declaration stands in the file."""
        return self.whole[0] + self.part.offset, self.whole[1] + self.part.offset


class Reference:
    """A mention of a name, also where it is declared.

    ``role`` is VALUE, TYPE, CONSTRUCTOR or FIELD, or the kind of ``symbol``, which is set
    for what the Part itself declares.  ``receiver`` is the place of the value before the
    dot, and ``qualifier`` its name, if it is one that the item does not bind.
    """

    __slots__ = (
        "end",
        "is_declaration",
        "is_pattern",
        "is_short_field",
        "name",
        "part",
        "qualifier",
        "receiver",
        "role",
        "start",
        "symbol",
    )

    def __init__(self, part: Part, name: str, start: int, end: int, role: str,
                 symbol: Optional[Symbol]) -> None:
        self.part = part
        self.name = name
        self.start = start
        self.end = end
        self.role = role
        self.symbol = symbol
        self.receiver: Optional[Range] = None
        self.qualifier = ""
        # ``{ name }``, which stands for ``{ name: name }``.
        self.is_short_field = False
        self.is_pattern = False
        self.is_declaration = False

    def range(self) -> Range:
        """Where the name stands in the file."""
        return self.start + self.part.offset, self.end + self.part.offset


@dataclass
class Import:
    """``import "reference" as alias``."""

    reference: str
    start: int                          # of the text between the quotes
    end: int
    symbol: Symbol

    def range(self) -> Range:
        """Where the text between the quotes stands in the file."""
        return self.start + self.symbol.part.offset, self.end + self.symbol.part.offset


@dataclass
class Part:
    """A piece of a file.  ``references`` are in the order of their places."""

    tokens: Tokens
    offset: int = 0                     # in the file
    items: list[Symbol] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    # Parameters, variables and type parameters.
    locals: list[Symbol] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    constructors: list[Symbol] = field(default_factory=list)

    def visible(self, at: int) -> list[Symbol]:
        """The locals that are known at a place; the innermost of a name."""
        found: dict[str, Symbol] = {}
        for each in self.locals:
            if not each.visible_from <= at <= each.visible_to:
                continue
            other = found.get(each.name)
            if other is None or other.visible_from <= each.visible_from:
                found[each.name] = each
        return list(found.values())


@dataclass
class Target:
    """What a reference means: its kind, and the declaration if it is in this file.  For a
    MEMBER, ``module`` is where it is from."""

    kind: str
    symbol: Optional[Symbol] = None
    module: Optional[Import] = None


class Module:
    """A file that was read."""

    def __init__(self, text: str, parts: list[Part]) -> None:
        self.text = text
        self.parts = parts
        self.offsets = []
        self.functions: dict[str, Symbol] = {}
        self.types: dict[str, Symbol] = {}
        self.constructors: dict[str, Symbol] = {}
        self.aliases: dict[str, Import] = {}
        offset = 0
        for part in parts:
            part.offset = offset
            self.offsets.append(offset)
            offset += len(part.tokens.text)
            for item in part.items:
                if item.kind == FUNCTION:
                    self.functions[item.name] = item
                elif item.kind == TYPE:
                    self.types[item.name] = item
            for constructor in part.constructors:
                self.constructors[constructor.name] = constructor
            for each in part.imports:
                self.aliases[each.symbol.name] = each

    def part_at(self, offset: int) -> Part:
        """The Part that a place belongs to; between two, the second."""
        return self.parts[max(0, bisect_right(self.offsets, offset) - 1)]

    def reference_at(self, offset: int) -> Optional[Reference]:
        """The name at ``offset``, or the one that ends there."""
        part = self.part_at(offset)
        at = offset - part.offset
        for reference in part.references:
            if reference.start <= at <= reference.end:
                return reference
        return None

    def imports(self) -> list[Import]:
        """All imports."""
        return [each for part in self.parts for each in part.imports]

    def resolve(self, reference: Reference) -> Target:
        """What a reference means."""
        if reference.symbol is not None:
            return Target(reference.role, reference.symbol)
        name = reference.name
        if reference.qualifier in self.aliases:
            return Target(MEMBER, None, self.aliases[reference.qualifier])
        if reference.role == TYPE:
            return Target(TYPE, self.types.get(name))
        if reference.role == CONSTRUCTOR:
            return Target(CONSTRUCTOR, self.constructors.get(name))
        if reference.role == VALUE:
            if name in self.functions:
                return Target(FUNCTION, self.functions[name])
            if name in self.aliases:
                return Target(MODULE, self.aliases[name].symbol, self.aliases[name])
        return Target(reference.role)

    def mentions(self, symbol: Symbol) -> list[Reference]:
        """All mentions of what this file declares, with the declaration."""
        return [each for part in self.parts for each in part.references
                if each.name == symbol.name and self.resolve(each).symbol is symbol]

    def members(self, module: Import, name: str) -> list[Reference]:
        """All mentions of a function or type of an imported file."""
        return [each for part in self.parts for each in part.references
                if each.name == name and self.resolve(each).module is module
                and each.qualifier != ""]

    def documentation(self, symbol: Symbol) -> str:
        """The comment in the lines above an item."""
        comment: list[str] = []
        end = self.text.rfind("\n", 0, symbol.whole_range()[0])
        while end >= 0:
            start = self.text.rfind("\n", 0, end) + 1
            line = self.text[start:end].strip()
            if not line.startswith("#"):
                break
            comment.insert(0, line.lstrip("#").strip())
            end = start - 1
        return "\n".join(comment)
