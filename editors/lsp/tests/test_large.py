"""Deep and large texts, and how long requests take."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from client import ServerTest, ask_everything
from lsprotocol import types


class LargeTexts(ServerTest):
    async def test_deep(self) -> None:
        for opening, closing in [("(", ")"), ("{ ", "}"), ("[", "]"), ("-", ""),
                                 ("if ", ""), ("f(", ")"), ("{ a: ", "}"), ('f"{', "")]:
            with self.subTest(opening):
                await ask_everything(
                    self, "fn f(a :: Int) -> Int { " + opening * 100000 + "^a"
                    + closing * 100000 + " }\nfn g() -> Int { 1 }\n")

    async def test_a_line_of_a_megabyte(self) -> None:
        await ask_everything(self, "fn f(a :: Int) -> Int { a" + " + f(a)" * 150000 + "^ }\n")
        await ask_everything(
            self, 'fn f(a :: Str) -> Str { "' + "\u00e9\"" * 150000 + "^\" }\n")


class Times(ServerTest):
    """Requests about a file of 2,000 lines; the limit is generous for machines that do
    other things meanwhile."""

    async def test_times(self) -> None:
        item = ("fn area_%d(xs :: List[Int], k :: Int) -> Int {\n"
                "  let total := list.fold(xs, 0, fn (a :: Int, b :: Int) -> Int {a + b * k})\n"
                '  let name := str.concat("area ", int.to_str(total))\n'
                "  match list.head(xs) {\n"
                "    Some(first) => if first > total { first - k } else { str.len(name) },\n"
                "    None => area_1([total, k], 2),\n  }\n}\n\n")
        start = "".join(f'import "std.{each}" as {each}\n' for each in ("list", "str", "int"))
        text = start + "".join(item % number for number in range(222))
        document, _ = self.open_at(text)
        self.assertGreaterEqual(text.count("\n"), 2000)
        await self.checked()
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
        self.versions.clear()
        loop = asyncio.get_running_loop()
        client = self.client
        times: dict[str, float] = {}
        line = text[:text.rindex("str.len(name)")].count("\n")
        column = text.split("\n")[line].index("str.len(name)")
        for turn in range(6):
            requests: list[tuple[str, Any, int]] = [
                    ("completion", client.text_document_completion_async, 4),
                    ("completion of fields", client.text_document_completion_async, 12),
                    ("hover", client.text_document_hover_async, 9),
                    ("signature help", client.text_document_signature_help_async, 8),
                    ("definition", client.text_document_definition_async, 9),
                    ("symbols", client.text_document_document_symbol_async, 0),
                    ("rename", client.text_document_rename_async, 9),
                    ("format", client.text_document_formatting_async, 0)]
            for name, request, at in requests:
                changed = text.replace("b * k", "b * k * 2", 1)
                self.open(changed if turn % 2 else text)
                position = types.Position(line, column + at)
                params: Any = {
                    "symbols": types.DocumentSymbolParams(document),
                    "rename": types.RenameParams(document, position, "title"),
                    "format": types.DocumentFormattingParams(
                        document, types.FormattingOptions(2, True)),
                    "completion": types.CompletionParams(document, position),
                    "completion of fields": types.CompletionParams(document, position),
                    "signature help": types.SignatureHelpParams(document, position),
                    "definition": types.DefinitionParams(document, position),
                }.get(name, types.HoverParams(document, position))
                begun = loop.time()
                await request(params)
                times[name] = min(times.get(name, 9.0), loop.time() - begun)
        for name, seconds in times.items():
            print(f"{name}: {seconds * 1000:.0f} ms", file=sys.stderr)
            self.assertLess(seconds, 0.5, name)
