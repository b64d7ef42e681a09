"""Many cases in several processes, until they are done, time is up, or a signal comes."""

import collections
import json
import multiprocessing
import multiprocessing.connection
import os
import random
import signal
import sys
import time
import traceback

import findings
import machine
from targets import TARGETS

Plan = collections.namedtuple('Plan', 'seed modes targets jobs count stop log')
"""count: how many cases, None for no bound; stop: when to end, in seconds of
time.time(), None for never; log: a file for the totals, or None."""

LOG_SECONDS = 60


class Stopped(BaseException):
    """The campaign is to end."""


class Totals(object):
    """What was done, by kind."""

    NAMES = ['cases', 'runs', 'limited', 'problems']

    def __init__(self):
        self.counts = {name: collections.Counter() for name in self.NAMES}
        self.lexvm = 0.0            # seconds of processor time
        self.fuzzer = 0.0
        self.errors = 0             # of the fuzzer itself

    def add(self, other):
        for name in self.NAMES:
            self.counts[name].update(other.counts[name])
        self.lexvm += other.lexvm
        self.fuzzer += other.fuzzer
        self.errors += other.errors

    def row(self, plan, started, ended):
        """One line of JSON for the log."""
        row = {name: dict(counts) for name, counts in self.counts.items()}
        row.update(
            campaign='%s-%d' % (time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(started)),
                                os.getpid()),
            seed=plan.seed, modes=plan.modes, lexvm_seconds=round(self.lexvm, 1),
            fuzzer_seconds=round(self.fuzzer, 1), clock_seconds=round(time.time() - started),
            errors=self.errors, ended=ended)
        return json.dumps(row, sort_keys=True) + '\n'

    def summary(self, clock):
        lines = []
        for name in sorted(self.counts['cases']):
            lines.append('%-13s %7d cases %8d runs %6d limited' % (
                name, self.counts['cases'][name], self.counts['runs'][name],
                self.counts['limited'][name]))
        for problem, count in sorted(self.counts['problems'].items()):
            lines.append('%d x %s' % (count, problem))
        if self.errors:
            lines.append('%d errors of the fuzzer itself' % self.errors)
        lines.append('processor time: LexVM %.1f s, fuzzer %.1f s; on the clock %.0f s' % (
            self.lexvm, self.fuzzer, clock))
        lines.append('%d cases, %d problems' % (
            sum(self.counts['cases'].values()), sum(self.counts['problems'].values())))
        return '\n'.join(lines)


class Worker(object):
    """Tries every ``jobs``-th case of a plan; tells the totals through a pipe."""

    def __init__(self, plan, first, pipe):
        self.plan = plan
        self.first = first
        self.pipe = pipe
        self.totals = Totals()
        self.told = machine.lexvm_seconds(), machine.own_seconds()

    def main(self):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _stop)
        machine.bound_children()
        try:
            self.work()
        except Stopped:
            pass
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        self.tell(None)

    def work(self):
        number, last = self.first, time.time()
        while self.plan.count is None or number < self.plan.count:
            if self.plan.stop is not None and time.time() >= self.plan.stop:
                break
            try:
                self.try_case(number)
            except Exception:
                self.totals.errors += 1
                traceback.print_exc()
                time.sleep(1)
            number += self.plan.jobs
            if time.time() - last > 1:
                self.tell(number)
                last = time.time()

    def try_case(self, number):
        rng = random.Random('%d-%d' % (self.plan.seed, number))
        case = TARGETS[rng.choice(self.plan.targets)](rng)
        modes = machine.chosen_modes(self.plan.modes, rng)
        verdict = machine.judged(case, modes)
        counts = self.totals.counts
        counts['cases'][case.target] += 1
        counts['runs'][case.target] += verdict.runs
        counts['limited'][case.target] += verdict.limited
        if verdict.problem:
            self.examine(case, modes, verdict.problem)

    def examine(self, case, modes, problem):
        def fails(case):
            return machine.judged(case, modes).problem == problem

        if fails(case):
            tries = 30 if problem.startswith('hang') else 300
            name = findings.save(findings.smaller(case, fails, tries), problem)
        else:
            problem += ', not repeatable'
            name = findings.save(case, problem)
        self.totals.counts['problems'][problem] += 1
        print('%s: %s' % (name, problem), flush=True)

    def tell(self, number):
        """Send what was done since the last time and which case is next."""
        now = machine.lexvm_seconds(), machine.own_seconds()
        self.totals.lexvm = now[0] - self.told[0]
        self.totals.fuzzer = now[1] - self.told[1]
        self.told = now
        self.pipe.send((number, self.totals))
        self.totals = Totals()


def _stop(number, frame):
    raise Stopped()


class Campaign(object):
    def __init__(self, plan):
        self.plan = plan
        self.totals = Totals()
        self.started = self.logged = time.time()
        self.workers = {}           # pipes, with a process and its next case

    def run(self):
        """-> Totals."""
        try:
            signal.signal(signal.SIGTERM, _stop)
            signal.signal(signal.SIGINT, _stop)
            for first in range(self.plan.jobs):
                self.start(first)
            while self.workers:
                self.listen()
        except Stopped:
            pass
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        for process, _ in self.workers.values():
            process.terminate()
        while self.workers:
            self.listen(restart=False)
        self.totals.fuzzer += machine.own_seconds()
        self.log(True)
        return self.totals

    def start(self, first):
        ours, theirs = multiprocessing.Pipe(False)
        process = multiprocessing.Process(
            target=Worker(self.plan, first, theirs).main, daemon=True)
        process.start()
        theirs.close()
        self.workers[ours] = process, first

    def listen(self, restart=True):
        for pipe in multiprocessing.connection.wait(list(self.workers), LOG_SECONDS):
            process, next_case = self.workers[pipe]
            try:
                number, totals = pipe.recv()
            except EOFError:        # a worker that died
                self.forget(pipe)
                if restart:
                    self.totals.errors += 1
                    print('a worker died at case %d' % next_case, flush=True)
                    time.sleep(1)
                    self.start(next_case + self.plan.jobs)
                continue
            self.totals.add(totals)
            if number is None:
                self.forget(pipe)
            else:
                self.workers[pipe] = process, number
        if time.time() - self.logged > LOG_SECONDS:
            self.log(False)

    def forget(self, pipe):
        process, _ = self.workers.pop(pipe)
        process.join()
        pipe.close()

    def log(self, ended):
        """Append the totals so far to the log, if there is one."""
        self.logged = time.time()
        if self.plan.log is None:
            return
        try:
            with open(self.plan.log, 'a', encoding='utf-8') as stream:
                stream.write(self.totals.row(self.plan, self.started, ended))
        except OSError as error:
            print('%s: %s' % (self.plan.log, error), file=sys.stderr, flush=True)
