"""What goes wrong around a program: signals, full disks, closed outputs, deep values."""

import json
import os
import signal
import subprocess
import threading
import time

import pytest

from tests.native.program import FOLDER, MODES, execute, require

PROGRAM = '''
import "std.io" as io
import "std.json" as json
import "std.list" as list
import "std.map" as map
import "std.str" as str
import "std.time" as time

type Tree = Leaf | Node(Tree, Tree)

type Nest = Nest(List[Nest])

type Chain = End | Link(Int, Chain)

fn forever(n :: Int) -> Int { forever(n + 1) }

fn loop() -> [io] Int { let _ := io.print("started") forever(0) }

fn mapped() -> [io] Int {
  let _ := io.print("started")
  list.len(list.map(list.range(0, 2000000000), fn (n :: Int) -> Int { n % 7 }))
}

fn printing(n :: Int) -> [io] Int { let _ := io.print("started") printing(n + 1) }

fn prints() -> [io] Int { printing(0) }

fn tree(n :: Int, t :: Tree) -> Tree { if n == 0 { t } else { tree(n - 1, Node(t, t)) } }

fn compared() -> [io] Bool { let _ := io.print("started") tree(70, Leaf) == tree(70, Leaf) }

fn sleeps() -> [io, time] Int {
  let _ := io.print("started")
  let _ := time.sleep_ms(50000)
  1
}

fn reads() -> [io] Option[Str] { let _ := io.print("started") io.readline() }

fn lines(n :: Int) -> [io] Int {
  if n == 0 { 0 } else { let _ := io.print("a line of some length") lines(n - 1) }
}

fn nest(n :: Int, inner :: Nest) -> Nest {
  if n == 0 { inner } else { nest(n - 1, Nest([inner])) }
}

fn nested(n :: Int) -> Nest { nest(n, Nest([])) }

fn depth_of(n :: Nest, depth :: Int) -> Int {
  match n {
    Nest(inner) => match list.head(inner) {
      Some(next) => depth_of(next, depth + 1),
      None => depth
    },
  }
}

fn chain(n :: Int, c :: Chain) -> Chain { if n == 0 { c } else { chain(n - 1, Link(n, c)) } }

# Called with equal values, it is remembered: they are hashed and compared.
fn measured(n :: Nest) -> Int { depth_of(n, 0) }

fn same(n :: Int) -> Bool { nested(n) == nested(n) }

fn differ(n :: Int) -> Bool { nested(n) == nested(n + 1) }

fn remembered(n :: Int) -> List[Int] { [measured(nested(n)), measured(nested(n))] }

fn printed(n :: Int) -> Int { str.len(json.stringify(nested(n))) }

fn read_back(n :: Int) -> Int {
  let text := json.stringify(nested(n))
  match json.parse(text) { Ok(v) => str.len(json.stringify(v)), Err(e) => 0 - str.len(e) }
}

# Values that die; the collector has to find that out.
fn garbage(rounds :: Int, n :: Int, total :: Int) -> Int {
  if rounds == 0 { total } else { garbage(rounds - 1, n, total + depth_of(nested(n), 0)) }
}

fn keyed(n :: Int) -> Int { map.size(map.set(map.set(map.new(), "a", nested(n)), "b", nested(n))) }

fn shown(n :: Int) -> Int { list.len(list.map([chain(n, End), chain(n + 1, End)], length)) }

fn length(c :: Chain) -> Int { length_of(c, 0) }

fn length_of(c :: Chain, n :: Int) -> Int {
  match c { End => n, Link(v, rest) => length_of(rest, n + 1) }
}
'''

DEEP = 1000000


@pytest.fixture
def start(mode, tmpdir):
    """A function that gives the command for a function of PROGRAM in a mode."""
    path = tmpdir.join('faults.lex')
    path.write(PROGRAM)
    name, jit = MODES[mode]
    require(name)

    def command(function, *words):
        return ([os.path.join(FOLDER, name), 'run', '--max-steps', '0', '--allow-effects',
                 'io,time'] + jit + [str(path), function] + list(words))
    return command


@pytest.fixture
def call(start):
    def call(function, *arguments, **options):
        command = start(function, *[json.dumps(a) for a in arguments])
        return execute(os.path.basename(command[0]), command[1:], **options)
    return call


def assert_result(outcome, expected):
    assert outcome.stderr == ''
    assert json.loads(outcome.stdout) == expected
    assert outcome.code == 0


# ____________________________________________________________
# Signals

