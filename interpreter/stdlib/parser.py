"""std.parser: parsers are records that describe a grammar.

The constructors are ordinary operations.  :func:`run` interprets the records
and needs somebody who can call the closures inside them; so it is an
operation of the machine.
"""

from rpython.rlib import jit

from interpreter.objects.errors import EffectError, VMError
from interpreter.objects.list import ListBuilder
from interpreter.objects.numbers import newint, w_unit
from interpreter.objects.quote import debug_quoted
from interpreter.objects.pace import pace
from interpreter.objects.record import Shape, W_Record, newrecord
from interpreter.objects.text import newstr
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import err, ok, some, w_none
from interpreter.stdlib import utf8
from interpreter.stdlib.args import mismatch, to_str
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, each


KIND_SHAPE = Shape.of(['kind'])
CHAR_SHAPE = Shape.of(['ch', 'kind'])
STRING_SHAPE = Shape.of(['kind', 's'])
PAIR_SHAPE = Shape.of(['a', 'b', 'kind'])
INNER_SHAPE = Shape.of(['kind', 'p'])
CLOSURE_SHAPE = Shape.of(['f', 'kind', 'p'])
ERROR_SHAPE = Shape.of(['message', 'pos'])

W_CHAR = newstr('Char')
W_STRING = newstr('String')
W_SEQ = newstr('Seq')
W_ALT = newstr('Alt')
W_MANY = newstr('Many')
W_OPTIONAL = newstr('Optional')
W_MAP = newstr('Map')
W_AND_THEN = newstr('AndThen')

W_DIGIT = newrecord(KIND_SHAPE, [newstr('Digit')])
W_ALPHA = newrecord(KIND_SHAPE, [newstr('Alpha')])
W_WHITESPACE = newrecord(KIND_SHAPE, [newstr('Whitespace')])
W_EOF = newrecord(KIND_SHAPE, [newstr('Eof')])


@pure('parser', 'char', each(1, 0))
def char(w_char):
    text = to_str(w_char)
    if utf8.count(text) != 1:
        raise EffectError('parser.char: expected 1-character string, got %s'
                          % debug_quoted(text))
    return newrecord(CHAR_SHAPE, [w_char, W_CHAR])


@pure('parser', 'string', each(1, 0))
def string(w_text):
    to_str(w_text)
    return newrecord(STRING_SHAPE, [W_STRING, w_text])


@pure('parser', 'digit', CONSTANT)
def digit():
    return W_DIGIT


@pure('parser', 'alpha', CONSTANT)
def alpha():
    return W_ALPHA


@pure('parser', 'whitespace', CONSTANT)
def whitespace():
    return W_WHITESPACE


@pure('parser', 'eof', CONSTANT)
def eof():
    return W_EOF


@pure('parser', 'seq', CONSTANT)
def seq(w_first, w_second):
    return newrecord(PAIR_SHAPE, [w_first, w_second, W_SEQ])


@pure('parser', 'alt', CONSTANT)
def alt(w_first, w_second):
    return newrecord(PAIR_SHAPE, [w_first, w_second, W_ALT])


@pure('parser', 'many', CONSTANT)
def many(w_parser):
    return newrecord(INNER_SHAPE, [W_MANY, w_parser])


@pure('parser', 'optional', CONSTANT)
def optional(w_parser):
    return newrecord(INNER_SHAPE, [W_OPTIONAL, w_parser])


@pure('parser', 'map', CONSTANT)
def map(w_parser, w_function):
    return newrecord(CLOSURE_SHAPE, [w_function, W_MAP, w_parser])


@pure('parser', 'and_then', CONSTANT)
def and_then(w_parser, w_function):
    return newrecord(CLOSURE_SHAPE, [w_function, W_AND_THEN, w_parser])


class ClosureCaller(object):
    """Who calls closures for :func:`run`."""

    def call(self, w_function, w_argument):
        """The closure's result.  Raises VMError."""
        raise NotImplementedError


class Failure(object):
    """Why and at which byte a parser does not match."""

    def __init__(self, position, message):
        self.position = position
        self.message = message

    def to_w(self):
        return newrecord(ERROR_SHAPE, [newstr(self.message),
                                       newint(self.position)])


# What an activation of a parser waits for.
FIRST = 0
SECOND = 1


class Activation(object):
    """A composed parser that waits for one of its parts."""

    def __init__(self, w_parser, kind, start):
        self.w_parser = w_parser
        self.kind = kind
        self.start = start
        self.stage = FIRST
        self.w_first = None
        self.items = None


