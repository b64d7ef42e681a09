"""The frame of one activation: a virtualizable.

``locals`` holds the local slots and, from ``code.nlocals`` on, the operand
stack.  The rules that keep it virtualizable in traces (docs/architecture.rst,
"Virtualizable rules"): the list is made here once, has a fixed size and is
never passed around; its size depends on the code alone (``code.capacity`` is
common to a tail-call group); indices are constants in a trace; the fields are
touched only by code that the tracer sees.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized


class Frame(object):
    """``depth`` counts the frames up to and including this one; ``fuel`` is
    the number of steps that may still run."""

    _virtualizable_ = ['locals[*]', 'stackdepth', 'fuel', 'depth']

    def __init__(self, code, depth, fuel):
        self = jit.hint(self, access_directly=True, fresh_virtualizable=True)
        self.locals = [None] * code.capacity
        make_sure_not_resized(self.locals)
        self.stackdepth = code.nlocals
        self.depth = depth
        self.fuel = fuel

    def push(self, w_value):
        depth = jit.promote(self.stackdepth)
        assert depth >= 0
        self.locals[depth] = w_value
        self.stackdepth = depth + 1

    def pop(self):
        depth = jit.promote(self.stackdepth) - 1
        assert depth >= 0
        self.stackdepth = depth
        w_value = self.locals[depth]
        if jit.we_are_jitted():
            # A dead slot would stay a variable of the loop.
            self.locals[depth] = None
        return w_value

    def peek(self, below_top):
        depth = jit.promote(self.stackdepth) - 1 - below_top
        assert depth >= 0
        return self.locals[depth]

    def load(self, slot):
        assert slot >= 0
        return self.locals[slot]

    def store(self, slot, w_value):
        assert slot >= 0
        self.locals[slot] = w_value

    @jit.unroll_safe
    def forget_unused(self, code):
        """At the start of ``code`` only the arguments are set.  Saying so
        keeps a trace from carrying the other slots along."""
        self.stackdepth = code.nlocals
        for i in range(code.arity, code.capacity):
            self.store(i, None)

    @jit.unroll_safe
    def drop(self, count):
        for _ in range(count):
            self.pop()

    @jit.unroll_safe
    def peek_values(self, count):
        """-> a new list of the ``count`` topmost values, deepest first."""
        values_w = [None] * count
        for i in range(count):
            values_w[i] = self.peek(count - 1 - i)
        return values_w

    @jit.unroll_safe
    def pop_values(self, count):
        """Like ``peek_values``, and drops them."""
        values_w = self.peek_values(count)
        self.drop(count)
        return values_w

    @jit.unroll_safe
    def move_arguments_to(self, callee, count):
        """Pop ``count`` values into the first slots of ``callee``."""
        base = jit.promote(self.stackdepth) - count
        for i in range(count):
            callee.store(i, self.load(base + i))
        self.drop(count)

    @jit.unroll_safe
    def become(self, code, count):
        """Start ``code``, of the same capacity, in this frame, with the
        ``count`` topmost values as its arguments."""
        base = jit.promote(self.stackdepth) - count
        for i in range(count):
            self.store(i, self.load(base + i))
        for i in range(count, code.capacity):
            self.store(i, None)
        self.stackdepth = code.nlocals
