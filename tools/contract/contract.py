"""Random programs, run in many ways that must be indistinguishable.

    python3 tools/contract/contract.py --count 1000 --seed 1 [--jobs N] [--way NAME]...
                                       [--shapes all|calls|hot] [--all] [--first]
                                       [--seconds T] [--background] [--log FILE]

Each program runs without JIT, with the JIT as shipped and at tiny thresholds and trace
limits, with hooks, with and without recorder, and on the reference if it is built.
Compared are result, error, output, steps, counters of the memo and trace.  Each
difference is shrunk and saved below build/contract/.  Ends with a summary, also when it
is interrupted or terminated, and with exit code 1 if there are differences, 77 if LexVM
is not built.
"""

import argparse
import collections
import multiprocessing
import os
import re
import resource
import signal
import sys
import tempfile
import time

import programs
import traces
import ways
from outcome import BUILD, CRASH, MEMORY, OK, ROOT, TIMEOUT, Missing, reference_path, \
    shortened
from shrink import shrink
from ways import REFERENCE

EXIT_MISSING = 77
FOLDER = os.path.join(BUILD, 'contract')

# Differences that are described in docs/compatibility.rst or docs/contract.rst.
NESTING = 'nesting of tail calls in list instructions'
NO_FRAME = 'answered calls need no frame'
REFUSED = 'the reference has no opinion'
LEFT_FRAMES = 'the reference names a frame that a swallowed error left'
PROGRESS_SECONDS = 60


def has_reference():
    try:
        reference_path()
    except Missing:
        return False
    return True


class Comparison(object):
    """The runs of one program."""

    def __init__(self, seed, setting, chosen, folder):
        self.seed = seed
        self.setting = setting
        self.chosen = chosen
        self.path = os.path.join(folder, 'program.lex')
        self.counts = collections.defaultdict(collections.Counter)

    def write(self, text):
        with open(self.path, 'w', encoding='utf-8') as stream:
            stream.write(text)
        self.text = text
        self.runs = {}

    def run(self, name):
        """-> Seen of the way with this name."""
        if name not in self.runs:
            if name == REFERENCE:
                seen = ways.run_reference(self.path, self.setting)
            else:
                way = [way for way in ways.WAYS if way.name == name][0]
                seen = ways.run_lexvm(way, self.path, self.setting, self.seed,
                                      self.counts[name])
            self.runs[name] = seen
        return self.runs[name]

    def base_of(self, way):
        """The name of the way to compare with; None if there is none."""
        base = way.base
        if base == REFERENCE and not has_reference():
            base = ways.PLAIN
        if base in (ways.PLAIN, 'nojit-traced') and not ways.is_built(base):
            base = ways.JIT_OFF
        return None if base == way.name else base

    def differences(self, way, documented=None):
        """The names of the fields in which a way differs from its base.  Counts
        intended differences in ``documented``."""
        base = self.base_of(way)
        if base is None:
            return []
        expected, actual = self.run(base), self.run(way.name)
        if base == REFERENCE and expected.verdict in (CRASH, TIMEOUT):
            _count(documented, REFUSED)
            return []
        if way.hook in ('kernel', 'random') and _overflows(expected):
            _count(documented, NO_FRAME)
            return []
        fields = [field for field in ways.Seen._fields
                  if field != 'trace' and getattr(expected, field) != getattr(
                      actual, field)]
        if fields == ['error'] and base == REFERENCE and _names_left_frame(
                self.text, expected.error, actual.error):
            _count(documented, LEFT_FRAMES)
            fields = []
        if not self.same_trace(way, base, expected, actual, documented):
            fields.append('trace')
        return fields

    def same_trace(self, way, base, expected, actual, documented):
        if expected.trace is None or actual.trace is None:
            return way.traced == (actual.trace is not None) or actual.steps is None
        if expected.trace == actual.trace:
            return True
        if actual.trace.startswith('not a trace'):
            return False
        if base == REFERENCE:
            # The reference closes enclosing nodes; in a run that fails they are lost.
            _count(documented, NESTING)
            if expected.verdict != OK:
                return True
            return traces.entries(expected.trace) == traces.entries(actual.trace)
        if way.hook in ('kernel', 'random') and expected.verdict != OK:
            return True
        if way.hook == 'kernel':
            return (traces.without_loops(expected.trace) ==
                    traces.without_loops(actual.trace))
        if way.hook == 'random':
            return traces.prunes(expected.trace, actual.trace)
        return False


