"""The ways to run a program, and what is seen of a run.

A way is a program (LexVM with or without the JIT, or the reference), flags, and the
name of the way that its runs are compared with.
"""

import collections
import functools
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), 'differential'))

import outcome
from outcome import (
    CRASH, LOAD, OK, POLICY, RUNTIME, TIMEOUT, TYPES, Missing, normalized,
    reference_path)

SECONDS = 60                # of processor time
CLOCK_SECONDS = 20 * SECONDS    # others may use the processor too

Seen = collections.namedtuple('Seen', 'verdict result error stdout steps memo trace')
"""Everything that is compared: as outcome.Outcome, the three counters of the memo, and
the JSON text of the trace (None if the run was not recorded)."""

# Same way of accounting everywhere.
REPORTS = ['--jit-stats', '--memo-stats']

REFERENCE = 'reference'
PLAIN = 'nojit'
JIT_OFF = 'jit-off'


class Way(object):
    """One way; ``base`` is the way with which it is compared.  ``turn`` (K, N) is for
    ways that take turns: such a way runs the programs whose seed is K modulo N."""

    def __init__(self, name, program, flags=(), traced=False, base=PLAIN, eager=False,
                 hook=None, turn=(0, 1)):
        self.name = name
        self.program = program
        self.flags = list(flags)
        self.traced = traced
        self.base = base
        self.eager = eager          # the JIT compiles nearly everything
        self.hook = hook
        self.turn = turn

    def has_turn(self, seed):
        rest, ways = self.turn
        return seed % ways == rest


WAYS = [
    Way('nojit', 'lexvm-nojit', base=REFERENCE),
    Way('nojit-traced', 'lexvm-nojit', traced=True, base=REFERENCE),
    Way('jit', 'lexvm'),
    Way(JIT_OFF, 'lexvm', ['--jit', 'off'], turn=(0, 4)),
    Way('warm', 'lexvm', ['--jit', 'threshold=60,function_threshold=90,'
                          'trace_eagerness=8'], turn=(0, 2)),
    Way('eager', 'lexvm', eager=True),
    Way('eager-2', 'lexvm', eager=True, turn=(1, 2)),
    Way('eager-traced', 'lexvm', traced=True, eager=True, base='nojit-traced'),
    Way('kernel', 'lexvm-nojit', traced=True, hook='kernel', base='nojit-traced',
        turn=(0, 2)),
    Way('kernel-eager', 'lexvm', eager=True, hook='kernel', turn=(0, 2)),
    Way('decline-eager', 'lexvm', eager=True, hook='decline', turn=(1, 4)),
    Way('random', 'lexvm-nojit', hook='random', turn=(3, 4)),
    Way('random-eager', 'lexvm', traced=True, eager=True, hook='random',
        base='nojit-traced'),
    Way('failing', 'lexvm-nojit', traced=True, hook='failing', base=None, turn=(1, 2)),
    Way('failing-eager', 'lexvm', traced=True, eager=True, hook='failing',
        base='failing', turn=(1, 2)),
]


# Traces that are too long are recorded again and again: that takes long in long loops.
TRACE_LIMITS = [60, 150, 400, 1000, 3000]
HOT_TRACE_LIMITS = [600, 1500, 3000]


def eager_parameters(seed, is_hot):
    """Thresholds of 1 to 3 and small limits: bridges, aborts and calls of compiled
    code come up in small programs."""
    source = random.Random(seed)
    pairs = ['threshold=%d' % source.randint(1, 3),
             'function_threshold=%d' % source.randint(1, 3),
             'trace_eagerness=%d' % source.randint(1, 3)]
    if source.randrange(2):
        pairs.append('trace_limit=%d' % source.choice(
            HOT_TRACE_LIMITS if is_hot else TRACE_LIMITS))
    if source.randrange(8) == 0:
        pairs.append('inlining=0')
    if source.randrange(4) == 0:
        pairs.append('loop_longevity=%d' % source.choice([1, 3]))
    return ','.join(pairs)


def available(names=None):
    """The ways whose programs exist; ``names`` selects some.  Raises Missing."""
    ways = [way for way in WAYS if os.path.exists(_path(way.program))]
    if names is not None:
        unknown = set(names) - set(way.name for way in WAYS)
        if unknown:
            raise Missing('unknown: %s; there are %s' % (
                ', '.join(unknown), ', '.join(way.name for way in WAYS)))
        ways = [way for way in ways if way.name in names]
    if not ways:
        raise Missing('LexVM is not built: run `make` and `make nojit`')
    return ways


def is_built(name):
    """Is there the program of the way with this name?"""
    return any(way.name == name and os.path.exists(_path(way.program)) for way in WAYS)


def _path(name):
    return os.path.join(os.environ.get('LEXVM_DIR', outcome.ROOT), name)


def arguments(path, setting):
    words = ['--max-steps', str(setting.max_steps), '--allow-effects', setting.effects]
    if setting.budget is not None:
        words += ['--budget', str(setting.budget)]
    return words + [path, 'main']


