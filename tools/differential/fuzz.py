"""Random programs through the reference and LexVM.

    python3 tools/differential/fuzz.py --count 1000 --seed 1 [--mode MODE]...

Each difference is shrunk and saved below build/differential/.  Ends with a
summary and with exit code 1 if there are differences, 77 if a program is
missing.
"""

import argparse
import collections
import os
import sys

import outcome
from generate import Generator, step_limit
from run import EXIT_MISSING
from shrink import shrink

FOLDER = os.path.join(outcome.BUILD, 'differential')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=1000)
    parser.add_argument('--seed', type=int, default=1, help='seed of the first program')
    parser.add_argument('--mode', action='append', help='one of %s (default: all that '
                        'are built)' % ', '.join(outcome.MODES))
    options = parser.parse_args()
    try:
        fuzzer = Fuzzer(outcome.reference_path(), outcome.available_modes(options.mode))
    except outcome.Missing as missing:
        print(missing)
        return EXIT_MISSING
    os.makedirs(FOLDER, exist_ok=True)
    for seed in range(options.seed, options.seed + options.count):
        fuzzer.run(seed)
    fuzzer.report()
    return 1 if fuzzer.differences else 0


class Fuzzer(object):
    def __init__(self, reference, modes):
        self.reference = reference
        self.modes = modes
        self.programs = 0
        self.differences = 0
        self.steps = 0
        self.verdicts = collections.Counter()
        self.jit = dict((mode, collections.Counter()) for mode in modes)

    def run(self, seed):
        program = Generator(seed).program()
        path = os.path.join(FOLDER, 'current-%d.lex' % os.getpid())
        limit = step_limit(seed)
        task = write(path, program.text(), limit)
        expected, _ = outcome.run_reference(self.reference, task)
        self.programs += 1
        self.verdicts[expected.verdict] += 1
        self.steps += expected.steps or 0
        if expected.verdict == outcome.TIMEOUT:
            os.remove(path)
            return
        for mode in self.modes:
            actual = outcome.run_lexvm(mode, task, self.jit[mode])
            fields = outcome.differences(expected, actual)
            if fields:
                self.differences += 1
                self.save(seed, mode, program, path, limit, expected, actual)
                break
        os.remove(path)

    def save(self, seed, mode, program, path, limit, expected, actual):
        def still_differs(text):
            task = write(path, text, limit)
            before, _ = outcome.run_reference(self.reference, task)
            if before.verdict != expected.verdict:
                return False
            after = outcome.run_lexvm(mode, task)
            return (after.verdict == actual.verdict and
                    outcome.differences(before, after) != [])

        shrink(program, still_differs)
        name = os.path.join(FOLDER, '%d-%s' % (seed, mode))
        task = write(name + '.lex', program.text(), limit)
        expected, _ = outcome.run_reference(self.reference, task)
        actual = outcome.run_lexvm(mode, task)
        fields = outcome.differences(expected, actual)
        lines = ['seed %d, mode %s, --max-steps %d' % (seed, mode, limit)]
        lines += outcome.describe(expected, actual, fields)
        with open(name + '.txt', 'w', encoding='utf-8') as stream:
            stream.write('\n'.join(lines) + '\n')
        print('\n'.join(lines))
        print('  saved as %s.lex' % os.path.relpath(name, outcome.ROOT))
        sys.stdout.flush()

    def report(self):
        print('%d programs, %d steps: %s' % (self.programs, self.steps, ', '.join(
            '%d %s' % (number, verdict)
            for verdict, number in self.verdicts.most_common())))
        for mode in self.modes:
            print('  %-10s %s' % (mode, ', '.join(
                '%d %s' % (number, what) for what, number in self.jit[mode].items())))
        print('%d programs, %d differences' % (self.programs, self.differences))


def write(path, text, limit):
    """Write the program; -> the outcome.Task of its main function."""
    with open(path, 'w', encoding='utf-8') as stream:
        stream.write(text)
    return outcome.Task(path, 'main', [], 'io', limit)


if __name__ == '__main__':
    sys.exit(main())
