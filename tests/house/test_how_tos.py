"""What the documents for contributors mention is there: each file, each target of make, and
each name in a file of its paragraph."""

import os
import re

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DOCUMENTS = ['CONTRIBUTING.rst', 'tests/README.rst']
SUFFIXES = ('.py', '.rst', '.txt', '.c', '.lex', '.json', '.svg', '.flake8')


def read(path):
    with open(os.path.join(ROOT, path)) as stream:
        return stream.read()


def paragraphs(text):
    """-> the paragraphs and items of lists of a document, without literal blocks"""
    text = re.sub(r'::\n\n(?:(?:    .*)?\n)+', '\n\n', text)
    return re.split(r'\n\s*\n|\n(?=(?:[0-9]+\.|-|\*) )', text)


def literals(paragraph):
    return [' '.join(each.split()) for each in re.findall(r'``(.+?)``', paragraph, re.S)]


def is_path(literal):
    return ' ' not in literal and ('/' in literal or literal.endswith(SUFFIXES))


def is_there(path):
    return os.path.exists(os.path.join(ROOT, path))


def texts(path):
    """-> the texts of a file, or of all files in a folder"""
    path = os.path.join(ROOT, path)
    if os.path.isfile(path):
        return [read(path)]
    return [read(os.path.join(path, name)) for name in os.listdir(path)
            if name.endswith(SUFFIXES) and os.path.isfile(os.path.join(path, name))]


def stands_in(name, path):
    word = r'(?<!\w)%s(?!\w)' % re.escape(name.split('.')[-1])
    return any(re.search(word, text) for text in texts(path))


def command_is_there(words):
    if words[0] == 'make':
        targets = re.findall(r'^([a-z-]+):', read('Makefile'), re.M)
        return all(word in targets for word in words[1:] if '=' not in word)
    if words[0] == 'lexvm':
        return '\n  %s ' % words[1] in read('interpreter/cli/usage.py')
    assert words[0] in ('build/python', 'python3'), words
    if words[1:3] == ['-m', 'pytest']:
        return all(is_there(word) for word in words[3:] if '/' in word)
    if words[1] == '-m':
        return words[2] == 'flake8' or is_there(words[2].replace('.', '/') + '.py')
    return is_there(words[1])


def mistakes(document):
    """-> what is mentioned and not there"""
    wrong = []
    for paragraph in paragraphs(document):
        found = literals(paragraph)
        paths = [literal for literal in found if is_path(literal)]
        wrong += [path for path in paths if not is_there(path)]
        paths = [path for path in paths if is_there(path)]
        for literal in found:
            words = literal.split()
            if is_path(literal) or is_there(literal) or literal.startswith(('std.', '--')):
                continue
            if words[0] in ('make', 'lexvm', 'build/python', 'python3'):
                if not command_is_there(words):
                    wrong.append(literal)
            elif paths and not any(stands_in(literal, path) for path in paths):
                wrong.append('%s: in none of %s' % (literal, ', '.join(paths)))
    return wrong


@pytest.mark.parametrize('document', DOCUMENTS)
def test_mentioned_is_there(document):
    assert mistakes(read(document)) == []


@pytest.mark.parametrize('document', DOCUMENTS)
def test_documents_mention_much(document):
    found = [literal for paragraph in paragraphs(read(document))
             for literal in literals(paragraph)]
    assert len([literal for literal in found if is_path(literal)]) > 30


@pytest.mark.parametrize('text, mistake', [
    ('See ``interpreter/absent.py``.', 'interpreter/absent.py'),
    ('``absent`` of ``interpreter/cli/main.py``',
     'absent: in none of interpreter/cli/main.py'),
    ('1. ``mai`` of ``interpreter/cli/main.py``', 'mai: in none of interpreter/cli/main.py'),
    ('1. ``main`` of ``interpreter/cli/main.py``\n2. ``main`` of ``interpreter/stack.py``',
     'main: in none of interpreter/stack.py'),
    ('Run ``make absent``.', 'make absent'),
    ('Run ``lexvm absent``.', 'lexvm absent'),
    ('Run ``build/python -m pytest tests/absent``.', 'build/python -m pytest tests/absent'),
    ('Run ``build/python -m tests.absent --write``.', 'build/python -m tests.absent --write'),
])
def test_planted(text, mistake):
    assert mistakes(text) == [mistake]


def test_how_tos():
    titles = re.findall(r'^(Add .*)\n-+$', read('CONTRIBUTING.rst'), re.M)
    assert titles == ['Add an instruction', 'Add a standard function', 'Add a kind of value',
                      'Add a command']


def test_every_folder_of_tests_is_described():
    table = read('tests/README.rst')
    for name in sorted(os.listdir(os.path.join(ROOT, 'tests'))):
        if os.path.isdir(os.path.join(ROOT, 'tests', name)) and name != '__pycache__':
            assert '``tests/%s``' % name in table
