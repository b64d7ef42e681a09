"""Makes a failing program of the register machine smaller (Python 2.7)."""

import instructions as ins


def shrink(program, still_fails):
    """-> the smallest Program found for which ``still_fails(program)`` holds."""
    before = None
    while before != program.listing():
        before = program.listing()
        for candidates in (_fewer_functions, _simpler_setting):
            program = _first_of(candidates, program, still_fails)
        for number in range(len(program.functions)):
            program = _fewer_instructions(program, number, still_fails)
        program = _first_of(_simpler_operands, program, still_fails)
    return program


def _first_of(candidates, program, still_fails):
    """Take candidates as long as there is one that still fails."""
    progress = True
    while progress:
        progress = False
        for candidate in candidates(program):
            if still_fails(candidate):
                program = candidate
                progress = True
                break
    return program


def _fewer_functions(program):
    if len(program.functions) > 1:
        yield program.copy(functions=program.functions[:-1])
    empty = [(ins.RET, 0, 0, 0, 0)]
    for number in range(1, len(program.functions)):
        if program.functions[number] != empty:
            yield program.copy(functions=program.functions[:number] + [empty] +
                               program.functions[number + 1:])


DEFAULTS = [('threshold', 3), ('function_threshold', 4), ('trace_eagerness', 2),
            ('retrace_limit', 5), ('max_unroll_recursion', 7), ('trace_limit', 6000),
            ('inlining', 1)]


def _simpler_setting(program):
    for name, value in DEFAULTS:
        if program.parameters.get(name, value) != value:
            yield program.copy(parameters=dict(program.parameters, **{name: value}))
    for fuel in (program.fuel // 2, program.fuel - 1):
        if fuel > 0:
            yield program.copy(fuel=fuel)
    if program.depth_limit > 1:
        yield program.copy(depth_limit=program.depth_limit - 1)
    for name in ('ints', 'floats', 'refs'):
        places = getattr(program, name)
        for i in range(len(places)):
            if places[i]:
                yield program.copy(**{name: places[:i] + [0] + places[i + 1:]})


def without(instructions, start, count):
    """The instructions but ``count`` of them; jumps go where they went."""
    kept = []
    for number, instruction in enumerate(instructions):
        if start <= number < start + count:
            continue
        operands = list(instruction)
        for place, kind in enumerate(ins.KINDS[instruction[0]]):
            if kind == 'L' and operands[place + 1] > start:
                operands[place + 1] = max(start, operands[place + 1] - count)
        kept.append(tuple(operands))
    return kept


def _fewer_instructions(program, number, still_fails):
    size = len(program.functions[number]) // 2
    while size >= 1:
        start = 0
        # The last instruction ends the function.
        while start < len(program.functions[number]) - 1:
            instructions = program.functions[number]
            count = min(size, len(instructions) - 1 - start)
            candidate = program.copy(
                functions=program.functions[:number] +
                [without(instructions, start, count)] + program.functions[number + 1:])
            if still_fails(candidate):
                program = candidate
            else:
                start += size
        size //= 2
    return program


def _simpler_operands(program):
    for number, instructions in enumerate(program.functions):
        for i, instruction in enumerate(instructions):
            for place, kind in enumerate(ins.KINDS[instruction[0]]):
                if kind == 'L' or instruction[place + 1] == 0:
                    continue
                changed = list(instruction)
                changed[place + 1] = 0
                yield program.copy(
                    functions=program.functions[:number] +
                    [instructions[:i] + [tuple(changed)] + instructions[i + 1:]] +
                    program.functions[number + 1:])
