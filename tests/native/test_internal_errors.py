"""LexVM itself fails: one line, exit code 70, and no half of a trace."""

import array
import fcntl
import os
import re
import signal
import subprocess
import termios
import threading
import time

import pytest

from tests.native.program import FOLDER, MODES, require, run
from tests.native.test_trace import PROGRAM

SIGNALS = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL']

SOURCE = PROGRAM + '''
import "std.time" as time
import "std.process" as process
fn count(n :: Int) -> Int { if n == 0 { 0 } else { count(n - 1) } }
fn forever(n :: Int) -> Int { forever(n + 1) }
fn begin(n :: Int) -> Int { 1 + forever(count(n)) }
fn ping(n :: Int) -> [io] Int { let u := io.print("started") pong(n + 1) }
fn pong(n :: Int) -> [io] Int { forever(n) }
fn item(n :: Int) -> Int { n % 7 }
fn lists(n :: Int) -> Int {
  list.len(list.map(list.range(0, n), fn (x :: Int) -> Int { item(x) }))
}
fn sleeps(n :: Int) -> [time] Int { let u := time.sleep_ms(60000) n }
fn deep(n :: Int) -> Int { if n == 0 { 0 } else { 1 + deep(n - 1) } }
fn quick(n :: Int) -> Int { inc(n) }
fn child(n :: Int) -> [proc] Str {
  match process.run("sh", ["-c", "cat /proc/self/status"]) {
    Ok(r) => r.stdout,
    Err(e) => e,
  }
}
'''


@pytest.fixture(scope='module')
def source(tmpdir_factory):
    path = tmpdir_factory.mktemp('internal').join('program.lex')
    path.write(SOURCE)
    return str(path)


GRANTS = ['--allow-effects', 'io,time,proc,concurrent']


def cpu_ticks(pid):
    with open('/proc/%d/stat' % pid) as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return int(fields[11]) + int(fields[12])


def wait_until_busy(process, ticks, seconds=60):
    """Until the process has used some time of the processor, or none for a while."""
    last, since = -1, time.time()
    end = time.time() + seconds
    while time.time() < end:
        assert process.poll() is None
        used = cpu_ticks(process.pid)
        if used >= ticks:
            return
        if used != last:
            last, since = used, time.time()
        elif used > 0 and time.time() - since > 3:
            return
        time.sleep(0.05)


def unread(pipe):
    """The bytes in a pipe that its reader has not taken yet."""
    count = array.array('i', [0])
    fcntl.ioctl(pipe.fileno(), termios.FIONREAD, count)
    return count[0]


def struck(mode, number, words, ticks=40):
    """Send a signal to a run that is under way; -> (exit code, out, err)."""
    name, flags = MODES[mode]
    require(name)
    process = subprocess.Popen(
        [os.path.join(FOLDER, name), 'run', '--max-steps', '0'] + GRANTS + flags + words,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    too_long = threading.Timer(120, process.kill)
    too_long.start()
    wait_until_busy(process, ticks)
    process.send_signal(number)
    out, err = process.communicate()
    too_long.cancel()
    return process.returncode, out, err


def line(mode, fault, function):
    way_out = '--jit off may get round it'
    if mode in ['nojit', 'jit-off']:
        way_out = 'no JIT was at work, so --jit off will not get round it'
    return ('error: internal: LexVM died of %s; last known Lex function: `%s`; %s\n'
            % (fault, function, way_out))


@pytest.mark.parametrize('name', SIGNALS)
@pytest.mark.parametrize('function, last', [
    ('begin', 'forever'), ('ping', 'forever'), ('sleeps', 'sleeps')])
def test_fault(mode, source, name, function, last):
    code, out, err = struck(mode, getattr(signal, name), [source, function, '1000'])
    assert (code, err) == (70, line(mode, name, last))
    assert out == ''


def test_fault_in_native_work(mode, source):
    code, _, err = struck(mode, signal.SIGSEGV, [source, 'lists', '10000000000'])
    assert code == 70
    # Which of them the interpreter entered last depends on what is compiled.
    assert re.match(r'error: internal: LexVM died of SIGSEGV; last known Lex function: '
                    r'`(lists|__lambda_\d+|item)`; ', err)
    assert err.count('\n') == 1


@pytest.mark.parametrize('name', ['SIGSEGV', 'SIGABRT'])
@pytest.mark.parametrize('old', [None, 'trace'])
def test_trace_is_complete_or_absent(mode, source, tmpdir, name, old):
    path = tmpdir.join('t')
    words = ['--trace', str(path), source]
    if old is not None:
        assert run(mode, GRANTS + words + ['quick', '1']).code == 0
    before = path.read() if path.check() else None
    code, _, err = struck(mode, getattr(signal, name), words + ['outer', '100000000'])
    assert code == 70
    assert err.count('\n') == 1
    assert (path.read() if path.check() else None) == before
    assert [p.basename for p in tmpdir.listdir()] == ([] if old is None else ['t'])


def test_killed_while_recording(mode, source, tmpdir):
    """Nobody can remove the temporary file; the trace itself is not touched."""
    path = tmpdir.join('t')
    words = ['--trace', str(path), source]
    assert run(mode, GRANTS + words + ['quick', '1']).code == 0
    before = path.read()
    code, _, _ = struck(mode, signal.SIGKILL, words + ['outer', '100000000'])
    assert code == -signal.SIGKILL
    assert path.read() == before
    others = [p.basename for p in tmpdir.listdir() if p != path]
    assert len(others) == 1
    assert re.match(r't\.\d+-0\.tmp$', others[0])


def test_before_a_program_runs(mode):
    name = MODES[mode][0]
    require(name)
    process = subprocess.Popen([os.path.join(FOLDER, name), 'check', '-'],
                               stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write('fn main')
    process.stdin.flush()
    while unread(process.stdin) > 0:
        time.sleep(0.05)
    process.send_signal(signal.SIGSEGV)
    _, err = process.communicate()
    assert (process.returncode, err) == (
        70, 'error: internal: LexVM died of SIGSEGV; no Lex function was running\n')


def test_children_have_default_signals(mode, source):
    outcome = run(mode, GRANTS + [source, 'child', '0'])
    assert outcome.code == 0
    masks = dict(re.findall(r'(Sig(?:Blk|Ign|Cgt)):\\t([0-9a-f]+)', outcome.stdout))
    own = {}
    with open('/proc/self/status') as status:
        own = dict(re.findall(r'(Sig(?:Blk|Ign)):\t([0-9a-f]+)', status.read()))
    ours = (1 << signal.SIGPIPE - 1) | (1 << signal.SIGXFSZ - 1)
    assert int(masks['SigCgt'], 16) == 0
    assert int(masks['SigBlk'], 16) == int(own['SigBlk'], 16)
    assert int(masks['SigIgn'], 16) == int(own['SigIgn'], 16) & ~ours


def test_program_may_send_itself_a_fault(mode, tmpdir):
    """What an operator does with kill, a child can do, too."""
    path = tmpdir.join('p.lex')
    path.write('import "std.process" as process\n'
               'fn main() -> [proc] Int {\n'
               '  match process.run("sh", ["-c", "kill -SEGV $PPID; sleep 5"]) '
               '{ Ok(r) => r.exit_code, Err(e) => 0 }\n}\n')
    outcome = run(mode, ['--allow-effects', 'proc', str(path), 'main'])
    assert (outcome.code, outcome.stderr) == (70, line(mode, 'SIGSEGV', 'main'))
