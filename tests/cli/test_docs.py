"""``lexvm docs``."""

import json

from tests.cli.test_main import lexvm

SOURCE = '''\
# Shapes and their sizes.

import "std.io" as io

type Shape = Circle(Float)

# The number,
# twice.
fn twice(n :: Int) -> Int examples { twice(2) => 4 } { n * 2 }

fn show(s :: Shape, xs :: List[Option[Int]], f :: (Int) -> Str,
        r :: { a :: Int }) -> [io, net("h")] Result[Unit, Str] { Ok(io.print("a")) }
'''


def test_the_modules(capfd):
    code, out, err = lexvm(capfd, 'docs')
    assert (code, err) == (0, '')
    assert '  std.list      Lists: sequences of values of one type.\n' in out
    assert lexvm(capfd, 'docs', 'std')[1] == out
    _, out, _ = lexvm(capfd, '--output', 'json', 'docs')
    modules = json.loads(out)['data']['modules']
    assert len(modules) == 50
    assert modules[0]['module'] == 'std.io'


def test_a_module(capfd):
    code, out, _ = lexvm(capfd, 'docs', 'std.tuple')
    assert code == 0
    assert out.startswith('std.tuple\n\nTuples. `match` takes longer ones apart.\n\n'
                          'tuple.fst :: ((A, B)) -> A\n'
                          '    The first item of a pair.\n'
                          '    > tuple.fst((1, "a"))\n    1\n')
    assert lexvm(capfd, 'docs', 'tuple')[1] == out
    _, out, _ = lexvm(capfd, '--output', 'json', 'docs', 'std.tuple')
    data = json.loads(out)['data']
    assert data['module'] == 'std.tuple'
    assert [f['name'] for f in data['functions']] == [
        'tuple.fst', 'tuple.snd', 'tuple.third', 'tuple.len']


def test_a_function(capfd):
    expected = ('list.fold :: (List[A], B, (B, A) -> [e] B) -> [e] B\n'
                '    Combines the items with a function, from the first to the last, '
                'beginning\n    with a given value.\n'
                '    > list.fold([1, 2, 3], 10, fn (sum :: Int, n :: Int) -> Int '
                '{ sum + n })\n    16\n')
    assert lexvm(capfd, 'docs', 'std.list.fold') == (0, expected, '')
    assert lexvm(capfd, 'docs', 'list.fold') == (0, expected, '')
    _, out, _ = lexvm(capfd, '--output', 'json', 'docs', 'list.fold')
    data = json.loads(out)['data']
    assert data['signature'] == '(List[A], B, (B, A) -> [e] B) -> [e] B'
    assert data['example']['result'] == '16'
    assert data['available'] is True


def test_what_is_missing_is_said(capfd):
    _, out, _ = lexvm(capfd, 'docs', 'redis.get')
    assert '\n    (not available in this build)\n' in out
    _, out, _ = lexvm(capfd, '--output', 'json', 'docs', 'redis.get')
    assert json.loads(out)['data']['available'] is False


def test_misspelled_names(capfd):
    for word, meant in [('std.lst', 'std.list'), ('std.list.flod', 'list.fold'),
                        ('list.flod', 'list.fold')]:
        code, out, err = lexvm(capfd, 'docs', word)
        assert (code, out) == (1, '')
        assert err.endswith('  help: did you mean `%s`?\n' % meant)


def test_a_file(capfd, tmpdir):
    path = tmpdir.join('m.lex')
    path.write(SOURCE)
    assert lexvm(capfd, 'docs', str(path)) == (0, '''\
%s

Shapes and their sizes.

fn twice(n :: Int) -> Int
    The number,
    twice.
    twice(2) => 4

fn show(s :: Shape, xs :: List[Option[Int]], f :: (Int) -> Str, r :: { a :: Int }) \
-> [io, net("h")] Result[Unit, Str]

''' % path, '')


def test_a_file_as_json_has_the_form_of_the_reference(capfd, tmpdir):
    path = tmpdir.join('m.lex')
    path.write(SOURCE)
    _, out, _ = lexvm(capfd, '--output', 'json', 'docs', str(path))
    data = json.loads(out)['data']
    assert data['lex_docs_version'] == 1
    assert data['version'] == ''
    module, = data['modules']
    assert (module['file'], module['doc']) == (str(path), 'Shapes and their sizes.')
    twice, show = module['functions']
    assert len(twice.pop('sig_id')) == len(show.pop('sig_id')) == 64
    assert twice == {'name': 'twice', 'doc': 'The number,\ntwice.', 'effects': [],
                     'signature': '(n :: Int) -> Int', 'examples': ['twice(2) => 4']}
    assert show == {
        'name': 'show', 'effects': ['io', 'net("h")'],
        'signature': '(s :: Shape, xs :: List<Option<Int>>, f :: (Int) -> Str, '
                     'r :: {a: Int}) -> Result<Unit, Str> [io, net]'}


def test_wrong_files(capfd, tmpdir):
    code, _, err = lexvm(capfd, 'docs', str(tmpdir.join('none.lex')))
    assert code == 1 and 'none.lex' in err
    path = tmpdir.join('m.lex')
    path.write('fn f( -> Int { 1 }\n')
    code, _, err = lexvm(capfd, 'docs', str(path))
    assert code == 1 and 'm.lex:1:' in err
    assert lexvm(capfd, 'docs', 'a', 'b')[0] == 1
    assert lexvm(capfd, 'docs', '--all')[0] == 1
