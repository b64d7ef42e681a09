"""Programs that try to do more than the policy lets them.

Each program of tests/sandbox has a header of lines ``# KEY: TEXT``:

``tries``    what it is up to
``stopped``  where it is stopped
``command``  the command of ``lexvm`` (the default is ``run``)
``run``      the words behind it; FILE is the program (the default)
``trace``    the text of ``{box}/trace.json``
``env``      a variable of the environment, NAME=VALUE
``cwd``      the folder it runs in
``exit``     the exit code
``stdout``, ``stderr``  the output, a line for each; nothing by default

In all of them ``{box}`` is a folder made for the program.  It may touch
``{box}/inside``; ``{box}/outside`` holds what it must neither show nor change.
``...`` in an output stands for any text.
"""

import collections
import fnmatch
import os
import re
import shlex
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.native.program import MODES, ROOT, execute

PROGRAMS = os.path.join(ROOT, 'tests', 'sandbox')
SECRET = 'the secret of the box'
KEYS = ['tries', 'stopped', 'command', 'run', 'trace', 'env', 'cwd', 'exit', 'stdout',
        'stderr']

Attempt = collections.namedtuple('Attempt', 'name ' + ' '.join(KEYS))


def read_attempt(name):
    values = dict((key, []) for key in KEYS)
    with open(os.path.join(PROGRAMS, name)) as stream:
        for line in stream:
            match = re.match('# ([a-z]+): (.*)$', line)
            if not match:
                break
            values[match.group(1)].append(match.group(2))
    return Attempt(name, ' '.join(values['tries']), ' '.join(values['stopped']),
                   ' '.join(values['command']) or 'run',
                   ' '.join(values['run']) or 'FILE', ''.join(values['trace']), values['env'],
                   ' '.join(values['cwd']), int(values['exit'][0]), values['stdout'],
                   values['stderr'])


ATTEMPTS = [read_attempt(name) for name in sorted(os.listdir(PROGRAMS))
            if name.endswith('.lex')]


@pytest.fixture
def box(tmpdir):
    """The folder that programs may look at in part."""
    inside = tmpdir.mkdir('inside')
    outside = tmpdir.mkdir('outside')
    tmpdir.mkdir('insider').join('secret.txt').write(SECRET)
    outside.join('secret.txt').write(SECRET)
    outside.mkdir('folder').join('file.txt').write(SECRET)
    inside.join('note.txt').write('inside\n')
    inside.join('link').mksymlinkto(outside.join('secret.txt'))
    inside.join('folder').mksymlinkto(outside)
    inside.join('loop').mksymlinkto(inside.join('loop'))
    outside.join('back').mksymlinkto(inside)
    inside.join('reads_secret.lex').write('import "../outside/secret.txt" as secret\n')
    fill_with_databases(inside, outside)
    fill_with_scripts(inside)
    return tmpdir


def database(path, word):
    connection = sqlite3.connect(str(path.ensure()))
    with connection:
        connection.execute('create table t(word text)')
        connection.execute('insert into t values (?)', [word])
    connection.close()


def fill_with_databases(inside, outside):
    """Databases and stores, and links in the places of their files."""
    database(outside.join('secret.db'), SECRET)
    for name in ['data.db', 'linked.db', 'logged.db', 'other/kv.db']:
        database(inside.join(name), 'inside')
    for name, target in [('secret.db', 'secret.db'), ('linked.db-journal', 'secret.txt'),
                         ('logged.db-wal', 'secret.txt'), ('store/kv.db', 'secret.db'),
                         ('old/log', 'secret.txt')]:
        inside.join(name).dirpath().ensure(dir=True)
        inside.join(name).mksymlinkto(outside.join(target))
    for name in ['piped/kv.db', 'piped_log/log']:
        inside.join(name).dirpath().ensure(dir=True)
        os.mkfifo(str(inside.join(name)))