def heed_interrupts():
    """A shell starts its jobs in the background with SIGINT ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize('number', [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize('function', ['loop', 'mapped', 'prints', 'compared', 'sleeps', 'reads'])
def test_signal(start, function, number):
    """The program ends soon, says why, and what it printed is there."""
    process = subprocess.Popen(start(function), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, preexec_fn=heed_interrupts)
    too_long = threading.Timer(60, process.kill)
    too_long.start()
    time.sleep(0.7)
    assert process.poll() is None
    process.send_signal(number)
    began = time.time()
    # Closing its input, as communicate does, would end the program that reads.
    while function == 'reads' and process.poll() is None and time.time() - began < 20:
        time.sleep(0.05)
    out, err = process.communicate()
    too_long.cancel()
    assert time.time() - began < 20
    name = {signal.SIGINT: 'SIGINT', signal.SIGTERM: 'SIGTERM'}[number]
    assert err == 'error: stopped by %s\n' % name
    assert process.returncode == 128 + number
    assert out.startswith('started\n')


# ____________________________________________________________
# Outputs that take no more

def test_full_disk_with_a_trace(start, tmpdir):
    """An old trace stays as it is when the new one does not fit."""
    path = tmpdir.join('trace.json')
    command = start('lines', '1')
    command[2:2] = ['--trace', str(path)]
    subprocess.check_output(command, stderr=subprocess.STDOUT)
    old = path.read()
    command = start('lines', '5000')
    command[2:2] = ['--trace', str(path)]
    process = subprocess.Popen(
        ['sh', '-c', 'ulimit -f 20; exec "$@"', 'sh'] + command,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate()
    assert process.returncode == 1
    assert 'File too large' in err
    assert path.read() == old
    assert tmpdir.listdir() == [tmpdir.join('faults.lex'), path] or (
        sorted(p.basename for p in tmpdir.listdir()) == ['faults.lex', 'trace.json'])


def test_output_file_too_large(start, tmpdir):
    with open(str(tmpdir.join('out')), 'w') as out:
        process = subprocess.Popen(
            ['sh', '-c', 'ulimit -f 20; exec "$@"', 'sh'] + start('lines', '100000'),
            stdout=out, stderr=subprocess.PIPE)
        err = process.communicate()[1]
    assert err == ('error: cannot write to standard output: '
                   'File too large (os error 27)\n')
    assert process.returncode == 1


def test_no_standard_streams(start):
    """All three are closed before the program starts."""
    command = start('lines', '10')
    status = subprocess.call(['sh', '-c', '"$@" <&- >&- 2>&-', 'sh'] + command)
    assert status == 1


# ____________________________________________________________
# Values a million levels deep

@pytest.mark.parametrize('function, expected', [
    ('same', True), ('differ', False), ('remembered', [DEEP, DEEP]), ('keyed', 2),
    ('shown', 2)])
def test_deep_values(call, function, expected):
    assert_result(call(function, DEEP), expected)


def test_deep_values_are_printed(call):
    each = len('{"$variant":"Nest","args":[[]]}')
    assert_result(call('printed', DEEP), each * (DEEP + 1))
    outcome = call('nested', DEEP)
    assert outcome.stderr == ''
    assert outcome.code == 0
    assert outcome.stdout.count('"Nest"') == DEEP + 1


def test_deep_values_are_freed(call):
    assert_result(call('garbage', 20, DEEP // 4, 0,
                       env={'PYPY_GC_MIN': '1M', 'PYPY_GC_MAJOR_COLLECT': '1.1'}),
                  20 * (DEEP // 4))


def test_deep_text_is_not_parsed(call):
    """Beyond its depth, json.parse answers with an Err."""
    outcome = call('read_back', DEEP)
    assert outcome.stderr == ''
    assert outcome.code == 0
    assert json.loads(outcome.stdout) < 0


@pytest.mark.parametrize('opening, closing', [
    ('[', ''), ('[', ']'), ('{"a":', ''), ('{"$variant":"N","args":[', '')],
    ids=['open lists', 'lists', 'records', 'variants'])
def test_deep_arguments(start, opening, closing):
    """As deep as the system lets an argument be."""
    times = 100000 // len(opening + closing)
    command = start('depth_of', opening * times + closing * times, '0')
    outcome = execute(os.path.basename(command[0]), command[1:])
    assert outcome.code == 1
    assert outcome.stdout == ''
    assert outcome.stderr.startswith('error: argument 1 (')
    assert len(outcome.stderr) < 2000


# ____________________________________________________________
# Sources that are deep or wide

@pytest.mark.parametrize('command', ['check', 'parse', 'hash', 'run'])
@pytest.mark.parametrize('source', [
    'fn main() -> Int { %s }' % ' + '.join(['1'] * 20000),
    'fn main() -> Int { %s }' % '\n'.join('let x%d := %d' % (i, i) for i in range(5000)) + '\n',
    'fn main() -> List[Int] { [%s] }' % ', '.join(['1'] * 50000),
    'fn main() -> Str { "a" %s }' % ('|> f' * 5000) + '\nfn f(s :: Str) -> Str { s }',
    'type T = %s\nfn main() -> Int { 1 }' % ' | '.join('C%d' % i for i in range(5000)),
    'fn main() -> %sInt%s { 1 }' % ('List[' * 5000, ']' * 5000),
    'fn main() -> Int { match 1 { %s } }' % ', '.join('%d => 1' % i for i in range(3000)),
    'fn main() -> Int { %s1%s }' % ('f(' * 200, ')' * 200) + '\nfn f(n :: Int) -> Int { n }',
    '\n'.join('fn f%d() -> Int { f%d() }' % (i, i + 1) for i in range(3000)) +
    '\nfn f3000() -> Int { 1 }\nfn main() -> Int { f0() }',
], ids=['sum', 'lets', 'list', 'pipes', 'variants', 'type', 'arms', 'calls', 'functions'])
def test_large_sources(mode, command, source, tmpdir):
    path = tmpdir.join('large.lex')
    path.write(source)
    name, jit = MODES[mode]
    outcome = execute(name, [command] + (jit if command == 'run' else []) + [str(path)])
    assert outcome.code in (0, 1, 2)
    for word in ('RPython', 'internal', 'Fatal', 'Traceback'):
        assert word not in outcome.stderr
