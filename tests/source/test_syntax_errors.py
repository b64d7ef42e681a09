import pytest

from interpreter.source import parser
from interpreter.source.errors import LexSourceError


def error(text):
    with pytest.raises(LexSourceError) as info:
        parser.parse(text)
    return info.value


def message(text):
    full = error(text).message
    assert full.startswith('parse error at byte ')
    return full[len('parse error at byte '):]


def body(text):
    """The message for a text that starts at byte 16 of a function."""
    return message('fn f() -> Int { ' + text)


@pytest.mark.parametrize('text, expected', [
    ('fn f(x: Int) -> Int { x }',
     '6: expected ColonColon after parameter name, got Colon'),
    ('fn f() { 1 }', '7: expected Arrow before return type, got LBrace'),
    ('fn f<T>(x :: T) -> T { x }', '4: expected LParen before params, got Lt'),
    ('fn f() -> Int = 1', '14: expected LBrace before block, got Eq'),
    ('fn f() -> Int', '13: expected LBrace before block, got EOF'),
    ('fn f() -> Int {', '15: expected expression, got None'),
    ('fn f() -> Int { 1 } }', '20: expected `import`, `type`, or `fn` at top '
     'level, got Some(RBrace)'),
    ('const X = 1', '0: expected `import`, `type`, or `fn` at top level, got '
     'Some(Ident("const"))'),
    ('fn f(x :: Int,, y :: Int) -> Int { 1 }',
     '14: expected identifier for parameter name, got Some(Comma)'),
    ('fn f(Arrow :: Int, ->',
     '19: expected identifier for parameter name, got Some(Arrow)'),
    ('fn f[]() -> Int { 1 }',
     '5: expected identifier in identifier list, got Some(RBracket)'),
    ('fn fn', '3: expected identifier for function name, got Some(Fn)'),
])
def test_functions(text, expected):
    assert message(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('let x = 1 x }', '22: expected ColonEq in let, got Eq'),
    ('let (a, b) := t a }',
     '20: expected identifier after `let`, got Some(LParen)'),
    ('x := 1 }', '18: expected expression, got Some(ColonEq)'),
    ('return 1 }', '16: expected expression, got Some(Return)'),
    ('if c { 1 } }', '27: expected Else expected `else`, got RBrace'),
    ('if c { 1 } else if d { 2 } else { 3 } }',
     '32: expected LBrace before block, got If'),
    ('if c { x: 1 } else { y } }', '24: expected expression, got Some(Colon)'),
    ('match x { 1 => 2 3 => 4 } }',
     '33: expected RBrace after match arms, got Int(3)'),
    ('match x { 1 | 2 => 1 } }', '28: expected FatArrow in match arm, got Bar'),
    ('match x { x if x > 1 => 1 } }',
     '28: expected FatArrow in match arm, got If'),
    ('match x { [a] => 1 } }', '26: expected pattern, got Some(LBracket)'),
    ('match x { -x => 1 } }',
     '27: expected Int or Float after `-` in pattern, got Some(Ident("x"))'),
    ('t.0 }', '18: expected identifier after `.`, got Some(Int(0))'),
    ('x.type }', '18: expected identifier after `.`, got Some(Type)'),
    ('fn(x) -> Int { x } }',
     '20: expected ColonColon after parameter name, got RParen'),
    ('(a, b :: Int) }', '22: expected RParen after tuple, got ColonColon'),
    ('[1 2] }', '19: expected RBracket after list literal, got Int(2)'),
    ('[,] }', '17: expected expression, got Some(Comma)'),
    ('f(,) }', '18: expected expression, got Some(Comma)'),
    ('f(1 2) }', '20: expected RParen in call, got Int(2)'),
    ('{ ...r, a: 1 } }', '18: expected expression, got Some(DotDotDot)'),
    ('{ a: 1 b } }', '23: expected RBrace after record literal, got Ident("b")'),
    ('(1 2) }', '19: expected RParen after parenthesized expression, got Int(2)'),
    ('(1 :: Int, 2) }',
     '25: expected RParen after type ascription, got Comma'),
    ('(\n) }', '18: expected expression, got Some(RParen)'),
    ('_ }', '16: expected expression, got Some(Underscore)'),
    ('a\n.b }', '18: expected expression, got Some(Dot)'),
    ('match x { "a" 1.5 } }', '30: expected FatArrow in match arm, got Float(1.5)'),
    ('match x { b"a" => 1 } }', '26: expected pattern, got Some(Bytes([97]))'),
])
def test_expressions(text, expected):
    assert body(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('type T =\n  | A', '11: expected type expression, got Some(Bar)'),
    ('type T = { x :: Int } | B',
     '0: union variant must be a constructor name'),
    ('type T = A | (A, B)', '0: union variant must be a constructor name'),
    ('type T = { a: Int }',
     '12: expected ColonColon after record field name, got Colon'),
    ('type T = [Int]', '9: expected type expression, got Some(LBracket)'),
    ('type T = { ...m.Base }', '15: expected RBrace in record type, got Dot'),
    ('type T = List[]', '14: expected type expression, got Some(RBracket)'),
    ('type T = (Int) -> [io | E,] Str',
     '25: expected RBracket after effects, got Comma'),
    ('type T = (Int) -> [fs(1.5)] Str',
     '25: invalid effect arg: Some(Float(1.5))'),
    ('type T = (Int) -> [fs(\n1)] Str', '23: invalid effect arg: Some(Newline)'),
    ('type T = (Int) -> [fs(1, 2)] Str',
     '23: expected RParen after effect arg, got Comma'),
])
def test_types(text, expected):
    assert message(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('import "std.io"', '15: expected As in import, got EOF'),
    ('import std.io as io',
     '10: expected string after `import`, got Some(Ident("std"))'),
    ('import', '6: expected string after `import`, got None'),
    ('import\n\n"std.io" as io',
     '7: expected string after `import`, got Some(Newline)'),
    ('import ;"std.io" as io',
     '8: expected string after `import`, got Some(Semi)'),
    ('import "std.io" as _',
     '19: expected identifier for import alias, got Some(Underscore)'),
])
def test_imports(text, expected):
    assert message(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('f"{}" }', '0: empty `{}` in string interpolation'),
    ('f"{ \\n }" }', '0: empty `{}` in string interpolation'),
    ('f"a{b" }', '0: unclosed `{` in string interpolation'),
    ('f"{x +}" }', '3: expected expression, got None'),
    ('f"{ x y }" }', '0: unexpected tokens after expression in `{ x y }`'),
    ('f"{x;}" }', '0: unexpected tokens after expression in `{x;}`'),
    ('f"{ ! }" }', '0: in string interpolation `{ ! }`\': '
     'unrecognized token `!` at 0..1'),
])
def test_interpolation(text, expected):
    assert body(text) == expected


