"""Kernels: functions on Ints, evaluated ahead of the machine.

``compile_kernel`` turns a function whose values are all Int or Bool, and which
calls nothing but itself in tail position, into code for a small register
machine over unboxed integers.  A kernel gives the same value, the same error
and the same number of steps as the machine would; where it cannot tell, it
declines, and since such a function has no effects the machine starts the call
over.  Hooks answer calls with it (docs/contract.rst, "JitHook").
"""

from rpython.rlib.debug import make_sure_not_resized

from interpreter.bytecode import opcodes as op
from interpreter.objects import arith
from interpreter.objects.errors import DivByZero, Panic
from interpreter.objects.numbers import W_Bool, W_Int, newbool, newint
from interpreter.objects.text import W_Str

# A longer call is left to the machine, which can be interrupted.
MAX_STEPS = 1 << 20

# What is known of a register.
MIXED = 0
INT = 1
BOOL = 2

# Instructions of the register machine.  Each takes WIDTH places; the operands
# are registers, and: v a value, t a target, n a number of steps.
WIDTH = 5
(MOVE,              # d s
 CONST,             # d v
 ADD, SUB, MUL,     # d a b
 DIV, MOD,          # d a b n: the steps that an error adds
 EQ, LT, LE,        # d a b
 AND, OR,           # d a b
 NOT, NEG,          # d a
 CHARGE,            # n
 JUMP,              # t n
 JUMP_UNLESS,       # a t n
 RETURN_INT, RETURN_BOOL,   # a n
 PANIC,             # index of the text, n
 AGAIN,             # first register of the arguments, n
 ) = range(21)


class Kernel(object):
    """The compiled form of one function."""

    _immutable_fields_ = ['arity', 'registers', 'code[*]', 'texts[*]']

    def __init__(self, arity, registers, code, texts):
        self.arity = arity
        self.registers = registers
        self.code = code
        make_sure_not_resized(self.code)
        self.texts = texts

    def call(self, args_w, steps):
        """-> the value for ``args_w``, or None to decline.  Charges ``steps``,
        a StepCounter.  Raises VMError."""
        values = [0] * self.registers
        for i in range(self.arity):
            w_arg = args_w[i]
            if not isinstance(w_arg, W_Int):
                return None
            values[i] = w_arg.intval
        return self.run(values, steps)

    def run(self, values, steps):
        allowed = min(steps.left(), MAX_STEPS)
        code = self.code
        used = 0
        at = 0
        while True:
            instruction = code[at]
            a = code[at + 1]
            b = code[at + 2]
            c = code[at + 3]
            if instruction == MOVE:
                values[a] = values[b]
            elif instruction == CONST:
                values[a] = b
            elif instruction == ADD:
                values[a] = arith.add(values[b], values[c])
            elif instruction == SUB:
                values[a] = arith.sub(values[b], values[c])
            elif instruction == MUL:
                values[a] = arith.mul(values[b], values[c])
            elif instruction == DIV or instruction == MOD:
                divisor = values[c]
                if divisor == 0:
                    used += code[at + 4]
                    if used > allowed:
                        return None
                    steps.charge(used)
                    if instruction == DIV:
                        raise DivByZero('division')
                    raise DivByZero('modulo')
                if instruction == DIV:
                    values[a] = arith.div(values[b], divisor)
                else:
                    values[a] = arith.mod(values[b], divisor)
            elif instruction == EQ:
                values[a] = int(values[b] == values[c])
            elif instruction == LT:
                values[a] = int(values[b] < values[c])
            elif instruction == LE:
                values[a] = int(values[b] <= values[c])
            elif instruction == AND:
                values[a] = values[b] & values[c]
            elif instruction == OR:
                values[a] = values[b] | values[c]
            elif instruction == NOT:
                values[a] = values[b] ^ 1
            elif instruction == NEG:
                values[a] = arith.neg(values[b])
            elif instruction == CHARGE:
                used += a
            elif instruction == JUMP:
                used += b
                at = a
                continue
            elif instruction == JUMP_UNLESS:
                used += c
                if not values[a]:
                    at = b
                    continue
            elif instruction == AGAIN:
                used += b
                if used > allowed:
                    return None
                for i in range(self.arity):
                    values[i] = values[a + i]
                at = 0
                continue
            else:
                used += b
                if used > allowed:
                    return None
                steps.charge(used)
                if instruction == RETURN_INT:
                    return newint(values[a])
                elif instruction == RETURN_BOOL:
                    return newbool(values[a] != 0)
                assert instruction == PANIC
                raise Panic(self.texts[a])
            at += WIDTH


