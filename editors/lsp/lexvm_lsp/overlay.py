"""Texts as files that ``lexvm`` can check, although they are not saved.

A copy in a folder of its own, not beside the file: nothing there changes while somebody
types.  Imports of files are written as absolute paths, which shifts columns in their lines;
``Overlay.place`` takes places back.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import Optional
from collections.abc import Sequence

from lexvm_lsp.documents import Document, Documents
from lexvm_lsp.positions import Lines


class NotText(Exception):
    """The text has characters that no file can have."""


# Start and end of what is replaced, and by what.
Edit = tuple[int, int, str]


class _Copy:
    """A text as it is written to ``path``."""

    def __init__(self, document: Document, path: str) -> None:
        self.document = document
        self.path = path
        self.text = document.text
        # Start in the copy, length before and length in the copy.
        self._edits: list[tuple[int, int, int]] = []

    def edit(self, edits: list[Edit]) -> None:
        """Make edits, which are sorted."""
        pieces = []
        position = 0
        growth = 0
        for start, end, new in edits:
            pieces += [self.document.text[position:start], new]
            position = end
            self._edits.append((start + growth, end - start, len(new)))
            growth += len(new) - (end - start)
        self.text = "".join(pieces) + self.document.text[position:]

    def original(self, offset: int) -> int:
        """The offset in the document of one in the copy."""
        back = offset
        for start, old, new in self._edits:
            if offset >= start + new:
                back -= new - old
            elif offset > start:
                back -= max(0, offset - start - old)
        return back


class Overlay:
    """A folder with copies, for one run of ``lexvm``; a context manager."""

    def __init__(self, documents: Documents, root: str) -> None:
        self._documents = documents
        self.folder = tempfile.mkdtemp(dir=root)
        self._copies: dict[str, _Copy] = {}
        self._paths: dict[str, str] = {}
        self._with_imports = False

    def __enter__(self) -> Overlay:
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, document: Document, edits: Sequence[Edit] = ()) -> str:
        """Write a text, and what it imports if anything of that is not saved; -> its path.

        The ``edits`` are made in the copy, and must not touch imports or each other.
        Raises NotText.
        """
        others = [each for each in self._documents.opened() if each is not document]
        self._with_imports = any(self._documents.is_changed(each) for each in others)
        return self._add(document, edits)

    def _add(self, document: Document, edits: Sequence[Edit] = ()) -> str:
        name = os.path.basename(document.path or "") or "untitled.lex"
        folder = os.path.join(self.folder, str(len(self._copies)))
        os.mkdir(folder)
        copy = _Copy(document, os.path.join(folder, name))
        self._copies[copy.path] = copy
        if document.path is not None:
            self._paths[document.path] = copy.path
        copy.edit(sorted([*edits, *self._absolute_imports(document)]))
        try:
            data = copy.text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise NotText("the text has half of a character (a lone surrogate) in it, "
                          f"at offset {error.start}") from None
        with open(copy.path, "wb") as stream:
            stream.write(data)
        return copy.path

    def _absolute_imports(self, document: Document) -> list[Edit]:
        """What to put into the place of each import of a file."""
        edits = []
        for each in document.module.imports():
            path = document.imported(each)
            if path is not None and '"' not in path and "\\" not in path:
                edits.append((*each.range(), self._shown(path)))
        return edits

    def _shown(self, path: str) -> str:
        if path in self._paths:
            return self._paths[path]
        if self._with_imports:
            document = self._documents.file(path)
            if document is not None:
                return self._add(document)
        return path

    def place(self, file: str, line: int, column: int) -> tuple[Optional[Document], int]:
        """The document and offset of a place in a copy or another file; columns count
        characters from 1."""
        path = os.path.normpath(os.path.join(self.folder, file))
        copy = self._copies.get(path)
        if copy is None:
            document = self._documents.file(os.path.realpath(path))
            offset = document.lines.by_column(line, column) if document else 0
            return document, offset
        offset = Lines(copy.text, copy.document.encoding).by_column(line, column)
        return copy.document, copy.original(offset)
