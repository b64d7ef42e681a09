"""``match``: arms are tried from top to bottom, each against a fresh copy of
the scrutinee.  A test that fails jumps to the next arm and leaves the stack
as the arm found it."""

from interpreter.bytecode import opcodes, scope as scopes
from interpreter.bytecode.assembler import Label
from interpreter.canonical import tree

NON_EXHAUSTIVE = 'non-exhaustive match'


class MatchLowering(object):

    def __init__(self, compiler):
        self.compiler = compiler
        self.asm = compiler.asm
        self.scope = compiler.scope

    def compile(self, expr, tail):
        self.compiler.compile_expr(expr.scrutinee, False)
        scrutinee = self.scope.new_slot()
        self.asm.emit(opcodes.STORE_LOCAL, scrutinee)
        end = Label()
        for arm in expr.arms:
            mark = self.scope.mark()
            first_slot = self.scope.next_slot
            next_arm = Label()
            self.asm.emit(opcodes.LOAD_LOCAL, scrutinee)
            self.test(arm.pattern, next_arm)
            self.compiler.compile_expr(arm.body, tail)
            self.asm.jump(opcodes.JUMP, end)
            self.asm.place(next_arm)
            self.scope.restore(mark)
            self.scope.next_slot = first_slot
        self.asm.emit(opcodes.PANIC, self.compiler.str_const(NON_EXHAUSTIVE), scrutinee)
        self.asm.place(end)

    def test(self, pattern, fail):
        """Consume the value on the stack; bind names or jump to ``fail``."""
        if isinstance(pattern, tree.PVar):
            slot = self.scope.new_slot()
            self.asm.emit(opcodes.STORE_LOCAL, slot)
            self.scope.bind(pattern.name, slot, scopes.UNKNOWN, None)
        elif isinstance(pattern, tree.PLiteral):
            self.test_literal(pattern.literal, fail)
        elif isinstance(pattern, tree.PConstructor):
            self.test_constructor(pattern, fail)
        elif isinstance(pattern, tree.PRecord):
            slot = self.scope.new_slot()
            self.asm.emit(opcodes.STORE_LOCAL, slot)
            for field in pattern.fields:
                self.asm.emit(opcodes.LOAD_LOCAL, slot)
                self.compiler.field_read(field.name)
                self.test(field.pattern, fail)
        elif isinstance(pattern, tree.PTuple):
            slot = self.scope.new_slot()
            self.asm.emit(opcodes.STORE_LOCAL, slot)
            for i in range(len(pattern.items)):
                self.asm.emit(opcodes.LOAD_LOCAL, slot)
                self.asm.emit(opcodes.GET_ELEM, i)
                self.test(pattern.items[i], fail)
        else:
            self.asm.emit(opcodes.POP)

    def test_literal(self, literal, fail):
        self.compiler.literal(literal)
        if isinstance(literal, tree.IntLit):
            self.asm.emit(opcodes.INT_EQ)
        elif isinstance(literal, tree.FloatLit):
            self.asm.emit(opcodes.FLOAT_EQ)
        elif isinstance(literal, tree.StrLit):
            self.asm.emit(opcodes.STR_EQ)
        elif isinstance(literal, tree.BytesLit):
            self.asm.emit(opcodes.BYTES_EQ)
        else:
            self.asm.emit(opcodes.NUM_EQ)
        self.asm.jump(opcodes.JUMP_IF_NOT, fail)

    def test_constructor(self, pattern, fail):
        matched = Label()
        self.asm.emit(opcodes.DUP)
        self.asm.emit(opcodes.TEST_VARIANT,
                      self.compiler.constructor(pattern.name))
        self.asm.jump(opcodes.JUMP_IF, matched)
        self.asm.emit(opcodes.POP)
        self.asm.jump(opcodes.JUMP, fail)
        self.asm.place(matched)
        count = len(pattern.args)
        if count == 0:
            self.asm.emit(opcodes.POP)
        elif count == 1:
            self.asm.emit(opcodes.GET_VARIANT_ARG, 0)
            self.test(pattern.args[0], fail)
        else:
            slot = self.scope.new_slot()
            self.asm.emit(opcodes.STORE_LOCAL, slot)
            for i in range(count):
                self.asm.emit(opcodes.LOAD_LOCAL, slot)
                self.asm.emit(opcodes.GET_VARIANT_ARG, i)
                self.test(pattern.args[i], fail)
