"""Random calls of every pure function of the standard library, on the reference and
on LexVM.

    python3 tools/differential/stdlib.py [--count N] [--seed S] [--mode M] [WORD...]

calls each function whose name contains a WORD, or all, N times.  The arguments follow
from the function's type and from what its module reads: patterns, documents, dates.
Many calls stand in one program; a call that fails ends its program, which is then
started behind that call.  Ends with a table of the modules, and with exit code 1 if
there are differences that stdlib_expected.json does not list, 77 if a program is
missing.

    python3 tools/differential/stdlib.py --record FILE [WORD...]

writes calls with the reference's answers, two for each function where possible: an
ordinary one and one with unusual arguments.
"""

import argparse
import collections
import json
import os
import random
import re
import sys
import tempfile

import outcome
import std_calls
from std_signatures import PURE_MODULES, pure_functions

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTED = os.path.join(HERE, 'stdlib_expected.json')
EFFECTS = 'io,time'
MAX_STEPS = 10000000
BATCH = 40
SHOWN_DIFFERENCES = 5
EXIT_MISSING = 77

PROGRAM = '''\
import "std.io" as io
%s
fn call(i :: Int) -> [io, time] Unit {
  match i {
%s
    _ => ()
  }
}
fn main(i :: Int, stop :: Int) -> [io, time] Unit {
  match i < stop {
    true => { let done := call(i)
      main(i + 1, stop) },
    false => ()
  }
}
'''


def prelude():
    imports = '\n'.join('import "std.%s" as %s' % (name, name) for name in PURE_MODULES)
    return imports + '\n' + std_calls.HELPERS


def program_text(calls):
    arms = '\n'.join('    %d => io.print(%s),' % (i, call.text)
                     for i, call in enumerate(calls))
    return PROGRAM % (prelude(), arms)


class Answers(object):
    """What an implementation says about each call of one program: pairs of the
    outcome's verdict and a text.  ``steps`` are those of the program's starts."""

    def __init__(self, path, count, run):
        self.path = path
        self.run = run
        self.of_call = [None] * count
        self.steps = []
        self.problem = None         # why the program did not start
        self._collect(0, count)

    def _collect(self, start, stop):
        while start < stop and self.problem is None:
            task = outcome.Task(self.path, 'main', [start, stop], EFFECTS, MAX_STEPS)
            ended = self.run(task)
            if ended.verdict in (outcome.TYPES, outcome.LOAD, outcome.POLICY):
                self.problem = ended.error
                return
            if ended.verdict in (outcome.CRASH, outcome.TIMEOUT):
                if stop - start == 1:
                    self.of_call[start] = (ended.verdict, '')
                    return
                middle = (start + stop) // 2
                self._collect(start, middle)
                start = middle
                continue
            self.steps.append((start, stop, ended.steps))
            for line in ended.stdout.split('\n')[:-1]:
                self.of_call[start] = (outcome.OK, line)
                start += 1
            if ended.verdict == outcome.RUNTIME and start < stop:
                self.of_call[start] = (outcome.RUNTIME, without_ids(ended.error))
                start += 1


def without_ids(text):
    """An error text without the numbers of shapes and functions."""
    text = re.sub(r'(shape_id|fn_id): \d+', r'\1: N', text)
    return re.sub(r'body_hash: \[[^\]]*\]', 'body_hash: []', text)


