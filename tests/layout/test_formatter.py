"""The standard form: its layout, what it keeps, and that it is the same program.

The layouts in the first tests are those that the reference's printer is documented to
make; ``docs/language.rst`` lists the differences.
"""

import os
import random
import re

import pytest

from interpreter.canonical.json import stages_to_json
from interpreter.canonical.pipeline import stages_of
from interpreter.layout.comments import Comments
from interpreter.layout.formatter import formatted
from interpreter.source import lexer, parser, tokens
from interpreter.source.errors import LexSourceError

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def read(path):
    with open(path, 'rb') as stream:
        return stream.read()


# So far apart are the places that a comment is put at.
STEP = 13

EVERYTHING = read(os.path.join(HERE, 'everything.lex'))


def meaning(text):
    return stages_to_json(stages_of(parser.parse(text)))


def comments(text):
    return Comments(text, 0, len(text)).all_shown()


def check(text):
    """The form of a text, which must be the same program, with its comments, and the
    form of itself."""
    result = formatted(text)
    assert meaning(result) == meaning(text)
    assert comments(result) == comments(text)
    assert formatted(result) == result
    for line in result.split('\n'):
        assert '"' in line or line == line.rstrip()
    return result


def body(text):
    """The form of the statements of a function, without their indentation."""
    result = check('fn f() -> Int {\n' + text + '\n}\n')
    assert result.startswith('fn f() -> Int {\n') and result.endswith('\n}\n\n')
    lines = result[len('fn f() -> Int {\n'):-len('\n}\n\n')].split('\n')
    return '\n'.join([line[2:] for line in lines])


def form_of_type(text):
    result = check('type T = ' + text)
    assert result.startswith('type T = ') and result.endswith('\n\n')
    return result[len('type T = '):-2]


def test_items():
    assert check('type A=Int;import "std.str" as str\nfn f[T](a::T)->[io] T{a}') == '''\
type A = Int

import "std.str" as str

fn f[T](a :: T) -> [io] T {
  a
}

'''


def test_examples():
    assert check('fn f(a :: Int) -> Int examples { f(1) => 2, f(3) => 4, } { a }') == '''\
fn f(a :: Int) -> Int
  examples {
    f(1) => 2,
    f(3) => 4
  }
{
  a
}

'''


def test_nothing():
    assert formatted('') == ''
    assert formatted(' ;\n\n') == ''
    assert formatted('\n  # only a comment') == '# only a comment\n'


@pytest.mark.parametrize('text, form', [
    ('a;b', 'a\nb'),
    ('{ let a::Int:=1 }', '{\n  let a :: Int := 1\n  ()\n}'),
    ('if a{b}else{c}', 'if a {\n  b\n} else {\n  c\n}'),
    ('match a{1=>b,_=>{c;d}}', 'match a {\n  1 => b,\n  _ => {\n    c\n    d\n  },\n}'),
    ('[1,2,]', '[1, 2]'),
    ('(1,2,)', '(1, 2)'),
    ('{a:1,b:2,}', '{ a: 1, b: 2 }'),
    ('f(a,b,)(c).d?', 'f(a, b)(c).d?'),
    ('fn(a::Int)->[io]Int{a}', 'fn (a :: Int) -> [io] Int {\n  a\n}'),
    ('(a::Int)', '(a :: Int)'),
    ('(a)', 'a'),
    ('(a*b)+c', 'a * b + c'),
    ('a*(b+c)', 'a * (b + c)'),
    ('a-(b-c)', 'a - (b - c)'),
    ('(a-b)-c', 'a - b - c'),
    ('(a or b) and not (c and d)', '(a or b) and not (c and d)'),
    ('(a==b)==c', 'a == b == c'),
    ('a==(b==c)', 'a == (b == c)'),
    ('(a|>b)+c', '(a |> b) + c'),
    ('a|>(b|>c)', 'a |> (b |> c)'),
    ('f(a|>b)', 'f(a |> b)'),
    ('b"a"', 'b"a"'),
    ('(())', '()'),
])
def test_expressions(text, form):
    assert body(text) == form


@pytest.mark.parametrize('text', [
    '{ x: a, y }', 'f"a {b + c} d"', '1_000', '1e3', '0.50', '"\\0"',
    'let _ := 1\na', 'a |> b |> c', 'a\n(-b)', 'a\n(-b) + c', 'a\n(-b).c(d)',
    '(-a).b', '(not a)?', '(-a)(b)', '--a', 'not -a', '(a,)', '{}', 'f"{a}"',
    'f"{a}" + f"{b}c"', 'f(f"{a}", b)', 'match a {\n  m.Some(_) => b,\n  m.None => c,\n}',
    'match a {\n  -1 => b,\n  { x, y: (_, _) } => c,\n}',
])
def test_what_is_kept(text):
    assert body(text) == text


