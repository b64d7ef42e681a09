"""Random programs for a small machine with a tracing JIT: what the JIT makes of them must
do what the machine does without it.

    tracefuzz.py [--count N] [--seed S] [--seconds T] [--native PROGRAM]
                 [--first] [--strict] [--as-is] [--theme NAME]
                 [--save FOLDER] [--log FILE] [--json]
    tracefuzz.py --show FILE

For Python 2.7 with rpython.  Untranslated, it tests the tracer and the optimizer of
RPython, with the corrections of toolchain_fixes, on the llgraph backend; with --native
also the machine code, by a program that target.py made.  A program that fails is made
smaller and saved.  Ends with a summary; exit code 1 if something failed.
"""

import argparse
import json
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

from campaign import Campaign
from programs import parsed
from statements import THEMES
from workers import LLGraph, Native


def show(backend, path):
    with open(path) as stream:
        program = parsed(stream.read())
    result = backend.run(program)
    print('%s, %d traces' % (result.kind, result.traces))
    if result.kind != 'same':
        print('--- expected\n%s\n--- actual\n%s' % (result.expected, result.actual))
        return 1
    return 0


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split('\n\n')[0])
    parser.add_argument('--count', type=int, default=1000)
    parser.add_argument('--seed', type=int, default=1, help='seed of the first program')
    parser.add_argument('--seconds', type=float, default=0,
                        help='end after so much processor time')
    parser.add_argument('--native', help='a program that target.py made')
    parser.add_argument('--first', action='store_true', help='end at the first failure')
    parser.add_argument('--strict', action='store_true',
                        help='what the nets of toolchain_fixes catch counts as a failure')
    parser.add_argument('--as-is', action='store_true',
                        help='save programs that fail without making them smaller')
    parser.add_argument('--theme', choices=sorted(THEMES),
                        help='programs about this alone')
    parser.add_argument('--save', default=os.path.join(ROOT, 'build', 'tracefuzz'),
                        help='folder for programs that fail')
    parser.add_argument('--log', help='a file to append the summary to')
    parser.add_argument('--json', action='store_true',
                        help='end with a line for programs to read')
    parser.add_argument('--show', metavar='FILE', help='run a saved program')
    options = parser.parse_args(argv)
    backend = Native(options.native) if options.native else LLGraph()
    if options.show:
        return show(backend, options.show)
    campaign = Campaign(backend, options, backend.seconds)
    campaign.run()
    text = '\n'.join(campaign.summary())
    print(json.dumps(campaign.answer()) if options.json else text)
    if options.log:
        with open(options.log, 'a') as stream:
            stream.write(time.strftime('%Y-%m-%d %H:%M:%S\n') + text + '\n')
    return 1 if campaign.failures else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
