"""The limits of a run: what holds at the limit, one below and one above, and that each
of them holds wherever a program can spend its time or its memory."""

import os
import re
import subprocess
import time

import pytest

from tests.native.program import FOLDER, MODES, execute, require

MEMORY = re.compile(r'error: (runtime: )?memory limit exceeded \((\d+) bytes\)\n$')

PROGRAM = '''
import "std.bytes" as bytes
import "std.conc" as conc
import "std.csv" as csv
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.math" as math
import "std.parser" as parser
import "std.regex" as regex
import "std.set" as set
import "std.str" as str
import "std.time" as time

type Tree = Leaf | Node(Tree, Tree)

fn depth(n :: Int) -> Int { if n == 1 { 1 } else { 1 + depth(n - 1) } }

fn mapped(n :: Int) -> Int {
  if n == 1 {
    1
  } else {
    list.fold(list.map([n - 1], mapped), 1, fn (a :: Int, b :: Int) -> Int { a + b })
  }
}

fn print_line() -> [io] Int { let _ := io.print("12345") 7 }

fn forever(n :: Int) -> Int { forever(n + 1) }

fn fib(n :: Int) -> Int { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }

fn tree(n :: Int, t :: Tree) -> Tree { if n == 0 { t } else { tree(n - 1, Node(t, t)) } }

fn list_of(n :: Int) -> List[Int] { list.range(0, n) }

fn counted(n :: Int) -> Int { if n == 0 { n } else { counted(n - 1) } }

fn spending(n :: Int) -> [budget(10)] Int { if n == 0 { n } else { spending(n - 1) } }

# Each of these goes on until a limit stops it.

fn loop() -> Int { forever(0) }

fn recursion() -> Int { fib(90) }

fn effects(n :: Int) -> [time] Int { let _ := time.sleep_ms(1) effects(n + 1) }

fn sleep() -> [time] Int { let _ := time.sleep_ms(50000) 1 }

fn nap(n :: Int) -> [time] Int { let _ := time.sleep_ms(n) n }

fn read() -> [io] Option[Str] { io.readline() }

fn map_loop() -> Int { list.len(list.map(list_of(2000000000), fn (n :: Int) -> Int { n % 7 })) }

fn filter_loop() -> Int {
  list.len(list.filter(list_of(2000000000), fn (n :: Int) -> Bool { n < 0 }))
}

fn fold_loop() -> Int {
  list.fold(list_of(2000000000), 0, fn (a :: Int, b :: Int) -> Int { a + b % 3 })
}

fn equality() -> Bool { tree(70, Leaf) == tree(70, Leaf) }

fn hash_of(t :: Tree) -> Int { 1 }

fn hashing() -> Int { 1 + hash_of(tree(70, Leaf)) }

fn parsers(n :: Int, p :: Parser[Str]) -> Parser[Str] {
  if n == 0 { p } else { parsers(n - 1, parser.alt(p, p)) }
}

fn parsing() -> Bool {
  match parser.run(parsers(70, parser.char("x")), "y") { Ok(s) => true, Err(e) => false }
}

fn doubled(n :: Int, s :: Str) -> Str { if n == 0 { s } else { doubled(n - 1, str.concat(s, s)) } }

fn search() -> Bool {
  regex.is_match_str("(a?b?c?d?e?f?g?h?i?j?){60}z", doubled(22, "abcdefghij"))
}

fn product() -> Int {
  let m := math.ones(3000, 3000)
  math.rows(math.matmul(m, m))
}

# Each of these uses memory until a limit stops it.

fn grow_list(n :: Int, xs :: List[Int]) -> Int {
  if n == 0 { list.len(xs) } else { grow_list(n - 1, list.concat(xs, [n])) }
}

fn held(n :: Int) -> Int { list.len(list.reverse(list.range(0, n))) }

fn lists() -> Int { grow_list(1000000000, []) }

fn list_doubling(xs :: List[Int]) -> Int { list_doubling(list.concat(xs, xs)) }

fn concat() -> Int { list_doubling([1, 2, 3]) }

fn text_doubling(s :: Str) -> Int {
  if str.contains(s, "z") { 1 } else { text_doubling(str.concat(s, s)) }
}

fn text() -> Int { text_doubling("abc") }

fn replaced(s :: Str) -> Int { replaced(str.replace(s, "a", "aa")) }

fn replace() -> Int { replaced("aaaa") }

fn chain(t :: Tree) -> Int { chain(Node(t, Leaf)) }

fn values() -> Int { chain(Leaf) }

fn filled(n :: Int, m :: Map[Int, Str]) -> Int { filled(n + 1, map.set(m, n, "x")) }

fn maps() -> Int { filled(0, map.new()) }

fn json_text() -> Int { str.len(json.stringify(tree(60, Leaf))) }

fn result() -> Tree { tree(60, Leaf) }

fn mapping() -> Int { list.len(list.map(list_of(2000000000), fn (n :: Int) -> List[Int] { [n] })) }

fn sorting() -> Int {
  list.len(list.sort_by(list_of(2000000000), fn (n :: Int) -> Int { 0 - n }))
}

fn splitting() -> Int { list.len(str.split(doubled(23, "a,b,c,d,e,"), ",")) }

fn finding() -> Int {
  match regex.compile("a") {
    Ok(r) => list.len(regex.find_all(r, doubled(23, "aaaaaaaa"))),
    Err(e) => 0,
  }
}

fn matrix() -> Int { math.rows(math.zeros(100000, 100000)) }

fn remembered(n :: Int, xs :: List[Int]) -> Int { n }

fn both(n :: Int) -> Int {
  remembered(n % 2, []) + remembered(n, list.map(list_of(1000), fn (i :: Int) -> Int { i + n }))
}

fn remember(n :: Int) -> Int {
  if n == 0 { 0 } else { if both(n) < 0 { 1 } else { remember(n - 1) } }
}

fn memo_of_lists() -> Int { remember(30000) }

fn half(n :: Int) -> Int { n / 2 }

fn halves(n :: Int, sum :: Int) -> Int {
  if n == 0 { sum } else { halves(n - 1, sum + half(n) - half(n)) }
}

fn memo_of_ints() -> Int { halves(3000000, 0) }

fn memo_of_workers() -> Int {
  list.fold(list.par_map([1000000, 1000001, 1000002], fn (n :: Int) -> Int { halves(n, 0) }), 0,
            fn (a :: Int, n :: Int) -> Int { a + n })
}

# What was remembered before gives way to what is needed later.
fn memo_and_values() -> Int { halves(150000, 0) + held(3000000) }

fn printing(s :: Str) -> [io] Int { let _ := io.print(s) printing(s) }

fn prints() -> [io] Int { printing("0123456789") }

fn logs(path :: Str) -> [io] Int {
  let done := io.write(path, "0123456789")
  logs(path)
}
'''


