"""Canonical tree -> bytecode.

``compile_program`` compiles the functions in source order, then the lambda
bodies, the one discovered last first.  The instruction sequence of each
construct is part of the language's behaviour, because every instruction is a
step: docs/bytecode.rst gives it construct by construct.
"""

from rpython.rlib.rstackovf import StackOverflow, check_stack_overflow

from interpreter.bytecode import fusion, opcodes, scope as scopes, tail_groups
from interpreter.bytecode.assembler import Assembler, encode
from interpreter.bytecode.body_hash import body_hash
from interpreter.bytecode.errors import CompileError
from interpreter.bytecode.free_vars import free_vars
from interpreter.bytecode.match_lowering import MatchLowering
from interpreter.bytecode.program import (
    BuiltinRef, DeclaredEffect, Function, Program, Refinement)
from interpreter.bytecode.stack_depth import max_stack_depth
from interpreter.bytecode.std_lowering import StdLowering
from interpreter.canonical import tree
from interpreter.objects.bytes import newbytes
from interpreter.objects.numbers import newbool, newfloat, newint, w_unit
from interpreter.objects.record import Shape
from interpreter.objects.text import newstr
from interpreter.objects.variant import Constructor


def compile_program(stages, std_arities):
    """[canonical.tree.Stage] -> Program.  ``std_arities`` maps 'module.op' to
    the number of arguments of each standard operation there is.  Raises
    CompileError."""
    try:
        return ProgramCompiler(stages, std_arities).compile()
    except StackOverflow:
        check_stack_overflow()
        raise CompileError('the program nests too deeply', -1)


class _PendingLambda(object):
    def __init__(self, function, captures, params, body):
        self.function = function
        self.captures = captures
        self.params = params
        self.body = body


class ProgramCompiler(object):

    def __init__(self, stages, std_arities):
        self.stages = stages
        self.std_arities = std_arities
        self.functions = []
        self.function_index = {}
        self.module_aliases = {}
        self.type_aliases = scopes.TypeAliases(stages)
        self.pending_lambdas = []
        self.unique_constants = 0

    def compile(self):
        declarations = []
        for stage in self.stages:
            if isinstance(stage, tree.FnDecl):
                self.function_index[stage.name] = len(self.functions)
                function = Function(stage.name, len(self.functions),
                                    len(stage.params))
                _declare(function, stage)
                self.functions.append(function)
                declarations.append(stage)
            elif isinstance(stage, tree.Import):
                self.module_aliases[stage.alias] = _module_name(stage.reference)
        for i in range(len(declarations)):
            stage = declarations[i]
            body = FunctionCompiler(self, self.functions[i], False)
            for param in stage.params:
                body.bind_param(param)
            body.compile_body(stage.body)
        while len(self.pending_lambdas) > 0:
            pending = self.pending_lambdas.pop()
            body = FunctionCompiler(self, pending.function, True)
            for name in pending.captures:
                body.scope.bind(name, body.scope.new_slot(), scopes.UNKNOWN, None)
            for param in pending.params:
                body.bind_lambda_param(param)
            body.compile_body(pending.body)
        tail_groups.assign(self.functions)
        return Program(self.functions, self.function_index)

    def new_function(self, name, arity):
        """Add a lambda or trampoline; ``name`` '' makes a lambda's name."""
        index = len(self.functions)
        if name == '':
            name = '__lambda_%d' % index
        function = Function(name, index, arity)
        function.is_pure = True
        self.functions.append(function)
        return function

    def std_arity(self, name):
        """-> the number of arguments of a standard operation, or -1."""
        return self.std_arities.get(name, -1)

    def next_unique(self):
        self.unique_constants += 1
        return self.unique_constants


def _module_name(reference):
    if reference.startswith('std.'):
        return reference[4:]
    return reference


def _declare(function, stage):
    function.path = stage.path
    function.offset = stage.offset
    budget = 0
    for effect in stage.effects:
        function.effects.append(DeclaredEffect(
            effect.name, effect.arg_kind, effect.arg_text, effect.arg_int))
        if (effect.name == 'budget' and effect.arg_kind == 'Int' and
                effect.arg_int > 0):
            budget += effect.arg_int
    function.budget_cost = budget
    function.is_pure = (len(stage.effects) == 0 and stage.effect_row_var is None)
    for param in stage.params:
        type = param.type
        if isinstance(type, tree.RefinedType):
            function.refinements.append(Refinement(type.binding, type.predicate))
        else:
            function.refinements.append(None)


