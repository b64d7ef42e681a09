"""Not RPython: runs at import time only.

Reads the text of the built-in types and of the standard library's signatures
into the checker's types.  A single capital letter is a type variable, a single
small letter in a row is a row variable.
"""

import re

from interpreter.check import rows
from interpreter.check.typedecls import Alias, Union, Variant
from interpreter.check.types import (
    FunctionType, ListType, NamedType, PRIMITIVES, RecordType, TupleType, TypeParam)

TOKEN = re.compile(r'\s*(->|::|\w+(?:\.\w+)?|[][(){},|=])')


class Holes(object):
    """Numbers the variables of one scheme in order of first occurrence."""

    def __init__(self):
        self.types = {}
        self.tails = {}

    def type(self, key):
        return self.types.setdefault(key, TypeParam(len(self.types)))

    def tail(self, key):
        return self.tails.setdefault(key, rows.RowParam(len(self.tails)))


class Reader(object):
    """Reads one type; ``holes`` keeps its variables."""

    def __init__(self, text, holes, abbreviations):
        self.tokens = TOKEN.findall(text) + ['']
        self.at = 0
        self.holes = holes
        self.abbreviations = abbreviations

    def peek(self):
        return self.tokens[self.at]

    def next(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def expect(self, token):
        found = self.next()
        if found != token:
            raise ValueError('expected %r, found %r in %r'
                             % (token, found, self.tokens))

    def types_until(self, closing):
        types = []
        while self.peek() != closing:
            types.append(self.type())
            if self.peek() == ',':
                self.next()
        self.next()
        return types

    def type(self):
        token = self.next()
        if token == '(':
            items = self.types_until(')')
            if self.peek() == '->':
                self.next()
                row = self.row()
                return FunctionType(items, row, self.type())
            return TupleType(items)
        if token == '{':
            return self.record()
        return self.named(token)

    def record(self):
        record = RecordType([], [])
        while self.peek() != '}':
            record.names.append(self.next())
            self.expect('::')
            record.types.append(self.type())
            if self.peek() == ',':
                self.next()
        self.next()
        return record

    def named(self, name):
        if name in self.abbreviations:
            text = self.abbreviations[name]
            return Reader(text, self.holes, {}).type()
        args = []
        if self.peek() == '[':
            self.next()
            args = self.types_until(']')
        if len(name) == 1:
            return self.holes.type(name)
        if name in PRIMITIVES:
            return PRIMITIVES[name]
        if name == 'List':
            return ListType(args[0])
        return NamedType(name, args)

    def row(self):
        if self.peek() != '[':
            return rows.PURE
        self.next()
        effects = []
        tail = None
        while self.peek() != ']':
            name = self.next()
            if len(name) == 1:
                tail = self.holes.tail(name)
            else:
                rows.insert(effects, rows.Effect(name, '', '', 0))
            if self.peek() == ',':
                self.next()
        self.next()
        return rows.Row(effects, tail)


def read_type(text, holes, abbreviations):
    reader = Reader(text, holes, abbreviations)
    type = reader.type()
    reader.expect('')
    return type


def read_declarations(text):
    """``type`` lines -> ({name: Alias}, {name: Union}, {constructor: type name})."""
    aliases = {}
    unions = {}
    owners = {}
    for line in logical_lines(text):
        head, body = line.split(' = ', 1)
        name, params = re.match(r'type (\w+)(?:\[(.*)\])?$', head).groups()
        params = params.split(', ') if params else []
        if body.startswith('{'):
            aliases[name] = Alias(len(params), _read_body(body, params))
            continue
        unions[name] = Union(len(params))
        for variant in body.split(' | '):
            constructor, payload = re.match(r'(\w+)(?:\((.*)\))?$', variant).groups()
            if payload is not None:
                payload = _read_body(payload, params)
            unions[name].variants[constructor] = Variant(name, len(params), payload)
            owners[constructor] = name
    return aliases, unions, owners


def _read_body(text, params):
    holes = Holes()
    for param in params:
        holes.type(param)
    return read_type(text, holes, {})


def logical_lines(text):
    """The non-empty lines; an indented line continues the one before."""
    lines = []
    for line in text.split('\n'):
        if line.startswith(' '):
            lines[-1] += ' ' + line.strip()
        elif line:
            lines.append(line)
    return lines
