"""The layout of expressions, statements and blocks.

Parentheses stand only where the tree needs them.  Chains of operators and calls, which
may have any length, are walked in loops.
"""

from interpreter.layout.reader import find
from interpreter.source import tokens, tree

# How strongly expressions hold together; between PIPE and PREFIX are the operators.
ANY = 0
PIPE = 1
PREFIX = 8
POSTFIX = 9


def _operator_strengths():
    strengths = {}
    for kind in range(len(tokens.NAMES)):
        if tokens.PRECEDENCE[kind] > 0:
            strengths[tokens.SPELLING[kind]] = PIPE + tokens.PRECEDENCE[kind]
    return strengths


OPERATORS = _operator_strengths()


class ExpressionLayout(object):
    """Mixed into the layout."""

    def expr(self, expr, strength=ANY, follows=False):
        """An expression where one is read that holds together at least so strongly.
        One that ``follows`` another without a sign between must not start with one."""
        spine = []
        enclosed = []
        while True:
            inner = self._first_operand(expr)
            if inner is None:
                break
            own = _strength(expr)
            is_enclosed = own < strength
            if is_enclosed:
                self.page.write('(')
                follows = False
            spine.append(expr)
            enclosed.append(is_enclosed)
            strength = own
            expr = inner
        self._innermost(expr, strength, follows)
        while len(spine) > 0:
            self._rest(spine.pop())
            if enclosed.pop():
                self.page.write(')')

    def _first_operand(self, expr):
        """What an expression starts with, None if it is no chain."""
        if expr in self.interpolations:
            return None
        if isinstance(expr, tree.BinOp):
            return expr.lhs
        if isinstance(expr, tree.Pipe):
            return expr.left
        if isinstance(expr, tree.Call):
            return expr.callee
        if isinstance(expr, tree.Field):
            return expr.value
        if isinstance(expr, tree.Try):
            return expr.expr
        return None

    def _rest(self, expr):
        """What follows the first operand."""
        page = self.page
        if isinstance(expr, tree.BinOp):
            self._right_operand(expr.op, expr.rhs, OPERATORS[expr.op] + 1)
        elif isinstance(expr, tree.Pipe):
            self._right_operand('|>', expr.right, PIPE + 1)
        elif isinstance(expr, tree.Call):
            self.exprs(page.open('(', expr.end - 1, ')'), expr.args)
        elif isinstance(expr, tree.Field):
            page.write('.' + expr.name)
        else:
            assert isinstance(expr, tree.Try)
            page.write('?')

    def _right_operand(self, op, expr, strength):
        page = self.page
        page.space()
        page.before(expr.offset)
        page.write(op)
        page.space()
        self.expr(expr, strength)

    def exprs(self, group, exprs):
        for expr in exprs:
            self.page.item(group, expr.offset)
            self.expr(expr)
        self.page.close(group)

    def _innermost(self, expr, strength, follows):
        page = self.page
        if expr in self.interpolations:
            page.write(self.interpolations[expr].text(self.text))
        elif isinstance(expr, tree.UnaryOp):
            is_enclosed = strength > PREFIX or (follows and expr.op == '-')
            if is_enclosed:
                page.write('(')
            self._prefixed(expr)
            if is_enclosed:
                page.write(')')
        elif isinstance(expr, tree.Var):
            page.write(expr.name)
        elif isinstance(expr, tree.UnitLit):
            page.write('()')
        elif isinstance(expr, tree.If):
            self._if(expr)
        elif isinstance(expr, tree.Match):
            self._match(expr)
        elif isinstance(expr, tree.BlockExpr):
            self.block(expr.block)
        elif isinstance(expr, tree.Lambda):
            self._lambda(expr)
        elif isinstance(expr, tree.RecordLit):
            self._record(expr)
        elif isinstance(expr, tree.TupleLit):
            self._tuple(expr)
        elif isinstance(expr, tree.ListLit):
            self.exprs(page.open('[', expr.end - 1, ']'), expr.items)
        elif isinstance(expr, tree.Ascription):
            self._ascription(expr)
        else:
            self._literal(expr.offset, expr.end)

    def _literal(self, start, end):
        assert start >= 0
        assert end >= 0
        self.page.write(self.text[start:end])

    def _prefixed(self, expr):
        inner = expr
        while isinstance(inner, tree.UnaryOp):
            self.page.write(inner.op)
            if inner.op == 'not':
                self.page.space()
            inner = inner.expr
        self.page.before(inner.offset)
        self.expr(inner, POSTFIX)

    # Control

    def _if(self, expr):
        page = self.page
        page.write('if')
        page.space()
        page.before(expr.cond.offset)
        self.expr(expr.cond)
        page.space()
        self.block(expr.then_block)
        page.write(' else ')
        self.block(expr.else_block)

    def _match(self, expr):
        page = self.page
        page.write('match')
        page.space()
        page.before(expr.scrutinee.offset)
        self.expr(expr.scrutinee)
        page.write(' {')
        page.depth += 1
        for arm in expr.arms:
            page.line(arm.offset)
            self.pattern(arm.pattern)
            page.write(' =>')
            page.space()
            page.before(arm.body.offset)
            self.expr(arm.body)
            page.write(',')
        self.end_block(expr.end - 1)

    def _lambda(self, expr):
        page = self.page
        page.write('fn ')
        self.params(expr.params, expr.offset)
        self.result_type(expr.effects, expr.effect_row_var, expr.return_type)
        page.space()
        self.block(expr.body)

    # Aggregates

    def _record(self, expr):
        page = self.page
        group = page.open('{ ', expr.end - 1, '}')
        for field in expr.fields:
            page.item(group, field.offset)
            page.write(field.name)
            value = field.value
            if value.offset == field.offset:
                continue                # the name alone stands for both
            page.write(':')
            page.space()
            page.before(value.offset)
            self.expr(value)
        page.close(group)

    def _tuple(self, expr):
        page = self.page
        group = page.open('(', expr.end - 1, ')')
        if len(expr.items) == 1 and not group.is_broken:
            self.expr(expr.items[0])
            page.write(',')
            page.close(group)
        else:
            self.exprs(group, expr.items)

    def _ascription(self, expr):
        page = self.page
        page.write('(')
        page.before(expr.expr.offset)
        self.expr(expr.expr)
        page.write(' ::')
        page.space()
        page.before(expr.type.offset)
        self.type(expr.type)
        page.write(')')

    # Blocks

    def block(self, block):
        page = self.page
        page.write('{')
        page.depth += 1
        follows = False
        for statement in block.statements:
            page.line(statement.offset)
            if isinstance(statement, tree.Let):
                self._let(statement)
            else:
                assert isinstance(statement, tree.ExprStatement)
                self.expr(statement.expr, ANY, follows)
            follows = True
        page.line(block.result.offset)
        self.expr(block.result, ANY, follows)
        self.end_block(block.end - 1)

    def end_block(self, closer):
        page = self.page
        page.line(closer)
        page.depth -= 1
        page.write('}')

    def _let(self, let):
        page = self.page
        page.write('let ' + self.bound_name(let.name, let.name_offset))
        type = let.type
        if type is not None:
            page.write(' ::')
            page.space()
            page.before(type.offset)
            self.type(type)
        page.write(' :=')
        page.space()
        page.before(let.value.offset)
        self.expr(let.value)

    def examples(self, name, examples, start):
        """The cases; the brace before them is the first behind ``start``."""
        page = self.page
        page.depth += 1
        page.line(start)
        page.write('examples {')
        page.depth += 1
        for i in range(len(examples)):
            if i > 0:
                page.write(',')
            self._example(name, examples[i])
        end = find(self.text, tokens.LBRACE, start)
        self.end_block(self.page.comments.partners.get(end, end))
        page.depth -= 1
        page.line(end)

    def _example(self, name, example):
        page = self.page
        page.line(example.offset)
        page.write(name)
        start = -1
        if page.is_waiting():
            start = find(self.text, tokens.LPAREN, example.offset)
        self.exprs(page.open_at('(', start, ')'), example.args)
        page.write(' =>')
        page.space()
        page.before(example.expected.offset)
        self.expr(example.expected)


def _strength(expr):
    """How strongly a chain holds its first operand, and its other parts."""
    if isinstance(expr, tree.BinOp):
        return OPERATORS[expr.op]
    if isinstance(expr, tree.Pipe):
        return PIPE
    return POSTFIX
