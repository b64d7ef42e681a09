"""``lexvm run``: outcomes, exit codes and messages."""

import json
import os

import pytest

from tests.cli.test_main import failure, lexvm, machine_failure

SOURCE = '''\
import "std.io" as io
import "std.list" as list
fn shout(s :: Str) -> [io] Nil { io.print(s) }
fn twice(n :: Int) -> Int { n * 2 }
fn main() -> Int { 42 }
fn words() -> [io] List[Str] { io.argv() }
fn pair(x :: Int) -> (Int, Float) { (x, 0.5) }
fn endless(n :: Int) -> Int { endless(n + 1) }
fn late() -> [io] Int {
  let _ := io.print("before")
  1 / 0
}
'''

PURE = 'fn main() -> Int { 42 }\nfn twice(n :: Int) -> Int { n * 2 }\n'


@pytest.fixture
def program(tmpdir):
    path = tmpdir.join('m.lex')
    path.write(SOURCE)
    return str(path)


@pytest.fixture
def pure(tmpdir):
    path = tmpdir.join('pure.lex')
    path.write(PURE)
    return str(path)


def test_result_is_one_line_of_json(program, capfd):
    assert lexvm(capfd, 'run', '--allow-effects', 'io', program, 'pair', '3') == (
        0, '[3,0.5]\n', '')


def test_function_defaults_to_main(pure, capfd):
    assert lexvm(capfd, 'run', pure) == (0, '42\n', '')


def test_printed_lines_precede_the_result(program, capfd):
    assert lexvm(capfd, 'run', '--allow-effects', 'io', program, 'shout',
                 '"hey"') == (0, 'hey\nnull\n', '')


def test_printed_lines_precede_the_error(program, capfd):
    assert lexvm(capfd, 'run', '--allow-effects', 'io', program, 'late') == (
        1, 'before\n', '''\
error: runtime: integer division by zero
   --> %s:11:3
    |
 11 |   1 / 0
    |   ^^^^^ 1 / 0
  stack, the last call first:
    late  %s:11:3
''' % (program, program))


def test_flags_stand_anywhere(program, capfd):
    assert lexvm(capfd, 'run', program, '--max-steps', '100', 'twice',
                 '--allow-effects', 'time', '-4', '--allow-effects=io') == (
        0, '-8\n', '')


def test_program_words(program, capfd):
    assert lexvm(capfd, 'run', '--allow-effects', 'io', program, 'words', '--',
                 '--max-steps', 'x') == (0, '["--max-steps","x"]\n', '')
    # the words replace the arguments, but no words at all do not
    assert lexvm(capfd, 'run', '--allow-effects', 'io', program, 'twice', '4',
                 '--')[:2] == (0, '8\n')


@pytest.mark.parametrize('words, message', [
    (['twice', 'hey'], 'arg `hey` must be JSON: '
     'expected value at line 1 column 1'),
    (['twice', '[1'], 'arg `[1` must be JSON: '
     'EOF while parsing a list at line 1 column 2'),
    (['twice'], 'runtime: runtime panic: arity mismatch calling twice'),
    (['twice', '1', '2'], 'runtime: runtime panic: arity mismatch calling twice'),
    (['nope'], 'runtime: runtime panic: no function `nope`'),
    (['--max-steps', '50', 'endless', '0'],
     'runtime: runtime panic: step limit exceeded in `endless` (51 > 50)'),
    (['--max-steps'], '--max-steps needs a value'),
    (['--max-steps', '1.5'], '--max-steps must be an integer: `1.5` is not a '
     'number from 0 to 18446744073709551615'),
    (['--budget', '-1'], '--budget must be an integer: `-1` is not a '
     'number from 0 to 18446744073709551615'),
    (['--frob'], 'unknown flag `--frob`; try `lexvm run --help`'),
])
def test_errors(words, message, program, capfd):
    assert machine_failure(capfd, 'run', '--allow-effects', 'io', program,
                           *words) == message


