"""Runs saved cases again and shows what happens.

    python3 tools/fuzz/show.py [--mode M]... FILE...
"""

import argparse

import machine
from findings import loaded


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--mode', action='append', choices=list(machine.MODES))
    parser.add_argument('path', metavar='FILE', nargs='+')
    options = parser.parse_args()
    machine.bound_children()
    modes = machine.available_modes(options.mode)
    for path in options.path:
        case = loaded(path)
        print('%s: %s' % (path, machine.judged(case, modes).problem or 'fine'))
        print('lexvm ' + ' '.join(repr(word) for word in case.arguments))
        for name, data in case.files.items():
            print('--- %s\n%s' % (name, data.decode('latin-1')))
        for mode in modes:
            print('--- %s: %s' % (mode, machine.describe(machine.run(case, mode))))


if __name__ == '__main__':
    main()
