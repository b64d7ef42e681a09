"""Tail-call groups: the strongly connected components of the tail-call graph.

Functions that can tail-call each other in a cycle share one frame capacity,
so that a tail call inside the group runs on in the same frame.  One call of
each cycle at least leads to a function of the same or a lower index: those
calls become ``TailCallLoop``, where a loop of the tracing JIT closes.  A tail
call that leaves the group can never come back by tail calls and becomes
``TailCallLeave``.
"""

from interpreter.bytecode import opcodes


def assign(functions):
    """Fill in ``tail_group`` and ``capacity`` and refine every TailCall."""
    _Components(functions).run()
    capacities = {}
    for function in functions:
        capacity = capacities.get(function.tail_group, 0)
        capacities[function.tail_group] = max(capacity, function.capacity)
    for function in functions:
        function.capacity = capacities[function.tail_group]
    for function in functions:
        _refine(function)


def _refine(function):
    code = function.code[:]
    for pc in tail_call_positions(function):
        target = function.functions[code[pc + 1]]
        if target.tail_group != function.tail_group:
            code[pc] = opcodes.TAIL_CALL_LEAVE
        elif target.index <= function.index:
            code[pc] = opcodes.TAIL_CALL_LOOP
    function.code = code


def tail_call_positions(function):
    positions = []
    code = function.code
    pc = 0
    while pc < len(code):
        if code[pc] == opcodes.TAIL_CALL:
            positions.append(pc)
        pc += opcodes.TABLE[code[pc]].length
    return positions


class _Visit(object):
    def __init__(self, function, targets):
        self.function = function
        self.targets = targets
        self.next_target = 0


class _Components(object):
    """Tarjan's algorithm with an explicit stack: call chains may be long."""

    def __init__(self, functions):
        self.functions = functions
        self.order = [-1] * len(functions)
        self.low = [0] * len(functions)
        self.on_stack = [False] * len(functions)
        self.stack = []
        self.counter = 0
        self.groups = 0

    def run(self):
        for function in self.functions:
            if self.order[function.index] < 0:
                self.visit_from(function)

    def open(self, function):
        index = function.index
        self.order[index] = self.counter
        self.low[index] = self.counter
        self.counter += 1
        self.stack.append(function)
        self.on_stack[index] = True
        targets = []
        for pc in tail_call_positions(function):
            targets.append(function.functions[function.code[pc + 1]])
        return _Visit(function, targets)

    def visit_from(self, root):
        visits = [self.open(root)]
        while len(visits) > 0:
            visit = visits[-1]
            index = visit.function.index
            if visit.next_target < len(visit.targets):
                target = visit.targets[visit.next_target]
                visit.next_target += 1
                if self.order[target.index] < 0:
                    visits.append(self.open(target))
                elif self.on_stack[target.index]:
                    self.low[index] = min(self.low[index],
                                          self.order[target.index])
                continue
            visits.pop()
            if len(visits) > 0:
                caller = visits[-1].function.index
                self.low[caller] = min(self.low[caller], self.low[index])
            if self.low[index] == self.order[index]:
                self.close(visit.function)

    def close(self, function):
        while True:
            member = self.stack.pop()
            self.on_stack[member.index] = False
            member.tail_group = self.groups
            if member is function:
                break
        self.groups += 1
