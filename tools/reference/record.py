#!/usr/bin/env python3
"""Record what the reference answers to the calls of a case file.

    tools/reference/record.py tests/stdlib/cases/NAME.json...

NAME.json is a list of calls of the functions in NAME.lex beside it, objects with
``fn`` and ``args``.  Each gets its ``result`` or ``error`` anew.  LEX_REFERENCE names
the reference program.
"""

import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BUILT = os.path.join(HERE, 'target', 'release', 'lex-reference')
REFERENCE = os.environ.get('LEX_REFERENCE', BUILT)
EFFECTS = ('io,time,random,fs_read,fs_write,fs_walk,env,stream,llm_cloud,vcs,net,'
           'sql')


def answered(program, call):
    """The call with the reference's answer."""
    arguments = [json.dumps(argument) for argument in call['args']]
    done = subprocess.run(
        [REFERENCE, 'run', '--allow-effects', EFFECTS, program, call['fn']] + arguments,
        stdout=subprocess.PIPE, text=True)
    answer = json.loads(done.stdout)
    if answer['check_errors']:
        raise SystemExit('%s: %s' % (program, answer))
    result = {'fn': call['fn'], 'args': call['args']}
    if answer['error'] is None:
        result['result'] = answer['result']
    else:
        result['error'] = answer['error']
    return result


def main(paths):
    for path in paths:
        with open(path) as f:
            calls = json.load(f)
        program = os.path.splitext(path)[0] + '.lex'
        lines = [json.dumps(answered(program, call)) for call in calls]
        with open(path, 'w') as f:
            f.write('[\n' + ',\n'.join(lines) + '\n]\n')


if __name__ == '__main__':
    main(sys.argv[1:])
