"""What goes wrong: no program, clients that send garbage, texts that are deep or large."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any, Optional

from client import LEXVM, SECONDS, ServerTest, ask_everything
from lsprotocol import types
from pygls.exceptions import JsonRpcException


class NoProgram(ServerTest):
    lexvm = "/nonexistent/lexvm"

    async def test_what_needs_no_program_works(self) -> None:
        await self.client.until(lambda: self.client.messages)
        self.assertIn("there is no program `/nonexistent/lexvm`", self.client.messages[0])
        document, position = self.open_at("fn f(n :: Int) -> Int { n^ }\n")
        answer = await self.client.text_document_hover_async(
            types.HoverParams(document, position))
        self.assertIn("n :: Int", answer.contents.value)            # type: ignore
        with self.assertRaises(JsonRpcException) as caught:
            await self.client.text_document_formatting_async(types.DocumentFormattingParams(
                document, types.FormattingOptions(2, True)))
        self.assertIn("--lexvm FILE", str(caught.exception))
        self.assertEqual(len(self.client.messages), 1)


class StrangeTexts(ServerTest):
    async def test_garbage(self) -> None:
        for text in ["\0^\1\2", "\ud800^", "}}}}^)))", '"^', 'f"{^', "fn^", "import^",
                     "type T^", "fn f(^", "match ^", "a.^", ".^", "(^", '"\\', "#^",
                     "\u2028a^.b\x0cc"]:
            with self.subTest(text):
                await ask_everything(self, text)

    async def test_a_position_outside(self) -> None:
        document, _ = self.open_at("fn f() -> Int { 1 }\n")
        for position in [types.Position(1000, 0), types.Position(0, 100000)]:
            await self.client.text_document_completion_async(
                types.CompletionParams(document, position))

    async def test_a_text_of_no_file(self) -> None:
        document = types.TextDocumentIdentifier("untitled:Untitled-1")
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(
            types.TextDocumentItem(document.uri, "lex", 1, "fn f() -> Int { \"a\" }\n")))
        await self.client.until(lambda: document.uri in self.client.diagnostics)
        self.assertEqual(
            self.client.diagnostics[document.uri].diagnostics[0].code, "type_mismatch")

    async def test_separators_of_unicode_do_not_end_lines(self) -> None:
        text = 'fn f() -> Str {\n  "\u2028\x0b"\n}\nfn  g() -> Int { 1 }\n'
        document, _ = self.open_at(text)
        answer: Any = await self.client.text_document_formatting_async(
            types.DocumentFormattingParams(document, types.FormattingOptions(2, True)))
        self.assertEqual(answer[0].range.start.line, 3)
        self.assertEqual(answer[0].new_text,
                         "\nfn g() -> Int {\n  1\n}\n")


class Pipes(unittest.TestCase):
    """A server without a client that keeps to the protocol."""

    def serve(self, data: bytes, stdout: Any = subprocess.PIPE) -> Any:
        """Send all at once and close the pipe; -> what is said, and the exit code."""
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, "-m", "lexvm_lsp", "--lexvm", LEXVM], input=data,
                stdout=stdout, stderr=subprocess.PIPE, timeout=SECONDS, check=False,
                env={**os.environ, "TMPDIR": folder, "PYTHONPATH": str(
                    Path(__file__).resolve().parents[1])})
            self.assertEqual(os.listdir(folder), [])
        self.assertNotIn(b"Traceback (most recent call last):\n  File \"<frozen", done.stderr)
        return done

    def message(self, method: str, params: Any, number: Optional[int] = None) -> bytes:
        """A message of the protocol."""
        content = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            content["id"] = number
        body = json.dumps(content).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def initialize(self) -> bytes:
        """The first message."""
        return self.message("initialize", {
            "processId": None, "rootUri": None, "capabilities": {}}, 1)

    def test_a_closed_pipe(self) -> None:
        for data in [b"Content-Le", self.initialize()[:-5], self.initialize()]:
            with self.subTest(data):
                self.assertEqual(self.serve(data).returncode, 0)

    def test_nobody_reads(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        try:
            self.serve(self.initialize(), writing)
        finally:
            os.close(writing)

    def test_garbage_before_and_between(self) -> None:
        garbage = [b"hello\r\n\r\n", b"Content-Length: 3\r\n\r\n{]}",
                   b"Content-Length: 2\r\n\r\n[]", b"Content-Length: x\r\n\r\n",
                   b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc",
                   b"Content-Length: 100000\r\n\r\n" + b"[" * 100000,
                   b"\0" * 100000 + b"\r\n",
                   self.message("textDocument/didChange", {"textDocument": 3}),
                   self.message("textDocument/hover", {}, 7),
                   self.message("no/such", None, 8)]
        done = self.serve(b"".join(garbage) + self.initialize()
                          + b"".join(garbage) + self.message("shutdown", None, 99))
        self.assertIn(b'"completionProvider"', done.stdout)
        self.assertIn(b'"id": 99', done.stdout)

    def test_a_message_without_end(self) -> None:
        done = self.serve(b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n" + b"x" * 100)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"ends the session", done.stderr)
