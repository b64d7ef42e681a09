"""std.cli: command line descriptions, as records, and their parser."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.json import to_json
from interpreter.objects.json_reader import from_json
from interpreter.objects.list import (
    ListBuilder, W_List, empty_list, newlist_str)
from interpreter.objects.numbers import W_Bool, newbool, w_true, w_unit
from interpreter.objects.pace import pace
from interpreter.objects.record import (
    Shape, W_Record, newrecord, record_from_pairs)
from interpreter.objects.text import W_Str, newstr
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import utf8
from interpreter.stdlib.args import (
    mismatch, to_bool, to_list, to_str, to_variant)
from interpreter.stdlib.option import is_some_variant, payload
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import CONSTANT, COUNTED, each


FLAG_SHAPE = Shape.of(['help', 'kind', 'name', 'short'])
OPTION_SHAPE = Shape.of(['default', 'help', 'kind', 'name', 'short'])
POSITIONAL_SHAPE = Shape.of(['help', 'kind', 'name', 'required'])
SPEC_SHAPE = Shape.of(['args', 'help', 'kind', 'name', 'subcommands'])
DESCRIPTION_SHAPE = Shape.of(['args', 'help', 'name', 'subcommands'])
ENVELOPE_SHAPE = Shape.of(['command', 'data', 'ok'])
PARSED_SHAPE = Shape.of(['command', 'flags', 'options', 'positionals',
                         'remaining'])

W_FLAG = newstr('flag')
W_OPTION = newstr('option')
W_POSITIONAL = newstr('positional')
W_SPEC = newstr('spec')


def nullable(w_option):
    """The value of a Some, Unit for None."""
    if is_some_variant(w_option):
        return payload(to_variant('Option', w_option))
    return w_unit


@pure('cli', 'flag', CONSTANT)
def flag(w_name, w_short, w_help):
    return newrecord(FLAG_SHAPE, [w_help, W_FLAG, w_name,
                                  nullable(w_short)])


@pure('cli', 'option', CONSTANT)
def option(w_name, w_short, w_help, w_default):
    return newrecord(OPTION_SHAPE, [nullable(w_default), w_help, W_OPTION,
                                    w_name, nullable(w_short)])


@pure('cli', 'positional', CONSTANT)
def positional(w_name, w_help, w_required):
    return newrecord(POSITIONAL_SHAPE, [w_help, W_POSITIONAL, w_name,
                                        newbool(to_bool(w_required))])


@pure('cli', 'spec', each(1, 2, 3))
def spec(w_name, w_help, w_args, w_subcommands):
    return newrecord(SPEC_SHAPE, [w_args, w_help, W_SPEC, w_name,
                                  w_subcommands])


@pure('cli', 'envelope', COUNTED)
@jit.dont_look_inside
def envelope(w_ok, w_command, w_data):
    return newrecord(ENVELOPE_SHAPE, [w_command, from_json(to_json(w_data)),
                                      newbool(to_bool(w_ok))])


def field(w_value, name):
    """A field of a description; None where it is missing."""
    if not isinstance(w_value, W_Record):
        raise mismatch('Record', w_value)
    return w_value.getfield(name)


def text_field(w_value, name):
    """A text of a description, '' where there is none."""
    w_field = field(w_value, name)
    if isinstance(w_field, W_Str):
        return w_field.utf8_w()
    return ''


def list_field(w_value, name):
    w_field = field(w_value, name)
    if isinstance(w_field, W_List):
        return w_field
    return empty_list()


def kind_of(w_arg):
    return text_field(w_arg, 'kind')


def is_required(w_arg):
    w_field = field(w_arg, 'required')
    return isinstance(w_field, W_Bool) and w_field.boolval


class BadArguments(Exception):
    def __init__(self, msg):
        self.msg = msg


class CommandLine(object):
    """The state of parsing one list of tokens."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.position = 0
        self.commands = []
        self.flags = Fields()
        self.options = Fields()
        self.positionals = Fields()
        self.remaining = []

    def parse(self, w_spec):
        """Raises BadArguments."""
        w_level = w_spec
        while w_level is not None:
            w_level = self.level(w_level)

    def level(self, w_spec):
        """Read the tokens of a command; the subcommand that follows, or
        None."""
        program = text_field(w_spec, 'name')
        self.commands.append(program)
        w_args = list_field(w_spec, 'args')
        expected = []
        for i in range(w_args.length()):
            w_arg = w_args.getitem(i)
            kind = kind_of(w_arg)
            if kind == 'flag':
                self.flags.set(text_field(w_arg, 'name'), newbool(False))
            elif kind == 'option':
                w_default = field(w_arg, 'default')
                if isinstance(w_default, W_Str):
                    self.options.set(text_field(w_arg, 'name'), w_default)
            elif kind == 'positional':
                expected.append(w_arg)
        taken = 0
        while self.position < len(self.tokens):
            token = self.tokens[self.position]
            self.position += 1
            if token == '--':
                while self.position < len(self.tokens):
                    self.remaining.append(self.tokens[self.position])
                    self.position += 1
                return None
            if self.named(w_args, token, program):
                continue
            if taken == 0:
                w_subcommand = subcommand(w_spec, token)
                if w_subcommand is not None:
                    return w_subcommand
            if taken == len(expected):
                raise BadArguments('unexpected positional argument `%s` for '
                                   '`%s`' % (token, program))
            self.positionals.set(text_field(expected[taken], 'name'),
                                 newstr(token))
            taken += 1
        while taken < len(expected):
            if is_required(expected[taken]):
                raise BadArguments('missing required positional `%s` for '
                                   '`%s`' % (
                                       text_field(expected[taken], 'name'),
                                       program))
            taken += 1
        return None

    def named(self, w_args, token, program):
        """Whether the token was a flag or an option, and is taken."""
        if token.startswith('--'):
            name, value, has_value = split_value(token[2:])
            w_arg = argument(w_args, 'name', name)
            if w_arg is None:
                raise BadArguments('unknown flag `--%s` for `%s`' % (name,
                                                                     program))
            self.assign(w_arg, value, has_value)
            return True
        if len(token) > 1 and token.startswith('-'):
            name, value, has_value = split_value(token[1:])
            w_arg = argument(w_args, 'short', name)
            if w_arg is not None:
                self.assign(w_arg, value, has_value)
                return True
        return False

    def assign(self, w_arg, value, has_value):
        name = text_field(w_arg, 'name')
        if kind_of(w_arg) == 'flag':
            if has_value:
                raise BadArguments('flag `--%s` does not take a value (got '
                                   '`=%s`)' % (name, value))
            self.flags.set(name, w_true)
            return
        if not has_value:
            if self.position >= len(self.tokens):
                raise BadArguments('option `--%s` requires a value' % name)
            value = self.tokens[self.position]
            self.position += 1
        self.options.set(name, newstr(value))

    def result(self):
        return newrecord(PARSED_SHAPE, [
            newlist_str(self.commands), self.flags.record(),
            self.options.record(), self.positionals.record(),
            newlist_str(self.remaining)])


