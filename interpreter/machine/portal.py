"""The dispatch loop: the portal of the tracing JIT.

Greens are the position, the mode and the code; reds are the machine and the
frame.  ``frame`` is never assigned in the loop.  Steps are charged per block
of straight-line code, by the instruction that ends it; ``fuel`` is tested at
entry, at loop headers and after calls, against the longest way to the next
test, and where too little is left the activation goes on in EXACT mode, which
tests before every instruction.  See docs/architecture.rst.
"""

from rpython.rlib import jit

from interpreter import faults
from interpreter.bytecode import opcodes as op
from interpreter.machine import (
    aggregates, call, failures, interrupt, list_loops, numeric, profiler)
from interpreter.machine.modes import CALLS, EXACT, OBSERVED, PROFILED, describe
from interpreter.machine.recorder import effect_site
from interpreter.machine.reentrant import call_reentrant
from interpreter.objects.bytes import W_Bytes
from interpreter.objects.closure import W_Closure
from interpreter.objects.equality import equal
from interpreter.objects.errors import EffectError, VMError
from interpreter.objects.numbers import newbool, newfloat
from interpreter.objects.text import W_Str, are_equal


def get_printable_location(pc, mode, code):
    return '%s:%d %s%s' % (code.name, pc, op.TABLE[code.code[pc]].name,
                           describe(mode))


def get_unique_id(pc, mode, code):
    return code.index


driver = jit.JitDriver(
    name='lex', greens=['pc', 'mode', 'code'], reds=['vm', 'frame'],
    virtualizables=['frame'], is_recursive=True,
    get_printable_location=get_printable_location,
    get_unique_id=get_unique_id)


