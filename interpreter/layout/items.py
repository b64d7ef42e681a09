"""The layout of one top-level item."""

from rpython.rlib.objectmodel import import_from_mixin

from interpreter.layout.comments import Comments
from interpreter.layout.expressions import ExpressionLayout
from interpreter.layout.page import Page
from interpreter.layout.patterns import PatternLayout
from interpreter.layout.types import TypeLayout
from interpreter.source import tree


class ItemLayout(object):
    """Writes an item that a reader.Reader has just read from ``text``."""

    import_from_mixin(TypeLayout)
    import_from_mixin(PatternLayout)
    import_from_mixin(ExpressionLayout)

    def __init__(self, text, item, interpolations):
        self.text = text
        self.interpolations = interpolations
        self.comments = Comments(text, item.offset, item.end)
        self.page = Page(self.comments)
        self._item(item)

    def result(self):
        """The lines of the item, without the newline at their end."""
        return self.page.text()

    def waiting(self):
        """The number of the first comment that found no place in the item."""
        return self.page.next

    def _item(self, item):
        if isinstance(item, tree.Import):
            self.page.write('import ')
            self._literal(item.reference_offset, item.reference_end)
            self.page.write(' as ' + item.alias)
        elif isinstance(item, tree.TypeDecl):
            self._type_decl(item)
        else:
            assert isinstance(item, tree.FnDecl)
            self._fn_decl(item)

    def _type_decl(self, item):
        page = self.page
        page.write('type ' + item.name)
        self.type_params(item.params)
        page.write(' =')
        page.space()
        page.before(item.definition.offset)
        self.type(item.definition)

    def _fn_decl(self, item):
        page = self.page
        page.write('fn ' + item.name)
        self.type_params(item.type_params)
        self.params(item.params, item.name_offset)
        self.result_type(item.effects, item.effect_row_var, item.return_type)
        if len(item.examples) > 0:
            self.examples(item.name, item.examples, item.return_type.end)
        else:
            page.space()
        self.block(item.body)
