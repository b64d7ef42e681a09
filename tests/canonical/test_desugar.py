"""The desugaring rules, on hand-built surface trees."""

from interpreter.canonical import tree
from interpreter.canonical.desugar import canonicalize, desugar_expr, desugar_type
from interpreter.canonical.patterns import desugar_pattern
from interpreter.source import tree as surface
from tests.canonical.outline import outline


def var(name):
    return surface.Var(name)


def num(value):
    return surface.IntLit(value)


def call(callee, *args):
    return surface.Call(callee, list(args))


def block(*statements):
    """The last statement is the result expression."""
    wrapped = []
    for statement in statements[:-1]:
        if isinstance(statement, surface.Expr):
            statement = surface.ExprStatement(statement)
        wrapped.append(statement)
    return surface.Block(wrapped, statements[-1])


def let(name, value, type=None):
    return surface.Let(name, type, value)


def desugared(expr):
    return outline(desugar_expr(expr))


def test_uppercase_names_are_constructors():
    assert desugared(var('Foo')) == 'Foo()'
    assert desugared(var('m_12345678.Foo')) == 'Foo()'
    assert desugared(call(var('m_12345678.Foo'), num(1))) == 'Foo(1)'
    assert desugared(call(var('m_12345678.foo'), num(1))) == 'm_12345678.foo[1]'
    assert desugared(var('_Foo')) == '_Foo'


def test_uppercase_field_call_stays_a_call():
    expr = call(surface.Field(var('m'), 'Foo'), num(1))
    assert desugared(expr) == 'm.Foo[1]'


def test_statement_runs_become_blocks_between_lets():
    body = block(num(1), num(2), let('a', num(3)), num(4), var('a'))
    assert desugared(surface.BlockExpr(body)) == \
        '{1; 2; let a = 3 in {4; a}}'


def test_nested_blocks_leave_no_node():
    inner = surface.BlockExpr(block(num(1)))
    assert desugared(surface.BlockExpr(block(inner))) == '1'


def test_pipe_works_on_the_canonical_right_side():
    x = var('x')
    f = var('f')
    pipe = surface.Pipe
    assert desugared(pipe(x, f)) == 'f[x]'
    assert desugared(pipe(x, call(f, num(1)))) == 'f[x, 1]'
    assert desugared(pipe(x, pipe(var('a'), f))) == 'f[x, a]'
    assert desugared(pipe(x, call(call(f, num(1)), num(2)))) == 'f[1][x, 2]'
    assert desugared(pipe(x, var('Some'))) == 'Some(x)'
    assert desugared(pipe(x, call(var('Pair'), num(1)))) == 'Pair(x, 1)'
    in_block = surface.BlockExpr(block(call(var('h'), num(1))))
    assert desugared(pipe(x, in_block)) == 'h[x, 1]'
    tried = surface.Try(var('g'))
    assert desugared(pipe(x, tried)) == \
        'match g {Ok(v) => v, Err(e) => return Err(e)}[x]'


def test_try_and_if_become_matches():
    assert desugared(surface.Try(call(var('f')))) == \
        'match f[] {Ok(v) => v, Err(e) => return Err(e)}'
    assert desugared(surface.If(var('c'), block(num(1)), block(num(2)))) == \
        'match c {true => 1, false => 2}'


def test_ascription_becomes_a_let():
    int_type = surface.NamedType('Int', [])
    result = desugar_expr(surface.Ascription(var('e'), int_type))
    assert outline(result) == 'let __ascription = e in __ascription'
    assert isinstance(result.type, tree.NamedType)


def test_record_fields_are_sorted_stably():
    fields = [surface.RecordField('b', num(1)), surface.RecordField('a', num(2)),
              surface.RecordField('b', num(3)), surface.RecordField('B', num(4))]
    assert desugared(surface.RecordLit(fields)) == '{B: 4, a: 2, b: 1, b: 3}'


def test_operators_are_not_folded():
    assert desugared(surface.UnaryOp('-', num(5))) == '-(5)'
    assert desugared(surface.BinOp('+', num(1), num(2))) == '(1 + 2)'


def test_patterns():
    shorthand = surface.PatternField('N', None)
    full = surface.PatternField('a', surface.VarPattern('Red'))
    pattern = desugar_pattern(surface.RecordPattern([full, shorthand]))
    assert [field.name for field in pattern.fields] == ['N', 'a']
    assert isinstance(pattern.fields[0].pattern, tree.PVar)
    assert isinstance(pattern.fields[1].pattern, tree.PConstructor)


def test_record_types_and_unions_are_sorted_but_spread_records_are_not():
    def fields():
        return [surface.TypeField('b', surface.NamedType('Int', [])),
                surface.TypeField('a', surface.NamedType('Int', []))]

    plain = desugar_type(surface.RecordType([], fields()))
    spread = desugar_type(surface.RecordType(['Base'], fields()))
    union = desugar_type(surface.UnionType(
        [surface.UnionVariant('Z', None), surface.UnionVariant('A', None)]))
    assert [field.name for field in plain.fields] == ['a', 'b']
    assert [field.name for field in spread.fields] == ['b', 'a']
    assert [variant.name for variant in union.variants] == ['A', 'Z']


def test_function_effects_keep_their_order_and_lambda_effects_do_not():
    def effects():
        return [surface.Effect('net', '', '', 0), surface.Effect('io', '', '', 0)]

    unit = surface.NamedType('Unit', [])
    function = surface.FnDecl('f', [], [], effects(), None, unit, [],
                              block(surface.UnitLit()))
    stage, = canonicalize(surface.Program([function]))
    assert [effect.name for effect in stage.effects] == ['net', 'io']
    result = desugar_expr(surface.Lambda([], effects(), None, unit,
                                         block(surface.UnitLit())))
    assert [effect.name for effect in result.effects] == ['io', 'net']


def test_offsets_are_kept():
    expr = surface.Pipe(var('x'), var('f'))
    expr.offset = 7
    assert desugar_expr(expr).offset == 7


def test_long_chains():
    x = var('x')
    for _ in range(5000):
        x = surface.BinOp('+', x, num(1))
    for _ in range(5000):
        x = surface.Pipe(x, var('f'))
    for _ in range(5000):
        x = call(surface.Field(x, 'm'))
    for _ in range(5000):
        x = surface.Try(surface.UnaryOp('-', x))
    for _ in range(5000):
        x = call(surface.Field(var('str'), 'concat'), x, num(1))
    assert isinstance(desugar_expr(x), tree.Call)