def run(vm, frame, code, mode):
    """Run ``frame`` from the start of ``code``.  -> the value that it
    returns, or None if a tail call left ``vm.tail_frame`` to run instead.
    Raises VMError."""
    frame = jit.hint(frame, access_directly=True)
    pc = 0
    if mode & CALLS:
        code.calls += 1
    mode = mode_for(vm, frame, code, pc, mode)
    while True:
        driver.jit_merge_point(pc=pc, mode=mode, code=code, vm=vm, frame=frame)
        if pc == 0 and jit.we_are_jitted():
            frame.forget_unused(code)
        if mode & EXACT and frame.fuel < code.steps_at[pc]:
            raise failures.out_of_fuel(vm, code, pc)
        try:
            opcode = code.code[pc]
            if opcode == op.LOAD_LOCAL:
                frame.push(frame.load(code.code[pc + 1]))
                pc += 2
            elif opcode == op.PUSH_CONST:
                frame.push(code.consts_w[code.code[pc + 1]])
                pc += 2
            elif opcode == op.STORE_LOCAL:
                frame.store(code.code[pc + 1], frame.pop())
                pc += 2
            elif opcode == op.POP:
                frame.pop()
                pc += 1
            elif opcode == op.DUP:
                frame.push(frame.peek(0))
                pc += 1

            # Superinstructions
            elif opcode == op.LOAD_STORE_EQ_CONST_JUMP_IF_NOT:
                w_value = frame.load(code.code[pc + 1])
                frame.store(code.code[pc + 2], w_value)
                frame.fuel -= code.code[pc + 5]
                if (numeric.int_value(w_value) ==
                        numeric.int_value(code.consts_w[code.code[pc + 3]])):
                    pc += 6
                else:
                    pc = code.code[pc + 4]
            elif opcode == op.LOAD_EQ_CONST_JUMP_IF_NOT:
                w_value = frame.load(code.code[pc + 1])
                frame.fuel -= code.code[pc + 4]
                if (numeric.int_value(w_value) ==
                        numeric.int_value(code.consts_w[code.code[pc + 2]])):
                    pc += 5
                else:
                    pc = code.code[pc + 3]
            elif opcode == op.LOAD_ADD_CONST:
                frame.push(numeric.int_add(
                    frame.load(code.code[pc + 1]),
                    code.consts_w[code.code[pc + 2]]))
                pc += 3
            elif opcode == op.LOAD_ADD_CONST_STORE:
                frame.store(code.code[pc + 3], numeric.int_add(
                    frame.load(code.code[pc + 1]),
                    code.consts_w[code.code[pc + 2]]))
                pc += 4
            elif opcode == op.LOAD_ADD_LOCAL:
                frame.push(numeric.int_add(frame.load(code.code[pc + 1]),
                                           frame.load(code.code[pc + 2])))
                pc += 3
            elif opcode == op.LOAD_SUB_LOCAL:
                frame.push(numeric.int_sub(frame.load(code.code[pc + 1]),
                                           frame.load(code.code[pc + 2])))
                pc += 3
            elif opcode == op.LOAD_MUL_LOCAL:
                frame.push(numeric.int_mul(frame.load(code.code[pc + 1]),
                                           frame.load(code.code[pc + 2])))
                pc += 3
            elif opcode == op.LOAD_GET_FIELD:
                frame.push(aggregates.get_field(
                    code, frame.load(code.code[pc + 1]), code.code[pc + 2],
                    code.code[pc + 3], 'LoadLocalGetField'))
                pc += 4
            elif opcode == op.LOAD_GET_FIELD_ADD:
                w_field = aggregates.get_field(
                    code, frame.load(code.code[pc + 1]), code.code[pc + 2],
                    code.code[pc + 3], 'LoadLocalGetFieldAdd')
                frame.push(numeric.int_add(frame.pop(), w_field))
                pc += 4
            elif opcode == op.LOAD_GET_FIELD_SUB:
                w_field = aggregates.get_field(
                    code, frame.load(code.code[pc + 1]), code.code[pc + 2],
                    code.code[pc + 3], 'LoadLocalGetFieldSub')
                frame.push(numeric.int_sub(frame.pop(), w_field))
                pc += 4
            elif opcode == op.LOAD_GET_FIELD_MUL:
                w_field = aggregates.get_field(
                    code, frame.load(code.code[pc + 1]), code.code[pc + 2],
                    code.code[pc + 3], 'LoadLocalGetFieldMul')
                frame.push(numeric.int_mul(frame.pop(), w_field))
                pc += 4

            # Control
            elif opcode == op.JUMP:
                frame.fuel -= code.code[pc + 2]
                pc = code.code[pc + 1]
            elif opcode == op.JUMP_IF_NOT:
                frame.fuel -= code.code[pc + 2]
                if numeric.bool_value(frame.pop()):
                    pc += 3
                else:
                    pc = code.code[pc + 1]
            elif opcode == op.JUMP_IF:
                frame.fuel -= code.code[pc + 2]
                if numeric.bool_value(frame.pop()):
                    pc = code.code[pc + 1]
                else:
                    pc += 3
            elif opcode == op.CHARGE:
                frame.fuel -= code.code[pc + 1]
                pc += 2
            elif opcode == op.JUMP_BACK:
                frame.fuel -= code.code[pc + 2]
                pc = code.code[pc + 1]
                assert pc != 0      # see forget_unused
                mode = mode_for(vm, frame, code, pc, mode)
                driver.can_enter_jit(pc=pc, mode=mode, code=code, vm=vm,
                                     frame=frame)
            elif opcode == op.CALL:
                frame.fuel -= code.code[pc + 2]
                if mode & PROFILED:
                    profiler.note_call(vm, frame, code, pc)
                call.call_function(vm, frame, code, pc,
                                   code.functions[code.code[pc + 1]], mode)
                mode = mode_after_call(vm, frame, code, pc, mode)
                pc += 3
            elif opcode == op.TAIL_CALL_LOOP or opcode == op.TAIL_CALL:
                frame.fuel -= code.code[pc + 2]
                callee = code.functions[code.code[pc + 1]]
                w_value = call.prepare_tail_call(vm, frame, code, pc, callee,
                                                 mode)
                if w_value is not None:
                    return w_value
                frame.become(callee, callee.arity)
                is_header = opcode == op.TAIL_CALL_LOOP
                code = callee
                pc = 0
                if mode & CALLS:
                    code.calls += 1
                mode = mode_for(vm, frame, code, pc, mode & ~EXACT)
                if is_header:
                    driver.can_enter_jit(pc=pc, mode=mode, code=code, vm=vm,
                                         frame=frame)
            elif opcode == op.TAIL_CALL_LEAVE:
                frame.fuel -= code.code[pc + 2]
                callee = code.functions[code.code[pc + 1]]
                w_value = call.prepare_tail_call(vm, frame, code, pc, callee,
                                                 mode)
                if w_value is None:
                    call.leave_tail_group(vm, frame, callee)
                return w_value
            elif opcode == op.CALL_CLOSURE:
                frame.fuel -= code.code[pc + 2]
                count = code.code[pc + 1]
                w_closure = frame.peek(count)
                if not isinstance(w_closure, W_Closure):
                    raise settled(vm, frame, failures.wrong_operand(
                        'CallClosure', 'closure', w_closure))
                if mode & PROFILED:
                    profiler.note_call(vm, frame, code, pc)
                call.call_closure(vm, frame, code, pc, w_closure, count, mode)
                mode = mode_after_call(vm, frame, code, pc, mode)
                pc += 3
            elif opcode == op.RETURN:
                vm.fuel = frame.fuel - code.code[pc + 1]
                return frame.pop()
            elif opcode == op.PANIC:
                frame.fuel -= code.code[pc + 2]
                raise failures.no_arm(
                    aggregates.text_of(code.consts_w[code.code[pc + 1]]),
                    frame.load(code.scrutinee_at(pc)))
            elif opcode == op.CALL_BUILTIN:
                call_builtin(vm, frame, code, pc, mode)
                pc += 3
            elif opcode == op.CALL_REENTRANT:
                frame.fuel -= code.code[pc + 3]
                vm.fuel = frame.fuel
                if mode & PROFILED:
                    profiler.note_call(vm, frame, code, pc)
                ref = code.builtin_refs[code.code[pc + 1]]
                args_w = frame.pop_values(code.code[pc + 2])
                frame.push(call_reentrant(vm, code, pc, ref, args_w,
                                          frame.depth, mode))
                mode = mode_after_call(vm, frame, code, pc, mode)
                pc += 4

            # Native list instructions
            elif (opcode == op.LIST_MAP or opcode == op.LIST_FILTER or
                  opcode == op.SORT_BY_KEY or opcode == op.PARALLEL_MAP):
                frame.fuel -= code.code[pc + 1]
                vm.fuel = frame.fuel
                if mode & PROFILED:
                    profiler.note_call(vm, frame, code, pc)
                w_closure = frame.pop()
                w_list = frame.pop()
                frame.push(list_loops.transform(opcode, vm, w_list, w_closure,
                                                frame.depth, mode & ~EXACT))
                mode = mode_after_call(vm, frame, code, pc, mode)
                pc += 2
            elif opcode == op.LIST_FOLD:
                frame.fuel -= code.code[pc + 1]
                vm.fuel = frame.fuel
                if mode & PROFILED:
                    profiler.note_call(vm, frame, code, pc)
                w_closure = frame.pop()
                w_initial = frame.pop()
                w_list = frame.pop()
                frame.push(list_loops.fold(vm, w_list, w_initial, w_closure,
                                           frame.depth, mode & ~EXACT))
                mode = mode_after_call(vm, frame, code, pc, mode)
                pc += 2

            # Aggregates
            elif opcode == op.GET_FIELD:
                frame.push(aggregates.get_field(
                    code, frame.pop(), code.code[pc + 1], code.code[pc + 2],
                    'GetField'))
                pc += 3
            elif opcode == op.TEST_VARIANT:
                frame.push(aggregates.test_variant(
                    frame.pop(), code.constructors[code.code[pc + 1]]))
                pc += 2
            elif opcode == op.GET_VARIANT_ARG:
                frame.push(aggregates.get_variant_arg(frame.pop(),
                                                      code.code[pc + 1]))
                pc += 2
            elif opcode == op.GET_ELEM:
                frame.push(aggregates.get_elem(frame.pop(), code.code[pc + 1]))
                pc += 2
            elif opcode == op.MAKE_VARIANT:
                args_w = frame.pop_values(code.code[pc + 2])
                frame.push(aggregates.make_variant(
                    code.constructors[code.code[pc + 1]], args_w))
                pc += 3
            elif opcode == op.MAKE_RECORD:
                shape = code.shapes[code.code[pc + 1]]
                values_w = frame.pop_values(len(shape.names))
                frame.push(aggregates.make_record(shape, values_w))
                pc += 2
            elif opcode == op.MAKE_TUPLE:
                items_w = frame.pop_values(code.code[pc + 1])
                frame.push(aggregates.make_tuple(items_w))
                pc += 2
            elif opcode == op.MAKE_LIST:
                items_w = frame.pop_values(code.code[pc + 1])
                frame.push(aggregates.make_list(items_w))
                pc += 2
            elif opcode == op.MAKE_CLOSURE:
                callee = code.functions[code.code[pc + 1]]
                captured_w = frame.pop_values(code.code[pc + 2])
                frame.push(W_Closure(callee, captured_w))
                pc += 3
            elif opcode == op.GET_LIST_LEN:
                frame.push(aggregates.get_list_len(frame.pop()))
                pc += 1
            elif opcode == op.GET_LIST_ELEM_DYN:
                w_index = frame.pop()
                frame.push(aggregates.get_list_elem(frame.pop(), w_index))
                pc += 1
            elif opcode == op.LIST_APPEND:
                w_item = frame.pop()
                frame.push(aggregates.list_append(frame.pop(), w_item))
                pc += 1

            # Operators with one operand
            elif opcode == op.NUM_NEG:
                frame.push(numeric.num_neg(frame.pop()))
                pc += 1
            elif opcode == op.BOOL_NOT:
                frame.push(newbool(not numeric.bool_value(frame.pop())))
                pc += 1

            # Operators with two operands
            else:
                w_right = frame.pop()
                w_left = frame.pop()
                frame.push(binary(opcode, w_left, w_right))
                pc += 1
        except VMError as error:
            settle(vm, frame, code, pc, error)
            failures.passes(error, code, pc)
            raise error


