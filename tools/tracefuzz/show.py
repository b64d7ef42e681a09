"""What a run of the register machine shows, as a text (Python 2.7, RPython).

References are numbered as they are met, so that sharing shows too.  ``structures.py``
makes the same text where RPython runs untranslated.
"""

from rpython.rlib.longlong2float import float2longlong
from rpython.rlib.rarithmetic import intmask

import instructions as ins
from values import (
    W_Cell, W_Closure, W_Float, W_Floats, W_Int, W_Ints, W_List, W_Mixed, W_Node,
    W_Pair, W_Refs, W_Text, W_Triple)


def float_text(number):
    """Its bits, but all NaNs are equal."""
    if number != number:
        return 'nan'
    return str(intmask(float2longlong(number)))


def int_texts(items):
    """Of long arrays only what is not 0."""
    texts = []
    for i in range(len(items)):
        if len(items) <= ins.LONGEST_ARRAY:
            texts.append(str(items[i]))
        elif items[i]:
            texts.append('%d: %d' % (i, items[i]))
    return texts


def text_text(text):
    return '"%s"' % '.'.join([str(ord(character)) for character in text])


class Shown(object):
    """Makes the text of one run."""

    def __init__(self):
        self.numbers = {}
        self.waiting = []
        self.lines = []

    def name(self, w_value):
        if w_value not in self.numbers:
            self.numbers[w_value] = len(self.numbers)
            self.waiting.append(w_value)
        return '#' + str(self.numbers[w_value])

    def names(self, values_w):
        return '[%s]' % ', '.join([self.name(w_value) for w_value in values_w])

    def machine(self, vm):
        self.lines.append('fuel %d' % vm.fuel)
        self.lines.append('ended %d' % int(vm.ended))
        self.lines.append('escaped ' + self.name(vm.escaped))
        for number in vm.out_ints:
            self.lines.append('out_ints %d' % number)
        for real in vm.out_floats:
            self.lines.append('out_floats ' + float_text(real))
        for w_value in vm.out_refs:
            self.lines.append('out_refs ' + self.name(w_value))
        while len(self.waiting) > 0:
            w_value = self.waiting.pop(0)
            self.lines.append('%s %s' % (self.name(w_value), self.value(w_value)))
        return '\n'.join(self.lines)

    def value(self, w_value):
        if isinstance(w_value, W_Int):
            return 'W_Int %d' % w_value.value
        elif isinstance(w_value, W_Float):
            return 'W_Float ' + float_text(w_value.value)
        elif isinstance(w_value, W_Text):
            return 'W_Text ' + text_text(w_value.text)
        elif isinstance(w_value, W_Pair):
            return 'W_Pair %s %s' % (self.name(w_value.first), self.name(w_value.second))
        elif isinstance(w_value, W_Triple):
            return 'W_Triple %s %s %s' % (
                self.name(w_value.first), self.name(w_value.second),
                self.name(w_value.third))
        elif isinstance(w_value, W_Mixed):
            return 'W_Mixed %d %s %s' % (
                w_value.count, float_text(w_value.level), self.name(w_value.rest))
        elif isinstance(w_value, W_Node):
            return 'W_Node %d %s' % (w_value.tag, self.names(w_value.parts))
        return self.mutable(w_value)

    def mutable(self, w_value):
        if isinstance(w_value, W_Cell):
            return 'W_Cell %s %d %s' % (self.name(w_value.content), w_value.count,
                                        float_text(w_value.level))
        elif isinstance(w_value, W_Ints):
            return 'W_Ints [%s]' % ', '.join(int_texts(w_value.items))
        elif isinstance(w_value, W_Floats):
            return 'W_Floats [%s]' % ', '.join([float_text(item)
                                                for item in w_value.items])
        elif isinstance(w_value, W_Refs):
            return 'W_Refs ' + self.names(w_value.items)
        elif isinstance(w_value, W_List):
            return 'W_List ' + self.names(w_value.items[:])
        elif isinstance(w_value, W_Closure):
            return 'W_Closure ' + self.name(w_value.captured)
        return 'W_Nil'


def shown(vm):
    """-> the text of what a ``machine.VM`` handed out."""
    return Shown().machine(vm)
