"""Words of the command line that are not text."""

import json

import pytest

from interpreter.cli.main import main
from tests.cli.test_main import lexvm

PROGRAM = '''
import "std.io" as io
fn echo(text :: Str) -> Str { text }
fn given() -> [io] List[Str] { io.argv() }
'''


@pytest.mark.parametrize('words', [['echo', '"a\xffb"'], ['given', '--', 'a\xffb']],
                         ids=['argument', 'word'])
def test_words_that_are_not_utf8(tmpdir, capfd, words):
    path = tmpdir.join('f.lex')
    path.write(PROGRAM)
    code = main(['lexvm', 'run', '--allow-effects', 'io', str(path)] + words)
    out, err = capfd.readouterr()
    assert (code, out) == (1, '')
    assert err.startswith('error: arg `') and err.endswith('` is not valid UTF-8\n')


TYPED = '''
type Shape = Circle(Float) | Segment(Int, Int) | Empty
type Point = { x :: Int, y :: Int }
type Id = Int
type Loop = Loop2
type Loop2 = Loop
fn int(x :: Int) -> Int { x }
fn float(x :: Float) -> Float { x }
fn str(x :: Str) -> Str { x }
fn bool(x :: Bool) -> Bool { x }
fn unit(x :: Unit) -> Unit { x }
fn bytes(x :: Bytes) -> Bytes { x }
fn id(x :: Id) -> Id { x }
fn ints(x :: List[Int]) -> List[Int] { x }
fn point(x :: Point) -> Point { x }
fn points(x :: List[Point]) -> List[Point] { x }
fn shape(x :: Shape) -> Shape { x }
fn option(x :: Option[Int]) -> Option[Int] { x }
fn result(x :: Result[Point, Str]) -> Result[Point, Str] { x }
fn any[T](x :: T) -> T { x }
fn loop(x :: Loop) -> Loop { x }
fn tuple(x :: (Int, Int)) -> Int { 1 }
fn map(x :: Map[Str, Int]) -> Int { 1 }
fn apply(x :: (Int) -> Int) -> Int { x(1) }
fn refined(x :: Int{n | n > 0}) -> Int { x }
'''

ACCEPTED = [
    ('int', '5'), ('float', '5.0'), ('float', '1e2'), ('str', '"5"'), ('bool', 'true'),
    ('unit', 'null'), ('bytes', '{"$bytes":"00ff"}'), ('id', '5'), ('ints', '[]'),
    ('ints', '[1,2]'), ('point', '{"x":1,"y":2}'), ('points', '[{"y":1,"x":2}]'),
    ('shape', '{"$variant":"Circle","args":[1.5]}'),
    ('shape', '{"$variant":"Segment","args":[1,2]}'),
    ('shape', '{"$variant":"Empty","args":[]}'),
    ('option', '{"$variant":"Some","args":[1]}'),
    ('result', '{"$variant":"Ok","args":[{"x":1,"y":2}]}'), ('any', '[1,"a",null]'),
    ('loop', '1'), ('refined', '3')]

REFUSED = [
    ('int', '"a"', 'should be Int, found "a"', 'for example `5`'),
    ('int', '5.5', 'should be Int, found 5.5', ''),
    ('int', '18446744073709551615', 'should be Int, found', ''),
    ('float', '5', 'should be Float, found 5', 'write `5.0`'),
    ('bool', '"true"', 'should be Bool, found "true"', 'write `true`'),
    ('unit', '1', 'should be Unit, found 1', 'for example `null`'),
    ('bytes', '"00"', 'should be Bytes', '$bytes'),
    ('id', '"x"', 'should be Int', ''),
    ('ints', '[1,"a"]', 'item 2 of argument 1 (`x`) of `ints` should be Int', ''),
    ('ints', '5', 'should be List[Int], found 5', "for example `'[5]'`"),
    ('point', '{"x":1}', 'should be { x :: Int, y :: Int }', 'field `y` is missing'),
    ('point', '{"x":1,"y":2,"z":3}', 'should be', 'there is no field `z`'),
    ('point', '{"x":1,"yy":2}', 'should be', 'field `y` is missing'),
    ('points', '[{"x":1,"y":"a"}]', 'the field `y` of item 1 of argument 1', ''),
    ('shape', '{"$variant":"Circel","args":[1.5]}', 'should be Shape',
     'its variants are Circle, Empty, Segment'),
    ('shape', '{"$variant":"Segment","args":[1]}', 'should be Shape', 'takes 2 values'),
    ('shape', '{"$variant":"Segment","args":[1,"a"]}',
     'value 2 of `Segment` of argument 1', ''),
    ('shape', '"Circle"', 'should be Shape', '$variant'),
    ('option', '5', 'should be Option[Int], found 5',
     'write `\'{"$variant":"Some","args":[5]}\'`'),
    ('option', 'null', 'should be Option[Int]', '{"$variant":"None","args":[]}'),
    ('result', '{"$variant":"Ok","args":[{"x":1}]}', 'value 1 of `Ok`', 'is missing'),
    ('tuple', '[1,2]', 'should be (Int, Int)', 'no JSON form'),
    ('map', '{"a":1}', 'should be Map[Str, Int]', 'no JSON form'),
    ('apply', '1', 'should be (Int) -> Int', 'no JSON form')]


@pytest.fixture
def typed(tmpdir):
    path = tmpdir.join('typed.lex')
    path.write(TYPED)
    return str(path)


@pytest.mark.parametrize('function, word', ACCEPTED)
def test_arguments_of_the_declared_type(typed, capfd, function, word):
    assert lexvm(capfd, 'run', typed, function, word)[::2] == (0, '')


@pytest.mark.parametrize('function, word, message, way_out', REFUSED)
def test_arguments_of_other_types(typed, capfd, function, word, message, way_out):
    code, out, err = lexvm(capfd, 'run', typed, function, word)
    assert (code, out) == (1, '')
    heading, _, rest = err.partition('\n')
    assert message in heading
    assert way_out in rest
    assert '--> %s:' % typed in rest
    code, out, _ = lexvm(capfd, '--output', 'json', 'run', typed, function, word)
    error = json.loads(out)['error']
    assert code == 1
    assert error['message'].encode('utf-8').startswith('arg `')
    assert error['span']['file'] == typed


def test_refinements_are_checked_by_the_call(typed, capfd):
    code, _, err = lexvm(capfd, 'run', typed, 'refined', '-3')
    assert code == 1
    assert err.startswith('error: runtime: refinement violated: ')


def test_large_values_are_cut(typed, capfd):
    code, _, err = lexvm(capfd, 'run', typed, 'int', '"%s"' % ('x' * 100000))
    assert code == 1
    assert len(err) < 1000
