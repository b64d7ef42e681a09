"""Running one Lex program on the reference and on LexVM, and comparing the two.

Everything observable becomes an Outcome.  Both sides are separate processes.
"""

import collections
import json
import os
import re
import resource
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What make calls BUILD.
BUILD = os.environ.get('LEXVM_BUILD', os.path.join(ROOT, 'build'))
REFERENCES = [
    os.path.join(BUILD, 'reference', 'release', 'lex-reference'),
    os.path.join(ROOT, 'tools', 'reference', 'target', 'release', 'lex-reference'),
]

# What each mode of LexVM runs, and its flags for `lexvm run`.
MODES = collections.OrderedDict([
    ('nojit', ('lexvm-nojit', [])),
    ('jit-off', ('lexvm', ['--jit', 'off'])),
    ('jit', ('lexvm', [])),
    ('jit-eager', ('lexvm', ['--jit', 'threshold=2,function_threshold=2,'
                                      'trace_eagerness=2'])),
])

SECONDS = 30
MEMORY = 6 << 30            # the reference reserves a large stack

# What LexVM adds to errors and violations.
ADDED = ('span', 'suggestion')

RUNTIME_PREFIX = 'runtime: '

# How a run ended.
OK = 'ok'
RUNTIME = 'runtime error'
TYPES = 'type errors'
POLICY = 'policy violations'
LOAD = 'not loaded'
CRASH = 'crash'
TIMEOUT = 'timeout'

Outcome = collections.namedtuple('Outcome', 'verdict result error stdout steps')
"""verdict: one of the above; result: JSON text or None; error: message, or the
JSON texts of type errors or violations, or None; stdout: what the program
printed; steps: number of steps, None if the program did not start."""

Task = collections.namedtuple('Task', 'path function args effects max_steps')
"""A program file, a function, JSON values for it, the granted effects as one
comma-separated text, and a step limit (0: none)."""


class Missing(Exception):
    """A program that is needed is not built."""


def reference_path():
    """Raises Missing."""
    candidates = REFERENCES
    if os.environ.get('LEX_REFERENCE'):
        candidates = [os.environ['LEX_REFERENCE']]
    for path in candidates:
        if os.path.exists(path):
            return path
    raise Missing('the reference is not built: run `make reference`, or set '
                  'LEX_REFERENCE to the program (tools/reference/README.rst)')


def available_modes(names=None):
    """The modes that can run; ``names`` selects some.  Raises Missing."""
    if names is None:
        names = [name for name in MODES if os.path.exists(program(name))]
        if not names:
            raise Missing('LexVM is not built: run `make` or `make nojit`')
    for name in names:
        if name not in MODES:
            raise Missing('unknown mode %s; there are %s' % (name, ', '.join(MODES)))
        if not os.path.exists(program(name)):
            raise Missing('./%s is not built' % MODES[name][0])
    return names


def program(mode):
    """LexVM's program, from the folder LEXVM_DIR if that is set."""
    return os.path.join(os.environ.get('LEXVM_DIR', ROOT), MODES[mode][0])


def normalized(value):
    """JSON text that distinguishes 0.0 from -0.0 and 1 from 1.0."""
    return json.dumps(value, sort_keys=True, separators=(',', ':'))


def run_reference(program, task):
    """-> (Outcome, the reference's whole answer or None)."""
    ended = _execute([program, 'run'] + _arguments(task))
    if ended is None:
        return Outcome(TIMEOUT, None, None, None, None), None
    code, out, err = ended
    if code not in (0, 1):
        return Outcome(CRASH, None, 'exit code %d: %s' % (code, err), None, None), None
    answer = json.loads(out)
    error = answer['error']
    if error is None:
        outcome = Outcome(OK, normalized(answer['result']), None, answer['stdout'],
                          answer['steps'])
    elif error in (TYPES, POLICY):
        details = '\n'.join(normalized(each) for each in answer['check_errors'])
        outcome = Outcome(error, None, details, '', None)
    elif answer['steps'] == 0 and _is_load_error(error):
        outcome = Outcome(LOAD, None, error, '', None)
    else:
        outcome = Outcome(RUNTIME, None, error, answer['stdout'], answer['steps'])
    return outcome, answer


