"""The grammar of type expressions, parameters and effect rows."""

from interpreter.source import literals, tokens, tree
from interpreter.source.cursor import MAX_TYPE_DEPTH


class TypeGrammar(object):
    """Mixed into the parser."""

    def parse_type(self):
        """``base`` or ``base{name | predicate}``; binds the innermost type."""
        nesting = self.nesting
        nesting.types += 1
        if nesting.types > MAX_TYPE_DEPTH:
            raise self.error("type nests too deeply (max %d)" % MAX_TYPE_DEPTH)
        offset = self.offset()
        type = self._parse_base_type()
        if self._sees_refinement():
            self.advance()
            binding = self.identifier("for refinement binding")
            self.expect(tokens.BAR, "after refinement binding")
            predicate = self.parse_expr()
            self.expect(tokens.RBRACE, "to close refinement")
            type = self.at(tree.RefinedType(type, binding, predicate), offset)
        nesting.types -= 1
        return type

    def _sees_refinement(self):
        if not self.sees_adjacent(tokens.LBRACE):
            return False
        second = self.second()
        if second.kind != tokens.IDENT or second.after_newline:
            return False
        third = self.third()
        return third.kind == tokens.BAR and not third.after_newline

    def _parse_base_type(self):
        kind = self.token.kind
        if kind == tokens.LBRACE:
            return self._parse_record_type()
        if kind == tokens.LPAREN:
            return self._parse_paren_type()
        if kind == tokens.IDENT:
            return self._parse_named_type()
        raise self.unexpected("expected type expression")

    def _parse_named_type(self):
        offset = self.offset()
        name = self.advance().text(self.text)
        while self.accept_adjacent(tokens.DOT):
            name += '.' + self.identifier("after `.` in qualified type")
        args = []
        if self.accept_adjacent(tokens.LBRACKET):
            args.append(self.parse_type())
            while self.comma_before(tokens.RBRACKET):
                args.append(self.parse_type())
            self.expect(tokens.RBRACKET, "after type args")
        elif self.accept_adjacent(tokens.LPAREN):
            self._parse_types(args)
            self.expect(tokens.RPAREN, "after constructor payload")
        return self.at(tree.NamedType(name, args), offset)

    def _parse_types(self, types):
        """Append types up to a closing parenthesis, which is not consumed."""
        if not self.sees(tokens.RPAREN):
            types.append(self.parse_type())
            while self.comma_before(tokens.RPAREN):
                types.append(self.parse_type())

    def _parse_record_type(self):
        offset = self.offset()
        self.advance()
        spreads = []
        fields = []
        if not self.sees(tokens.RBRACE):
            self._parse_record_type_field(spreads, fields)
            while self.comma_before(tokens.RBRACE):
                self._parse_record_type_field(spreads, fields)
        self.expect(tokens.RBRACE, "in record type")
        return self.at(tree.RecordType(spreads, fields), offset)

    def _parse_record_type_field(self, spreads, fields):
        if self.accept(tokens.DOT_DOT_DOT):
            spreads.append(
                self.identifier("after `...` in record type spread"))
            return
        offset = self.offset()
        name = self.identifier("in record field")
        self.expect(tokens.COLON_COLON, "after record field name")
        fields.append(self.at(tree.TypeField(name, self.parse_type()), offset))

    def _parse_paren_type(self):
        """Grouping, a tuple type, or the parameters of a function type."""
        offset = self.offset()
        self.advance()
        items = []
        self._parse_types(items)
        self.expect(tokens.RPAREN, "in type")
        if self.accept(tokens.ARROW):
            effects, row_var = self.parse_effects()
            ret = self.parse_type()
            return self.at(tree.FunctionType(items, effects, row_var, ret), offset)
        if len(items) == 1:
            return items[0]
        return self.at(tree.TupleType(items), offset)

    # Parameters and effects

    def parse_params(self, before, after):
        """``( name :: type, ... )``; the arguments are error contexts."""
        self.expect(tokens.LPAREN, before)
        params = []
        if not self.sees(tokens.RPAREN):
            params.append(self._parse_param())
            while self.comma_before(tokens.RPAREN):
                params.append(self._parse_param())
        self.expect(tokens.RPAREN, after)
        return params

    def _parse_param(self):
        offset = self.offset()
        if self.accept(tokens.UNDERSCORE):
            name = self.discard_name()
        else:
            name = self.identifier("for parameter name")
        self.expect(tokens.COLON_COLON, "after parameter name")
        return self.at(tree.Param(name, self.parse_type()), offset)

    def parse_effects(self):
        """An optional effect row: the effects, and the row variable or
        None."""
        effects = []
        row_var = None
        if self.accept(tokens.LBRACKET):
            if not self._at_row_end():
                effects.append(self._parse_effect())
                while self.accept(tokens.COMMA) and not self._at_row_end():
                    effects.append(self._parse_effect())
            if self.accept(tokens.BAR):
                row_var = self.identifier("for effect row variable")
            self.expect(tokens.RBRACKET, "after effects")
        return effects, row_var

    def _at_row_end(self):
        return self.sees(tokens.RBRACKET) or self.sees(tokens.BAR)

    def _parse_effect(self):
        offset = self.offset()
        name = self.identifier("for effect name")
        arg_kind = ''
        arg_text = ''
        arg_int = 0
        if self.accept(tokens.LPAREN):
            token = self.token
            if token.after_newline:
                raise self.raw_error("invalid effect arg", ": ")
            if token.kind == tokens.STR:
                arg_kind = 'Str'
                arg_text = literals.unescape(self.text, token.start, token.end)
            elif token.kind == tokens.INT:
                arg_kind = 'Int'
                arg_int = literals.int_value(self.text, token.start, token.end)
            elif token.kind == tokens.IDENT:
                arg_kind = 'Ident'
                arg_text = token.text(self.text)
            else:
                raise self.raw_error("invalid effect arg", ": ")
            self.advance()
            self.expect(tokens.RPAREN, "after effect arg")
        return self.at(tree.Effect(name, arg_kind, arg_text, arg_int), offset)