@pytest.mark.parametrize('words, message, way_out', [
    (['twice', 'hey'], 'argument 1 (`n`) of `twice` must be JSON, found `hey`: '
     'expected value at line 1 column 1', 'for example `5`'),
    (['shout', 'hey'], 'argument 1 (`s`) of `shout` must be JSON, and a text has its '
     'quotes, found `hey`', 'write `\'"hey"\'`'),
    (['shout', '5'], 'argument 1 (`s`) of `shout` should be Str, found 5',
     'write `\'"5"\'`'),
    (['twice', '"5"'], 'argument 1 (`n`) of `twice` should be Int, found "5"',
     'write `5`'),
    (['twice'], '`twice` takes 1 argument, there are 0', ' twice 5`'),
    (['nope'], 'there is no function `nope` in ', 'its functions are endless, late, '),
    (['twise', '1'], 'there is no function `twise` in ', 'did you mean `twice`?'),
    (['--allow-effects', 'ioo', 'main'],
     '--allow-effects: there is no effect `ioo`: did you mean `io`?', ''),
    (['--allow-effects', 'io,frobs', 'main'],
     '--allow-effects: there is no effect `frobs`; there are a2a, approval, ', '')])
def test_errors_for_people(words, message, way_out, program, capfd):
    code, out, err = lexvm(capfd, 'run', '--allow-effects', 'io', program, *words)
    assert (code, out) == (1, '')
    lines = err.splitlines()
    assert lines[0].startswith('error: ' + message)
    assert way_out in ''.join(lines[1:])