def _count(documented, reason):
    if documented is not None:
        documented[reason] += 1


def _overflows(seen):
    return seen.error is not None and ('call stack overflow' in seen.error or
                                       'CallStackOverflow' in seen.error)


def _names_left_frame(text, expected, actual):
    """Do two errors differ only in the function that reached the limit, after an error
    in a parser or an actor?"""
    limit = re.compile('step limit exceeded in `[^`]*`')
    return (('parser.' in text or 'conc.' in text) and
            limit.search(expected or '') is not None and
            limit.sub('', expected) == limit.sub('', actual or ''))


Report = collections.namedtuple(
    'Report', 'seed verdict steps counts documented texts seconds')
"""What came of a seed; ``seconds`` of processor time went into finding it."""


def processor_time():
    """Of this process and those it has ended, in seconds."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (
        resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def examine(task):
    """Run one seed in all ways; -> Report."""
    started = processor_time()
    seed, names, in_turn, shapes = task
    sys.setrecursionlimit(20000)
    program, setting = programs.program(seed, shapes)
    # The trace of thousands of turns takes longer than all the rest.
    chosen = [way for way in ways.WAYS
              if way.name in names and (way.has_turn(seed) or not in_turn) and
              not (way.traced and setting.is_hot)]
    documented = collections.Counter()
    texts = []
    with tempfile.TemporaryDirectory(dir=_fast_folder()) as folder:
        comparison = Comparison(seed, setting, chosen, folder)
        comparison.write(program.text())
        for way in chosen:
            fields = comparison.differences(way, documented)
            seconds = processor_time() - started
            if fields:
                texts.append(save(comparison, way, fields, program))
                break
        if texts:
            # What is left of the runs is those of the shrunk program.
            return Report(seed, 'difference', 0, dict(comparison.counts), documented,
                          texts, seconds)
        if REFERENCE in comparison.runs:
            first = comparison.runs[REFERENCE]
        elif chosen:
            first = comparison.run(chosen[0].name)
        else:
            return Report(seed, 'not run', 0, {}, documented, [], 0.0)
    return Report(seed, first.verdict, first.steps or 0,
                  dict(comparison.counts), documented, texts, seconds)


def _fast_folder():
    return '/dev/shm' if os.path.isdir('/dev/shm') else None


def save(comparison, way, fields, program):
    """Shrink and save a program; -> the description of its difference."""
    base = comparison.base_of(way)
    before = comparison.run(base).verdict
    after = comparison.run(way.name).verdict

    def still_differs(text):
        comparison.write(text)
        return (comparison.run(base).verdict == before and
                comparison.run(way.name).verdict == after and
                comparison.differences(way) == fields)

    counts = comparison.counts
    comparison.counts = collections.defaultdict(collections.Counter)
    if TIMEOUT not in (before, after) and still_differs(program.text()):
        shrink(program, still_differs)
    comparison.write(program.text())
    fields = comparison.differences(way)
    name = os.path.join(FOLDER, '%d-%s' % (comparison.seed, way.name))
    with open(name + '.lex', 'w', encoding='utf-8') as stream:
        stream.write(program.text())
    command = ways.command_of(way, os.path.relpath(name + '.lex', ROOT),
                              comparison.setting, comparison.seed)
    lines = ['seed %d, %s differs from %s in: %s' % (
        comparison.seed, way.name, base,
        ', '.join(fields) or 'nothing (not repeatable)'),
        '  LEX_PAR_MAX_CONCURRENCY=%d %s%s' % (
            comparison.setting.workers, ' '.join(command),
            ' --trace -' if way.traced else '')]
    for field in fields:
        for which in (base, way.name):
            lines.append('  %-8s %-14s %s' % (
                field, which, shortened(getattr(comparison.run(which), field))))
    lines.append('  saved as %s.lex' % os.path.relpath(name, ROOT))
    comparison.counts = counts
    text = '\n'.join(lines)
    with open(name + '.txt', 'w', encoding='utf-8') as stream:
        stream.write(text + '\n')
    return text


class Totals(object):
    """What the run is about to print."""

    def __init__(self):
        self.started = time.time()
        self.programs = 0
        self.differences = 0
        self.steps = 0
        self.seconds = 0.0          # of processor time, without shrinking
        self.verdicts = collections.Counter()
        self.documented = collections.Counter()
        self.counts = collections.defaultdict(collections.Counter)

    def add(self, report):
        self.programs += 1
        self.steps += report.steps
        self.seconds += report.seconds
        self.verdicts[report.verdict] += 1
        self.documented += report.documented
        for name, counts in report.counts.items():
            self.counts[name] += counts
        for text in report.texts:
            self.differences += 1
            print(text, flush=True)
            print('  found after %d programs, %.1f s of processor time' % (
                self.programs, self.seconds), flush=True)

    def progress(self):
        return '%d programs, %d differences, %d s' % (
            self.programs, self.differences, time.time() - self.started)

    def lines(self, chosen):
        """-> the lines of the summary."""
        lines = ['%d programs, %d steps in each way: %s' % (
            self.programs, self.steps, ', '.join(
                '%d %s' % (number, verdict)
                for verdict, number in self.verdicts.most_common()))]
        for reason, number in self.documented.most_common():
            lines.append('  documented: %d %s' % (number, reason))
        total = collections.Counter(forcings=0)
        for way in chosen:
            counts = self.counts[way.name]
            if way.program == 'lexvm' or way.hook:
                lines.append('  %-14s %s' % (way.name, _listed(counts)))
            if way.program == 'lexvm':
                total.update(counts)
        for what in ('answered', 'declined', 'failed'):
            del total[what]
        lines.append('  %-14s %s' % ('JIT, together', _listed(total)))
        lines.append('%s, %d s of processor time' % (self.progress(), processor_time()))
        return lines


def _listed(counts):
    return ', '.join('%d %s' % (number, what) for what, number in counts.most_common())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=1000)
    parser.add_argument('--seed', type=int, default=1, help='seed of the first program')
    parser.add_argument('--jobs', type=int, default=os.cpu_count())
    parser.add_argument('--way', action='append', help='one of %s (default: all that '
                        'are built)' % ', '.join(way.name for way in ways.WAYS))
    parser.add_argument('--all', action='store_true',
                        help='every program in all ways, none takes turns')
    parser.add_argument('--shapes', choices=programs.SHAPES, default='all',
                        help='programs about calls, around hot loops, or both in turn')
    parser.add_argument('--first', action='store_true', help='end at a difference')
    parser.add_argument('--seconds', type=float, default=0,
                        help='end after so much processor time')
    parser.add_argument('--background', action='store_true', help='lowest priority')
    parser.add_argument('--log', help='a file to append the summary to')
    options = parser.parse_args()
    if options.background:
        go_to_background()
    try:
        chosen = ways.available(options.way)
    except Missing as missing:
        print(missing)
        return EXIT_MISSING
    os.makedirs(FOLDER, exist_ok=True)
    # The reference reserves a large stack.
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    print('ways: %s%s' % (', '.join(way.name for way in chosen),
                          ', reference' if has_reference() else '; no reference'))
    totals = Totals()
    names = [way.name for way in chosen]
    in_turn = not options.all and not options.way
    seeds = range(options.seed, options.seed + options.count)
    tasks = [(seed, names, in_turn, options.shapes) for seed in seeds]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    ended = 'complete'
    shown = time.time()
    with multiprocessing.Pool(options.jobs, _ignore_interrupts) as pool:
        try:
            for report in pool.imap_unordered(examine, tasks, chunksize=4):
                totals.add(report)
                if options.first and totals.differences:
                    ended = 'ended at a difference'
                elif options.seconds and totals.seconds > options.seconds:
                    ended = 'ended by time'
                if ended != 'complete':
                    pool.terminate()
                    break
                if time.time() - shown >= PROGRESS_SECONDS:
                    shown = time.time()
                    print(totals.progress(), flush=True)
            # What the processes used counts once they have ended.
            pool.close()
            pool.join()
        except KeyboardInterrupt:
            ended = 'interrupted'
            pool.terminate()
            pool.join()
    lines = ['seeds %d to %d, %s' % (seeds[0], seeds[-1], ended)] + totals.lines(chosen)
    print('\n'.join(lines), flush=True)
    if options.log:
        with open(options.log, 'a', encoding='utf-8') as stream:
            stream.write(time.strftime('%Y-%m-%d %H:%M:%S\n'))
            stream.write('\n'.join(lines) + '\n\n')
    return 1 if totals.differences else 0


def go_to_background():
    """Let everything else run first, in other sessions too."""
    os.nice(19)
    try:
        os.setsid()
        with open('/proc/self/autogroup', 'w', encoding='ascii') as stream:
            stream.write('19')
    except OSError:
        pass


def _ignore_interrupts():
    """The processes of the pool leave them to the first one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


if __name__ == '__main__':
    sys.exit(main())
