"""The grammar of patterns."""

from interpreter.source import tokens, tree
from interpreter.source.cursor import MAX_PATTERN_DEPTH


class PatternGrammar(object):
    """Mixed into the parser."""

    def parse_pattern(self):
        nesting = self.nesting
        nesting.patterns += 1
        if nesting.patterns > MAX_PATTERN_DEPTH:
            raise self.error("pattern nests too deeply (max %d)" % MAX_PATTERN_DEPTH)
        pattern = self._parse_bare_pattern()
        nesting.patterns -= 1
        return pattern

    def _parse_bare_pattern(self):
        kind = self.token.kind
        offset = self.offset()
        if kind == tokens.UNDERSCORE:
            self.advance()
            return self.at(tree.WildPattern(), offset)
        if kind == tokens.IDENT:
            return self._parse_named_pattern()
        if kind == tokens.LBRACE:
            return self._parse_record_pattern()
        if kind == tokens.LPAREN:
            return self._parse_paren_pattern()
        if kind == tokens.MINUS:
            self.advance()
            return self.at(tree.LiteralPattern(self._parse_negative()), offset)
        if (kind == tokens.INT or kind == tokens.FLOAT or kind == tokens.STR or
                kind == tokens.TRUE or kind == tokens.FALSE):
            return self.at(tree.LiteralPattern(self.parse_literal()), offset)
        raise self.unexpected("expected pattern")

    def _parse_negative(self):
        token = self.token
        if token.kind == tokens.INT:
            return self.at(tree.IntLit(-self.int_payload(self.advance())),
                           self.offset_of(token))
        if token.kind == tokens.FLOAT:
            return self.at(tree.FloatLit(-self.float_payload(self.advance())),
                           self.offset_of(token))
        raise self.unexpected("expected Int or Float after `-` in pattern")

    def _parse_named_pattern(self):
        """A binder or a constructor; a module prefix has no meaning."""
        offset = self.offset()
        name = self.advance().text(self.text)
        while self.accept_adjacent(tokens.DOT):
            name = self.identifier("after `.` in qualified pattern")
        if not self.accept_adjacent(tokens.LPAREN):
            return self.at(tree.VarPattern(name), offset)
        args = self._parse_patterns()
        self.expect(tokens.RPAREN, "after constructor pattern")
        return self.at(tree.ConstructorPattern(name, args), offset)

    def _parse_patterns(self):
        """Patterns up to a closing parenthesis, which is not consumed."""
        patterns = []
        if not self.sees(tokens.RPAREN):
            patterns.append(self.parse_pattern())
            while self.comma_before(tokens.RPAREN):
                patterns.append(self.parse_pattern())
        return patterns

    def _parse_paren_pattern(self):
        offset = self.offset()
        self.advance()
        items = self._parse_patterns()
        self.expect(tokens.RPAREN, "after tuple pattern")
        if len(items) == 1:
            return items[0]
        return self.at(tree.TuplePattern(items), offset)

    def _parse_record_pattern(self):
        offset = self.offset()
        self.advance()
        fields = []
        if not self.sees(tokens.RBRACE):
            fields.append(self._parse_pattern_field())
            while self.comma_before(tokens.RBRACE):
                fields.append(self._parse_pattern_field())
        self.expect(tokens.RBRACE, "after record pattern")
        return self.at(tree.RecordPattern(fields), offset)

    def _parse_pattern_field(self):
        offset = self.offset()
        name = self.identifier("in record pattern")
        pattern = None
        if self.accept(tokens.COLON):
            pattern = self.parse_pattern()
        return self.at(tree.PatternField(name, pattern), offset)
