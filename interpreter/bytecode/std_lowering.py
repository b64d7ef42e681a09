"""Standard operations that take closures: compiled inline, because a closure
can only be called by the machine itself.

``list.*`` become native list instructions; ``option.*`` and ``result.*`` a
test and a closure call; ``iter.*`` and ``map.fold`` loops; ``flow.*``
closures over small functions made here.  docs/bytecode.rst gives the
sequences, which fix the step counts.
"""

from interpreter.bytecode import opcodes
from interpreter.bytecode.assembler import Label
from interpreter.bytecode.errors import CompileError
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


class StdLowering(object):

    def __init__(self, compiler):
        self.compiler = compiler
        self.asm = compiler.asm
        self.scope = compiler.scope

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
            self.lower_iter(op, args)
        elif module == 'flow':
            self.lower_flow(op, args)
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

    # Shorthands

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
        done = Label()
        top = self.here()
        self.jump_unless_inside(index, entries, done)
        self.list_element(entries, index)
        pair = self.store_new()
        self.load(function)
        self.load(accumulator)
        self.element(pair, 0)
        self.element(pair, 1)
        self.call_closure(3, 'n_map_fold')
        self.emit(opcodes.STORE_LOCAL, accumulator)
        self.increment(index)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(done)
        self.load(accumulator)

    # iter

    def lower_iter(self, op, args):
        if op == 'from_list':
            self.compiler.compile_expr(args[0], False)
            self.int_const(0)
            self.variant('__IterEager', 2)
        elif op == 'unfold':
            self.compiler.compile_all(args)
            self.variant('__IterLazy', 2)
        elif op == 'next':
            self.iter_next(args)
        elif op == 'is_empty':
            it = self.operand(args[0])
            self.load(it)
            self.emit(opcodes.GET_VARIANT_ARG, 1)
            self.load(it)
            self.emit(opcodes.GET_VARIANT_ARG, 0)
            self.emit(opcodes.GET_LIST_LEN)
            self.emit(opcodes.INT_LT)
            self.emit(opcodes.BOOL_NOT)
        elif op == 'count':
            it = self.operand(args[0])
            self.load(it)
            self.emit(opcodes.GET_VARIANT_ARG, 0)
            self.emit(opcodes.GET_LIST_LEN)
            self.load(it)
            self.emit(opcodes.GET_VARIANT_ARG, 1)
            self.emit(opcodes.INT_SUB)
        elif op == 'take':
            self.iter_take(args)
        elif op == 'skip':
            self.iter_skip(args)
        elif op == 'map':
            self.iter_map(args)
        elif op == 'filter':
            self.iter_filter(args)
        elif op == 'fold':
            self.iter_fold(args)
        else:
            self.iter_to_list(args)

    def jump_unless_variant(self, slot, constructor, otherwise):
        """The sequence counts a Dup whose copy nobody uses."""
        self.load(slot).weight = 2
        self.test_variant(constructor)
        self.asm.jump(opcodes.JUMP_IF_NOT, otherwise)

    def jump_unless_some(self, slot, otherwise):
        self.load(slot)
        self.test_variant('Some')
        self.asm.jump(opcodes.JUMP_IF_NOT, otherwise)

    def iter_next(self, args):
        it = self.operand(args[0])
        cursor = Label()
        eager = Label()
        none = Label()
        cursor_none = Label()
        eager_none = Label()
        end = Label()
        self.jump_unless_variant(it, '__IterLazy', cursor)
        seed = self.variant_arg(it, 0)
        step = self.variant_arg(it, 1)
        self.load(step)
        self.load(seed)
        self.call_closure(1, 'n_iter_next_lazy')
        option = self.store_new()
        self.jump_unless_some(option, none)
        pair = self.variant_arg(option, 0)
        self.element(pair, 0)
        self.element(pair, 1)
        self.load(step)
        self.some_of_pair('__IterLazy', 2, end)
        self.asm.place(none)
        self.variant('None', 0)
        self.asm.jump(opcodes.JUMP, end)

        self.asm.place(cursor)
        self.jump_unless_variant(it, '__IterCursor', eager)
        handle = self.variant_arg(it, 0)
        self.load(handle)
        call = self.compiler.builtin_call('sql', 'cursor_next', 1)
        call.fixed_node_id = 'n_iter_next_cursor'
        row = self.store_new()
        self.jump_unless_some(row, cursor_none)
        self.load(row)
        self.emit(opcodes.GET_VARIANT_ARG, 0)
        self.load(handle)
        self.some_of_pair('__IterCursor', 1, end)
        self.asm.place(cursor_none)
        self.variant('None', 0)
        self.asm.jump(opcodes.JUMP, end)

        self.asm.place(eager)
        items = self.variant_arg(it, 0)
        index = self.variant_arg(it, 1)
        self.jump_unless_inside(index, items, eager_none)
        self.list_element(items, index)
        self.load(items)
        self.load(index)
        self.int_const(1)
        self.emit(opcodes.INT_ADD)
        self.some_of_pair('__IterEager', 2, end)
        self.asm.place(eager_none)
        self.variant('None', 0)
        self.asm.place(end)

    def some_of_pair(self, constructor, count, end):
        self.variant(constructor, count)
        self.emit(opcodes.MAKE_TUPLE, 2)
        self.variant('Some', 1)
        self.asm.jump(opcodes.JUMP, end)

    def new_list(self):
        self.emit(opcodes.MAKE_LIST, 0)
        return self.store_new()

    def eager(self, out):
        self.load(out)
        self.int_const(0)
        self.variant('__IterEager', 2)

    def append_element(self, out, items, index):
        self.load(out)
        self.list_element(items, index)
        self.emit(opcodes.LIST_APPEND)
        self.emit(opcodes.STORE_LOCAL, out)

    def iter_take(self, args):
        it = self.operand(args[0])
        limit = self.operand(args[1])
        items = self.variant_arg(it, 0)
        index = self.variant_arg(it, 1)
        out = self.new_list()
        self.int_const(0)
        count = self.store_new()
        done = Label()
        top = self.here()
        self.load(count)
        self.load(limit)
        self.emit(opcodes.INT_LT)
        self.asm.jump(opcodes.JUMP_IF_NOT, done)
        self.jump_unless_inside(index, items, done)
        self.append_element(out, items, index)
        self.increment(index)
        self.increment(count)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(done)
        self.eager(out)

    def iter_skip(self, args):
        it = self.operand(args[0])
        count = self.operand(args[1])
        items = self.variant_arg(it, 0)
        index = self.variant_arg(it, 1)
        self.load(index)
        self.load(count)
        self.emit(opcodes.INT_ADD)
        raw = self.store_new()
        inside = Label()
        end = Label()
        self.load(raw)
        self.load(items)
        self.emit(opcodes.GET_LIST_LEN)
        self.emit(opcodes.INT_LT)
        self.asm.jump(opcodes.JUMP_IF, inside)
        self.load(items)
        self.emit(opcodes.GET_LIST_LEN)
        self.asm.jump(opcodes.JUMP, end)
        self.asm.place(inside)
        self.load(raw)
        self.asm.place(end)
        start = self.store_new()
        self.load(items)
        self.load(start)
        self.variant('__IterEager', 2)

    def iter_to_list(self, args):
        it = self.operand(args[0])
        out = self.new_list()
        eager = Label()
        lazy_done = Label()
        done = Label()
        end = Label()
        self.load(it)
        self.test_variant('__IterLazy')
        self.asm.jump(opcodes.JUMP_IF_NOT, eager)
        seed = self.variant_arg(it, 0)
        step = self.variant_arg(it, 1)
        top = self.here()
        self.load(step)
        self.load(seed)
        self.call_closure(1, 'n_iter_to_list_lazy')
        option = self.store_new()
        self.jump_unless_some(option, lazy_done)
        pair = self.variant_arg(option, 0)
        self.load(out)
        self.element(pair, 0)
        self.emit(opcodes.LIST_APPEND)
        self.emit(opcodes.STORE_LOCAL, out)
        self.element(pair, 1)
        self.emit(opcodes.STORE_LOCAL, seed)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(lazy_done)
        self.asm.jump(opcodes.JUMP, end)
        self.asm.place(eager)
        items = self.variant_arg(it, 0)
        index = self.variant_arg(it, 1)
        eager_top = self.here()
        self.jump_unless_inside(index, items, done)
        self.append_element(out, items, index)
        self.increment(index)
        self.asm.jump(opcodes.JUMP_BACK, eager_top)
        self.asm.place(done)
        self.asm.place(end)
        self.load(out)

    def iter_map(self, args):
        it = self.operand(args[0])
        function = self.operand(args[1])
        items = self.variant_arg(it, 0)
        index = self.variant_arg(it, 1)
        out = self.new_list()
        done = Label()
        top = self.here()
        self.jump_unless_inside(index, items, done)
        self.load(out)
        self.load(function)
        self.list_element(items, index)
        self.call_closure(1, 'n_iter_map')
        self.emit(opcodes.LIST_APPEND)
        self.emit(opcodes.STORE_LOCAL, out)
        self.increment(index)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(done)
        self.eager(out)

    def iter_filter(self, args):
        it = self.operand(args[0])
        function = self.operand(args[1])
        items = self.variant_arg(it, 0)
        index = self.variant_arg(it, 1)
        out = self.new_list()
        done = Label()
        skip = Label()
        top = self.here()
        self.jump_unless_inside(index, items, done)
        self.list_element(items, index)
        item = self.store_new()
        self.load(function)
        self.load(item)
        self.call_closure(1, 'n_iter_filter')
        self.asm.jump(opcodes.JUMP_IF_NOT, skip)
        self.load(out)
        self.load(item)
        self.emit(opcodes.LIST_APPEND)
        self.emit(opcodes.STORE_LOCAL, out)
        self.asm.place(skip)
        self.increment(index)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(done)
        self.eager(out)

    def iter_fold(self, args):
        it = self.operand(args[0])
        accumulator = self.operand(args[1])
        function = self.operand(args[2])
        items = self.variant_arg(it, 0)
        index = self.variant_arg(it, 1)
        done = Label()
        top = self.here()
        self.jump_unless_inside(index, items, done)
        self.load(function)
        self.load(accumulator)
        self.list_element(items, index)
        self.call_closure(2, 'n_iter_fold')
        self.emit(opcodes.STORE_LOCAL, accumulator)
        self.increment(index)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(done)
        self.load(accumulator)

    # flow

    def lower_flow(self, op, args):
        if op == 'parallel_list':
            self.parallel_list(args)
            return
        self.compiler.compile_all(args)
        if op == 'sequential':
            self.trampoline('__flow_sequential', 3, len(args))
        elif op == 'parallel':
            self.trampoline('__flow_parallel', 2, len(args))
        elif op == 'branch':
            self.trampoline('__flow_branch', 4, len(args))
        elif op == 'retry':
            self.trampoline('__flow_retry', 3, len(args))
        else:
            self.trampoline('__flow_retry_backoff', 4, len(args))

    def trampoline(self, name, arity, captures):
        """Make the closure of a new function that ``flow_body`` fills in; its
        first parameters are the captured arguments."""
        function = self.compiler.program.new_function(name, arity)
        body = self.compiler.new_body(function)
        for _ in range(arity):
            body.scope.new_slot()
        body.std.flow_body(name)
        body.finish()
        self.emit(opcodes.MAKE_CLOSURE, self.compiler.function_operand(function),
                  captures)

    def flow_body(self, name):
        if name == '__flow_sequential':
            self.apply(0, 2, 'n_flow_sequential')
            middle = self.store_new()
            self.apply(1, middle, 'n_flow_sequential')
        elif name == '__flow_parallel':
            self.load(0)
            self.call_closure(0, 'n_flow_parallel')
            self.load(1)
            self.call_closure(0, 'n_flow_parallel')
            self.emit(opcodes.MAKE_TUPLE, 2)
        elif name == '__flow_branch':
            otherwise = Label()
            self.apply(0, 3, 'n_flow_branch')
            self.asm.jump(opcodes.JUMP_IF_NOT, otherwise)
            self.apply(1, 3, 'n_flow_branch')
            self.emit(opcodes.RETURN)
            self.asm.place(otherwise)
            self.apply(2, 3, 'n_flow_branch')
        elif name == '__flow_retry':
            self.retry_body(2, False)
        else:
            self.retry_body(3, True)
        self.emit(opcodes.RETURN)

    def apply(self, function, argument, node_id):
        self.load(function)
        self.load(argument)
        self.call_closure(1, node_id)

    def retry_body(self, argument, backoff):
        """Slot 0 holds the function, 1 the number of attempts and, with
        ``backoff``, 2 the first delay.  Without any attempt the result is
        Unit."""
        node_id = 'n_flow_retry'
        delay = -1
        if backoff:
            node_id = 'n_flow_retry_backoff'
            self.load(2)
            delay = self.store_new()
        self.int_const(0)
        attempt = self.store_new()
        result = self.scope.new_slot()
        first = self.asm.emit(opcodes.PUSH_CONST, self.compiler.unit_const())
        first.weight = 0
        self.asm.emit(opcodes.STORE_LOCAL, result).weight = 0
        done = Label()
        failed = Label()
        top = self.here()
        self.load(attempt)
        self.load(1)
        self.emit(opcodes.INT_LT)
        self.asm.jump(opcodes.JUMP_IF_NOT, done)
        if backoff:
            self.sleep_before_retry(attempt, delay)
        self.apply(0, argument, node_id)
        self.emit(opcodes.STORE_LOCAL, result)
        self.load(result)
        self.test_variant('Ok')
        self.asm.jump(opcodes.JUMP_IF_NOT, failed)
        self.load(result)
        self.emit(opcodes.RETURN)
        self.asm.place(failed)
        self.increment(attempt)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(done)
        self.load(result)

    def sleep_before_retry(self, attempt, delay):
        first_attempt = Label()
        self.int_const(0)
        self.load(attempt)
        self.emit(opcodes.INT_LT)
        self.asm.jump(opcodes.JUMP_IF_NOT, first_attempt)
        self.load(delay)
        call = self.compiler.builtin_call('time', 'sleep_ms', 1)
        call.fixed_node_id = 'n_flow_retry_backoff_sleep'
        self.emit(opcodes.POP)
        self.load(delay)
        self.int_const(2)
        self.emit(opcodes.NUM_MUL)
        self.emit(opcodes.STORE_LOCAL, delay)
        self.asm.place(first_attempt)

    def parallel_list(self, args):
        actions = self.operand(args[0])
        out = self.new_list()
        self.int_const(0)
        index = self.store_new()
        done = Label()
        top = self.here()
        self.jump_unless_inside(index, actions, done)
        self.load(out)
        self.list_element(actions, index)
        self.call_closure(0, 'n_flow_parallel_list')
        self.emit(opcodes.LIST_APPEND)
        self.emit(opcodes.STORE_LOCAL, out)
        self.increment(index)
        self.asm.jump(opcodes.JUMP_BACK, top)
        self.asm.place(done)
        self.load(out)
