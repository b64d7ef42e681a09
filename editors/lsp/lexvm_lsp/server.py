"""The features of the protocol, and when texts are checked."""

from __future__ import annotations

import asyncio
import logging
from typing import Optional, Protocol, Union
from collections.abc import Sequence

from lsprotocol import types
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lexvm_lsp import __version__, calls, completion, diagnostics, hover, navigation, rename
from lexvm_lsp.binary import Lexvm, Unavailable
from lexvm_lsp.documents import Document
from lexvm_lsp.formatting import NotFormatted, formatted
from lexvm_lsp.workspace import Workspace

# A text is checked when it has not changed for so long.
QUIET_SECONDS = 0.15

logger = logging.getLogger(__name__)


class Positioned(Protocol):
    """The parameters of a request about a place in a text."""

    text_document: types.TextDocumentIdentifier
    position: types.Position


class LexServer(LanguageServer):
    """The server.  Clients send whole texts: what counts as the end of a line is then
    decided in one place, ``positions``."""

    def __init__(self, lexvm: Lexvm) -> None:
        super().__init__("lexvm-lsp", __version__,
                         text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.files = Workspace(lexvm)
        self._checks: dict[str, asyncio.Task[None]] = {}
        self._told: set[str] = set()

    def report_server_error(
            self, error: Exception,
            source: Union[type[PyglsError], type[JsonRpcException]]) -> None:
        """Note an error of the server or a message that cannot be read."""
        logger.error("%s: %s", source.__name__, error)

    def tell_once(self, message: str) -> None:
        """Show people a message that they have not seen."""
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(
                types.ShowMessageParams(types.MessageType.Error, "Lex: " + message))

    def document(self, uri: str) -> Optional[Document]:
        """An open text, or a file."""
        return self.files.documents.get(uri)

    def place(self, params: Positioned) -> Optional[tuple[Document, int]]:
        """The text that a request is about, and where in it."""
        document = self.document(params.text_document.uri)
        if document is None:
            return None
        return document, document.lines.offset(params.position)

    def check_soon(self, document: Document, delay: float) -> None:
        """Check a text when ``delay`` seconds have passed without a change of it."""
        earlier = self._checks.get(document.uri)
        if earlier is not None:
            earlier.cancel()
        self._checks[document.uri] = asyncio.get_running_loop().create_task(
            self._check(document, delay))

    def check_importers(self, document: Document) -> None:
        """Check the open texts that a change of ``document`` may have made wrong."""
        for other in self.files.documents.opened():
            if other is not document and any(
                    each.uri == document.uri for each in self.files.reachable(other)):
                self.check_soon(other, QUIET_SECONDS)

    def forget(self, uri: str) -> None:
        """Take back what was said of a text that is closed."""
        task = self._checks.pop(uri, None)
        if task is not None:
            task.cancel()
        self._publish(uri, [], None)

    async def _check(self, document: Document, delay: float) -> None:
        await asyncio.sleep(delay)
        version = document.version
        try:
            found = await diagnostics.check(self.files, document)
        except Unavailable as error:
            self.tell_once(str(error))
            return
        if document.version == version:
            self._publish(document.uri, found, version)

    def _publish(self, uri: str, found: Sequence[types.Diagnostic],
                 version: Optional[int]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, list(found), version))


def make_server(lexvm: Lexvm) -> LexServer:
    """A server with all features."""
    server = LexServer(lexvm)
    _add_texts(server)
    _add_questions(server)
    _add_edits(server)
    return server


def _add_texts(server: LexServer) -> None:
    documents = server.files.documents

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        encoding = server.workspace.position_encoding
        documents.encoding = types.PositionEncodingKind(encoding)
        for folder in server.workspace.folders.values():
            path = to_fs_path(folder.uri)
            if path:
                documents.folders.append(path)
        if not documents.folders and server.workspace.root_path:
            documents.folders.append(server.workspace.root_path)
        try:
            server.files.lexvm.found()
        except Unavailable as error:
            server.tell_once(str(error))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        document = documents.put(item.uri, item.text, item.version)
        server.check_soon(document, 0)
        server.check_importers(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        identifier = params.text_document
        if not params.content_changes:
            return
        change = params.content_changes[-1]
        if isinstance(change, types.TextDocumentContentChangePartial):
            text = server.workspace.get_text_document(identifier.uri).source
        else:
            text = change.text
        document = documents.put(identifier.uri, text, identifier.version)
        server.check_soon(document, QUIET_SECONDS)
        server.check_importers(document)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        document = server.document(params.text_document.uri)
        if document is not None:
            server.check_soon(document, 0)
            server.check_importers(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        document = server.document(uri)
        if document is not None:
            server.check_importers(document)
        documents.close(uri)
        server.forget(uri)


def _add_questions(server: LexServer) -> None:
    files = server.files

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def on_hover(params: types.HoverParams) -> Optional[types.Hover]:
        place = server.place(params)
        return await hover.hover(files, *place) if place is not None else None

    @server.feature(types.TEXT_DOCUMENT_COMPLETION,
                    types.CompletionOptions(trigger_characters=[".", '"']))
    async def on_completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        place = server.place(params)
        return await completion.complete(files, *place) if place is not None else []

    @server.feature(types.TEXT_DOCUMENT_SIGNATURE_HELP,
                    types.SignatureHelpOptions(trigger_characters=["(", ","]))
    async def on_signature_help(
            params: types.SignatureHelpParams) -> Optional[types.SignatureHelp]:
        place = server.place(params)
        return await calls.signature_help(files, *place) if place is not None else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def on_definition(params: types.DefinitionParams) -> list[types.Location]:
        place = server.place(params)
        return navigation.definition(files, *place) if place is not None else []

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def on_references(params: types.ReferenceParams) -> list[types.Location]:
        place = server.place(params)
        if place is None:
            return []
        return navigation.references(files, *place, params.context.include_declaration)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def on_symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = server.document(params.text_document.uri)
        return navigation.outline(document) if document is not None else []


def _add_edits(server: LexServer) -> None:
    files = server.files

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def on_formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        document = server.document(params.text_document.uri)
        if document is None:
            return []
        try:
            return await formatted(files, document)
        except (NotFormatted, Unavailable) as error:
            raise refusal(error) from None

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def on_prepare_rename(params: types.PrepareRenameParams) -> Optional[types.Range]:
        place = server.place(params)
        if place is None:
            return None
        try:
            return rename.renamed_range(files, *place)
        except rename.Refused as error:
            raise refusal(error) from None

    @server.feature(types.TEXT_DOCUMENT_RENAME,
                    types.RenameOptions(prepare_provider=True))
    def on_rename(params: types.RenameParams) -> Optional[types.WorkspaceEdit]:
        place = server.place(params)
        if place is None:
            return None
        try:
            return rename.rename(files, *place, params.new_name)
        except rename.Refused as error:
            raise refusal(error) from None


def refusal(error: Exception) -> JsonRpcException:
    """The answer to a request that is refused, which clients show."""
    return JsonRpcException(str(error), types.LSPErrorCodes.RequestFailed)
