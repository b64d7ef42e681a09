"""The types and effects of expressions."""

from interpreter.canonical import tree
from interpreter.check import errors, refinements, rows
from interpreter.check.environment import Locals, ModuleGlobal
from interpreter.check.explain import Explainer
from interpreter.check.patterns import PatternChecker, literal_type, prune_alias
from interpreter.check.typedecls import Scope, declared_effects
from interpreter.check.types import (
    BOOL, FLOAT, FunctionType, INT, ListType, NEVER, NamedType, RecordType, STR,
    TupleType, TypeVar, prune, show)
from interpreter.check.unifier import Application

NO_TYPE_PARAMS = Scope([])

# Which types an operator accepts besides Int and Float, and how errors say so.
NUMBERS = 'Int or Float'
NUMBERS_AND_STR = 'Int, Float, or Str'

ARGUMENT_CONTEXTS = ['argument %d of call' % (i + 1) for i in range(16)]


def argument_context(index):
    if 0 <= index < len(ARGUMENT_CONTEXTS):
        return ARGUMENT_CONTEXTS[index]
    return 'argument %d of call' % (index + 1)


class TypedCall(object):
    """A call of a module function together with its inferred type."""

    def __init__(self, call, module, type):
        self.call = call
        self.module = module
        self.type = type


