"""Runs saved cases again and shows what happens.

    python3 tools/fuzz/show.py FILE...
"""

import sys

import machine
from lexfuzz import loaded


def main():
    for path in sys.argv[1:]:
        case = loaded(path)
        print('%s: %s' % (path, machine.problem(case, machine.available_modes(None)) or 'fine'))
        print('lexvm ' + ' '.join(repr(word) for word in case.arguments))
        for name, data in case.files.items():
            print('--- %s\n%s' % (name, data.decode('latin-1')))
        for mode in machine.available_modes(None):
            print('--- %s: %s' % (mode, machine.describe(machine.run(case, mode))))


if __name__ == '__main__':
    main()