@pytest.fixture
def call(mode, tmpdir):
    """A function that runs a function of PROGRAM in a mode, with flags."""
    path = tmpdir.join('bounds.lex')
    path.write(PROGRAM)
    name, jit = MODES[mode]

    def call(flags, function, *arguments, **options):
        return execute(name, ['run', '--max-steps', '0',
                              '--allow-effects', 'io,time,budget'] + jit +
                       flags + [str(path), function] + list(arguments), **options)
    return call


def assert_result(outcome, text):
    assert outcome.stderr == ''
    assert outcome.stdout == text
    assert outcome.code == 0


# ____________________________________________________________
# Steps and budget

def test_steps(call):
    """A limit of L lets L+1 steps run."""
    def limited(limit):
        return call(['--max-steps', str(limit)], 'counted', '100000')

    reported = call(['--jit-stats'], 'counted', '100000').stderr
    steps = int(re.match(r'steps: (\d+)\n', reported).group(1))
    assert_result(limited(steps), '0\n')
    assert_result(limited(steps - 1), '0\n')
    assert limited(steps - 2) == (
        '', 'error: runtime: runtime panic: step limit exceeded in `counted` (%d > %d)\n'
        % (steps - 1, steps - 2), 1)


def test_budget(call):
    """A hundred calls that cost ten each."""
    def limited(ceiling):
        return call(['--budget', str(ceiling)], 'spending', '100')

    assert_result(limited(1001), '0\n')
    assert_result(limited(1000), '0\n')
    assert limited(999) == (
        '', 'error: runtime: effect handler error: budget exceeded: requested 10, '
        'used so far 990, ceiling 999\n', 1)


# ____________________________________________________________
# Depth

