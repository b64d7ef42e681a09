"""How deep the operand stack of a function gets.

Also proves what the dispatch loop relies on: that the stack never underflows
and that all ways to an instruction agree on its depth.
"""

from interpreter.bytecode import opcodes as op
from interpreter.bytecode.errors import CompileError

UNKNOWN = -1


def _pops_one_pushes_one(opcode):
    return (opcode == op.GET_FIELD or opcode == op.GET_ELEM or
            opcode == op.TEST_VARIANT or opcode == op.GET_VARIANT_ARG or
            opcode == op.GET_LIST_LEN or opcode == op.NUM_NEG or
            opcode == op.BOOL_NOT or opcode == op.JUMP or
            opcode == op.JUMP_BACK or opcode == op.CHARGE or
            opcode == op.LOAD_ADD_CONST_STORE or
            opcode == op.LOAD_EQ_CONST_JUMP_IF_NOT or
            opcode == op.LOAD_STORE_EQ_CONST_JUMP_IF_NOT or
            opcode == op.LOAD_GET_FIELD_ADD or
            opcode == op.LOAD_GET_FIELD_SUB or
            opcode == op.LOAD_GET_FIELD_MUL or
            opcode == op.PANIC)


def stack_effect(function, pc):
    """The change of depth that the instruction at ``pc`` makes."""
    code = function.code
    opcode = code[pc]
    if _pops_one_pushes_one(opcode):
        return 0
    if (opcode == op.PUSH_CONST or opcode == op.DUP or opcode == op.LOAD_LOCAL or
            opcode == op.LOAD_ADD_CONST or opcode == op.LOAD_ADD_LOCAL or
            opcode == op.LOAD_SUB_LOCAL or opcode == op.LOAD_MUL_LOCAL or
            opcode == op.LOAD_GET_FIELD):
        return 1
    if opcode == op.MAKE_RECORD:
        return 1 - len(function.shapes[code[pc + 1]].names)
    if opcode == op.MAKE_TUPLE or opcode == op.MAKE_LIST:
        return 1 - code[pc + 1]
    if (opcode == op.MAKE_VARIANT or opcode == op.MAKE_CLOSURE or
            opcode == op.CALL_BUILTIN or opcode == op.CALL_REENTRANT):
        return 1 - code[pc + 2]
    if opcode == op.CALL_CLOSURE:
        return -code[pc + 1]
    if (opcode == op.CALL or opcode == op.TAIL_CALL or
            opcode == op.TAIL_CALL_LOOP or opcode == op.TAIL_CALL_LEAVE):
        return 1 - function.functions[code[pc + 1]].arity
    if opcode == op.LIST_FOLD:
        return -2
    return -1


def _falls_through(opcode):
    return not (opcode == op.JUMP or opcode == op.JUMP_BACK or
                opcode == op.RETURN or opcode == op.PANIC)


class _Walk(object):

    def __init__(self, function):
        self.function = function
        self.depths = [UNKNOWN] * (len(function.code) + 1)

    def reach(self, pc, depth):
        """-> True if the walk has to go on from ``pc``."""
        known = self.depths[pc]
        if known == UNKNOWN:
            self.depths[pc] = depth
            return True
        if known != depth:
            raise CompileError('stack depth mismatch at pc %d in `%s`'
                               % (pc, self.function.name), -1)
        return False

    def max_depth(self):
        code = self.function.code
        highest = 0
        pending = [0]
        self.reach(0, 0)
        while len(pending) > 0:
            pc = pending.pop()
            opcode = code[pc]
            row = op.TABLE[opcode]
            depth = self.depths[pc] + stack_effect(self.function, pc)
            if depth < 0:
                raise CompileError('stack underflow at pc %d in `%s`'
                                   % (pc, self.function.name), -1)
            highest = max(highest, max(depth, self.depths[pc]) + 1)
            if row.target_operand >= 0:
                target = code[pc + 1 + row.target_operand]
                if self.reach(target, depth):
                    pending.append(target)
            if _falls_through(opcode):
                following = pc + row.length
                if self.reach(following, depth):
                    pending.append(following)
        return highest


def max_stack_depth(function):
    """-> the number of stack slots ``function`` needs.  Raises CompileError
    if its code is not well formed."""
    return _Walk(function).max_depth()
