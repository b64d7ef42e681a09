"""What a run of the register machine shows, as a text (Python 2.7): the same for a run
of the Python sources and for one of RPython's structures.

References are numbered as they are met, so that sharing shows too.
"""

import struct

from rpython.rtyper.lltypesystem import lltype

# Fields and their kinds: i(nt), f(loat), r(eference), t(ext), and lists of these:
# fixed (I, F, R) or resized (L).
FIELDS = {
    'W_Nil': [],
    'W_Int': [('value', 'i')],
    'W_Float': [('value', 'f')],
    'W_Pair': [('first', 'r'), ('second', 'r')],
    'W_Triple': [('first', 'r'), ('second', 'r'), ('third', 'r')],
    'W_Mixed': [('count', 'i'), ('level', 'f'), ('rest', 'r')],
    'W_Node': [('tag', 'i'), ('parts', 'R')],
    'W_Cell': [('content', 'r'), ('count', 'i'), ('level', 'f')],
    'W_Ints': [('items', 'I')],
    'W_Floats': [('items', 'F')],
    'W_Refs': [('items', 'R')],
    'W_List': [('items', 'L')],
    'W_Text': [('text', 't')],
    'W_Closure': [('captured', 'r')],
}


def float_text(number):
    """By bits, but all NaNs are equal."""
    if number != number:
        return 'nan'
    return '%r/%x' % (number, struct.unpack('<Q', struct.pack('<d', number))[0])


class PythonReader(object):
    """Reads objects of values.py and machine.py."""

    def field(self, value, name):
        return getattr(value, name)

    def class_of(self, value):
        return value.__class__.__name__

    def identity(self, value):
        return value

    def items(self, values, resized):
        return values

    def text(self, value):
        return value


class StructureReader(object):
    """Reads the structures that RPython makes of them."""

    def field(self, value, name):
        return getattr(lltype.top_container(value._obj), 'inst_' + name)

    def class_of(self, value):
        return ''.join(lltype.top_container(value._obj).super.typeptr.name.chars[:-1]) \
            if False else _class_name(value)

    def identity(self, value):
        return lltype.top_container(value._obj)

    def items(self, values, resized):
        if resized:
            return [values.items[i] for i in range(values.length)]
        return [values[i] for i in range(len(values))]

    def text(self, value):
        return ''.join(value.chars)


def _class_name(value):
    name = lltype.top_container(value._obj)._TYPE._name
    return name.split('.')[-1].split(' ')[0]


class Observation(object):
    """Makes the text of one run."""

    def __init__(self, reader):
        self.reader = reader
        self.numbers = {}
        self.waiting = []
        self.lines = []

    def name_of(self, value):
        identity = self.reader.identity(value)
        if identity not in self.numbers:
            self.numbers[identity] = len(self.numbers)
            self.waiting.append(value)
        return '#%d' % self.numbers[identity]

    def shown(self, value, kind):
        if kind == 'i':
            return '%d' % value
        elif kind == 'f':
            return float_text(value)
        elif kind == 'r':
            return self.name_of(value)
        elif kind == 't':
            return repr(self.reader.text(value))
        item_kind = 'r' if kind == 'L' else kind.lower()
        return '[%s]' % ', '.join([self.shown(item, item_kind) for item in
                                   self.reader.items(value, kind == 'L')])

    def of_machine(self, vm):
        reader = self.reader
        for name, kind in [('fuel', 'i'), ('ended', 'i'), ('escaped', 'r')]:
            self.lines.append('%s %s' % (name, self.shown(reader.field(vm, name), kind)))
        for name, kind in [('out_ints', 'i'), ('out_floats', 'f'), ('out_refs', 'r')]:
            for value in reader.items(reader.field(vm, name), True):
                self.lines.append('%s %s' % (name, self.shown(value, kind)))
        while self.waiting:
            value = self.waiting.pop(0)
            name = reader.class_of(value)
            self.lines.append('%s %s %s' % (
                self.name_of(value), name, ' '.join(
                    [self.shown(reader.field(value, field), kind)
                     for field, kind in FIELDS[name]])))
        return '\n'.join(self.lines)


def of_python(vm):
    return Observation(PythonReader()).of_machine(vm)


def of_structure(vm):
    return Observation(StructureReader()).of_machine(vm)
