"""Warnings about programs that are correct but probably not meant so.

They concern the entry file only, as it was written.  docs/types.rst,
"Warnings", lists them.
"""

from interpreter.canonical.patterns import desugar_pattern
from interpreter.check.coverage import Coverage, TooManyPatterns
from interpreter.diagnostics.diagnosis import WARNING, Diagnosis, Span
from interpreter.source import tree

# Operations of std.net that take a handler's name, and what to use instead.
SERVERS_BY_NAME = {
    'serve': 'serve_fn / serve_routed',
    'serve_tls': 'serve_fn (TLS via ServeOpts) / serve_quic_fn',
    'serve_ws': 'serve_ws_fn',
    'serve_with': 'serve_fn_with / serve_routed_with',
    'serve_quic': 'serve_quic_fn / serve_quic_routed',
}

ORDERINGS = ['<', '<=', '>', '>=']


class LintWarning(object):
    """``location`` names the function, ``span`` is the exact place and ``way_out``
    what to do.  Advice does not fail a strict check."""
    is_advice = False

    def __init__(self, code, message, location, span, way_out):
        self.code = code
        self.message = message
        self.location = location
        self.span = span
        self.way_out = way_out
        self.offset = span.start

    def explained(self):
        """The Diagnosis."""
        result = Diagnosis(self.message, self.span)
        result.severity = WARNING
        result.code = self.code
        result.help(self.way_out)
        return result


def lint(program, path, table):
    """The LintWarnings about a source.tree.Program as the parser made it of the file
    ``path``, in the order of the text.

    ``table`` is the typedecls.TypeTable of the whole checked program.
    """
    linter = Linter(path, table)
    for item in program.items:
        if isinstance(item, tree.FnDecl):
            linter.functions[item.name] = None
        elif isinstance(item, tree.Import) and item.reference == 'std.net':
            linter.net_aliases[item.alias] = None
    for item in program.items:
        if isinstance(item, tree.FnDecl):
            linter.function(item)
    return linter.found


class Linter(object):
    """Walks over functions with a stack of its own: chains of operators and
    calls have any length."""

    def __init__(self, path, table):
        self.path = path
        self.coverage = Coverage(table)
        self.functions = {}
        self.net_aliases = {}
        self.found = []
        self.location = ''
        self.pending = []

    def function(self, decl):
        self.location = 'in fn `%s`' % decl.name
        self._params('parameter `', decl.params)
        self.pending = [decl.body]
        while len(self.pending) > 0:
            below = []
            self._node(self.pending.pop(), below)
            i = len(below) - 1
            while i >= 0:
                self.pending.append(below[i])
                i -= 1

    def _warn(self, code, message, node, end, way_out=''):
        """Warn of ``node``, which is marked up to ``end``."""
        self.found.append(LintWarning(code, message, self.location, Span(
            self.path, node.offset, end), way_out))

    def _node(self, node, below):
        """Look at ``node`` and add the nodes directly below it, in order."""
        if isinstance(node, tree.Block):
            for statement in node.statements:
                below.append(statement)
            below.append(node.result)
        elif isinstance(node, tree.Let):
            self._shadowing('`let ', node.name, node)
            below.append(node.value)
        elif isinstance(node, tree.ExprStatement):
            below.append(node.expr)
        elif isinstance(node, tree.Expr):
            self._expr(node, below)

    def _expr(self, expr, below):
        if isinstance(expr, tree.BinOp):
            self._operator(expr)
            below.append(expr.lhs)
            below.append(expr.rhs)
        elif isinstance(expr, tree.Call):
            self._call(expr.callee)
            below.append(expr.callee)
            _add_all(below, expr.args)
        elif isinstance(expr, tree.Match):
            self._match(expr)
            below.append(expr.scrutinee)
            for arm in expr.arms:
                below.append(arm.body)
        elif isinstance(expr, tree.Lambda):
            self._params('lambda parameter `', expr.params)
            below.append(expr.body)
        elif isinstance(expr, tree.BlockExpr):
            below.append(expr.block)
        elif isinstance(expr, tree.If):
            below.append(expr.cond)
            below.append(expr.then_block)
            below.append(expr.else_block)
        elif isinstance(expr, tree.Pipe):
            below.append(expr.left)
            below.append(expr.right)
        elif isinstance(expr, tree.Try):
            below.append(expr.expr)
        elif isinstance(expr, tree.Field):
            below.append(expr.value)
        elif isinstance(expr, tree.UnaryOp):
            below.append(expr.expr)
        elif isinstance(expr, tree.RecordLit):
            for field in expr.fields:
                below.append(field.value)
        elif isinstance(expr, tree.TupleLit):
            _add_all(below, expr.items)
        elif isinstance(expr, tree.ListLit):
            _add_all(below, expr.items)
        elif isinstance(expr, tree.Ascription):
            below.append(expr.expr)

    # The rules

    def _params(self, what, params):
        for param in params:
            self._shadowing(what, param.name, param)

    def _shadowing(self, what, name, node):
        if name in self.functions:
            self._warn('SHADOW_FN', what + name + '` shadows top-level function '
                       'of the same name', node, node.end, 'choose another name')

    def _operator(self, expr):
        if expr.op in ORDERINGS and (isinstance(expr.lhs, tree.StrLit) or
                                     isinstance(expr.rhs, tree.StrLit)):
            self._warn('STR_CMP', 'operator `' + expr.op + '` applied to a Str '
                       'literal; ordering on Str is lexicographic \xe2\x80\x94 use '
                       '`str.compare` or cast to Int if you want numeric ordering',
                       expr, expr.end)

    def _call(self, callee):
        if not isinstance(callee, tree.Field):
            return
        module = callee.value
        if isinstance(module, tree.Var) and module.name in self.net_aliases \
                and callee.name in SERVERS_BY_NAME:
            self._warn('NET_SERVE_NAMED', '`%s.%s` passes the handler by name '
                       '(looked up at runtime); its effect row is not type-checked '
                       'or propagated to the policy gate \xe2\x80\x94 prefer the '
                       'closure-based variant (%s) so handler effects are visible '
                       'and audited' % (module.name, callee.name,
                                        SERVERS_BY_NAME[callee.name]), callee,
                       callee.end)

    def _match(self, match):
        if _is_literal(match.scrutinee):
            return              # decided before anything is checked
        patterns = [desugar_pattern(arm.pattern) for arm in match.arms]
        try:
            missing = self.coverage.missing(patterns)
            if missing != '':
                self._warn('NON_EXHAUSTIVE_MATCH',
                           'match is not exhaustive: no arm for `%s`' % missing,
                           match, match.scrutinee.end,
                           'add an arm: `%s => ...`' % missing)
            for i in self.coverage.unreachable(patterns):
                self._warn('UNREACHABLE_ARM', 'arm is never taken: earlier arms '
                           'match all it matches', match.arms[i],
                           match.arms[i].pattern.end, 'remove it, or move it up')
        except TooManyPatterns:
            self._warn('MATCH_TOO_COMPLEX', 'the patterns of this match have too '
                       'many combinations to compare', match, match.scrutinee.end)


def _add_all(below, exprs):
    for expr in exprs:
        below.append(expr)


def _is_literal(expr):
    return (isinstance(expr, tree.IntLit) or isinstance(expr, tree.FloatLit) or
            isinstance(expr, tree.StrLit) or isinstance(expr, tree.BoolLit) or
            isinstance(expr, tree.BytesLit) or isinstance(expr, tree.UnitLit))