@pytest.mark.parametrize('limit', [1, 2, 10, 1023, 1024])
def test_depth(call, limit):
    flags = ['--max-depth', str(limit)]
    overflow = ('', 'error: runtime: call stack overflow: recursion depth exceeded (%d)\n'
                % limit, 1)
    if limit > 1:
        assert_result(call(flags, 'depth', str(limit - 1)), '%d\n' % (limit - 1))
    assert_result(call(flags, 'depth', str(limit)), '%d\n' % limit)
    assert call(flags, 'depth', str(limit + 1)) == overflow


def test_depth_through_loops_of_the_machine(call):
    flags = ['--max-depth', '100']
    assert_result(call(flags, 'mapped', '99'), '99\n')
    assert_result(call(flags, 'mapped', '100'), '100\n')
    assert call(flags, 'mapped', '101').stderr == (
        'error: runtime: call stack overflow: recursion depth exceeded (100)\n')


@pytest.mark.parametrize('function', ['depth', 'mapped'])
def test_depth_beyond_the_native_stack(call, function):
    """The program ends with an error, whichever limit it meets."""
    outcome = call(['--max-depth', '10000000'], function, '5000000')
    assert outcome.code == 1
    assert outcome.stdout == ''
    assert outcome.stderr.startswith('error: runtime: call stack overflow: ')


# ____________________________________________________________
# Output

def test_output(call):
    """Six bytes are printed, and two for the result."""
    exceeded = 'error: runtime: output limit exceeded (%d bytes)\n'
    for size in (8, 9):
        assert_result(call(['--max-output', str(size)], 'print_line'), '12345\n7\n')
    for size in (6, 7):
        assert call(['--max-output', str(size)], 'print_line') == (
            '12345\n', exceeded % size, 1)
    for size in (0, 5):
        assert call(['--max-output', str(size)], 'print_line') == ('', exceeded % size, 1)