class FunctionCompiler(object):
    """Compiles one body.  ``compile_expr`` leaves the value on the stack."""

    def __init__(self, program, function, is_lambda):
        self.program = program
        self.function = function
        self.is_lambda = is_lambda
        self.asm = Assembler()
        self.scope = scopes.Scope()
        self.consts_w = []
        self.int_consts = {}
        self.str_consts = {}
        self.bool_consts = {}
        self.names = []
        self.name_index = {}
        self.shapes = []
        self.shape_index = {}
        self.constructors = []
        self.constructor_index = {}
        self.functions = []
        self.function_operands = {}
        self.builtin_refs = []
        self.matches = MatchLowering(self)
        self.std = StdLowering(self)

    # Bodies

    def bind_param(self, param):
        self.scope.bind(param.name, self.scope.new_slot(),
                        scopes.class_of_type(param.type),
                        self.program.type_aliases.field_classes(param.type))

    def bind_lambda_param(self, param):
        self.scope.bind(param.name, self.scope.new_slot(),
                        scopes.class_of_type(param.type), None)

    def compile_body(self, body):
        self.compile_expr(body, True)
        self.asm.emit(opcodes.RETURN)
        self.finish()

    def new_body(self, function):
        """A compiler for a function made by this one."""
        return FunctionCompiler(self.program, function, True)

    def finish(self):
        """Fuse, encode and fill in the function."""
        function = self.function
        function.nlocals = max(self.scope.peak_slot, function.arity)
        function.body_hash = body_hash(self)
        fusion.fuse(self.asm, self.consts_w)
        encode(self.asm, function)
        function.consts_w = self.consts_w[:]
        function.names = self.names[:]
        function.shapes = self.shapes[:]
        function.constructors = self.constructors[:]
        function.functions = self.functions[:]
        function.builtin_refs = self.builtin_refs[:]
        function.max_stack = max_stack_depth(function)
        function.capacity = function.nlocals + function.max_stack

    # Operands

    def const(self, w_value):
        self.consts_w.append(w_value)
        return len(self.consts_w) - 1

    def int_const(self, value):
        if value not in self.int_consts:
            self.int_consts[value] = self.const(newint(value))
        return self.int_consts[value]

    def str_const(self, value):
        if value not in self.str_consts:
            self.str_consts[value] = self.const(newstr(value))
        return self.str_consts[value]

    def unit_const(self):
        return self.const(w_unit)

    def bool_const(self, value):
        key = int(value)
        if key not in self.bool_consts:
            self.bool_consts[key] = self.const(newbool(value))
        return self.bool_consts[key]

    def name(self, text):
        if text not in self.name_index:
            self.name_index[text] = len(self.names)
            self.names.append(text)
        return self.name_index[text]

    def constructor(self, name):
        if name not in self.constructor_index:
            self.constructor_index[name] = len(self.constructors)
            self.constructors.append(Constructor.of(name))
        return self.constructor_index[name]

    def shape(self, names):
        shape = Shape.of(names)
        if shape not in self.shape_index:
            self.shape_index[shape] = len(self.shapes)
            self.shapes.append(shape)
        return self.shape_index[shape]

    def function_operand(self, function):
        if function.index not in self.function_operands:
            self.function_operands[function.index] = len(self.functions)
            self.functions.append(function)
        return self.function_operands[function.index]

    def builtin(self, module, op):
        for i in range(len(self.builtin_refs)):
            ref = self.builtin_refs[i]
            if ref.module == module and ref.op == op:
                return i
        self.builtin_refs.append(BuiltinRef(module, op))
        return len(self.builtin_refs) - 1

    def site(self):
        self.function.sites += 1
        return self.function.sites - 1

    def field_read(self, name):
        self.asm.emit(opcodes.GET_FIELD, self.name(name), self.site())

    # Expressions

    def compile_all(self, exprs):
        for expr in exprs:
            self.compile_expr(expr, False)

    def compile_expr(self, expr, tail):
        """Compile ``expr``; in tail position calls of functions reuse the
        frame.  A let or block chain, and whatever nests in its first operand,
        may be thousands deep and is walked without recursion."""
        mark = self.scope.mark()
        outer = self.asm.node
        while True:
            if isinstance(expr, tree.Let):
                self.compile_let(expr)
                expr = expr.body
            elif isinstance(expr, tree.Block):
                for statement in expr.statements:
                    self.compile_expr(statement, False)
                    self.asm.emit(opcodes.POP)
                expr = expr.result
            else:
                break
        self.compile_spine(expr, tail)
        self.scope.restore(mark)
        self.asm.node = outer

    def compile_let(self, expr):
        if expr.type is not None:
            numeric = scopes.class_of_type(expr.type)
        else:
            numeric = scopes.class_of(expr.value, self.scope)
        field_classes = None
        value = expr.value
        if isinstance(value, tree.RecordLit):
            field_classes = {}
            for field in value.fields:
                field_classes[field.name] = scopes.class_of(field.value, self.scope)
        self.compile_expr(value, False)
        slot = self.scope.new_slot()
        self.scope.bind(expr.name, slot, numeric, field_classes)
        self.asm.emit(opcodes.STORE_LOCAL, slot)

    def compile_spine(self, expr, tail):
        """Go down the first operands, compile the innermost, then finish the
        operations from the inside out."""
        spine = []
        tails = []
        while True:
            first = self.first_operand(expr)
            if first is None:
                break
            spine.append(expr)
            tails.append(tail)
            tail = False
            expr = first
        if isinstance(expr, tree.Let) or isinstance(expr, tree.Block):
            self.compile_expr(expr, tail)
        else:
            self.compile_simple(expr, tail)
        numeric = scopes.UNKNOWN
        if len(spine) > 0:
            numeric = scopes.class_of(expr, self.scope)
        while len(spine) > 0:
            numeric = self.compile_rest(spine.pop(), tails.pop(), numeric)

    def first_operand(self, expr):
        """The operand that ``expr`` evaluates first and that may nest deep,
        or None if ``expr`` is compiled as a whole."""
        if isinstance(expr, tree.BinOp):
            return expr.lhs
        if isinstance(expr, tree.Call):
            if self.is_direct(expr):
                if len(expr.args) > 0:
                    return expr.args[0]
            elif not self.is_lowered(expr.callee):
                return expr.callee
        elif isinstance(expr, tree.FieldAccess):
            if self.module_of(expr.value) == '':
                return expr.value
        elif isinstance(expr, tree.Constructor):
            if len(expr.args) > 0:
                return expr.args[0]
        elif isinstance(expr, tree.UnaryOp):
            return expr.expr
        return None

    def compile_rest(self, expr, tail, numeric):
        """The first operand of ``expr``, of class ``numeric``, is on the
        stack: compile what remains.  -> the class of the result."""
        self.asm.node = expr
        if isinstance(expr, tree.BinOp):
            right = scopes.class_of(expr.rhs, self.scope)
            self.compile_expr(expr.rhs, False)
            both = scopes.combine(numeric, right)
            self.binary_op(expr.op, both)
            if scopes.is_arithmetic(expr.op):
                return both
            return scopes.UNKNOWN
        if isinstance(expr, tree.UnaryOp):
            if expr.op == '-':
                self.asm.emit(opcodes.NUM_NEG)
                return numeric
            self.asm.emit(opcodes.BOOL_NOT)
            return scopes.UNKNOWN
        if isinstance(expr, tree.FieldAccess):
            self.field_read(expr.field)
            return scopes.class_of(expr, self.scope)
        if isinstance(expr, tree.Constructor):
            self.compile_rest_of(expr.args)
            self.asm.emit(opcodes.MAKE_VARIANT, self.constructor(expr.name),
                          len(expr.args))
        else:
            assert isinstance(expr, tree.Call)
            self.asm.node = expr.callee
            if self.is_direct(expr):
                self.compile_rest_of(expr.args)
                self.finish_call(expr, tail)
            else:
                self.compile_all(expr.args)
                self.note_node(
                    self.asm.emit(opcodes.CALL_CLOSURE, len(expr.args)), expr)
        return scopes.UNKNOWN

    def compile_rest_of(self, args):
        for i in range(1, len(args)):
            self.compile_expr(args[i], False)

    def compile_simple(self, expr, tail):
        self.asm.node = expr
        if isinstance(expr, tree.Literal):
            self.literal(expr)
        elif isinstance(expr, tree.Var):
            self.variable(expr)
        elif isinstance(expr, tree.Call):
            self.asm.node = expr.callee
            self.call(expr, tail)
        elif isinstance(expr, tree.Match):
            self.matches.compile(expr, tail)
        elif isinstance(expr, tree.Constructor):
            self.asm.emit(opcodes.MAKE_VARIANT, self.constructor(expr.name), 0)
        elif isinstance(expr, tree.RecordLit):
            names = []
            for field in expr.fields:
                self.compile_expr(field.value, False)
                names.append(field.name)
            self.asm.emit(opcodes.MAKE_RECORD, self.shape(names))
        elif isinstance(expr, tree.TupleLit):
            self.compile_all(expr.items)
            self.asm.emit(opcodes.MAKE_TUPLE, len(expr.items))
        elif isinstance(expr, tree.ListLit):
            self.compile_all(expr.items)
            self.asm.emit(opcodes.MAKE_LIST, len(expr.items))
        elif isinstance(expr, tree.FieldAccess):
            self.std.function_value(self.module_of(expr.value), expr)
        elif isinstance(expr, tree.Lambda):
            self.make_lambda(expr)
        elif isinstance(expr, tree.Return):
            self.compile_expr(expr.value, True)
            self.asm.emit(opcodes.RETURN)
        else:
            raise CompileError('expression of an unknown kind', expr.offset)

    def literal(self, expr):
        self.asm.emit(opcodes.PUSH_CONST, self.literal_const(expr))

    def literal_const(self, expr):
        if isinstance(expr, tree.IntLit):
            return self.int_const(expr.value)
        if isinstance(expr, tree.StrLit):
            return self.str_const(expr.value)
        if isinstance(expr, tree.BoolLit):
            return self.bool_const(expr.value)
        if isinstance(expr, tree.FloatLit):
            return self.const(newfloat(expr.value))
        if isinstance(expr, tree.BytesLit):
            return self.const(newbytes(expr.value))
        return self.unit_const()

    def global_function(self, name):
        """-> Function or None."""
        index = self.program.function_index.get(name, -1)
        if index < 0:
            return None
        return self.program.functions[index]

    def variable(self, expr):
        binding = self.scope.lookup(expr.name)
        if binding is not None:
            self.asm.emit(opcodes.LOAD_LOCAL, binding.slot)
            return
        function = self.global_function(expr.name)
        if function is None:
            raise CompileError('unknown identifier `%s`' % expr.name, expr.offset)
        self.asm.emit(opcodes.MAKE_CLOSURE, self.function_operand(function), 0)

    def make_lambda(self, expr):
        captures = []
        for name in free_vars(expr.params, expr.body):
            if self.scope.lookup(name) is not None:
                captures.append(name)
        function = self.program.new_function(
            '', len(captures) + len(expr.params))
        function.path = self.function.path
        function.offset = expr.offset
        function.parent = self.function.parent or self.function.name
        for name in captures:
            self.asm.emit(opcodes.LOAD_LOCAL, self.scope.lookup(name).slot)
        self.asm.emit(opcodes.MAKE_CLOSURE, self.function_operand(function),
                      len(captures))
        self.program.pending_lambdas.append(
            _PendingLambda(function, captures, expr.params, expr.body))

    # Calls

    def called_function(self, callee):
        """The top-level function that ``callee`` names, or None."""
        if isinstance(callee, tree.Var) and self.scope.lookup(callee.name) is None:
            return self.global_function(callee.name)
        return None

    def module_of(self, expr):
        """The standard module that ``expr`` is the alias of, or ''."""
        if isinstance(expr, tree.Var) and self.scope.lookup(expr.name) is None:
            return self.program.module_aliases.get(expr.name, '')
        return ''

    def is_plain_module_call(self, expr):
        callee = expr.callee
        return (isinstance(callee, tree.FieldAccess) and
                self.module_of(callee.value) != '' and not self.is_lowered(callee))

    def is_lowered(self, callee):
        """Whether ``callee`` is an operation that has no call of its own."""
        if not isinstance(callee, tree.FieldAccess):
            return False
        module = self.module_of(callee.value)
        return module != '' and self.std.is_lowered(module, callee.field)

    def is_direct(self, expr):
        """Whether a call names a top-level function or a module's."""
        return (self.called_function(expr.callee) is not None or
                self.is_plain_module_call(expr))

    def call(self, expr, tail):
        """A call of a lowered operation, or a direct one without arguments."""
        callee = expr.callee
        if self.is_lowered(callee):
            assert isinstance(callee, tree.FieldAccess)
            self.std.lower(self.module_of(callee.value), callee.field, expr)
        else:
            self.finish_call(expr, tail)

    def finish_call(self, expr, tail):
        """The arguments of a function or module call are on the stack."""
        callee = expr.callee
        function = self.called_function(callee)
        if function is not None:
            if function.arity != len(expr.args):
                raise CompileError('arity mismatch calling `%s`: expected %d, '
                                   'got %d' % (function.name, function.arity,
                                               len(expr.args)), expr.offset)
            op = opcodes.CALL
            if tail:
                op = opcodes.TAIL_CALL
            self.note_node(
                self.asm.emit(op, self.function_operand(function)), expr)
            return
        assert isinstance(callee, tree.FieldAccess)
        module = self.module_of(callee.value)
        self.note_node(self.builtin_call(module, callee.field, len(expr.args)),
                       expr)

    def builtin_call(self, module, op, count):
        opcode = opcodes.CALL_BUILTIN
        if module == 'conc' or (module == 'parser' and op == 'run') or (
                module == 'net' and op.startswith('serve')):
            opcode = opcodes.CALL_REENTRANT
        return self.asm.emit(opcode, self.builtin(module, op), count)

    def note_node(self, instr, expr):
        if not self.is_lambda:
            instr.node_id = expr.node_id

    # Operators

    def binary_op(self, op, numeric):
        emit = self.asm.emit
        if op == '+':
            emit(_typed(numeric, opcodes.INT_ADD, opcodes.FLOAT_ADD,
                        opcodes.NUM_ADD))
        elif op == '-':
            emit(_typed(numeric, opcodes.INT_SUB, opcodes.FLOAT_SUB,
                        opcodes.NUM_SUB))
        elif op == '*':
            emit(_typed(numeric, opcodes.INT_MUL, opcodes.FLOAT_MUL,
                        opcodes.NUM_MUL))
        elif op == '/':
            emit(_typed(numeric, opcodes.INT_DIV, opcodes.FLOAT_DIV,
                        opcodes.NUM_DIV))
        elif op == '%':
            emit(_typed(numeric, opcodes.INT_MOD, opcodes.NUM_MOD,
                        opcodes.NUM_MOD))
        elif op == '==' or op == '!=':
            emit(_typed(numeric, opcodes.INT_EQ, opcodes.FLOAT_EQ,
                        opcodes.NUM_EQ))
            if op == '!=':
                emit(opcodes.BOOL_NOT)
        elif op == '<' or op == '>':
            if op == '>':
                self.swap()
            emit(_typed(numeric, opcodes.INT_LT, opcodes.FLOAT_LT,
                        opcodes.NUM_LT))
        elif op == '<=' or op == '>=':
            if op == '>=':
                self.swap()
            emit(_typed(numeric, opcodes.INT_LE, opcodes.FLOAT_LE,
                        opcodes.NUM_LE))
        elif op == 'and':
            emit(opcodes.BOOL_AND)
        elif op == 'or':
            emit(opcodes.BOOL_OR)
        else:
            raise CompileError('unknown operator `%s`' % op, -1)

    def swap(self):
        left = self.scope.new_slot()
        right = self.scope.new_slot()
        self.asm.emit(opcodes.STORE_LOCAL, right)
        self.asm.emit(opcodes.STORE_LOCAL, left)
        self.asm.emit(opcodes.LOAD_LOCAL, right)
        self.asm.emit(opcodes.LOAD_LOCAL, left)


def _typed(numeric, int_op, float_op, generic_op):
    if numeric == scopes.INT:
        return int_op
    if numeric == scopes.FLOAT:
        return float_op
    return generic_op