def mode_for(vm, frame, code, pc, mode):
    """The mode to go on in at ``pc``, at the start of ``code`` or of a loop in it, or
    after a call.  Raises Interrupted."""
    if not jit.we_are_jitted():
        faults.note_function(code.index)
    if frame.fuel < code.maxpath:
        if mode & PROFILED:
            frame.fuel = profiler.refill(vm, frame.fuel, code, pc, frame.depth)
        else:
            frame.fuel = interrupt.refill(vm, frame.fuel, code.maxpath)
        if frame.fuel < code.maxpath:
            return mode | EXACT
    return mode


def mode_after_call(vm, frame, code, pc, mode):
    """The callee left the remaining fuel in ``vm.fuel``."""
    frame.fuel = vm.fuel
    return mode_for(vm, frame, code, pc, mode)


def settled(vm, frame, error):
    """``error`` was raised after its steps were charged."""
    vm.fuel = frame.fuel
    error.steps_settled = True
    return error


@jit.unroll_safe
def settle(vm, frame, code, pc, error):
    """Charge what the block had run when ``error`` came up."""
    if not error.steps_settled:
        if not runs_frames(code.code[pc]):
            vm.fuel = frame.fuel - code.settled_steps(pc)
        error.steps_settled = True


def runs_frames(opcode):
    """Is it an instruction that calls closures as the host does?  Those keep
    the fuel in the machine while they run."""
    return (opcode == op.LIST_MAP or opcode == op.LIST_FILTER or
            opcode == op.LIST_FOLD or opcode == op.SORT_BY_KEY or
            opcode == op.PARALLEL_MAP or opcode == op.CALL_REENTRANT)


