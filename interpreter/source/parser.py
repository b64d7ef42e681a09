"""Text to surface tree: recursive descent over the grammar of
docs/language.rst.  No error recovery; the first error is raised."""

from rpython.rlib.objectmodel import import_from_mixin

from interpreter.source import lexer, literals, tokens, tree, unreadable, utf8
from interpreter.source.cursor import Nesting, TokenCursor
from interpreter.source.dump import dump_expr
from interpreter.source.errors import LexSourceError
from interpreter.source.expressions import ExpressionGrammar
from interpreter.source.interpolation import InterpolationGrammar
from interpreter.source.patterns import PatternGrammar
from interpreter.source.types import TypeGrammar


def parse(text):
    """The tree.Program of a valid UTF-8 text; raises LexSourceError."""
    try:
        lexer.check(text)
        return Parser(text, None, Nesting()).parse_program()
    except LexSourceError as error:
        error.diagnosis = unreadable.explain(text, error)
        raise error


def parse_statements(text):
    """The tree.Block of a valid UTF-8 text that is what stands in a block; raises
    LexSourceError."""
    try:
        lexer.check(text)
        return Parser(text, None, Nesting()).parse_statements(tokens.EOF, 0)
    except LexSourceError as error:
        error.diagnosis = unreadable.explain(text, error)
        raise error


def starts_item(text):
    """Whether a text starts like a declaration or an import, not an expression."""
    try:
        parser = Parser(text, None, Nesting())
    except LexSourceError:
        return False
    if parser.sees(tokens.IMPORT) or parser.sees(tokens.TYPE):
        return True
    if not parser.sees(tokens.FN):
        return False
    parser.advance()
    return not parser.sees(tokens.LPAREN)


class Parser(TokenCursor):
    import_from_mixin(TypeGrammar)
    import_from_mixin(PatternGrammar)
    import_from_mixin(ExpressionGrammar)
    import_from_mixin(InterpolationGrammar)

    expr_depth = 0
    discards = 0

    def hole_parser(self, text, placement):
        """A parser for an interpolation hole, with its own counters."""
        return Parser(text, placement, self.nesting)

    def discard_name(self):
        """The name given to the next ``_`` binder."""
        self.discards += 1
        return '__lex_discard_%d' % self.discards

    # Items

    def parse_program(self):
        items = []
        comments = ''               # those above the first item are the file's
        while not self.sees(tokens.EOF):
            item = self.parse_item(comments)
            items.append(item)
            comments = ''
            if self.sees(tokens.IMPORT) and not _is_written_with_bars(item):
                comments = comment_lines(self.text, self.previous_end,
                                         self.token.start)
        return self.at(tree.Program(items), 0)

    def parse_item(self, comments):
        kind = self.token.kind
        if kind == tokens.IMPORT:
            return self._parse_import(comments)
        if kind == tokens.TYPE:
            return self._parse_type_decl()
        if kind == tokens.FN:
            return self._parse_fn_decl()
        raise self.unexpected("expected `import`, `type`, or `fn` at top level")

    def _parse_import(self, comments):
        offset = self.advance().start
        token = self.token
        if token.kind != tokens.STR or token.after_newline:
            raise self.raw_error("expected string after `import`", ", got ")
        self.advance()
        reference = literals.unescape(self.text, token.start, token.end)
        self.expect(tokens.AS, "in import")
        alias = self.identifier("for import alias")
        item = self.at(tree.Import(reference, alias, comments), offset)
        item.reference_offset = token.start
        item.reference_end = token.end
        return item

    def _parse_type_params(self):
        names = []
        if self.accept(tokens.LBRACKET):
            names.append(self.identifier("in identifier list"))
            while self.comma_before(tokens.RBRACKET):
                names.append(self.identifier("in identifier list"))
            self.expect(tokens.RBRACKET, "after type params")
        return names

    def _parse_type_decl(self):
        offset = self.advance().start
        name_offset = self.offset()
        name = self.identifier("for type name")
        params = self._parse_type_params()
        self.expect(tokens.EQ, "in type decl")
        definition = self._parse_definition()
        decl = self.at(tree.TypeDecl(name, params, definition), offset)
        decl.name_offset = name_offset
        return decl

    def _parse_definition(self):
        """An alias, or a union.  A single type that ends in a parenthesis is
        a union of one variant if its name starts uppercase."""
        offset = self.offset()
        first = self.parse_type()
        if self.sees(tokens.BAR):
            variants = [self._variant(first, offset)]
            while self.accept(tokens.BAR):
                start = self.offset()
                variants.append(self._variant(self.parse_type(), start))
            return self.at(tree.UnionType(variants), offset)
        if (self.previous_kind == tokens.RPAREN and
                isinstance(first, tree.NamedType) and
                _ends_uppercase(first.name)):
            return self.at(tree.UnionType([self._variant(first, offset)]), offset)
        return first

    def _variant(self, type, offset):
        if not isinstance(type, tree.NamedType):
            raise self.error_with_offset(
                0, "union variant must be a constructor name", offset)
        args = type.args
        payload = None
        if len(args) == 1:
            payload = args[0]
        elif len(args) > 1:
            payload = self.at(tree.TupleType(args), type.offset)
        return self.at(tree.UnionVariant(type.name, payload), type.offset)

    def _parse_fn_decl(self):
        offset = self.advance().start
        name_offset = self.offset()
        name = self.identifier("for function name")
        type_params = self._parse_type_params()
        params = self.parse_params("before params", "after params")
        self.expect(tokens.ARROW, "before return type")
        effects, row_var = self.parse_effects()
        return_type = self.parse_type()
        examples = []
        if (self.sees(tokens.IDENT) and
                self.token.text(self.text) == 'examples'):
            examples = self._parse_examples()
        body = self.parse_block()
        decl = self.at(tree.FnDecl(name, type_params, params, effects, row_var,
                                   return_type, examples, body), offset)
        decl.name_offset = name_offset
        return decl

    def _parse_examples(self):
        self.advance()
        self.expect(tokens.LBRACE, "after `examples`")
        examples = []
        if not self.sees(tokens.RBRACE):
            examples.append(self._parse_example())
            while self.comma_before(tokens.RBRACE):
                examples.append(self._parse_example())
        self.expect(tokens.RBRACE, "to close examples block")
        return examples

    def _parse_example(self):
        """``call => expected``; of the call only the arguments count."""
        offset = self.offset()
        call = self.parse_expr()
        self.expect(tokens.FAT_ARROW,
                    "in example case (between call and expected)")
        expected = self.parse_expr()
        if not isinstance(call, tree.Call):
            raise self.error_with_offset(
                self.token.start, "example case must be a call to the "
                "function under definition; got " + dump_expr(call), offset)
        return self.at(tree.Example(call.args, expected), offset)


def _is_written_with_bars(item):
    """Whether an item is a union of several variants.  The reference looks for
    one more variant beyond the comments that follow, which then belong to nothing."""
    return (isinstance(item, tree.TypeDecl) and
            isinstance(item.definition, tree.UnionType) and
            len(item.definition.variants) > 1)


def comment_lines(text, start, stop):
    """The comments between two tokens, trimmed, each ended by a newline.

    A comment counts where nothing else stands on its line between the tokens.
    """
    assert start >= 0
    assert stop >= 0
    lines = []
    for line in text[start:stop].split('\n'):
        line = utf8.trim(line)
        if line.startswith('#'):
            lines.append(line + '\n')
    return ''.join(lines)


def _ends_uppercase(name):
    """Whether the last component of a dotted name starts uppercase."""
    first = name.rfind('.') + 1
    return first < len(name) and 'A' <= name[first] <= 'Z'
