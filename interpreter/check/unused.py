"""Advice about what a file declares and never uses: imports, functions, bindings.

Names that start with an underscore are meant to be unused.
"""

from interpreter.canonical.patterns import is_constructor_name, last_component
from interpreter.check import builtins
from interpreter.check.lints import LintWarning
from interpreter.check.modules import MODULES
from interpreter.check.origins import similar_module
from interpreter.diagnostics import names
from interpreter.diagnostics.diagnosis import Span
from interpreter.source import tree

# Functions that are called from outside.  A file without any of them is a library,
# all functions of which are.
ENTRIES = ['main', 'run_all']
ENTRY_PREFIX = 'prop_'

TOP_LEVEL = 'at top level'


class Advice(LintWarning):
    is_advice = True


def find_unused(program, path):
    """The Advice about a source.tree.Program as the parser made it of the file
    ``path``: about imports and functions, then about bindings, each in the order of
    the text."""
    usage = Usage(path)
    for item in program.items:
        if isinstance(item, tree.FnDecl):
            usage.functions[item.name] = None
        elif isinstance(item, tree.TypeDecl):
            usage.declare_type(item)
    for item in program.items:
        if isinstance(item, tree.FnDecl):
            usage.visit_function(item)
        elif isinstance(item, tree.TypeDecl):
            usage.visit_type(item.definition)
    found = []
    has_entry = len([entry for entry in ENTRIES if entry in usage.functions]) > 0
    for item in program.items:
        if isinstance(item, tree.Import):
            usage.check_import(item, found)
        elif isinstance(item, tree.FnDecl) and has_entry:
            usage.check_function(item, found)
    return found + usage.found


class Binding(object):
    """A name bound by a let or a pattern; a parameter has no offset."""

    def __init__(self, name, offset, value, previous):
        self.name = name
        self.offset = offset
        self.value = value                      # tree.Expr of a let, or None
        self.previous = previous                # the Binding that it hides, or None
        self.is_used = False


class Task(object):
    """A node still to be visited; without one, a ``binding`` to begin, or else the
    scopes above ``mark`` to end."""

    def __init__(self, node, binding, mark):
        self.node = node
        self.binding = binding
        self.mark = mark


