"""Fuzzes LexVM: crashes, hangs, internal errors, differences between modes.

    python3 tools/fuzz/lexfuzz.py [--minutes M | --count N] [--seed S] [--target T]...

What is found is shrunk and saved below build/fuzz/.  Ends with a summary and
with exit code 1 if anything was found, 77 if LexVM is not built.
"""

import argparse
import collections
import hashlib
import json
import os
import random
import sys
import time

import machine
from machine import Case
from mutate import shrunk
from targets import TARGETS

SAVED = os.path.join(machine.ROOT, 'build', 'fuzz')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--minutes', type=float, help='how long (default: 1)')
    parser.add_argument('--count', type=int, help='how many cases, instead of a time')
    parser.add_argument('--seed', type=int, help='the same seed makes the same cases')
    parser.add_argument('--target', action='append', choices=sorted(TARGETS))
    parser.add_argument('--mode', action='append', choices=list(machine.MODES))
    options = parser.parse_args()
    modes = machine.available_modes(options.mode)
    if not modes:
        print('LexVM is not built: run `make` or `make nojit`')
        return 77
    seed = options.seed if options.seed is not None else random.randrange(1 << 30)
    print('seed %d, modes %s' % (seed, ' '.join(modes)))
    fuzzer = Fuzzer(modes)
    stop = None
    if options.count is None:
        stop = time.time() + 60 * (options.minutes or 1)
    names = options.target or sorted(TARGETS)
    number = 0
    while number < options.count if stop is None else time.time() < stop:
        fuzzer.try_case(TARGETS[names[number % len(names)]],
                        random.Random('%d-%d' % (seed, number)))
        number += 1
    print('%d cases (%s), %.1f CPU minutes, %d problems' % (
        number, ', '.join('%d %s' % (count, name)
                          for name, count in sorted(fuzzer.counts.items())),
        machine.cpu_seconds() / 60, len(fuzzer.found)))
    return 1 if fuzzer.found else 0


class Fuzzer(object):
    def __init__(self, modes):
        self.modes = modes
        self.counts = collections.Counter()
        self.found = []

    def try_case(self, target, rng):
        case = target(rng)
        self.counts[case.target] += 1
        problem = machine.problem(case, self.modes)
        if problem and machine.problem(case, self.modes) == problem:
            self.save(self.shrink(case, problem), problem)

    def shrink(self, case, problem):
        """Make the files and the long words shorter."""
        def fails(case):
            return machine.problem(case, self.modes) == problem

        tries = 30 if problem.startswith('hang') else 300
        for name in case.files:
            case = case._replace(files=dict(case.files, **{name: shrunk(
                case.files[name], lambda data: fails(case._replace(
                    files=dict(case.files, **{name: data}))), tries)}))
        for i in range(len(case.arguments)):
            if len(case.arguments[i]) > 20:
                case = case._replace(arguments=with_word(case, i, shrunk(
                    case.arguments[i], lambda word: fails(case._replace(
                        arguments=with_word(case, i, word))), tries)))
        return case

    def save(self, case, problem):
        self.found.append(problem)
        os.makedirs(SAVED, exist_ok=True)
        text = dumped(case, problem)
        name = '%s-%s.json' % (case.target, hashlib.sha256(text.encode()).hexdigest()[:8])
        with open(os.path.join(SAVED, name), 'w', encoding='utf-8') as stream:
            stream.write(text)
        print('%s: %s' % (name, problem))
        sys.stdout.flush()


def with_word(case, i, word):
    return case.arguments[:i] + [word] + case.arguments[i + 1:]


def dumped(case, problem):
    """The text of a saved case."""
    return json.dumps({
        'problem': problem, 'target': case.target, 'arguments': case.arguments,
        'files': {name: data.decode('latin-1') for name, data in case.files.items()},
    }, indent=1, sort_keys=True) + '\n'


def loaded(path):
    """The Case of a saved text."""
    with open(path, encoding='utf-8') as stream:
        saved = json.load(stream)
    return Case(saved['target'], {name: text.encode('latin-1')
                                  for name, text in saved['files'].items()},
                saved['arguments'], 0)


if __name__ == '__main__':
    sys.exit(main())
