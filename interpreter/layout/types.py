"""The layout of types, parameters and effect rows."""

from interpreter.layout.reader import find, spelling
from interpreter.source import tokens, tree
from interpreter.source.words import is_word_at


class TypeLayout(object):
    """Mixed into the layout."""

    def type(self, type):
        if isinstance(type, tree.NamedType):
            self._named_type(type)
        elif isinstance(type, tree.RecordType):
            self._record_type(type)
        elif isinstance(type, tree.TupleType):
            self._types(self.page.open('(', type.end - 1, ')'), type.items)
        elif isinstance(type, tree.FunctionType):
            self._types(self.page.open_at('(', type.offset, ')'), type.params)
            self.result_type(type.effects, type.effect_row_var, type.ret)
        elif isinstance(type, tree.UnionType):
            self._union(type)
        else:
            assert isinstance(type, tree.RefinedType)
            self._refined_type(type)

    def _types(self, group, types):
        page = self.page
        for type in types:
            page.item(group, type.offset)
            self.type(type)
        page.close(group)

    def _named_type(self, type):
        self.page.write(type.name)
        if len(type.args) > 0:
            self._types(self.page.open('[', type.end - 1, ']'), type.args)

    def _record_type(self, type):
        page = self.page
        group = page.open('{ ', type.end - 1, '}')
        for spread in type.spreads:
            page.item(group, type.offset)
            page.write('...' + spread)
        for field in type.fields:
            page.item(group, field.offset)
            page.write(field.name + ' ::')
            page.space()
            page.before(field.type.offset)
            self.type(field.type)
        page.close(group)

    def _union(self, type):
        page = self.page
        for i in range(len(type.variants)):
            variant = type.variants[i]
            if i > 0:
                page.space()
                page.before(variant.offset)
                page.write('| ')
            page.write(variant.name)
            payload = variant.payload
            if payload is not None:
                group = page.open('(', variant.end - 1, ')')
                if isinstance(payload, tree.TupleType) and payload.offset == variant.offset:
                    self._types(group, payload.items)
                else:
                    self._types(group, [payload])
            elif len(type.variants) == 1:
                page.write('()')        # else the name would be that of another type

    def _refined_type(self, type):
        page = self.page
        base = type.base
        # A refinement binds to the innermost type before it.
        needs = isinstance(base, tree.FunctionType) or isinstance(base, tree.RefinedType)
        if needs:
            page.write('(')
        self.type(base)
        if needs:
            page.write(')')
        page.write('{' + type.binding + ' |')
        page.space()
        page.before(type.predicate.offset)
        self.expr(type.predicate)
        page.write('}')

    # Parameters and effects

    def type_params(self, names):
        if len(names) > 0:
            self.page.write('[' + ', '.join(names) + ']')

    def params(self, params, start):
        """``start`` is before the parenthesis, and nothing but names is between."""
        page = self.page
        if page.is_waiting():
            start = find(self.text, tokens.LPAREN, start)
        group = page.open_at('(', start, ')')
        for param in params:
            page.item(group, param.offset)
            page.write(self.bound_name(param.name, param.offset) + ' ::')
            page.space()
            page.before(param.type.offset)
            self.type(param.type)
        page.close(group)

    def bound_name(self, name, place):
        """``name``, or ``_`` if that is what stands at ``place``."""
        if self.text[place] == '_' and not is_word_at(self.text, place + 1):
            return '_'
        return name

    def result_type(self, effects, row_var, type):
        """The arrow, an effect row and the type of a result."""
        page = self.page
        page.write(' ->')
        page.space()
        if len(effects) > 0 or row_var is not None:
            self._effects(effects, row_var)
            page.space()
        page.before(type.offset)
        self.type(type)

    def _effects(self, effects, row_var):
        page = self.page
        page.write('[')
        for i in range(len(effects)):
            effect = effects[i]
            if i > 0:
                page.write(',')
                page.space()
            page.before(effect.offset)
            page.write(spelling(self.text, effect.offset, effect.end))
        if row_var is not None:
            if len(effects) > 0:
                page.space()
            page.write('| ' + row_var)
        page.write(']')
