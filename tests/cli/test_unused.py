"""Unused imports, functions and bindings: advice of ``lexvm check``."""

import json

import pytest

from tests.cli.test_main import lexvm


@pytest.fixture
def advice(tmpdir, capfd):
    """[(code, line, column)] of the unused names of a program, which is correct."""
    tmpdir.join('lib.lex').write(
        'type T = A | B\nfn g() -> Int { 1 }\nfn h(x :: T) -> Int { 1 }\n')

    def check(source):
        path = tmpdir.join('m.lex')
        path.write(source)
        code, out, err = lexvm(capfd, '--output', 'json', 'check', '--strict', str(path))
        data = json.loads(out)['data']
        assert (code, err, data['ok'], data['warnings']) == (0, '', True, [])
        found = []
        for entry in data.get('unused', []):
            assert entry['span']['line'] == entry['position']['line']
            found.append((entry['code'], entry['position']['line'],
                          entry['position']['col']))
        return found
    return check


@pytest.mark.parametrize('source, expected', [
    ('import "std.str" as str\nfn f() -> Int { 1 }', [('UNUSED_IMPORT', 1, 8)]),
    ('import "std.str" as _str\nfn f() -> Int { 1 }', []),
    ('import "std.str" as str\nfn f() -> Int { str.len("a") }', []),
    ('import "std.str" as str\nfn f(a :: Str) -> Str { f"x{a}y" }', []),
    ('import "std.str" as str\nfn f(str :: Int) -> Int { str }',
     [('UNUSED_IMPORT', 1, 8)]),
    ('import "std.list" as list\nfn f(xs :: List[Int]) -> Int { xs |> list.len }', []),
    ('import "std.strs" as str\nfn f() -> Int { 1 }', [('UNKNOWN_MODULE', 1, 8)]),
    ('import "./lib" as lib\nfn f() -> Int { 1 }', [('UNUSED_IMPORT', 1, 8)]),
    ('import "./lib" as lib\nfn f() -> Int { lib.g() }', []),
    ('import "./lib" as lib\nfn f(x :: lib.T) -> Int { 1 }', []),
    ('import "./lib" as lib\nfn f() -> Bool { A == B }', [])])
def test_imports(source, expected, advice):
    assert advice(source) == expected


@pytest.mark.parametrize('source, expected', [
    ('fn g() -> Int { 1 }\nfn h() -> Int { 2 }', []),
    ('fn main() -> Int { 1 }\nfn h() -> Int { 2 }', [('UNUSED_FUNCTION', 2, 4)]),
    ('fn run_all() -> Int { 1 }\nfn h() -> Int { 2 }', [('UNUSED_FUNCTION', 2, 4)]),
    ('fn main() -> Int { 1 }\nfn _h() -> Int { 2 }\nfn prop_a(x :: Int) -> Bool { true }',
     []),
    ('fn main() -> Int { h(1) }\nfn h(n :: Int) -> Int { h(n) }', []),
    ('fn main() -> Int { 1 }\nfn h(n :: Int) -> Int { h(n) }',
     [('UNUSED_FUNCTION', 2, 4)]),
    ('fn main() -> Int { let f := h f() }\nfn h() -> Int { 2 }', []),
    ('fn main() -> Str { "h" }\nfn h() -> Int { 2 }', []),
    ('fn main() -> Int { let h := 1 h }\nfn h() -> Int { 2 }', None)])
def test_functions(source, expected, advice, tmpdir, capfd):
    if expected is not None:
        assert advice(source) == expected
        return
    path = tmpdir.join('m.lex')
    path.write(source)
    code, out, _ = lexvm(capfd, 'check', '--strict', str(path))
    assert code == 1
    assert 'warning[SHADOW_FN]' in out and 'warning[UNUSED_FUNCTION]' in out


@pytest.mark.parametrize('body, columns', [
    ('let a := 1 2', [5]), ('let a := 1 a', []), ('let _a := 1 2', []),
    ('let _ := 1 2', []), ('let a := 1 let a := a + 1 a', []),
    ('let a := 1 let a := 2 a', [5]), ('{ let a := 1 2 }', [7]),
    ('let a := 1 { let a := 2 a }', [5]), ('match Some(1) { Some(a) => 1, None => 2 }', [22]),
    ('match Some(1) { Some(a) => a, None => 2 }', []),
    ('match (1, 2) { (a, b) => a }', [20]), ('match { x: 1 } { { x } => 1 }', [20]),
    ('match { x: 1 } { { x: y } => y }', []), ('let f := fn (a :: Int) -> Int { 1 } f(1)', []),
    ('let a := 1 let f := fn () -> Int { a } f()', []),
    ('if true { let a := 1 2 } else { 3 }', [15]),
    ('let a := 1 let b := { a: 2 } b.a', [5])])
def test_bindings(body, columns, advice):
    assert advice('fn top() -> Int {\n%s\n}' % body) == [
        ('UNUSED_BINDING', 2, column) for column in columns]


def test_text_and_exit_code(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f() -> Int { let a := g() 1 }\nfn g() -> Int { 1 }\n')
    for flags in [[], ['--strict']]:
        code, out, err = lexvm(capfd, 'check', *(flags + [str(path)]))
        assert (code, err) == (0, '')
        assert out == '''\
warning[UNUSED_BINDING]: `a` is never used
  --> %s:1:21
   |
 1 | fn f() -> Int { let a := g() 1 }
   |                     ^
  help: if only the call matters, write `let _ := ...`

ok
''' % path
    code, out, _ = lexvm(capfd, '--output', 'json', 'check', str(path))
    assert json.loads(out)['data']['warnings'] == []
    assert 'unused' not in json.loads(out)['data']


def test_long_chains_are_no_problem(advice):
    names = ['let a%d := a%d' % (i, i - 1) for i in range(1, 3000)]
    source = 'fn f() -> Int {\nlet a0 := 1\n%s\na2999 + %s }' % (
        '\n'.join(names), ' + '.join(['1'] * 3000))
    assert advice(source) == []
