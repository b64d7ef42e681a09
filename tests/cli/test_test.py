"""``lexvm test``: discovery, output and exit code.

The expected output is the reference's: its test runner on the crates of version
0.10.9.
"""

import json

import pytest

from interpreter import memory
from tests.cli.test_main import failure, lexvm

PASSING = 'fn run_all() -> Int { 1 }\n'


@pytest.fixture
def folder(tmpdir):
    """A function that makes a folder of the given files."""
    def make(**sources):
        for name in sources:
            tmpdir.join(name + '.lex').write(sources[name])
        return str(tmpdir)
    return make


def outcome(capfd, path, *flags):
    """(lines about files, last lines) of a run that has failures."""
    code, out, err = lexvm(capfd, 'test', *(flags + (path,)))
    assert code == 1
    assert err.startswith('error: ') and err.endswith(' test file(s) failed\n')
    lines = out.splitlines()
    assert lines[-2] == ''
    return [line.replace(path, 'D') for line in lines[:-2]], lines[-1]


def test_all_pass(folder, capfd):
    path = folder(test_b=PASSING, test_a=PASSING, other='fn', run_test='fn')
    assert lexvm(capfd, 'test', path) == (0, '''\
ok   {0}/test_a.lex
ok   {0}/test_b.lex

2 passed, 0 failed
'''.format(path), '')


PASSED = ['Int { 3 }', 'Bool { true }', 'Result[Int, Str] { Ok(1) }',
          '{ passed :: Int, failed :: Int } { { passed: 2, failed: 0 } }',
          '{ failures :: List[Str] } { { failures: [] } }', 'List[Str] { ["failed"] }',
          'List[Result[Int, Str]] { [Ok(1), Ok(2)] }', 'Option[Int] { None }']

FAILED = [
    ('Result[Int, Str] { Err("no") }', 'Err("no")'), ('Bool { 1 > 2 }', 'false'),
    ('{ passed :: Int, failed :: Int } { { passed: 2, failed: 3 } }', 'failed: 3'),
    ('{ failures :: List[Str] } { { failures: ["a", "b"] } }', 'failures: ["a", "b"]'),
    ('List[Result[Int, Str]] { [Ok(1), Err("x")] }', 'Err("x") (item 2)'),
    ('{ sums :: Result[Int, Str] } { { sums: Err("x") } }', 'Err("x") (field sums)'),
    ('(Int, Result[Int, Str]) { (1, Err("x")) }', 'Err("x") (item 2)')]


@pytest.mark.parametrize('result', PASSED)
def test_results_that_report_no_failure(result, folder, capfd):
    path = folder(test_a='fn run_all() -> %s\n' % result)
    code, out, _ = lexvm(capfd, 'test', path + '/')
    assert (code, out) == (0, 'ok   %s/test_a.lex\n\n1 passed, 0 failed\n' % path)


@pytest.mark.parametrize('result, report', FAILED)
def test_results_that_report_a_failure(result, report, folder, capfd):
    path = folder(test_a='fn run_all() -> %s\n' % result)
    lines, summary = outcome(capfd, path)
    assert lines == ['FAIL D/test_a.lex \xe2\x80\x94 run_all gives ' + report]
    assert summary == '0 passed, 1 failed'
    assert lexvm(capfd, 'test', '--ignore-results', path)[0] == 0


@pytest.mark.parametrize('source, message', [
    ('fn run_all() -> Int { 1 / 0 }', 'runtime: integer division by zero'),
    ('fn run_al() -> Int { 1 }', 'runtime: runtime panic: no function `run_all`'),
    ('fn run_all(x :: Int) -> Int { 1 }',
     'runtime: runtime panic: arity mismatch calling run_all'),
    ('fn run_all() -> Int { "a" } fn g() -> Str { 1 }',
     'type error: the result of `run_all` should be Int, found Str; the result of `g` '
     'should be Str, found Int'),
    ('fn run_all() -> [foo, io, bar("x")] Int { 1 }',
     'policy: [PolicyViolation { kind: "effect_not_allowed", detail: "effect `foo` '
     'not in --allow-effects", effect: Some("foo"), path: None, at: Some("run_all") '
     '}, PolicyViolation { kind: "effect_not_allowed", detail: "effect `bar(\\"x\\")` '
     'not in --allow-effects", effect: Some("bar(\\"x\\")"), path: None, '
     'at: Some("run_all") }]'),
    ('fn run_all() -> [fs_read("/data")] Int { 1 }',
     'policy: [PolicyViolation { kind: "fs_path_not_allowed", detail: "path `/data` '
     'outside --allow-fs_read", effect: Some("fs_read"), path: Some("/data"), '
     'at: Some("run_all") }]'),
    ('fn run_all( -> Int { 1 }',
     'load: parse D/test_a.lex: parse error at byte 12: expected identifier for '
     'parameter name, got Some(Arrow)'),
    ('import "./lib" as lib\n' + PASSING,
     'load: import "./lib" from D/test_a.lex: file not found'),
])
def test_failure(source, message, folder, capfd):
    lines, summary = outcome(capfd, folder(test_a=source, test_b=PASSING))
    assert lines == ['FAIL D/test_a.lex \xe2\x80\x94 ' + message, 'ok   D/test_b.lex']
    assert summary == '1 passed, 1 failed'


def test_imports_and_output(folder, capfd):
    path = folder(lib='fn two() -> Int { 2 }\n', test_a='''\
import "std.io" as io
import "./lib" as lib
fn run_all() -> [io] Int { let _ := io.print("hi") lib.two() }
''')
    assert lexvm(capfd, 'test', path) == (
        0, 'hi\nok   %s/test_a.lex\n\n1 passed, 0 failed\n' % path, '')


