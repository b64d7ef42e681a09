"""Bytecode as text, one instruction a line."""

from rpython.rlib.rstring import StringBuilder

from interpreter.bytecode import opcodes


def disassemble(function):
    """-> the listing of ``function``: its head, and position, name and operands of each
    instruction, with what the operands stand for."""
    text = StringBuilder()
    text.append(head(function) + '\n')
    pc = 0
    while pc < len(function.code):
        text.append(instruction(function, pc) + '\n')
        pc = following(function, pc)
    return text.build()


def head(function):
    """-> the line about the whole function"""
    return 'fn %s: arity %d, %d locals, %d slots' % (
        function.name, function.arity, function.nlocals, function.capacity)


def instruction(function, pc):
    """-> the line of the instruction at ``pc``"""
    row = opcodes.TABLE[function.code[pc]]
    words = ['%d' % pc, row.name]
    for i in range(len(row.operands)):
        words.append(_operand(function, row.operands[i], function.code[pc + 1 + i]))
    return ' '.join(words)


def following(function, pc):
    """-> where the instruction behind the one at ``pc`` is"""
    return pc + opcodes.TABLE[function.code[pc]].length


def _operand(function, kind, value):
    if kind == 'name':
        return '.' + function.names[value]
    if kind == 'function':
        return function.functions[value].name
    if kind == 'constructor':
        return function.constructors[value].name
    if kind == 'builtin':
        ref = function.builtin_refs[value]
        return ref.module + '.' + ref.op
    if kind == 'target':
        return '-> %d' % value
    if kind == 'const':
        return 'const %d' % value
    if kind == 'cost':
        return '[%d]' % value
    return '%d' % value
