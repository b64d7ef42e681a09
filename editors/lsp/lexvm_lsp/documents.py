"""The texts that are open in the editor, and files beside them."""

from __future__ import annotations

import os
from typing import Optional

from lsprotocol.types import PositionEncodingKind
from pygls.uris import from_fs_path, to_fs_path

from lexvm_lsp.imports import resolve
from lexvm_lsp.positions import Lines
from lexvm_lsp.symbols import Import, Module
from lexvm_lsp.syntax import Reader

# Larger files on disk are not looked at.
LARGEST_FILE = 16 << 20
# So many files of a folder are searched for mentions.
MOST_FILES = 5000


class Document:
    """A text.  ``path`` is None if it is not that of a file; ``version`` is None if it is
    not open in the editor."""

    def __init__(self, uri: str, text: str, version: Optional[int],
                 encoding: PositionEncodingKind) -> None:
        self.uri = uri
        self.path = path_of(uri)
        self.encoding = encoding
        self._reader = Reader()
        self.replace(text, version)

    def replace(self, text: str, version: Optional[int]) -> None:
        """Take another text."""
        self.text = text
        self.version = version
        self._lines: Optional[Lines] = None
        self._module: Optional[Module] = None

    @property
    def lines(self) -> Lines:
        """The lines of the text."""
        if self._lines is None:
            self._lines = Lines(self.text, self.encoding)
        return self._lines

    @property
    def module(self) -> Module:
        """What the text declares and mentions."""
        if self._module is None:
            self._module = self._reader.read(self.text)
        return self._module

    def imported(self, module: Import) -> Optional[str]:
        """The path of an imported file."""
        return resolve(self.path, module.reference)


def path_of(uri: str) -> Optional[str]:
    """The path of a file's URI."""
    if not uri.startswith("file:"):
        return None
    path = to_fs_path(uri)
    return os.path.realpath(path) if path else None


class Documents:
    """All texts that the server knows."""

    def __init__(self) -> None:
        self.encoding: PositionEncodingKind = PositionEncodingKind.Utf16
        self.folders: list[str] = []
        self._open: dict[str, Document] = {}
        self._files: dict[str, tuple[tuple[int, int], Document]] = {}

    def put(self, uri: str, text: str, version: Optional[int]) -> Document:
        """Open a text, or replace it."""
        document = self._open.get(uri)
        if document is None:
            document = self._open[uri] = Document(uri, text, version, self.encoding)
        else:
            document.replace(text, version)
        return document

    def close(self, uri: str) -> None:
        """Forget an open text."""
        self._open.pop(uri, None)

    def get(self, uri: str) -> Optional[Document]:
        """An open text, or a file."""
        document = self._open.get(uri)
        if document is None:
            path = path_of(uri)
            document = self.file(path) if path else None
        return document

    def opened(self) -> list[Document]:
        """All open texts."""
        return list(self._open.values())

    def file(self, path: str) -> Optional[Document]:
        """The text of a file, as it is in the editor if it is open there."""
        for document in self._open.values():
            if document.path == path:
                return document
        try:
            status = os.stat(path)
            stamp = (status.st_mtime_ns, status.st_size)
            known = self._files.get(path)
            if known is not None and known[0] == stamp:
                return known[1]
            if status.st_size > LARGEST_FILE:
                return None
            with open(path, encoding="utf-8", newline="") as stream:
                text = stream.read()
        except (OSError, ValueError):
            return None
        uri = from_fs_path(path)
        if uri is None:
            return None
        document = Document(uri, text, None, self.encoding)
        self._files[path] = (stamp, document)
        return document

    def is_changed(self, document: Document) -> bool:
        """Whether the text differs from the file."""
        if document.path is None:
            return True
        try:
            with open(document.path, encoding="utf-8", newline="") as stream:
                return stream.read() != document.text
        except (OSError, ValueError):
            return True

    def all_files(self) -> list[Document]:
        """The open texts and the ``.lex`` files of the folders, at most MOST_FILES."""
        found = {each.path: each for each in self.opened() if each.path}
        for folder in self.folders:
            for parent, folders, names in os.walk(folder):
                folders[:] = [each for each in folders if not each.startswith(".")]
                for name in names:
                    path = os.path.realpath(os.path.join(parent, name))
                    if name.endswith(".lex") and path not in found:
                        if len(found) >= MOST_FILES:
                            return list(found.values())
                        document = self.file(path)
                        if document is not None:
                            found[path] = document
        return list(found.values())