class Usage(object):
    """Walks over functions with a stack of its own: chains of operators and calls
    have any length."""

    def __init__(self, path):
        self.path = path
        self.functions = {}
        self.variants = {}
        self.used = {}                  # names that no scope binds
        self.used_by_others = {}        # functions that other functions mention
        self.uses_foreign_variants = False
        self.found = []
        self.location = ''
        self.function_name = ''
        self.tasks = []
        self.scopes = {}
        self.log = []

    def declare_type(self, item):
        definition = item.definition
        if isinstance(definition, tree.UnionType):
            for variant in definition.variants:
                self.variants[variant.name] = None

    # Results

    def check_import(self, item, found):
        if item.alias in self.used or item.alias.startswith('_'):
            return
        reference = item.reference
        span = Span(self.path, item.reference_offset, item.reference_end)
        if reference.startswith('std.'):
            if reference[4:] not in MODULES:
                found.append(Advice('UNKNOWN_MODULE', 'there is no module `%s`'
                                    % reference, TOP_LEVEL, span,
                                    names.did_you_mean(similar_module(reference))))
                return
        elif self.uses_foreign_variants:
            return
        found.append(Advice('UNUSED_IMPORT', '`%s` is imported and never used'
                            % item.alias, TOP_LEVEL, span, 'remove the import'))

    def check_function(self, item, found):
        name = item.name
        if name in self.used_by_others or name.startswith('_') or name in ENTRIES \
                or name.startswith(ENTRY_PREFIX):
            return
        found.append(Advice(
            'UNUSED_FUNCTION', '`%s` is never used' % name, 'in fn `%s`' % name,
            Span(self.path, item.name_offset, item.name_offset + len(name)),
            'remove it, or name it `_%s` to keep it' % name))

    # Scopes

    def _begin(self, binding):
        if binding.name in self.scopes:
            binding.previous = self.scopes[binding.name]
        self.scopes[binding.name] = binding
        self.log.append(binding)

    def _end(self, mark):
        ended = []
        while len(self.log) > mark:
            binding = self.log.pop()
            previous = binding.previous
            if previous is None:
                del self.scopes[binding.name]
            else:
                self.scopes[binding.name] = previous
            if not binding.is_used and binding.offset >= 0 \
                    and not binding.name.startswith('_'):
                ended.append(binding)
        ended.reverse()
        for binding in ended:
            self._unused(binding)

    def _unused(self, binding):
        name = binding.name
        way_out = 'remove it, or name it `_%s`' % name
        value = binding.value
        if isinstance(value, tree.Call) or isinstance(value, tree.Pipe):
            way_out = 'if only the call matters, write `let _ := ...`'
        elif value is None:
            way_out = 'write `_` instead'
        self.found.append(Advice(
            'UNUSED_BINDING', '`%s` is never used' % name, self.location,
            Span(self.path, binding.offset, binding.offset + len(name)), way_out))

    def _mention(self, name):
        if name in self.scopes:
            self.scopes[name].is_used = True
            return
        self.used[name] = None
        if name != self.function_name:
            self.used_by_others[name] = None
        if is_constructor_name(name):
            self._variant(last_component(name))

    def _variant(self, name):
        if name not in self.variants and name not in builtins.OWNERS:
            self.uses_foreign_variants = True

    # The walk

    def visit_function(self, decl):
        self.function_name = decl.name
        self.location = 'in fn `%s`' % decl.name
        for example in decl.examples:
            for arg in example.args:
                self._walk(arg)
            self._walk(example.expected)
        for param in decl.params:
            self.visit_type(param.type)
            self._begin(Binding(param.name, -1, None, None))
        self.visit_type(decl.return_type)
        self._walk(decl.body)
        self._end(0)

    def _walk(self, root):
        self.tasks = [Task(root, None, -1)]
        while len(self.tasks) > 0:
            task = self.tasks.pop()
            node = task.node
            binding = task.binding
            if node is not None:
                below = []
                self._visit(node, below)
                i = len(below) - 1
                while i >= 0:
                    self.tasks.append(below[i])
                    i -= 1
            elif binding is not None:
                self._begin(binding)
            else:
                self._end(task.mark)

    def _visit(self, node, below):
        """Look at ``node`` and add the Tasks directly below it, in order."""
        if isinstance(node, tree.Block):
            self._block(node, below)
        elif isinstance(node, tree.Var):
            self._mention(node.name)
        elif isinstance(node, tree.StrLit):
            if node.value in self.functions:
                self._mention(node.value)       # a handler that is named in a text
        elif isinstance(node, tree.Match):
            _add(below, node.scrutinee)
            for arm in node.arms:
                _add(below, arm)
        elif isinstance(node, tree.Arm):
            mark = len(self.log)
            self._pattern(node.pattern)
            _add(below, node.body)
            below.append(Task(None, None, mark))
        elif isinstance(node, tree.Lambda):
            mark = len(self.log)
            for param in node.params:
                self.visit_type(param.type)
                self._begin(Binding(param.name, -1, None, None))
            self.visit_type(node.return_type)
            _add(below, node.body)
            below.append(Task(None, None, mark))
        elif isinstance(node, tree.Expr):
            self._expr(node, below)

    def _block(self, block, below):
        mark = len(self.log)
        for statement in block.statements:
            if isinstance(statement, tree.Let):
                type = statement.type
                if type is not None:
                    self.visit_type(type)
                _add(below, statement.value)
                below.append(Task(None, Binding(
                    statement.name, statement.name_offset, statement.value, None), -1))
            elif isinstance(statement, tree.ExprStatement):
                _add(below, statement.expr)
        _add(below, block.result)
        below.append(Task(None, None, mark))

    def _expr(self, expr, below):
        if isinstance(expr, tree.BinOp):
            _add(below, expr.lhs)
            _add(below, expr.rhs)
        elif isinstance(expr, tree.Call):
            _add(below, expr.callee)
            _add_all(below, expr.args)
        elif isinstance(expr, tree.BlockExpr):
            _add(below, expr.block)
        elif isinstance(expr, tree.If):
            _add(below, expr.cond)
            _add(below, expr.then_block)
            _add(below, expr.else_block)
        elif isinstance(expr, tree.Pipe):
            _add(below, expr.left)
            _add(below, expr.right)
        elif isinstance(expr, tree.Try):
            _add(below, expr.expr)
        elif isinstance(expr, tree.Field):
            _add(below, expr.value)
        elif isinstance(expr, tree.UnaryOp):
            _add(below, expr.expr)
        elif isinstance(expr, tree.RecordLit):
            for field in expr.fields:
                _add(below, field.value)
        elif isinstance(expr, tree.TupleLit):
            _add_all(below, expr.items)
        elif isinstance(expr, tree.ListLit):
            _add_all(below, expr.items)
        elif isinstance(expr, tree.Ascription):
            self.visit_type(expr.type)
            _add(below, expr.expr)

    def _pattern(self, pattern):
        """Bind the names of a pattern; the parser limits how deep it nests."""
        if isinstance(pattern, tree.VarPattern):
            if is_constructor_name(pattern.name):
                self._variant(pattern.name)
            else:
                self._begin(Binding(pattern.name, pattern.offset, None, None))
        elif isinstance(pattern, tree.ConstructorPattern):
            self._variant(pattern.name)
            for item in pattern.args:
                self._pattern(item)
        elif isinstance(pattern, tree.TuplePattern):
            for item in pattern.items:
                self._pattern(item)
        elif isinstance(pattern, tree.RecordPattern):
            for field in pattern.fields:
                inner = field.pattern
                if inner is None:
                    self._begin(Binding(field.name, field.offset, None, None))
                else:
                    self._pattern(inner)

    def visit_type(self, type):
        """Note the imports that a type mentions; the parser limits its depth."""
        if isinstance(type, tree.NamedType):
            dot = type.name.find('.')
            if dot > 0:
                self.used[type.name[:dot]] = None
            self._types(type.args)
        elif isinstance(type, tree.RecordType):
            for spread in type.spreads:
                dot = spread.find('.')
                if dot > 0:
                    self.used[spread[:dot]] = None
            for field in type.fields:
                self.visit_type(field.type)
        elif isinstance(type, tree.TupleType):
            self._types(type.items)
        elif isinstance(type, tree.FunctionType):
            self._types(type.params)
            self.visit_type(type.ret)
        elif isinstance(type, tree.UnionType):
            for variant in type.variants:
                payload = variant.payload
                if payload is not None:
                    self.visit_type(payload)
        elif isinstance(type, tree.RefinedType):
            self.visit_type(type.base)

    def _types(self, types):
        for type in types:
            self.visit_type(type)


def _add(below, node):
    below.append(Task(node, None, -1))


def _add_all(below, exprs):
    for expr in exprs:
        below.append(Task(expr, None, -1))
