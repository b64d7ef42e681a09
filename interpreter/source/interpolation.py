"""Interpolated strings: ``f"text {expr} text"``.

The parts become left-nested calls of ``str.concat``, placed at the literal;
messages count bytes within the hole they are about.
"""

from interpreter.source import (
    explanations, lexer, literals, tokens, tree, unreadable, utf8)
from interpreter.source.cursor import MAX_HOLE_DEPTH, Placement
from interpreter.source.errors import LexSourceError


class InterpolationGrammar(object):
    """Mixed into the parser."""

    def parse_interpolation(self, token):
        """The expression of an FStr token that has been consumed."""
        nesting = self.nesting
        nesting.holes += 1
        if nesting.holes > MAX_HOLE_DEPTH:
            raise self.error_at(
                token.start, "string interpolation nests too deeply (max %d)"
                % MAX_HOLE_DEPTH)
        text = literals.unescape(self.text, token.start + 1, token.end)
        starts = None
        if len(text) != token.end - token.start - 3:
            starts = literals.places(self.text, token.start + 1, token.end)
        literal = _Literal(token, text, starts)
        expr = None
        position = 0
        while position < len(text):
            start = text.find('{', position)
            if start < 0:
                start = len(text)
            if start > position:
                part = self.at(tree.StrLit(text[position:start]),
                               self.offset_of(token))
                expr = self._join(expr, part, token)
            if start == len(text):
                break
            end = self._hole_end(literal, start)
            assert end > start >= 0
            part = self._parse_hole(literal, start + 1, end)
            expr = self._join(expr, part, token)
            position = end + 1
        nesting.holes -= 1
        if expr is None:
            return self.at(tree.StrLit(''), self.offset_of(token))
        return expr

    def _hole_end(self, literal, start):
        """Where the brace opened at ``start`` is closed."""
        text = literal.text
        depth = 0
        for i in range(start, len(text)):
            char = text[i]
            if char == '{':
                depth += 1
            elif char == '}':
                depth -= 1
                if depth == 0:
                    return i
        raise self._hole_error(literal, start, start + 1,
                               "unclosed `{` in string interpolation")

    def _hole_error(self, literal, start, end, message):
        """An error about a part of the text of a literal."""
        placement = literal.placement(0, self.placement)
        offset = placement.place(start)
        error = self.error_with_offset(0, message, offset)
        error.diagnosis = explanations.of_hole(offset, placement.place(end), message)
        return error

    def _parse_hole(self, literal, start, end):
        assert 0 <= start <= end
        content = literal.text[start:end]
        trimmed = utf8.trim(content)
        if trimmed == '':
            raise self._hole_error(literal, start - 1, end + 1,
                                   "empty `{}` in string interpolation")
        start += content.find(trimmed)
        placement = literal.placement(start, self.placement)
        try:
            lexer.check(trimmed)
        except LexSourceError as error:
            failure = self.error_with_offset(
                0, "in string interpolation `{%s}`': %s"
                % (content, error.message), placement.place(error.offset))
            failure.diagnosis = unreadable.explain(trimmed, error)
            explanations.move(failure.diagnosis, placement)
            raise failure
        parser = self.hole_parser(trimmed, placement)
        expr = parser.parse_expr()
        rest = parser.token
        if rest.kind != tokens.EOF or rest.after_newline:
            raise self._hole_error(
                literal, start + min(rest.start, len(trimmed) - 1),
                start + len(trimmed),
                "unexpected tokens after expression in `{%s}`" % content)
        return expr

    def _join(self, left, right, token):
        """``str.concat(left, right)``, both parts of the literal ``token``."""
        if left is None:
            return right
        origin = self.offset_of(token)
        concat = self.at(tree.Field(self.at(tree.Var('str'), origin), 'concat'), origin)
        return self.at(tree.Call(concat, [left, right]), origin)


class _Literal(object):
    """An interpolated string: its token, its text without escapes, and the places of
    the text's bytes, None where they follow the quote without escapes."""

    def __init__(self, token, text, starts):
        self.token = token
        self.text = text
        self.starts = starts

    def placement(self, start, outer):
        """The Placement of the text from ``start`` on."""
        if self.starts is None:
            return Placement(self.token.start + 2 + start, None, outer)
        return Placement(start, self.starts, outer)
