"""What users get wrong: a clear message and a documented exit code, never a crash."""

import os
import subprocess

import pytest

from tests.native import program as native
from tests.native.program import ROOT, require

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


def execute(name, arguments, **options):
    outcome = native.execute(name, arguments, **options)
    return outcome._replace(stderr=outcome.report)


@pytest.fixture(params=['lexvm', 'lexvm-nojit'])
def name(request):
    return request.param


@pytest.fixture
def source(tmpdir):
    path = tmpdir.join('count.lex')
    path.write(COUNT)
    return str(path)


def assert_clear(outcome, code=1):
    """A short report on stderr that starts with one line of error, the exit code, and
    nothing of the machinery.  -> the report."""
    assert outcome.code == code
    assert outcome.stdout == ''
    report = outcome.stderr
    assert len(report) < 5000
    assert report.startswith('error: ')
    assert len(report.splitlines()[0]) < 1000
    assert report.count('error: ') == 1
    for word in ('Traceback', 'RPython', 'internal', 'Fatal'):
        assert word not in report
    return report


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
    assert 'there is no function `main`' in line


def assert_parse_error(outcome, path):
    """Like assert_clear, with the place."""
    assert '\n  --> %s:' % path in assert_clear(outcome).replace('   -->', '  -->')


def assert_checks(name, path):
    """Nothing but warnings, and not too many of them."""
    outcome = execute(name, ['check', path], seconds=300)
    assert outcome.code == 0
    assert outcome.stderr == ''
    assert outcome.stdout.splitlines()[-1] == 'ok'
    assert 'error' not in outcome.stdout
    assert len(outcome.stdout) < 20000


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
    assert 'argument 1 (`n`) of `count` must be JSON' in line


@pytest.mark.parametrize('arguments', [[], ['1', '2']])
def test_wrong_number_of_arguments(name, arguments, source):
    line = assert_clear(execute(
        name, ['run', '--allow-effects', 'io', source, 'count'] + arguments))
    assert '`count` takes 1 argument' in line


def test_wrong_type_of_argument(name, source):
    line = assert_clear(execute(
        name, ['run', '--allow-effects', 'io', source, 'count', '"three"']))
    assert 'should be Int, found "three"' in line


def test_unknown_function(name, source):
    line = assert_clear(execute(name, ['run', '--allow-effects', 'io', source, 'nope']))
    assert 'there is no function `nope`' in line


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


# Programs that are deep, large, cyclic or exponential

# Parametrized by numbers: pytest puts a text into the environment of the program.

DEPTH = 10000
FIVE_MEGABYTES = 5000000


@pytest.fixture
def program(tmpdir):
    """A function that writes a program; -> its path."""
    def write(text):
        path = tmpdir.join('program.lex')
        path.write(text)
        return str(path)
    return write


DEEP = [
    'fn f(x :: %sInt%s) -> Int { 1 }' % ('List[' * DEPTH, ']' * DEPTH),
    'fn f(x :: %sInt%s) -> Int { 1 }' % ('{ a :: ' * DEPTH, ' }' * DEPTH),
    'type T = %sInt' % ('(Int) -> ' * DEPTH),
    'fn f(x :: Int) -> Int { match x { %sa, b%s => 1 } }' % ('(' * DEPTH, ')' * DEPTH),
    'fn f(x :: Int) -> Int { match x { %sa%s => 1 } }' % ('Some(' * DEPTH, ')' * DEPTH),
    'fn f() -> Int { %s1%s }' % ('(' * DEPTH, ')' * DEPTH),
    'fn f() -> Int { %s1%s }' % ('if true { ' * DEPTH, ' } else { 2 }' * DEPTH),
    'fn f() -> Int { %s1%s }' % ('fn () -> Int { ' * DEPTH, ' }' * DEPTH)]


@pytest.mark.parametrize('number', range(len(DEEP)))
def test_deep_program(name, number, program):
    path = program(DEEP[number])
    outcome = execute(name, ['check', path])
    assert_parse_error(outcome, path)
    assert 'too deeply (max ' in outcome.stderr


def lets(lines):
    return 'fn main() -> Int {\n%s\n1\n}\n' % '\n'.join(lines)


def assert_correct(outcome):
    """`check` is content; unused names are no error."""
    assert (outcome.code, outcome.stderr) == (0, '')
    assert outcome.stdout.endswith('ok\n')


LONG = [
    lets(['let x%d := %d' % (i, i) for i in range(100000)]),
    'fn main() -> Int { 1%s }' % (' + 1' * DEPTH),
    'fn g(x :: Int) -> Int { x }\nfn main() -> Int { 1%s }' % (' |> g' * DEPTH),
    'fn g[T](f :: T) -> Int { f%s }\nfn main() -> Int { 1 }' % ('(1)' * DEPTH),
    lets(['let a0 := Ok(1)'] + ['let a%d := Ok(a%d)' % (i, i - 1)
                                for i in range(1, 1000)] + ['a999' + '?' * 990])]


@pytest.mark.parametrize('number', range(len(LONG)))
def test_long_chains(name, number, program):
    path = program(LONG[number])
    assert_checks(name, path)
    outcome = execute(name, ['run', path])
    assert (outcome.code, outcome.stderr) == (0, '')
    assert execute(name, ['hash', path]).code == 0


def test_tree_too_large_to_print(name, program):
    path = program(lets(['let x%d := %d' % (i, i) for i in range(100000)]))
    line = assert_clear(execute(name, ['parse', path]))
    assert 'nested too deeply to print' in line