def _is_load_error(text):
    return re.match(r'(parse|read|import|package import|arg) ', text) is not None


def run_lexvm(mode, task, counts=None):
    """-> Outcome.  The numbers that the JIT reports are added to ``counts``."""
    flags = MODES[mode][1]
    ended = _execute([program(mode), '--output', 'json', 'run'] + flags +
                     ['--jit-stats'] + _arguments(task))
    if ended is None:
        return Outcome(TIMEOUT, None, None, None, None)
    code, out, err = ended
    steps, err = _split_statistics(err, collections.Counter() if counts is None
                                   else counts)
    return lexvm_outcome(code, out, err, steps)


def lexvm_outcome(code, out, err, steps):
    """The Outcome of a run with --output json; ``err`` is without reports."""
    printed, answer = split_envelope(out)
    if answer is None or code not in (0, 1, 2, 3):
        return Outcome(CRASH, None, 'exit code %d: %s' % (code, err), out, None)
    if code == 0:
        return Outcome(OK, normalized(answer['data']['result']), err or None, printed,
                       steps)
    if code == 1:
        message = answer['error']['message']
        if message.startswith(RUNTIME_PREFIX):
            return Outcome(RUNTIME, None, message[len(RUNTIME_PREFIX):], printed, steps)
        return Outcome(LOAD, None, message, printed, None)
    if code == 2:
        return Outcome(TYPES, None, plain_objects(answer['data']['errors']), printed,
                       None)
    return Outcome(POLICY, None, plain_objects(answer['data']['violations']), printed,
                   None)


def _arguments(task):
    words = ['--max-steps', str(task.max_steps)]
    if task.effects:
        words += ['--allow-effects', task.effects]
    return words + [task.path, task.function] + [json.dumps(arg) for arg in task.args]


def _limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _execute(command):
    """-> (exit code, stdout, stderr), or None after SECONDS."""
    try:
        ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True,
                               timeout=SECONDS, preexec_fn=_limit_memory)
    except subprocess.TimeoutExpired:
        return None
    return (ended.returncode, ended.stdout.decode('utf-8', 'surrogateescape'),
            ended.stderr.decode('utf-8', 'surrogateescape'))


def _split_statistics(err, counts):
    """Take the report of --jit-stats out of the standard error."""
    steps = None
    rest = []
    for line in err.splitlines(True):
        match = re.match(r'steps: (\d+)$', line)
        if match:
            steps = int(match.group(1))
        elif steps is not None and line.startswith('jit: '):
            # Lines without a number at the start are the events of the JIT.
            if re.match(r'jit: \d', line):
                for number, what in re.findall(r'(\d+) ([^,\n]+)', line):
                    counts[what] += int(number)
        else:
            rest.append(line)
    return steps, ''.join(rest)


def split_envelope(out):
    """-> (what the program printed, the JSON object below it or None)."""
    start = out.rfind('{\n  "ok": ')
    try:
        return out[:max(start, 0)], json.loads(out[start:])
    except ValueError:
        return out, None


def plain_objects(objects):
    """Errors or violations as the reference has them, a line of JSON each."""
    return '\n'.join(normalized({key: each[key] for key in each if key not in ADDED})
                     for each in objects)


def differences(expected, actual):
    """The names of the fields in which two outcomes differ."""
    if expected.verdict == CRASH and actual.verdict not in (CRASH, TIMEOUT):
        return []               # the reference has no opinion
    return [field for field in Outcome._fields
            if getattr(expected, field) != getattr(actual, field)]


def describe(expected, actual, fields):
    """Lines of text that show the fields."""
    lines = []
    for field in fields:
        lines.append('  %-8s reference  %s' % (field, shortened(getattr(expected, field))))
        lines.append('  %-8s LexVM      %s' % ('', shortened(getattr(actual, field))))
    return lines


def shortened(value):
    text = repr(value)
    return text if len(text) <= 300 else text[:300] + '...'
