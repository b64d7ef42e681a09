"""Make tests/contract/matrix_expected.json anew: what the reference says about the
programs of tests/contract/matrix.py.

    python3 tools/contract/record_matrix.py
"""

import json
import os
import sys

import ways
from outcome import BUILD, ROOT, Missing, reference_path

sys.path.insert(0, os.path.join(ROOT, 'tests', 'contract'))

import matrix


def main():
    sys.setrecursionlimit(20000)
    path = os.path.join(BUILD, 'matrix.lex')
    answers = {}
    for cell in matrix.CELLS:
        clause, _, function, args, flags = cell
        with open(path, 'w') as stream:
            stream.write(matrix.program(clause))
        try:
            command = [reference_path(), 'run', '--trace', '--allow-effects',
                       'io,budget,concurrent'] + flags + [path, function]
        except Missing as missing:
            print(missing)
            return 77
        _, out, _ = ways.execute(command + [str(arg) for arg in args], 4)
        answer = json.loads(out)
        trace = answer['trace']
        answers[matrix.name_of(cell)] = {
            'result': answer['result'], 'error': answer['error'],
            'steps': answer['steps'],
            'memo': [answer['memo'][key] for key in ('hits', 'misses', 'skips')],
            # The deep trees would be large.
            'nodes': None if clause == 'depth' or not trace else matrix.untimed(
                trace['nodes'])}
    os.remove(path)
    with open(matrix.EXPECTED, 'w') as stream:
        stream.write('{\n%s\n}\n' % ',\n'.join(
            '%s: %s' % (json.dumps(name), json.dumps(answers[name], sort_keys=True))
            for name in sorted(answers)))
    print('%d cells' % len(answers))
    return 0


if __name__ == '__main__':
    sys.exit(main())
