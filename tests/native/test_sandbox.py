"""Programs that try to do more than the policy lets them.

Each program of tests/sandbox has a header of lines ``# KEY: TEXT``:

``tries``    what it is up to
``stopped``  where it is stopped
``command``  the command of ``lexvm`` (the default is ``run``)
``run``      the words behind it; FILE is the program (the default)
``trace``    the text of ``{box}/trace.json``
``env``      a variable of the environment, NAME=VALUE
``exit``     the exit code
``stdout``, ``stderr``  the output, a line for each; nothing by default; of errors the
             first line

In all of them ``{box}`` is a folder made for the program.  It may touch
``{box}/inside``; ``{box}/outside`` holds what it must neither show nor change.
``...`` in an output stands for any text.
"""

import collections
import fnmatch
import os
import re
import shlex

import pytest

from tests.native.program import BELOW_AN_ERROR, MODES, ROOT, execute

PROGRAMS = os.path.join(ROOT, 'tests', 'sandbox')
SECRET = 'the secret of the box'
KEYS = ['tries', 'stopped', 'command', 'run', 'trace', 'env', 'exit', 'stdout', 'stderr']

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
                   int(values['exit'][0]), values['stdout'], values['stderr'])


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
    return tmpdir


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
    assert len(ATTEMPTS) >= 60
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


@pytest.mark.parametrize('attempt', ATTEMPTS,
                         ids=[attempt.name[:-len('.lex')] for attempt in ATTEMPTS])
def test_attempt_is_stopped(attempt, mode, box):
    name, flags = MODES[mode]
    if attempt.trace:
        box.join('trace.json').write(attempt.trace)
    words = [word.replace('{box}', str(box)) for word in shlex.split(attempt.run)]
    words = [os.path.join(PROGRAMS, attempt.name) if word == 'FILE' else word
             for word in words]
    env = dict(variable.split('=', 1) for variable in attempt.env)
    env['SECRET'] = SECRET
    outside = snapshot(box.join('outside')), snapshot(box.join('insider'))
    flags = flags if attempt.command in ('run', 'replay') else []
    outcome = execute(name, [attempt.command] + flags + words, env=env, seconds=60,
                      whole=True)
    assert SECRET not in outcome.stderr
    outcome = outcome._replace(stderr=BELOW_AN_ERROR.sub(r'\1', outcome.stderr))
    assert_text(outcome.stderr, attempt.stderr, box)
    assert_text(outcome.stdout, attempt.stdout, box)
    assert outcome.code == attempt.exit
    assert SECRET not in outcome.stdout
    assert SECRET not in outcome.stderr
    assert (snapshot(box.join('outside')), snapshot(box.join('insider'))) == outside
