"""Bytecode as text, one instruction a line."""

from rpython.rlib.rstring import StringBuilder

from interpreter.bytecode import opcodes


def disassemble(function):
    """-> the listing of ``function``: position, name and operands, with what
    the operands stand for."""
    text = StringBuilder()
    text.append('fn %s: arity %d, %d locals, %d slots\n' % (
        function.name, function.arity, function.nlocals, function.capacity))
    pc = 0
    while pc < len(function.code):
        row = opcodes.TABLE[function.code[pc]]
        text.append('%d %s' % (pc, row.name))
        for i in range(len(row.operands)):
            text.append(' ' + _operand(function, row.operands[i],
                                       function.code[pc + 1 + i]))
        text.append('\n')
        pc += row.length
    return text.build()


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
