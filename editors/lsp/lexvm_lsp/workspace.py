"""What all features share: the texts, the program, and a folder for copies."""

from __future__ import annotations

import shutil
import tempfile
from typing import Any, Optional
from collections.abc import Sequence

from lexvm_lsp.binary import Lexvm, Unavailable
from lexvm_lsp.documents import Document, Documents
from lexvm_lsp.imports import is_standard, standard_name
from lexvm_lsp.overlay import Edit, NotText, Overlay
from lexvm_lsp.symbols import CONSTRUCTOR, TYPE, Import, Symbol


class Workspace:
    """One for each server."""

    def __init__(self, lexvm: Lexvm) -> None:
        self.lexvm = lexvm
        self.documents = Documents()
        self._folder = tempfile.mkdtemp(prefix="lexvm-lsp-")

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def overlay(self) -> Overlay:
        """A new Overlay."""
        return Overlay(self.documents, self._folder)

    async def errors(self, document: Document, edits: Sequence[Edit]) -> list[dict[str, Any]]:
        """The type errors that the text has with some edits; [] if it cannot be checked."""
        with self.overlay() as overlay:
            try:
                path = overlay.add(document, edits)
                answer = await self.lexvm.run(["--output", "json", "check", path])
                data = answer.data().get("data")
            except (NotText, Unavailable, OSError):
                return []
        errors = data.get("errors") if isinstance(data, dict) else None
        return errors if isinstance(errors, list) else []

    async def manual(self, module: Import, name: str) -> Optional[dict[str, Any]]:
        """What the manual tells of a function that is imported from the library."""
        if not is_standard(module.reference):
            return None
        try:
            return await self.lexvm.function(standard_name(module.reference), name)
        except Unavailable:
            return None

    def member(self, document: Document, module: Import, name: str,
               kind: str = "") -> Optional[tuple[Document, Symbol]]:
        """What a name of an imported file means."""
        path = document.imported(module)
        other = self.documents.file(path) if path is not None else None
        if other is None:
            return None
        known = other.module
        symbol = (known.types.get(name) if kind == TYPE or name[:1].isupper()
                  else known.functions.get(name))
        if symbol is None:
            symbol = known.constructors.get(name) or known.types.get(name)
        return (other, symbol) if symbol is not None else None

    def reachable(self, document: Document) -> list[Document]:
        """A document and the files that it imports, also by others."""
        found = {document.uri: document}
        waiting = [document]
        while waiting:
            each = waiting.pop()
            for module in each.module.imports():
                path = each.imported(module)
                other = self.documents.file(path) if path is not None else None
                if other is not None and other.uri not in found:
                    found[other.uri] = other
                    waiting.append(other)
        return list(found.values())

    def global_symbol(self, document: Document, kind: str,
                      name: str) -> Optional[tuple[Document, Symbol]]:
        """A constructor or type that an imported file declares."""
        for other in self.reachable(document):
            module = other.module
            symbol = None
            if kind == CONSTRUCTOR:
                symbol = module.constructors.get(name)
            elif kind == TYPE:
                symbol = module.types.get(name)
            if symbol is not None:
                return other, symbol
        return None
