"""Signals that come when a program is about to wait: just before the system call, not in it."""

import os
import signal
import subprocess
import threading

import pytest

from tests.native.program import FOLDER, MODES, require

PROGRAM = '''\
import "std.io" as io
import "std.process" as process
import "std.time" as time

fn main() -> [io, time, proc] Unit {
  let _ := io.print("ready")
  let _ := %s
  io.print("over")
}
'''
WAITS = [
    ('reading', 'io.readline()'),
    ('sleeping', 'time.sleep_ms(100000)'),
    ('a_child', 'process.run("sleep", ["100"])'),
]
TRIALS = 40
SECONDS = 20


def ending(command, number):
    """Send a signal as soon as the program has said a line; -> exit code, messages."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    timer = threading.Timer(SECONDS, process.kill)
    timer.start()
    try:
        assert process.stdout.readline() == 'ready\n'
        process.send_signal(number)
        # Its input stays open, or it would end without the signal.
        code = process.wait()
        return code, process.stderr.read()
    finally:
        timer.cancel()
        for stream in [process.stdin, process.stdout, process.stderr]:
            stream.close()


@pytest.mark.parametrize('wait', [wait for _, wait in WAITS], ids=[name for name, _ in WAITS])
@pytest.mark.parametrize('number, code', [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signal_before_a_wait(mode, wait, number, code, tmpdir):
    name, flags = MODES[mode]
    require(name)
    path = tmpdir.join('waits.lex')
    path.write(PROGRAM % wait)
    command = [os.path.join(FOLDER, name), 'run'] + flags + [
        '--allow-effects', 'io,time,proc', '--allow-proc', 'sleep', str(path)]
    for _ in range(TRIALS):
        found, err = ending(command, number)
        assert (found, err.split(' SIG')[0]) == (code, 'error: stopped by')
