"""The features of the language server, through a client."""

from __future__ import annotations

from typing import Any, ClassVar

from client import ServerTest, applied
from lsprotocol import types
from pygls.exceptions import JsonRpcException

SHAPES = '''\
import "std.list" as list
import "std.str" as str

# What is drawn.
type Shape = Circle(Int) | Square({ side :: Int })

type Person = { name :: Str, age :: Int }

# The area of a shape,
# in whole units.
fn area(shape :: Shape) -> Int {
  match shape {
    Circle(radius) => 3 * radius * radius,
    Square(s) => s.side * s.side,
  }
}

fn greet(person :: Person, often :: Int) -> [io] Str {
  let words := list.map([often], fn (n :: Int) -> Int { n + area(Circle(n)) })
  f"{person.name} {str.concat(\\"a\\", person.name)}"
}
'''


def place(text: str, word: str, number: int = 0, shift: int = 0) -> types.Position:
    """Where a word starts for the nth time, from 0."""
    offset = -1
    for _ in range(number + 1):
        offset = text.index(word, offset + 1)
    before = text[:offset + shift].split("\n")
    return types.Position(len(before) - 1, len(before[-1]))


class Questions(ServerTest):
    async def hover(self, text: str) -> str:
        """The text shown at the mark ``^``."""
        document, position = self.open_at(text)
        answer: Any = await self.client.text_document_hover_async(
            types.HoverParams(document, position))
        return answer.contents.value if answer else ""

    async def hover_at(self, word: str, number: int = 0) -> str:
        answer: Any = await self.client.text_document_hover_async(types.HoverParams(
            types.TextDocumentIdentifier(self.uri()), place(SHAPES, word, number)))
        return answer.contents.value if answer else ""

    async def test_hover_shows_types_and_effects(self) -> None:
        self.open(SHAPES)
        for word, number, shown in [
                ("area", 1, "fn area(shape :: Shape) -> Int"),
                ("area", 1, "The area of a shape,\nin whole units."),
                ("greet", 0, "(person :: Person, often :: Int) -> [io] Str"),
                ("words", 0, "words :: List[Int]"),
                ("radius", 0, "radius :: Int"),
                ("radius", 2, "radius :: Int"),
                ("s.side", 0, "s :: { side :: Int }"),
                ("side *", 0, "side :: Int"),
                ("name} ", 0, "name :: Str"),
                ("person", 1, "person :: Person"),
                ("n +", 0, "n :: Int"),
                ("map", 0, "list.map :: (List[A], (A) -> [e] B) -> [e] List[B]"),
                ("map", 0, "The results of a function for every item."),
                ("list", 2, 'import "std.list" as list'),
                ("Circle", 1, "Circle(Int)"),
                ("Person", 1, "type Person = { name :: Str, age :: Int }"),
                ("concat", 0, "str.concat :: (Str, Str) -> Str")]:
            with self.subTest(word):
                self.assertIn(shown, await self.hover_at(word, number))

    async def test_hover_of_effects_of_a_value(self) -> None:
        text = ('import "std.io" as io\n'
                "fn main() -> [io] Unit {\n"
                "  let say := fn (s :: Str) -> [io] Unit { io.print(s) }\n"
                '  s^ay("a")\n}\n')
        self.assertIn("say :: (Str) -> [io] Unit", await self.hover(text))

    async def test_hover_where_nothing_is(self) -> None:
        self.assertEqual(await self.hover("fn f() -> Int { 1 ^ + 1 }\n"), "")
        self.assertEqual(await self.hover("# a comm^ent\n"), "")

    async def test_definition(self) -> None:
        self.open(SHAPES)
        for word, number, target in [
                ("area", 2, place(SHAPES, "area", 1)), ("radius", 1, place(SHAPES, "radius")),
                ("Circle", 2, place(SHAPES, "Circle")), ("Shape)", 0, place(SHAPES, "Shape")),
                ("name}", 0, place(SHAPES, "name ::")), ("list.map", 0, place(
                    SHAPES, "list", 1))]:
            with self.subTest(word):
                answer: Any = await self.client.text_document_definition_async(
                    types.DefinitionParams(types.TextDocumentIdentifier(self.uri()),
                                           place(SHAPES, word, number)))
                self.assertEqual([each.range.start for each in answer], [target])

    async def test_definition_in_another_file(self) -> None:
        self.write("lib/shapes.lex", SHAPES)
        self.write("pkg/lex.toml", '[package]\nname = "pkg"\n')
        self.write("pkg/src/more.lex", "fn twice(n :: Int) -> Int { n * 2 }\n")
        self.write("lex.toml", '[package]\nname = "a"\n[dependencies]\n'
                               'pkg = { path = "pkg" }\n')
        text = ('import "./lib/shapes" as shapes\nimport "pkg/more" as more\n'
                "fn f() -> Int { shapes.area(Circle(more.twice(2))) }\n")
        self.open(text)
        for word, file, target in [
                ("area", "lib/shapes.lex", place(SHAPES, "area", 1)),
                ("Circle", "lib/shapes.lex", place(SHAPES, "Circle")),
                ("/lib", "lib/shapes.lex", types.Position(0, 0)),
                ("twice", "pkg/src/more.lex", types.Position(0, 3))]:
            with self.subTest(word):
                answer: Any = await self.client.text_document_definition_async(
                    types.DefinitionParams(types.TextDocumentIdentifier(self.uri()),
                                           place(text, word)))
                self.assertEqual([(each.uri, each.range.start) for each in answer],
                                 [(self.uri(file), target)])

    async def test_references(self) -> None:
        self.open(SHAPES)
        answer: Any = await self.client.text_document_references_async(types.ReferenceParams(
            types.ReferenceContext(include_declaration=True),
            types.TextDocumentIdentifier(self.uri()), place(SHAPES, "person")))
        self.assertEqual([each.range.start for each in answer],
                         [place(SHAPES, "person", number) for number in range(3)])

    async def test_symbols(self) -> None:
        self.open(SHAPES)
        answer: Any = await self.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(types.TextDocumentIdentifier(self.uri())))
        self.assertEqual([each.name for each in answer],
                         ["list", "str", "Shape", "Person", "area", "greet"])
        self.assertEqual([each.name for each in answer[2].children], ["Circle", "Square"])
        self.assertEqual([(each.name, each.detail) for each in answer[3].children],
                         [("name", "Str"), ("age", "Int")])
        self.assertEqual(answer[4].selection_range.start, place(SHAPES, "area", 1))

    async def signature(self, text: str) -> Any:
        document, position = self.open_at(text)
        return await self.client.text_document_signature_help_async(
            types.SignatureHelpParams(document, position))

    async def test_signature_help(self) -> None:
        imports = 'import "std.list" as list\n'
        twice = "# Both.\nfn both(a :: Int, b :: List[Int]) -> Int { a }\n"
        for call, label, active in [
                ("both(^", "both(a :: Int, b :: List[Int]) -> Int", 0),
                ("both(1, ^", "both(a :: Int, b :: List[Int]) -> Int", 1),
                ("both((1, 2), [3, ^])", "both(a :: Int, b :: List[Int]) -> Int", 1),
                ("list.fold([1], ^)", "list.fold(List[A], B, (B, A) -> [e] B) -> [e] B", 1),
                ("both(list.fold([1], 2, 3), ^)", "both(a :: Int, b :: List[Int]) -> Int", 1)]:
            with self.subTest(call):
                found = await self.signature(
                    imports + twice + "fn f() -> Int {\n  " + call + "\n}\n")
                self.assertEqual(found.signatures[0].label, label)
                self.assertEqual(found.active_parameter, active)
        self.assertEqual([each.label for each in found.signatures[0].parameters],
                         ["a :: Int", "b :: List[Int]"])
        self.assertIsNone(await self.signature("fn f(^) -> Int { 1 }\n"))

    async def completions(self, text: str) -> dict[str, types.CompletionItem]:
        document, position = self.open_at(text)
        answer: Any = await self.client.text_document_completion_async(
            types.CompletionParams(document, position))
        return {each.label: each for each in answer}

    async def test_completion_of_names(self) -> None:
        found = await self.completions(
            "type T = A(Int) | B\nfn other(x :: Int) -> Int { x }\n"
            "fn f(first :: Int) -> Int {\n  let second := first\n"
            "  match A(1) { A(third) => ^, B => 2 }\n}\n")
        for name in ("first", "second", "third", "other", "A", "B", "T", "match", "Int"):
            self.assertIn(name, found)
        self.assertNotIn("x", found)
        edit = found["str"].additional_text_edits
        self.assertEqual(edit and edit[0].new_text, 'import "std.str" as str\n')

    async def test_completion_behind_a_dot(self) -> None:
        start = ('import "std.str" as str\ntype P = { name :: Str, age :: Int }\n'
                 "fn make(n :: Str) -> P { { name: n, age: 1 } }\n")
        for body, names in [
                ("str.^", {"concat", "len", "strip_prefix"}),
                ("str.con^", {"concat", "len"}),
                ("let p := make(\"a\")\n  p.^\n  3", {"name", "age"}),
                ("let p := make(\"a\")\n  p.na^", {"name", "age"}),
                ("make(\"a\").^", {"name", "age"}),
                ("let q := { inner: make(\"a\") }\n  q.inner.^", {"name", "age"}),
                ("list.^", {"map", "fold"})]:
            with self.subTest(body):
                found = await self.completions(
                    start + "fn f() -> Int {\n  " + body + "\n}\n")
                self.assertLessEqual(names, set(found))
                self.assertNotIn("match", found)
        self.assertEqual(found["map"].additional_text_edits[0].new_text,    # type: ignore
                         '\nimport "std.list" as list')

    async def test_completion_elsewhere(self) -> None:
        self.assertIn("std.list", await self.completions('import "std.^" as list\n'))
        self.assertIn("fs_read", await self.completions("fn f() -> [io, ^] Int { 1 }\n"))
        self.assertEqual(await self.completions("# note ^\nfn f() -> Int { 1 }\n"), {})
        self.assertEqual(await self.completions('fn f() -> Str { "a ^b" }\n'), {})
        self.write("lib.lex", SHAPES)
        self.assertIn("area", await self.completions(
            'import "./lib" as lib\nfn f() -> Int { lib.^ }\n'))


