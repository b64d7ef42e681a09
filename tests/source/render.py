"""Surface trees as short texts, for the expectations of the tests."""

from interpreter.source import parser, tree


def parse_expr(text):
    """The result expression of a body that consists of ``text``."""
    program = parser.parse('fn f() -> Int {\n' + text + '\n}')
    block = program.items[0].body
    assert block.statements == []
    return block.result


def show_expr(text):
    return show(parse_expr(text))


def show_body(text):
    return show_block(parser.parse('fn f() -> Int {' + text + '}').items[0].body)


def show_type(text):
    return typ(parser.parse('type T = ' + text).items[0].definition)


def show_pattern(text):
    return pat(parse_expr('match x { ' + text + ' => 1 }').arms[0].pattern)


def _list(render, items):
    return ', '.join([render(item) for item in items])


def show_block(block):
    return '{%s}' % '; '.join(
        [_statement(s) for s in block.statements] + [show(block.result)])


def _statement(statement):
    if isinstance(statement, tree.Let):
        type = '' if statement.type is None else ' :: ' + typ(statement.type)
        return 'let %s%s = %s' % (statement.name, type, show(statement.value))
    return show(statement.expr)


def effects(names, row_var):
    if not names and row_var is None:
        return ''
    shown = []
    for effect in names:
        arg = {'': '', 'Str': '("%s")' % effect.arg_text,
               'Int': '(%d)' % effect.arg_int,
               'Ident': '(%s)' % effect.arg_text}[effect.arg_kind]
        shown.append(effect.name + arg)
    tail = '' if row_var is None else ' | ' + row_var
    return '[' + ', '.join(shown) + tail + '] '


def params(items):
    return ', '.join(['%s :: %s' % (p.name, typ(p.type)) for p in items])


def show(e):
    name = e.__class__.__name__
    if name in ('IntLit', 'FloatLit', 'StrLit', 'BoolLit'):
        return repr(e.value)
    if name == 'BytesLit':
        return 'b' + repr(e.value)
    if name == 'UnitLit':
        return '()'
    if name == 'Var':
        return e.name
    if name == 'BlockExpr':
        return show_block(e.block)
    if name == 'Call':
        return '%s(%s)' % (show(e.callee), _list(show, e.args))
    if name == 'Pipe':
        return '(%s |> %s)' % (show(e.left), show(e.right))
    if name == 'Try':
        return show(e.expr) + '?'
    if name == 'Field':
        return '%s.%s' % (show(e.value), e.name)
    if name == 'BinOp':
        return '(%s %s %s)' % (show(e.lhs), e.op, show(e.rhs))
    if name == 'UnaryOp':
        return '(%s %s)' % (e.op, show(e.expr))
    if name == 'If':
        return 'if %s %s else %s' % (
            show(e.cond), show_block(e.then_block), show_block(e.else_block))
    if name == 'Match':
        return 'match %s [%s]' % (show(e.scrutinee), ', '.join(
            ['%s => %s' % (pat(a.pattern), show(a.body)) for a in e.arms]))
    if name == 'RecordLit':
        return 'record(%s)' % ', '.join(
            ['%s: %s' % (f.name, show(f.value)) for f in e.fields])
    if name == 'TupleLit':
        return 'tuple(%s)' % _list(show, e.items)
    if name == 'ListLit':
        return '[%s]' % _list(show, e.items)
    if name == 'Lambda':
        return 'fn (%s) -> %s%s %s' % (
            params(e.params), effects(e.effects, e.effect_row_var),
            typ(e.return_type), show_block(e.body))
    assert name == 'Ascription'
    return '(%s :: %s)' % (show(e.expr), typ(e.type))


def typ(t):
    name = t.__class__.__name__
    if name == 'NamedType':
        return t.name + ('[%s]' % _list(typ, t.args) if t.args else '')
    if name == 'RecordType':
        return '{%s}' % ', '.join(
            ['...' + s for s in t.spreads] +
            ['%s :: %s' % (f.name, typ(f.type)) for f in t.fields])
    if name == 'TupleType':
        return 'tuple(%s)' % _list(typ, t.items)
    if name == 'FunctionType':
        return '(%s) -> %s%s' % (_list(typ, t.params),
                                 effects(t.effects, t.effect_row_var),
                                 typ(t.ret))
    if name == 'UnionType':
        return 'union(%s)' % ', '.join(
            [v.name + ('' if v.payload is None else ' of ' + typ(v.payload))
             for v in t.variants])
    assert name == 'RefinedType'
    return '%s{%s | %s}' % (typ(t.base), t.binding, show(t.predicate))


def pat(p):
    name = p.__class__.__name__
    if name == 'LiteralPattern':
        return show(p.literal)
    if name == 'VarPattern':
        return p.name
    if name == 'WildPattern':
        return '_'
    if name == 'ConstructorPattern':
        return '%s(%s)' % (p.name, _list(pat, p.args))
    if name == 'TuplePattern':
        return 'tuple(%s)' % _list(pat, p.items)
    assert name == 'RecordPattern'
    return 'record(%s)' % ', '.join(
        [f.name if f.pattern is None else '%s: %s' % (f.name, pat(f.pattern))
         for f in p.fields])
