"""Record what the reference says about random programs.

    python3 tools/differential/harvest.py [--count N] [--seed S]

replaces the generated part of tests/differential/cases: programs, and
expected.json with results, errors, output, steps and memo counters.  Small and
different programs are chosen.
"""

import argparse
import json
import os
import re
import sys

import outcome
from fuzz import write
from generate import STEP_LIMIT, Generator, step_limit
from run import EXIT_MISSING

FOLDER = os.path.join(outcome.ROOT, 'tests', 'differential', 'cases')
INDEX = os.path.join(FOLDER, 'expected.json')
MAX_CHARACTERS = 2000
STEPS = range(150, 2000)
PREFIX = 'seed_'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=64)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    try:
        reference = outcome.reference_path()
    except outcome.Missing as missing:
        print(missing)
        return EXIT_MISSING
    os.makedirs(FOLDER, exist_ok=True)
    for name in os.listdir(FOLDER):
        if name.startswith(PREFIX):
            os.remove(os.path.join(FOLDER, name))
    rows = [recorded(reference, name, STEP_LIMIT)
            for name in sorted(os.listdir(FOLDER)) if name.endswith('.lex')]
    rows += harvest(reference, options.seed, options.count)
    with open(INDEX, 'w', encoding='utf-8') as stream:
        json.dump(rows, stream, indent=1, sort_keys=True, ensure_ascii=False)
        stream.write('\n')
    print('%d cases' % len(rows))
    return 0


def harvest(reference, seed, count):
    """Every way to fail is as welcome as all successes together."""
    rows = []
    seen = {}
    while len(rows) < count:
        text = Generator(seed).program().text()
        name = '%s%d.lex' % (PREFIX, seed)
        limit = step_limit(seed)
        seed += 1
        if len(text) > MAX_CHARACTERS:
            continue
        path = os.path.join(FOLDER, name)
        write(path, text, limit)
        row = recorded(reference, name, limit)
        kind = row and re.sub(r'\d+|`.*', '', row['error'] or '')
        if row is None or row['steps'] not in STEPS or seen.get(kind, 0) >= (
                8 if kind else count * 2 // 3):
            os.remove(path)
            continue
        seen[kind] = seen.get(kind, 0) + 1
        rows.append(row)
    return rows


def recorded(reference, name, limit):
    """-> the row of the index, or None for a program that does not start."""
    task = outcome.Task(os.path.join(FOLDER, name), 'main', [], 'io', limit)
    seen, answer = outcome.run_reference(reference, task)
    if seen.verdict not in (outcome.OK, outcome.RUNTIME):
        return None
    return {'file': name, 'function': 'main', 'args': [], 'max_steps': limit,
            'result': answer['result'], 'error': answer['error'],
            'stdout': answer['stdout'], 'steps': answer['steps'],
            'memo': answer['memo']}


if __name__ == '__main__':
    sys.exit(main())
