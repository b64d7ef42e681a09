"""Running a case on LexVM, in several modes, and judging what happened."""

import collections
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.environ.get('LEXVM_DIR', ROOT)
BOXES = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None

EAGER = 'threshold=2,function_threshold=2,trace_eagerness=2'
AT_ONCE = 'threshold=1,function_threshold=1,trace_eagerness=1'
SMALL_STEPS = {'PYPY_GC_NURSERY': '16k', 'PYPY_GC_MIN': '256k', 'PYPY_GC_MAJOR_COLLECT': '1.1',
               'PYPY_GC_INCREMENT_STEP': '4k'}

Mode = collections.namedtuple('Mode', 'program flags environment')


def _jit(setting, environment=None):
    return Mode('lexvm', ['--jit', setting], environment or {})


MODES = collections.OrderedDict([
    ('nojit', Mode('lexvm-nojit', [], {})),
    ('jit-off', _jit('off')),
    ('jit-eager', _jit(EAGER)),
    ('jit', Mode('lexvm', [], {})),
    ('jit-at-once', _jit(AT_ONCE)),
    ('jit-short-traces', _jit(AT_ONCE + ',trace_limit=300')),
    ('jit-long-traces', _jit(EAGER + ',trace_limit=6000,max_unroll_loops=20')),
    ('jit-no-inlining', _jit(EAGER + ',inlining=0')),
    ('jit-forgetful', _jit('threshold=3,function_threshold=5,trace_eagerness=1,'
                           'decay=1000,loop_longevity=1')),
    ('jit-collecting', _jit(EAGER, SMALL_STEPS)),
    ('jit-recorded', Mode('lexvm', ['--jit', EAGER, '--trace', '/dev/null'], {})),
    ('jit-declining', Mode('lexvm', ['--jit', EAGER, '--hook', 'decline'], {})),
    ('nojit-recorded', Mode('lexvm-nojit', ['--trace', '/dev/null'], {})),
    ('nojit-collecting', Mode('lexvm-nojit', [], SMALL_STEPS)),
    ('debug', Mode('lexvm-debug', [], {})),
    ('debug-collecting', Mode('lexvm-debug', [], {'PYPY_GC_NURSERY': '1'})),
])
USUAL = ['nojit', 'jit-off', 'jit-eager', 'debug']

# What LexVM tells of itself, not of the program; the last is the debug build's, of the
# memory of the collector itself.
REPORTS = re.compile(rb'call: \d+ ns\n|trace saved: /dev/null\n|'
                     rb'mem\.c: \d+ mallocs left .*\n')

CPU_SECONDS = 20
CLOCK_SECONDS = 900
ADDRESS_SPACE = 4 << 30

Case = collections.namedtuple('Case', 'target files arguments')
"""files: names in a fresh folder and their bytes; arguments: words behind
``lexvm``, where JIT stands for the flags of the mode; {box} in them is the
folder."""

Ended = collections.namedtuple('Ended', 'code out err')

Verdict = collections.namedtuple('Verdict', 'problem runs limited')
"""What is wrong, or ''; how many processes ran; how many of them hit a limit."""


def program(mode):
    return os.path.join(FOLDER, MODES[mode].program)


def available_modes(names):
    return [name for name in names or MODES if os.path.exists(program(name))]


def chosen_modes(available, rng):
    """The first mode, with which the others are compared, and two others."""
    usual = [mode for mode in available[1:] if mode in USUAL]
    others = [mode for mode in available[1:] if mode not in USUAL]
    picked = rng.sample(usual, min(len(usual), 1 if others else 2))
    return available[:1] + picked + rng.sample(others, min(1, len(others)))


def bound_children():
    """Limits that programs started from now on inherit."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(case, mode):
    """-> Ended; the code is None for a case that takes too long."""
    chosen = MODES[mode]
    with tempfile.TemporaryDirectory(prefix='lexvm-fuzz-', dir=BOXES) as box:
        for name, data in case.files.items():
            path = os.path.join(box, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'wb') as stream:
                stream.write(data)
        words = []
        for word in case.arguments:
            if word == 'JIT':
                words += chosen.flags
            else:
                words.append(word.replace('{box}', box))
        environment = dict(os.environ, LEX_TEST_NOW='1700000000', **chosen.environment)
        try:
            process = subprocess.Popen(
                [program(mode)] + words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, cwd=box, env=environment)
        except (ValueError, OSError):
            return Ended(1, b'', b'the words cannot be passed to a program')
        with process:
            try:
                # The time on the clock says little on a busy machine.
                resource.prlimit(process.pid, resource.RLIMIT_CPU,
                                 (CPU_SECONDS, CPU_SECONDS + 5))
                out, err = process.communicate(timeout=CLOCK_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                return Ended(None, b'', b'')
            except BaseException:
                process.kill()
                raise
        if process.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
            return Ended(None, b'', b'')
        box = box.encode()
        return Ended(process.returncode, out.replace(box, b'{box}'),
                     REPORTS.sub(b'', err.replace(box, b'{box}')))


def judged(case, modes):
    """-> Verdict.  Wrong is a crash, a hang, an internal error, or a difference
    between modes."""
    first, limited = None, 0
    for runs, mode in enumerate(modes, 1):
        ended = run(case, mode)
        problem = ''
        if ended.code is None:
            problem = 'hang in %s' % mode
        elif ended.code < 0:
            problem = 'signal %d in %s' % (-ended.code, mode)
        elif ended.code not in (0, 1, 2, 3, 9):
            problem = 'exit code %d in %s' % (ended.code, mode)
        elif re.search(rb'RPython|internal:|Fatal|Traceback', ended.err):
            problem = 'internal error in %s' % mode
        elif re.search(rb'(time|memory) limit exceeded', ended.err + ended.out):
            limited += 1        # how far a run gets depends on the mode
        elif first is None:
            first = mode, ended
        elif ended != first[1]:
            problem = 'difference between %s and %s' % (first[0], mode)
        if problem:
            return Verdict(problem, runs, limited)
    return Verdict('', len(modes), limited)


def describe(ended):
    return 'exit code %s\n%s\n%s' % (ended.code, ended.out[-2000:].decode('latin-1'),
                                     ended.err[-2000:].decode('latin-1'))


def _seconds(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def lexvm_seconds():
    """Processor time that the children of this process have used."""
    return _seconds(resource.RUSAGE_CHILDREN)


def own_seconds():
    return _seconds(resource.RUSAGE_SELF)


sys.path.insert(0, os.path.join(ROOT, 'tools', 'differential'))
