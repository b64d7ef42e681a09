"""What users get wrong: a clear message and a documented exit code, never a crash."""

import os
import subprocess

import pytest

from tests.native.program import ROOT, execute, require

COUNT = '''
import "std.int" as int
import "std.io" as io

fn count(n :: Int) -> [io] Int {
  if n == 0 {
    0
  } else {
    io.print(int.to_str(n))
    count(n - 1)
  }
}

fn main() -> Int { 42 }
'''


@pytest.fixture(params=['lexvm', 'lexvm-nojit'])
def name(request):
    return request.param


@pytest.fixture
def source(tmpdir):
    path = tmpdir.join('count.lex')
    path.write(COUNT)
    return str(path)


def assert_clear(outcome, code=1):
    """One line on stderr, the exit code, and nothing of the machinery."""
    assert outcome.code == code
    assert outcome.stdout == ''
    lines = outcome.stderr.splitlines()
    assert len(lines) == 1, outcome.stderr[:2000]
    assert lines[0].startswith('error: ')
    assert len(lines[0]) < 1000
    for word in ('Traceback', 'RPython', 'internal', 'Fatal'):
        assert word not in lines[0]
    return lines[0]


def test_missing_file(name):
    line = assert_clear(execute(name, ['run', 'no/such/file.lex']))
    assert 'no/such/file.lex' in line
    assert 'No such file or directory' in line


def test_directory(name, tmpdir):
    line = assert_clear(execute(name, ['run', str(tmpdir)]))
    assert 'directory' in line


def test_unreadable_bytes(name, tmpdir):
    path = tmpdir.join('latin1.lex')
    path.write_binary(b'fn main() -> Str { "caf\xe9" }\n')
    line = assert_clear(execute(name, ['run', str(path)]))
    assert 'UTF-8' in line


def test_empty_file(name, tmpdir):
    path = tmpdir.join('empty.lex')
    path.write('')
    line = assert_clear(execute(name, ['run', str(path)]))
    assert 'no function `main`' in line


def assert_parse_error(outcome, path):
    """Like assert_clear, but the source line and a caret may follow, if short."""
    assert outcome.code == 1
    assert outcome.stdout == ''
    assert len(outcome.stderr) < 5000
    assert outcome.stderr.startswith('error: parse ')
    assert path in outcome.stderr
    for word in ('Traceback', 'RPython', 'internal', 'Fatal'):
        assert word not in outcome.stderr


def test_fifty_megabytes_of_parentheses(name, tmpdir):
    path = tmpdir.join('deep.lex')
    path.write_binary(b'(' * 50000000)
    assert_parse_error(execute(name, ['run', str(path)]), str(path))


@pytest.mark.parametrize('opening', ['(', '[', '{', '-', 'not ', 'if true { ', 'f(',
                                     '[1, ', '{ a: ', 'match 1 { 1 => '])
def test_deep_nesting_inside_a_function(name, opening, tmpdir):
    path = tmpdir.join('deep.lex')
    path.write('fn f(x :: Int) -> Int { ' + opening * 100000)
    assert_parse_error(execute(name, ['run', str(path)]), str(path))


@pytest.mark.parametrize('flags', [['--no-such-flag'], ['--jit', 'nonsense'],
                                   ['--jit', 'threshold=x'], ['--jit', 'vec=1'],
                                   ['--jit', 'enable_opts=intbounds'],
                                   ['--jit', 'retrace_limit=5'],
                                   ['--jit', 'trace_limit=6001'],
                                   ['--jit', 'trace_limit=x'], ['--max-steps', 'many'],
                                   ['--max-steps', '-1'], ['--budget', '1.5']])
def test_unknown_flags_and_values(name, flags, source):
    assert_clear(execute(name, ['run', '--allow-effects', 'io'] + flags + [source]))


def test_flag_without_value(name, source):
    line = assert_clear(execute(name, ['run', source, '--max-steps']))
    assert '--max-steps needs a value' in line


def test_no_command(name):
    outcome = execute(name, [])
    assert outcome.code == 1
    assert 'usage: ' in outcome.stderr


def test_unknown_command(name):
    line = assert_clear(execute(name, ['frobnicate']))
    assert '`frobnicate`' in line


def test_run_without_file(name):
    line = assert_clear(execute(name, ['run']))
    assert 'usage: ' in line


@pytest.mark.parametrize('text', ['hi', '', '{', '[1,', '{"a" 1}', '"open', '01', '1 2',
                                  'nul', '"\\ud800"', '[' * 300])
def test_malformed_json_argument(name, text, source):
    line = assert_clear(execute(
        name, ['run', '--allow-effects', 'io', source, 'count', text]))
    assert 'must be JSON' in line


@pytest.mark.parametrize('arguments', [[], ['1', '2']])
def test_wrong_number_of_arguments(name, arguments, source):
    line = assert_clear(execute(
        name, ['run', '--allow-effects', 'io', source, 'count'] + arguments))
    assert 'arity mismatch calling count' in line


def test_wrong_type_of_argument(name, source):
    assert_clear(execute(
        name, ['run', '--allow-effects', 'io', source, 'count', '"three"']))


def test_unknown_function(name, source):
    line = assert_clear(execute(name, ['run', '--allow-effects', 'io', source, 'nope']))
    assert 'no function `nope`' in line


@pytest.mark.parametrize('arguments', [['main'], ['count', '3'], ['count', '100000']])
def test_full_disk(name, arguments, source):
    with open('/dev/full', 'w') as full:
        outcome = execute(name, ['run', '--max-steps', '0', '--allow-effects', 'io',
                                 source] + arguments, stdout=full)
    line = assert_clear(outcome)
    assert 'No space left on device' in line


@pytest.mark.parametrize('arguments', [['main'], ['count', '100000']])
def test_closed_pipe(name, arguments, source):
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, 'w') as pipe:
        outcome = execute(name, ['run', '--max-steps', '0', '--allow-effects', 'io',
                                 source] + arguments, stdout=pipe)
    line = assert_clear(outcome)
    assert 'Broken pipe' in line


def test_reader_that_leaves_early(name, source):
    """`lexvm run ... | head -1` ends, and soon."""
    require(name)
    command = ('{ timeout 60 ./%s run --max-steps 0 --allow-effects io %s count 5000000; '
               'echo $? >&2; } | head -n 1' % (name, source))
    process = subprocess.Popen(['sh', '-c', command], cwd=ROOT,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    assert out == '5000000\n'
    assert err.splitlines()[-1] == '1'
