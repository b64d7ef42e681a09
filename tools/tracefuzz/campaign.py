"""Many random programs, one after the other (Python 2.7)."""

import os
import sys
import time

import generate
from results import SAME
from shrink import shrink

PROGRESS_SECONDS = 60
GIVEN_UP = 'given up: '


class Failure(object):
    """A program that failed, made smaller; seconds: processor time until then."""

    def __init__(self, seed, kind, program, programs, seconds):
        self.seed = seed
        self.kind = kind
        self.program = program
        self.programs = programs
        self.seconds = seconds


class Campaign(object):
    """``backend`` is one of workers.py; ``ignored`` are kinds of results that count as
    SAME."""

    def __init__(self, backend, options, clock, ignored=()):
        self.backend = backend
        self.options = options
        self.ignored = ignored
        self.clock = clock
        self.started = clock()
        self.programs = 0
        self.traces = 0
        self.failures = []
        self.given_up = {}
        self.ended = 'complete'

    def program_of(self, seed):
        return generate.program(seed, self.options.theme)

    def kind_of(self, result):
        if result.kind in self.ignored:
            return SAME
        if result.kind == SAME and result.given_up and self.options.strict:
            return GIVEN_UP + result.given_up[0]
        return result.kind

    def run(self):
        options = self.options
        seed = options.seed
        end = seed + options.count
        shown = time.time()
        try:
            for seed, result in self.backend.results(self.program_of, seed, end):
                self.programs += 1
                self.traces += result.traces
                for reason in result.given_up:
                    self.given_up.setdefault(reason, []).append(seed)
                kind = self.kind_of(result)
                if kind != SAME:
                    self.failed(seed, kind, result)
                    if options.first:
                        self.ended = 'ended at a failure'
                        break
                if options.seconds and self.clock() - self.started > options.seconds:
                    self.ended = 'ended by time'
                    break
                if time.time() - shown > PROGRESS_SECONDS:
                    shown = time.time()
                    print(self.counts())
                    sys.stdout.flush()
        except KeyboardInterrupt:
            self.ended = 'interrupted'
        self.backend.close()

    def failed(self, seed, kind, result):
        seconds = self.clock() - self.started
        program = self.program_of(seed)

        def still_fails(candidate):
            return self.kind_of(self.backend.run(candidate)) == kind

        again = still_fails(program)
        if again and not self.options.as_is:
            program = shrink(program, still_fails)
            result = self.backend.run(program)
        self.failures.append(Failure(seed, kind, program, self.programs, seconds))
        path = self.save(seed, kind, program, result, again)
        print('seed %d, %s%s, %d instructions, saved as %s' % (
            seed, kind, '' if again else ' (not repeatable)',
            sum([len(function) for function in program.functions]),
            os.path.relpath(path)))
        sys.stdout.flush()

    def save(self, seed, kind, program, result, again):
        if not os.path.isdir(self.options.save):
            os.makedirs(self.options.save)
        path = os.path.join(self.options.save, '%d.trace' % seed)
        lines = ['# seed %d: %s' % (seed, kind)]
        for title, text in [('expected', result.expected), ('actual', result.actual)]:
            lines.append('# ' + title)
            lines += ['#   ' + line for line in text.splitlines()]
        with open(path, 'w') as stream:
            stream.write(program.listing() + '\n'.join(lines) + '\n')
        return path

    def counts(self):
        seconds = self.clock() - self.started
        return '%d programs, %d traces, %d failures, %d s of processor time' % (
            self.programs, self.traces, len(self.failures), seconds)

    def answer(self):
        """What ``prove.py`` reads."""
        return {'programs': self.programs, 'traces': self.traces,
                'seconds': self.clock() - self.started,
                'failures': [{'seed': failure.seed, 'kind': failure.kind,
                              'programs': failure.programs, 'seconds': failure.seconds}
                             for failure in self.failures]}

    def summary(self):
        lines = ['%s from seed %d, %s: %s' % (
            self.backend.name, self.options.seed, self.ended, self.counts())]
        kinds = {}
        for failure in self.failures:
            kinds.setdefault(failure.kind, []).append(failure.seed)
        return lines + _listed('', kinds) + _listed(GIVEN_UP, self.given_up)


def _listed(prefix, seeds_of):
    """Lines for a dictionary from kinds to seeds."""
    return ['  %d times %s%s: seeds %s' % (
        len(seeds_of[kind]), prefix, kind, ', '.join(map(str, seeds_of[kind][:8])))
        for kind in sorted(seeds_of)]
