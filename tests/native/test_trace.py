"""Traces of translated programs: the same tree in every mode, and as the
reference's where that was recorded; signals end a run with a trace."""

import json
import os
import signal
import subprocess
import time

import pytest

from tests.cli.test_trace import PROGRAM
from tests.native.program import FOLDER, MODES, execute, require, run

MORE = '''
fn count(n :: Int, k :: Int) -> Int { match n { 0 => k, _ => count(n - 1, inc(k)) } }
fn even(n :: Int) -> Int { match n { 0 => 1, _ => odd(n - 1) } }
fn odd(n :: Int) -> Int { match n { 0 => 0, _ => even(n - 1) } }
fn deep(n :: Int) -> Int { match n { 0 => 0, _ => 1 + deep(n - 1) } }
fn twice(f :: (Int) -> Int, n :: Int) -> Int { f(f(n)) + 0 }
fn item(n :: Int) -> Int { inc(n % 7) + twice(fn (x :: Int) -> Int { x * n }, n) }
fn lists(n :: Int) -> Int {
  let xs := list.map(list.range(0, n), fn (x :: Int) -> Int { item(x) })
  let ys := list.filter(xs, fn (x :: Int) -> Bool { even(x % 10) == 1 })
  let zs := list.sort_by(ys, fn (x :: Int) -> Int { inc(0 - x) })
  list.fold(zs, 0, fn (a :: Int, x :: Int) -> Int { inc(a) + x % 3 })
}
fn loop(n :: Int) -> [io] Int {
  match n { 0 => 0, _ => step(n) }
}
fn step(n :: Int) -> [io] Int {
  let u := io.print(int.to_str(n))
  loop(n - 1)
}
fn fails_late(n :: Int) -> Int {
  let f := fn (x :: Int) -> Int { item(x) + 1 / (n - 1 - x) }
  1 + list.len(list.map(list.range(0, n), f))
}
fn forever(n :: Int) -> Int { forever(n + 1) }
'''

CALLS = [('main', 4), ('outer', 300), ('count', 300, 0), ('even', 301), ('deep', 200),
         ('lists', 60), ('loop', 200), ('failing', 0), ('recovered', 5),
         ('fails_late', 60), ('deep', 1200)]


@pytest.fixture(scope='module')
def source(tmpdir_factory):
    path = tmpdir_factory.mktemp('trace').join('program.lex')
    path.write(PROGRAM + MORE)
    return str(path)


def without_times(trace):
    def strip(nodes):
        for node in nodes:
            assert 0 < node.pop('started_at') <= node.pop('ended_at')
            strip(node['children'])
    del trace['run_id'], trace['started_at'], trace['ended_at']
    strip(trace['nodes'])
    return trace


def traced(mode, source, call, path):
    outcome = run(mode, ['--allow-effects', 'io,concurrent', '--trace', str(path), source]
                  + [str(word) for word in call])
    with open(str(path)) as f:
        return without_times(json.load(f)), outcome.stdout, outcome.code


@pytest.mark.parametrize('call', CALLS, ids=lambda call: '-'.join(map(str, call)))
def test_same_trace_in_every_mode(source, tmpdir, call):
    seen = [traced(mode, source, call, tmpdir.join(mode)) for mode in MODES
            if os.path.exists(os.path.join(FOLDER, MODES[mode][0]))]
    if len(seen) == 0:
        pytest.skip('nothing is built')
    for other in seen[1:]:
        assert other == seen[0]
    trace = seen[0][0]
    assert trace['root_target'] == call[0]
    if call[0] not in ['failing', 'fails_late'] and call != ('deep', 1200):
        assert len(trace['nodes']) > 0


def test_limit_cuts_at_the_same_place(source, tmpdir):
    for limit in [500, 501, 1000, 1777]:
        seen = [traced(mode, source, ('--max-steps', limit, 'loop', 200),
                       tmpdir.join(mode)) for mode in MODES
                if os.path.exists(os.path.join(FOLDER, MODES[mode][0]))]
        for other in seen[1:]:
            assert other == seen[0]


@pytest.mark.parametrize('number,code', [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signal(mode, source, tmpdir, number, code):
    name, flags = MODES[mode]
    require(name)
    path = tmpdir.join('t')
    process = subprocess.Popen(
        [os.path.join(FOLDER, name), 'run'] + flags +
        ['--max-steps', '0', '--allow-effects', 'io,concurrent', source, 'forever', '0'],
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
    time.sleep(1)
    process.send_signal(number)
    _, err = process.communicate()
    names = {130: 'SIGINT', 143: 'SIGTERM'}
    assert (process.returncode, err) == (code, 'error: stopped by %s\n' % names[code])
    assert not path.check()


def test_signal_while_recording(mode, source, tmpdir):
    name, flags = MODES[mode]
    require(name)
    folder = tmpdir.mkdir('d')
    process = subprocess.Popen(
        [os.path.join(FOLDER, name), 'run'] + flags +
        ['--max-steps', '0', '--allow-effects', 'io,concurrent', '--trace',
         str(folder.join('t')), source, 'outer', '100000000'], stderr=subprocess.PIPE)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    process.communicate()
    assert process.returncode == 143
    assert [path.basename for path in folder.listdir()] == ['t']
    trace = json.loads(folder.join('t').read())
    assert trace['root_error'] == 'stopped by SIGTERM'
    assert [node['input'][0] for node in trace['nodes'][:3]] == [
        100000000, 99999999, 99999998]


def test_ignored_signals_stay_ignored(mode, source):
    name, flags = MODES[mode]
    require(name)
    process = subprocess.Popen(
        [os.path.join(FOLDER, name), 'run'] + flags +
        ['--max-steps', '50000000', '--allow-effects', 'io,concurrent', source,
         'forever', '0'], stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert (process.returncode, 'step limit' in err) == (1, True)


def test_signal_while_sleeping(mode, tmpdir):
    name, flags = MODES[mode]
    require(name)
    path = tmpdir.join('wait.lex')
    path.write('import "std.time" as time\n'
               'fn main() -> [time] Unit { time.sleep_ms(60000) }\n')
    process = subprocess.Popen(
        [os.path.join(FOLDER, name), 'run'] + flags +
        ['--allow-effects', 'time', str(path)], stderr=subprocess.PIPE)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    start = time.time()
    _, err = process.communicate()
    assert (process.returncode, err) == (143, 'error: stopped by SIGTERM\n')
    assert time.time() - start < 10


def without_null_outputs(trace):
    """As ``lexvm trace`` shows it."""
    def strip(nodes):
        for node in nodes:
            if node.get('output', 0) is None:
                del node['output']
            strip(node['children'])
    strip(trace['nodes'])
    return trace


def test_trace_and_diff(source, tmpdir):
    if not os.path.exists(os.path.join(FOLDER, 'lexvm-nojit')):
        pytest.skip('lexvm-nojit is not built')
    a, b = str(tmpdir.join('a')), str(tmpdir.join('b'))
    for path, n in [(a, '4'), (b, '5')]:
        run('nojit', ['--allow-effects', 'io,concurrent', '--trace', path, source,
                      'lists', n])
    shown = execute('lexvm-nojit', ['trace', a])
    with open(a) as f:
        assert json.loads(shown.stdout) == without_null_outputs(json.load(f))
    assert execute('lexvm-nojit', ['diff', a, a]).stdout == '{"divergence": null}\n'
    assert 'node_id' in json.loads(execute('lexvm-nojit', ['diff', a, b]).stdout)
