"""The grammar of expressions, statements and blocks.

Operator, pipe and postfix chains grow left-leaning trees in loops, so that a
chain may be as long as memory allows; everything that recurses is limited.
"""

from interpreter.source import literals, tokens, tree
from interpreter.source.cursor import MAX_PREFIX_DEPTH

MAX_EXPR_DEPTH = 96


class ExpressionGrammar(object):
    """Mixed into the parser."""

    def parse_expr(self):
        self.expr_depth += 1
        if self.expr_depth > MAX_EXPR_DEPTH:
            raise self.error(
                "expression nests too deeply (max %d); "
                "malformed or hand-crafted input?" % MAX_EXPR_DEPTH)
        offset = self.offset()
        expr = self._parse_binary(1)
        while self.accept(tokens.PIPE):
            right = self._parse_binary(1)
            expr = self.at(tree.Pipe(expr, right), offset)
        self.expr_depth -= 1
        return expr

    def _parse_binary(self, strength):
        """Operators that bind at least as strongly as ``strength``."""
        offset = self.offset()
        expr = self._parse_unary()
        while True:
            kind = self.token.kind
            precedence = tokens.PRECEDENCE[kind]
            if precedence == 0 or precedence < strength:
                return expr
            self.advance()
            rhs = self._parse_binary(precedence + 1)
            expr = self.at(tree.BinOp(tokens.SPELLING[kind], expr, rhs), offset)

    def _parse_unary(self):
        if not self._sees_prefix():
            return self._parse_postfix()
        nesting = self.nesting
        prefixes = []
        while self._sees_prefix():
            nesting.prefixes += 1
            if nesting.prefixes > MAX_PREFIX_DEPTH:
                raise self.error("prefix operators nest too deeply (max %d)"
                                 % MAX_PREFIX_DEPTH)
            prefixes.append(self.advance())
        expr = self._parse_postfix()
        nesting.prefixes -= len(prefixes)
        for i in range(len(prefixes) - 1, -1, -1):
            token = prefixes[i]
            op = '-' if token.kind == tokens.MINUS else 'not'
            expr = self.at(tree.UnaryOp(op, expr), self.offset_of(token))
        return expr

    def _sees_prefix(self):
        return self.sees(tokens.MINUS) or self.sees(tokens.NOT)

    def _parse_postfix(self):
        offset = self.offset()
        expr = self._parse_primary()
        while True:
            if self.accept_adjacent(tokens.DOT):
                name_offset = self.offset()
                name = self.identifier("after `.`")
                expr = self.at(tree.Field(expr, name), offset)
                expr.name_offset = name_offset
            elif self.accept_adjacent(tokens.LPAREN):
                args = []
                if not self.sees(tokens.RPAREN):
                    args.append(self.parse_expr())
                    while self.comma_before(tokens.RPAREN):
                        args.append(self.parse_expr())
                self.expect(tokens.RPAREN, "in call")
                expr = self.at(tree.Call(expr, args), offset)
            elif self.accept_adjacent(tokens.QUESTION):
                expr = self.at(tree.Try(expr), offset)
            else:
                return expr

    def _parse_primary(self):
        kind = self.token.kind
        offset = self.offset()
        if kind == tokens.IDENT:
            return self.at(tree.Var(self.advance().text(self.text)), offset)
        if kind == tokens.IF:
            return self._parse_if()
        if kind == tokens.MATCH:
            return self._parse_match()
        if kind == tokens.FN:
            return self._parse_lambda()
        if kind == tokens.LBRACE:
            return self._parse_brace()
        if kind == tokens.LBRACKET:
            return self._parse_list()
        if kind == tokens.LPAREN:
            return self._parse_paren()
        if kind == tokens.FSTR:
            return self.parse_interpolation(self.advance())
        return self.parse_literal()

    # Literals

    def int_payload(self, token):
        return literals.int_value(self.text, token.start, token.end)

    def float_payload(self, token):
        return literals.float_value(self.text, token.start, token.end)

    def parse_literal(self):
        token = self.token
        kind = token.kind
        offset = self.offset()
        if kind == tokens.INT:
            return self.at(tree.IntLit(self.int_payload(self.advance())), offset)
        if kind == tokens.FLOAT:
            return self.at(tree.FloatLit(self.float_payload(self.advance())), offset)
        if kind == tokens.STR:
            self.advance()
            value = literals.unescape(self.text, token.start, token.end)
            return self.at(tree.StrLit(value), offset)
        if kind == tokens.BYTES:
            self.advance()
            value = literals.unescape(self.text, token.start + 1, token.end)
            return self.at(tree.BytesLit(value), offset)
        if kind == tokens.TRUE or kind == tokens.FALSE:
            self.advance()
            return self.at(tree.BoolLit(kind == tokens.TRUE), offset)
        raise self.unexpected("expected expression")

    # Control

    def _parse_if(self):
        offset = self.offset()
        self.advance()
        condition = self.parse_expr()
        then_block = self.parse_block()
        self.expect(tokens.ELSE, "expected `else`")
        else_block = self.parse_block()
        return self.at(tree.If(condition, then_block, else_block), offset)

    def _parse_match(self):
        offset = self.offset()
        self.advance()
        scrutinee = self.parse_expr()
        self.expect(tokens.LBRACE, "before match arms")
        arms = []
        if not self.sees(tokens.RBRACE):
            arms.append(self._parse_arm())
            while self.comma_before(tokens.RBRACE):
                arms.append(self._parse_arm())
        self.expect(tokens.RBRACE, "after match arms")
        return self.at(tree.Match(scrutinee, arms), offset)

    def _parse_arm(self):
        offset = self.offset()
        pattern = self.parse_pattern()
        self.expect(tokens.FAT_ARROW, "in match arm")
        return self.at(tree.Arm(pattern, self.parse_expr()), offset)

    def _parse_lambda(self):
        offset = self.offset()
        self.advance()
        params = self.parse_params("before lambda params",
                                   "after lambda params")
        self.expect(tokens.ARROW, "before lambda return type")
        effects, row_var = self.parse_effects()
        return_type = self.parse_type()
        body = self.parse_block()
        return self.at(tree.Lambda(params, effects, row_var, return_type, body),
                       offset)

    # Aggregates

    def _parse_list(self):
        offset = self.offset()
        self.advance()
        items = []
        if not self.sees(tokens.RBRACKET):
            items.append(self.parse_expr())
            while self.comma_before(tokens.RBRACKET):
                items.append(self.parse_expr())
        self.expect(tokens.RBRACKET, "after list literal")
        return self.at(tree.ListLit(items), offset)

    def _parse_paren(self):
        """Unit, grouping, ascription or tuple."""
        offset = self.offset()
        self.advance()
        if self.accept_adjacent(tokens.RPAREN):
            return self.at(tree.UnitLit(), offset)
        first = self.parse_expr()
        if self.accept(tokens.COLON_COLON):
            type = self.parse_type()
            self.expect(tokens.RPAREN, "after type ascription")
            return self.at(tree.Ascription(first, type), offset)
        if not self.sees(tokens.COMMA):
            self.expect(tokens.RPAREN, "after parenthesized expression")
            return first
        items = [first]
        while self.comma_before(tokens.RPAREN):
            items.append(self.parse_expr())
        self.expect(tokens.RPAREN, "after tuple")
        return self.at(tree.TupleLit(items), offset)

    def _parse_brace(self):
        if self._sees_record():
            return self._parse_record()
        offset = self.offset()
        return self.at(tree.BlockExpr(self.parse_block()), offset)

    def _sees_record(self):
        second = self.second()
        if second.kind == tokens.RBRACE:
            return True
        if second.kind != tokens.IDENT:
            return False
        third = self.third()
        return not third.after_newline and (
            third.kind == tokens.COLON or third.kind == tokens.COMMA or
            third.kind == tokens.RBRACE)

    def _parse_record(self):
        offset = self.offset()
        self.advance()
        fields = []
        if not self.sees(tokens.RBRACE):
            fields.append(self._parse_record_field())
            while self.comma_before(tokens.RBRACE):
                fields.append(self._parse_record_field())
        self.expect(tokens.RBRACE, "after record literal")
        return self.at(tree.RecordLit(fields), offset)

    def _parse_record_field(self):
        offset = self.offset()
        name = self.identifier("in record literal")
        if self.accept(tokens.COLON):
            value = self.parse_expr()
        else:
            value = self.at(tree.Var(name), offset)
        return self.at(tree.RecordField(name, value), offset)

    # Blocks

    def parse_block(self):
        offset = self.offset()
        self.expect(tokens.LBRACE, "before block")
        return self.parse_statements(tokens.RBRACE, offset)

    def parse_statements(self, closing, offset):
        """The Block of the statements up to and with the token ``closing``."""
        statements = []
        while not self.sees(closing):
            if self.sees(tokens.LET):
                statements.append(self._parse_let())
                continue
            start = self.offset()
            expr = self.parse_expr()
            if self.sees(closing):
                self.advance()
                return self.at(tree.Block(statements, expr), offset)
            statements.append(self.at(tree.ExprStatement(expr), start))
        offset_of_end = self.offset()
        self.advance()
        unit = self.at(tree.UnitLit(), offset_of_end)
        return self.at(tree.Block(statements, unit), offset)

    def _parse_let(self):
        offset = self.offset()
        self.advance()
        name_offset = self.offset()
        if self.accept(tokens.UNDERSCORE):
            name = self.discard_name()
        else:
            name = self.identifier("after `let`")
        type = None
        if self.accept(tokens.COLON_COLON):
            type = self.parse_type()
        self.expect(tokens.COLON_EQ, "in let")
        let = self.at(tree.Let(name, type, self.parse_expr()), offset)
        let.name_offset = name_offset
        return let