class Fields(object):
    """A record in the making; later values of a name win."""

    def __init__(self):
        self.names = []
        self.values_w = []

    def set(self, name, w_value):
        self.names.append(name)
        self.values_w.append(w_value)

    def record(self):
        return record_from_pairs(self.names, self.values_w)


def split_value(text):
    """``name=value`` in two, and whether there is a value."""
    equals = text.find('=')
    if equals < 0:
        return text, '', False
    return text[:equals], text[equals + 1:], True


def argument(w_args, key, name):
    """The last flag or option whose field ``key`` is ``name``, or None."""
    i = w_args.length() - 1
    while i >= 0:
        w_arg = w_args.getitem(i)
        i -= 1
        kind = kind_of(w_arg)
        if kind != 'flag' and kind != 'option':
            continue
        w_name = field(w_arg, key)
        if isinstance(w_name, W_Str) and w_name.utf8_w() == name:
            return w_arg
    return None


def subcommand(w_spec, name):
    """The last subcommand of that name, or None."""
    w_subcommands = list_field(w_spec, 'subcommands')
    i = w_subcommands.length() - 1
    while i >= 0:
        w_subcommand = w_subcommands.getitem(i)
        if text_field(w_subcommand, 'name') == name:
            return w_subcommand
        i -= 1
    return None


