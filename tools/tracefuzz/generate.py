"""Makes random programs for the register machine (Python 2.7).

    generate.py SEED [THEME]

prints the program of a seed.
"""

import random
import sys

import instructions as ins
from programs import Program
from shapes import MANY_FLOATS, ShapeGenerator
from statements import (
    ANY, FLOAT, FLOAT_PLACES, INT, INT_PLACES, NODE, REF_KINDS, REF_PLACES, TEXT,
    THEMES)

DIVISORS = [2, 3, 5, 6, 7]          # 2, 3, 4, 5, 7
LARGE_PERCENT = 4                   # they take long
MOST_INSTRUCTIONS = 255             # of a function: a byte says where a jump goes
BARRIERS = [3, 5, 6, 7, 8, 9, 10]   # 3 to 16
ALL_OPTIMIZATIONS = 'intbounds:rewrite:virtualize:string:pure:earlyforce:heap:unroll'


class FunctionGenerator(ShapeGenerator):
    """Makes the instructions of one function."""

    # ____________________________________________________________
    # Control

    def condition(self):
        """Emit a jump; -> the number of the instruction and of its label operand."""
        theme = self.choice(self.program.themes)
        which = self.random.randrange(10)
        if which < 4:
            return self.round_condition()
        if theme == 'floats' or which == 4:
            return self.float_condition()
        if theme in ('aggregates', 'boxes', 'cells', 'effects', 'arrays', 'calls', 'shapes'):
            return self.ref_condition()
        if theme == 'texts' and self.chance(50):
            return self.emit(ins.JTEXT, self.ref(TEXT), self.ref(TEXT)), 3
        if self.chance(30):
            return self.emit(self.choice([ins.JTRUE, ins.JFALSE]), self.int_read()), 2
        return self.int_condition()

    def round_condition(self):
        """Something that depends on the counter."""
        if self.chance(40):
            return self.emit(ins.JINTK, self.random.randrange(6), 0,
                             self.choice(BARRIERS)), 4
        rest = self.program.ints - 1
        self.emit(ins.IOPK, ins.MOD, rest, 0, self.choice(DIVISORS))
        return self.emit(ins.JINTK, self.random.randrange(6), rest,
                         self.choice([0, 1, 1, 2])), 4

    def int_condition(self):
        if self.recent_ints is None or self.chance(40):
            self.recent_ints = [self.int_read(), self.int_read()]
        left, right = self.recent_ints
        order = self.random.randrange(6)
        if self.chance(40):
            return self.emit(ins.JINTK, order, left, self.int_constant()), 4
        if self.chance(50):
            left, right = right, left
        return self.emit(ins.JINT, order, left, right), 4

    def float_condition(self):
        if self.recent_floats is None or self.chance(40):
            self.recent_floats = [self.float_register(), self.float_register(),
                                  self.float_constant()]
        left, right, constant = self.recent_floats
        order = self.random.randrange(6)
        if self.chance(20):
            return self.emit(ins.JFLOK, order, left, constant), 4
        if self.chance(25):
            return self.emit(ins.JKFLO, order, constant, left), 4
        if self.chance(50):
            left, right = right, left
        return self.emit(ins.JFLO, order, left, right), 4

    def ref_condition(self):
        which = self.random.randrange(9)
        if which < 4:
            return self.emit(ins.JCLASS, self.random.randrange(ins.CLASSES),
                             self.ref()), 3
        elif which < 6:
            return self.emit(ins.JTAG, self.random.randrange(4), self.ref(NODE)), 3
        elif which == 6:
            return self.emit(ins.JSAME, self.random.randrange(2), self.ref(),
                             self.ref()), 4
        elif which == 7:
            return self.emit(ins.JGEN, self.ref(self.choice([INT, FLOAT])),
                             self.ref(self.choice([INT, FLOAT]))), 3
        return self.emit(ins.JFLAG), 1

    def conditional(self, depth):
        """A jump over a few statements, or one way of two."""
        place, operand = self.condition()
        for _ in range(self.random.randint(1, 3)):
            self.statement(depth - 1)
        if self.chance(50):
            leave = self.emit(ins.JUMP, 0)
            self.code[place][operand] = len(self.code)
            for _ in range(self.random.randint(1, 3)):
                self.statement(depth - 1)
            self.code[leave][1] = len(self.code)
        else:
            self.code[place][operand] = len(self.code)

    def rotation(self):
        """Registers change places at the end of a round."""
        for _ in range(self.random.randint(1, 2)):
            which = self.random.randrange(7)
            if which < 4 and self.program.refs > 1:
                opcode = self.choice([ins.RSWAP, ins.RROT, ins.RROT4, ins.RROT])
                count = len(ins.KINDS[opcode])
                if count > self.program.refs:
                    opcode, count = ins.RSWAP, 2
                self.emit(opcode, *self.random.sample(range(self.program.refs), count))
                self.kinds = [ANY] * len(self.kinds)
                self.stable = []
            elif which == 4 and self.program.floats > 2:
                self.emit(ins.FROT, *self.random.sample(range(self.program.floats), 3))
            elif which == 5 and self.program.floats > 1:
                self.emit(ins.FSWAP, *self.random.sample(range(self.program.floats), 2))
            elif self.program.ints > 3 and self.chance(50):
                self.emit(ins.IROT, *self.random.sample(range(1, self.program.ints), 3))
            elif self.program.ints > 2:
                self.emit(ins.ISWAP, *self.random.sample(range(1, self.program.ints), 2))

    def arrivals(self):
        """Values that come from outside in each round, of which some are like no other."""
        themes = self.program.themes
        if 'floats' in themes and self.chance(50):
            self.emit(ins.FPICK, self.float_register(), 0)
        if 'wrapping' in themes or 'ints' in themes and self.chance(30):
            self.emit(ins.IPICK, self.int_write(), 0)
        if self.chance(10):
            self.emit(ins.RPICK, self.ref_write(ANY), 0)

    def loop(self, length, depth):
        """Statements that run again while fuel lasts or the counter is positive."""
        start = len(self.code)
        ways_out = []
        if self.chance(70):
            self.emit(ins.IOPK, ins.SUB, 0, 0, 1)
            ways_out.append((self.emit(ins.JINTK, self.choice([ins.LE, ins.EQ, ins.LT]),
                                       0, 0), 4))
        self.arrivals()
        if self.program.has_many_constants and self.is_main:
            self.many_constants()
        for _ in range(length):
            self.statement(2)
            if depth > 0 and self.chance(4):
                self.loop(2, depth - 1)
        if self.chance(50):
            self.rotation()
        if start == 0 and self.chance(50):
            self.emit(ins.TAIL, self.random.randrange(self.program.function_count)
                      if self.chance(20) else self.number)
        else:
            self.emit(ins.LOOP, start)
        for place, operand in ways_out:
            self.code[place][operand] = len(self.code)

    def function(self, number):
        """-> a list of instructions."""
        self.number = number
        for place in range(self.program.refs):
            self.kinds[place] = REF_KINDS[self.program.initial_refs[place]]
        if self.program.shares and self.chance(80):
            self.things_to_share()
        if self.chance(40):
            for _ in range(self.random.randrange(4)):
                self.statement(0)
        if self.is_main or self.chance(40):
            length = self.choice([1, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 14])
            self.loop(length, 1)
        for _ in range(self.random.randrange(2 if self.is_main else 6)):
            self.statement(1)
        self.emit(ins.RET, self.ref())
        return [tuple(instruction) for instruction in self.code]


