"""``list.par_map``: the elements are shared out among workers.

A worker counts as a machine of its own: it has its own steps, with the limit
of the machine, and its own memo; it has no recorder and no hook.  Element I
goes to worker I modulo the number of workers.  The elements run one after the
other, in the order of the list, each at depth 0.
"""

import os

from rpython.rlib import jit

from interpreter.machine import call
from interpreter.machine.memo import Memo
from interpreter.machine.modes import WORKER
from interpreter.objects.errors import EffectError, VMError
from interpreter.objects.list import ListBuilder
from interpreter.objects.pace import pace

# Not the number of processors: a program shall end alike on every machine.
DEFAULT_WORKERS = 4
MAX_WORKERS = 64
# Steps of workers are not steps of the machine, so they count as its work.
WORK_OF_AN_ELEMENT = 1000
WORK_OF_A_STEP = 4
WORKERS_VARIABLE = 'LEX_PAR_MAX_CONCURRENCY'


class Worker(object):
    """What a machine keeps apart while a worker runs on it.  ``following`` is another
    worker that there is meanwhile, or None."""

    def __init__(self, remaining, following):
        self.remaining = remaining          # the steps that may still run
        self.following = following
        self.memos = {}             # index of a function -> Memo
        self.last_memo = None

    def memo_of(self, code):
        memo = self.memos.get(code.index, None)
        if memo is None:
            memo = Memo(self.last_memo)
            self.last_memo = memo
            self.memos[code.index] = memo
        return memo


def worker_limit():
    """-> the largest number of workers; the environment can set it."""
    text = os.environ.get(WORKERS_VARIABLE)
    if text is None:
        return DEFAULT_WORKERS
    try:
        number = int(text)
    except ValueError:
        return DEFAULT_WORKERS
    if number <= 0:
        return DEFAULT_WORKERS
    return min(number, MAX_WORKERS)


@jit.dont_look_inside
def parallel_map(vm, w_list, w_closure):
    """All elements run even after one failed; the first failure in list order
    is the error."""
    length = w_list.length()
    if length == 0:
        return w_list
    state = MachineState(vm)
    workers = []
    for _ in range(min(length, worker_limit())):
        vm.last_worker = Worker(vm.initial_fuel, vm.last_worker)
        workers.append(vm.last_worker)
    failure = None
    builder = ListBuilder(length)
    try:
        for i in range(length):
            worker = workers[i % len(workers)]
            vm.worker = worker
            vm.base_mode = WORKER
            vm.used_memos = []
            vm.set_remaining(worker.remaining)
            try:
                builder.append(call.invoke_closure(vm, w_closure,
                                                   [w_list.getitem(i)], 0))
            except VMError as error:
                if error.ends_run:
                    raise error
                if failure is None:
                    failure = EffectError('par_map worker: ' + error.debug())
                    failure.stack = error.stack
            pace.work(WORK_OF_AN_ELEMENT +
                      (worker.remaining - vm.remaining()) * WORK_OF_A_STEP)
            worker.remaining = vm.remaining()
    finally:
        state.restore(vm)
    if failure is not None:
        raise failure
    return builder.build()


class MachineState(object):
    """What the workers must leave as it was."""

    def __init__(self, vm):
        self.worker = vm.worker
        self.last_worker = vm.last_worker
        self.base_mode = vm.base_mode
        self.fuel = vm.fuel
        self.reserve = vm.reserve
        self.used_memos = vm.used_memos
        self.memo_hits = vm.memo_hits
        self.memo_misses = vm.memo_misses

    def restore(self, vm):
        vm.worker = self.worker
        vm.last_worker = self.last_worker
        vm.base_mode = self.base_mode
        vm.fuel = self.fuel
        vm.reserve = self.reserve
        vm.used_memos = self.used_memos
        vm.memo_hits = self.memo_hits
        vm.memo_misses = self.memo_misses
