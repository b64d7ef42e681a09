"""Key-value stores that several native processes use, and that are killed.

``LEXVM_STORE_ROUNDS`` sets how many rounds there are; the documented number is 200.
"""

import os
import random
import signal
import subprocess
import threading

import pytest

from tests.native.program import FOLDER, MODES, execute, require

ROUNDS = int(os.environ.get('LEXVM_STORE_ROUNDS', '3'))
ROUNDS_OF_A_STORE = 10
# How long writers write before they are killed, in seconds.
SHORTEST, LONGEST = 0.05, 0.4

PROGRAM = '''
import "std.bytes" as bytes
import "std.int" as int
import "std.kv" as kv
import "std.log" as log
import "std.str" as str

type Writing = { store :: Kv, path :: Str, name :: Str, text :: Str }

fn doubled(s :: Str, n :: Int) -> Str { if n == 0 { s } else { doubled(str.concat(s, s), n - 1) } }

# Each put that was answered becomes a line on standard error.
fn write(path :: Str, name :: Str, i :: Int) -> [kv, fs_write, log] Int {
  match kv.open(path) {
    Err(e) => { let _ := log.error(e) 1 },
    Ok(k) => puts({ store: k, path: path, name: name, text: doubled("v", 12) }, i, 20)
  }
}

fn puts(w :: Writing, i :: Int, left :: Int) -> [kv, fs_write, log] Int {
  if left == 0 { let _ := kv.close(w.store) write(w.path, w.name, i) }
  else {
    let key := str.concat(w.name, int.to_str(i))
    match kv.put(w.store, key, bytes.from_str(str.slice(w.text, 0, 1 + i % 2000))) {
      Err(e) => { let _ := log.error(e) 1 },
      Ok(u) => { let _ := log.info(key) change(w, i, left) }
    }
  }
}

# What is not counted is changed and deleted meanwhile.
fn change(w :: Writing, i :: Int, left :: Int) -> [kv, fs_write, log] Int {
  let _ := kv.put(w.store, "shared", bytes.from_str(w.name))
  let _ := if i % 5 == 0 { kv.delete(w.store, "shared") }
           else { kv.put(w.store, "other", bytes.from_str("x")) }
  puts(w, i + 1, left - 1)
}

fn keys(path :: Str) -> [kv, fs_write] List[Str] {
  match kv.open(path) { Err(e) => [e], Ok(k) => kv.list_prefix(k, "") }
}
'''


class Writer(object):
    """A native process that puts keys, until it is killed."""

    def __init__(self, mode, program, store, name):
        binary, flags = MODES[mode]
        require(binary)
        self.process = subprocess.Popen(
            [os.path.join(FOLDER, binary), 'run'] + flags + [
                '--max-steps', '0', '--allow-effects', 'kv,fs_write,log',
                str(program), 'write', '"%s"' % store, '"%s"' % name, '0'],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.lines = []
        self.has_begun = threading.Event()
        self.reader = threading.Thread(target=self.read)
        self.reader.daemon = True
        self.reader.start()

    def read(self):
        for line in iter(self.process.stderr.readline, ''):
            self.lines.append(line)
            self.has_begun.set()
        self.has_begun.set()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.reader.join()
        assert self.process.returncode == -signal.SIGKILL, self.lines[-3:]

    def answered(self):
        """The keys of the lines that are whole."""
        found = []
        for line in self.lines:
            if line.endswith('\n'):
                assert ' error ' not in line.lower(), line
                found.append(line.split()[-1])
        return found


@pytest.fixture
def program(tmpdir):
    path = tmpdir.join('stores.lex')
    path.write(PROGRAM)
    return path


def test_what_was_answered_outlives_the_process(mode, program, tmpdir):
    """Two processes write at once and are killed at any moment, one after the other;
    each round goes on with what the rounds before left behind."""
    rng = random.Random(0)
    for number in range(ROUNDS):
        if number % ROUNDS_OF_A_STORE == 0:
            store = tmpdir.join('store%d' % number)
            expected = set()
        writers = [Writer(mode, program, store, '%s%d.' % (name, number)) for name in 'ab']
        try:
            for writer in writers:
                assert writer.has_begun.wait(60)
            rng.shuffle(writers)
            for writer in writers:
                threading.Event().wait(rng.uniform(SHORTEST, LONGEST))
                writer.kill()
        finally:
            for writer in writers:
                if writer.process.poll() is None:
                    writer.process.kill()
        for writer in writers:
            keys = writer.answered()
            assert keys
            expected.update(keys)
        found = stored(mode, program, store)
        assert not expected.difference(found), sorted(expected.difference(found))
        # At most the put that was under way when the process ended.
        begun = 2 * (number % ROUNDS_OF_A_STORE + 1)
        assert len(found.difference(expected, ['shared', 'other'])) <= begun


def stored(mode, program, store):
    binary, flags = MODES[mode]
    outcome = execute(binary, ['run'] + flags + [
        '--max-steps', '0', '--allow-effects', 'kv,fs_write,log', str(program), 'keys',
        '"%s"' % store])
    assert outcome.stderr == '' and outcome.code == 0
    return set(word.strip('"') for word in outcome.stdout.strip()[1:-1].split(','))
