"""Running a case on LexVM, in all modes, and judging what happened."""

import collections
import os
import re
import resource
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.environ.get('LEXVM_DIR', ROOT)

EAGER = 'threshold=2,function_threshold=2,trace_eagerness=2'
MODES = collections.OrderedDict([
    ('nojit', ('lexvm-nojit', [])),
    ('jit-off', ('lexvm', ['--jit', 'off'])),
    ('jit-eager', ('lexvm', ['--jit', EAGER])),
])

SECONDS = 20
ADDRESS_SPACE = 4 << 30

Case = collections.namedtuple('Case', 'target files arguments seed')
"""files: names in a fresh folder and their bytes; arguments: words behind
``lexvm``, where JIT stands for the flags of the mode; {box} in them is the
folder."""

Ended = collections.namedtuple('Ended', 'code out err')


def program(mode):
    return os.path.join(FOLDER, MODES[mode][0])


def available_modes(names):
    return [name for name in names or MODES if os.path.exists(program(name))]


def _bound():
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(case, mode):
    """-> Ended; the code is None for a case that takes too long."""
    with tempfile.TemporaryDirectory(prefix='lexvm-fuzz-') as box:
        for name, data in case.files.items():
            path = os.path.join(box, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'wb') as stream:
                stream.write(data)
        words = []
        for word in case.arguments:
            if word == 'JIT':
                words += MODES[mode][1]
            else:
                words.append(word.replace('{box}', box))
        try:
            ended = subprocess.run(
                [program(mode)] + words, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=SECONDS, preexec_fn=_bound, cwd=box,
                env=dict(os.environ, LEX_TEST_NOW='1700000000'))
        except subprocess.TimeoutExpired:
            return Ended(None, b'', b'')
        except (ValueError, OSError):
            return Ended(1, b'', b'the words cannot be passed to a program')
        box = box.encode()
        return Ended(ended.returncode, ended.stdout.replace(box, b'{box}'),
                     ended.stderr.replace(box, b'{box}'))


def problem(case, modes):
    """-> what is wrong, or '': a crash, a hang, an internal error, or a
    difference between modes."""
    first = None
    for mode in modes:
        ended = run(case, mode)
        if ended.code is None:
            return 'hang in %s' % mode
        if ended.code < 0:
            return 'signal %d in %s' % (-ended.code, mode)
        if ended.code not in (0, 1, 2, 3, 9):
            return 'exit code %d in %s' % (ended.code, mode)
        if re.search(rb'RPython|internal:|Fatal|Traceback', ended.err):
            return 'internal error in %s' % mode
        if re.search(rb'(time|memory) limit exceeded', ended.err):
            continue            # how far a run gets depends on the mode
        if first is None:
            first = mode, ended
        elif ended != first[1]:
            return 'difference between %s and %s' % (first[0], mode)
    return ''


def describe(ended):
    return 'exit code %s\n%s\n%s' % (ended.code, ended.out[-2000:].decode('latin-1'),
                                     ended.err[-2000:].decode('latin-1'))


def cpu_seconds():
    """What the children of this process have used."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


sys.path.insert(0, os.path.join(ROOT, 'tools', 'differential'))
