"""Names in scope while a function body is compiled, and what is known of the
numbers they hold.

The numeric class decides between a typed instruction (IntAdd) and a generic
one (NumAdd), and so which windows fuse and how many steps a program takes.
It is derived from what stands next to the name: a written type, a literal, an
operator on two names of the same class.  See docs/bytecode.rst, "Numeric
classes".
"""

from interpreter.canonical import tree

UNKNOWN = 0
INT = 1
FLOAT = 2

MAX_ALIAS_CHAIN = 64


class Binding(object):
    """``field_classes`` is None unless the name holds a known record."""

    def __init__(self, slot, numeric, field_classes):
        self.slot = slot
        self.numeric = numeric
        self.field_classes = field_classes      # dict or None


class _Undo(object):
    def __init__(self, name, binding):
        self.name = name
        self.binding = binding                  # Binding or None


class Scope(object):
    """Lexical scoping over one dict with an undo log; slots are reused only
    after a match arm ends."""

    def __init__(self):
        self.bindings = {}
        self.undo_log = []
        self.next_slot = 0
        self.peak_slot = 0

    def lookup(self, name):
        """-> Binding or None."""
        return self.bindings.get(name, None)

    def new_slot(self):
        slot = self.next_slot
        self.next_slot += 1
        if self.next_slot > self.peak_slot:
            self.peak_slot = self.next_slot
        return slot

    def bind(self, name, slot, numeric, field_classes):
        self.undo_log.append(_Undo(name, self.bindings.get(name, None)))
        self.bindings[name] = Binding(slot, numeric, field_classes)

    def mark(self):
        return len(self.undo_log)

    def restore(self, mark):
        """Forget every name bound since ``mark``."""
        while len(self.undo_log) > mark:
            undo = self.undo_log.pop()
            if undo.binding is None:
                del self.bindings[undo.name]
            else:
                self.bindings[undo.name] = undo.binding


class TypeAliases(object):
    """The type declarations without parameters, by name."""

    def __init__(self, stages):
        self.definitions = {}
        for stage in stages:
            if isinstance(stage, tree.TypeDecl) and len(stage.params) == 0:
                self.definitions[stage.name] = stage.definition

    def field_classes(self, type):
        """-> dict of field name to numeric class, or None if ``type`` is not
        a plain record type."""
        hops = 0
        while hops < MAX_ALIAS_CHAIN:
            hops += 1
            if isinstance(type, tree.RefinedType):
                type = type.base
            elif isinstance(type, tree.RecordType):
                if len(type.spreads) > 0:
                    return None
                classes = {}
                for field in type.fields:
                    classes[field.name] = class_of_type(field.type)
                return classes
            elif isinstance(type, tree.NamedType) and len(type.args) == 0:
                type = self.definitions.get(type.name, None)
                if type is None:
                    return None
            else:
                return None
        return None


def class_of_type(type):
    while isinstance(type, tree.RefinedType):
        type = type.base
    if isinstance(type, tree.NamedType) and len(type.args) == 0:
        if type.name == 'Int':
            return INT
        if type.name == 'Float':
            return FLOAT
    return UNKNOWN


def combine(left, right):
    """The class of an arithmetic operation on two classes."""
    if left == right:
        return left
    return UNKNOWN


def is_arithmetic(op):
    return op == '+' or op == '-' or op == '*' or op == '/' or op == '%'


def class_of(expr, scope):
    """The numeric class of ``expr``; left-leaning chains may be deep."""
    rights = []
    while isinstance(expr, tree.BinOp) and is_arithmetic(expr.op):
        rights.append(expr.rhs)
        expr = expr.lhs
    numeric = _class_of_operand(expr, scope)
    while len(rights) > 0 and numeric != UNKNOWN:
        numeric = combine(numeric, class_of(rights.pop(), scope))
    return numeric


def _class_of_operand(expr, scope):
    if isinstance(expr, tree.IntLit):
        return INT
    if isinstance(expr, tree.FloatLit):
        return FLOAT
    if isinstance(expr, tree.Var):
        binding = scope.lookup(expr.name)
        if binding is not None:
            return binding.numeric
    elif isinstance(expr, tree.UnaryOp) and expr.op == '-':
        return class_of(expr.expr, scope)
    elif isinstance(expr, tree.FieldAccess):
        value = expr.value
        if isinstance(value, tree.Var):
            binding = scope.lookup(value.name)
            if binding is not None and binding.field_classes is not None:
                return binding.field_classes.get(expr.field, UNKNOWN)
    return UNKNOWN