class Run(object):
    """One run over a text.  The parsers may nest without bounds, so the
    waiting ones are on a list and not on the host's stack.

    After each step exactly one holds: a parser is to be entered at
    ``position``; or ``w_result`` is what the last part matched; or
    ``failure`` is why it did not."""

    def __init__(self, caller, text):
        self.caller = caller
        self.text = text
        self.position = 0
        self.w_next = None
        self.w_result = None
        self.failure = None
        self.waiting = []

    def run(self, w_parser):
        """The Lex value ``Ok(result)`` or ``Err({pos, message})``."""
        self.w_next = w_parser
        while True:
            pace.work(1)
            if self.w_next is not None:
                w_parser = self.w_next
                self.w_next = None
                self.enter(w_parser)
            elif len(self.waiting) > 0:
                self.resume(self.waiting[len(self.waiting) - 1])
            elif self.failure is not None:
                return err(self.failure.to_w())
            else:
                return ok(self.w_result)

    def succeed(self, w_result):
        self.w_result = w_result
        self.failure = None

    def fail(self, position, message):
        self.failure = Failure(position, message)

    # Entering a parser.

    def enter(self, w_parser):
        kind = to_str(part(w_parser, 'kind'))
        if kind == 'Char':
            self.match_char(to_str(part(w_parser, 'ch')))
        elif kind == 'String':
            text = to_str(part(w_parser, 's'))
            if self.looking_at(text):
                self.position += len(text)
                self.succeed(newstr(text))
            else:
                self.fail(self.position, 'expected ' + debug_quoted(text))
        elif kind == 'Digit':
            self.match_class(is_digit(self.peek()), 'digit')
        elif kind == 'Alpha':
            self.match_class(is_alpha(self.peek()), 'alpha')
        elif kind == 'Whitespace':
            self.match_class(is_whitespace(self.peek()), 'whitespace')
        elif kind == 'Eof':
            if self.position == len(self.text):
                self.succeed(w_unit)
            else:
                self.fail(self.position, 'expected EOF')
        else:
            self.enter_composed(w_parser, kind)

    def enter_composed(self, w_parser, kind):
        activation = Activation(w_parser, kind, self.position)
        self.waiting.append(activation)
        if kind == 'Seq' or kind == 'Alt':
            self.w_next = part(w_parser, 'a')
        elif (kind == 'Optional' or kind == 'Map' or kind == 'AndThen'):
            self.w_next = part(w_parser, 'p')
        elif kind == 'Many':
            activation.items = ListBuilder()
            self.w_next = part(w_parser, 'p')
        else:
            raise EffectError('parser.run: unknown node kind %s'
                              % debug_quoted(kind))

    def peek(self):
        """The byte at the position, -1 at the end."""
        if self.position < len(self.text):
            return ord(self.text[self.position])
        return -1

    def looking_at(self, text):
        stop = self.position + len(text)
        if stop > len(self.text):
            return False
        for i in range(len(text)):
            if self.text[self.position + i] != text[i]:
                return False
        return True

    def match_char(self, text):
        if self.looking_at(text):
            self.position += len(text)
            self.succeed(newstr(text))
        elif self.position + len(text) > len(self.text):
            self.fail(self.position, 'expected %s, got EOF'
                      % debug_quoted(text))
        else:
            self.fail(self.position, 'expected ' + debug_quoted(text))

    def match_class(self, matches, name):
        if matches:
            self.succeed(newstr(self.text[self.position]))
            self.position += 1
        else:
            self.fail(self.position, 'expected ' + name)

    # Going on with a parser after one of its parts.

    def resume(self, activation):
        kind = activation.kind
        if kind == 'Many':
            self.resume_many(activation)
        elif kind == 'Optional':
            self.waiting.pop()
            if self.failure is None:
                self.succeed(some(self.w_result))
            else:
                self.position = activation.start
                self.succeed(w_none)
        elif kind == 'Alt':
            if self.failure is not None and activation.stage == FIRST:
                activation.stage = SECOND
                self.position = activation.start
                self.failure = None
                self.w_next = part(activation.w_parser, 'b')
            else:
                self.waiting.pop()
        elif self.failure is not None:
            self.waiting.pop()
        elif kind == 'Seq':
            self.resume_seq(activation)
        elif kind == 'Map':
            self.waiting.pop()
            self.call_closure(activation, activation.start, 'map')
        else:
            self.resume_and_then(activation)

    def resume_many(self, activation):
        if self.failure is None and self.position > activation.start:
            activation.items.append(self.w_result)
            activation.start = self.position
            self.w_next = part(activation.w_parser, 'p')
        else:
            self.waiting.pop()
            self.position = activation.start
            self.succeed(activation.items.build())

    def resume_seq(self, activation):
        if activation.stage == FIRST:
            activation.stage = SECOND
            activation.w_first = self.w_result
            self.w_next = part(activation.w_parser, 'b')
        else:
            self.waiting.pop()
            self.succeed(newtuple([activation.w_first, self.w_result]))

    def resume_and_then(self, activation):
        # The parser that the closure gives replaces this one.
        self.waiting.pop()
        self.call_closure(activation, self.position, 'and_then')
        if self.failure is None:
            self.w_next = self.w_result

    def call_closure(self, activation, position, name):
        w_function = part(activation.w_parser, 'f')
        try:
            self.succeed(self.caller.call(w_function, self.w_result))
        except VMError as e:
            if e.ends_run:
                raise e
            self.fail(position, '%s: closure failed: %s' % (name, e.debug()))


def part(w_parser, name):
    if isinstance(w_parser, W_Record):
        w_part = w_parser.getfield(name)
        if w_part is not None:
            return w_part
    raise mismatch('Parser', w_parser)


def is_digit(byte):
    return 0x30 <= byte <= 0x39


def is_alpha(byte):
    return 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A


def is_whitespace(byte):
    return byte == 0x20 or byte == 0x09 or byte == 0x0A or (
        byte == 0x0C or byte == 0x0D)


@jit.dont_look_inside
def run(caller, w_parser, w_text):
    """The value of ``parser.run``.  ``caller`` is a ClosureCaller.  Raises
    EffectError for what is not a parser; errors of closures become parse
    failures."""
    return Run(caller, to_str(w_text)).run(w_parser)
