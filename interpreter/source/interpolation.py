"""Interpolated strings: ``f"text {expr} text"``.

The parts become left-nested calls of ``str.concat``.  All nodes are placed at
the literal; messages count bytes within the hole they are about.
"""

from interpreter.source import lexer, literals, tokens, tree, utf8
from interpreter.source.cursor import MAX_HOLE_DEPTH, at
from interpreter.source.errors import LexSourceError


class InterpolationGrammar(object):
    """Mixed into the parser."""

    def parse_interpolation(self, token):
        """The expression of an FStr token that has been consumed."""
        origin = self.offset_of(token)
        nesting = self.nesting
        nesting.holes += 1
        if nesting.holes > MAX_HOLE_DEPTH:
            raise self.error_at(
                token.start, "string interpolation nests too deeply (max %d)"
                % MAX_HOLE_DEPTH)
        text = literals.unescape(self.text, token.start + 1, token.end)
        expr = None
        position = 0
        while position < len(text):
            start = text.find('{', position)
            if start < 0:
                start = len(text)
            if start > position:
                part = at(tree.StrLit(text[position:start]), origin)
                expr = _join(expr, part, origin)
            if start == len(text):
                break
            end = self._hole_end(text, start, origin)
            assert end > start >= 0
            part = self._parse_hole(text[start + 1:end], origin)
            expr = _join(expr, part, origin)
            position = end + 1
        nesting.holes -= 1
        if expr is None:
            return at(tree.StrLit(''), origin)
        return expr

    def _hole_end(self, text, start, origin):
        """Where the brace opened at ``start`` is closed."""
        depth = 0
        for i in range(start, len(text)):
            char = text[i]
            if char == '{':
                depth += 1
            elif char == '}':
                depth -= 1
                if depth == 0:
                    return i
        raise self.error_with_offset(
            0, "unclosed `{` in string interpolation", origin)

    def _parse_hole(self, content, origin):
        trimmed = utf8.trim(content)
        if trimmed == '':
            raise self.error_with_offset(
                0, "empty `{}` in string interpolation", origin)
        try:
            lexer.check(trimmed)
        except LexSourceError as error:
            raise self.error_with_offset(
                0, "in string interpolation `{%s}`': %s"
                % (content, error.message), origin)
        parser = self.hole_parser(trimmed, origin)
        expr = parser.parse_expr()
        rest = parser.token
        if rest.kind != tokens.EOF or rest.after_newline:
            raise self.error_with_offset(
                0, "unexpected tokens after expression in `{%s}`" % content,
                origin)
        return expr


def _join(left, right, origin):
    if left is None:
        return right
    concat = at(tree.Field(at(tree.Var('str'), origin), 'concat'), origin)
    return at(tree.Call(concat, [left, right]), origin)
