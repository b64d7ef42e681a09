"""Giving a name to something, wherever it is mentioned.

Before the edits are handed out they are tried: every name must mean the same as before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest

from lsprotocol.types import Range, TextEdit, WorkspaceEdit

from lexvm_lsp.documents import Document
from lexvm_lsp.language import CONSTRUCTORS, KEYWORDS
from lexvm_lsp.navigation import declaration, mentions
from lexvm_lsp.symbols import (
    CONSTRUCTOR, FIELD, FUNCTION, MEMBER, MODULE, TYPE, TYPE_PARAMETER, VALUE, Part, Reference,
    Symbol)
from lexvm_lsp.syntax import read_part
from lexvm_lsp.tokens import HOLE, NAME, tokenize
from lexvm_lsp.workspace import Workspace

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*|_[A-Za-z0-9_]+")


class Refused(Exception):
    """Why a name cannot be given."""


def renamed_range(workspace: Workspace, document: Document, offset: int) -> Range:
    """The place of the name at ``offset``; raises Refused."""
    reference, _ = _meant(workspace, document, offset)
    return document.lines.range(reference.range())


def rename(workspace: Workspace, document: Document, offset: int,
           new: str) -> WorkspaceEdit:
    """The edits that give the name ``new`` to what is at ``offset``; raises Refused."""
    _, (owner, symbol) = _meant(workspace, document, offset)
    _check_name(symbol, new)
    _check_siblings(owner, symbol, new)
    changes: dict[str, list[TextEdit]] = {}
    by_document: dict[str, tuple[Document, list[Reference]]] = {}
    for other, each in mentions(workspace, owner, symbol):
        by_document.setdefault(other.uri, (other, []))[1].append(each)
    for other, found in by_document.values():
        _try(other, symbol, found, new)
        changes[other.uri] = [
            TextEdit(other.lines.range(each.range()), _replacement(each, new))
            for each in found]
    return WorkspaceEdit(changes)


def _meant(workspace: Workspace, document: Document,
           offset: int) -> tuple[Reference, tuple[Document, Symbol]]:
    reference = document.module.reference_at(offset)
    if reference is None:
        raise Refused("there is no name here")
    target = document.module.resolve(reference)
    if target.kind == FIELD:
        raise Refused("fields cannot be renamed: records have their types by structure, so "
                      "that other types may have the same field")
    found = declaration(workspace, document, reference)
    if found is None:
        if target.kind == MEMBER or reference.name in CONSTRUCTORS:
            raise Refused(f"`{reference.name}` belongs to the library")
        raise Refused(f"`{reference.name}` is not declared in any file that is read")
    return reference, found


def _check_name(symbol: Symbol, new: str) -> None:
    if not _IDENTIFIER.fullmatch(new):
        raise Refused(f"`{new}` is no name: letters, digits and `_` make one, and it starts "
                      "with a letter or `_`")
    if new in KEYWORDS:
        raise Refused(f"`{new}` is a word of the language")
    if symbol.kind == CONSTRUCTOR and not new[0].isupper():
        raise Refused("the name of a constructor starts with an uppercase letter")
    if symbol.kind not in (CONSTRUCTOR, TYPE, TYPE_PARAMETER) and new[0].isupper():
        raise Refused(f"the name of a {symbol.kind} starts with a lowercase letter: "
                      f"`{new}` would be a constructor")


def _check_siblings(owner: Document, symbol: Symbol, new: str) -> None:
    """Raise Refused if the file declares ``new`` already."""
    module = owner.module
    siblings: dict[str, Mapping[str, object]] = {
        FUNCTION: module.functions, TYPE: module.types, MODULE: module.aliases,
        CONSTRUCTOR: module.constructors}
    if new in siblings.get(symbol.kind, {}):
        raise Refused(f"there is a {symbol.kind} `{new}` already")
    if symbol.kind == MODULE and symbol.name == "str" and any(
            HOLE in part.tokens.kinds for part in module.parts):
        raise Refused("strings with holes need `std.str` under the name `str`")


def _replacement(reference: Reference, new: str) -> str:
    return f"{reference.name}: {new}" if reference.is_short_field else new


def _try(document: Document, symbol: Symbol, found: list[Reference], new: str) -> None:
    """Raise Refused if the edits would touch other things than names, or change what
    another name means."""
    module = document.module
    _check_texts(document, found)
    if any(each.symbol is symbol for each in found):
        for part in module.parts:
            for each in part.references:
                if each.symbol is None and _is_of_kind(symbol, each, new):
                    raise _captured(document, part, each.start, new)
    by_part: dict[int, list[Reference]] = {}
    for each in found:
        by_part.setdefault(each.part.offset, []).append(each)
    for mentions_of_part in by_part.values():
        _try_part(document, mentions_of_part, symbol.name, new)


def _is_of_kind(symbol: Symbol, reference: Reference, new: str) -> bool:
    """Whether a name that no item binds would mean the symbol, if that were ``new``."""
    if symbol.kind in (TYPE, CONSTRUCTOR):
        return reference.name == new and reference.role == symbol.kind
    if symbol.kind == MODULE and reference.qualifier == new:
        return True
    return (symbol.kind in (FUNCTION, MODULE) and reference.name == new
            and reference.role == VALUE)


def _captured(document: Document, part: Part, start: int, new: str) -> Refused:
    line = document.lines.position(start + part.offset).line + 1
    return Refused(f"`{new}` means something else in line {line}")


def _check_texts(document: Document, found: list[Reference]) -> None:
    """Raise Refused where a line of a string was taken for an item."""
    if not any(part.tokens.is_open for part in document.module.parts):
        return
    whole = tokenize(document.text)
    names = {start for start, kind in zip(whole.starts, whole.kinds) if kind == NAME}
    for each in found:
        if each.range()[0] not in names:
            line = document.lines.position(each.range()[0]).line + 1
            raise Refused(f"`{each.name}` stands in a string in line {line}, or a string "
                          "is not closed")


def _try_part(document: Document, found: list[Reference], old: str, new: str) -> None:
    """Compare the names of a Part, one by one, with those after the edits."""
    part = found[0].part
    text = part.tokens.text
    for each in sorted(found, key=lambda each: each.start, reverse=True):
        text = text[:each.start] + _replacement(each, new) + text[each.end:]
    renamed = {id(each) for each in found}
    before = _names(part)
    after = _names(read_part(text))
    declared_before = _declarations(before)
    declared_after = _declarations(after)
    for one, other in zip_longest(before, after):
        if one is None or other is None:
            raise _captured(document, part, (one or found[0]).start, new)
        expected = new if id(one) in renamed else one.name
        qualifiers = (one.qualifier, new if one.qualifier == old else one.qualifier)
        if (other.name != expected or other.role != one.role
                or other.qualifier not in qualifiers
                or declared_after.get(id(other.symbol)) != declared_before.get(
                    id(one.symbol))):
            raise _captured(document, part, one.start, new)


def _names(part: Part) -> list[Reference]:
    """All mentions but names of fields, which short fields hide."""
    return [each for each in part.references
            if each.role != FIELD or each.receiver is not None]


def _declarations(found: list[Reference]) -> dict[int, int]:
    """The position in the list where each symbol is declared."""
    return {id(each.symbol): index for index, each in enumerate(found)
            if each.is_declaration}
