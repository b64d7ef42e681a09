"""What a run of the register machine shows, read from the structures that RPython makes
of its objects (Python 2.7).  The text is that of ``show.py``."""

import struct

from rpython.rtyper.lltypesystem import lltype

import show

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


def _float_text(number):
    if number != number:
        return 'nan'
    return str(struct.unpack('<q', struct.pack('<d', number))[0])


def _items(values, resized):
    if resized:
        return [values.items[i] for i in range(values.length)]
    return [values[i] for i in range(len(values))]


class _Shown(object):
    """Makes the text of one run."""

    def __init__(self):
        self.numbers = {}
        self.waiting = []

    def name(self, value):
        container = lltype.top_container(value._obj)
        if id(container) not in self.numbers:
            # The second item keeps the number of the object from being given again.
            self.numbers[id(container)] = (len(self.numbers), container)
            self.waiting.append(container)
        return '#%d' % self.numbers[id(container)][0]

    def text(self, value, kind):
        if kind == 'i':
            return '%d' % value
        elif kind == 'f':
            return _float_text(value)
        elif kind == 'r':
            return self.name(value)
        elif kind == 't':
            return '"%s"' % '.'.join([str(ord(c)) for c in value.chars])
        if kind == 'I':
            return '[%s]' % ', '.join(show.int_texts(_items(value, False)))
        item_kind = 'r' if kind == 'L' else kind.lower()
        return '[%s]' % ', '.join([self.text(item, item_kind)
                                   for item in _items(value, kind == 'L')])

    def machine(self, vm):
        lines = []
        for name, kind in [('fuel', 'i'), ('ended', 'i'), ('escaped', 'r')]:
            lines.append('%s %s' % (name, self.text(getattr(vm, 'inst_' + name), kind)))
        for name, kind in [('out_ints', 'i'), ('out_floats', 'f'), ('out_refs', 'r')]:
            for value in _items(getattr(vm, 'inst_' + name), True):
                lines.append('%s %s' % (name, self.text(value, kind)))
        while self.waiting:
            container = self.waiting.pop(0)
            name = container._TYPE._name.split('.')[-1]
            words = ['#%d' % self.numbers[id(container)][0], name]
            for field, kind in FIELDS[name]:
                words.append(self.text(getattr(container, 'inst_' + field), kind))
            lines.append(' '.join(words))
        return '\n'.join(lines)


def shown(vm):
    """-> the text of what the structure of a ``machine.VM`` handed out."""
    return _Shown().machine(vm)
