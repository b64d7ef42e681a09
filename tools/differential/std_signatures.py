"""The pure functions of the standard library with their parsed types."""

import collections
import os
import re
import runpy

from outcome import ROOT

STDLIB = os.path.join(ROOT, 'interpreter', 'stdlib')
TABLE = runpy.run_path(os.path.join(STDLIB, 'signatures.py'))

# Their functions need programs or data that are not values of the language.
LEFT_OUT = ['arrow', 'df', 'conc']
# Modules that do not run code of their own when they are called.
PURE_MODULES = [
    'str', 'int', 'float', 'list', 'iter', 'option', 'result', 'tuple', 'json', 'bytes',
    'flow', 'math', 'map', 'set', 'crypto', 'regex', 'deque', 'datetime', 'duration',
    'http', 'toml', 'yaml', 'dotenv', 'csv', 'test', 'random', 'parser', 'cli', 'decimal']

Signature = collections.namedtuple('Signature', 'name params result effects')


class Parser(object):
    def __init__(self, text):
        self.tokens = re.findall(r'->|::|[A-Za-z_][A-Za-z_0-9]*|[^\s]', text)
        self.at = 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, expected=None):
        token = self.tokens[self.at]
        assert expected is None or token == expected, (self.tokens, self.at)
        self.at += 1
        return token

    def several(self, close, parse):
        items = []
        while self.peek() != close:
            items.append(parse())
            if self.peek() == ',':
                self.take()
        self.take(close)
        return items

    def type(self):
        token = self.take()
        if token == '(':
            items = self.several(')', self.type)
            if self.peek() == '->':
                self.take()
                self.effects()
                return ('fn', items + [self.type()])
            return ('tuple', items)
        if token == '{':
            return ('record', self.several('}', self.field))
        if self.peek() == '[':
            self.take()
            return (token, self.several(']', self.type))
        return (token, [])

    def field(self):
        name = self.take()
        self.take('::')
        return name, self.type()

    def effects(self):
        if self.peek() != '[':
            return []
        self.take()
        return self.several(']', self.take)


def _expanded(text):
    for name, meaning in TABLE['ABBREVIATIONS']:
        text = re.sub(r'\b%s\b' % name, lambda match: meaning, text)
    return text


def parsed(name, text):
    parser = Parser(_expanded(text))
    parser.take('(')
    params = parser.several(')', parser.type)
    parser.take('->')
    effects = parser.effects()
    return Signature(name, params, parser.type(), effects)


def pure_functions():
    """The Signatures of all functions without effects of their own."""
    found = []
    for line in TABLE['SIGNATURES'].replace('\n    ', ' ').split('\n'):
        if ' :: ' not in line:
            continue
        name, text = line.split(' :: ', 1)
        signature = parsed(name, text)
        named = [effect for effect in signature.effects if len(effect) > 1]
        if name.split('.')[0] in PURE_MODULES and (
                not named or name == 'flow.retry_with_backoff'):
            found.append(signature)
    return found


def substituted(type, meaning):
    """The type with its variables (single capital letters) replaced."""
    kind, parts = type
    if kind in meaning:
        return meaning[kind]
    if kind == 'record':
        return (kind, [(name, substituted(part, meaning)) for name, part in parts])
    return (kind, [substituted(part, meaning) for part in parts])


def variables(type, found):
    """Collect the type variables, and those that are keys of maps and sets."""
    kind, parts = type
    if len(kind) == 1:
        found.setdefault(kind, False)
    if kind in ('Map', 'Set') and len(parts[0][0]) == 1:
        found[parts[0][0]] = True
    for part in parts:
        variables(part[1] if kind == 'record' else part, found)
