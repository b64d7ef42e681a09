"""A client that starts the server as editors do, and waits for what it says."""

from __future__ import annotations

import asyncio
import functools
import os
import sys
import tempfile
import unittest
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Callable, ClassVar, Optional

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).resolve().parents[3]
LEXVM = os.environ.get("LEXVM") or str(
    Path(os.environ.get("LEXVM_DIR", ROOT)) / "lexvm-nojit")
# Machines that translate meanwhile are slow.
SECONDS = 120.0


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


def _on_loop(test: Callable[[Any], Coroutine[Any, Any, None]]) -> Callable[[Any], None]:
    @functools.wraps(test)
    def run(self: ServerTest) -> None:
        self.loop.run_until_complete(asyncio.wait_for(test(self), 2 * SECONDS))
    return run


class ServerTest(unittest.TestCase):
    """All tests of a class have one server, and each a folder of its own.  Tests may be
    coroutines."""

    lexvm = LEXVM
    encodings: ClassVar[Optional[list[types.PositionEncodingKind]]] = None
    root: ClassVar[Path]
    copies: ClassVar[Path]
    loop: ClassVar[asyncio.AbstractEventLoop]
    client: ClassVar[Client]
    answer: ClassVar[types.InitializeResult]
    versions: ClassVar[dict[str, int]]

    def __init_subclass__(cls) -> None:
        for name, test in list(vars(cls).items()):
            if name.startswith("test_") and asyncio.iscoroutinefunction(test):
                setattr(cls, name, _on_loop(test))

    @classmethod
    def setUpClass(cls) -> None:
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.root = Path(os.path.realpath(holder.name)) / "work"
        cls.copies = cls.root.parent / "copies"
        cls.root.mkdir()
        cls.copies.mkdir()
        cls.versions = {}
        cls.loop = asyncio.new_event_loop()
        cls.addClassCleanup(cls.loop.close)
        cls.loop.run_until_complete(cls.start())

    @classmethod
    async def start(cls) -> None:
        """Start the server."""
        cls.client = Client()
        await cls.client.start_io(
            sys.executable, "-m", "lexvm_lsp", "--lexvm", cls.lexvm,
            env={**os.environ, "TMPDIR": str(cls.copies), "PYTHONPATH": str(
                Path(__file__).resolve().parents[1])})
        cls.answer = await asyncio.wait_for(
            cls.client.initialize_async(types.InitializeParams(
                types.ClientCapabilities(general=types.GeneralClientCapabilities(
                    position_encodings=cls.encodings)),
                process_id=os.getpid(), root_uri=cls.root.as_uri())), SECONDS)
        cls.client.initialized(types.InitializedParams())

    @classmethod
    def tearDownClass(cls) -> None:
        async def stop() -> None:
            await cls.client.shutdown_async(None)
            cls.client.exit(None)
            await cls.client.stop()
        cls.loop.run_until_complete(asyncio.wait_for(stop(), SECONDS))
        assert os.listdir(cls.copies) == [], "copies are left"

    def setUp(self) -> None:
        self.folder = self.root / self._testMethodName
        self.folder.mkdir()

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


async def ask_everything(test: ServerTest, text: str) -> None:
    """Ask everything at the mark; whatever the answer is, there is one."""
    document, position = test.open_at(text)
    client = test.client
    for request in (
            client.text_document_hover_async(types.HoverParams(document, position)),
            client.text_document_completion_async(
                types.CompletionParams(document, position)),
            client.text_document_signature_help_async(
                types.SignatureHelpParams(document, position)),
            client.text_document_definition_async(
                types.DefinitionParams(document, position)),
            client.text_document_document_symbol_async(
                types.DocumentSymbolParams(document)),
            client.text_document_rename_async(
                types.RenameParams(document, position, "zz")),
            client.text_document_formatting_async(types.DocumentFormattingParams(
                document, types.FormattingOptions(2, True)))):
        try:
            await request
        except JsonRpcException as error:
            test.assertNotIn("Error:", str(error))
            test.assertNotIn("recursion", str(error))
    await test.checked()


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
