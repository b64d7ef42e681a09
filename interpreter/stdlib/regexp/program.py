"""Syntax tree to a program for the matcher."""

from interpreter.objects.pace import pace
from interpreter.stdlib import utf8
from interpreter.stdlib.regexp import syntax


MAX_INSTRUCTIONS = 200000
MAX_VISITS = 2000000
WORK_OF_A_NODE = 16

# What an instruction does.
CHAR = 0          # go over the code point x
ONE = 1           # go over a code point of the set chars
SPLIT = 2         # go on at x, or with less priority at y
JUMP = 3          # go on at x
SAVE = 4          # remember the position in slot x
ASSERT = 5        # go on if assertion x holds
MATCH = 6


class Instruction(object):
    def __init__(self, op, x=0, y=0, chars=None):
        self.op = op
        self.x = x
        self.y = y
        self.chars = chars


class TooLarge(Exception):
    """The counted repetitions of a pattern multiply beyond the limit."""


class Program(object):
    """``group_count`` counts the whole match as group 0; ``names`` has the
    name of each group, '' for none; ``prefix`` are bytes that every match
    starts with."""

    def __init__(self, instructions, names, prefix, anchored):
        self.instructions = instructions
        self.names = names
        self.group_count = len(names)
        self.prefix = prefix
        self.anchored = anchored

    def group_named(self, name):
        """The number of a group, -1 if there is none."""
        for i in range(1, len(self.names)):
            if self.names[i] == name:
                return i
        return -1


class Compiler(object):
    def __init__(self, names):
        self.instructions = []
        self.visits = 0
        self.all_names = names
        self.names = ['']           # of the groups that are there, by number

    def emit(self, op, x=0, y=0, chars=None):
        """The new instruction's address.  Raises TooLarge."""
        if len(self.instructions) >= MAX_INSTRUCTIONS:
            raise TooLarge()
        self.instructions.append(Instruction(op, x, y, chars))
        return len(self.instructions) - 1

    def here(self):
        return len(self.instructions)

    def compile(self, node):
        """The recursion follows the pattern's nesting, which is limited.
        Raises TooLarge, also for repetitions of nothing."""
        self.visits += 1
        pace.work(WORK_OF_A_NODE)
        if self.visits > MAX_VISITS:
            raise TooLarge()
        if isinstance(node, syntax.Literal):
            self.emit(CHAR, node.code)
        elif isinstance(node, syntax.One):
            self.emit(ONE, chars=node.chars)
        elif isinstance(node, syntax.Assertion):
            self.emit(ASSERT, node.kind)
        elif isinstance(node, syntax.Sequence):
            for part in node.parts:
                self.compile(part)
        elif isinstance(node, syntax.Choice):
            self.choice(node)
        elif isinstance(node, syntax.Group):
            self.count_group(node.number)
            self.emit(SAVE, 2 * node.number)
            self.compile(node.inner)
            self.emit(SAVE, 2 * node.number + 1)
        elif isinstance(node, syntax.Repeat):
            self.repeat(node)

    def count_group(self, number):
        """A group in a part that is repeated no times is none."""
        while len(self.names) <= number:
            self.names.append('')
        self.names[number] = self.all_names[number]

    def choice(self, node):
        jumps = []
        last = len(node.parts) - 1
        for i in range(last):
            split = self.emit(SPLIT)
            self.instructions[split].x = self.here()
            self.compile(node.parts[i])
            jumps.append(self.emit(JUMP))
            self.instructions[split].y = self.here()
        self.compile(node.parts[last])
        for jump in jumps:
            self.instructions[jump].x = self.here()

    def repeat(self, node):
        if node.most == syntax.UNLIMITED:
            self.repeat_for_ever(node)
            return
        for i in xrange(node.least):
            self.compile(node.inner)
        splits = []
        starts = []
        for i in xrange(node.most - node.least):
            splits.append(self.emit(SPLIT))
            starts.append(self.here())
            self.compile(node.inner)
        for i in range(len(splits)):
            self.aim(splits[i], starts[i], self.here(), node.greedy)

    def repeat_for_ever(self, node):
        """``x{n,}`` is n times x and back to the last of them; ``x*`` is
        ``(?:x+)?``.  So a round in which x matches nothing ends the loop where x
        prefers that, and not only where the loop does."""
        for i in xrange(node.least - 1):
            self.compile(node.inner)
        optional = -1
        if node.least == 0:
            optional = self.emit(SPLIT)
        start = self.here()
        self.compile(node.inner)
        again = self.emit(SPLIT)
        self.aim(again, start, self.here(), node.greedy)
        if optional >= 0:
            self.aim(optional, start, self.here(), node.greedy)

    def aim(self, split, inside, after, greedy):
        instruction = self.instructions[split]
        if greedy:
            instruction.x = inside
            instruction.y = after
        else:
            instruction.x = after
            instruction.y = inside


def literal_prefix(instructions):
    """The bytes that a match must start with."""
    prefix = ''
    for instruction in instructions:
        if instruction.op == CHAR:
            prefix += utf8.encode(instruction.x)
        elif instruction.op != SAVE:
            break
    return prefix


def compile(pattern):
    """A Program.  Raises syntax.PatternError and TooLarge."""
    parser = syntax.Parser(pattern)
    tree = parser.parse()
    compiler = Compiler(parser.names)
    compiler.emit(SAVE, 0)
    compiler.compile(tree)
    compiler.emit(SAVE, 1)
    compiler.emit(MATCH)
    instructions = compiler.instructions
    anchored = (instructions[1].op == ASSERT
                and instructions[1].x == syntax.TEXT_START)
    return Program(instructions[:], compiler.names[:],
                   literal_prefix(instructions), anchored)
