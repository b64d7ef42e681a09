"""Standard operations that take closures: compiled inline, because a closure
can only be called by the machine itself.

``list.*`` become native list instructions; ``option.*`` and ``result.*`` a
test and a closure call; ``map.fold`` a loop; ``iter.*`` and ``flow.*`` have
files of their own.  docs/bytecode.rst gives the sequences, which fix the step
counts.
"""

from interpreter.bytecode import opcodes
from interpreter.bytecode.assembler import Label
from interpreter.bytecode.errors import CompileError
from interpreter.bytecode.flow_lowering import FlowLowering
from interpreter.bytecode.iter_lowering import IterLowering
from interpreter.bytecode.lowering import Lowering
from interpreter.canonical import tree

ARITIES = {
    'list.map': 2, 'list.par_map': 2, 'list.filter': 2, 'list.sort_by': 2,
    'list.fold': 3,
    'option.map': 2, 'option.and_then': 2, 'option.or_else': 2,
    'option.unwrap_or_else': 2,
    'result.map': 2, 'result.and_then': 2, 'result.map_err': 2,
    'result.or_else': 2, 'result.unwrap_or_else': 2,
    'iter.from_list': 1, 'iter.unfold': 2, 'iter.next': 1,
    'iter.is_empty': 1, 'iter.count': 1, 'iter.take': 2, 'iter.skip': 2,
    'iter.to_list': 1, 'iter.collect': 1, 'iter.map': 2, 'iter.filter': 2,
    'iter.fold': 3,
    'map.fold': 3,
    'flow.sequential': 2, 'flow.parallel': 2, 'flow.parallel_list': 1,
    'flow.branch': 3, 'flow.retry': 2, 'flow.retry_with_backoff': 3,
}


class StdLowering(Lowering):

    def is_lowered(self, module, op):
        return module + '.' + op in ARITIES

    def lower(self, module, op, expr):
        """Compile the call ``module.op(args)``."""
        name = module + '.' + op
        args = expr.args
        if len(args) != ARITIES[name]:
            raise CompileError('arity mismatch calling `%s`: expected %d, got %d'
                               % (name, ARITIES[name], len(args)), expr.offset)
        if module == 'list':
            self.lower_list(op, args)
        elif module == 'iter':
            IterLowering(self.compiler).lower_iter(op, args)
        elif module == 'flow':
            FlowLowering(self.compiler).lower_flow(op, args)
        elif module == 'map':
            self.map_fold(args, expr)
        else:
            self.lower_variant(name, args)

    def function_value(self, module, expr):
        """A standard operation used as a value: the closure that calls it."""
        name = module + '.' + expr.field
        arity = ARITIES.get(name, self.compiler.program.std_arity(name))
        if arity < 0:
            raise CompileError('`%s` is not available in this build' % name,
                               expr.offset)
        params = []
        args = []
        for i in range(arity):
            param = '__arg_%d' % i
            params.append(tree.Param(param, tree.TupleType([])))
            args.append(tree.Var(param))
        lambda_ = tree.Lambda(params, tree.TupleType([]), [], None,
                              tree.Call(expr, args))
        self.compiler.make_lambda(lambda_)

    # list

    def lower_list(self, op, args):
        self.compiler.compile_all(args)
        if op == 'map':
            self.emit(opcodes.LIST_MAP)
        elif op == 'filter':
            self.emit(opcodes.LIST_FILTER)
        elif op == 'fold':
            self.emit(opcodes.LIST_FOLD)
        elif op == 'sort_by':
            self.emit(opcodes.SORT_BY_KEY)
        else:
            self.emit(opcodes.PARALLEL_MAP)

    # option and result

    def lower_variant(self, name, args):
        if name == 'option.map':
            self.map_variant(args, 'Some', True)
        elif name == 'option.and_then':
            self.map_variant(args, 'Some', False)
        elif name == 'result.map':
            self.map_variant(args, 'Ok', True)
        elif name == 'result.and_then':
            self.map_variant(args, 'Ok', False)
        elif name == 'result.map_err':
            self.map_variant(args, 'Err', True)
        elif name == 'option.or_else':
            self.or_else(args, 'None', 0)
        elif name == 'result.or_else':
            self.or_else(args, 'Err', 1)
        elif name == 'option.unwrap_or_else':
            self.unwrap_or_else(args, 'Some', 0, 'n_uoe')
        else:
            self.unwrap_or_else(args, 'Ok', 1, 'n_ruoe')

    def test_copy(self, slot, constructor, otherwise):
        """Push the variant in ``slot``; leave for ``otherwise`` with it still
        pushed unless it was made by ``constructor``."""
        self.load(slot)
        self.emit(opcodes.DUP)
        self.test_variant(constructor)
        self.asm.jump(opcodes.JUMP_IF_NOT, otherwise)

    def map_variant(self, args, constructor, rewrap):
        value = self.operand(args[0])
        function = self.operand(args[1])
        end = Label()
        self.test_copy(value, constructor, end)
        self.emit(opcodes.GET_VARIANT_ARG, 0)
        payload = self.store_new()
        self.load(function)
        self.load(payload)
        self.call_closure(1, 'n_hov')
        if rewrap:
            self.variant(constructor, 1)
        self.asm.jump(opcodes.JUMP, end)
        self.asm.place(end)

    def or_else(self, args, constructor, count):
        value = self.operand(args[0])
        function = self.operand(args[1])
        end = Label()
        self.test_copy(value, constructor, end)
        self.emit(opcodes.POP)
        self.load(function)
        if count == 1:
            self.load(value)
            self.emit(opcodes.GET_VARIANT_ARG, 0)
        self.call_closure(count, 'n_hoe')
        self.asm.jump(opcodes.JUMP, end)
        self.asm.place(end)

    def unwrap_or_else(self, args, constructor, count, node_id):
        value = self.operand(args[0])
        function = self.operand(args[1])
        otherwise = Label()
        end = Label()
        self.test_copy(value, constructor, otherwise)
        self.emit(opcodes.GET_VARIANT_ARG, 0)
        self.asm.jump(opcodes.JUMP, end)
        self.asm.place(otherwise)
        self.emit(opcodes.POP)
        self.load(function)
        if count == 1:
            self.load(value)
            self.emit(opcodes.GET_VARIANT_ARG, 0)
        self.call_closure(count, node_id)
        self.asm.place(end)

    # map

    def map_fold(self, args, expr):
        self.compiler.compile_expr(args[0], False)
        self.compiler.note_node(self.compiler.builtin_call('map', 'entries', 1),
                                expr)
        entries = self.store_new()
        accumulator = self.operand(args[1])
        function = self.operand(args[2])
        self.int_const(0)
        index = self.store_new()
        loop = self.begin_loop(entries, index)
        self.list_element(entries, index)
        pair = self.store_new()
        self.load(function)
        self.load(accumulator)
        self.element(pair, 0)
        self.element(pair, 1)
        self.call_closure(3, 'n_map_fold')
        self.emit(opcodes.STORE_LOCAL, accumulator)
        self.end_loop(loop)
        self.load(accumulator)