class Inference(object):
    """Infers the bodies of one program.

    ``effects`` collects what the body in hand does, ``recovered`` the errors
    it survived; ``row_scope`` has the row variables of its function by name.
    """

    def __init__(self, unifier, globals):
        self.unifier = unifier
        self.table = unifier.table
        self.globals = globals
        self.locals = Locals()
        self.explain = Explainer(self.table, globals, self.locals)
        self.patterns = PatternChecker(unifier, self.locals)
        self.effects = rows.EffectSet()
        self.recovered = []
        self.row_scope = {}
        self.module_calls = []
        self.next = None

    def infer(self, expr):
        """The type of ``expr``; raises LexTypeError.

        Let chains and everything that nests to the left (operators, calls,
        pipes, field accesses) can be as long as the program: those are walked
        with a stack of Steps.  Other nesting is limited by the parser.
        """
        waiting = []
        while True:
            type = None
            if isinstance(expr, tree.Let):
                waiting.append(EndOfScope(self.locals.mark()))
                while isinstance(expr, tree.Let):
                    self._bind_let(expr)
                    expr = expr.body
                continue
            elif isinstance(expr, tree.Block):
                for statement in expr.statements:
                    self.infer_recovering(statement)
                expr = expr.result
                continue
            elif isinstance(expr, tree.BinOp):
                waiting.append(LeftOperand(expr))
                expr = expr.lhs
                continue
            elif isinstance(expr, tree.Call):
                waiting.append(Callee(expr))
                expr = expr.callee
                continue
            elif isinstance(expr, tree.Match):
                waiting.append(Scrutinee(expr))
                expr = expr.scrutinee
                continue
            elif isinstance(expr, tree.FieldAccess):
                type = self._module_member(expr)
                if type is None:
                    waiting.append(FieldOwner(expr))
                    expr = expr.value
                    continue
            elif isinstance(expr, tree.Constructor) and len(expr.args) > 0:
                waiting.append(FirstPayload(expr, self._payload_types(expr)))
                expr = expr.args[0]
                continue
            else:
                type = self._infer_small(expr)
            while type is not None and len(waiting) > 0:
                type = waiting.pop().resume(self, waiting, type)
            if type is not None:
                return type
            expr = self.next

    def infer_recovering(self, expr):
        """Like infer, but an error is noted and gives an unknown type."""
        mark = self.locals.mark()
        effects = self.effects
        try:
            return self.infer(expr)
        except errors.LexTypeError as error:
            self.locals.undo(mark)
            self.effects = effects
            self.recovered.append(error)
            unknown = self.unifier.fresh()
            unknown.is_error = True
            return unknown

    def _infer_small(self, expr):
        if isinstance(expr, tree.Var):
            return self._variable(expr)
        if isinstance(expr, tree.Literal):
            return literal_type(expr)
        if isinstance(expr, tree.Constructor):
            return self._constant(expr)
        if isinstance(expr, tree.UnaryOp):
            return self._unary(expr)
        if isinstance(expr, tree.Lambda):
            return self._lambda(expr)
        if isinstance(expr, tree.RecordLit):
            return self._record(expr)
        if isinstance(expr, tree.ListLit):
            return self._list(expr)
        if isinstance(expr, tree.TupleLit):
            return TupleType([self.infer(item) for item in expr.items])
        if isinstance(expr, tree.Return):
            self.infer(expr.value)
            return NEVER
        raise AssertionError('unknown expression')

    def _variable(self, var):
        name = var.name
        type = self.locals.get(name)
        if type is not None:
            return type
        meaning = self.globals.get(name)
        if meaning is None:
            raise self.explain.name(errors.unknown_identifier(name), var)
        return meaning.mention(self.unifier)

    def module_of(self, expr):
        """The Module an expression names, None for anything else."""
        if not isinstance(expr, tree.Var) or self.locals.get(expr.name) is not None:
            return None
        meaning = self.globals.get(expr.name)
        if isinstance(meaning, ModuleGlobal):
            return meaning.module
        return None

    def _module_member(self, access):
        """The type of ``alias.function``, None if it is not that."""
        module = self.module_of(access.value)
        if module is None:
            return None
        return module.member(access.field, self.unifier)

    # Bindings

    def _bind_let(self, let):
        type = self.infer_recovering(let.value)
        if let.type is not None:
            annotation = NO_TYPE_PARAMS.convert_outermost(let.type, self.table)
            try:
                self.unifier.coerce(type, annotation, 'in let `%s`' % let.name)
            except errors.LexTypeError as error:
                raise self.explain.let(error, let, type, annotation)
        self.locals.bind(let.name, type, let.name_offset)

    # Calls

    def finish_call(self, call, function, first):
        """All of a call after its first argument (of type ``first``)."""
        self._accept_argument(call, function, 0, first)
        for i in range(1, len(call.args)):
            self._accept_argument(call, function, i, self.infer(call.args[i]))
        return self.end_call(call, function)

    def _accept_argument(self, call, function, i, found):
        try:
            self.unifier.coerce(found, function.params[i], argument_context(i))
        except errors.LexTypeError as error:
            raise self.explain.argument(error, call, i, found, function)

    def end_call(self, call, function):
        """What follows once the arguments are accepted."""
        callee = call.callee
        if isinstance(callee, tree.Var):
            target = self.globals.function(callee.name)
            if target is not None:
                try:
                    refinements.discharge(target.decl, call.args)
                except errors.LexTypeError as error:
                    raise self.explain.refinement(error, call, target.decl)
        elif isinstance(callee, tree.FieldAccess):
            module = self.module_of(callee.value)
            if module is not None:
                typed = TypedCall(call, module, function.result)
                self.module_calls.append(typed)
        self.effects.add_row(function.row, call)
        return function.result

    def finish_unknown_call(self, call, callee, args):
        """A call through a value whose type is not known yet."""
        for i in range(len(args), len(call.args)):
            args.append(self.infer(call.args[i]))
        result = self.unifier.fresh()
        function = FunctionType(args, rows.PURE, result)
        try:
            self.unifier.unify(callee, function, 'in call')
        except errors.LexTypeError as error:
            raise self.explain.at(error, call.callee)
        return result

    # Constructors

    def _variant_of(self, constructor):
        variant = self.table.variant(constructor.name)
        if variant is None:
            raise self.explain.variant(errors.unknown_variant(constructor.name),
                                       constructor)
        return variant

    def _constant(self, constructor):
        """A constructor without arguments."""
        variant = self._variant_of(constructor)
        owner = NamedType(variant.owner, self.unifier.fresh_list(variant.owner_arity))
        payload = variant.payload
        if isinstance(payload, TupleType):
            if len(payload.items) > 0:
                raise self._wrong_payload(constructor, len(payload.items))
        elif payload is not None:
            raise self._wrong_payload(constructor, 1)
        return owner

    def _wrong_payload(self, constructor, expected):
        error = errors.arity_mismatch(expected, len(constructor.args))
        return self.explain.payload(error, constructor, expected)

    def _payload_types(self, constructor):
        """A Payload with as many types as the constructor has arguments."""
        variant = self._variant_of(constructor)
        params = self.unifier.fresh_list(variant.owner_arity)
        count = len(constructor.args)
        if variant.payload is None:
            raise self._wrong_payload(constructor, 0)
        payload = Application(params).fill(variant.payload)
        if isinstance(variant.payload, TupleType) and isinstance(payload, TupleType):
            types = payload.items
        else:
            types = [payload]
        if len(types) != count:
            raise self._wrong_payload(constructor, len(types))
        return Payload(NamedType(variant.owner, params), types)

    # Operators

    def operator(self, expr, left):
        """The type of a binary operation with left operand type ``left``."""
        right = self.infer(expr.rhs)
        op = expr.op
        context = 'operator `%s`' % op
        if op == 'and' or op == 'or':
            self._truth(left, expr.lhs, context)
            self._truth(right, expr.rhs, context)
            return BOOL
        try:
            self.unifier.unify(left, right, context)
        except errors.LexTypeError as error:
            raise self.explain.operands(error, expr, left, right)
        if op == '==' or op == '!=':
            return BOOL
        if op == '+':
            return self._operand(left, NUMBERS_AND_STR, expr, context)
        if op == '<' or op == '<=' or op == '>' or op == '>=':
            self._operand(left, NUMBERS_AND_STR, expr, context)
            return BOOL
        return self._operand(left, NUMBERS, expr, context)

    def _truth(self, type, expr, context):
        """An operand that must be a Bool."""
        try:
            self.unifier.unify(type, BOOL, context)
        except errors.LexTypeError as error:
            raise self.explain.operand(error, expr, context, type, 'Bool')

    def _operand(self, type, allowed, expr, context):
        """``type`` if it is among ``allowed``; an unknown one becomes Int."""
        type = prune(type)
        if isinstance(type, TypeVar):
            self.unifier.unify(type, INT, context)
            return INT
        known = prune_alias(self.table, type)
        if known is INT or known is FLOAT:
            return type
        if known is STR and allowed == NUMBERS_AND_STR:
            return type
        error = errors.type_mismatch(allowed, show(known), context)
        raise self.explain.operand(error, expr.lhs, context, type, allowed)

    def _unary(self, expr):
        type = self.infer(expr.expr)
        if expr.op == 'not':
            self._truth(type, expr.expr, 'unary `not`')
            return BOOL
        type = prune(type)
        if isinstance(type, TypeVar):
            self.unifier.unify(type, INT, 'unary `-`')
        elif type is not INT and type is not FLOAT:
            error = errors.type_mismatch(NUMBERS, show(type), 'unary `-`')
            raise self.explain.operand(error, expr.expr, 'unary `-`', type, NUMBERS)
        return type

    # Composite values

    def _record(self, expr):
        names = []
        types = []
        for field in expr.fields:
            # Fields are sorted: the same name twice is adjacent.
            if len(names) > 0 and names[len(names) - 1] == field.name:
                raise self.explain.duplicate(errors.duplicate_field(field.name),
                                             field)
            names.append(field.name)
            types.append(self.infer(field.value))
        return RecordType(names, types)

    def _list(self, expr):
        item = self.unifier.fresh()
        for value in expr.items:
            found = self.infer(value)
            try:
                self.unifier.coerce(found, item, 'in list literal')
            except errors.LexTypeError as error:
                raise self.explain.item(error, expr, value, found, item)
        return ListType(item)

    def field(self, access, owner):
        """The type of a field read from a value of type ``owner``."""
        type = prune(owner)
        record = prune_alias(self.table, type)
        if not isinstance(record, RecordType):
            error = errors.type_mismatch('record', show(type),
                                         'field access `.%s`' % access.field)
            raise self.explain.no_record(error, access, owner)
        at = record.index(access.field)
        if at < 0:
            error = errors.unknown_field(show(record), access.field, record.names)
            raise self.explain.field(error, access, type,
                                     self.module_of(access.value))
        return record.types[at]

    # Match

    def arms(self, match, type):
        """The type of a match over a value of type ``type``."""
        if len(match.arms) == 0:
            raise self.explain.at(errors.no_arms(), match)
        result = self.unifier.fresh()
        for i in range(len(match.arms)):
            arm = match.arms[i]
            mark = self.locals.mark()
            try:
                self.patterns.check(arm.pattern, type)
            except errors.LexTypeError as error:
                raise self.explain.pattern(error, match, type)
            found = self.infer(arm.body)
            self.locals.undo(mark)
            try:
                self.unifier.coerce(found, result, 'in match arm')
            except errors.LexTypeError as error:
                raise self.explain.arm(error, match, i, found, result)
        return result

    # Lambdas

    def _lambda(self, expr):
        params = [NO_TYPE_PARAMS.convert_outermost(param.type, self.table)
                  for param in expr.params]
        declared = declared_effects(expr.effects)
        tail = self._lambda_tail(expr)
        result = NO_TYPE_PARAMS.convert_outermost(expr.return_type, self.table)
        outer_effects = self.effects
        inner = rows.EffectSet()
        self.effects = inner
        mark = self.locals.mark()
        for i in range(len(params)):
            param = expr.params[i]
            self.locals.bind(param.name, params[i], param.offset)
        found = self.infer(expr.body)
        try:
            self.unifier.coerce(found, result, 'in lambda body')
        except errors.LexTypeError as error:
            raise self.explain.lambda_result(error, expr, found, result)
        self.locals.undo(mark)
        self.effects = outer_effects
        missing = inner.first_uncovered(declared)
        if missing is not None:
            error = errors.effect_not_declared(missing.show())
            raise self.explain.lambda_effects(error, expr, inner, declared)
        row = rows.Row(declared, tail)
        open_tail = inner.tail
        if open_tail is not None and tail is not open_tail \
                and rows.resolve(row).tail is not open_tail:
            error = errors.effect_not_declared(
                "open effect row (annotate the lambda's effects with `| <row-var>`)")
            raise self.explain.open_row(error, expr, inner)
        return FunctionType(params, row, result)

    def _lambda_tail(self, expr):
        name = expr.effect_row_var
        if name is None:
            return None
        if name not in self.row_scope:
            error = errors.effect_not_declared(
                'unbound effect-row variable `%s`' % name)
            raise self.explain.row_variable(error, expr)
        return self.row_scope[name]