class Edits(ServerTest):
    async def renamed(self, text: str, new: str) -> str:
        document, position = self.open_at(text)
        answer: Any = await self.client.text_document_rename_async(
            types.RenameParams(document, position, new))
        return applied(text.replace("^", "", 1), answer.changes[self.uri()])

    async def test_rename(self) -> None:
        for text, new, expected in [
                ("fn f(a^ :: Int) -> Int { a + { a } }", "b",
                 "fn f(b :: Int) -> Int { b + { a: b } }"),
                ("fn f(a :: Int) -> Int { let a^ := a\n a }", "b",
                 "fn f(a :: Int) -> Int { let b := a\n b }"),
                ("fn f(a :: Int) -> Int { match a { b^ => b, a => a } }", "c",
                 "fn f(a :: Int) -> Int { match a { c => c, a => a } }"),
                ('fn f(a^ :: Str) -> Str { f"a{a}{g(\\"a\\", a)}" }', "b",
                 'fn f(b :: Str) -> Str { f"a{b}{g(\\"a\\", b)}" }'),
                ("type T = A(Int) | B\nfn f(t :: T) -> Int { match t { A^(n) => n, B => 1 } }",
                 "Z", "type T = Z(Int) | B\n"
                      "fn f(t :: T) -> Int { match t { Z(n) => n, B => 1 } }"),
                ("type T^ = { a :: Int }\nfn f(t :: T) -> List[T] { [t] }", "U",
                 "type U = { a :: Int }\nfn f(t :: U) -> List[U] { [t] }"),
                ('import "std.str" as s^tr\nfn f(str :: Int) -> Int { str }\n'
                 'fn g() -> Int { str.len("") }', "text",
                 'import "std.str" as text\nfn f(str :: Int) -> Int { str }\n'
                 'fn g() -> Int { text.len("") }'),
                ("fn f(p :: P) -> Int { match p { { a^ } => a } }", "b",
                 "fn f(p :: P) -> Int { match p { { a: b } => b } }")]:
            with self.subTest(text):
                self.assertEqual(await self.renamed(text, new), expected)

    async def test_rename_in_other_files(self) -> None:
        user = ('import "./shapes" as sh\n'
                "fn area(s :: sh.Shape) -> Int { sh.area(s) + sh.area(Circle(1)) }\n")
        self.write("user.lex", user)
        self.write("shapes.lex", SHAPES)
        self.open(SHAPES, "shapes.lex")
        answer: Any = await self.client.text_document_rename_async(types.RenameParams(
            types.TextDocumentIdentifier(self.uri("shapes.lex")), place(SHAPES, "area", 1),
            "size"))
        self.assertEqual(applied(user, answer.changes[self.uri("user.lex")]),
                         user.replace("sh.area", "sh.size"))
        self.assertEqual(applied(SHAPES, answer.changes[self.uri("shapes.lex")]),
                         SHAPES.replace("fn area", "fn size").replace(
                             "area(Circle", "size(Circle"))

    async def test_rename_is_refused(self) -> None:
        for text, new, reason in [
                ("fn f(a^ :: Int) -> Int { a }", "let", "`let` is a word of the language"),
                ("fn f(a^ :: Int) -> Int { a }", "a b", "`a b` is no name"),
                ("fn f(a^ :: Int) -> Int { a }", "B", "starts with a lowercase letter"),
                ("fn f(a^ :: Int, b :: Int) -> Int { a + b }", "b", "means something else"),
                ("fn f(a :: Int) -> Int { let b^ := 1\n a + b }", "a", "means something else"),
                ("fn f^() -> Int { 1 }\nfn g() -> Int { 1 }", "g", "a function `g` already"),
                ("fn f(p :: { a :: Int }) -> Int { p.a^ }", "b", "fields cannot be renamed"),
                ('import "std.str" as str\nfn f() -> Int { str.len^("") }', "b",
                 "`len` belongs to the library"),
                ('import "std.str" as s^tr\nfn f(a :: Str) -> Str { f"b{a}" }', "text",
                 "strings with holes need `std.str`"),
                ("fn f() -> Int { 1^ }", "b", "there is no name here")]:
            with self.subTest(text):
                with self.assertRaises(JsonRpcException) as caught:
                    await self.renamed(text, new)
                self.assertIn(reason, str(caught.exception))

    async def formatted(self, text: str) -> str:
        self.open(text)
        answer: Any = await self.client.text_document_formatting_async(
            types.DocumentFormattingParams(
                types.TextDocumentIdentifier(self.uri()), types.FormattingOptions(2, True)))
        return applied(text, answer)

    async def test_format(self) -> None:
        form = "fn f(a :: Int) -> Int {\n  a + 1\n}\n\nfn g() -> Int {\n  2\n}\n"
        self.assertEqual(
            await self.formatted("fn f(a::Int)->Int {a+1}\nfn g() -> Int {\n  2\n}\n"), form)
        self.assertEqual(await self.formatted(form), form)
        self.assertEqual(await self.formatted(form.replace("\n", "\r\n")), form)
        self.assertEqual(await self.formatted(form + "\n\n\n"), form)
        self.assertEqual(await self.formatted(""), "")

    async def test_format_leaves_wrong_texts_alone(self) -> None:
        with self.assertRaises(JsonRpcException) as caught:
            await self.formatted("fn f( -> Int { 1 }\n")
        self.assertIn("<input>:1:7", str(caught.exception))


