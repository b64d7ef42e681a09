import pytest

from interpreter.source import parser, tree
from tests.source.render import (
    effects, params, show, show_block, show_body, show_expr, show_pattern,
    show_type, typ)


@pytest.mark.parametrize('text, expected', [
    ('1 + 2 * 3', '(1 + (2 * 3))'),
    ('10 - 4 - 3', '((10 - 4) - 3)'),
    ('2 * 3 % 4', '((2 * 3) % 4)'),
    ('true or false and false', '(True or (False and False))'),
    ('not a == b', '((not a) == b)'),
    ('a < b < c', '((a < b) < c)'),
    ('1 < 2 == true', '((1 < 2) == True)'),
    ('1 + 1 >= 2 and 3 != 4', '(((1 + 1) >= 2) and (3 != 4))'),
    ('1 - -1', '(1 - (- 1))'),
    ('- - 4', '(- (- 4))'),
    ('-a.b(c)?', '(- a.b(c)?)'),
    ('a |> f |> g(1) or b', '((a |> f) |> (g(1) or b))'),
    ('9 |> (2 |> sub)', '(9 |> (2 |> sub))'),
])
def test_precedence(text, expected):
    assert show_expr(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('f (x)', 'f(x)'),
    ('f(1)(2).a?.b', 'f(1)(2).a?.b'),
    ('1.foo', '1.foo'),
    ('"s".foo', "'s'.foo"),
    ('if c { f } else { g }(1)', 'if c {f} else {g}(1)'),
    ('match x { _ => a }.b', 'match x [_ => a].b'),
    ('fn (x :: Int) -> Int { x }(3)', 'fn (x :: Int) -> Int {x}(3)'),
    ('{ a: 1 }.a', 'record(a: 1).a'),
    ('f(a,)', 'f(a)'),
    ('f(\n)', 'f()'),
    ('a.\nb', 'a.b'),
])
def test_postfix(text, expected):
    assert show_expr(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('()', '()'),
    ('( )', '()'),
    ('(1)', '1'),
    ('(1,)', 'tuple(1)'),
    ('(1, 2,)', 'tuple(1, 2)'),
    ('(a + 1 :: Int)', '((a + 1) :: Int)'),
    ('[]', '[]'),
    ('[1, 2,]', '[1, 2]'),
    ('b"a\\n"', "b'a\\n'"),
])
def test_aggregates(text, expected):
    assert show_expr(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('{}', 'record()'),
    ('{\n}', 'record()'),
    ('{ x }', 'record(x: x)'),
    ('{ a: 1, b, }', 'record(a: 1, b: b)'),
    ('{\n x, y }', 'record(x: x, y: y)'),
    ('{ x\n}', '{x}'),
    ('{ f(x) }', '{f(x)}'),
    ('{ 1 }', '{1}'),
    ('{ let a := 1 a }', '{let a = 1; a}'),
    ('match { a: 1 } { { a } => { a } }',
     'match record(a: 1) [record(a) => record(a: a)]'),
    ('match x { 1 => 2, _ => { x }, }', 'match x [1 => 2, _ => record(x: x)]'),
    ('match x { }', 'match x []'),
])
def test_record_or_block(text, expected):
    assert show_expr(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('', '{()}'),
    ('let x := 1', '{let x = 1; ()}'),
    ('1; 2\n3', '{1; 2; 3}'),
    ('let x :: Int := 1 let y := 2 x + y',
     '{let x :: Int = 1; let y = 2; (x + y)}'),
    ('let x := 9\n-4', '{let x = (9 - 4); ()}'),
    ('let x := 1; -2', '{let x = (1 - 2); ()}'),
    ('1 ;+ 2', '{(1 + 2)}'),
    ('inc\n(5)', '{inc; 5}'),
    ('f;(x)', '{f; x}'),
    ('f[Int](x)', '{f; [Int](x)}'),
    ('a[0]', '{a; [0]}'),
    ('let b := a |> inc\n  |> add(100)\nb',
     '{let b = ((a |> inc) |> add(100)); b}'),
    ('if b > 1\n{ b }\nelse\n{ 0 }', '{if (b > 1) {b} else {0}}'),
    ('while true { }', '{while; True; record()}'),
    ('5x', '{5; x}'),
    ('let _ := { let _ := 1 2 } let _ := 3',
     '{let __lex_discard_1 = {let __lex_discard_2 = 1; 2}; '
     'let __lex_discard_3 = 3; ()}'),
    ('fn (_ :: Int, _ :: Str) -> Int { 1 }',
     '{fn (__lex_discard_1 :: Int, __lex_discard_2 :: Str) -> Int {1}}'),
])
def test_blocks_and_layout(text, expected):
    assert show_body(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('f""', "''"),
    ('f"plain } text"', "'plain } text'"),
    ('f"{x}"', 'x'),
    ('f"hi {name}!"', "str.concat(str.concat('hi ', name), '!')"),
    ('f"{a}{b.c}"', 'str.concat(a, b.c)'),
    ('f"{if n > 1 { \\"many\\" } else { \\"one\\" }} left"',
     "str.concat(if (n > 1) {'many'} else {'one'}, ' left')"),
    ('f"{ f\\"<{name}>\\" }"', "str.concat(str.concat('<', name), '>')"),
    ('f"{ x # comment }"', 'x'),
    ('f"{\\n\xc2\xa0x\xe3\x80\x80}"', 'x'),
    ('f"{ { a: 1 }.a }"', 'record(a: 1).a'),
])
def test_interpolation(text, expected):
    assert show_expr(text) == expected


