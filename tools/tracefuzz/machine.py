"""A register machine with a tracing JIT, for random programs (Python 2.7, RPython).

It is small, so that it can be annotated in seconds, and has what the machine of LexVM
has: a virtualizable frame, boxed and unboxed numbers, aggregates, closures, recursion,
tail calls, native loops over lists, calls that the tracer does not see into.  Wrong
operands never fail: they give a default.  ``entry`` takes a program as one text.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized

import instructions as ins
from arrays import array_instruction, text_instruction
from registers import (
    float_instruction, int_instruction, part_instruction, ref_instruction)
from values import NIL, CheckFailed, W_Closure, W_List, W_Refs, pools, raising


class OutOfFuel(Exception):
    pass


class Options(object):
    """A field that code depends on, and what the memo remembers."""
    _immutable_fields_ = ['enabled?']

    def __init__(self):
        self.enabled = 0
        self.memo = [NIL, NIL, NIL, NIL]


class Code(object):
    _immutable_fields_ = ['text', 'functions[*]', 'options', 'ints', 'floats', 'refs',
                          'depth_limit']

    def __init__(self, text, options, ints, floats, refs, depth_limit):
        self.text = text
        self.options = options
        self.ints = ints
        self.floats = floats
        self.refs = refs
        self.depth_limit = depth_limit
        self.functions = [self]


class VM(object):
    def __init__(self, fuel):
        self.fuel = fuel
        self.escaped = NIL
        self.out_ints = [0]
        self.out_floats = [0.0]
        self.out_refs = [NIL]
        self.ended = False


class Frame(object):
    _virtualizable_ = ['ints[*]', 'floats[*]', 'refs[*]', 'fuel', 'depth']

    def __init__(self, code, depth, fuel):
        self = jit.hint(self, access_directly=True, fresh_virtualizable=True)
        self.ints = [0] * code.ints
        self.floats = [0.0] * code.floats
        self.refs = [NIL] * code.refs
        make_sure_not_resized(self.ints)
        make_sure_not_resized(self.floats)
        make_sure_not_resized(self.refs)
        self.depth = depth
        self.fuel = fuel


driver = jit.JitDriver(
    name='machine', greens=['pc', 'code'], reds=['vm', 'frame'],
    virtualizables=['frame'], is_recursive=True)
map_driver = jit.JitDriver(name='map', greens=['code'], reds='auto', is_recursive=True)
fold_driver = jit.JitDriver(name='fold', greens=['code'], reds='auto', is_recursive=True)


def run(vm, frame, code):
    """-> the value that the function returns.  Raises OutOfFuel."""
    frame = jit.hint(frame, access_directly=True)
    pc = 0
    while True:
        driver.jit_merge_point(pc=pc, code=code, vm=vm, frame=frame)
        place = pc * ins.WIDTH
        opcode = ord(code.text[place])
        a = ord(code.text[place + 1])
        b = ord(code.text[place + 2])
        c = ord(code.text[place + 3])
        d = ord(code.text[place + 4])
        pc += 1
        if opcode <= ins.IPROMOTE:
            pc = int_instruction(frame, opcode, a, b, c, d, pc)
        elif opcode <= ins.FPICK:
            pc = float_instruction(frame, opcode, a, b, c, d, pc)
        elif opcode <= ins.JSAME:
            pc = ref_instruction(frame, opcode, a, b, c, d, pc)
        elif opcode <= ins.SETLEVEL:
            pc = part_instruction(frame, opcode, a, b, c, d, pc)
        elif opcode <= ins.LLEN:
            array_instruction(frame, opcode, a, b, c, d)
        elif opcode <= ins.MEASURE:
            pc = text_instruction(vm, frame, code, opcode, a, b, c, d, pc)
        elif opcode == ins.RAISING:
            number = frame.ints[b]
            try:
                number = raising(number)
            except CheckFailed as failure:
                number = failure.number
                pc = c
            frame.ints[a] = number
        elif opcode == ins.FLAG:
            code.options.enabled ^= 1
        elif opcode == ins.JFLAG:
            if code.options.enabled:
                pc = a
        elif opcode == ins.JUMP:
            pc = a
        elif opcode == ins.LOOP or opcode == ins.TAIL:
            burn(vm, frame)
            if opcode == ins.LOOP:
                pc = a
            else:
                code = code.functions[a % len(code.functions)]
                pc = 0
            driver.can_enter_jit(pc=pc, code=code, vm=vm, frame=frame)
        elif opcode == ins.RET:
            if frame.depth == 0:
                dump(vm, frame)
            vm.fuel = frame.fuel
            return frame.refs[a]
        else:
            call_instruction(vm, frame, code, opcode, a, b, c)


def burn(vm, frame):
    frame.fuel -= 1
    if frame.fuel < 0:
        dump(vm, frame)
        raise OutOfFuel


@jit.unroll_safe
def dump(vm, frame):
    """Hand out all registers: that makes them visible."""
    for i in range(len(frame.ints)):
        out_int(vm, frame.ints[i])
    for i in range(len(frame.floats)):
        out_float(vm, frame.floats[i])
    for i in range(len(frame.refs)):
        out_ref(vm, frame.refs[i])
    vm.fuel = frame.fuel


@jit.dont_look_inside
def out_int(vm, number):
    vm.out_ints.append(number)


@jit.dont_look_inside
def out_float(vm, number):
    vm.out_floats.append(number)


@jit.dont_look_inside
def out_ref(vm, w_value):
    vm.out_refs.append(w_value)


def call_instruction(vm, frame, code, opcode, a, b, c):
    if opcode == ins.CLOSURE:
        callee = code.functions[b % len(code.functions)]
        frame.refs[a] = W_Closure(callee, frame.refs[c])
    elif opcode == ins.CALL:
        callee = code.functions[b % len(code.functions)]
        frame.refs[a] = call(vm, frame, callee, c)
    elif opcode == ins.CALLCLO:
        w_closure = frame.refs[b]
        if isinstance(w_closure, W_Closure):
            frame.refs[a] = call_back(vm, w_closure, jit.promote(w_closure.code),
                                      frame.refs[c], NIL, frame)
    elif opcode == ins.MAP:
        frame.refs[a] = mapped(vm, frame, frame.refs[b], frame.refs[c])
    elif opcode == ins.FOLD:
        frame.refs[a] = folded(vm, frame, frame.refs[a], frame.refs[b], frame.refs[c])
    elif opcode == ins.OUT:
        out_int(vm, frame.ints[a])
    elif opcode == ins.OUTF:
        out_float(vm, frame.floats[a])
    else:
        assert opcode == ins.OUTR
        out_ref(vm, frame.refs[a])


@jit.unroll_safe
def call(vm, frame, code, shift):
    """Call with the caller's registers, the references rotated."""
    if frame.depth >= code.depth_limit:
        return NIL
    burn(vm, frame)
    callee = Frame(code, frame.depth + 1, frame.fuel)
    for i in range(code.ints):
        callee.ints[i] = frame.ints[i]
    for i in range(code.floats):
        callee.floats[i] = frame.floats[i]
    for i in range(code.refs):
        callee.refs[i] = frame.refs[(i + shift) % code.refs]
    w_result = run(vm, callee, code)
    frame.fuel = vm.fuel
    return w_result