def fill_with_scripts(inside):
    """Scripts that are not permitted, and permitted ones that might run them."""
    for name, first in [('evil/bin/tool', '/bin/sh'), ('evil/tool', '/bin/sh'),
                        ('evil/sh2', '/bin/sh'), ('relative', 'evil/sh2'),
                        ('by_env', '/usr/bin/env sh2')]:
        script = inside.join(name)
        script.write('#!%s\necho evil\n' % first, ensure=True)
        script.chmod(0755)


def snapshot(folder):
    """Everything below a folder: path and content, or where a link leads."""
    found = {}
    for directory, folders, files in os.walk(str(folder)):
        for name in folders + files:
            path = os.path.join(directory, name)
            if os.path.islink(path):
                found[path] = os.readlink(path)
            elif os.path.isdir(path):
                found[path] = None
            else:
                with open(path) as stream:
                    found[path] = stream.read()
    return found


def assert_text(text, lines, box):
    pattern = '\n'.join(lines).replace('{box}', str(box))
    parts = [re.escape(part) for part in pattern.split('...')]
    assert re.match('.*'.join(parts) + '$', text.rstrip('\n'), re.DOTALL), text


def test_there_are_enough_attempts():
    assert len(ATTEMPTS) >= 200
    for attempt in ATTEMPTS:
        assert attempt.tries and attempt.stopped


def test_readme_counts_the_attempts():
    """Each program is in one item of the list."""
    with open(os.path.join(PROGRAMS, 'README.rst')) as stream:
        text = stream.read()
    counted = []
    for item in text.split('\n- ')[1:]:
        patterns = [pattern + '.lex' for pattern in re.findall(r'``(\S+)``', item)]
        found = [attempt.name for attempt in ATTEMPTS
                 if any(fnmatch.fnmatch(attempt.name, pattern) for pattern in patterns)]
        assert len(found) == int(item.split()[0]), item
        counted += found
    assert sorted(counted) == [attempt.name for attempt in ATTEMPTS]
    assert 'There are %d;' % len(ATTEMPTS) in text


def run_attempt(name, attempt, box, flags):
    """Run an Attempt with flags after its command, in a box -> Outcome."""
    if attempt.trace:
        box.join('trace.json').write(attempt.trace)
    words = [word.replace('{box}', str(box)) for word in shlex.split(attempt.run)]
    words = [os.path.join(PROGRAMS, attempt.name) if word == 'FILE' else word
             for word in words]
    env = dict(variable.replace('{box}', str(box)).split('=', 1) for variable in attempt.env)
    env['SECRET'] = SECRET
    return execute(name, [attempt.command] + flags + words, env=env, seconds=60,
                   cwd=attempt.cwd.replace('{box}', str(box)) or ROOT)


@pytest.mark.parametrize('attempt', ATTEMPTS,
                         ids=[attempt.name[:-len('.lex')] for attempt in ATTEMPTS])
def test_attempt_is_stopped(attempt, mode, box):
    name, flags = MODES[mode]
    outside = snapshot(box.join('outside')), snapshot(box.join('insider'))
    flags = flags if attempt.command in ('run', 'replay') else []
    outcome = run_attempt(name, attempt, box, flags)
    assert_text(outcome.stderr, attempt.stderr, box)
    assert_text(outcome.stdout, attempt.stdout, box)
    assert outcome.code == attempt.exit
    assert SECRET not in outcome.stdout
    assert SECRET not in outcome.stderr
    assert (snapshot(box.join('outside')), snapshot(box.join('insider'))) == outside

# Races: another process changes the place between the check and the use.


SWAPPER = """
import os, sys
folder, spare, outside = sys.argv[1:]
link = folder + ".link"
os.symlink(outside, link)
while True:
    # The folder becomes a link, and a folder again.
    os.rename(folder, spare)
    os.rename(link, folder)
    os.rename(folder, link)
    os.rename(spare, folder)
"""

