"""Giving a name to something, wherever it is mentioned.

Before the edits are handed out they are tried: every name must mean the same as before.
"""

from __future__ import annotations

import re
from typing import Optional
from collections.abc import Mapping

from lsprotocol.types import Range, TextEdit, WorkspaceEdit

from lexvm_lsp.documents import Document
from lexvm_lsp.language import CONSTRUCTORS, KEYWORDS
from lexvm_lsp.navigation import declaration, mentions
from lexvm_lsp.symbols import (
    CONSTRUCTOR, FIELD, FUNCTION, MEMBER, MODULE, TYPE, TYPE_PARAMETER, Module, Reference,
    Symbol)
from lexvm_lsp.syntax import read
from lexvm_lsp.tokens import NAME, tokenize
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
        edits = [(*each.range(), _replacement(each, new)) for each in found]
        _try(other, edits, symbol.name, new)
        changes[other.uri] = [TextEdit(other.lines.range((start, end)), text)
                              for start, end, text in edits]
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


def _replacement(reference: Reference, new: str) -> str:
    return f"{reference.name}: {new}" if reference.is_short_field else new


def _try(document: Document, edits: list[tuple[int, int, str]], old: str, new: str) -> None:
    """Raise Refused if the edits would touch other things than names, or change what
    another name means."""
    whole = tokenize(document.text)
    names = {start: end for start, end, kind
             in zip(whole.starts, whole.ends, whole.kinds) if kind == NAME}
    text = document.text
    for start, end, replacement in sorted(edits, reverse=True):
        if names.get(start) != end:
            raise Refused(f"`{old}` stands in a text in {document.path or document.uri}, "
                          "which looks like a declaration")
        text = text[:start] + replacement + text[end:]
    shifts = sorted((start, len(replacement) - (end - start), replacement)
                    for start, end, replacement in edits)
    before = _meanings(document.module)
    after = _meanings(read(text))
    for place, meant in before.items():
        name = _moved(place, shifts)
        expected = None if meant is None else _moved(meant, shifts)
        if name not in after or after[name] != expected:
            line = document.lines.position(place).line + 1
            raise Refused(f"`{new}` means something else in line {line}")


def _meanings(module: Module) -> dict[int, Optional[int]]:
    """Where each name that is mentioned is declared, by the ends of both: a short field
    gets its name in front."""
    found: dict[int, Optional[int]] = {}
    for part in module.parts:
        for each in part.references:
            target = module.resolve(each)
            symbol = target.symbol
            if symbol is None and target.kind in (MEMBER, MODULE) and target.module:
                symbol = target.module.symbol
            if target.kind != FIELD or each.is_short_field:
                found[each.range()[1]] = symbol.name_range()[1] if symbol else None
    return found


def _moved(place: int, shifts: list[tuple[int, int, str]]) -> int:
    return place + sum(growth for start, growth, _ in shifts if start < place)