@pytest.mark.parametrize('text, at', [
    ('f"ab{x +}"', '}'), ('f"ab{ ! }"', '!'), ('f"a\\n{x y}"', 'y'),
    ('f"a\\n{x"', '{x'), ('f"{ f\\"{}\\" }"', '{}'), ('f"{ f\\"{a b}\\" }"', 'b}')])
def test_interpolation_errors_have_their_exact_place(text, at):
    assert error('fn f() -> Str { %s }' % text).offset == 16 + text.index(at)


def test_union_error_is_located_at_the_type():
    assert error('type T = A | { x :: Int }').offset == 13


@pytest.mark.parametrize('call, shown', [
    ('3', 'Lit(Int(3))'),
    ('x', 'Var("x")'),
    ('1 |> f', 'Pipe { left: Lit(Int(1)), right: Var("f") }'),
    ('-a.b', 'UnaryOp { op: Neg, expr: Field { value: Var("a"), field: "b" } }'),
    ('[1.5, "s"]', 'ListLit([Lit(Float(1.5)), Lit(Str("s"))])'),
    ('f(1) + 2', 'BinOp { op: Add, lhs: Call { callee: Var("f"), args: '
     '[Lit(Int(1))] }, rhs: Lit(Int(2)) }'),
    ('{ let a :: Int := (); a }', 'Block(Block { statements: [Let { name: "a", '
     'ty: Some(Named { name: "Int", args: [] }), value: Lit(Unit) }], '
     'result: Var("a") })'),
    ('match x { (A(1), _, { b, c: d }) => true }',
     'Match { scrutinee: Var("x"), arms: [Arm { pattern: Tuple([Constructor { '
     'name: "A", args: [Lit(Int(1))] }, Wild, Record { fields: [RecordPatField '
     '{ name: "b", pattern: None }, RecordPatField { name: "c", pattern: '
     'Some(Var("d")) }] }]), body: Lit(Bool(true)) }] }'),
])
def test_example_case_that_is_no_call(call, shown):
    text = 'fn f() -> Int examples { %s => 1 } { 1 }' % call
    assert message(text) == (
        '%d: example case must be a call to the function under definition; '
        'got %s' % (text.index('} { 1 }'), shown))


def test_lexical_error_wins_over_earlier_syntax_error():
    assert error('fn fn \n ~').message == 'unrecognized token `~` at 8..9'


def test_end_of_input_is_the_end_of_the_last_token():
    assert message('fn f() -> Int   # comment') == (
        '13: expected LBrace before block, got EOF')
    assert message('fn f() -> Int\n\n # comment') == (
        '15: expected LBrace before block, got EOF')
