"""Values that grow by being joined to themselves: operations on them end at once."""

import pytest

from tests.native.program import run

SOURCE = '''
import "std.json" as json
import "std.list" as list
import "std.str" as str

fn doubled(s :: List[Str], n :: Int) -> List[Str] {
  if n == 0 { s } else { doubled(list.concat(s, s), n - 1) }
}
# The room behind the first version is taken, so nothing is copied from then on.
fn many(n :: Int) -> List[Str] {
  let texts := list.map(list.range(0, 100), fn (i :: Int) -> Str { "a" })
  let first := list.concat(texts, ["b"])
  let taken := list.concat(first, ["c"])
  doubled(list.concat(first, list.concat(first, ["d"])), n)
}
fn text(s :: Str, n :: Int) -> Str {
  if n == 0 { s } else { text(str.concat(s, s), n - 1) }
}
fn long(n :: Int) -> Str { text("0123456789012345678901234567890123456789", n) }

fn length(n :: Int) -> Int { list.len(many(n)) }
fn joined(n :: Int) -> Int { str.len(str.join(many(n), "")) }
fn reversed(n :: Int) -> Int { list.len(list.reverse(many(n))) }
fn as_json(n :: Int) -> Int { str.len(json.stringify(many(n))) }
fn text_length(n :: Int) -> Int { str.len(long(n)) }
fn searched(n :: Int) -> Bool { str.contains(long(n), "x") }
'''

WORK = 'error: runtime: step limit exceeded by the work of native operations\n'


@pytest.fixture
def call(mode, tmpdir):
    path = tmpdir.join('grows.lex')
    path.write(SOURCE)

    def call(function, number, *flags):
        return run(mode, list(flags) + [str(path), function, str(number)], seconds=120)
    return call


@pytest.mark.parametrize('function', ['reversed', 'as_json', 'searched'])
def test_a_step_limit_ends_it(call, function):
    outcome = call(function, 50)
    assert outcome.stderr == WORK
    assert outcome.code == 1


def test_lengths(call):
    assert call('length', 50).stdout == '%d\n' % (203 << 50)
    assert call('text_length', 50).stdout == '%d\n' % (40 << 50)
    for flags in [[], ['--max-steps', '0']]:
        assert call('length', 60, *flags).stderr == (
            'error: runtime: runtime panic: list too long\n')
        assert call('text_length', 60, *flags).stderr == (
            'error: runtime: runtime panic: text too long\n')


def test_a_time_limit_ends_it(call):
    outcome = call('joined', 50, '--max-steps', '0', '--timeout', '1')
    assert outcome.stderr == 'error: runtime: time limit exceeded (1000 ms)\n'
