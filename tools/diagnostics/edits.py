"""How often an error is reported where the mistake is.

    python3 tools/diagnostics/edits.py [--count N] [--seed S] [--program FILE] [--show]

makes N single-token edits in the function bodies of correct programs, checks each with
LexVM, and counts in how many of those that are errors the first place that people read
is within the edited expression: the statement, arm or field, or within it the innermost
brackets with what stands before them, that holds the edited token.  An edit of a
parenthesis or a square bracket changes the statement, one of a brace the function.
--show prints the others.  Ends with exit code 1 if the share is below 90 %, 77 if the
program is not built.
"""

import argparse
import collections
import glob
import os
import random
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CORPUS = ['tests/programs/**/*.lex', 'examples/*.lex', 'tests/machine/cases/*.lex',
          'bench/programs/**/*.lex']
WANTED = 0.9
EXIT_MISSING = 77
SECONDS = 60

TOKEN = re.compile(r'''
    (?P<space>[ \t\r\n;]+ | \#[^\n]*)
  | (?P<str>[bf]?"(?:\\.|[^"\\])*")
  | (?P<num>[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<op>\|>|->|=>|:=|::|==|!=|<=|>=|\.\.\.|[-+*/%<>.,:?(){}\[\]=|])
''', re.VERBOSE)

KEYWORDS = {'fn', 'let', 'type', 'match', 'if', 'else', 'return', 'import', 'as', 'true',
            'false', 'and', 'or', 'not'}
OPENERS = {'(': ')', '[': ']', '{': '}'}
OPERATORS = ['+', '-', '*', '/', '%', '<', '==', 'and', 'or']

Token = collections.namedtuple('Token', 'kind text start end newline')
Edit = collections.namedtuple('Edit', 'what start end text region')
"""Replaces text[start:end]; ``region`` is the edited expression, in the old text."""


