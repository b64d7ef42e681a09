"""The surface tree: what the parser builds and the canonicaliser consumes.

Every node carries ``offset`` and ``end``, the bytes of its tokens in the file it
was read from (-1 for nodes the parser made up).  Names are strings;
sequences are lists.  ``None`` stands for an absent optional part.
Grammar: docs/language.rst.
"""


class Node(object):
    offset = -1
    end = -1


# Items

class Program(Node):
    """``sources`` has the texts of the program's files, None if it was not loaded
    from files."""
    sources = None

    def __init__(self, items):
        self.items = items


class Item(Node):
    """A top-level item; ``path`` is the file it came from."""
    path = ''
    name_offset = -1


class Import(Item):
    """``comments`` are the lines of comment before it, each ended by a newline."""

    reference_offset = -1
    reference_end = -1

    def __init__(self, reference, alias, comments):
        self.reference = reference
        self.alias = alias
        self.comments = comments

    def key(self):
        """Equal for imports that count as one: comments are part of them."""
        return '\n'.join([self.alias, self.comments, self.reference])


class TypeDecl(Item):
    def __init__(self, name, params, definition):
        self.name = name
        self.params = params
        self.definition = definition


class FnDecl(Item):
    def __init__(self, name, type_params, params, effects, effect_row_var,
                 return_type, examples, body):
        self.name = name
        self.type_params = type_params
        self.params = params                    # [Param]
        self.effects = effects                  # [Effect]
        self.effect_row_var = effect_row_var    # str or None
        self.return_type = return_type
        self.examples = examples                # [Example]
        self.body = body                        # Block


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
    """``spreads`` are the names after ``...``, in source order."""

    def __init__(self, spreads, fields):
        self.spreads = spreads
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


# Statements and expressions

class Block(Node):
    def __init__(self, statements, result):
        self.statements = statements            # [Statement]
        self.result = result                    # Expr


class Statement(Node):
    pass


class Let(Statement):
    name_offset = -1

    def __init__(self, name, type, value):
        self.name = name
        self.type = type                        # Type or None
        self.value = value


class ExprStatement(Statement):
    def __init__(self, expr):
        self.expr = expr


class Expr(Node):
    pass


class IntLit(Expr):
    def __init__(self, value):
        self.value = value


class FloatLit(Expr):
    def __init__(self, value):
        self.value = value


class StrLit(Expr):
    def __init__(self, value):
        self.value = value                      # UTF-8


class BytesLit(Expr):
    def __init__(self, value):
        self.value = value


class BoolLit(Expr):
    def __init__(self, value):
        self.value = value


class UnitLit(Expr):
    pass


class Var(Expr):
    def __init__(self, name):
        self.name = name


class BlockExpr(Expr):
    def __init__(self, block):
        self.block = block


class Call(Expr):
    def __init__(self, callee, args):
        self.callee = callee
        self.args = args


class Pipe(Expr):
    def __init__(self, left, right):
        self.left = left
        self.right = right


class Try(Expr):
    def __init__(self, expr):
        self.expr = expr


class Field(Expr):
    name_offset = -1

    def __init__(self, value, name):
        self.value = value
        self.name = name


class BinOp(Expr):
    def __init__(self, op, lhs, rhs):
        self.op = op                            # its spelling
        self.lhs = lhs
        self.rhs = rhs


class UnaryOp(Expr):
    def __init__(self, op, expr):
        self.op = op                            # '-' or 'not'
        self.expr = expr


class If(Expr):
    def __init__(self, cond, then_block, else_block):
        self.cond = cond
        self.then_block = then_block
        self.else_block = else_block


class Match(Expr):
    def __init__(self, scrutinee, arms):
        self.scrutinee = scrutinee
        self.arms = arms                        # [Arm]


class Arm(Node):
    def __init__(self, pattern, body):
        self.pattern = pattern
        self.body = body


class RecordLit(Expr):
    def __init__(self, fields):
        self.fields = fields                    # [RecordField]


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


class Lambda(Expr):
    def __init__(self, params, effects, effect_row_var, return_type, body):
        self.params = params
        self.effects = effects
        self.effect_row_var = effect_row_var
        self.return_type = return_type
        self.body = body                        # Block


class Ascription(Expr):
    def __init__(self, expr, type):
        self.expr = expr
        self.type = type


# Patterns

class Pattern(Node):
    pass


class LiteralPattern(Pattern):
    def __init__(self, literal):
        self.literal = literal                  # one of the *Lit expressions


class VarPattern(Pattern):
    def __init__(self, name):
        self.name = name


class WildPattern(Pattern):
    pass


class ConstructorPattern(Pattern):
    def __init__(self, name, args):
        self.name = name
        self.args = args


class RecordPattern(Pattern):
    def __init__(self, fields):
        self.fields = fields                    # [PatternField]


class PatternField(Node):
    def __init__(self, name, pattern):
        self.name = name
        self.pattern = pattern                  # Pattern or None (shorthand)


class TuplePattern(Pattern):
    def __init__(self, items):
        self.items = items