@pytest.mark.parametrize('text, form', [
    ('A|B(Int)|C( (Int,Str) )', 'A | B(Int) | C((Int, Str))'),
    ('A(Int,Str)', 'A(Int, Str)'),
    ('A()', 'A()'),
    ('(A)', 'A()'),
    ('A', 'A'),
    ('A[Int] | B', 'A(Int) | B'),
    ('a(Int)', 'a[Int]'),
    ('Int{x|x>0}', 'Int{x | x > 0}'),
    ('((A)->B){x|true}', '((A) -> B){x | true}'),
    ('(A)->B{x|true}', '(A) -> B{x | true}'),
    ('(Int{x|a}){y|b}', '(Int{x | a}){y | b}'),
    ('{}', '{}'),
    ('{a::Int,...B,}', '{ ...B, a :: Int }'),
    ('(A,B)->[]C', '(A, B) -> C'),
    ('()->[|E]C', '() -> [| E] C'),
    ('()->[io,net("h")|E]C', '() -> [io, net("h") | E] C'),
    ('m.A[m.B,C]', 'm.A[m.B, C]'),
])
def test_types(text, form):
    assert form_of_type(text) == form


def test_lines_of_a_text_stay():
    assert '"a\nb" + c' in check('fn f() -> Str { ("a\nb") + c }')


def test_every_form():
    assert check(EVERYTHING) == check(check(EVERYTHING))


# Comments

def test_comments_of_the_file_and_of_items():
    assert check('''# file
import "std.str" as str # same line


# above

# two of them
type A = Int
# end''') == '''\
# file

import "std.str" as str  # same line

# above
# two of them
type A = Int


# end
'''


def test_comments_in_a_body():
    assert body('''# first
let a := 1 # behind
# before the result

a
# last''') == '''\
# first
let a := 1  # behind
# before the result
a
# last'''


def test_comments_of_arms():
    assert body('''match a { # which
# one
1 => b # behind b
,2 => c, # behind c
# last
}''') == '''\
match a {  # which
  # one
  1 => b,  # behind b
  2 => c,  # behind c
  # last
}'''


def test_a_list_with_a_comment_has_an_item_a_line():
    assert body('f([1, # one\n2, # two\n3], g(b), c)') == '''\
f([
  1,  # one
  2,  # two
  3,
], g(b), c)'''
    assert body('f(fn () -> Int { # why\n 1 }, 2)') == '''\
f(fn () -> Int {  # why
  1
}, 2)'''
    assert body('[ # nothing\n]') == '[  # nothing\n]'


def test_comments_between_operands():
    assert body('a # one\n+ b\n# two\n|> c') == '''\
a  # one
  + b
  # two
  |> c'''
    assert body('let a := # why\n 1\na') == 'let a :=  # why\n  1\na'


def test_a_comment_where_no_line_may_end_moves_on():
    assert body('a. # why\nb.c') == 'a.b.c  # why'
    assert body('(a # why\n)(b)') == 'a(  # why\n  b,\n)'


def test_carriage_returns_are_blanks():
    assert check('fn f() -> Int { # a\r\n 1 }\r\n# b\r\n') == (
        'fn f() -> Int {  # a\n  1\n}\n\n\n# b\n')


def gaps(text):
    """The places between tokens."""
    result = []
    scanner = lexer.Lexer(text)
    scanner.scan(0)
    while scanner.kind != tokens.EOF:
        result.append(scanner.start)
        scanner.scan(scanner.end)
    return result + [len(text)]


def with_comments(text, places, alone):
    for i, place in enumerate(sorted(places, reverse=True)):
        mark = '# %d\n' % i
        text = text[:place] + ('\n' if alone else ' ') + mark + text[place:]
    return text


def parses(text):
    try:
        parser.parse(text)
    except LexSourceError:
        return False
    return True


@pytest.mark.parametrize('alone', [False, True])
def test_a_comment_anywhere(alone):
    kept = 0
    for place in gaps(EVERYTHING)[int(alone)::STEP]:
        text = with_comments(EVERYTHING, [place], alone)
        if parses(text):
            check(text)
            kept += 1
    assert kept * STEP > len(gaps(EVERYTHING)) / 2


@pytest.mark.parametrize('seed', range(12))
def test_many_comments_anywhere(seed):
    rng = random.Random(seed)
    text = EVERYTHING
    for _ in range(40):
        longer = with_comments(text, [rng.choice(gaps(text))], rng.random() < 0.5)
        if parses(longer):
            text = longer
    check(text)


def test_the_examples_of_the_documents():
    """Each has the standard form, but for the empty lines at its end."""
    document = read(os.path.join(ROOT, 'docs', 'format.rst'))
    blocks = re.findall(r'::\n\n((?:    .*\n|\n)+)', document)
    examples = [re.sub('(?m)^    ', '', block).strip() + '\n' for block in blocks]
    assert len(examples) == 2
    for example in examples:
        if not example.startswith('import'):
            assert body(example[:-1] + '\na') == example[:-1] + '\na'
        else:
            assert formatted(example) == example + '\n'


# Size and bad input

def test_long_chains():
    for link in [' + a', '.b', '(a)', '?', ' |> f(a)', '()']:
        assert body('a' + link * 3000) == 'a' + link * 3000


@pytest.mark.parametrize('text', ['fn', '"open', 'fn f() -> Int { 1', '\x00', 'type T ='])
def test_what_is_no_program(text):
    with pytest.raises(LexSourceError) as info:
        formatted(text)
    assert info.value.diagnosis is not None


def programs():
    found = []
    for folder in ['examples', 'tests/programs/golden', 'tests/machine/cases']:
        for name in sorted(os.listdir(os.path.join(ROOT, folder))):
            if name.endswith('.lex'):
                found.append(os.path.join(folder, name))
    return found


@pytest.mark.parametrize('path', programs())
def test_programs(path):
    check(read(os.path.join(ROOT, path)))
