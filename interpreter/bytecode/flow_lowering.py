"""``flow.*`` as closures over small functions made here; docs/bytecode.rst gives the
sequences, which fix the step counts."""

from interpreter.bytecode import opcodes
from interpreter.bytecode.assembler import Label
from interpreter.bytecode.lowering import Lowering


class FlowLowering(Lowering):

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
        FlowLowering(body).flow_body(name)
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
        loop = self.begin_loop(actions, index)
        self.load(out)
        self.list_element(actions, index)
        self.call_closure(0, 'n_flow_parallel_list')
        self.emit(opcodes.LIST_APPEND)
        self.emit(opcodes.STORE_LOCAL, out)
        self.end_loop(loop)
        self.load(out)
