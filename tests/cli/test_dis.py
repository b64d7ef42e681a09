"""``lexvm dis``: instructions below the source lines that they are for."""

import json

import pytest

from tests.cli.test_main import failure, lexvm

SOURCE = '''import "std.list" as list
import "./part" as part

fn sum_to(n :: Int, total :: Int) -> Int {
  if n == 0 { total }
  else { sum_to(n - 1, total + n) }
}

fn doubled(xs :: List[Int]) -> List[Int] {
  list.map(xs, fn (x :: Int) -> Int {
    part.twice(x)
  })
}
'''
PART = 'fn twice(n :: Int) -> Int { n * 2 }\n'


@pytest.fixture
def path(tmpdir, monkeypatch):
    tmpdir.join('part.lex').write(PART)
    tmpdir.join('main.lex').write(SOURCE)
    monkeypatch.chdir(tmpdir)
    return 'main.lex'


def test_function(path, capfd):
    code, out, err = lexvm(capfd, 'dis', path, 'sum_to')
    assert (code, err) == (0, '')
    lines = out.splitlines()
    assert lines[0].startswith('fn sum_to: arity 2, ')
    assert lines[1] == '  main.lex:5  if n == 0 { total }'
    assert lines[2] == '    0 LoadLocal 0'
    at = lines.index('  main.lex:6  else { sum_to(n - 1, total + n) }')
    assert lines[at + 1].endswith(' LoadLocal 0')
    assert [line for line in lines[at:] if 'TailCallLoop sum_to [5]' in line]
    assert lines[-1].split()[1] == 'Return'


def test_lambdas_of_a_function(path, capfd):
    code, out, _ = lexvm(capfd, 'dis', path, 'doubled')
    assert code == 0
    function, inner = out.split('\n\n')
    assert function.startswith('fn doubled: arity 1, ')
    assert '  main.lex:10  list.map(xs, fn (x :: Int) -> Int {\n' in function
    assert ' ListMap [' in function
    assert inner.startswith('fn __lambda_')
    assert '  main.lex:11  part.twice(x)\n' in inner


def test_whole_program(path, capfd):
    code, out, _ = lexvm(capfd, 'dis', path)
    assert code == 0
    heads = [line for line in out.splitlines() if line.startswith('fn ')]
    assert len(heads) == 4
    assert '  part.lex:1  fn twice(n :: Int) -> Int { n * 2 }\n' in out


def test_machines(path, capfd):
    code, out, err = lexvm(capfd, '--output', 'json', 'dis', path, 'sum_to')
    document = json.loads(out)
    assert (code, err, document['command']) == (0, '', 'dis')
    function, = document['data']['functions']
    assert (function['name'], function['file'], function['arity']) == (
        'sum_to', 'main.lex', 2)
    assert function['instructions'][0] == {'line': 5, 'text': '0 LoadLocal 0'}
    assert sorted(set(each['line'] for each in function['instructions'])) == [5, 6]
    assert function['slots'] > function['locals'] >= 2


@pytest.mark.parametrize('words, message', [
    ([], 'usage: lexvm dis <file> [<fn>]'),
    (['a', 'b', 'c'], 'usage: lexvm dis <file> [<fn>]'),
    (['--all', 'main.lex'], 'unknown flag `--all` for `lexvm dis`'),
    (['main.lex', 'sum_tu'], 'no function `sum_tu` in main.lex'),
])
def test_mistakes(path, capfd, words, message):
    assert failure(capfd, 'dis', *words) == message


def test_similar_names(path, capfd):
    _, _, err = lexvm(capfd, 'dis', path, 'sum_tu')
    assert 'help: did you mean `sum_to`?\n' in err
    _, _, err = lexvm(capfd, 'dis', path, 'zzzzzzzz')
    assert 'help: its functions are ' in err and 'doubled' in err


def test_missing_file(path, capfd):
    assert 'absent.lex' in failure(capfd, 'dis', 'absent.lex')


def test_type_errors(tmpdir, capfd):
    path = tmpdir.join('wrong.lex')
    path.write('fn f() -> Int { "x" }\n')
    code, out, err = lexvm(capfd, 'dis', str(path))
    assert (code, out) == (2, '')
    assert 'wrong.lex:1' in err


def test_bytes_of_a_terminal(tmpdir, capfd):
    path = tmpdir.join('odd.lex')
    path.write('fn f() -> Str { "\x1b[31m" } # \x1b[0m\n')
    code, out, _ = lexvm(capfd, 'dis', str(path))
    assert code == 0
    assert '\x1b' not in out


def test_no_functions(tmpdir, capfd):
    path = tmpdir.join('empty.lex')
    path.write('type T = { x :: Int }\n')
    assert lexvm(capfd, 'dis', str(path)) == (0, '', '')


def test_help(capfd):
    for words in [['dis', '--help'], ['help', 'dis']]:
        code, out, _ = lexvm(capfd, *words)
        assert code == 0
        assert out.startswith('usage: lexvm dis FILE [FN]\n')
