"""The layout of patterns."""

from interpreter.layout.reader import find, spelling
from interpreter.source import tokens, tree


class PatternLayout(object):
    """Mixed into the layout."""

    def pattern(self, pattern):
        page = self.page
        if isinstance(pattern, tree.WildPattern):
            page.write('_')
        elif isinstance(pattern, tree.ConstructorPattern):
            start = find(self.text, tokens.LPAREN, pattern.offset)
            page.write(spelling(self.text, pattern.offset, start))
            self._patterns(pattern.args, pattern.end)
        elif isinstance(pattern, tree.TuplePattern):
            self._patterns(pattern.items, pattern.end)
        elif isinstance(pattern, tree.RecordPattern):
            self._record_pattern(pattern)
        else:
            page.write(spelling(self.text, pattern.offset, pattern.end))

    def _patterns(self, patterns, end):
        page = self.page
        group = page.open('(', end - 1, ')')
        for pattern in patterns:
            page.item(group, pattern.offset)
            self.pattern(pattern)
        page.close(group)

    def _record_pattern(self, pattern):
        page = self.page
        group = page.open('{ ', pattern.end - 1, '}')
        for field in pattern.fields:
            page.item(group, field.offset)
            page.write(field.name)
            inner = field.pattern
            if inner is not None:
                page.write(':')
                page.space()
                page.before(inner.offset)
                self.pattern(inner)
        page.close(group)
