"""Random programs for the register machine (Python 2.7).

A program is deterministic in its seed.  It ends by itself: each jump back and each call
costs fuel.
"""

import random

import instructions as ins

OPERATORS = ['+', '-', '*', '/', '%', '&', '|', '^', '>>', '>>>', '<<', 'raw+', 'raw-',
             'raw*', 'raw<<']
ORDERS = ['<', '<=', '==', '!=', '>', '>=']


class Function(object):
    """A list of instructions: tuples of an opcode and four operands."""

    def __init__(self, instructions):
        self.instructions = instructions


class Program(object):
    """``ints``, ``floats`` and ``refs`` are the places in the pools of what the
    registers hold at first; ``parameters`` are those of the JIT."""

    def __init__(self, functions, ints, floats, refs, depth_limit, fuel, parameters):
        self.functions = functions
        self.ints = ints
        self.floats = floats
        self.refs = refs
        self.depth_limit = depth_limit
        self.fuel = fuel
        self.parameters = parameters

    def text(self):
        """As the machine reads it: see ``machine.Reader``."""
        numbers = [self.depth_limit, self.fuel & 255, self.fuel >> 8, len(self.ints),
                   len(self.floats), len(self.refs)]
        numbers += self.ints + self.floats + self.refs + [len(self.functions)]
        for instructions in self.functions:
            numbers += [len(instructions) & 255, len(instructions) >> 8]
            for instruction in instructions:
                numbers += instruction
        return ''.join([chr(number) for number in numbers])

    def listing(self):
        """For people, and for ``parsed``."""
        lines = ['ints %s' % ' '.join(map(str, self.ints)),
                 'floats %s' % ' '.join(map(str, self.floats)),
                 'refs %s' % ' '.join(map(str, self.refs)),
                 'depth_limit %d' % self.depth_limit, 'fuel %d' % self.fuel]
        for name in sorted(self.parameters):
            lines.append('parameter %s %s' % (name, self.parameters[name]))
        for instructions in self.functions:
            lines.append('function')
            for number, instruction in enumerate(instructions):
                kinds = ins.KINDS[instruction[0]]
                lines.append('  %d %s %s' % (number, ins.NAMES[instruction[0]], ' '.join(
                    [str(operand) for operand in instruction[1:1 + len(kinds)]])))
        return '\n'.join([line.rstrip() for line in lines]) + '\n'

    def copy(self, **changes):
        fields = dict(self.__dict__)
        fields.update(changes)
        return Program(**fields)


def parsed(listing):
    """The Program of a listing; lines that start with # do not count."""
    fields = {'functions': [], 'parameters': {}}
    for line in listing.splitlines():
        words = line.split()
        if not words or words[0] == '#':
            continue
        if words[0] == 'function':
            fields['functions'].append([])
        elif words[0] == 'parameter':
            value = words[2]
            fields['parameters'][words[1]] = int(value) if value.isdigit() else value
        elif words[0] in ('ints', 'floats', 'refs'):
            fields[words[0]] = [int(word) for word in words[1:]]
        elif words[0] in ('depth_limit', 'fuel'):
            fields[words[0]] = int(words[1])
        else:
            operands = [int(word) for word in words[2:]]
            operands += [0] * (ins.OPERANDS - len(operands))
            fields['functions'][-1].append(
                tuple([ins.NAMES.index(words[1])] + operands))
    return Program(**fields)