def test_effects_of_the_program_itself_can_be_granted(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn main() -> [mcp("a"), own_effect] Int { 1 }\n')
    assert lexvm(capfd, 'run', '--allow-effects', 'own_effect,mcp:a', str(path)) == (
        0, '1\n', '')


def test_json_has_the_stack(program, capfd):
    code, out, err = lexvm(capfd, '--output', 'json', 'run', '--allow-effects', 'io',
                           program, 'late')
    assert (code, err) == (1, '')
    assert json.loads(out[len('before\n'):])['error'] == {
        'code': 'GENERAL_ERROR', 'message': 'runtime: integer division by zero',
        'value': '1 / 0',
        'stack': [{'function': 'late', 'file': program, 'line': 11, 'col': 3}]}


def test_long_arguments_are_abbreviated(pure, capfd):
    message = machine_failure(capfd, 'run', pure, 'twice', '[' * 100000)
    assert message.startswith('arg `[[[')
    assert 'recursion limit exceeded' in message
    assert len(message) < 400
    assert len(failure(capfd, 'run', pure, 'twice', '[' * 100000)) < 400


def test_without_file(capfd):
    assert failure(capfd, 'run') == ('usage: lexvm run [policy] <file> [fn] '
                                     '[args] or <file> -- [program args]')


def test_unreadable_files(tmpdir, capfd):
    missing = str(tmpdir.join('no.lex'))
    detail = 'No such file or directory (os error 2)'
    assert machine_failure(capfd, 'run', missing) == 'read %s: %s: %s' % (
        missing, detail, detail)
    assert failure(capfd, 'run', missing) == 'read %s: %s' % (missing, detail)
    assert failure(capfd, 'run', str(tmpdir)).endswith(
        'Is a directory (os error 21)')
    path = tmpdir.join('latin1.lex')
    path.write_binary(b'fn main() -> Str { "\xe9" }')
    assert failure(capfd, 'run', str(path)).endswith(
        'stream did not contain valid UTF-8')


def test_syntax_errors_show_the_place(tmpdir, capfd):
    path = tmpdir.join('bad.lex')
    path.write('# comment\nfn main( -> Int { 1 }\n')
    code, out, err = lexvm(capfd, 'run', str(path))
    lines = err.splitlines()
    assert (code, out) == (1, '')
    assert lines == ['error: expected a name of a parameter, found `->`',
                     '  --> %s:2:10' % path,
                     '   |',
                     ' 2 | fn main( -> Int { 1 }',
                     '   |          ^^']
    code, out, err = lexvm(capfd, '--output', 'json', 'run', str(path))
    assert (code, err) == (1, '')
    inner = 'parse error at byte 19: expected identifier for parameter name, got ' \
        'Some(Arrow)'
    assert json.loads(out)['error'] == {
        'code': 'GENERAL_ERROR', 'message': 'parse %s: %s: %s' % (path, inner, inner),
        'span': {'file': str(path), 'line': 2, 'col': 10, 'end_line': 2, 'end_col': 12}}


def test_policy_violations(program, capfd):
    code, out, err = lexvm(capfd, 'run', program, 'twice', '4')
    assert (code, out) == (3, '')
    assert err.splitlines()[:2] == [
        'error: `shout` needs the effect [io], which is not granted',
        '  --> %s:3:24' % program]
    assert err.count('also here') == 2
    assert err.endswith('  help: grant it: `lexvm run --allow-effects io %s twice ...`\n'
                        % program)
    code, out, err = lexvm(capfd, '--output', 'json', 'run', program)
    document = json.loads(out)
    assert (code, err, document['ok']) == (3, '', True)
    assert document['data']['phase'] == 'policy'
    violations = document['data']['violations']
    assert [violation.pop('span')['line'] for violation in violations] == [3, 6, 9]
    for violation, name in zip(violations, ['shout', 'words', 'late']):
        assert violation.pop('suggestion')
        assert violation == {'kind': 'effect_not_allowed', 'effect': 'io', 'at': name,
                             'detail': 'effect `io` not in --allow-effects'}


def test_json_envelopes(pure, capfd):
    envelope = '''\
{
  "ok": true,
  "command": "run",
  "data": {
    "result": 8
  },
  "meta": {
    "duration_ms": 0,
    "version": "0.10.11"
  }
}
'''
    assert lexvm(capfd, '--output', 'json', 'run', pure, 'twice', '4') == (
        0, envelope, '')
    envelope = '''\
{
  "ok": false,
  "command": "run",
  "error": {
    "code": "GENERAL_ERROR",
    "message": "runtime: runtime panic: no function `nope`",
    "suggestion": "its functions are main, twice"
  },
  "meta": {
    "duration_ms": 0,
    "version": "0.10.11"
  }
}
'''
    assert lexvm(capfd, '--output', 'json', 'run', pure, 'nope') == (
        1, envelope, '')


@pytest.mark.parametrize('words', [
    ['--jit'], ['--jit', 'on'], ['--jit', 'off'], ['--jit=off'],
    ['--jit', 'threshold=7,trace_eagerness=3'], ['--jit', 'trace_limit=6000']])
def test_jit_settings(words, pure, capfd):
    assert lexvm(capfd, *['run'] + words + [pure, 'twice', '4']) == (0, '8\n', '')


@pytest.mark.parametrize('setting', ['threshold=x', 'frob=1', 'threshold='])
def test_bad_jit_settings(setting, pure, capfd):
    message = failure(capfd, 'run', '--jit', setting, pure)
    assert message.startswith('--jit: `%s` is neither `on` nor `off`' % setting)


def test_trace_limit_is_bounded(pure, capfd):
    assert failure(capfd, 'run', '--jit=trace_limit=6001', pure) == \
        '--jit: trace_limit cannot exceed 6000'


def test_jit_stats(pure, capfd):
    code, out, err = lexvm(capfd, 'run', '--jit-stats', pure, 'main')
    assert (code, out) == (0, '42\n')
    lines = err.splitlines()
    assert lines[0] == 'steps: 2'
    assert lines[1] == 'jit: 0 loops, 0 bridges, 0 aborts'


def test_repeated_calls_are_timed(pure, capfd):
    code, out, err = lexvm(capfd, 'run', '--repeat', '3', pure, 'main')
    assert code == 0
    assert out == lexvm(capfd, 'run', pure, 'main')[1]
    lines = err.splitlines()
    assert len(lines) == 3
    for line in lines:
        assert line.startswith('call: ') and line.endswith(' ns')


def test_dry_run_loads_nothing(capfd):
    code, out, err = lexvm(capfd, 'run', '--dry-run', '--allow-effects', 'io',
                           'no.lex', 'f', '1', '--', 'w')
    assert (code, out) == (9, '')
    first, second = err.splitlines()
    assert first == 'dry-run: would call `f` in no.lex'
    action = json.loads(second[len('  \xe2\x80\xa2 '):])
    assert action == {
        'action': 'execute', 'args': ['1'], 'function': 'f',
        'max_steps': None, 'source': 'no.lex', 'trace': False,
        'policy': {'allow_approval': [], 'allow_effects': ['io'],
                   'allow_fs_read': [], 'allow_fs_write': [],
                   'allow_net_host': [], 'budget': None}}
    code, out, err = lexvm(capfd, '--output', 'json', 'run', '--dry-run', 'no.lex')
    assert (code, err) == (9, '')
    assert json.loads(out)['dry_run'] is True


def test_standard_input(pure, capfd):
    saved = os.dup(0)
    source = os.open(pure, os.O_RDONLY)
    try:
        os.dup2(source, 0)
        assert lexvm(capfd, 'run', '-') == (0, '42\n', '')
    finally:
        os.dup2(saved, 0)
        os.close(saved)
        os.close(source)