def test_holes_count_discards_afresh():
    assert show_body('let _ := f"{ { let _ := 1 2 } }"') == (
        '{let __lex_discard_1 = {let __lex_discard_1 = 1; 2}; ()}')


@pytest.mark.parametrize('text, expected', [
    ('Int', 'Int'),
    ('List[Int,]', 'List[Int]'),
    ('m.n.T[A]', 'm.n.T[A]'),
    ('(Int)', 'union(Int)'),
    ('(Int,)', 'union(Int)'),
    ('(int)', 'int'),
    ('()', 'tuple()'),
    ('(Int, Str)', 'tuple(Int, Str)'),
    ('() -> Int', '() -> Int'),
    ('(Int) -> (Int) -> Int', '(Int) -> (Int) -> Int'),
    ('(Int) -> [io, net("h"), budget(5), llm(small),] Int',
     '(Int) -> [io, net("h"), budget(5), llm(small)] Int'),
    ('(Int) -> [io, | E] Int', '(Int) -> [io | E] Int'),
    ('(Int) -> [| E] Int', '(Int) -> [ | E] Int'),
    ('(Int) -> [] Int', '(Int) -> Int'),
    ('{}', '{}'),
    ('{ a :: Int, ...Base, b :: Str, ...More, }',
     '{...Base, ...More, a :: Int, b :: Str}'),
    ('Int{v | v > 0}', 'Int{v | (v > 0)}'),
    ('(Int) -> Int{v | v > 0}', '(Int) -> Int{v | (v > 0)}'),
    ('A | B', 'union(A, B)'),
    ('A\n | B(Int)\n | C(Int, Str)',
     'union(A, B of Int, C of tuple(Int, Str))'),
    ('V((Int, Str)) | W[Int] | X()',
     'union(V of tuple(Int, Str), W of Int, X)'),
    ('A()', 'union(A)'),
    ('A(Int)', 'union(A of Int)'),
    ('List(Int)', 'union(List of Int)'),
    ('m.Wrap(Int)', 'union(m.Wrap of Int)'),
    ('wrap(Int)', 'wrap[Int]'),
    ('A', 'A'),
    ('small | other', 'union(small, other)'),
])
def test_type_definitions(text, expected):
    assert show_type(text) == expected


@pytest.mark.parametrize('text, expected', [
    ('_', '_'),
    ('1', '1'),
    ('- 2.5', '-2.5'),
    ('"a"', "'a'"),
    ('true', 'True'),
    ('x', 'x'),
    ('None', 'None'),
    ('Dot()', 'Dot()'),
    ('m.Circle(r,)', 'Circle(r)'),
    ('m.n.Red', 'Red'),
    ('(p)', 'p'),
    ('(p,)', 'p'),
    ('()', 'tuple()'),
    ('(a, (b, _))', 'tuple(a, tuple(b, _))'),
    ('{ }', 'record()'),
    ('{ a, b: Some(c), }', 'record(a, b: Some(c))'),
])
def test_patterns(text, expected):
    assert show_pattern(text) == expected


def items(text):
    return parser.parse(text).items


def test_functions():
    fn, = items('fn f[T, E,](x :: T, _ :: Int,) -> [io | E] T { x }')
    assert fn.name == 'f'
    assert fn.type_params == ['T', 'E']
    assert params(fn.params) == 'x :: T, __lex_discard_1 :: Int'
    assert effects(fn.effects, fn.effect_row_var) == '[io | E] '
    assert typ(fn.return_type) == 'T'
    assert show_block(fn.body) == '{x}'


def test_record_return_type_before_the_body():
    fn, = items('fn f() -> { } { }')
    assert typ(fn.return_type) == '{}'
    assert show_block(fn.body) == '{()}'


def test_return_type_before_a_body_that_looks_like_a_refinement():
    fn, = items('fn f() -> Int\n{ v }')
    assert typ(fn.return_type) == 'Int'


def test_examples_keep_arguments_only():
    fn, = items('fn f(n :: Int) -> Int examples { f(1) => 2, g(3, 4) => 5 + 6, }'
                ' { n }')
    assert [[show(a) for a in e.args] + [show(e.expected)]
            for e in fn.examples] == [['1', '2'], ['3', '4', '(5 + 6)']]


def test_examples_is_an_ordinary_name_elsewhere():
    fn, = items('fn examples(examples :: Int) -> examples { examples + 1 }')
    assert fn.name == 'examples'
    assert fn.examples == []


def test_imports_and_types_in_any_order():
    found = items('type A = B type C = D; fn f() -> Int { 1 }'
                  ' import "std.io" as io')
    assert [item.__class__ for item in found] == [
        tree.TypeDecl, tree.TypeDecl, tree.FnDecl, tree.Import]
    assert found[3].reference == 'std.io'
    assert found[3].alias == 'io'


def test_offsets_of_items_and_expressions():
    text = '# head\nfn f() -> Int {\n  g(1) + x.y\n}\ntype T = A'
    fn, decl = items(text)
    assert fn.offset == text.index('fn')
    assert decl.offset == text.index('type')
    sum = fn.body.result
    assert sum.offset == sum.lhs.offset == text.index('g(1)')
    assert sum.rhs.offset == text.index('x.y')
    assert sum.lhs.args[0].offset == text.index('1')
