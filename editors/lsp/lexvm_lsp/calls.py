"""The parameters of the call that somebody types."""

from __future__ import annotations

from typing import Optional

from lsprotocol.types import (
    MarkupContent, MarkupKind, ParameterInformation, SignatureHelp, SignatureInformation)

from lexvm_lsp.documents import Document
from lexvm_lsp.symbols import CONSTRUCTOR, MEMBER, Part, Symbol
from lexvm_lsp.tokens import NAME, tokenize
from lexvm_lsp.workspace import Workspace

_OPEN = ("(", "[", "{")
_CLOSE = (")", "]", "}")


async def signature_help(workspace: Workspace, document: Document,
                         offset: int) -> Optional[SignatureHelp]:
    """The signature of the innermost call around ``offset``."""
    part = document.module.part_at(offset)
    at = offset - part.offset
    if part.tokens.is_in_comment(at):
        return None
    callee, argument = _call(part, at)
    if callee < 0:
        return None
    found = await _signature(workspace, document, part, callee)
    if found is None:
        return None
    name, notation, words = found
    parameters = _parameters(notation)
    label = name + notation
    information = SignatureInformation(
        label, MarkupContent(MarkupKind.Markdown, words) if words else None,
        [ParameterInformation(each) for each in parameters])
    return SignatureHelp([information], 0, min(argument, max(0, len(parameters) - 1)))


def _call(part: Part, at: int) -> tuple[int, int]:
    """The token that names the callee, -1 if there is none, and which argument is at."""
    tokens = part.tokens
    depth = 0
    argument = 0
    index = tokens.before(at)
    # A bracket of the string around a hole does not count.
    while index > 0:
        kind = tokens.kinds[index]
        if kind in _CLOSE:
            if tokens.ends[index] <= at:
                depth += 1
        elif kind in _OPEN:
            if depth > 0:
                depth -= 1
            elif kind == "(" and tokens.kinds[index - 1] == NAME:
                return index - 1, argument
            elif kind == "{":
                return -1, 0
            else:
                argument = 0
        elif kind == "," and depth == 0:
            argument += 1
        index -= 1
    return -1, 0


async def _signature(workspace: Workspace, document: Document, part: Part,
                     callee: int) -> Optional[tuple[str, str, str]]:
    """The name, what follows it, and what is written about it."""
    reference = document.module.reference_at(part.tokens.starts[callee] + part.offset)
    if reference is None or reference.is_declaration:
        return None
    target = document.module.resolve(reference)
    symbol: Optional[Symbol] = target.symbol
    owner = document
    if target.kind == MEMBER and target.module is not None:
        entry = await workspace.manual(target.module, reference.name)
        if entry is not None:
            return entry["name"], entry["signature"], entry["text"]
        found = workspace.member(document, target.module, reference.name)
        if found is None:
            return None
        owner, symbol = found
    elif target.kind == CONSTRUCTOR and symbol is None:
        found = workspace.global_symbol(document, CONSTRUCTOR, reference.name)
        if found is not None:
            owner, symbol = found
    if symbol is None or not symbol.type_text:
        return None
    return reference.name, symbol.type_text, owner.module.documentation(symbol)


def _parameters(notation: str) -> list[str]:
    """The parameters of ``(a :: A, b :: B) -> C``, as they are written."""
    tokens = tokenize(notation)
    depth = 0
    start = -1
    found: list[str] = []
    for index, kind in enumerate(tokens.kinds):
        if kind in _CLOSE:
            depth -= 1
        if start >= 0 and (depth == 0 or (depth == 1 and kind == ",")):
            text = notation[start:tokens.starts[index]].strip()
            if text:
                found.append(text)
            start = tokens.ends[index]
            if depth == 0:
                break
        if kind in _OPEN:
            depth += 1
            # Type parameters stand before.
            if start < 0 and kind == "(" and depth == 1:
                start = tokens.ends[index]
    return found
