"""Symbolic instructions and their encoding.

The compiler appends :class:`Instr` objects; ``fusion`` rewrites windows of
them; ``encode`` lays them out as the flat list that the dispatch loop runs,
with the step cost of each block on the instruction that ends it.
"""

from rpython.rlib.objectmodel import not_rpython

from interpreter.bytecode import opcodes


class Label(object):
    """A jump target: an index into the instruction list."""

    def __init__(self):
        self.index = -1
        self.position = -1


class Instr(object):
    """``weight`` is the number of steps the instruction stands for."""

    def __init__(self, op, a, b, c):
        self.op = op
        self.a = a
        self.b = b
        self.c = c
        self.label = None
        self.weight = 1
        self.absorbed = False
        self.node_id = None             # NodeId or None
        self.fixed_node_id = ''
        self.offset = -1                # the bytes of the source that it is for
        self.end = -1


class Assembler(object):
    """Collects the instructions of one function.  ``node`` is the canonical node
    that the next ones are for, None if the compiler made them up."""

    def __init__(self):
        self.instrs = []
        self.node = None

    def emit(self, op, a=0, b=0, c=0):
        instr = Instr(op, a, b, c)
        node = self.node
        if node is not None:
            instr.offset = node.offset
            instr.end = node.end
        self.instrs.append(instr)
        return instr

    def jump(self, op, label):
        instr = self.emit(op)
        instr.label = label
        return instr

    def place(self, label):
        label.index = len(self.instrs)

    def jump_targets(self):
        """-> dict of the indices that jumps lead to."""
        targets = {}
        for instr in self.instrs:
            if instr.label is not None:
                targets[instr.label.index] = None
        return targets


def _operand(instr, number):
    if number == 0:
        return instr.a
    if number == 1:
        return instr.b
    return instr.c


def _append_encoded(code, instr, cost):
    row = opcodes.TABLE[instr.op]
    code.append(instr.op)
    plain = 0
    for kind in row.operands:
        if kind == 'target':
            code.append(-1)
        elif kind == 'cost':
            code.append(cost)
        else:
            code.append(_operand(instr, plain))
            plain += 1


def encode(assembler, function):
    """Fill in ``code``, ``steps_at``, ``maxpath``, the node ids and the places of
    ``function``."""
    instrs = assembler.instrs
    targets = assembler.jump_targets()
    positions = [0] * (len(instrs) + 1)
    code = []
    steps_at = []
    pending = 0
    total = 0
    for i in range(len(instrs)):
        if i in targets and pending > 0:
            _append_encoded(code, Instr(opcodes.CHARGE, 0, 0, 0), pending)
            while len(steps_at) < len(code):
                steps_at.append(pending)
            pending = 0
        positions[i] = len(code)
        instr = instrs[i]
        if instr.absorbed:
            continue
        pending += instr.weight
        total += instr.weight
        pc = len(code)
        if instr.fixed_node_id != '':
            function.fixed_node_ids[pc] = instr.fixed_node_id
        elif instr.node_id is not None:
            function.node_ids[pc] = instr.node_id
        function.note_place(pc, instr.offset, instr.end)
        if instr.op == opcodes.PANIC:
            function.scrutinees[pc] = instr.b
        _append_encoded(code, instr, pending)
        while len(steps_at) < len(code):
            steps_at.append(pending)
        if opcodes.TABLE[instr.op].ends_block:
            pending = 0
    positions[len(instrs)] = len(code)
    for i in range(len(instrs)):
        instr = instrs[i]
        if instr.label is not None and not instr.absorbed:
            row = opcodes.TABLE[instr.op]
            where = positions[i] + 1 + row.target_operand
            code[where] = positions[instr.label.index]
    function.code = code[:]
    function.steps_at = steps_at[:]
    function.maxpath = total


@not_rpython
def listing(instrs):
    """A readable dump for tests."""
    lines = []
    for instr in instrs:
        mark = '~' if instr.absorbed else ''
        lines.append('%s%s %d %d %d' % (opcodes.name_of(instr.op), mark,
                                        instr.a, instr.b, instr.c))
    return '\n'.join(lines)
