"""Compiling Lex source and reading the bytecode."""

from interpreter.bytecode import opcodes
from interpreter.bytecode.compiler import compile_program
from interpreter.bytecode.disassembler import disassemble
from interpreter.canonical.pipeline import stages_of
from interpreter.machine.linker import STD_ARITIES
from interpreter.source.loader import load_source


def program_of(source):
    return compile_program(stages_of(load_source(source, '<test>')), STD_ARITIES)


def function_of(source, name='f'):
    return program_of(source).find(name)


def listing(source, name='f'):
    """-> the lines of the disassembly, without the heading."""
    return lines_of(function_of(source, name))


def lines_of(function):
    return disassemble(function).rstrip('\n').split('\n')[1:]


def ops(source, name='f'):
    """-> the names of the instructions."""
    return ops_of(function_of(source, name))


def ops_of(function):
    return [opcodes.name_of(function.code[pc]) for pc in positions(function)]


def positions(function):
    pc = 0
    while pc < len(function.code):
        yield pc
        pc += opcodes.TABLE[function.code[pc]].length
