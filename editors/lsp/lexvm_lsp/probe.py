"""The type of an expression, by a question that the checker cannot help answering.

``e`` is replaced by ``(e :: { lexvm_probe :: Int })``, which nothing fits.  The error names
the type that was found.
"""

from __future__ import annotations

import re
from typing import Optional
from collections.abc import Sequence

from lexvm_lsp.documents import Document
from lexvm_lsp.overlay import Edit
from lexvm_lsp.symbols import Range, Reference, Symbol
from lexvm_lsp.tokens import NAME, tokenize
from lexvm_lsp.workspace import Workspace

_TYPE = "{ lexvm_probe :: Int }"
_OPEN = re.compile(r"\?(e?)[0-9]+")


async def type_of_symbol(workspace: Workspace, document: Document,
                         symbol: Symbol) -> Optional[str]:
    """The type of a variable or parameter, or None if it cannot be found out."""
    if symbol.type_text:
        return symbol.type_text
    offset = symbol.part.offset
    text = document.text
    if symbol.value is not None:
        start, end = symbol.value[0] + offset, symbol.value[1] + offset
        return await _answer(workspace, document, _around(text, start, end))
    if symbol.body is not None:
        start, end = symbol.body[0] + offset, symbol.body[1] + offset
        question = f"{{ let lexvm_probe := ({symbol.name} :: {_TYPE}) {text[start:end]} }}"
        return await _answer(workspace, document, [(start, end, question)])
    return None


async def type_of_reference(workspace: Workspace, document: Document,
                            reference: Reference) -> Optional[str]:
    """The type of a field or variable where it is mentioned in an expression."""
    start, end = reference.range()
    if reference.is_short_field:
        question = f"{reference.name}: ({reference.name} :: {_TYPE})"
        return await _answer(workspace, document, [(start, end, question)])
    if reference.receiver is not None:
        start = reference.receiver[0] + reference.part.offset
    return await _answer(workspace, document, _around(document.text, start, end))


async def fields(workspace: Workspace, document: Document, receiver: Range,
                 end: int) -> dict[str, str]:
    """The fields of what stands at ``receiver``, with their types.  What follows up to
    ``end``, a dot and the start of a name, is left out."""
    question = f"({document.text[receiver[0]:receiver[1]]} :: {_TYPE})"
    found = await _answer(workspace, document, [(receiver[0], end, question)])
    return fields_of(found or "")


def _around(text: str, start: int, end: int) -> list[Edit]:
    return [(start, end, f"({text[start:end]} :: {_TYPE})")]


async def _answer(workspace: Workspace, document: Document,
                  edits: Sequence[Edit]) -> Optional[str]:
    for error in await workspace.errors(document, edits):
        if error.get("expected") == _TYPE and isinstance(error.get("got"), str):
            return _readable(error["got"])
    return None


def _readable(notation: str) -> str:
    """A type whose open parts are called ``A``, ``B``, and open rows ``e``, ``e2``."""
    names: dict[str, str] = {}
    for found in _OPEN.finditer(notation):
        if found.group() in names:
            continue
        number = sum(1 for each in names if each.startswith("?e") == bool(found.group(1)))
        if found.group(1):
            names[found.group()] = "e" if number == 0 else f"e{number + 1}"
        else:
            names[found.group()] = chr(ord("A") + number % 26)
    return _OPEN.sub(lambda found: names[found.group()], notation)


def fields_of(notation: str) -> dict[str, str]:
    """The fields of a record type in the notation of the checker; {} for other types."""
    tokens = tokenize(notation)
    if tokens.kinds[:1] != ["{"]:
        return {}
    result = {}
    depth = 0
    name, start = "", 0
    for index, kind in enumerate(tokens.kinds):
        if depth == 1 and kind == "::" and tokens.kinds[index - 1] == NAME:
            name, start = tokens.word(index - 1), tokens.ends[index]
        if depth == 1 and kind in (",", "}") and name:
            result[name] = notation[start:tokens.starts[index]].strip()
            name = ""
        depth += (kind in ("{", "(", "[")) - (kind in ("}", ")", "]"))
    return result
