"""What the fuzzer finds: made small, saved, and loaded again."""

import hashlib
import json
import os

from machine import ROOT, Case
from mutate import shrunk

SAVED = os.path.join(os.environ.get('LEXVM_BUILD', os.path.join(ROOT, 'build')), 'fuzz')


def smaller(case, fails, tries):
    """A smaller case for which ``fails(case)`` holds: fewer files, shorter files and
    words."""
    for name in sorted(case.files):
        files = dict(case.files)
        del files[name]
        if len(case.files) > 1 and fails(case._replace(files=files)):
            case = case._replace(files=files)
    for name in sorted(case.files):
        case = case._replace(files=dict(case.files, **{name: shrunk(
            case.files[name], lambda data: fails(case._replace(
                files=dict(case.files, **{name: data}))), tries)}))
    for i in range(len(case.arguments)):
        if len(case.arguments[i]) > 20:
            case = case._replace(arguments=with_word(case, i, shrunk(
                case.arguments[i], lambda word: fails(case._replace(
                    arguments=with_word(case, i, word))), tries)))
    return case


def with_word(case, i, word):
    return case.arguments[:i] + [word] + case.arguments[i + 1:]


def save(case, problem):
    """-> the name of the new file below build/fuzz."""
    os.makedirs(SAVED, exist_ok=True)
    text = dumped(case, problem)
    name = '%s-%s.json' % (case.target, hashlib.sha256(text.encode(
        'utf-8', 'surrogateescape')).hexdigest()[:8])
    with open(os.path.join(SAVED, name), 'w', encoding='utf-8') as stream:
        stream.write(text)
    return name


def dumped(case, problem):
    """The text of a saved case."""
    return json.dumps({
        'problem': problem, 'target': case.target, 'arguments': case.arguments,
        'files': {name: data.decode('latin-1') for name, data in case.files.items()},
    }, indent=1, sort_keys=True) + '\n'


def loaded(path):
    """The Case of a saved text."""
    with open(path, encoding='utf-8') as stream:
        saved = json.load(stream)
    return Case(saved['target'], {name: text.encode('latin-1')
                                  for name, text in saved['files'].items()},
                saved['arguments'])