def test_output_in_a_loop(call):
    outcome = call(['--max-output', '1M'], 'prints')
    assert outcome.stdout == '0123456789\n' * (2 ** 20 // 11)
    assert outcome.stderr == 'error: runtime: output limit exceeded (1048576 bytes)\n'
    assert outcome.code == 1


def test_output_to_files(call, tmpdir):
    path = tmpdir.join('written')
    outcome = call(['--max-output', '1005'], 'logs', '"%s"' % path)
    assert outcome == ('', 'error: runtime: output limit exceeded (1005 bytes)\n', 1)
    assert path.read() == '0123456789'


# ____________________________________________________________
# Time

ENDLESS = ['loop', 'recursion', 'sleep', 'map_loop', 'filter_loop', 'fold_loop', 'equality',
           'hashing', 'parsing', 'search', 'product']


@pytest.mark.parametrize('function', ENDLESS)
def test_timeout(call, function):
    start = time.time()
    outcome = call(['--timeout', '0.5'], function, seconds=60)
    assert outcome == ('', 'error: runtime: time limit exceeded (500 ms)\n', 1)
    assert time.time() - start < 30


def test_timeout_of_effects(call):
    outcome = call(['--timeout', '0.2'], 'effects', '0', seconds=60)
    assert outcome == ('', 'error: runtime: time limit exceeded (200 ms)\n', 1)


def test_timeout_at_once(call):
    outcome = call(['--timeout', '0'], 'loop', seconds=60)
    assert outcome == ('', 'error: runtime: time limit exceeded (0 ms)\n', 1)


def test_timeout_that_is_not_reached(call):
    assert_result(call(['--timeout', '1000'], 'depth', '5'), '5\n')


def test_timeout_around_a_sleep(call):
    """A second is between a sleep that is shorter and one that is longer."""
    flags = ['--timeout', '1']
    assert_result(call(flags, 'nap', '500'), '500\n')
    start = time.time()
    outcome = call(flags, 'nap', '20000')
    assert outcome == ('', 'error: runtime: time limit exceeded (1000 ms)\n', 1)
    assert 1 <= time.time() - start < 15


# ____________________________________________________________
# Memory

HUNGRY = ['lists', 'concat', 'text', 'replace', 'values', 'maps', 'json_text', 'result',
          'mapping', 'sorting', 'splitting', 'finding', 'matrix']


@pytest.mark.parametrize('function', HUNGRY)
def test_memory(call, function):
    outcome = call(['--max-memory', '64M'], function, seconds=100)
    assert outcome.stdout == ''
    assert MEMORY.match(outcome.stderr), outcome.stderr[-500:]
    assert outcome.code == 1


@pytest.mark.parametrize('function, expected', [
    ('memo_of_lists', '0'), ('memo_of_ints', '0'), ('memo_of_workers', '0'),
    ('memo_and_values', '3000000')])
def test_memory_of_the_memo(call, function, expected):
    """What programs can do without is given up before the limit ends them."""
    assert_result(call(['--max-memory', '64M'], function, seconds=100), expected + '\n')


def test_memory_that_is_enough(call):
    """A million Ints take eight bytes each; the list grows in steps, and old and new
    are there together."""
    flags = ['--max-memory', '64M']
    assert_result(call(flags, 'grow_list', '1000000', '[]'), '1000000\n')
    outcome = call(flags, 'grow_list', '10000000', '[]')
    assert outcome == ('', 'error: runtime: memory limit exceeded (67108864 bytes)\n', 1)


def test_memory_at_the_limit(call):
    """What four million Ints need can be told to within 64 KB; how much that is depends
    on when the collector looks, but is more than the Ints themselves have and less than
    four times that."""
    ints = 32000000
    step = 65536

    def enough(size):
        outcome = call(['--max-memory', str(size)], 'held', '4000000')
        assert outcome.code == 0 or MEMORY.match(outcome.stderr), outcome.stderr[-500:]
        return outcome.code == 0

    below, above = ints, 4 * ints
    assert not enough(below)
    assert enough(above)
    while above - below > step:
        middle = (below + above) // 2
        if enough(middle):
            above = middle
        else:
            below = middle
    assert not enough(below - step)
    assert enough(above + step)


def test_least_memory(call):
    refused = 'error: --max-memory must be at least 16M\n'
    assert_result(call(['--max-memory', '16M'], 'depth', '5'), '5\n')
    assert_result(call(['--max-memory', '16777217'], 'depth', '5'), '5\n')
    assert call(['--max-memory', '16777215'], 'depth', '5') == ('', refused, 1)


@pytest.mark.parametrize('function', ['lists', 'values', 'text', 'maps'])
def test_memory_of_the_process(mode, function, tmpdir):
    """Without the flag, the limit of the system is kept below."""
    name, jit = MODES[mode]
    require(name)
    path = tmpdir.join('bounds.lex')
    path.write(PROGRAM)
    process = subprocess.Popen(
        ['sh', '-c', 'ulimit -v 1000000; exec "$@"', 'sh', os.path.join(FOLDER, name), 'run',
         '--max-steps', '0', '--allow-effects', 'io,time,budget'] + jit + [str(path), function],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    assert out == ''
    assert MEMORY.match(err), err[-500:]
    assert process.returncode == 1


def test_memory_of_the_source(mode, tmpdir):
    """A program too large to be read."""
    name, jit = MODES[mode]
    path = tmpdir.join('large.lex')
    path.write('fn main() -> Int { 1 }\n' + '# x\n' * 10000000)
    outcome = execute(name, ['run', '--max-memory', '32M'] + jit + [str(path)])
    assert outcome.stdout == ''
    assert MEMORY.match(outcome.stderr), outcome.stderr[-500:]
    assert outcome.code == 1


def test_memory_of_tests(mode, tmpdir):
    """A test that needs too much fails, and the next one has all the memory again.  The
    command has no flags for the JIT."""
    if MODES[mode][1]:
        pytest.skip('the same as without the flags of the mode')
    hungry = ('import "std.list" as list\n'
              'fn run_all() -> Int { list.len(list.reverse(list.range(0, 100000000))) }\n')
    tmpdir.join('test_a.lex').write(hungry)
    tmpdir.join('test_b.lex').write(hungry.replace('100000000', '100000'))
    outcome = execute(MODES[mode][0], ['test', '--max-memory', '32M', str(tmpdir)])
    assert outcome.stdout.replace(str(tmpdir), 'D') == (
        'FAIL D/test_a.lex \xe2\x80\x94 runtime: memory limit exceeded (33554432 bytes)\n'
        'ok   D/test_b.lex\n\n1 passed, 1 failed\n')
    assert outcome.code == 1