class Payload(object):
    """A constructor use: the type built and the types its arguments need."""

    def __init__(self, owner, types):
        self.owner = owner
        self.types = types


# The steps of the walk to the left

class Step(object):
    """What remains to be done once the type of a first child is known."""

    def resume(self, inference, waiting, type):
        """The type of the whole expression; or None after pushing further
        steps on ``waiting`` and setting ``inference.next`` to the expression
        to go on with."""
        raise NotImplementedError


class EndOfScope(Step):
    def __init__(self, mark):
        self.mark = mark

    def resume(self, inference, waiting, type):
        inference.locals.undo(self.mark)
        return type


class LeftOperand(Step):
    def __init__(self, expr):
        self.expr = expr

    def resume(self, inference, waiting, type):
        return inference.operator(self.expr, type)


class Callee(Step):
    def __init__(self, call):
        self.call = call

    def resume(self, inference, waiting, type):
        call = self.call
        type = prune(type)
        given = len(call.args)
        if isinstance(type, FunctionType):
            if len(type.params) != given:
                error = errors.arity_mismatch(len(type.params), given)
                raise inference.explain.call_arity(error, call, type)
            if given == 0:
                return inference.end_call(call, type)
        elif isinstance(type, TypeVar):
            if given == 0:
                return inference.finish_unknown_call(call, type, [])
        else:
            error = errors.type_mismatch('function', show(type), 'in call')
            raise inference.explain.no_function(error, call, type)
        waiting.append(FirstArgument(call, type))
        inference.next = call.args[0]
        return None


class FirstArgument(Step):
    def __init__(self, call, callee):
        self.call = call
        self.callee = callee

    def resume(self, inference, waiting, type):
        callee = self.callee
        if isinstance(callee, FunctionType):
            return inference.finish_call(self.call, callee, type)
        return inference.finish_unknown_call(self.call, callee, [type])


class FirstPayload(Step):
    def __init__(self, constructor, payload):
        self.constructor = constructor
        self.payload = payload

    def resume(self, inference, waiting, type):
        args = self.constructor.args
        types = self.payload.types
        for i in range(len(args)):
            if i > 0:
                type = inference.infer(args[i])
            context = 'constructor `%s`' % self.constructor.name
            if len(args) > 1:
                context = '%s arg %d' % (context, i + 1)
            try:
                inference.unifier.coerce(type, types[i], context)
            except errors.LexTypeError as error:
                raise inference.explain.payload_item(
                    error, self.constructor, i, type, types[i])
        return self.payload.owner


class Scrutinee(Step):
    def __init__(self, match):
        self.match = match

    def resume(self, inference, waiting, type):
        return inference.arms(self.match, type)


class FieldOwner(Step):
    def __init__(self, access):
        self.access = access

    def resume(self, inference, waiting, type):
        return inference.field(self.access, type)