class Comparison(object):
    """Runs batches of calls on both sides and counts what comes out."""

    def __init__(self, reference, modes, folder):
        self.reference = reference
        self.modes = modes
        self.path = os.path.join(folder, 'calls.lex')
        with open(EXPECTED, encoding='utf-8') as stream:
            self.expected = json.load(stream)
        self.counts = collections.defaultdict(collections.Counter)
        self.shown = collections.Counter()

    def answers(self, calls, run):
        with open(self.path, 'w', encoding='utf-8') as stream:
            stream.write(program_text(calls))
        return Answers(self.path, len(calls), run)

    def of_reference(self, calls):
        return self.answers(
            calls, lambda task: outcome.run_reference(self.reference, task)[0])

    def compare(self, name, calls):
        expected = self.of_reference(calls)
        if expected.problem is not None:
            if len(calls) > 1:
                for call in calls:
                    self.compare(name, [call])
            elif 'unknown_field' in expected.problem:
                self.counts[name]['unknown to the reference'] += 1
            else:
                self.counts[name]['ill-typed'] += 1
                self.show(name, calls[0], expected.problem, '')
            return
        for mode in self.modes:
            actual = self.answers(calls, lambda task: outcome.run_lexvm(mode, task))
            if actual.problem is not None:
                self.differs(name, calls[0], '', (outcome.LOAD, actual.problem))
                continue
            same = True
            for call, theirs, ours in zip(calls, expected.of_call, actual.of_call):
                self.counts[name]['calls'] += 1
                if theirs[0] == outcome.OK:
                    self.counts[name]['succeeded'] += 1
                if theirs == ours:
                    continue
                same = False
                if theirs[0] == outcome.CRASH and ours[0] != outcome.CRASH:
                    self.counts[name]['the reference crashes'] += 1
                elif self.is_expected(name, theirs, ours):
                    self.counts[name]['intended'] += 1
                else:
                    self.differs(name, call, theirs, ours)
            if same and actual.steps != expected.steps:
                self.differs(name, calls[0], ('steps', repr(expected.steps)),
                             ('steps', repr(actual.steps)))

    def is_expected(self, name, theirs, ours):
        for row in self.expected:
            if re.fullmatch(row['function'], name) and \
                    re.search(row['reference'], theirs[1], re.S) and \
                    re.search(row['lexvm'], ours[1], re.S):
                return True
        return False

    def differs(self, name, call, theirs, ours):
        missing = ours[1] == 'effect handler error: unknown pure builtin: ' + name
        self.counts[name]['missing' if missing else 'differences'] += 1
        if not missing:
            self.show(name, call, theirs, ours)

    def show(self, name, call, theirs, ours):
        self.shown[name] += 1
        if self.shown[name] <= SHOWN_DIFFERENCES:
            print('%s\n  reference  %s\n  LexVM      %s' % (
                call.text, outcome.shortened(theirs), outcome.shortened(ours)))
            sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=200, help='calls of each function')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--mode', action='append', help='one of %s (default: the first '
                        'that is built)' % ', '.join(outcome.MODES))
    parser.add_argument('--record', metavar='FILE')
    parser.add_argument('word', nargs='*', help='part of a function\'s name')
    options = parser.parse_args()
    try:
        reference = outcome.reference_path()
        modes = [] if options.record else outcome.available_modes(options.mode)[:1]
        modes = options.mode or modes
    except outcome.Missing as missing:
        print(missing)
        return EXIT_MISSING
    functions = [signature for signature in pure_functions()
                 if not options.word or any(word in signature.name
                                            for word in options.word)]
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(reference, modes, folder)
        if options.record:
            return record(comparison, functions, options)
        for signature in functions:
            calls = random_calls(signature, options.seed, options.count)
            for start in range(0, len(calls), BATCH):
                comparison.compare(signature.name, calls[start:start + BATCH])
    return report(functions, comparison.counts)


def random_calls(signature, seed, count):
    generator = random.Random('%s %d' % (signature.name, seed))
    return [std_calls.random_call(signature, generator) for _ in range(count)]


COLUMNS = ['calls', 'succeeded', 'the reference crashes', 'intended', 'differences',
           'missing', 'unknown to the reference', 'ill-typed']


def report(functions, counts):
    modules = collections.OrderedDict()
    for signature in functions:
        rows = modules.setdefault(signature.name.split('.')[0], [])
        rows.append(counts[signature.name])
    print('%-9s %9s  %s' % ('module', 'functions', '  '.join(COLUMNS)))
    totals = collections.Counter()
    for name, rows in modules.items():
        total = sum(rows, collections.Counter())
        totals += total
        print_row(name, len(rows), total)
    print_row('all', len(functions), totals)
    return 1 if totals['differences'] or totals['ill-typed'] else 0


def print_row(name, functions, total):
    cells = ['%*d' % (len(column), total[column]) for column in COLUMNS]
    print('%-9s %9d  %s' % (name, functions, '  '.join(cells)))


def record(comparison, functions, options):
    """Keep an ordinary call that succeeds and one with unusual arguments or an unusual
    answer."""
    rows = []
    for signature in functions:
        calls = random_calls(signature, options.seed, BATCH)
        answers = comparison.of_reference(calls)
        if answers.problem is not None:
            print('%s: not recorded: %s' % (signature.name, answers.problem[:80]))
            continue
        ordinary, unusual = [], []
        for call, answer in zip(calls, answers.of_call):
            if answer[0] not in (outcome.OK, outcome.RUNTIME) or len(call.text) > 400:
                continue
            failed = answer[0] != outcome.OK or '"Err"' in answer[1] or \
                '"None"' in answer[1]
            kept = unusual if failed or call.edges else ordinary
            kept.append((not failed, call, answer))
        unusual.sort(key=lambda entry: entry[0])
        for _, call, answer in ordinary[:1] + unusual[:2 - len(ordinary[:1])]:
            rows.append({'function': signature.name, 'call': call.text,
                         'verdict': 'result' if answer[0] == outcome.OK else 'error',
                         'answer': answer[1]})
    with open(options.record, 'w', encoding='utf-8') as stream:
        json.dump({'prelude': prelude(), 'calls': rows}, stream, indent=1,
                  sort_keys=True)
        stream.write('\n')
    print('%d calls of %d functions' % (
        len(rows), len({row['function'] for row in rows})))
    return 0


if __name__ == '__main__':
    sys.exit(main())
