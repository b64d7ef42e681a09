"""What a name means: its type with its effects, and what is written about it."""

from __future__ import annotations

from typing import Any, Optional

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from lexvm_lsp.binary import Unavailable
from lexvm_lsp.documents import Document
from lexvm_lsp.imports import is_standard, standard_name
from lexvm_lsp.probe import type_of_reference, type_of_symbol
from lexvm_lsp.symbols import (
    CONSTRUCTOR, FIELD, FUNCTION, MEMBER, MODULE, TYPE, TYPE_PARAMETER, VARIABLE, Import,
    Reference, Symbol)
from lexvm_lsp.workspace import Workspace


async def hover(workspace: Workspace, document: Document, offset: int) -> Optional[Hover]:
    """What is known of the name at ``offset``."""
    reference = document.module.reference_at(offset)
    if reference is None:
        return None
    place = document.lines.range(reference.range())
    text = await _text(workspace, document, reference)
    if not text:
        return None
    return Hover(MarkupContent(MarkupKind.Markdown, text), place)


async def _text(workspace: Workspace, document: Document, reference: Reference) -> str:
    target = document.module.resolve(reference)
    if target.kind == MEMBER and target.module is not None:
        return await _member(workspace, document, target.module, reference)
    if target.kind == MODULE and target.module is not None:
        return await _module(workspace, document, target.module)
    if target.kind in (CONSTRUCTOR, TYPE):
        found = (document, target.symbol) if target.symbol else workspace.global_symbol(
            document, target.kind, reference.name)
        return declared(*found) if found else ""
    if target.kind == FUNCTION and target.symbol is not None:
        return declared(document, target.symbol)
    if target.kind == TYPE_PARAMETER:
        return _code(f"[{reference.name}]") + "a type parameter"
    return await _value(workspace, document, reference, target.symbol)


async def _value(workspace: Workspace, document: Document, reference: Reference,
                 symbol: Optional[Symbol]) -> str:
    """The text for a parameter, a variable or a field."""
    version = document.version
    kind = symbol.kind if symbol is not None else VARIABLE
    if reference.role == FIELD:
        kind = FIELD
        if reference.receiver is None:
            return ""
        found = await type_of_reference(workspace, document, reference)
    elif symbol is None:
        return ""
    elif symbol.type_text or reference.is_declaration:
        found = await type_of_symbol(workspace, document, symbol)
    else:
        found = await type_of_reference(workspace, document, reference)
    if version != document.version:
        return ""
    return _code(f"{reference.name} :: {found}" if found else reference.name) + kind


async def _member(workspace: Workspace, document: Document, module: Import,
                  reference: Reference) -> str:
    entry = await workspace.manual(module, reference.name)
    if entry is not None:
        return manual_text(entry)
    found = workspace.member(document, module, reference.name, reference.role)
    return declared(*found) if found else ""


async def _module(workspace: Workspace, document: Document, module: Import) -> str:
    text = _code(f'import "{module.reference}" as {module.symbol.name}')
    if is_standard(module.reference):
        try:
            summaries = await workspace.lexvm.modules()
        except Unavailable:
            return text
        return text + summaries.get(standard_name(module.reference), "")
    return text + (document.imported(module) or "there is no such file")


def declared(document: Document, symbol: Symbol) -> str:
    """The text for what a file declares."""
    module = document.module
    if symbol.kind == CONSTRUCTOR and symbol.owner is not None:
        return (_code(f"{symbol.name}{symbol.type_text}")
                + f"constructor of `{symbol.owner.name}`")
    keyword, between = ("fn ", "") if symbol.kind == FUNCTION else ("type ", " = ")
    if symbol.kind == TYPE:
        start, end = symbol.whole_range()
        code = document.text[start:end].strip()
        if len(code) > 600:
            code = f"{keyword}{symbol.name}{between}..."
    else:
        code = f"{keyword}{symbol.name}{between}{symbol.type_text}"
    return _code(code) + module.documentation(symbol)


def manual_text(entry: dict[str, Any]) -> str:
    """The text for a function of the library, from the manual."""
    text = _code(f"{entry.get('name', '')} :: {entry.get('signature', '')}")
    text += str(entry.get("text", ""))
    if not entry.get("available", True):
        text += "\n\nNot available in this build."
    example = entry.get("example")
    if isinstance(example, dict) and example.get("inputs"):
        lines = ["> " + each for each in example["inputs"]]
        if example.get("result"):
            lines.append(str(example["result"]))
        text += "\n\n" + _code("\n".join(lines))
    return text


def _code(text: str) -> str:
    return f"```lex\n{text}\n```\n"
