"""Names of one file made unique for the merged program.

Declarations of an imported file get the file's prefix.  ``alias.name``, for
the alias of an imported file, becomes that file's mangled name.  Constructor
names, field names, labels and std aliases stay as they are.
"""

from interpreter.source import tree


# Length of what follows the file's stem and an underscore in a mangled name.
HASH_LENGTH = 8


class Scope(object):
    """The names bound around an expression."""

    def __init__(self):
        self._names = []
        self._counts = {}

    def mark(self):
        return len(self._names)

    def bind(self, name):
        self._names.append(name)
        self._counts[name] = self._counts.get(name, 0) + 1

    def leave(self, mark):
        """Forget what was bound since ``mark``."""
        while len(self._names) > mark:
            name = self._names.pop()
            self._counts[name] -= 1

    def binds(self, name):
        return self._counts.get(name, 0) > 0


class Mangler(object):
    """Rewrites the items of a file in place.

    ``declared`` holds the names that the file declares, ``imported`` maps
    its file aliases to prefixes.
    """

    def __init__(self, prefix, declared, imported):
        self.prefix = prefix
        self.declared = declared
        self.imported = imported
        self.scope = Scope()

    def qualify(self, name):
        if self.prefix == '':
            return name
        return self.prefix + '.' + name

    # Items

    def type_decl(self, decl):
        decl.name = self.qualify(decl.name)
        self.type(decl.definition)

    def fn_decl(self, decl):
        decl.name = self.qualify(decl.name)
        for example in decl.examples:
            self.exprs(example.args, 0)
            example.expected = self.expr(example.expected)
        self.function(decl.params, decl.return_type, decl.body)

    def function(self, params, return_type, body):
        scope = self.scope
        mark = scope.mark()
        for param in params:
            self.type(param.type)
            scope.bind(param.name)
        self.type(return_type)
        self.block(body)
        scope.leave(mark)

    # Types

    def type_name(self, name):
        dot = name.find('.')
        if dot >= 0:
            alias = name[:dot]
            if alias in self.imported:
                return self.imported[alias] + name[dot:]
            return name
        if name in self.declared:
            return self.qualify(name)
        return name

    def types(self, types):
        for type in types:
            self.type(type)

    def type(self, type):
        if isinstance(type, tree.NamedType):
            type.name = self.type_name(type.name)
            self.types(type.args)
        elif isinstance(type, tree.RecordType):
            for i in range(len(type.spreads)):
                type.spreads[i] = self.type_name(type.spreads[i])
            for field in type.fields:
                self.type(field.type)
        elif isinstance(type, tree.TupleType):
            self.types(type.items)
        elif isinstance(type, tree.FunctionType):
            self.types(type.params)
            self.type(type.ret)
        elif isinstance(type, tree.UnionType):
            for variant in type.variants:
                if variant.payload is not None:
                    self.type(variant.payload)
        elif isinstance(type, tree.RefinedType):
            self.type(type.base)

    # Blocks

    def block(self, block):
        scope = self.scope
        mark = scope.mark()
        for statement in block.statements:
            if isinstance(statement, tree.Let):
                if statement.type is not None:
                    self.type(statement.type)
                statement.value = self.expr(statement.value)
                scope.bind(statement.name)
            elif isinstance(statement, tree.ExprStatement):
                statement.expr = self.expr(statement.expr)
        block.result = self.expr(block.result)
        scope.leave(mark)

    # Expressions

    def exprs(self, items, first):
        for i in range(first, len(items)):
            items[i] = self.expr(items[i])

    def expr(self, expr):
        """The rewritten expression.  The left spine is walked in a loop,
        because chains of operators and calls have no limit."""
        spine = []
        while True:
            left = _left(expr)
            if left is None:
                break
            spine.append(expr)
            expr = left
        result = self.leaf(expr)
        for i in range(len(spine) - 1, -1, -1):
            self.rest(spine[i], result)
            result = spine[i]
        return result

    def rest(self, expr, left):
        """Put the rewritten ``left`` into ``expr`` and rewrite the rest."""
        if isinstance(expr, tree.BinOp):
            expr.lhs = left
            expr.rhs = self.expr(expr.rhs)
        elif isinstance(expr, tree.Pipe):
            expr.left = left
            expr.right = self.expr(expr.right)
        elif isinstance(expr, tree.Field):
            expr.value = left
        elif isinstance(expr, tree.Try):
            expr.expr = left
        elif isinstance(expr, tree.Call):
            if _is_name(expr.callee):
                expr.callee = self.leaf(expr.callee)
                expr.args[0] = left
                self.exprs(expr.args, 1)
            else:
                expr.callee = left
                self.exprs(expr.args, 0)

    def leaf(self, expr):
        """Rewrite an expression without a left part."""
        if isinstance(expr, tree.Var):
            return self.variable(expr)
        if isinstance(expr, tree.Field):
            return self.member(expr)
        if isinstance(expr, tree.Call):
            expr.callee = self.leaf(expr.callee)
        elif isinstance(expr, tree.UnaryOp):
            expr.expr = self.expr(expr.expr)
        elif isinstance(expr, tree.BlockExpr):
            self.block(expr.block)
        elif isinstance(expr, tree.If):
            expr.cond = self.expr(expr.cond)
            self.block(expr.then_block)
            self.block(expr.else_block)
        elif isinstance(expr, tree.Match):
            self.match(expr)
        elif isinstance(expr, tree.RecordLit):
            for field in expr.fields:
                field.value = self.expr(field.value)
        elif isinstance(expr, tree.TupleLit):
            self.exprs(expr.items, 0)
        elif isinstance(expr, tree.ListLit):
            self.exprs(expr.items, 0)
        elif isinstance(expr, tree.Lambda):
            self.function(expr.params, expr.return_type, expr.body)
        elif isinstance(expr, tree.Ascription):
            expr.expr = self.expr(expr.expr)
            self.type(expr.type)
        return expr

    def variable(self, var):
        if var.name in self.declared and not self.scope.binds(var.name):
            var.name = self.qualify(var.name)
        return var

    def member(self, field):
        value = field.value
        assert isinstance(value, tree.Var)
        alias = value.name
        if alias in self.imported and not self.scope.binds(alias):
            var = tree.Var(self.imported[alias] + '.' + field.name)
            var.offset = field.offset
            var.end = field.end
            return var
        field.value = self.variable(value)
        return field

    def match(self, match):
        match.scrutinee = self.expr(match.scrutinee)
        scope = self.scope
        for arm in match.arms:
            mark = scope.mark()
            self.bind_pattern(arm.pattern)
            arm.body = self.expr(arm.body)
            scope.leave(mark)

    def bind_pattern(self, pattern):
        if isinstance(pattern, tree.VarPattern):
            self.scope.bind(pattern.name)
        elif isinstance(pattern, tree.ConstructorPattern):
            for item in pattern.args:
                self.bind_pattern(item)
        elif isinstance(pattern, tree.TuplePattern):
            for item in pattern.items:
                self.bind_pattern(item)
        elif isinstance(pattern, tree.RecordPattern):
            for field in pattern.fields:
                if field.pattern is None:
                    self.scope.bind(field.name)
                else:
                    self.bind_pattern(field.pattern)


def plain_name(name):
    """``STEM_HHHHHHHH.name`` -> ``STEM.name``; other names as they are."""
    dot = name.find('.')
    start = dot - HASH_LENGTH
    if start < 1 or name[start - 1] != '_':
        return name
    for i in range(start, dot):
        if '0123456789abcdef'.find(name[i]) < 0:
            return name
    stem = start - 1
    assert stem >= 0
    assert dot >= 0
    return name[:stem] + name[dot:]


def _is_name(expr):
    """A variable or a member of one."""
    if isinstance(expr, tree.Field):
        expr = expr.value
    return isinstance(expr, tree.Var)


def _left(expr):
    """The part of ``expr`` in which chains continue, or None."""
    if isinstance(expr, tree.BinOp):
        return expr.lhs
    if isinstance(expr, tree.Pipe):
        return expr.left
    if isinstance(expr, tree.Try):
        return expr.expr
    if isinstance(expr, tree.Field):
        if isinstance(expr.value, tree.Var):
            return None
        return expr.value
    if isinstance(expr, tree.Call):
        if not _is_name(expr.callee):
            return expr.callee
        if len(expr.args) > 0:
            return expr.args[0]
    return None