def call_back(vm, w_closure, code, w_first, w_second, frame):
    """Call a closure with up to two arguments and what it captured."""
    if frame.depth >= code.depth_limit:
        return NIL
    burn(vm, frame)
    w_result = called_back(vm, w_closure, code, w_first, w_second, frame.depth + 1,
                           frame.fuel)
    frame.fuel = vm.fuel
    return w_result


def called_back(vm, w_closure, code, w_first, w_second, depth, fuel):
    callee = Frame(code, depth, fuel)
    callee.refs[0] = w_first
    if code.refs > 1:
        callee.refs[1] = w_closure.captured
    if code.refs > 2:
        callee.refs[2] = w_second
    return run(vm, callee, code)


def items_of(w_value):
    """-> a list that is not resized any more."""
    if isinstance(w_value, W_Refs):
        return w_value.items
    elif isinstance(w_value, W_List):
        return w_value.items[:]
    return []


def mapped(vm, frame, w_list, w_closure):
    if not isinstance(w_closure, W_Closure) or frame.depth >= w_closure.code.depth_limit:
        return NIL
    burn(vm, frame)
    vm.fuel = frame.fuel
    w_result = map_items(vm, items_of(w_list), w_closure, frame.depth + 1)
    frame.fuel = vm.fuel
    return w_result


def map_items(vm, items, w_closure, depth):
    code = jit.promote(w_closure.code)
    result = []
    i = 0
    while i < len(items):
        map_driver.jit_merge_point(code=code)
        result.append(called_back(vm, w_closure, code, items[i], NIL, depth, vm.fuel))
        i += 1
    return W_List(result)


def folded(vm, frame, w_initial, w_list, w_closure):
    if not isinstance(w_closure, W_Closure) or frame.depth >= w_closure.code.depth_limit:
        return NIL
    burn(vm, frame)
    vm.fuel = frame.fuel
    w_result = fold_items(vm, w_initial, items_of(w_list), w_closure, frame.depth + 1)
    frame.fuel = vm.fuel
    return w_result


def fold_items(vm, w_result, items, w_closure, depth):
    code = jit.promote(w_closure.code)
    i = 0
    while i < len(items):
        fold_driver.jit_merge_point(code=code)
        w_result = called_back(vm, w_closure, code, w_result, items[i], depth, vm.fuel)
        i += 1
    return w_result


class Reader(object):
    """Reads the text of a program (``programs.Program.text``)."""

    def __init__(self, text):
        self.text = text
        self.place = 0

    def byte(self):
        self.place += 1
        return ord(self.text[self.place - 1])

    def number(self):
        low = self.byte()
        return low + 256 * self.byte()

    def part(self, length):
        start = self.place
        assert start >= 0 and length >= 0
        self.place = start + length
        return self.text[start:start + length]


def entry(text):
    """Run a program.  -> the VM, with what the program handed out."""
    reader = Reader(text)
    options = Options()
    depth_limit = reader.byte()
    fuel = reader.number()
    ints = reader.byte()
    floats = reader.byte()
    refs = reader.byte()
    constants = reader.part(ints + floats + refs)
    functions = []
    for _ in range(reader.byte()):
        functions.append(Code(reader.part(reader.number() * ins.WIDTH), options, ints,
                              floats, refs, depth_limit))
    for code in functions:
        code.functions = functions[:]
    vm = VM(fuel)
    frame = Frame(functions[0], 0, fuel)
    for i in range(ints):
        frame.ints[i] = pools.ints[ord(constants[i])]
    for i in range(floats):
        frame.floats[i] = pools.floats[ord(constants[ints + i])]
    for i in range(refs):
        frame.refs[i] = pools.refs[ord(constants[ints + floats + i])]
    try:
        out_ref(vm, run(vm, frame, functions[0]))
        vm.ended = True
    except OutOfFuel:
        pass
    return vm
