"""Every program of the project through the reference and LexVM.

    python3 tools/differential/run.py [--mode MODE]... [WORD]...

runs the programs whose names contain a WORD, or all.  Ends with a summary and
with exit code 1 if there are differences that expected_differences.json does
not list, 77 if a program is missing.
"""

import argparse
import json
import os
import re
import sys

import outcome

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTED = os.path.join(HERE, 'expected_differences.json')
EFFECTS = 'io,net,budget,llm,concurrent,time,random,env,log'
MAX_STEPS = 200000000
EXIT_MISSING = 77


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--mode', action='append', help='one of %s (default: all that '
                        'are built)' % ', '.join(outcome.MODES))
    parser.add_argument('word', nargs='*', help='part of a program name')
    options = parser.parse_args()
    try:
        reference = outcome.reference_path()
        modes = outcome.available_modes(options.mode)
    except outcome.Missing as missing:
        print(missing)
        return EXIT_MISSING
    tasks = [(name, task) for name, task in all_tasks()
             if not options.word or any(word in name for word in options.word)]
    return compare_all(reference, modes, tasks)


def compare_all(reference, modes, tasks):
    known = _load(EXPECTED)
    used = set()
    count = 0
    print('%-44s %11s  %s' % ('program', 'steps', '  '.join(modes)))
    for name, task in tasks:
        expected, _ = outcome.run_reference(reference, task)
        cells = []
        details = []
        for mode in modes:
            actual = outcome.run_lexvm(mode, task)
            fields = outcome.differences(expected, actual)
            if not fields:
                cell = 'same'
            elif name in known and _is_intended(known[name]['lexvm'], actual, fields):
                cell = 'intended'
                used.add(name)
            else:
                cell = 'DIFFERENT'
                count += 1
                details += outcome.describe(expected, actual, fields)
            cells.append(cell.ljust(len(mode)))
        print('%-44s %11s  %s' % (name, expected.steps, '  '.join(cells)))
        for line in details:
            print(line)
    print('%d programs, %d modes, %d differences; intended: %d' % (
        len(tasks), len(modes), count, len(used)))
    for name in sorted(used):
        print('  %s: %s (docs/compatibility.rst)' % (name, ' '.join(known[name]['rows'])))
    return 1 if count else 0


def _is_intended(values, actual, fields):
    return all(field in values and values[field] == getattr(actual, field)
               for field in fields)


def all_tasks():
    """-> pairs of a unique name and an outcome.Task."""
    return (_examples() + _rows('tests/programs', 'expected.json', 'function') +
            _rows('tests/programs/golden', '../steps.json', 'fn') + _benchmarks())


def _examples():
    tasks = []
    folder = os.path.join(outcome.ROOT, 'examples')
    for file_name in sorted(os.listdir(folder)):
        if not file_name.endswith('.lex'):
            continue
        row = _load(os.path.join(folder, 'expected', file_name[:-4] + '.json'))
        tasks.append(('examples/' + file_name, outcome.Task(
            os.path.join(folder, file_name), row['fn'], row['args'],
            row['allow_effects'], MAX_STEPS)))
    return tasks


def _rows(folder, index, function_key):
    tasks = []
    path = os.path.join(outcome.ROOT, folder)
    for row in _load(os.path.join(path, index)):
        function = row[function_key]
        name = '%s/%s %s' % (folder, row['file'], function)
        for arg in row['args']:
            name += ' ' + json.dumps(arg)
        tasks.append((name, outcome.Task(os.path.join(path, row['file']), function,
                                         row['args'], EFFECTS, MAX_STEPS)))
    return tasks


def _benchmarks():
    """Each with the small size that its head names."""
    tasks = []
    folder = os.path.join(outcome.ROOT, 'bench', 'programs')
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, name + '.lex')
        with open(path, encoding='utf-8') as stream:
            size = int(re.search(r'^# bench: .*small=(\d+)', stream.read(), re.M).group(1))
        tasks.append(('bench/programs/%s %d' % (name, size), outcome.Task(
            path, 'main', [size], 'io', MAX_STEPS)))
    return tasks


def _load(path):
    with open(path, encoding='utf-8') as stream:
        return json.load(stream)


if __name__ == '__main__':
    sys.exit(main())