def command_of(way, path, setting, seed):
    """The words of a run, without those for the trace."""
    flags = list(way.flags)
    if way.eager:
        # The same program under other parameters, way by way.
        flags += ['--jit', eager_parameters('%d-%s' % (seed, way.name),
                                            setting.is_hot)]
    if way.hook in ('random', 'failing'):
        flags += ['--hook', '%s=%d' % (way.hook, seed)]
    elif way.hook:
        flags += ['--hook', way.hook]
    return [_path(way.program), '--output', 'json', 'run'] + flags + REPORTS + \
        arguments(path, setting)


def execute(command, workers):
    """-> (exit code, stdout, stderr), or None after SECONDS."""
    environment = dict(os.environ, LEX_PAR_MAX_CONCURRENCY=str(workers))
    try:
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True,
                               timeout=CLOCK_SECONDS, env=environment,
                               preexec_fn=_limit_processor_time)
    except subprocess.TimeoutExpired:
        return None
    if ended.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        return None
    return (ended.returncode, ended.stdout.decode('utf-8', 'surrogateescape'),
            ended.stderr.decode('utf-8', 'surrogateescape'))


def _limit_processor_time():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def run_reference(path, setting):
    """-> Seen."""
    command = [reference_path(), 'run', '--trace'] + arguments(path, setting)
    ended = execute(command, setting.workers)
    if ended is None:
        return Seen(TIMEOUT, None, None, None, None, None, None)
    code, out, err = ended
    if code not in (0, 1):
        return Seen(CRASH, None, 'exit code %d: %s' % (code, err), None, None, None,
                    None)
    answer = json.loads(out)
    error = answer['error']
    memo = answer['memo']
    counters = (memo['hits'], memo['misses'], memo['skips'])
    trace = answer['trace'] and nodes_text(answer['trace']['nodes'])
    if error is None:
        return Seen(OK, normalized(answer['result']), None, answer['stdout'],
                    answer['steps'], counters, trace)
    if error in (TYPES, POLICY):
        details = '\n'.join(normalized(each) for each in answer['check_errors'])
        return Seen(error, None, details, '', None, None, None)
    if answer['steps'] == 0 and re.match(r'(parse|read|import) ', error):
        return Seen(LOAD, None, error, '', None, None, None)
    return Seen(RUNTIME, None, error, answer['stdout'], answer['steps'], counters,
                trace)


def run_lexvm(way, path, setting, seed, counts):
    """-> Seen.  Adds what the JIT reports to ``counts``."""
    command = command_of(way, path, setting, seed)
    saved = path + '.trace'
    if way.traced:
        command[4:4] = ['--trace', saved]
    ended = execute(command, setting.workers)
    if ended is None:
        return Seen(TIMEOUT, None, None, None, None, None, None)
    code, out, err = ended
    steps, memo, err = _split_reports(err, counts)
    trace = None
    if way.traced and os.path.exists(saved):
        with open(saved, encoding='utf-8', errors='surrogateescape') as stream:
            trace = saved_nodes(stream.read())
        os.remove(saved)
    ended = outcome.lexvm_outcome(code, out, err, steps)
    if ended.verdict == LOAD and ended.error.startswith('unknown flag'):
        raise Missing('%s is too old: %s' % (command[0], ended.error))
    if ended.verdict in (OK, RUNTIME):
        return Seen(ended.verdict, ended.result, ended.error, ended.stdout, steps, memo,
                    trace)
    return Seen(ended.verdict, None, ended.error, ended.stdout, None, None, None)


def _split_reports(err, counts):
    """Take the reports out of the standard error."""
    steps = memo = None
    rest = []
    for line in err.splitlines(True):
        match = re.match(r'steps: (\d+)$', line)
        if match:
            steps = int(match.group(1))
            continue
        match = re.match(r'memo: (\d+) hits, (\d+) misses, (\d+) skips$', line)
        if match:
            memo = tuple(int(number) for number in match.groups())
        elif steps is not None and line.startswith(('jit: ', 'hook: ')):
            # Lines without a number at the start are the events of the JIT.
            if re.match(r'\w+: \d', line):
                for number, what in re.findall(r'(\d+) ([^,\n]+)', line):
                    if not what.startswith('us '):
                        counts[what] += int(number)
        elif not line.startswith('trace saved: '):
            rest.append(line)
    return steps, memo, ''.join(rest)


@functools.lru_cache(maxsize=8)
def _nodes_of(text):
    try:
        return nodes_text(json.loads(text)['nodes'])
    except (ValueError, KeyError):
        return 'not a trace: ' + text[:1000]


def saved_nodes(text):
    """The nodes of a trace that LexVM saved, in the form of ``nodes_text``.  The same
    trace often comes several times."""
    text = re.sub(r'"(ended|started)_at":\d+ *', r'"\1_at":0', text)
    return _nodes_of(re.sub('"run_id":"[0-9a-f]+"', '"run_id":""', text))


def nodes_text(nodes):
    """Nodes as canonical JSON, without their times and the digests of closures, which
    are different in the reference."""
    return re.sub('<closure [0-9a-f]+>', '<closure>', normalized(_untimed(nodes)))


def _untimed(nodes):
    return [[node['node_id'], node['kind'], node['target'], node['input'],
             node.get('output'), node.get('error'), _untimed(node['children'])]
            for node in nodes]