RACE = """
import "std.bytes" as bytes
import "std.fs" as fs
import "std.io" as io
import "std.kv" as kv
import "std.json" as json
import "std.sql" as sql
import "std.str" as str

fn in_database(db :: Db) -> [sql, io] Int {
  let _ := shown(json.stringify(sql.query(db, "select word from t", [])))
  let _ := sql.exec(db, "create table if not exists t(word)", [])
  let _ := sql.exec(db, "insert into t values ('x')", [])
  let _ := sql.exec(db, "attach ? as s", [PStr("{box}/inside/swap/secret.db")])
  let _ := sql.exec(db, "delete from s.t", [])
  let _ := sql.exec(db, "vacuum into ?", [PStr("{box}/inside/swap/new.db")])
  sql.close(db)
  1
}

fn in_store(k :: Kv) -> [kv] Int {
  let _ := kv.put(k, "a", bytes.from_str("x"))
  let _ := kv.close(k)
  1
}

fn shown(s :: Str) -> [io] Int { if str.contains(s, "secret of") { io.print(s) 1 } else { 0 } }

fn turn(kind :: Int) -> [io, fs_read, fs_write, fs_walk, sql, kv] Int {
  match kind {
    0 => ended(io.write("{box}/inside/swap/note.txt", "x")),
    1 => match sql.open("{box}/inside/swap/a.db") { Ok(db) => in_database(db), Err(e) => 0 },
    2 => match sql.open("{box}/inside/swap/secret.db") { Ok(db) => in_database(db), Err(e) => 0 },
    3 => match kv.open("{box}/inside/swap/store") { Ok(k) => in_store(k), Err(e) => 0 },
    4 => ended(fs.mkdir_p("{box}/inside/swap/new/folder")),
    5 => ended(fs.copy("{box}/inside/note.txt", "{box}/inside/swap/secret.txt")),
    6 => ended(fs.remove("{box}/inside/swap/folder/file.txt")),
    _ => match io.read("{box}/inside/swap/secret.txt") { Ok(s) => shown(s), Err(e) => 0 },
  }
}

fn ended(result :: Result[Unit, Str]) -> Int { 0 }

fn main(kind :: Int, n :: Int) -> [io, fs_read, fs_write, fs_walk, sql, kv] Int {
  main(kind, n + turn(kind))
}
"""


ENDS_OF_RACE = re.compile(
    r"error: runtime: (time limit exceeded \(1000 ms\)"
    r"|effect handler error: .* outside --allow-fs-(read|write))\n$")
# A database that appears in the place of the one that VACUUM INTO makes is a lack of
# memory to SQLite.
ENDS_IN_SQL = re.compile(r"error: runtime: memory limit exceeded \([0-9]+ bytes\)\n$")
SQL_KINDS = [1, 2]


@pytest.mark.parametrize('kind', range(8))
def test_places_that_another_process_swaps(mode, kind, box):
    name, flags = MODES[mode]
    box.join('inside', 'swap').mkdir()
    program = box.join('race.lex')
    program.write(RACE.replace('{box}', str(box)))
    before = snapshot(box.join('outside'))
    swapper = subprocess.Popen([sys.executable, '-c', SWAPPER] + [
        str(box.join('inside', 'swap')), str(box.join('inside', 'spare')),
        str(box.join('outside'))])
    start = time.time()
    outcomes = []
    try:
        # A refused write ends a program; the race goes on with the next one.
        while time.time() - start < 1:
            outcomes.append(execute(name, ['run'] + flags + [
                '--max-steps', '0', '--timeout', '1', '--allow-effects',
                'io,fs_read,fs_write,fs_walk,sql,kv',
                '--allow-fs-read', str(box.join('inside')),
                '--allow-fs-write', str(box.join('inside')),
                str(program), 'main', str(kind), '0']))
    finally:
        swapper.kill()
        swapper.wait()
    for outcome in outcomes:
        assert ENDS_OF_RACE.match(outcome.stderr) or (
            kind in SQL_KINDS and ENDS_IN_SQL.match(outcome.stderr)), outcome
        assert outcome.stdout == ''
    assert snapshot(box.join('outside')) == before
