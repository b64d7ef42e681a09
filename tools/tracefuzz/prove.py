"""Does the tester find a fault again whose correction is taken out?

    prove.py [--seconds T] [--native NAME=PROGRAM]... [--lexvm NAME=FOLDER]...
             [--seed S] [--log FILE] [NAME]...

For Python 2.7 with rpython.  Leaves out each correction of toolchain_fixes in turn, or
those named, and runs tracefuzz.py until it fails, for at most T seconds of processor
time (600).  What a correction of the backend or the collector does shows in native
programs only, which must have been made without it (LEXVM_WITHOUT_FIX=NAME make ...):
PROGRAM is what target.py became, and FOLDER has lexvm and lexvm-nojit, which run the
programs of tools/contract.  Prints a table; exit code 1 if a fault was not found.
"""

from __future__ import print_function

import argparse
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, ROOT)

from toolchain_fixes import registry

FORMAT = '%-26s %-8s %9s %9s  %s'


class Proof(object):
    """programs, seconds: until the fault was found, or altogether."""

    def __init__(self, name, way, programs, seconds, kind):
        self.name = name
        self.way = way
        self.programs = programs
        self.seconds = seconds
        self.kind = kind            # of the failure; None if there was none

    def line(self):
        return FORMAT % (self.name, self.way, self.programs, '%.1f' % self.seconds,
                         self.kind or 'NOT FOUND')


def by_tracefuzz(name, options, program=None):
    command = [sys.executable, os.path.join(HERE, 'tracefuzz.py'), '--first', '--strict', '--json',
               '--count', '1000000000', '--seconds', str(options.seconds),
               '--seed', str(options.seed),
               '--save', os.path.join(ROOT, 'build', 'tracefuzz', 'without-' + name)]
    if program:
        command += ['--native', program]
    environment = dict(os.environ)
    environment[registry.VARIABLE] = name
    output = subprocess.Popen(command, env=environment,
                              stdout=subprocess.PIPE).communicate()[0]
    answer = json.loads(output.splitlines()[-1])
    found = answer['failures'][0] if answer['failures'] else None
    way = 'native' if program else 'llgraph'
    if found:
        return Proof(name, way, found['programs'], found['seconds'], found['kind'])
    return Proof(name, way, answer['programs'], answer['seconds'], None)


def by_contract(name, options, folder):
    command = ['python3', os.path.join(ROOT, 'tools', 'contract', 'contract.py'),
               '--count', '1000000', '--shapes', 'hot', '--first', '--jobs', '1',
               '--seconds', str(options.seconds), '--seed', str(options.seed)]
    environment = dict(os.environ, LEXVM_DIR=os.path.abspath(folder))
    output = subprocess.Popen(command, env=environment,
                              stdout=subprocess.PIPE).communicate()[0].decode('utf-8')
    kind = re.search(r'differs from \S+ in: (.*)', output)
    found = re.search(r'found after (\d+) programs, ([\d.]+) s', output)
    if found is None:
        found = re.search(r'(\d+) programs, 0 differences.* (\d+) s of processor', output)
    return Proof(name, 'lexvm', found.group(1), float(found.group(2)),
                 kind and kind.group(1))


def pairs(texts):
    """NAME=PATH -> pairs of a name and a path."""
    return [tuple(text.split('=', 1)) for text in texts or []]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('name', nargs='*', help='of a correction')
    parser.add_argument('--seconds', type=float, default=600)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--native', action='append', metavar='NAME=PROGRAM')
    parser.add_argument('--lexvm', action='append', metavar='NAME=FOLDER')
    parser.add_argument('--log', help='a file to append the table to')
    options = parser.parse_args()
    registry.left_out(','.join(options.name))
    natives, folders = pairs(options.native), pairs(options.lexvm)
    names = options.name
    if not names and not natives and not folders:
        names = list(registry.CORRECTIONS)
    tasks = [(by_tracefuzz, name, ()) for name in names]
    tasks += [(by_tracefuzz, name, (path,)) for name, path in natives]
    tasks += [(by_contract, name, (path,)) for name, path in folders]
    lines = [FORMAT % ('without', 'way', 'programs', 'seconds', 'failure')]
    print(lines[0])
    missed = 0
    for prove, name, more in tasks:
        proof = prove(name, options, *more)
        missed += proof.kind is None
        lines.append(proof.line())
        print(lines[-1])
        sys.stdout.flush()
    if options.log:
        with open(options.log, 'a') as stream:
            stream.write('\n'.join(lines) + '\n')
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