def call_builtin(vm, frame, code, pc, mode):
    """``EffectCall``: replace the arguments by the result."""
    builtin = code.builtins[code.code[pc + 1]]
    count = code.code[pc + 2]
    if mode & OBSERVED:
        args_w = frame.pop_values(count)
        site = effect_site(code, pc, builtin.module, builtin.name)
        frame.push(observed_builtin(vm, site, builtin, args_w))
        return
    host = vm.host
    if count == 1:
        w_0 = frame.pop()
        frame.push(builtin.call1(host, w_0))
    elif count == 2:
        w_1 = frame.pop()
        w_0 = frame.pop()
        frame.push(builtin.call2(host, w_0, w_1))
    elif count == 3:
        w_2 = frame.pop()
        w_1 = frame.pop()
        w_0 = frame.pop()
        frame.push(builtin.call3(host, w_0, w_1, w_2))
    elif count == 0:
        frame.push(builtin.call0(host))
    else:
        frame.push(builtin.call_args(host, frame.pop_values(count)))


@jit.dont_look_inside
def observed_builtin(vm, site, builtin, args_w):
    recorder = vm.recorder
    recorder.enter(site, args_w)
    w_override = recorder.override(site.node_id)
    if w_override is not None:
        recorder.exit_ok(w_override)
        return w_override
    try:
        w_result = builtin.call_args(vm.host, args_w)
    except EffectError as error:
        recorder.exit_err(error.msg)
        raise error
    recorder.exit_ok(w_result)
    return w_result