def test_many_functions(name, program):
    functions = ['fn f0(x :: Int) -> Int { x }']
    functions += ['fn f%d(x :: Int) -> Int { f%d(x) + 1 }' % (i, i - 1)
                  for i in range(1, 100000)]
    path = program('\n'.join(functions))
    assert_checks(name, path)
    assert execute(name, ['run', path, 'f500', '1']).stdout == '501\n'


def test_cyclic_aliases(name, program):
    path = program('type A = B\ntype B = A\ntype L = List[L]\ntype P[T] = P[P[T]]\n'
                   'fn f(x :: A) -> B { x }\nfn g(x :: A) -> Int { x + 1 }\n'
                   'fn h(x :: L) -> List[List[L]] { x }\n'
                   'fn k(x :: P[Int]) -> (Int, Int) { x }\nfn main() -> Int { 1 }\n')
    outcome = execute(name, ['check', path])
    assert outcome.code == 2
    assert outcome.stdout.count('error: ') >= 3
    assert outcome.stdout.endswith(' errors\n')
    outcome = execute(name, ['--output', 'json', 'check', path])
    assert outcome.stdout.count('"kind": "type_mismatch"') >= 3


def test_cyclic_imports(name, tmpdir):
    for file, other in [('a', 'b'), ('b', 'c'), ('c', 'a')]:
        tmpdir.join(file + '.lex').write('import "./%s" as x\n' % other)
    outcome = execute(name, ['check', str(tmpdir.join('a.lex'))])
    assert outcome.code == 1
    assert outcome.stderr.startswith('error: import cycle: ')


ONE_LINE = [
    ('fn main() -> Int { 1%s }' % (' + 1' * (FIVE_MEGABYTES // 4)),
     str(FIVE_MEGABYTES // 4 + 1)),
    ('fn main() -> Int { let l := [%s1] 5 }' % ('1, ' * (FIVE_MEGABYTES // 3)), '5'),
    ('fn main() -> Int { let s := "%s" 5 }' % ('x' * FIVE_MEGABYTES), '5'),
    ('fn main() -> Int { %s5 }' % ''.join(
        'let x%d := 1 ' % i for i in range(FIVE_MEGABYTES // 15)), '5'),
    ('#%s\nfn main() -> Int { 5 }' % ('x' * FIVE_MEGABYTES), '5')]


@pytest.mark.parametrize('number', range(len(ONE_LINE)))
def test_one_long_line(name, number, program):
    text, result = ONE_LINE[number]
    path = program(text)
    assert_checks(name, path)
    assert execute(name, ['run', path], seconds=300).stdout == result + '\n'


def test_error_in_a_long_line(name, program):
    path = program('fn main() -> Int { 1%s +) }' % (' + 1' * (FIVE_MEGABYTES // 4)))
    assert_parse_error(execute(name, ['check', path], seconds=300), path)


def doubling(name, first):
    return ['let %s0 := %s' % (name, first)] + [
        'let %s%d := (%s%d, %s%d)' % (name, i, name, i - 1, name, i - 1)
        for i in range(1, 100)]


ALIASES = ''.join('type T%d[T] = (T%d[T], T%d[T])\n' % (i, i - 1, i - 1)
                  for i in range(1, 100)) + 'type T0[T] = T\n'


DOUBLING = [
    (lets(doubling('a', '1') + doubling('b', '1') + ['let c := [a99, b99]']), 0),
    (ALIASES + 'fn f(x :: T99[Int]) -> Int { 1 }\n'
     + lets(doubling('a', '1') + ['let c := f(a99)']), 0),
    ('fn f[T](x :: T) -> Int {\n%s\n[x, a99]\n1\n}' % '\n'.join(doubling('a', 'x')), 1),
    (lets(doubling('a', '1') + ['let c := a99 + 1']), 1)]


@pytest.mark.parametrize('number', range(len(DOUBLING)))
def test_types_that_double(name, number, program):
    text, errors = DOUBLING[number]
    outcome = execute(name, ['check', program(text)])
    assert outcome.code == (2 if errors else 0)
    assert outcome.stdout.count('error: ') == errors
    assert len(outcome.stdout) < 500000


TOO_COMPLEX = [
    'fn f() -> [%s] Int { 1 }' % ', '.join('e%d' % i for i in range(100000)),
    'fn f[%s](x :: Int) -> Int { 1 }' % ', '.join('T%d' % i for i in range(100000))]


@pytest.mark.parametrize('number', range(len(TOO_COMPLEX)))
def test_limits_of_the_checker(name, number, program):
    outcome = execute(name, ['check', program(TOO_COMPLEX[number])])
    assert outcome.code == 2
    assert outcome.stdout.startswith('error: too complex: ')
    assert len(outcome.stdout) < 1000
    outcome = execute(name, ['--output', 'json', 'check', program(TOO_COMPLEX[number])])
    assert '"kind": "too_complex"' in outcome.stdout


def test_warnings_about_large_matches(name, program):
    arms = ', '.join('%d => 1' % i for i in range(100000))
    path = program('fn f(x :: Int) -> Int { match x { %s, 5 => 2, _ => 3 } }' % arms)
    outcome = execute(name, ['check', '--strict', path])
    assert outcome.code == 1
    assert outcome.stdout.count('[UNREACHABLE_ARM]') == 1
    assert len(outcome.stdout) < 1000
