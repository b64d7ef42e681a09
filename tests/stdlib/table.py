"""The table of docs/stdlib.rst: what there is of the standard library.

    python -m tests.stdlib.table

prints it; ``--write`` puts it into the document.  A function counts as tested if
a file below tests/ calls it by its name, and as differing if
tools/differential/stdlib_expected.json lists a difference of it.
"""

import json
import os
import re
import sys

from interpreter.machine.availability import is_available
from interpreter.stdlib.signatures import SIGNATURES

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
DOCUMENT = os.path.join(ROOT, 'docs', 'stdlib.rst')
EXPECTED = os.path.join(ROOT, 'tools', 'differential',
                        'stdlib_expected.json')
NOT_CALLS = ['table.py', 'test_registry.py', 'test_unavailable.py']
NAME = re.compile(r'\b([a-z0-9]+)\.([a-z][a-z0-9_]*)\b')
BEGIN = '.. The table is written by tests/stdlib/table.py.\n\n'
END = '\n.. End of the table.\n'
COLUMNS = ['Module', 'Functions', 'Implemented', 'Tested', 'Differing']
WIDTHS = [10, 9, 11, 6, 9]


def functions():
    """The functions with a signature, by module, in the order of the table of
    signatures."""
    modules = []
    by_module = {}
    for line in SIGNATURES.splitlines():
        if ' :: ' in line and not line.startswith(' '):
            module, name = line.split(' :: ')[0].split('.')
            if module not in by_module:
                modules.append(module)
                by_module[module] = []
            by_module[module].append(name)
    return modules, by_module


def tested():
    """All words ``module.name`` in tests."""
    found = set()
    for folder, _, files in os.walk(os.path.join(ROOT, 'tests')):
        for name in files:
            if name.endswith(('.lex', '.py')) and name not in NOT_CALLS:
                with open(os.path.join(folder, name)) as f:
                    found.update(NAME.findall(f.read()))
    return found


def differing():
    with open(EXPECTED) as f:
        text = json.dumps(json.load(f))
    return set(NAME.findall(text))


def row(cells):
    texts = [cells[0].ljust(WIDTHS[0])]
    for cell, width in zip(cells[1:], WIDTHS[1:]):
        texts.append(str(cell).rjust(width))
    return ' '.join(texts).rstrip() + '\n'


def table():
    modules, by_module = functions()
    in_tests = tested()
    different = differing()
    line = ' '.join('=' * width for width in WIDTHS) + '\n'
    text = line + row(COLUMNS) + line
    totals = [0, 0, 0, 0]
    for module in modules:
        names = by_module[module]
        counts = [
            len(names),
            len([n for n in names if is_available(module, n)]),
            len([n for n in names if is_available(module, n)
                 and (module, n) in in_tests]),
            len([n for n in names if (module, n) in different])]
        totals = [a + b for a, b in zip(totals, counts)]
        text += row([module] + counts)
    return text + row(['**all**'] + totals) + line


def untested():
    """The implemented functions that no test calls."""
    modules, by_module = functions()
    in_tests = tested()
    return [module + '.' + name for module in modules
            for name in by_module[module]
            if is_available(module, name) and (module, name) not in in_tests]


def documented(document):
    """The table in the text of the document."""
    return document.split(BEGIN)[1].split(END)[0]


def main(arguments):
    if '--write' not in arguments:
        print(table())
        print('not tested: ' + ' '.join(untested()))
        return
    with open(DOCUMENT) as f:
        document = f.read()
    before, rest = document.split(BEGIN)
    after = rest.split(END)[1]
    with open(DOCUMENT, 'w') as f:
        f.write(before + BEGIN + table() + END + after)


if __name__ == '__main__':
    main(sys.argv[1:])