def binary(opcode, w_left, w_right):
    if opcode == op.INT_ADD:
        return numeric.int_add(w_left, w_right)
    elif opcode == op.INT_SUB:
        return numeric.int_sub(w_left, w_right)
    elif opcode == op.INT_MUL:
        return numeric.int_mul(w_left, w_right)
    elif opcode == op.INT_DIV:
        return numeric.int_div(w_left, w_right)
    elif opcode == op.INT_MOD:
        return numeric.int_mod(w_left, w_right)
    elif opcode == op.INT_EQ:
        return newbool(numeric.int_value(w_left) == numeric.int_value(w_right))
    elif opcode == op.INT_LT:
        return newbool(numeric.int_value(w_left) < numeric.int_value(w_right))
    elif opcode == op.INT_LE:
        return newbool(numeric.int_value(w_left) <= numeric.int_value(w_right))
    elif opcode == op.INT_GT:
        return newbool(numeric.int_value(w_left) > numeric.int_value(w_right))
    elif opcode == op.INT_GE:
        return newbool(numeric.int_value(w_left) >= numeric.int_value(w_right))
    elif opcode == op.FLOAT_ADD:
        return newfloat(numeric.float_value(w_left) +
                        numeric.float_value(w_right))
    elif opcode == op.FLOAT_SUB:
        return newfloat(numeric.float_value(w_left) -
                        numeric.float_value(w_right))
    elif opcode == op.FLOAT_MUL:
        return newfloat(numeric.float_value(w_left) *
                        numeric.float_value(w_right))
    elif opcode == op.FLOAT_DIV:
        return newfloat(numeric.float_div(numeric.float_value(w_left),
                                          numeric.float_value(w_right)))
    elif opcode == op.FLOAT_EQ:
        return newbool(numeric.float_value(w_left) ==
                       numeric.float_value(w_right))
    elif opcode == op.FLOAT_LT:
        return newbool(numeric.float_value(w_left) <
                       numeric.float_value(w_right))
    elif opcode == op.FLOAT_LE:
        return newbool(numeric.float_value(w_left) <=
                       numeric.float_value(w_right))
    elif opcode == op.FLOAT_GT:
        return newbool(numeric.float_value(w_left) >
                       numeric.float_value(w_right))
    elif opcode == op.FLOAT_GE:
        return newbool(numeric.float_value(w_left) >=
                       numeric.float_value(w_right))
    elif opcode == op.NUM_ADD:
        return numeric.num_add(w_left, w_right)
    elif opcode == op.NUM_SUB:
        return numeric.num_sub(w_left, w_right)
    elif opcode == op.NUM_MUL:
        return numeric.num_mul(w_left, w_right)
    elif opcode == op.NUM_DIV:
        return numeric.num_div(w_left, w_right)
    elif opcode == op.NUM_MOD:
        return numeric.num_mod(w_left, w_right)
    elif opcode == op.NUM_EQ:
        return newbool(equal(w_left, w_right))
    elif opcode == op.NUM_LT:
        return numeric.num_lt(w_left, w_right)
    elif opcode == op.NUM_LE:
        return numeric.num_le(w_left, w_right)
    elif opcode == op.NUM_GT:
        return numeric.num_lt(w_right, w_left)
    elif opcode == op.NUM_GE:
        return numeric.num_le(w_right, w_left)
    elif opcode == op.BOOL_AND:
        # Both operands are values already: nothing short-circuits.
        left = numeric.bool_value(w_left)
        return newbool(numeric.bool_value(w_right) and left)
    elif opcode == op.BOOL_OR:
        left = numeric.bool_value(w_left)
        return newbool(numeric.bool_value(w_right) or left)
    elif opcode == op.STR_EQ:
        if not isinstance(w_left, W_Str):
            raise failures.expected('Str', w_left)
        if not isinstance(w_right, W_Str):
            raise failures.expected('Str', w_right)
        return newbool(are_equal(w_left.utf8_w(), w_right.utf8_w()))
    else:
        assert opcode == op.BYTES_EQ
        if not (isinstance(w_left, W_Bytes) and isinstance(w_right, W_Bytes)):
            raise failures.mismatch('BytesEq operands')
        return newbool(are_equal(w_left.bytes_w(), w_right.bytes_w()))