class Generator(object):
    """Makes the program of one seed."""

    def __init__(self, seed, theme=None):
        self.random = random.Random(seed)
        self.theme = theme

    def program(self):
        """-> Program."""
        source = self.random
        names = [name for name in sorted(THEMES) if name != 'large']
        self.themes = [source.choice(names) for _ in range(source.choice([1, 2, 2, 3]))]
        if self.theme:
            self.themes = [self.theme]
        elif source.randrange(100) < LARGE_PERCENT:
            self.themes.append('large')
        self.wrapping = self.theme == 'wrapping' or source.randrange(4) == 0
        self.shares = 'shapes' in self.themes or 'large' in self.themes
        self.has_many_constants = self.theme == 'constants' or source.randrange(100) == 0
        self.ints = source.choice([2, 2, 3, 4])
        self.floats = source.choice([1, 2, 3]) if 'floats' in self.themes else \
            source.choice([1, 1, 2])
        if self.has_many_constants:
            self.floats = MANY_FLOATS
        self.refs = source.choice([2, 3, 3, 4, 5])
        self.function_count = source.choice([1, 1, 1, 2, 3])
        if 'calls' in self.themes:
            self.function_count = source.choice([1, 2, 3])
        ints = [source.choice([9, 10, 13, 14, 16, 15])]
        ints += [source.randrange(INT_PLACES if source.randrange(3) == 0 else 12)
                 for _ in range(1, self.ints)]
        self.initial_refs = [source.randrange(REF_PLACES) for _ in range(self.refs)]
        floats = [source.randrange(FLOAT_PLACES) for _ in range(self.floats)]
        functions = [self.function(number) for number in range(self.function_count)]
        return Program(functions, ints, floats, self.initial_refs,
                       source.choice([1, 2, 3, 6]), source.choice([12, 20, 30, 45, 70]),
                       self.parameters())

    def function(self, number):
        """-> the instructions of a function."""
        while True:
            instructions = FunctionGenerator(self, number == 0).function(number)
            if len(instructions) <= MOST_INSTRUCTIONS:
                return instructions

    def parameters(self):
        """Of the JIT."""
        source = self.random
        found = {'threshold': source.choice([1, 2, 2, 3]),
                 'function_threshold': source.choice([1, 2, 4]),
                 'trace_eagerness': source.choice([1, 1, 2]),
                 'retrace_limit': source.choice([0, 0, 0, 1, 5]),
                 'max_retrace_guards': 15,
                 'max_unroll_recursion': source.choice([1, 3, 7]),
                 'trace_limit': source.choice([100, 300] + [6000] * 6),
                 'inlining': int(source.randrange(8) > 0),
                 'loop_longevity': 1000,
                 'enable_opts': ALL_OPTIMIZATIONS}
        return found


def program(seed, theme=None):
    """-> Program; about one of THEMES, or by default a few of them."""
    return Generator(seed, theme).program()


if __name__ == '__main__':
    sys.stdout.write(program(int(sys.argv[1]), *sys.argv[2:]).listing())