def compile_kernel(code):
    """Function -> Kernel, or None if the function does not suit."""
    try:
        return _Compiler(code).compile()
    except _Unsuitable:
        return None


class _Unsuitable(Exception):
    pass


class _Compiler(object):
    """Finds the types of all registers at all instructions, then emits.

    The registers are the local slots, above them the operand stack, and at
    the end a temporary one.  ``types[pc]`` are those of the locals and the
    stack before the instruction at pc; None if it is never reached."""

    def __init__(self, function):
        self.function = function
        self.types = [None] * len(function.code)
        self.pending = []
        self.emitted = []
        self.texts = []
        self.height = 0             # of the stack, above the locals
        self.temporary = function.capacity

    def compile(self):
        function = self.function
        self.reach(0, [INT] * function.arity +
                   [MIXED] * (function.nlocals - function.arity))
        while len(self.pending) > 0:
            self.follow(self.pending.pop())
        starts = [-1] * len(function.code)
        jumps = []                  # offsets of operands that hold a pc
        pc = 0
        while pc < len(function.code):
            if self.types[pc] is not None:
                starts[pc] = len(self.emitted)
                self.emit(pc, jumps)
            pc += op.TABLE[function.code[pc]].length
        for at in jumps:
            self.emitted[at] = starts[self.emitted[at]]
        return Kernel(function.arity, self.temporary + 1, self.emitted[:],
                      self.texts[:])

    # Types

    def reach(self, pc, types):
        """The instruction at ``pc`` may run with ``types``."""
        known = self.types[pc]
        if known is None:
            self.types[pc] = types
            self.pending.append(pc)
            return
        if len(known) != len(types):
            raise _Unsuitable
        merged = known[:]
        changed = False
        for i in range(len(merged)):
            if merged[i] != types[i] and merged[i] != MIXED:
                merged[i] = MIXED
                changed = True
        if changed:
            self.types[pc] = merged
            self.pending.append(pc)

    def follow(self, pc):
        code = self.function.code
        opcode = code[pc]
        types = self.types[pc][:]
        after = pc + op.TABLE[opcode].length
        if opcode == op.PUSH_CONST:
            types.append(self.constant_type(code[pc + 1]))
        elif opcode == op.LOAD_LOCAL:
            types.append(self.known(types[code[pc + 1]]))
        elif opcode == op.STORE_LOCAL:
            types[code[pc + 1]] = types.pop()
        elif opcode == op.POP:
            types.pop()
        elif opcode == op.DUP:
            types.append(types[-1])
        elif opcode == op.LOAD_ADD_CONST or opcode == op.LOAD_ADD_CONST_STORE:
            self.demand(types[code[pc + 1]], INT)
            if opcode == op.LOAD_ADD_CONST:
                types.append(INT)
            else:
                types[code[pc + 3]] = INT
        elif (opcode == op.LOAD_ADD_LOCAL or opcode == op.LOAD_SUB_LOCAL or
              opcode == op.LOAD_MUL_LOCAL):
            self.demand(types[code[pc + 1]], INT)
            self.demand(types[code[pc + 2]], INT)
            types.append(INT)
        elif opcode == op.LOAD_EQ_CONST_JUMP_IF_NOT:
            self.demand(types[code[pc + 1]], INT)
            self.reach(code[pc + 3], types[:])
        elif opcode == op.LOAD_STORE_EQ_CONST_JUMP_IF_NOT:
            self.demand(types[code[pc + 1]], INT)
            types[code[pc + 2]] = INT
            self.reach(code[pc + 4], types[:])
        elif opcode == op.JUMP:
            self.reach(code[pc + 1], types)
            return
        elif opcode == op.JUMP_IF or opcode == op.JUMP_IF_NOT:
            self.demand(types.pop(), BOOL)
            self.reach(code[pc + 1], types[:])
        elif opcode == op.CHARGE:
            pass
        elif opcode == op.TAIL_CALL_LOOP or opcode == op.TAIL_CALL:
            if (self.function.functions[code[pc + 1]].index !=
                    self.function.index):
                raise _Unsuitable
            for i in range(self.function.arity):
                self.demand(types.pop(), INT)
            return
        elif opcode == op.RETURN:
            self.known(types[-1])
            return
        elif opcode == op.PANIC:
            return
        elif opcode == op.NUM_NEG:
            self.demand(types[-1], INT)
        elif opcode == op.BOOL_NOT:
            self.demand(types[-1], BOOL)
        elif op.INT_ADD <= opcode <= op.BOOL_OR:
            right = types.pop()
            self.demand(types.pop(), right)
            types.append(_result_type(opcode, right))
        else:
            raise _Unsuitable
        self.reach(after, types)

    def known(self, type):
        if type == MIXED:
            raise _Unsuitable
        return type

    def demand(self, type, wanted):
        if type != wanted:
            raise _Unsuitable

    def constant_type(self, index):
        w_value = self.function.consts_w[index]
        if isinstance(w_value, W_Int):
            return INT
        if isinstance(w_value, W_Bool):
            return BOOL
        raise _Unsuitable

    def constant(self, index):
        w_value = self.function.consts_w[index]
        if isinstance(w_value, W_Int):
            return w_value.intval
        assert isinstance(w_value, W_Bool)
        return int(w_value.boolval)

    # Instructions

    def add(self, instruction, a=0, b=0, c=0, d=0):
        self.emitted.append(instruction)
        self.emitted.append(a)
        self.emitted.append(b)
        self.emitted.append(c)
        self.emitted.append(d)

    def emit(self, pc, jumps):
        code = self.function.code
        opcode = code[pc]
        free = len(self.types[pc])      # the register above the stack
        top = free - 1
        below = free - 2
        if opcode == op.PUSH_CONST:
            self.add(CONST, free, self.constant(code[pc + 1]))
        elif opcode == op.LOAD_LOCAL:
            self.add(MOVE, free, code[pc + 1])
        elif opcode == op.STORE_LOCAL:
            self.add(MOVE, code[pc + 1], top)
        elif opcode == op.POP:
            pass
        elif opcode == op.DUP:
            self.add(MOVE, free, top)
        elif opcode == op.LOAD_ADD_CONST:
            self.add(CONST, self.temporary, self.constant(code[pc + 2]))
            self.add(ADD, free, code[pc + 1], self.temporary)
        elif opcode == op.LOAD_ADD_CONST_STORE:
            self.add(CONST, self.temporary, self.constant(code[pc + 2]))
            self.add(ADD, code[pc + 3], code[pc + 1], self.temporary)
        elif opcode == op.LOAD_ADD_LOCAL:
            self.add(ADD, free, code[pc + 1], code[pc + 2])
        elif opcode == op.LOAD_SUB_LOCAL:
            self.add(SUB, free, code[pc + 1], code[pc + 2])
        elif opcode == op.LOAD_MUL_LOCAL:
            self.add(MUL, free, code[pc + 1], code[pc + 2])
        elif opcode == op.LOAD_EQ_CONST_JUMP_IF_NOT:
            self.compare_and_jump(code[pc + 1], code[pc + 2], code[pc + 3],
                                  code[pc + 4], jumps)
        elif opcode == op.LOAD_STORE_EQ_CONST_JUMP_IF_NOT:
            self.add(MOVE, code[pc + 2], code[pc + 1])
            self.compare_and_jump(code[pc + 2], code[pc + 3], code[pc + 4],
                                  code[pc + 5], jumps)
        elif opcode == op.JUMP:
            jumps.append(len(self.emitted) + 1)
            self.add(JUMP, code[pc + 1], code[pc + 2])
        elif opcode == op.JUMP_IF_NOT:
            jumps.append(len(self.emitted) + 2)
            self.add(JUMP_UNLESS, top, code[pc + 1], code[pc + 2])
        elif opcode == op.JUMP_IF:
            self.add(NOT, top, top)
            jumps.append(len(self.emitted) + 2)
            self.add(JUMP_UNLESS, top, code[pc + 1], code[pc + 2])
        elif opcode == op.CHARGE:
            self.add(CHARGE, code[pc + 1])
        elif opcode == op.TAIL_CALL_LOOP or opcode == op.TAIL_CALL:
            self.add(AGAIN, free - self.function.arity, code[pc + 2])
        elif opcode == op.RETURN:
            instruction = RETURN_INT
            if self.types[pc][top] == BOOL:
                instruction = RETURN_BOOL
            self.add(instruction, top, code[pc + 1])
        elif opcode == op.PANIC:
            self.add(PANIC, len(self.texts), code[pc + 2])
            w_text = self.function.consts_w[code[pc + 1]]
            assert isinstance(w_text, W_Str)
            self.texts.append(w_text.utf8_w())
        elif opcode == op.NUM_NEG:
            self.add(NEG, top, top)
        elif opcode == op.BOOL_NOT:
            self.add(NOT, top, top)
        else:
            self.emit_binary(opcode, below, top, pc)

    def compare_and_jump(self, local, constant, target, cost, jumps):
        self.add(CONST, self.temporary, self.constant(constant))
        self.add(EQ, self.temporary, local, self.temporary)
        jumps.append(len(self.emitted) + 2)
        self.add(JUMP_UNLESS, self.temporary, target, cost)

    def emit_binary(self, opcode, left, right, pc):
        if opcode == op.INT_ADD or opcode == op.NUM_ADD:
            self.add(ADD, left, left, right)
        elif opcode == op.INT_SUB or opcode == op.NUM_SUB:
            self.add(SUB, left, left, right)
        elif opcode == op.INT_MUL or opcode == op.NUM_MUL:
            self.add(MUL, left, left, right)
        elif opcode == op.INT_DIV or opcode == op.NUM_DIV:
            self.add(DIV, left, left, right, self.function.steps_at[pc])
        elif opcode == op.INT_MOD or opcode == op.NUM_MOD:
            self.add(MOD, left, left, right, self.function.steps_at[pc])
        elif opcode == op.INT_EQ or opcode == op.NUM_EQ:
            self.add(EQ, left, left, right)
        elif opcode == op.INT_LT or opcode == op.NUM_LT:
            self.add(LT, left, left, right)
        elif opcode == op.INT_LE or opcode == op.NUM_LE:
            self.add(LE, left, left, right)
        elif opcode == op.INT_GT or opcode == op.NUM_GT:
            self.add(LT, left, right, left)
        elif opcode == op.INT_GE or opcode == op.NUM_GE:
            self.add(LE, left, right, left)
        elif opcode == op.BOOL_AND:
            self.add(AND, left, left, right)
        else:
            assert opcode == op.BOOL_OR
            self.add(OR, left, left, right)


def _result_type(opcode, operands):
    """The type of an operator's result; both operands have type
    ``operands``."""
    if (opcode == op.INT_ADD or opcode == op.INT_SUB or opcode == op.INT_MUL or
            opcode == op.INT_DIV or opcode == op.INT_MOD or
            opcode == op.NUM_ADD or opcode == op.NUM_SUB or
            opcode == op.NUM_MUL or opcode == op.NUM_DIV or
            opcode == op.NUM_MOD):
        if operands == INT:
            return INT
    elif (opcode == op.INT_EQ or opcode == op.INT_LT or opcode == op.INT_LE or
          opcode == op.INT_GT or opcode == op.INT_GE or opcode == op.NUM_LT or
          opcode == op.NUM_LE or opcode == op.NUM_GT or opcode == op.NUM_GE):
        if operands == INT:
            return BOOL
    elif opcode == op.NUM_EQ:
        if operands != MIXED:
            return BOOL
    elif opcode == op.BOOL_AND or opcode == op.BOOL_OR:
        if operands == BOOL:
            return BOOL
    raise _Unsuitable
