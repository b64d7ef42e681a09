"""The variables that a lambda takes from around it."""

from interpreter.canonical import tree


class _FreeVars(object):

    def __init__(self):
        self.bound = {}                 # name -> how many binders are open
        self.seen = {}
        self.names = []                 # in order of first mention

    def bind(self, name):
        self.bound[name] = self.bound.get(name, 0) + 1

    def unbind(self, name):
        self.bound[name] = self.bound[name] - 1

    def mention(self, name):
        if self.bound.get(name, 0) == 0 and name not in self.seen:
            self.seen[name] = None
            self.names.append(name)

    def all(self, exprs):
        for expr in exprs:
            self.visit(expr)

    def visit(self, expr):
        opened = []
        while isinstance(expr, tree.Let):
            self.visit(expr.value)
            self.bind(expr.name)
            opened.append(expr.name)
            expr = expr.body
        self.visit_one(expr)
        for name in opened:
            self.unbind(name)

    def visit_one(self, expr):
        if isinstance(expr, tree.BinOp):
            rights = []
            left = expr
            while isinstance(left, tree.BinOp):
                rights.append(left.rhs)
                left = left.lhs
            self.visit(left)
            while len(rights) > 0:
                self.visit(rights.pop())
        elif isinstance(expr, tree.Var):
            self.mention(expr.name)
        elif isinstance(expr, tree.Call):
            self.visit_call(expr)
        elif isinstance(expr, tree.Block):
            self.all(expr.statements)
            self.visit(expr.result)
        elif isinstance(expr, tree.Match):
            self.visit(expr.scrutinee)
            for arm in expr.arms:
                opened = []
                collect_binders(arm.pattern, opened)
                for name in opened:
                    self.bind(name)
                self.visit(arm.body)
                for name in opened:
                    self.unbind(name)
        elif isinstance(expr, tree.Constructor):
            self.all(expr.args)
        elif isinstance(expr, tree.TupleLit):
            self.all(expr.items)
        elif isinstance(expr, tree.ListLit):
            self.all(expr.items)
        elif isinstance(expr, tree.RecordLit):
            for field in expr.fields:
                self.visit(field.value)
        elif isinstance(expr, tree.FieldAccess):
            self.visit(expr.value)
        elif isinstance(expr, tree.UnaryOp):
            self.visit(expr.expr)
        elif isinstance(expr, tree.Return):
            self.visit(expr.value)
        elif isinstance(expr, tree.Lambda):
            for param in expr.params:
                self.bind(param.name)
            self.visit(expr.body)
            for param in expr.params:
                self.unbind(param.name)

    def visit_call(self, expr):
        """A pipeline nests calls in their first argument, as deep as it is
        long: walk down it first, then mention names from the inside out."""
        chain = []
        inner = expr
        while (isinstance(inner, tree.Call) and len(inner.args) > 0 and
               isinstance(inner.args[0], tree.Call)):
            chain.append(inner)
            self.visit(inner.callee)
            inner = inner.args[0]
        if isinstance(inner, tree.Call):
            self.visit(inner.callee)
            self.all(inner.args)
        while len(chain) > 0:
            outer = chain.pop()
            for i in range(1, len(outer.args)):
                self.visit(outer.args[i])


def collect_binders(pattern, names):
    """Append the names that ``pattern`` binds."""
    if isinstance(pattern, tree.PVar):
        names.append(pattern.name)
    elif isinstance(pattern, tree.PConstructor):
        for arg in pattern.args:
            collect_binders(arg, names)
    elif isinstance(pattern, tree.PTuple):
        for item in pattern.items:
            collect_binders(item, names)
    elif isinstance(pattern, tree.PRecord):
        for field in pattern.fields:
            collect_binders(field.pattern, names)


def free_vars(params, body):
    """-> the names that ``body`` mentions and neither it nor ``params``
    binds, in order of first mention."""
    walk = _FreeVars()
    for param in params:
        walk.bind(param.name)
    walk.visit(body)
    return walk.names
