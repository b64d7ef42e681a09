"""Compiled programs: functions, their instructions and their constants."""

from rpython.rlib import jit

from interpreter.bytecode import opcodes
from interpreter.objects.closure import CodeBase


class DeclaredEffect(object):
    """An effect of a signature.  ``arg_kind`` is '', 'Str', 'Int' or 'Ident'."""
    _immutable_fields_ = ['kind', 'arg_kind', 'arg_text', 'arg_int']

    def __init__(self, kind, arg_kind, arg_text, arg_int):
        self.kind = kind
        self.arg_kind = arg_kind
        self.arg_text = arg_text
        self.arg_int = arg_int


class Refinement(object):
    """The predicate of one parameter; ``predicate`` is a canonical Expr."""

    def __init__(self, binding, predicate):
        self.binding = binding
        self.predicate = predicate


class BuiltinRef(object):
    """The name of a standard operation, before it is linked."""

    def __init__(self, module, op):
        self.module = module
        self.op = op


class Place(object):
    """The bytes of the source that the instructions from ``pc`` on are for."""

    def __init__(self, pc, offset, end):
        self.pc = pc
        self.offset = offset
        self.end = end


class Function(CodeBase):
    """One function: what the dispatch loop runs.

    ``code`` is a flat list of opcodes and operands.  ``steps_at[pc]`` counts
    the steps from the start of pc's block up to and including the instruction
    at pc; ``maxpath`` bounds the steps of any way through the function that
    makes no call and jumps backward nowhere.
    """
    _immutable_fields_ = [
        'name', 'index', 'arity', 'nlocals', 'capacity', 'code[*]',
        'consts_w[*]', 'names[*]', 'shapes[*]', 'constructors[*]',
        'functions[*]', 'builtin_refs[*]', 'builtins?[*]', 'steps_at[*]',
        'maxpath', 'budget_cost', 'is_pure', 'refinements', 'checks?[*]',
        'memo?', 'asks_hook?', 'tail_group']

    def __init__(self, name, index, arity):
        self.name = name
        self.body_hash = ''
        self.index = index
        self.arity = arity
        self.effects = []               # [DeclaredEffect]
        self.is_pure = False
        self.budget_cost = 0
        self.refinements = []           # [Refinement or None]
        self.nlocals = arity
        self.capacity = 0
        self.tail_group = -1
        self.code = []
        self.steps_at = []
        self.maxpath = 0
        self.consts_w = []
        self.names = []
        self.shapes = []
        self.constructors = []
        self.functions = []
        self.builtin_refs = []
        self.builtins = None
        self.checks = None
        self.memo = None
        self.asks_hook = False
        self.calls = 0                  # in the mode CALLS
        self.declined_offers = 0        # -1 when the hook has answered one
        self.sites = 0
        self.cached_shapes = []
        self.cached_places = []
        self.max_stack = 0
        self.path = ''
        self.offset = -1
        self.node_ids = {}              # pc -> NodeId, for calls outside lambdas
        self.fixed_node_ids = {}        # pc -> str, and texts made so far
        self.trace_sites = None         # by pc, made when the first is needed
        self.parent = ''                # of a lambda: the function it is in
        self.places = []                # [Place], by pc
        self.scrutinees = {}            # pc of a Panic -> the slot of the value

    def has_refinements(self):
        for refinement in self.refinements:
            if refinement is not None:
                return True
        return False

    @jit.elidable
    def settled_steps(self, pc):
        """Steps that an error at ``pc`` leaves to be charged."""
        if opcodes.TABLE[self.code[pc]].ends_block:
            return 0
        return self.steps_at[pc]

    @jit.elidable
    def scrutinee_at(self, pc):
        """The slot of the value that no arm took, for the Panic at ``pc``."""
        return self.scrutinees.get(pc, 0)

    def note_place(self, pc, offset, end):
        """The instructions from ``pc`` on are for the bytes ``offset`` to ``end``."""
        if offset < 0:
            return
        places = self.places
        if len(places) > 0:
            last = places[len(places) - 1]
            if last.offset == offset and last.end == end:
                return
        places.append(Place(pc, offset, end))

    def place_at(self, pc):
        """The Place of the instruction at ``pc``, None if that is not known."""
        low = 0
        high = len(self.places)
        while low < high:
            middle = (low + high) // 2
            if self.places[middle].pc <= pc:
                low = middle + 1
            else:
                high = middle
        if low == 0:
            return None
        return self.places[low - 1]

    def node_id_text(self, pc):
        """The id of the call at ``pc``; ``n_?`` inside lambda bodies."""
        if pc in self.fixed_node_ids:
            return self.fixed_node_ids[pc]
        if pc in self.node_ids:
            text = self.node_ids[pc].text()
            self.fixed_node_ids[pc] = text
            return text
        return 'n_?'


class Program(object):
    """``functions`` holds the top-level functions in source order, then
    lambdas and trampolines as the compiler met them."""

    def __init__(self, functions, function_index):
        self.functions = functions
        self.function_index = function_index    # name -> index

    def find(self, name):
        """-> Function or None."""
        index = self.function_index.get(name, -1)
        if index < 0:
            return None
        return self.functions[index]
