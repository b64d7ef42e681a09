"""What the compilers of standard operations share: short forms of instructions and of
loops over lists."""

from interpreter.bytecode import opcodes
from interpreter.bytecode.assembler import Label


class Loop(object):
    """A loop over the items of a list that is being emitted: it begins at ``top``, goes
    on with the item at the next ``index``, and leaves for ``done``."""

    def __init__(self, top, done, index):
        self.top = top
        self.done = done
        self.index = index


class Lowering(object):
    """Emits into the function that ``compiler`` (a FunctionCompiler) compiles."""

    def __init__(self, compiler):
        self.compiler = compiler
        self.asm = compiler.asm
        self.scope = compiler.scope

    def emit(self, op, a=0, b=0):
        return self.asm.emit(op, a, b, 0)

    def load(self, slot):
        return self.emit(opcodes.LOAD_LOCAL, slot)

    def store_new(self):
        slot = self.scope.new_slot()
        self.emit(opcodes.STORE_LOCAL, slot)
        return slot

    def operand(self, expr):
        """Evaluate ``expr`` into a fresh slot."""
        self.compiler.compile_expr(expr, False)
        return self.store_new()

    def int_const(self, value):
        self.emit(opcodes.PUSH_CONST, self.compiler.int_const(value))

    def variant(self, name, count):
        self.emit(opcodes.MAKE_VARIANT, self.compiler.constructor(name), count)

    def test_variant(self, name):
        self.emit(opcodes.TEST_VARIANT, self.compiler.constructor(name))

    def variant_arg(self, slot, index):
        """Argument ``index`` of the variant in ``slot``, into a fresh slot."""
        self.load(slot)
        self.emit(opcodes.GET_VARIANT_ARG, index)
        return self.store_new()

    def element(self, slot, index):
        self.load(slot)
        self.emit(opcodes.GET_ELEM, index)

    def call_closure(self, count, node_id):
        self.emit(opcodes.CALL_CLOSURE, count).fixed_node_id = node_id

    def increment(self, slot):
        self.load(slot)
        self.int_const(1)
        self.emit(opcodes.INT_ADD)
        self.emit(opcodes.STORE_LOCAL, slot)

    def list_element(self, list_slot, index_slot):
        self.load(list_slot)
        self.load(index_slot)
        self.emit(opcodes.GET_LIST_ELEM_DYN)

    def jump_unless_inside(self, index_slot, list_slot, label):
        """Leave for ``label`` unless index < length."""
        self.load(index_slot)
        self.load(list_slot)
        self.emit(opcodes.GET_LIST_LEN)
        self.emit(opcodes.INT_LT)
        self.asm.jump(opcodes.JUMP_IF_NOT, label)

    def here(self):
        label = Label()
        self.asm.place(label)
        return label

    def begin_loop(self, items, index):
        """-> the Loop over the list in a slot, from the index in a slot on."""
        done = Label()
        top = self.here()
        self.jump_unless_inside(index, items, done)
        return Loop(top, done, index)

    def end_loop(self, loop):
        self.increment(loop.index)
        self.asm.jump(opcodes.JUMP_BACK, loop.top)
        self.asm.place(loop.done)

    def new_list(self):
        self.emit(opcodes.MAKE_LIST, 0)
        return self.store_new()

    def append_element(self, out, items, index):
        self.load(out)
        self.list_element(items, index)
        self.emit(opcodes.LIST_APPEND)
        self.emit(opcodes.STORE_LOCAL, out)
