"""Where names are declared and mentioned, and what a file consists of."""

from __future__ import annotations

from typing import Optional

from lsprotocol.types import DocumentSymbol, Location, SymbolKind

from lexvm_lsp.documents import Document
from lexvm_lsp.positions import Lines
from lexvm_lsp.symbols import (
    CONSTRUCTOR, FIELD, FUNCTION, MEMBER, MODULE, TYPE, Reference, Symbol)
from lexvm_lsp.workspace import Workspace


def definition(workspace: Workspace, document: Document, offset: int) -> list[Location]:
    """Where the name at ``offset``, or the file of an import, is declared."""
    for module in document.module.imports():
        start, end = module.range()
        path = document.imported(module)
        if start <= offset <= end and path is not None:
            other = workspace.documents.file(path)
            return [Location(other.uri, other.lines.range((0, 0)))] if other else []
    reference = document.module.reference_at(offset)
    if reference is None:
        return []
    found = declaration(workspace, document, reference)
    if found is not None:
        return [location(*found)]
    if reference.role == FIELD and document.module.resolve(reference).kind == FIELD:
        return _fields(workspace, document, reference.name)
    return []


def declaration(workspace: Workspace, document: Document,
                reference: Reference) -> Optional[tuple[Document, Symbol]]:
    """The declaration that a reference means, and its document; None for what is of the
    library, unknown or a field."""
    target = document.module.resolve(reference)
    if target.symbol is not None:
        return document, target.symbol
    if target.kind == MEMBER and target.module is not None:
        return workspace.member(document, target.module, reference.name, reference.role)
    if target.kind in (CONSTRUCTOR, TYPE):
        return workspace.global_symbol(document, target.kind, reference.name)
    return None


def _fields(workspace: Workspace, document: Document, name: str) -> list[Location]:
    """The fields of that name of all types in reach: types of records are structures, so
    that a value does not tell which one was meant."""
    return [location(other, field)
            for other in workspace.reachable(document)
            for owner in other.module.types.values()
            for field in owner.children
            if field.kind == FIELD and field.name == name]


def location(document: Document, symbol: Symbol) -> Location:
    """Where a symbol's name stands."""
    return Location(document.uri, document.lines.range(symbol.name_range()))


def references(workspace: Workspace, document: Document, offset: int,
               with_declaration: bool) -> list[Location]:
    """All mentions of what is named at ``offset``."""
    reference = document.module.reference_at(offset)
    found = declaration(workspace, document, reference) if reference else None
    if found is None:
        return []
    return [Location(owner.uri, owner.lines.range(each.range()))
            for owner, each in mentions(workspace, *found)
            if with_declaration or not each.is_declaration]


def mentions(workspace: Workspace, document: Document,
             symbol: Symbol) -> list[tuple[Document, Reference]]:
    """All mentions of a symbol, also in files that import its file."""
    found = [(document, each) for each in document.module.mentions(symbol)]
    if symbol.kind not in (FUNCTION, TYPE, CONSTRUCTOR) or document.path is None:
        return found
    for other in workspace.documents.all_files():
        if other.path == document.path or symbol.name not in other.text:
            continue
        if symbol.kind == CONSTRUCTOR:
            found += _constructor_mentions(workspace, document, symbol, other)
            continue
        for module in other.module.imports():
            if other.imported(module) == document.path:
                found += [(other, each)
                          for each in other.module.members(module, symbol.name)]
    return found


def _constructor_mentions(workspace: Workspace, document: Document, symbol: Symbol,
                          other: Document) -> list[tuple[Document, Reference]]:
    """Constructors are known wherever their file is reached by imports."""
    if symbol.name in other.module.constructors:
        return []
    if document not in workspace.reachable(other):
        return []
    return [(other, each) for part in other.module.parts for each in part.references
            if each.name == symbol.name and each.role == CONSTRUCTOR]


_KINDS = {
    FUNCTION: SymbolKind.Function, MODULE: SymbolKind.Module,
    CONSTRUCTOR: SymbolKind.EnumMember, FIELD: SymbolKind.Field,
}


def outline(document: Document) -> list[DocumentSymbol]:
    """The items of a file, types with their variants or fields."""
    return [_outlined(document.lines, each)
            for part in document.module.parts for each in part.items]


def _outlined(lines: Lines, symbol: Symbol) -> DocumentSymbol:
    kind = _KINDS.get(symbol.kind)
    if kind is None:
        is_union = any(each.kind == CONSTRUCTOR for each in symbol.children)
        kind = SymbolKind.Enum if is_union else SymbolKind.Struct
    start, end = symbol.whole_range()
    name = symbol.name_range()
    return DocumentSymbol(
        symbol.name, kind, lines.range((min(start, name[0]), max(end, name[1]))),
        lines.range(name), symbol.type_text[:200] or None,
        children=[_outlined(lines, each) for each in symbol.children])
