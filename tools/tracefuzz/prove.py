"""Does the tester find a fault again whose correction is taken out?

    prove.py [--seconds T] [--native NAME=PROGRAM]... [--lexvm NAME=FOLDER]...
             [--seed S] [--theme NAME] [--log FILE] [NAME]...

For Python 2.7 with rpython.  Leaves out each correction of toolchain_fixes in turn, or
those named, and runs tracefuzz.py until it fails, for at most T seconds of processor
time (600).  What a net catches counts as found, a program without end does not, as some are
slow untranslated with all corrections; a net itself is left out together with a
correction of what it catches.  What a correction of the backend or the collector does
shows in native programs only, which must have been made without it
(LEXVM_WITHOUT_FIX=NAME make ...): PROGRAM is what target.py became, and FOLDER has lexvm
and lexvm-nojit, which run the programs of tools/contract.  Prints a
table; exit code 1 if a fault was not found.
"""

from __future__ import print_function

import argparse
import itertools
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, ROOT)
# Each proof makes the corrections that it is about.
os.environ['LEXVM_WITHOUT_FIX'] = 'all'

import campaign
from results import TOO_LONG
from statements import THEMES
from toolchain_fixes import registry

FORMAT = '%-34s %-8s %9s %9s %9s  %s'

# Nets, and a correction whose fault they catch.
NETS = {'failed-assertions': 'overflow-of-constants',
        'ill-formed-traces': 'names-of-late-values'}

# Corrections of what no program of the register machine can meet untranslated, or on the
# toolchain at hand, and the tests in tests/jit/corrections that do.
SHOWN_BY_TESTS = {
    'c-arithmetic': 'test_c_code.py',
    'memory-in-use-while-sweeping': 'test_gc_arenas.py',
    'card-marks-of-copies': 'test_gc_cards.py',
    'copies-into-arrays': 'test_gc_copies.py, test_gc_random.py',
    'pins-of-hashed-objects': 'test_gc_pins.py',
    'limit-of-memory-set-again': 'test_gc_limit.py',
    'room-for-roots': 'test_gc_roots.py',
    'room-for-many-inputs': 'test_resume.py',
    'segments-that-are-given-up': 'test_giving_up.py',
    'numbers-too-large-for-resume-data': 'test_resume.py',
}


class Proof(object):
    """programs, seconds: until the fault was found, or altogether; seed: of the program
    that found it."""

    def __init__(self, name, way, programs, seconds, kind, seed='-'):
        self.name = name
        self.way = way
        self.programs = programs
        self.seconds = seconds
        self.kind = kind            # of the failure; None if there was none
        self.seed = seed

    def line(self):
        return FORMAT % (self.name, self.way, self.programs, '%.1f' % self.seconds,
                         self.seed, self.kind or 'NOT FOUND')


def prove_by_llgraph(names, options):
    """Yield a Proof for each name.

    The machine is made once, without corrections; a process of its own makes those that
    are not left out."""
    from workers import LLGraph
    backend = LLGraph()
    for name in names:
        yield proof_of(name, 'llgraph', run_without(name, options, backend))


def run_without(name, options, backend):
    """-> the answer of a campaign."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reader)
            sys.stdout = sys.stderr
            os.environ[registry.VARIABLE] = '%s,%s' % (name, NETS.get(name, ''))
            registry.apply_all()
            answer = answer_of(backend, name, options)
            os.write(writer, json.dumps(answer))
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        text = stream.read()
    os.waitpid(pid, 0)
    return json.loads(text)


def prove_by_native(names_and_programs, options):
    """Yield a Proof for each pair of a name and a program of target.py."""
    from workers import Native
    for name, path in names_and_programs:
        yield proof_of(name, 'native', answer_of(Native(path), name, options))


def answer_of(backend, name, options):
    save = os.path.join(ROOT, 'build', 'tracefuzz', 'without-' + name)
    settings = argparse.Namespace(count=1000000000, seed=options.seed, save=save,
                                  seconds=options.seconds, first=True, strict=True,
                                  as_is=True, theme=options.theme)
    run = campaign.Campaign(backend, settings, backend.seconds, [TOO_LONG])
    run.run()
    return run.answer()


def proof_of(name, way, answer):
    if not answer['failures']:
        return Proof(name, way, answer['programs'], answer['seconds'], None)
    found = answer['failures'][0]
    return Proof(name, way, found['programs'], found['seconds'], found['kind'],
                 found['seed'])


def prove_by_contract(names_and_folders, options):
    """Yield a Proof for each pair of a name and a folder with lexvm and lexvm-nojit."""
    for name, folder in names_and_folders:
        yield by_contract(name, options, folder)


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


def report(line, log):
    print(line)
    sys.stdout.flush()
    if log:
        with open(log, 'a') as stream:
            stream.write(line + '\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('name', nargs='*', help='of a correction')
    parser.add_argument('--seconds', type=float, default=600)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--native', action='append', metavar='NAME=PROGRAM')
    parser.add_argument('--lexvm', action='append', metavar='NAME=FOLDER')
    parser.add_argument('--theme', choices=sorted(THEMES),
                        help='random programs about this alone')
    parser.add_argument('--log', help='a file to append the table to')
    options = parser.parse_args()
    registry.left_out(','.join(options.name))
    natives, folders = pairs(options.native), pairs(options.lexvm)
    names = options.name
    if not names and not natives and not folders:
        names = [name for name in registry.CORRECTIONS if name not in SHOWN_BY_TESTS]
    report(FORMAT % ('without', 'way', 'programs', 'seconds', 'seed', 'failure'),
           options.log)
    missed = 0
    for proof in itertools.chain(prove_by_llgraph(names, options) if names else (),
                                 prove_by_native(natives, options),
                                 prove_by_contract(folders, options)):
        missed += proof.kind is None
        report(proof.line(), options.log)
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
