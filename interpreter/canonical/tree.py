"""The canonical tree: the program after desugaring, as the checker and the
bytecode compiler see it.

There is no ``if``, pipe, ``?`` or ascription any more; record fields and
union variants are sorted by name.  ``node_id`` names an expression within its
stage; ``node_ids.assign`` fills it in with a NodeId, whose ``text()`` is for
example ``n_0.2.1``.  It is None until then, and stays None for made-up nodes
outside of function bodies.  ``offset`` and ``end`` are the bytes in the source, -1
if unknown.
See docs/language.rst, "The canonical tree".
"""


class Node(object):
    offset = -1
    end = -1


# Stages

class Stage(Node):
    """A top-level item; ``path`` is the file it came from."""
    path = ''
    name_offset = -1


class Import(Stage):
    reference_offset = -1
    reference_end = -1

    def __init__(self, reference, alias):
        self.reference = reference
        self.alias = alias


class TypeDecl(Stage):
    def __init__(self, name, params, definition):
        self.name = name
        self.params = params                    # [str]
        self.definition = definition


class FnDecl(Stage):
    def __init__(self, name, type_params, params, effects, effect_row_var,
                 return_type, body, examples):
        self.name = name
        self.type_params = type_params          # [str]
        self.params = params                    # [Param]
        self.effects = effects                  # [Effect]
        self.effect_row_var = effect_row_var    # str or None
        self.return_type = return_type
        self.body = body                        # Expr
        self.examples = examples                # [Example]


class Param(Node):
    def __init__(self, name, type):
        self.name = name
        self.type = type


class Example(Node):
    def __init__(self, args, expected):
        self.args = args
        self.expected = expected


class Effect(Node):
    """``arg_kind`` is '' (no argument), 'Str', 'Int' or 'Ident'."""

    def __init__(self, name, arg_kind, arg_text, arg_int):
        self.name = name
        self.arg_kind = arg_kind
        self.arg_text = arg_text
        self.arg_int = arg_int


# Types

class Type(Node):
    pass


class NamedType(Type):
    def __init__(self, name, args):
        self.name = name
        self.args = args


class RecordType(Type):
    """``spreads`` is empty for a plain record type."""

    def __init__(self, spreads, fields):
        self.spreads = spreads                  # [str]
        self.fields = fields                    # [TypeField]


class TypeField(Node):
    def __init__(self, name, type):
        self.name = name
        self.type = type


class TupleType(Type):
    def __init__(self, items):
        self.items = items


class FunctionType(Type):
    def __init__(self, params, effects, effect_row_var, ret):
        self.params = params
        self.effects = effects
        self.effect_row_var = effect_row_var
        self.ret = ret


class UnionType(Type):
    def __init__(self, variants):
        self.variants = variants                # [UnionVariant]


class UnionVariant(Node):
    def __init__(self, name, payload):
        self.name = name
        self.payload = payload                  # Type or None


class RefinedType(Type):
    def __init__(self, base, binding, predicate):
        self.base = base
        self.binding = binding
        self.predicate = predicate              # Expr


# Expressions

class Expr(Node):
    node_id = None


class Literal(Expr):
    """Common base of the literal expressions."""


class IntLit(Literal):
    def __init__(self, value):
        self.value = value


class FloatLit(Literal):
    def __init__(self, value):
        self.value = value


class StrLit(Literal):
    def __init__(self, value):
        self.value = value                      # UTF-8


class BytesLit(Literal):
    def __init__(self, value):
        self.value = value


class BoolLit(Literal):
    def __init__(self, value):
        self.value = value


class UnitLit(Literal):
    pass


class Var(Expr):
    def __init__(self, name):
        self.name = name


class Call(Expr):
    def __init__(self, callee, args):
        self.callee = callee
        self.args = args


class Let(Expr):
    name_offset = -1

    def __init__(self, name, type, value, body):
        self.name = name
        self.type = type                        # Type or None
        self.value = value
        self.body = body


# What a match was written as.
MATCH = 0
IF = 1
TRY = 2


class Match(Expr):
    form = MATCH

    def __init__(self, scrutinee, arms):
        self.scrutinee = scrutinee
        self.arms = arms                        # [Arm]


class Arm(Node):
    def __init__(self, pattern, body):
        self.pattern = pattern
        self.body = body


class Block(Expr):
    def __init__(self, statements, result):
        self.statements = statements            # [Expr]
        self.result = result


class Constructor(Expr):
    name_offset = -1
    name_end = -1

    def __init__(self, name, args):
        self.name = name
        self.args = args


class RecordLit(Expr):
    def __init__(self, fields):
        self.fields = fields                    # [RecordField], sorted


class RecordField(Node):
    def __init__(self, name, value):
        self.name = name
        self.value = value


class TupleLit(Expr):
    def __init__(self, items):
        self.items = items


class ListLit(Expr):
    def __init__(self, items):
        self.items = items


class FieldAccess(Expr):
    field_offset = -1

    def __init__(self, value, field):
        self.value = value
        self.field = field


class Lambda(Expr):
    def __init__(self, params, return_type, effects, effect_row_var, body):
        self.params = params                    # [Param]
        self.return_type = return_type
        self.effects = effects                  # [Effect], sorted by name
        self.effect_row_var = effect_row_var
        self.body = body                        # Expr


class BinOp(Expr):
    def __init__(self, op, lhs, rhs):
        self.op = op                            # its spelling
        self.lhs = lhs
        self.rhs = rhs


class UnaryOp(Expr):
    def __init__(self, op, expr):
        self.op = op                            # '-' or 'not'
        self.expr = expr


class Return(Expr):
    def __init__(self, value):
        self.value = value


# Patterns

class Pattern(Node):
    pass


class PLiteral(Pattern):
    def __init__(self, literal):
        self.literal = literal                  # Literal


class PVar(Pattern):
    def __init__(self, name):
        self.name = name


class PWild(Pattern):
    pass


class PConstructor(Pattern):
    def __init__(self, name, args):
        self.name = name
        self.args = args


class PRecord(Pattern):
    def __init__(self, fields):
        self.fields = fields                    # [PatternField], sorted


class PatternField(Node):
    def __init__(self, name, pattern):
        self.name = name
        self.pattern = pattern


class PTuple(Pattern):
    def __init__(self, items):
        self.items = items