class Program:
    """A correct program: its tokens, and which of them are in function bodies."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.tokens = tokenize(text)
        self.pairs = match_brackets(self.tokens)
        self.parents = enclosing(self.tokens, self.pairs)
        self.inside = [i for body in bodies(self.tokens, self.pairs)
                       for i in range(body + 1, self.pairs[body])]


def tokenize(text):
    tokens = []
    newline = True
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise ValueError('cannot read %r' % text[position:position + 20])
        if match.lastgroup == 'space':
            newline = newline or '\n' in match.group() or ';' in match.group()
        else:
            tokens.append(Token(match.lastgroup, match.group(), match.start(), match.end(),
                                newline))
            newline = False
        position = match.end()
    return tokens


def match_brackets(tokens):
    """{index of a bracket: index of its partner}"""
    pairs, stack = {}, []
    for i, token in enumerate(tokens):
        if token.kind == 'op' and token.text in OPENERS:
            stack.append(i)
        elif token.kind == 'op' and token.text in OPENERS.values():
            opener = stack.pop()
            pairs[opener], pairs[i] = i, opener
    return pairs


def enclosing(tokens, pairs):
    """For each token the index of the innermost bracket opened before it, or -1."""
    parents, stack = [], [-1]
    for i, token in enumerate(tokens):
        if i in pairs and pairs[i] < i:
            stack.pop()
        parents.append(stack[-1])
        if i in pairs and pairs[i] > i:
            stack.append(i)
    return parents


def bodies(tokens, pairs):
    """The index of the `{` of each body of a top-level function."""
    found = []
    i = 0
    while i < len(tokens):
        if tokens[i].text == 'fn' and tokens[i].newline:
            i += 1
            while i < len(tokens) and not (
                    tokens[i].text == '{' and tokens[i - 1].text != '->'
                    and not is_type_brace(tokens, i)
                    and tokens[i - 1].text != 'examples'):
                i = pairs[i] + 1 if pairs.get(i, -1) > i else i + 1
            if i < len(tokens):
                found.append(i)
                i = pairs[i]
        i += 1
    return found


def is_type_brace(tokens, i):
    """Whether `{` starts a record type or a refinement."""
    following = [token.text for token in tokens[i + 1:i + 3]]
    return '::' in following or '|' in following[1:2] or tokens[i - 1].text == ']' and (
        following[:1] != ['}'] and '::' in following)


# The edited expression

def region_of(program, i):
    """(start, end) of the smallest expression around token ``i``."""
    tokens, pairs = program.tokens, program.pairs
    if i in pairs:
        i = min(i, pairs[i])
        return changed_by_bracket(program, i)
    opener = program.parents[i]
    if tokens[i].text == ',':
        return tokens[opener].start, tokens[pairs[opener]].end
    if tokens[opener].text == '{':
        return around(program, i, i)
    first = opener
    while first > 0 and not tokens[first].newline and (
            tokens[first - 1].kind == 'word' and tokens[first - 1].text not in KEYWORDS
            or tokens[first - 1].text == '.'):
        first -= 1
    return tokens[first].start, tokens[pairs[opener]].end


def changed_by_bracket(program, opener):
    """The statement around a parenthesis or square bracket, the function around a
    brace."""
    tokens, pairs = program.tokens, program.pairs
    if tokens[opener].text == '{':
        while program.parents[opener] >= 0:
            opener = program.parents[opener]
        start = opener
        while start > 0 and not (tokens[start].text == 'fn' and tokens[start].newline):
            start -= 1
        return tokens[start].start, tokens[pairs[opener]].end
    while tokens[program.parents[opener]].text != '{':
        opener = program.parents[opener]
    return around(program, opener, pairs[opener])


def around(program, first, last):
    """The statement, arm or field of braces that the tokens ``first`` to ``last`` are
    in."""
    tokens, pairs = program.tokens, program.pairs
    opener = program.parents[first]
    start, end = first, last
    while start - 1 > opener and not begins(program, start):
        start = pairs[start - 1] if start - 1 in pairs else start - 1
    while end + 1 < pairs[opener] and not begins(program, end + 1):
        end = pairs[end + 1] if end + 1 in pairs else end + 1
    return tokens[start].start, tokens[end].end


def begins(program, i):
    """Whether a statement, an arm or a field begins with token ``i``."""
    token, before = program.tokens[i], program.tokens[i - 1]
    if before.text == ',':
        return True
    return token.text == 'let' or (token.newline and before.text not in OPERATORS
                                   and token.text not in OPERATORS + ['|>', 'else', '.']
                                   and before.text not in (':=', '=>', '|>', '='))


# Edits

def misspelled(rng, text):
    i = rng.randrange(len(text))
    choice = rng.randrange(3)
    if choice == 0 and len(text) > 2:
        return text[:i] + text[i + 1:]
    if choice == 1 and len(text) > 2 and i + 1 < len(text):
        return text[:i] + text[i + 1] + text[i] + text[i + 2:]
    return text[:i] + rng.choice('aeiorst') + text[i:]


def edit_of(rng, program):
    """A random Edit, or None if nothing came of it."""
    i = rng.choice(program.inside)
    token = program.tokens[i]
    choices = ['delete', 'double']
    if token.kind == 'word' and token.text not in KEYWORDS:
        choices += ['misspell'] * 4 + ['other name'] * 2
    if token.kind in ('num', 'str'):
        choices += ['other literal'] * 4
    if token.text in OPERATORS:
        choices += ['other operator'] * 3
    if token.kind == 'op' and token.text in (':=', '=>', '::', ':', ',', '==', '->', '.'):
        choices += ['other sign'] * 3
    what = rng.choice(choices)
    text = token.text
    if what == 'delete':
        text = ''
    elif what == 'double':
        text = token.text + ' ' + token.text
    elif what == 'misspell':
        text = misspelled(rng, token.text)
    elif what == 'other name':
        names = sorted({other.text for other in program.tokens if other.kind == 'word'
                        and other.text not in KEYWORDS})
        text = rng.choice(names)
    elif what == 'other literal':
        text = '"text"' if token.kind == 'num' else '7'
    elif what == 'other operator':
        text = rng.choice(OPERATORS)
    elif what == 'other sign':
        text = {':=': '=', '=>': '->', '::': ':', ':': '=', ',': ';', '==': '=', '->': '=>',
                '.': ':'}[token.text]
    if text == token.text:
        return None
    start, end = region_of(program, i)
    if what == 'delete':
        end = max(end, program.tokens[i + 1].end)   # what follows is found instead
    return Edit(what, token.start, token.end, text, (start, end))


# The measurement

def read_corpus(program):
    """The correct programs that are found."""
    found = []
    for pattern in CORPUS:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern), recursive=True)):
            with open(path, encoding='utf-8') as stream:
                text = stream.read()
            if not text.isascii() or re.search(r'^import "[./]', text, re.MULTILINE):
                continue
            if check(program, path) is not None:
                continue
            try:
                candidate = Program(path, text)
            except (ValueError, IndexError, KeyError):
                continue
            if len(candidate.inside) >= 20:
                found.append(candidate)
    return found


def check(program, path):
    """The text about the errors of a program, None if it has none."""
    run = subprocess.run([program, 'check', path], stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, timeout=SECONDS)
    if run.returncode == 0:
        return None
    return run.stdout.decode('utf-8', 'replace')


def reported_place(text):
    """(line, column) of the first error, None if it has no place."""
    place = re.search(r'^ *--> .*:(\d+):(\d+)$', text, re.MULTILINE)
    return place and (int(place.group(1)), int(place.group(2)))


def offset_of(text, line, column):
    lines = text.split('\n')
    return sum(len(each) + 1 for each in lines[:line - 1]) + column - 1


def measure(program, corpus, count, rng, folder, show):
    """-> ({kind of edit: [errors, within]}, edits that were no errors)"""
    results = collections.defaultdict(lambda: [0, 0])
    correct = 0
    total = 0
    path = os.path.join(folder, 'edited.lex')
    while total < count:
        original = rng.choice(corpus)
        edit = edit_of(rng, original)
        if edit is None:
            continue
        text = original.text[:edit.start] + edit.text + original.text[edit.end:]
        with open(path, 'w', encoding='utf-8') as stream:
            stream.write(text)
        report = check(program, path)
        if report is None:
            correct += 1
            continue
        total += 1
        place = reported_place(report)
        start, end = edit.region
        end += len(edit.text) - (edit.end - edit.start)
        within = place is not None and start <= offset_of(text, *place) < end
        results[edit.what][0] += 1
        results[edit.what][1] += within
        if show and not within:
            describe(original, edit, report)
    return results, correct


def describe(original, edit, report):
    line = original.text.count('\n', 0, edit.start) + 1
    print('%s:%d: %s %r -> %r\n%s' % (
        os.path.relpath(original.path, ROOT), line, edit.what,
        original.text[edit.start:edit.end], edit.text, report))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--count', type=int, default=1000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--program')
    parser.add_argument('--show', action='store_true')
    options = parser.parse_args()
    program = options.program
    if program is None:
        built = [os.path.join(ROOT, name) for name in ('lexvm', 'lexvm-nojit')]
        program = next((path for path in built if os.path.exists(path)), None)
    if program is None or not os.path.exists(program):
        print('LexVM is not built: run `make` or `make nojit`')
        return EXIT_MISSING
    corpus = read_corpus(program)
    print('%d programs' % len(corpus))
    with tempfile.TemporaryDirectory() as folder:
        results, correct = measure(program, corpus, options.count,
                                   random.Random(options.seed), folder, options.show)
    for what, (errors, within) in sorted(results.items()):
        print('%-15s %4d errors, %4d within the edited expression' % (what, errors, within))
    errors = sum(each[0] for each in results.values())
    within = sum(each[1] for each in results.values())
    share = within / errors
    print('%d edits were errors (%d others were not); reported within the edited '
          'expression: %.1f %%' % (errors, correct, 100 * share))
    return 0 if share >= WANTED else 1


if __name__ == '__main__':
    sys.exit(main())
