"""The words of the language are those of the interpreter, in each of the editors' files."""

import imp
import json
import os
import re
import subprocess

import pytest

from interpreter.check import builtins
from interpreter.effects.policy import KNOWN_KINDS
from interpreter.source import lexer, tokens
from interpreter.source.errors import LexSourceError

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EDITORS = os.path.join(ROOT, 'editors')
GRAMMAR = os.path.join(EDITORS, 'vscode', 'syntaxes', 'lex.tmLanguage.json')


def read(*names):
    with open(os.path.join(EDITORS, *names)) as stream:
        return stream.read()


def language():
    return imp.load_source('language', os.path.join(
        EDITORS, 'lsp', 'lexvm_lsp', 'language.py'))


def words_of(patterns):
    """The words of regular expressions like ``\\b(?:fn|let)\\b``."""
    return [word for pattern in patterns
            for word in re.match(r'\\b\(\?:([a-z|]+)\)\\b$', pattern['match'])
            .group(1).split('|')]


def test_keywords_of_the_language_server():
    assert sorted(language().KEYWORDS) == sorted(tokens.KEYWORDS)


def test_effects_and_constructors_of_the_language_server():
    assert list(language().EFFECTS) == KNOWN_KINDS
    assert set(language().CONSTRUCTORS) <= set(builtins.OWNERS)


def test_keywords_of_the_grammar():
    with open(GRAMMAR) as stream:
        repository = json.load(stream)['repository']
    assert sorted(words_of(repository['keywords']['patterns'])) == sorted(tokens.KEYWORDS)


def test_keywords_of_vim():
    found = []
    for line in read('vim', 'syntax', 'lexlang.vim').splitlines():
        if line.startswith('syntax keyword '):
            found += [word for word in line.split()[3:] if word.islower()]
    assert sorted(found) == sorted(tokens.KEYWORDS)


def test_the_extension_names_files_that_are_there():
    package = json.loads(read('vscode', 'package.json'))
    contributes = package['contributes']
    names = [package['main'], contributes['languages'][0]['configuration'],
             contributes['grammars'][0]['path']]
    for name in names:
        assert os.path.isfile(os.path.join(EDITORS, 'vscode', name)), name
    json.loads(read('vscode', 'language-configuration.json'))


def programs():
    for folder in ('examples', 'tests', 'bench'):
        for parent, _, names in os.walk(os.path.join(ROOT, folder)):
            for name in sorted(names):
                if name.endswith('.lex'):
                    yield os.path.join(parent, name)


def is_text(path):
    with open(path) as stream:
        try:
            stream.read().decode('utf-8')
            return True
        except UnicodeDecodeError:
            return False


def tokens_of_interpreter(text):
    """(start, end, kind) as editors/tests/tokens.py prints them, without comments; None
    if the text has a lexical error."""
    names = {tokens.IDENT: 'name', tokens.INT: 'number', tokens.FLOAT: 'number',
             tokens.STR: 'string', tokens.FSTR: 'string', tokens.BYTES: 'string'}
    keywords = set(tokens.KEYWORDS.values())
    scanner = lexer.Lexer(text)
    found = []
    characters = [0]
    for byte in text:
        # A byte that goes on with a character starts none.
        characters.append(characters[-1] + int(byte < '\x80' or byte >= '\xc0'))
    try:
        scanner.scan(0)
        while scanner.kind != tokens.EOF:
            if scanner.kind not in (tokens.NEWLINE, tokens.SEMI):
                kind = 'keyword' if scanner.kind in keywords else names.get(
                    scanner.kind, 'operator')
                found.append([characters[scanner.start], characters[scanner.end], kind])
            scanner.scan(scanner.end)
    except LexSourceError:
        return None
    return found


def test_tokens_are_those_of_the_interpreter():
    # The long ones are made by programs and say the same again and again.
    paths = [path for path in programs() if os.path.getsize(path) < 3000 and is_text(path)]
    child = subprocess.Popen(
        ['python3', os.path.join(EDITORS, 'tests', 'tokens.py')] + paths,
        stdout=subprocess.PIPE)
    found = json.loads(child.communicate()[0])
    assert child.returncode == 0
    compared = 0
    for path in paths:
        with open(path) as stream:
            expected = tokens_of_interpreter(stream.read())
        if expected is not None:
            compared += 1
            assert [each for each in found[path.decode('utf-8')]
                    if each[2] != 'comment' and not each[2].startswith('hole ')] \
                == expected, path
    assert compared > 300


@pytest.mark.parametrize('name', ['adventure.lex', 'ledger.lex'])
def test_vim_colours(name, tmpdir):
    """Vim, where there is one, gives each token of an example a group of its kind."""
    if subprocess.call('command -v vim >/dev/null', shell=True) != 0:
        pytest.skip('this system has no vim')
    groups = {'keyword': 'Conditional Statement Include Declaration Boolean WordOperator',
              'name': 'Name Type Call Function Builtin Constructor Examples',
              'operator': 'Operator', 'number': 'Number', 'string': 'String',
              'comment': 'Comment'}
    path = os.path.join(ROOT, 'examples', name)
    with open(path) as stream:
        text = stream.read()
    dump = json.loads(subprocess.check_output(
        ['python3', os.path.join(EDITORS, 'tests', 'tokens.py'), path]))[path]
    places = []
    for start, _, kind in dump:
        before = text.decode('utf-8')[:start].encode('utf-8')
        if not kind.startswith('hole '):
            places.append((before.count('\n') + 1,
                           len(before) - (before.rfind('\n') + 1) + 1, kind))
    script = tmpdir.join('look.vim')
    script.write('\n'.join(
        ['set nocompatible', 'set runtimepath^=' + os.path.join(EDITORS, 'vim'),
         'filetype plugin indent on', 'syntax on', 'edit ' + path, 'let found = []'] +
        ["call add(found, synIDattr(synID(%d, %d, 1), 'name'))" % place[:2]
         for place in places] +
        ["call add(found, &filetype)", "call writefile(found, '%s')" % tmpdir.join('out'),
         'quitall!']))
    with open(os.devnull) as nothing:
        subprocess.check_call(['vim', '-N', '-u', 'NONE', '-i', 'NONE', '-n', '-es', '-S',
                               str(script)], stdin=nothing)
    found = tmpdir.join('out').read().splitlines()
    assert found.pop() == 'lexlang'
    for (line, column, kind), group in zip(places, found):
        assert group.replace('lexlang', '') in groups[kind].split(), (line, column)
