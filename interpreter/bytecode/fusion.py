"""Superinstructions: windows of instructions that run, and count, as one.

A window starts at any instruction; none of its other instructions may be a
jump target.  The passes run in a fixed order, each from left to right and on
past a match, because which windows fuse decides how many steps a program
takes.  See docs/bytecode.rst, "Fused windows".
"""

from interpreter.bytecode import opcodes
from interpreter.objects.numbers import W_Int


def fuse(assembler, consts_w):
    """Rewrite ``assembler.instrs`` in place."""
    _Fusion(assembler, consts_w).run()


class _Fusion(object):

    def __init__(self, assembler, consts_w):
        self.instrs = assembler.instrs
        self.targets = assembler.jump_targets()
        self.consts_w = consts_w

    def run(self):
        self.add_const()
        self.add_const_store()
        self.add_local()
        self.sub_mul_local()
        self.eq_const_jump()
        self.store_eq_const_jump()
        self.field_arithmetic()
        self.load_field()
        self.swapped_comparisons()

    def op(self, k):
        if k < len(self.instrs):
            return self.instrs[k].op
        return -1

    def is_int_const(self, k):
        return (self.op(k) == opcodes.PUSH_CONST and
                isinstance(self.consts_w[self.instrs[k].a], W_Int))

    def is_window(self, k, size):
        for i in range(k + 1, k + size):
            if i in self.targets:
                return False
        return True

    def absorb(self, k, size):
        for i in range(k + 1, k + size):
            self.instrs[i].absorbed = True

    def place_as(self, k, operator):
        """The window at ``k`` stands where its operator does."""
        self.instrs[k].offset = self.instrs[operator].offset
        self.instrs[k].end = self.instrs[operator].end

    def rewrite(self, k, size, op, a, b, c):
        first = self.instrs[k]
        first.op = op
        first.a = a
        first.b = b
        first.c = c
        self.absorb(k, size)

    def add_const(self):
        k = 0
        while k < len(self.instrs):
            if (self.op(k) == opcodes.LOAD_LOCAL and self.is_int_const(k + 1) and
                    self.op(k + 2) == opcodes.INT_ADD and self.is_window(k, 3)):
                self.place_as(k, k + 2)
                self.rewrite(k, 3, opcodes.LOAD_ADD_CONST, self.instrs[k].a,
                             self.instrs[k + 1].a, 0)
                k += 3
            else:
                k += 1

    def add_const_store(self):
        k = 0
        while k < len(self.instrs):
            if (self.op(k) == opcodes.LOAD_ADD_CONST and
                    self.op(k + 3) == opcodes.STORE_LOCAL and
                    self.is_window(k, 4)):
                first = self.instrs[k]
                self.rewrite(k, 4, opcodes.LOAD_ADD_CONST_STORE, first.a,
                             first.b, self.instrs[k + 3].a)
                k += 4
            else:
                k += 1

    def two_locals(self, k, last_op):
        return (self.op(k) == opcodes.LOAD_LOCAL and
                self.op(k + 1) == opcodes.LOAD_LOCAL and
                self.op(k + 2) == last_op and self.is_window(k, 3))

    def fuse_two_locals(self, k, op):
        self.place_as(k, k + 2)
        self.rewrite(k, 3, op, self.instrs[k].a, self.instrs[k + 1].a, 0)

    def add_local(self):
        k = 0
        while k < len(self.instrs):
            if self.two_locals(k, opcodes.INT_ADD):
                self.fuse_two_locals(k, opcodes.LOAD_ADD_LOCAL)
                k += 3
            else:
                k += 1

    def sub_mul_local(self):
        k = 0
        while k < len(self.instrs):
            if self.two_locals(k, opcodes.INT_SUB):
                self.fuse_two_locals(k, opcodes.LOAD_SUB_LOCAL)
                k += 3
            elif self.two_locals(k, opcodes.INT_MUL):
                self.fuse_two_locals(k, opcodes.LOAD_MUL_LOCAL)
                k += 3
            else:
                k += 1

    def eq_const_jump(self):
        k = 0
        while k < len(self.instrs):
            if (self.op(k) == opcodes.LOAD_LOCAL and self.is_int_const(k + 1) and
                    self.op(k + 2) == opcodes.INT_EQ and
                    self.op(k + 3) == opcodes.JUMP_IF_NOT and
                    self.is_window(k, 4)):
                self.instrs[k].label = self.instrs[k + 3].label
                self.rewrite(k, 4, opcodes.LOAD_EQ_CONST_JUMP_IF_NOT,
                             self.instrs[k].a, self.instrs[k + 1].a, 0)
                k += 4
            else:
                k += 1

    def store_eq_const_jump(self):
        k = 0
        while k < len(self.instrs):
            if (self.op(k) == opcodes.LOAD_LOCAL and
                    self.op(k + 1) == opcodes.STORE_LOCAL and
                    self.op(k + 2) == opcodes.LOAD_EQ_CONST_JUMP_IF_NOT and
                    self.instrs[k + 2].a == self.instrs[k + 1].a and
                    self.is_window(k, 3)):
                test = self.instrs[k + 2]
                self.instrs[k].label = test.label
                self.rewrite(k, 3, opcodes.LOAD_STORE_EQ_CONST_JUMP_IF_NOT,
                             self.instrs[k].a, self.instrs[k + 1].a, test.b)
                k += 3
            else:
                k += 1

    def is_field_read(self, k):
        return (self.op(k) == opcodes.LOAD_LOCAL and
                self.op(k + 1) == opcodes.GET_FIELD)

    def fuse_field_read(self, k, size, op):
        read = self.instrs[k + 1]
        self.rewrite(k, size, op, self.instrs[k].a, read.a, read.b)

    def field_arithmetic(self):
        k = 0
        while k < len(self.instrs):
            op = -1
            if self.is_field_read(k) and self.is_window(k, 3):
                last = self.op(k + 2)
                if last == opcodes.INT_ADD:
                    op = opcodes.LOAD_GET_FIELD_ADD
                elif last == opcodes.INT_SUB:
                    op = opcodes.LOAD_GET_FIELD_SUB
                elif last == opcodes.INT_MUL:
                    op = opcodes.LOAD_GET_FIELD_MUL
            if op >= 0:
                self.place_as(k, k + 2)
                self.fuse_field_read(k, 3, op)
                k += 3
            else:
                k += 1

    def load_field(self):
        k = 0
        while k < len(self.instrs):
            if self.is_field_read(k) and self.is_window(k, 2):
                self.fuse_field_read(k, 2, opcodes.LOAD_GET_FIELD)
                k += 2
            else:
                k += 1

    def swapped_comparisons(self):
        """``a > b`` stores both operands and loads them again, swapped: four
        steps of pure shuffling that one instruction can stand for."""
        for k in range(len(self.instrs) - 4):
            if not (self.op(k) == opcodes.STORE_LOCAL and
                    self.op(k + 1) == opcodes.STORE_LOCAL and
                    self.op(k + 2) == opcodes.LOAD_LOCAL and
                    self.op(k + 3) == opcodes.LOAD_LOCAL and
                    self.instrs[k + 2].a == self.instrs[k].a and
                    self.instrs[k + 3].a == self.instrs[k + 1].a and
                    not self.instrs[k].absorbed and self.is_window(k, 5)):
                continue
            op = _mirrored(self.op(k + 4))
            if op >= 0:
                self.place_as(k, k + 4)
                self.rewrite(k, 5, op, 0, 0, 0)
                self.instrs[k].weight = 5


def _mirrored(op):
    """The comparison that takes its operands unswapped, or -1."""
    if op == opcodes.INT_LT:
        return opcodes.INT_GT
    if op == opcodes.INT_LE:
        return opcodes.INT_GE
    if op == opcodes.FLOAT_LT:
        return opcodes.FLOAT_GT
    if op == opcodes.FLOAT_LE:
        return opcodes.FLOAT_GE
    if op == opcodes.NUM_LT:
        return opcodes.NUM_GT
    if op == opcodes.NUM_LE:
        return opcodes.NUM_GE
    return -1
