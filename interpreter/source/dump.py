"""A one-line dump of a surface expression, for error messages.

The form is that of Rust's debug output.  The dump is driven by an explicit
stack, since operator chains make trees of any depth.
"""

from rpython.rlib.rstring import StringBuilder

from interpreter.source import debug, tree

_OPERATORS = {
    '+': 'Add', '-': 'Sub', '*': 'Mul', '/': 'Div', '%': 'Mod',
    '==': 'Eq', '!=': 'Neq', '<': 'Lt', '<=': 'Lte', '>': 'Gt', '>=': 'Gte',
    'and': 'And', 'or': 'Or',
}


def dump_expr(expr):
    """``Lit(Int(3))``, ``Call { callee: Var("f"), args: [] }``, ..."""
    dump = _Dump()
    dump.node(expr)
    return dump.run()


class _Text(tree.Node):
    def __init__(self, text):
        self.text = text


class _Dump(object):
    """``pending`` holds what is still to be written, last first; ``parts``
    collects, in order, what the node just being expanded consists of."""

    def __init__(self):
        self.pending = []
        self.parts = []

    def run(self):
        builder = StringBuilder()
        self._schedule()
        while len(self.pending) > 0:
            node = self.pending.pop()
            if isinstance(node, _Text):
                builder.append(node.text)
            else:
                self._expand(node)
                self._schedule()
        return builder.build()

    def _schedule(self):
        parts = self.parts
        for i in range(len(parts) - 1, -1, -1):
            self.pending.append(parts[i])
        self.parts = []

    # Building blocks

    def text(self, text):
        self.parts.append(_Text(text))

    def node(self, node):
        self.parts.append(node)

    def name(self, before, name):
        self.text(before + debug.string_debug(name))

    def field(self, before, node):
        self.text(before)
        self.node(node)

    def wrapped(self, before, node):
        self.field(before + '(', node)
        self.text(')')

    def option(self, before, node):
        if node is None:
            self.text(before + 'None')
        else:
            self.wrapped(before + 'Some', node)

    def _separator(self, i):
        if i > 0:
            self.text(', ')

    def exprs(self, before, items):
        self.text(before + '[')
        for i in range(len(items)):
            self._separator(i)
            self.node(items[i])
        self.text(']')

    def types(self, before, items):
        self.text(before + '[')
        for i in range(len(items)):
            self._separator(i)
            self.node(items[i])
        self.text(']')

    def patterns(self, before, items):
        self.text(before + '[')
        for i in range(len(items)):
            self._separator(i)
            self.node(items[i])
        self.text(']')

    def params(self, before, items):
        self.text(before + '[')
        for i in range(len(items)):
            self._separator(i)
            self.name('Param { name: ', items[i].name)
            self.field(', ty: ', items[i].type)
            self.text(' }')
        self.text(']')

    def row(self, effects, row_var):
        self.text(', effects: [')
        for i in range(len(effects)):
            self._separator(i)
            self._effect(effects[i])
        self.text('], effect_row_var: ')
        if row_var is None:
            self.text('None')
        else:
            self.name('Some(', row_var)
            self.text(')')

    def _effect(self, effect):
        self.name('Effect { name: ', effect.name)
        kind = effect.arg_kind
        if kind == '':
            self.text(', arg: None }')
        elif kind == 'Int':
            self.text(', arg: Some(Int(%d)) }' % effect.arg_int)
        else:
            self.name(', arg: Some(' + kind + '(', effect.arg_text)
            self.text(')) }')

    # Nodes

    def _expand(self, node):
        if isinstance(node, tree.Expr):
            if not self._literal(node):
                self._expr(node)
        elif isinstance(node, tree.Type):
            self._type(node)
        elif isinstance(node, tree.Pattern):
            self._pattern(node)
        elif isinstance(node, tree.Block):
            self._block(node)
        elif isinstance(node, tree.Let):
            self.name('Let { name: ', node.name)
            self.option(', ty: ', node.type)
            self.field(', value: ', node.value)
            self.text(' }')
        elif isinstance(node, tree.ExprStatement):
            self.wrapped('Expr', node.expr)

    def _block(self, block):
        self.text('Block { statements: [')
        for i in range(len(block.statements)):
            self._separator(i)
            self.node(block.statements[i])
        self.field('], result: ', block.result)
        self.text(' }')

    def _literal(self, node):
        if isinstance(node, tree.IntLit):
            self.text('Lit(Int(%d))' % node.value)
        elif isinstance(node, tree.FloatLit):
            self.text('Lit(Float(' + debug.float_debug(node.value) + '))')
        elif isinstance(node, tree.StrLit):
            self.text('Lit(Str(' + debug.string_debug(node.value) + '))')
        elif isinstance(node, tree.BytesLit):
            self.text('Lit(Bytes(' + debug.bytes_debug(node.value) + '))')
        elif isinstance(node, tree.BoolLit):
            self.text('Lit(Bool(true))' if node.value else 'Lit(Bool(false))')
        elif isinstance(node, tree.UnitLit):
            self.text('Lit(Unit)')
        else:
            return False
        return True

    def _expr(self, node):
        if isinstance(node, tree.Var):
            self.name('Var(', node.name)
            self.text(')')
        elif isinstance(node, tree.BlockExpr):
            self.wrapped('Block', node.block)
        elif isinstance(node, tree.Call):
            self.field('Call { callee: ', node.callee)
            self.exprs(', args: ', node.args)
            self.text(' }')
        elif isinstance(node, tree.Pipe):
            self.field('Pipe { left: ', node.left)
            self.field(', right: ', node.right)
            self.text(' }')
        elif isinstance(node, tree.Try):
            self.wrapped('Try', node.expr)
        elif isinstance(node, tree.Field):
            self.field('Field { value: ', node.value)
            self.name(', field: ', node.name)
            self.text(' }')
        elif isinstance(node, tree.BinOp):
            self.field('BinOp { op: ' + _OPERATORS[node.op] + ', lhs: ',
                       node.lhs)
            self.field(', rhs: ', node.rhs)
            self.text(' }')
        elif isinstance(node, tree.UnaryOp):
            op = 'Neg' if node.op == '-' else 'Not'
            self.field('UnaryOp { op: ' + op + ', expr: ', node.expr)
            self.text(' }')
        elif isinstance(node, tree.If):
            self.field('If { cond: ', node.cond)
            self.field(', then_block: ', node.then_block)
            self.field(', else_block: ', node.else_block)
            self.text(' }')
        else:
            self._aggregate(node)

    def _aggregate(self, node):
        if isinstance(node, tree.Match):
            self.field('Match { scrutinee: ', node.scrutinee)
            self.text(', arms: [')
            for i in range(len(node.arms)):
                self._separator(i)
                self.field('Arm { pattern: ', node.arms[i].pattern)
                self.field(', body: ', node.arms[i].body)
                self.text(' }')
            self.text('] }')
        elif isinstance(node, tree.RecordLit):
            self.text('RecordLit([')
            for i in range(len(node.fields)):
                self._separator(i)
                self.name('RecordLitField { name: ', node.fields[i].name)
                self.field(', value: ', node.fields[i].value)
                self.text(' }')
            self.text('])')
        elif isinstance(node, tree.TupleLit):
            self.exprs('TupleLit(', node.items)
            self.text(')')
        elif isinstance(node, tree.ListLit):
            self.exprs('ListLit(', node.items)
            self.text(')')
        elif isinstance(node, tree.Lambda):
            self.params('Lambda(Lambda { params: ', node.params)
            self.field(', return_type: ', node.return_type)
            self.row(node.effects, node.effect_row_var)
            self.field(', body: ', node.body)
            self.text(' })')
        elif isinstance(node, tree.Ascription):
            self.field('Ascription { value: ', node.expr)
            self.field(', ty: ', node.type)
            self.text(' }')

    def _type(self, node):
        if isinstance(node, tree.NamedType):
            self.name('Named { name: ', node.name)
            self.types(', args: ', node.args)
            self.text(' }')
        elif isinstance(node, tree.TupleType):
            self.types('Tuple(', node.items)
            self.text(')')
        elif isinstance(node, tree.FunctionType):
            self.types('Function { params: ', node.params)
            self.row(node.effects, node.effect_row_var)
            self.field(', ret: ', node.ret)
            self.text(' }')
        elif isinstance(node, tree.RefinedType):
            self.field('Refined { base: ', node.base)
            self.name(', binding: ', node.binding)
            self.field(', predicate: ', node.predicate)
            self.text(' }')
        elif isinstance(node, tree.RecordType):
            self._record_type(node)

    def _record_type(self, node):
        spreads = len(node.spreads) > 0
        if spreads:
            self.text('RecordWithSpreads { spreads: [')
            for i in range(len(node.spreads)):
                self._separator(i)
                self.name('', node.spreads[i])
            self.text('], fields: [')
        else:
            self.text('Record([')
        for i in range(len(node.fields)):
            self._separator(i)
            self.name('TypeField { name: ', node.fields[i].name)
            self.field(', ty: ', node.fields[i].type)
            self.text(' }')
        self.text('] }' if spreads else '])')

    def _pattern(self, node):
        if isinstance(node, tree.LiteralPattern):
            self.node(node.literal)
        elif isinstance(node, tree.VarPattern):
            self.name('Var(', node.name)
            self.text(')')
        elif isinstance(node, tree.WildPattern):
            self.text('Wild')
        elif isinstance(node, tree.ConstructorPattern):
            self.name('Constructor { name: ', node.name)
            self.patterns(', args: ', node.args)
            self.text(' }')
        elif isinstance(node, tree.TuplePattern):
            self.patterns('Tuple(', node.items)
            self.text(')')
        elif isinstance(node, tree.RecordPattern):
            self.text('Record { fields: [')
            for i in range(len(node.fields)):
                self._separator(i)
                self.name('RecordPatField { name: ', node.fields[i].name)
                self.option(', pattern: ', node.fields[i].pattern)
                self.text(' }')
            self.text('] }')