class Diagnostics(ServerTest):
    async def test_as_somebody_types(self) -> None:
        self.write("main.lex", "fn f() -> Int { 1 }\n")
        self.open('fn f(n :: Int) -> Int {\n  n + "a"\n}\n')
        found = (await self.checked())[0]
        self.assertEqual((found.range.start, found.range.end),
                         (types.Position(1, 6), types.Position(1, 9)))
        self.assertEqual((found.code, found.severity),
                         ("type_mismatch", types.DiagnosticSeverity.Error))
        self.assertTrue(found.message.startswith(
            "the operands of `+` should be of one type, found Int and Str\nhelp: "))
        self.open("fn f(n :: Int) -> Int {\n  n + 1\n}\n")
        self.assertEqual(await self.checked(), [])
        self.open("fn f(n :: Int) -> Int {\n  let x = 1\n  n\n}\n")
        found = (await self.checked())[0]
        self.assertEqual(found.range.start, types.Position(1, 8))
        self.assertEqual(found.message, "a name is bound by `:=`, found `=`\n"
                                        "help: write `:=`")

    async def test_warnings(self) -> None:
        self.open("fn f(n :: Option[Int]) -> Int {\n  let x := 1\n"
                  "  match n { Some(m) => m }\n}\n")
        found = {each.code: each for each in await self.checked()}
        self.assertEqual(found["NON_EXHAUSTIVE_MATCH"].severity,
                         types.DiagnosticSeverity.Warning)
        self.assertEqual(list(found["UNUSED_BINDING"].tags or ()),
                         [types.DiagnosticTag.Unnecessary])

    async def test_columns_are_those_of_the_client(self) -> None:
        self.open('fn f() -> Int {\n  let x := "\U0001f600\U0001f600" + 1\n  2\n}\n')
        found = (await self.checked())[0]
        self.assertEqual(found.range.start.character, len('  let x := "____" + '))

    async def test_imports_of_unsaved_texts(self) -> None:
        self.write("lib.lex", "fn one() -> Int { 1 }\n")
        text = 'import "./lib" as lib\nfn f() -> Int { lib.one() }\n'
        self.open(text)
        self.assertEqual(await self.checked(), [])
        self.open("fn one() -> Str { \"1\" }\n", "lib.lex")
        await self.client.until(lambda: self.client.diagnostics[self.uri()].diagnostics)
        found = self.client.diagnostics[self.uri()].diagnostics[0]
        self.assertEqual(found.range.start.line, 1)
        self.open("fn one() -> Int { 1 }\n", "lib.lex")
        await self.client.until(lambda: not self.client.diagnostics[self.uri()].diagnostics)

    async def test_errors_of_an_imported_file_are_at_the_import(self) -> None:
        self.write("lib.lex", "fn one() -> Int { \"1\" }\n")
        self.open('import "./lib" as lib\nfn f() -> Int { lib.one() }\n')
        found = (await self.checked())[0]
        self.assertEqual(found.range, types.Range(types.Position(0, 8), types.Position(0, 13)))
        self.assertEqual(found.related_information[0].location.uri,         # type: ignore
                         self.uri("lib.lex"))

    async def test_a_file_that_is_not_there(self) -> None:
        self.open('import "./none" as none\nfn f() -> Int { 1 }\n')
        found = (await self.checked())[0]
        self.assertEqual(found.range.start, types.Position(0, 7))
        self.assertNotIn("lexvm-lsp-", found.message)

    async def test_closing_takes_diagnostics_back(self) -> None:
        self.open("fn f() -> Int {")
        self.assertTrue(await self.checked())
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(
            types.TextDocumentIdentifier(self.uri())))
        await self.client.until(lambda: not self.client.diagnostics[self.uri()].diagnostics)


class Columns(ServerTest):
    encodings: ClassVar = [types.PositionEncodingKind.Utf8]

    async def test_bytes(self) -> None:
        self.assertEqual(self.answer.capabilities.position_encoding, "utf-8")
        self.open('fn f() -> Int {\n  let x := "\u00e9" + 1\n  2\n}\n')
        found = (await self.checked())[0]
        self.assertEqual(found.range.start.character, len('  let x := "__" + '))
