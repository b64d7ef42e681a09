"""What people get wrong: each message has the exact place and leads to the way out.

``mistakes/expected.txt`` has a line for each program of that folder.
"""

import os

import pytest

from tests.cli.test_main import lexvm

FOLDER = os.path.join(os.path.dirname(__file__), 'mistakes')


def read_cases():
    """[(file, place, words, command)]"""
    cases = []
    with open(os.path.join(FOLDER, 'expected.txt')) as stream:
        for line in stream:
            if not line.startswith('#'):
                parts = line.rstrip('\n').split(' | ')
                if len(parts) == 3 or not parts[3].split()[0] in ('run', 'check'):
                    parts = parts[:2] + [' | '.join(parts[2:]), 'check FILE']
                cases.append((parts[0], parts[1], parts[2].split('  '), parts[3]))
    return cases


CASES = read_cases()


@pytest.mark.parametrize('file, place, words, command', CASES,
                         ids=['%s: %s' % (case[0], case[3]) for case in CASES])
def test_mistake(file, place, words, command, capfd):
    path = os.path.join(FOLDER, file)
    arguments = [path if word == 'FILE' else word.replace('DIR', FOLDER)
                 for word in command.split()]
    code, out, err = lexvm(capfd, *arguments)
    text = out + err
    heading, _, rest = text.partition('\n')
    is_warning = heading.startswith('warning')
    assert (code == 0) == is_warning
    assert is_warning or heading.startswith('error: '), text
    first = rest.split('\n')[0].strip()
    if place == '-':
        assert not first.startswith('--> '), text
    else:
        assert first == '--> %s:%s' % (path, place), text
    for word in words:
        assert word in text, (word, text)


def test_every_program_has_its_expectation():
    named = set([case[0] for case in CASES])
    programs = set([name for name in os.listdir(FOLDER) if name.endswith('.lex')])
    assert programs - named == set(['shapes.lex'])
    assert len(programs) > 80


def test_a_mistake_is_told_once(tmpdir, capfd):
    path = tmpdir.join('m.lex')
    path.write('fn f() -> Int {\n  let a := str.len("a")\n  let b := str.len("b")\n'
               '  let c := cuont + a\n  cuont + b\n}\nfn g(count :: Int) -> Int {\n'
               '  let d := cuont\n  d + str.len("c")\n}\n')
    code, out, _ = lexvm(capfd, 'check', str(path))
    assert code == 2
    assert out.count('error: ') == 2
    assert out.endswith('\n2 errors\n')
    assert out.count('also here') == 4