@pure('cli', 'parse', COUNTED)
@jit.dont_look_inside
def parse(w_spec, w_tokens):
    w_tokens = to_list(w_tokens)
    line = CommandLine([to_str(w_tokens.getitem(i))
                        for i in range(w_tokens.length())])
    try:
        line.parse(w_spec)
    except BadArguments as e:
        return err_str(e.msg)
    return ok(line.result())


MAX_NESTING = 500
DESCRIPTION_WORK = 256


@pure('cli', 'describe', COUNTED)
@jit.dont_look_inside
def describe(w_spec):
    return description(w_spec, 0)


def description(w_spec, depth):
    if depth > MAX_NESTING:
        raise mismatch('subcommands that nest less deeply', w_unit)
    pace.work(DESCRIPTION_WORK)
    w_subcommands = list_field(w_spec, 'subcommands')
    builder = ListBuilder()
    for i in range(w_subcommands.length()):
        builder.append(description(w_subcommands.getitem(i), depth + 1))
    return newrecord(DESCRIPTION_SHAPE, [
        list_field(w_spec, 'args'), newstr(text_field(w_spec, 'help')),
        newstr(text_field(w_spec, 'name')), builder.build()])


FLAG_COLUMNS = 24
COMMAND_COLUMNS = 16


def aligned(text, columns):
    return text + ' ' * max(columns - utf8.count(text), 0)


@pure('cli', 'help', COUNTED)
@jit.dont_look_inside
def help(w_spec):
    builder = StringBuilder()
    name = text_field(w_spec, 'name')
    builder.append(name)
    about = text_field(w_spec, 'help')
    if about != '':
        builder.append(' \xe2\x80\x94 ')
        builder.append(about)
    builder.append('\n')
    w_args = list_field(w_spec, 'args')
    append_usage(builder, name, w_args)
    append_flags(builder, w_args)
    w_subcommands = list_field(w_spec, 'subcommands')
    if w_subcommands.length() > 0:
        builder.append('\nSUBCOMMANDS:\n')
        for i in range(w_subcommands.length()):
            w_subcommand = w_subcommands.getitem(i)
            builder.append('  ')
            builder.append(aligned(text_field(w_subcommand, 'name'),
                                   COMMAND_COLUMNS))
            builder.append('  ')
            builder.append(text_field(w_subcommand, 'help'))
            builder.append('\n')
    return newstr(builder.build())


def append_usage(builder, name, w_args):
    usage = ''
    for i in range(w_args.length()):
        w_arg = w_args.getitem(i)
        if kind_of(w_arg) == 'positional':
            if is_required(w_arg):
                usage += ' <%s>' % text_field(w_arg, 'name')
            else:
                usage += ' [%s]' % text_field(w_arg, 'name')
    if usage != '':
        builder.append('\nUSAGE:\n  ')
        builder.append(name)
        builder.append(usage)
        builder.append('\n')


def append_flags(builder, w_args):
    started = False
    for i in range(w_args.length()):
        w_arg = w_args.getitem(i)
        kind = kind_of(w_arg)
        if kind != 'flag' and kind != 'option':
            continue
        if not started:
            builder.append('\nFLAGS:\n')
            started = True
        short = text_field(w_arg, 'short')
        left = '      --'
        if short != '':
            left = '  -%s, --' % short
        builder.append(aligned(left + text_field(w_arg, 'name'),
                               FLAG_COLUMNS))
        builder.append('  ')
        builder.append(text_field(w_arg, 'help'))
        builder.append('\n')
