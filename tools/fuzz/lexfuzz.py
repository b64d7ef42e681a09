"""Fuzzes LexVM: crashes, hangs, internal errors, differences between modes.

    python3 tools/fuzz/lexfuzz.py [--minutes M | --count N] [--jobs N] [--seed S]
        [--target T]... [--mode M]... [--log FILE]

What is found is shrunk and saved below build/fuzz/.  SIGINT and SIGTERM end it early.
Ends with a summary and with exit code 1 if anything was found or the fuzzer itself
failed, 77 if LexVM is not built.
"""

import argparse
import os
import random
import sys
import time

import machine
from campaign import Campaign, Plan
from targets import FRUITFUL, TARGETS


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--minutes', type=float, help='how long (default: 1)')
    parser.add_argument('--count', type=int, help='how many cases, instead of a time')
    parser.add_argument('--jobs', type=int, default=1, help='how many at a time')
    parser.add_argument('--seed', type=int, help='the same seed makes the same cases')
    parser.add_argument('--target', action='append', choices=sorted(TARGETS))
    parser.add_argument('--mode', action='append', choices=list(machine.MODES))
    parser.add_argument('--log', help='append the totals to this file, each minute and at '
                        'the end (totals.py adds them up)')
    options = parser.parse_args()
    modes = machine.available_modes(options.mode)
    if not modes:
        print('LexVM is not built: run `make` or `make nojit`')
        return 77
    seed = options.seed if options.seed is not None else random.randrange(1 << 30)
    print('seed %d, process %d, modes %s' % (seed, os.getpid(), ' '.join(modes)), flush=True)
    stop = None
    if options.count is None:
        stop = time.time() + 60 * (options.minutes or 1)
    campaign = Campaign(Plan(seed, modes, options.target or sorted(TARGETS) + FRUITFUL,
                             options.jobs, options.count, stop, options.log))
    totals = campaign.run()
    print(totals.summary(time.time() - campaign.started), flush=True)
    return 1 if totals.counts['problems'] or totals.errors else 0


if __name__ == '__main__':
    sys.exit(main())
