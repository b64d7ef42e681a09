"""The identity of a function's code, which makes closures comparable.

Two closures are equal when their bodies hash alike and their captures are
equal.  Typed and generic arithmetic hash alike; a float, unit or bytes
constant is unlike any other occurrence; lambdas and named functions are told
apart by their index.
"""

from rpython.rlib.rsha import RSHA
from rpython.rlib.rstring import StringBuilder

from interpreter.bytecode import opcodes
from interpreter.objects.numbers import W_Bool, W_Int
from interpreter.objects.text import W_Str

HASH_SIZE = 16


def _generic_numbers():
    table = []
    for row in opcodes.TABLE:
        name = row.name
        for prefix in ['Int', 'Float']:
            if name.startswith(prefix):
                name = 'Num' + name[len(prefix):]
        table.append(name)
    return table


_GENERIC_NAMES = _generic_numbers()


def body_hash(compiler):
    """-> 16 bytes for the unfused instructions of a FunctionCompiler."""
    text = StringBuilder()
    text.append('%d %d' % (compiler.function.arity, compiler.function.nlocals))
    instrs = compiler.asm.instrs
    for i in range(len(instrs)):
        instr = instrs[i]
        if instr.weight == 0:
            # Set-up that is not part of the sequence of the construct.
            continue
        text.append('\n')
        text.append(_GENERIC_NAMES[instr.op])
        if instr.label is not None:
            text.append(' %d' % (instr.label.index - i))
        operands = opcodes.TABLE[instr.op].operands
        if len(operands) > 0:
            _append_operand(text, compiler, operands[0], instr.a, instr.b)
    sha = RSHA(text.build())
    return sha.digest()[:HASH_SIZE]


def _append_operand(text, compiler, kind, a, b):
    if kind == 'const':
        text.append(_constant(compiler, compiler.consts_w[a]))
    elif kind == 'shape':
        for name in compiler.shapes[a].names:
            text.append(' ' + name)
    elif kind == 'name':
        text.append(' ' + compiler.names[a])
    elif kind == 'constructor':
        text.append(' %s %d' % (compiler.constructors[a].name, b))
    elif kind == 'function':
        text.append(' %d %d' % (compiler.functions[a].index, b))
    elif kind == 'builtin':
        ref = compiler.builtin_refs[a]
        text.append(' %s.%s %d' % (ref.module, ref.op, b))
    elif kind != 'cost' and kind != 'target':
        text.append(' %d' % a)


def _constant(compiler, w_value):
    if isinstance(w_value, W_Int):
        return ' int %d' % w_value.intval
    if isinstance(w_value, W_Str):
        return ' str %d %s' % (w_value.length_bytes(), w_value.utf8_w())
    if isinstance(w_value, W_Bool):
        if w_value.boolval:
            return ' true'
        return ' false'
    return ' unique %d' % compiler.program.next_unique()
