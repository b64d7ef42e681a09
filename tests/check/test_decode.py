"""Typed decoding: docs/types.rst, "Typed decoding"."""

from interpreter.canonical import tree
from tests.check.programs import check_program, stages_of

IMPORTS = '''
import "std.json" as json
import "std.toml" as toml
import "std.http" as http
type Q = { z :: Int }
'''


def plain(expr):
    """String, list and tuple literals as Python data, other nodes as they are."""
    if isinstance(expr, tree.StrLit):
        return expr.value
    if isinstance(expr, (tree.ListLit, tree.TupleLit)):
        return [plain(item) for item in expr.items]
    return expr


def decoding(source, rewrite=True):
    """(member called, its arguments but the first) of the last function's body."""
    stages = stages_of(IMPORTS + source)
    assert check_program(stages, rewrite) == []
    call = stages[-1].body
    return call.callee.field, [plain(arg) for arg in call.args[1:]]


def test_record():
    assert decoding('fn f(s :: Str) -> Result[{ b :: Str, a :: Int }, Str] '
                    '{ json.parse(s) }') == \
        ('parse_strict_typed', [['a', 'b'], [['a', 'Int'], ['b', 'Str']]])


def test_alias_and_pipe():
    assert decoding('fn f(s :: Str) -> Result[Q, Str] { s |> toml.parse }') == \
        ('parse_strict_typed', [['z'], [['z', 'Int']]])


def test_http_body():
    source = 'fn f(r :: HttpResponse) -> Result[Q, HttpError] { http.json_body(r) }'
    assert decoding(source) == ('json_body_typed', [['z'], [['z', 'Int']]])


def test_tags():
    member, arguments = decoding('''
type P = { a :: Float, b :: Bool, c :: Option[Str], d :: List[Float],
           e :: { x :: Int }, f :: Map[Str, Int], g :: Q, h :: Bytes,
           i :: (Int, Int), j :: Option[Option[List[Bool]]], k :: Unit }
fn f(s :: Str) -> Result[P, Str] { json.parse(s) }''')
    required, schema = arguments
    assert required == ['a', 'b', 'd', 'e', 'f', 'g', 'h', 'i', 'k']
    assert schema == [
        ['a', 'Float'], ['b', 'Bool'], ['c', 'Option[Str]'], ['d', 'List[Float]'],
        ['e', 'Record'], ['f', 'Any'], ['g', 'Any'], ['h', 'Any'], ['i', 'Any'],
        ['j', 'Option[Option[List[Bool]]]'], ['k', 'Any']]


def test_node_ids_of_the_new_arguments():
    stages = stages_of(IMPORTS + 'fn f(s :: Str) -> Result[Q, Str] { json.parse(s) }')
    check_program(stages, True)
    call = stages[-1].body
    assert [arg.node_id.text() for arg in call.args] == [
        'n_0.2.1', 'n_0.2.2', 'n_0.2.3']


def test_not_rewritten():
    for source in [
            'fn f(s :: Str) -> Result[List[Q], Str] { json.parse(s) }',
            'fn f(s :: Str) -> Result[Map[Str, Int], Str] { json.parse(s) }',
            'fn f[T](s :: Str) -> Result[T, Str] { json.parse(s) }']:
        assert decoding(source) == ('parse', [])


def test_a_local_is_not_the_module():
    assert decoding('fn f(json :: { parse :: (Str) -> Result[Q, Str] }, s :: Str) '
                    '-> Result[Q, Str] { json.parse(s) }') == ('parse', [])


def test_only_on_demand():
    source = 'fn f(s :: Str) -> Result[Q, Str] { json.parse(s) }'
    assert decoding(source, False) == ('parse', [])
