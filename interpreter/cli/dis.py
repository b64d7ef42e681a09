"""``lexvm dis``: print the instructions of a program with its source lines."""

from interpreter.bytecode import disassembler
from interpreter.bytecode.compiler import compile_program
from interpreter.bytecode.errors import CompileError
from interpreter.canonical.json import quote
from interpreter.cli.failure import EXIT_OK, EXIT_TYPE_ERRORS, CommandError
from interpreter.cli.file_argument import asks_for_help, refuse_flags
from interpreter.cli.loading import load
from interpreter.cli.output import abbreviated, write_out
from interpreter.cli.type_errors import accepted
from interpreter.cli.usage import DIS_HELP
from interpreter.diagnostics import names
from interpreter.diagnostics.diagnosis import Diagnosis, NOWHERE
from interpreter.diagnostics.places import line_bounds
from interpreter.diagnostics.report import printable
from interpreter.machine import linker

USAGE = 'usage: lexvm dis <file> [<fn>]'


def dis(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(DIS_HELP)
        return EXIT_OK
    refuse_flags('dis', words)
    if len(words) == 0 or len(words) > 2:
        raise CommandError(USAGE)
    program = load(words[0])
    if accepted(program, reporter) is None:
        return EXIT_TYPE_ERRORS
    try:
        functions = compile_program(program.stages, linker.STD_ARITIES).functions
    except CompileError as error:
        raise CommandError('compile: ' + error.msg)
    if len(words) == 2:
        functions = _chosen(functions, words[1], program)
    if reporter.as_json:
        reporter.success('{"functions":[%s]}' % ','.join(
            [_document(function, program.sources) for function in functions]))
    else:
        write_out('\n'.join([_listing(function, program.sources)
                             for function in functions]))
    return EXIT_OK


def _chosen(functions, name, program):
    """The function called ``name`` and its lambdas.  Raises CommandError."""
    chosen = [function for function in functions
              if function.name == name or function.parent == name]
    if len(chosen) > 0:
        return chosen
    failure = CommandError('no function `%s` in %s' % (abbreviated(name), program.path))
    diagnosis = Diagnosis(failure.message, NOWHERE)
    candidates = [function.name for function in functions if function.parent == '']
    meant = names.closest(name, candidates)
    diagnosis.help(names.way_out(meant, candidates, 'its functions are '))
    failure.explain(diagnosis, program.sources)
    raise failure


def _line_of(function, pc, sources):
    """The line of the source that the instruction at ``pc`` is for, from 1; 0 if it is
    for no place of its own."""
    place = function.place_at(pc)
    if place is None or not sources.has(function.path):
        return 0
    return sources.position(function.path, place.offset)[0]


def _listing(function, sources):
    lines = [printable(disassembler.head(function))]
    shown = 0
    pc = 0
    while pc < len(function.code):
        line = _line_of(function, pc, sources)
        if line != shown and line > 0:
            shown = line
            lines.append('  %s:%d%s' % (printable(sources.name(function.path)), line,
                                        _source_line(function, pc, sources)))
        lines.append('    ' + printable(disassembler.instruction(function, pc)))
        pc = disassembler.following(function, pc)
    return '\n'.join(lines) + '\n'


def _source_line(function, pc, sources):
    """The text of the line that the instruction at ``pc`` is for, unless its file is not
    to be shown."""
    if not sources.shows(function.path):
        return ''
    text = sources.text(function.path)
    start, end = line_bounds(text, function.place_at(pc).offset)
    assert start >= 0
    assert end >= 0
    return '  ' + abbreviated(text[start:end].strip(' \t'))


def _document(function, sources):
    instructions = []
    pc = 0
    while pc < len(function.code):
        instructions.append('{"line":%d,"text":%s}' % (
            _line_of(function, pc, sources),
            quote(disassembler.instruction(function, pc))))
        pc = disassembler.following(function, pc)
    return '{"arity":%d,"file":%s,"instructions":[%s],"locals":%d,"name":%s,"slots":%d}' % (
        function.arity, quote(sources.name(function.path)), ','.join(instructions),
        function.nlocals, quote(function.name), function.capacity)
