"""The checker's snippets through the reference and LexVM.

    python3 tools/differential/snippets.py [WORD]...

checks every program of ``tests/check/cases`` (or of the files whose names contain
a WORD) with both and compares verdict, tags and all fields of the errors.  Ends with
a summary and with exit code 1 if there are differences, 77 if a program is missing.
"""

import collections
import glob
import json
import os
import subprocess
import sys
import tempfile

import outcome

CASES = os.path.join(outcome.ROOT, 'tests', 'check', 'cases')
EXIT_MISSING = 77

# What `lexvm check` adds to an error.
ADDED = ('position', 'rule_tag', 'rule_explanation', 'span', 'suggestion')


def main():
    try:
        reference = outcome.reference_path()
        mode = outcome.available_modes()[0]
    except outcome.Missing as missing:
        print(missing)
        return EXIT_MISSING
    snippets = list(all_snippets(sys.argv[1:]))
    tags = collections.Counter()
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'snippet.lex')
        for title, source in snippets:
            with open(path, 'w', encoding='utf-8') as stream:
                stream.write(source)
            expected = errors_of_reference(reference, path)
            actual = errors_of_lexvm(mode, path)
            tags.update(set(error['kind'] for error in expected) or ['accepted'])
            if actual != expected:
                different += 1
                print('DIFFERENT: %s\n  reference: %s\n  lexvm:     %s' % (
                    title, json.dumps(expected), json.dumps(actual)))
    for tag, count in sorted(tags.items()):
        print('%-28s %4d' % (tag, count))
    print('%d snippets, %d differences' % (len(snippets), different))
    return 1 if different else 0


def all_snippets(words):
    """(title, source) of every case of the selected files."""
    for path in sorted(glob.glob(os.path.join(CASES, '*.txt'))):
        name = os.path.basename(path)
        if words and not any(word in name for word in words):
            continue
        title = None
        lines = []
        with open(path, encoding='utf-8') as stream:
            for line in list(stream) + ['== end\n']:
                if line.startswith('== '):
                    if title is not None:
                        yield '%s: %s' % (name, title), ''.join(lines)
                    title = line[3:].strip()
                    lines = []
                elif not line.startswith('-- '):
                    lines.append(line)


def errors_of_reference(program, path):
    run = subprocess.run([program, 'check', path], stdout=subprocess.PIPE,
                         timeout=outcome.SECONDS)
    answer = json.loads(run.stdout.decode('utf-8'))
    if answer['error'] not in (None, 'type errors'):
        return [{'kind': 'not loaded: ' + answer['error']}]
    return answer['check_errors']


def errors_of_lexvm(mode, path):
    run = subprocess.run([outcome.program(mode), '--output', 'json', 'check', path],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         timeout=outcome.SECONDS)
    answer = run.stdout.decode('utf-8', 'replace')
    if run.returncode not in (0, 2):
        return [{'kind': answer}]
    errors = json.loads(answer)['data'].get('errors', [])
    # Evaluated examples are an addition of the command, not of the checker.
    return [{key: error[key] for key in error if key not in ADDED}
            for error in errors if error['kind'] != 'example_mismatch']


if __name__ == '__main__':
    sys.exit(main())
