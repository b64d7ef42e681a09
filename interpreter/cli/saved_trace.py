"""Reads a saved trace.  Its text is not to be trusted."""

import os

from rpython.rlib.rstring import StringBuilder

from interpreter.cli.failure import CommandError
from interpreter.cli.json_scanner import Scanner
from interpreter.cli.output import abbreviated
from interpreter.effects import files
from interpreter.effects.host import STDIN
from interpreter.objects.json_reader import JsonError
from interpreter.stdlib import utf8

STDIN_PATH = '-'

# Larger files are refused before memory runs out.
MAX_SIZE = 1 << 30

NULL = 'null'


class SavedNode(object):
    """A call or an effect.  ``output`` is None if it is missing or null, as it
    is for unit results too; ``error`` is '' unless ``failed``."""

    def __init__(self):
        self.node_id = ''
        self.kind = ''
        self.target = ''
        self.input = None
        self.output = None
        self.error = ''
        self.failed = False
        self.started_at = 0
        self.ended_at = 0
        self.children = []
        self.seen = 0               # bits of the required keys


class SavedTrace(object):
    """``text`` is what the Values of the nodes are slices of."""

    def __init__(self, text):
        self.text = text
        self.nodes = []
        self.run_id = ''
        self.root_target = ''
        self.root_input = NULL
        self.root_output = NULL
        self.root_error = ''
        self.failed = False
        self.started_at = 0
        self.ended_at = 0


def load_trace(path):
    """The trace in a file, or from standard input.  Raises CommandError."""
    text = _read(path)
    try:
        utf8.check(text)
    except utf8.InvalidUTF8 as error:
        raise CommandError('%s: not a trace: %s' % (abbreviated(path),
                                                    error.message()))
    try:
        return _Reader(text).trace()
    except JsonError as error:
        raise CommandError('%s: not a trace: %s' % (abbreviated(path),
                                                    error.text()))


def _read(path):
    try:
        fd = STDIN
        if path != STDIN_PATH:
            files.refuse_nul(path)
            fd = os.open(path, os.O_RDONLY, 0)
        try:
            return _read_all(fd, path)
        finally:
            if fd != STDIN:
                files.close(fd)
    except files.FileError as error:
        raise CommandError('read %s: %s' % (abbreviated(path), error.msg))
    except OSError as error:
        raise CommandError('read %s: %s' % (abbreviated(path),
                                            files.os_error_text(error.errno)))


def _read_all(fd, path):
    builder = StringBuilder()
    while True:
        part = files.read_some(fd)
        if part == '':
            return builder.build()
        builder.append(part)
        if builder.getlength() > MAX_SIZE:
            raise CommandError('%s: larger than %d bytes' % (abbreviated(path),
                                                             MAX_SIZE))


class _Reader(object):
    def __init__(self, text):
        self.scanner = Scanner(text)
        self.result = SavedTrace(text)
        self.names = {}             # one string for equal names

    def trace(self):
        scanner = self.scanner
        trace = self.result
        seen = {}
        scanner.expect('{')
        while scanner.more(len(seen) == 0, '}'):
            scanner.peek()
            start = scanner.pos
            key = scanner.key()
            if key in seen:
                raise scanner.error_at('duplicate field `%s`' % key, start)
            seen[key] = None
            if key == 'nodes':
                self.nodes()
            elif key == 'run_id':
                trace.run_id = scanner.string()
            elif key == 'root_target':
                trace.root_target = scanner.string()
            elif key == 'root_input':
                trace.root_input = scanner.value().get(trace.text)
            elif key == 'root_output':
                trace.root_output = scanner.value().get(trace.text)
            elif key == 'root_error':
                if scanner.peek() == '"':
                    trace.failed = True
                    trace.root_error = scanner.string()
                else:
                    self.null('a string or null')
            elif key == 'started_at':
                trace.started_at = scanner.unsigned()
            elif key == 'ended_at':
                trace.ended_at = scanner.unsigned()
            else:
                scanner.value()
        for key in ['run_id', 'root_target', 'root_input', 'started_at',
                    'ended_at', 'nodes']:
            if key not in seen:
                raise scanner.error('missing field `%s`' % key)
        scanner.end()
        return trace

    def null(self, wanted):
        scanner = self.scanner
        scanner.peek()
        start = scanner.pos
        if scanner.value().get(self.result.text) != NULL:
            raise scanner.error_at('expected %s' % wanted, start)

    def name(self):
        text = self.scanner.string()
        known = self.names.get(text, '')
        if known != '':
            return known
        self.names[text] = text
        return text

    def nodes(self):
        """The top-level nodes with everything below them."""
        scanner = self.scanner
        scanner.expect('[')
        open = []
        siblings = self.result.nodes
        while True:
            # Inside the list ``siblings`` of the last open node.
            if scanner.more(len(siblings) == 0, ']'):
                scanner.expect('{')
                node = SavedNode()
                siblings.append(node)
                open.append(node)
            elif len(open) == 0:
                return
            # Inside the last open node, perhaps behind its children.
            if self.fields(open[-1]):
                siblings = open[-1].children
                continue
            self.check_complete(open.pop())
            siblings = self.result.nodes
            if len(open) > 0:
                siblings = open[-1].children

    def check_complete(self, node):
        for i in range(len(REQUIRED)):
            if node.seen & (1 << i) == 0:
                raise self.scanner.error('missing field `%s`' % REQUIRED[i])

    def fields(self, node):
        """The fields of a node up to its children; -> are there any?"""
        scanner = self.scanner
        text = self.result.text
        while scanner.more(node.seen == 0, '}'):
            scanner.peek()
            start = scanner.pos
            key = scanner.key()
            bit = _bit(key)
            if node.seen & bit != 0 and bit != OTHER:
                raise scanner.error_at('duplicate field `%s`' % key, start)
            node.seen |= bit
            if key == 'children':
                scanner.expect('[')
                return True
            if key == 'node_id':
                node.node_id = self.name()
            elif key == 'kind':
                scanner.peek()
                start = scanner.pos
                node.kind = self.name()
                if node.kind != 'call' and node.kind != 'effect':
                    raise scanner.error_at('expected "call" or "effect"', start)
            elif key == 'target':
                node.target = self.name()
            elif key == 'input':
                node.input = scanner.value()
            elif key == 'output':
                value = scanner.value()
                if value.get(text) != NULL:
                    node.output = value
            elif key == 'error':
                if scanner.peek() == '"':
                    node.failed = True
                    node.error = scanner.string()
                else:
                    self.null('a string or null')
            elif key == 'started_at':
                node.started_at = scanner.unsigned()
            elif key == 'ended_at':
                node.ended_at = scanner.unsigned()
            else:
                scanner.value()
        return False


REQUIRED = ['node_id', 'kind', 'target', 'input', 'started_at', 'ended_at']
KEYS = REQUIRED + ['output', 'error', 'children']
OTHER = 1 << len(KEYS)


def _bit(key):
    for i in range(len(KEYS)):
        if key == KEYS[i]:
            return 1 << i
    return OTHER