def test_examples_are_not_evaluated(folder, capfd):
    path = folder(test_a='fn run_all() -> Int examples { f() => 2 } { 1 }\n')
    assert lexvm(capfd, 'test', path)[0] == 0


def test_restricted_effects(folder, capfd):
    path = folder(test_a='fn run_all() -> [io, time] Int { 1 }\n')
    assert lexvm(capfd, 'test', path)[0] == 0
    assert lexvm(capfd, 'test', '--allow-effects', 'time,,io', path)[0] == 0
    lines, _ = outcome(capfd, path, '--allow-effects', 'io')
    assert 'effect `time` not in' in lines[0]


def test_a_folder_with_the_name_of_a_test(folder, tmpdir, capfd):
    tmpdir.mkdir('test_x.lex')
    lines, _ = outcome(capfd, folder())
    assert lines == ['FAIL D/test_x.lex \xe2\x80\x94 load: read D/test_x.lex: '
                     'Is a directory (os error 21)']


def test_nothing_to_run(folder, tmpdir, capfd):
    path = folder(lib='fn')
    assert lexvm(capfd, 'test', path) == (
        0, 'no test_*.lex files found in %s\n' % path, '')


def test_no_folder(tmpdir, capfd):
    path = str(tmpdir.join('none'))
    assert lexvm(capfd, 'test', path) == (
        1, '', 'error: there is no folder `%s`\n'
        '  help: name the folder of the tests: `lexvm test DIR`\n' % path)
    with tmpdir.as_cwd():
        assert lexvm(capfd, 'test')[0] == 1
    code, out, _ = lexvm(capfd, '--output', 'json', 'test', path)
    assert (code, json.loads(out)['error']['message']) == (1, 'no folder ' + path)


def test_grants_that_are_misspelled(folder, capfd):
    assert failure(capfd, 'test', '--allow-effects', 'io,tmie', folder()) == \
        '--allow-effects: there is no effect `tmie`: did you mean `time`?'
    path = folder(test_a='fn run_all() -> [tracing_span] Int { 1 }\n')
    assert lexvm(capfd, 'test', '--allow-effects', 'tracing_span', path)[0] == 0


def test_default_folder(tmpdir, capfd):
    tmpdir.mkdir('tests').join('test_a.lex').write(PASSING)
    with tmpdir.as_cwd():
        assert lexvm(capfd, 'test') == (
            0, 'ok   tests/test_a.lex\n\n1 passed, 0 failed\n', '')


def test_wrong_usage(folder, capfd):
    usage = '; usage: lexvm test [--allow-effects k1,k2,...] [<dir>]'
    assert failure(capfd, 'test', '--fast') == 'unknown flag `--fast`' + usage
    assert failure(capfd, 'test', 'a', 'b') == 'unknown flag `b`' + usage
    assert failure(capfd, 'test', '--allow-effects') == \
        '--allow-effects requires a value'


RECURSION = 'fn f(n :: Int) -> Int { if n == 0 { n } else { 1 + f(n - 1) } }\n'


@pytest.mark.parametrize('flag, value, source, message', [
    ('--max-steps', '99', RECURSION + 'fn run_all() -> Int { f(50) }',
     'runtime panic: step limit exceeded in `f` (100 > 99)'),
    ('--max-depth', '50', RECURSION + 'fn run_all() -> Int { f(50) }',
     'call stack overflow: recursion depth exceeded (50)'),
    ('--max-output', '3', 'import "std.io" as io\n'
     'fn run_all() -> [io] Unit { io.print("abc") }', 'output limit exceeded (3 bytes)'),
    ('--timeout', '0.05', 'import "std.time" as time\n'
     'fn run_all() -> [time] Unit { time.sleep_ms(20000) }',
     'time limit exceeded (50 ms)')])
def test_limits(flag, value, source, message, folder, capfd):
    """Each file has its own: the next one runs."""
    path = folder(test_a=source, test_b=PASSING)
    lines, summary = outcome(capfd, path, flag, value)
    assert lines == ['FAIL D/test_a.lex \xe2\x80\x94 runtime: ' + message,
                     'ok   D/test_b.lex']
    assert summary == '1 passed, 1 failed'


def test_limits_that_are_not_reached(folder, capfd):
    path = folder(test_a=RECURSION + 'fn run_all() -> Int { f(50) }')
    flags = ['--max-steps', '0', '--max-depth', '52', '--max-memory', '16M',
             '--max-output', '0', '--timeout', '1000']
    assert lexvm(capfd, 'test', path, *flags)[0] == 0


def test_each_file_has_the_limit_of_memory(folder, capfd, monkeypatch):
    sizes = []
    monkeypatch.setattr(memory.rgc, 'set_max_heap_size', sizes.append)
    path = folder(test_a=PASSING, test_b=PASSING)
    assert lexvm(capfd, 'test', '--max-memory', '17M', path)[0] == 0
    assert sizes[-2:] == [17 << 20, 17 << 20]


def test_default_limit_of_memory_is_that_of_the_command(folder, capfd, monkeypatch):
    sizes = []
    monkeypatch.setattr(memory.rgc, 'set_max_heap_size', sizes.append)
    path = folder(test_a=PASSING, test_b=PASSING)
    assert lexvm(capfd, 'test', path)[0] == 0
    assert sizes == [memory.default_size()] * 3


@pytest.mark.parametrize('words, message', [
    (['--timeout'], '--timeout needs a value'),
    (['--timeout', 'x'], '--timeout must be a number of seconds'),
    (['--max-steps', 'x'], '--max-steps must be an integer')])
def test_bad_limits(words, message, capfd):
    assert message in failure(capfd, 'test', *words)
