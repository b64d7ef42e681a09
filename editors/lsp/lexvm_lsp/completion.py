"""What can stand where somebody types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from lsprotocol.types import (
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, MarkupContent, MarkupKind,
    TextEdit)

from lexvm_lsp.binary import Unavailable
from lexvm_lsp.documents import Document
from lexvm_lsp.hover import declared, manual_text
from lexvm_lsp.imports import is_standard, standard_name
from lexvm_lsp.language import CONSTRUCTORS, EFFECTS, KEYWORDS, TYPES
from lexvm_lsp.probe import fields
from lexvm_lsp.symbols import (
    CONSTRUCTOR, FIELD, FUNCTION, MODULE, PARAMETER, TYPE, TYPE_PARAMETER, VARIABLE, Import,
    Part, Symbol)
from lexvm_lsp.tokens import NAME, NUMBER, STRING
from lexvm_lsp.workspace import Workspace

_KINDS = {
    FUNCTION: CompletionItemKind.Function, TYPE: CompletionItemKind.Struct,
    CONSTRUCTOR: CompletionItemKind.EnumMember, MODULE: CompletionItemKind.Module,
    PARAMETER: CompletionItemKind.Variable, VARIABLE: CompletionItemKind.Variable,
    TYPE_PARAMETER: CompletionItemKind.TypeParameter, FIELD: CompletionItemKind.Field,
}
# How near a suggestion is: the first character of its sort key.
_LOCAL, _FILE, _LIBRARY, _WORD = "1", "2", "3", "4"


@dataclass
class _Place:
    """Where somebody types: ``token`` is the last one before the word, -1 if none is."""

    document: Document
    part: Part
    offset: int
    at: int                             # in the part
    token: int

    def kind(self, back: int = 0) -> str:
        """The kind of the token before the word, or one further back."""
        index = self.token - back
        return self.part.tokens.kinds[index] if index >= 0 else ""


async def complete(workspace: Workspace, document: Document,
                   offset: int) -> list[CompletionItem]:
    """The suggestions for ``offset``."""
    place = _place(document, offset)
    if place is None:
        return []
    if place.kind() == STRING and place.at < place.part.tokens.ends[place.token]:
        return await _in_string(workspace, place)
    if place.kind() == "as" or place.kind() in ("let", "fn", "type"):
        return []
    if place.kind() == ".":
        return await _behind_dot(workspace, place)
    if _is_in_effects(place):
        return [CompletionItem(each, kind=CompletionItemKind.Keyword) for each in EFFECTS]
    return await _names(workspace, place)


def _place(document: Document, offset: int) -> Optional[_Place]:
    part = document.module.part_at(offset)
    if part.offset == offset and part.offset > 0:
        # Between two items, what is typed ends the first.
        part = document.module.part_at(offset - 1)
    at = offset - part.offset
    tokens = part.tokens
    if tokens.is_in_comment(at):
        return None
    token = tokens.before(at)
    if token >= 0 and tokens.ends[token] >= at:
        kind = tokens.kinds[token]
        if kind == NUMBER:
            return None
        if kind == NAME or kind in KEYWORDS or kind == "_":
            token -= 1
    return _Place(document, part, offset, at, token)


def _is_in_effects(place: _Place) -> bool:
    """Whether ``-> [`` was opened and not closed."""
    index = place.token
    kinds = place.part.tokens.kinds
    while index > 0 and kinds[index] in (NAME, ",", "(", ")", STRING, NUMBER):
        index -= 1
    return index > 0 and kinds[index] == "[" and kinds[index - 1] == "->"


async def _in_string(workspace: Workspace, place: _Place) -> list[CompletionItem]:
    """Modules of the library, in the string of an import."""
    if place.kind(1) != "import":
        return []
    tokens = place.part.tokens
    start = tokens.starts[place.token] + 1 + place.part.offset
    written = place.document.text[start:place.offset]
    if not "std.".startswith(written[:4]):
        return []
    area = place.document.lines.range((start, place.offset))
    return [CompletionItem("std." + name, detail=words, kind=CompletionItemKind.Module,
                           text_edit=TextEdit(area, "std." + name))
            for name, words in (await _modules(workspace)).items()]


async def _modules(workspace: Workspace) -> dict[str, str]:
    try:
        return await workspace.lexvm.modules()
    except Unavailable:
        return {}


async def _behind_dot(workspace: Workspace, place: _Place) -> list[CompletionItem]:
    """Members of a module, or fields of a value."""
    tokens = place.part.tokens
    dot = place.token
    module = place.document.module
    if place.kind(1) == NAME:
        name = tokens.word(dot - 1)
        reference = module.reference_at(tokens.starts[dot - 1] + place.part.offset)
        target = module.resolve(reference) if reference is not None else None
        if name in module.aliases and (target is None or target.kind == MODULE):
            return await _members(workspace, place.document, module.aliases[name])
        if (reference is not None and target is not None and target.symbol is None
                and reference.receiver is None and name in await _modules(workspace)):
            return await _members_of_new_import(workspace, place.document, name)
    receiver = _receiver(place.part, dot)
    if receiver is None:
        return []
    offset = place.part.offset
    found = await fields(workspace, place.document,
                         (receiver + offset, tokens.starts[dot] + offset), place.offset)
    return [CompletionItem(name, kind=CompletionItemKind.Field, detail=of_type)
            for name, of_type in found.items()]


def _receiver(part: Part, dot: int) -> Optional[int]:
    """Where the value before a dot starts; the parser took what is behind the dot, if
    anything, for its field."""
    tokens = part.tokens
    for reference in part.references:
        if (reference.receiver is not None and reference.receiver[1] <= tokens.starts[dot]
                and reference.start >= tokens.ends[dot]
                and reference.receiver[1] > tokens.starts[dot - 1]):
            return reference.receiver[0]
    return _start_of_chain(part, dot - 1)


def _start_of_chain(part: Part, index: int) -> Optional[int]:
    """Where the names, calls and dots that end with a token start."""
    tokens = part.tokens
    closed = 0
    while index >= 0:
        kind = tokens.kinds[index]
        if kind in (")", "]", "}"):
            closed += 1
        elif kind in ("(", "[", "{"):
            closed -= 1
            if closed < 0:
                return None
        if closed == 0 and kind in (NAME, STRING, "(", "[", "{"):
            before = tokens.kinds[index - 1] if index > 0 else ""
            is_called = kind == "(" and before in (NAME, ")") and not tokens.breaks[index]
            if before != "." and not is_called:
                return tokens.starts[index]
        elif closed == 0 and kind not in (".", "?"):
            return None
        index -= 1
    return None


async def _members(workspace: Workspace, document: Document,
                   module: Import) -> list[CompletionItem]:
    if is_standard(module.reference):
        return await _of_library(workspace, standard_name(module.reference))
    path = document.imported(module)
    other = workspace.documents.file(path) if path is not None else None
    if other is None:
        return []
    found = [*other.module.functions.values(), *other.module.types.values()]
    return [_item(other, each, _FILE) for each in found]


async def _of_library(workspace: Workspace, module: str) -> list[CompletionItem]:
    try:
        functions = await workspace.lexvm.functions(module)
    except Unavailable:
        return []
    return [CompletionItem(
        each["name"].split(".", 1)[1], kind=CompletionItemKind.Function,
        detail=each["signature"],
        documentation=MarkupContent(MarkupKind.Markdown, manual_text(each)))
        for each in functions]


async def _members_of_new_import(workspace: Workspace, document: Document,
                                 module: str) -> list[CompletionItem]:
    """The members of a module that is imported with the choice."""
    items = await _of_library(workspace, module)
    edits = [_import_edit(document, module)]
    for item in items:
        item.additional_text_edits = edits
    return items


def _import_edit(document: Document, module: str) -> TextEdit:
    """An import behind the last one."""
    line = f'import "std.{module}" as {module}\n'
    imports = document.module.imports()
    if not imports:
        return TextEdit(document.lines.range((0, 0)), line)
    end = imports[-1].symbol.whole_range()[1]
    return TextEdit(document.lines.range((end, end)), "\n" + line.rstrip("\n"))


async def _names(workspace: Workspace, place: _Place) -> list[CompletionItem]:
    document, part = place.document, place.part
    module = document.module
    items: dict[str, CompletionItem] = {}

    def add(item: CompletionItem) -> None:
        items.setdefault(item.label, item)

    for symbol in part.visible(place.at):
        add(_item(document, symbol, _LOCAL))
    for known in (module.functions, module.constructors, module.types):
        for symbol in known.values():
            add(_item(document, symbol, _FILE))
    for alias, each in module.aliases.items():
        add(CompletionItem(alias, kind=CompletionItemKind.Module, detail=each.reference,
                           sort_text=_FILE + alias))
    for other in workspace.reachable(document)[1:]:
        for symbol in other.module.constructors.values():
            add(_item(other, symbol, _LIBRARY))
    for name in TYPES:
        add(CompletionItem(name, kind=CompletionItemKind.Struct, sort_text=_LIBRARY + name))
    for name in CONSTRUCTORS:
        add(CompletionItem(name, kind=CompletionItemKind.EnumMember,
                           sort_text=_LIBRARY + name))
    for name in KEYWORDS:
        add(CompletionItem(name, kind=CompletionItemKind.Keyword, sort_text=_WORD + name))
    for name, words in (await _modules(workspace)).items():
        add(CompletionItem(
            name, kind=CompletionItemKind.Module, detail=words, sort_text=_WORD + name,
            label_details=CompletionItemLabelDetails(description=f'import "std.{name}"'),
            additional_text_edits=[_import_edit(document, name)]))
    return list(items.values())


def _item(document: Document, symbol: Symbol, nearness: str) -> CompletionItem:
    item = CompletionItem(
        symbol.name, kind=_KINDS[symbol.kind], detail=symbol.type_text or symbol.kind,
        sort_text=nearness + symbol.name)
    if symbol.kind in (FUNCTION, TYPE, CONSTRUCTOR):
        item.documentation = MarkupContent(MarkupKind.Markdown, declared(document, symbol))
    return item
