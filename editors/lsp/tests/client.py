"""A client that starts the server as editors do, and waits for what it says."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any, Optional

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).resolve().parents[3]
LEXVM = os.environ.get("LEXVM") or str(
    Path(os.environ.get("LEXVM_DIR", ROOT)) / "lexvm-nojit")
SECONDS = 30.0


class Client(LanguageClient):
    """Keeps diagnostics and messages."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.diagnostics: dict[str, types.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.news = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def on_diagnostics(params: types.PublishDiagnosticsParams) -> None:
            self.diagnostics[params.uri] = params
            self.news.set()

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def on_message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self.news.set()

    async def until(self, condition: Any) -> None:
        """Wait until ``condition()`` holds; at most SECONDS."""
        async def wait() -> None:
            while not condition():
                self.news.clear()
                await self.news.wait()
        await asyncio.wait_for(wait(), SECONDS)


class ServerTest(unittest.IsolatedAsyncioTestCase):
    """Each test has a server and a folder of its own."""

    lexvm = LEXVM
    encodings: Optional[list[types.PositionEncodingKind]] = None

    async def asyncSetUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(os.path.realpath(holder.name))
        self.versions: dict[str, int] = {}
        self.client = Client()
        await self.client.start_io(
            sys.executable, "-m", "lexvm_lsp", "--lexvm", self.lexvm,
            env={**os.environ, "TMPDIR": str(self.folder), "PYTHONPATH": str(
                Path(__file__).resolve().parents[1])})
        self.answer = await self.client.initialize_async(types.InitializeParams(
            types.ClientCapabilities(general=types.GeneralClientCapabilities(
                position_encodings=self.encodings)),
            process_id=os.getpid(), root_uri=self.folder.as_uri()))
        self.client.initialized(types.InitializedParams())

    async def asyncTearDown(self) -> None:
        await asyncio.wait_for(self.client.shutdown_async(None), SECONDS)
        self.client.exit(None)
        await asyncio.wait_for(self.client.stop(), SECONDS)

    def uri(self, name: str = "main.lex") -> str:
        """The URI of a file in the folder."""
        return (self.folder / name).as_uri()

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, "utf-8")

    def open(self, text: str, name: str = "main.lex") -> None:
        """Open a text, which is not written anywhere, or change it."""
        uri = self.uri(name)
        version = self.versions[uri] = self.versions.get(uri, 0) + 1
        if version == 1:
            self.client.text_document_did_open(types.DidOpenTextDocumentParams(
                types.TextDocumentItem(uri, "lex", version, text)))
        else:
            self.client.text_document_did_change(types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)]))

    async def checked(self, name: str = "main.lex") -> list[types.Diagnostic]:
        """The diagnostics of the text as it was last sent."""
        uri = self.uri(name)

        def is_there() -> bool:
            found = self.client.diagnostics.get(uri)
            return found is not None and found.version == self.versions[uri]
        await self.client.until(is_there)
        return list(self.client.diagnostics[uri].diagnostics)

    def open_at(self, text: str, name: str = "main.lex") -> tuple[Any, types.Position]:
        """Open a text without its mark ``^``; -> the document and where the mark was."""
        before, _, behind = text.partition("^")
        self.open(before + behind, name)
        lines = before.split("\n")
        return (types.TextDocumentIdentifier(self.uri(name)),
                types.Position(len(lines) - 1, len(lines[-1])))


def applied(text: str, edits: Any) -> str:
    """A text of ASCII characters with edits."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for edit in sorted(edits, key=lambda each: (each.range.start.line,
                                                each.range.start.character), reverse=True):
        start = starts[edit.range.start.line] + edit.range.start.character
        end = starts[edit.range.end.line] + edit.range.end.character
        text = text[:start] + edit.new_text + text[end:]
    return text
