"""Runs RPython's flow graphs as Python functions, about ten times as fast as RPython's
own interpreter of graphs (Python 2.7).

``install`` makes that interpreter use them.  Types are not checked; what they do is the
same.
"""

from rpython.flowspace.model import Constant, Variable
from rpython.rlib.objectmodel import CDefinedIntSymbolic, ComputedIntSymbolic
from rpython.rlib.rarithmetic import intmask
from rpython.rtyper import llinterp
from rpython.rtyper.llinterp import LLException
from rpython.rtyper.lltypesystem import lloperation, lltype

# An operation as an expression of its operands.
EXPRESSIONS = {
    'same_as': '%s', 'hint': '%s', 'bool_not': 'not %s', 'int_is_true': '%s != 0',
    'int_add': 'intmask(%s + %s)', 'int_sub': 'intmask(%s - %s)',
    'int_mul': 'intmask(%s * %s)', 'int_neg': 'intmask(-%s)', 'int_and': '%s & %s',
    'int_or': '%s | %s', 'int_xor': '%s ^ %s', 'int_lt': '%s < %s', 'int_le': '%s <= %s',
    'int_eq': '%s == %s', 'int_ne': '%s != %s', 'int_gt': '%s > %s', 'int_ge': '%s >= %s',
    'char_eq': '%s == %s', 'char_ne': '%s != %s', 'cast_char_to_int': 'ord(%s)',
    'cast_int_to_char': 'chr(%s)', 'cast_bool_to_int': 'int(%s)',
    'cast_int_to_float': 'float(%s)', 'float_add': '%s + %s', 'float_sub': '%s - %s',
    'float_mul': '%s * %s', 'float_neg': '-%s', 'float_abs': 'abs(%s)',
    'float_lt': '%s < %s', 'float_le': '%s <= %s', 'float_eq': '%s == %s',
    'float_ne': '%s != %s', 'float_gt': '%s > %s', 'float_ge': '%s >= %s',
    'ptr_nonzero': 'bool(%s)', 'ptr_iszero': 'not %s', 'ptr_eq': '%s == %s',
    'ptr_ne': '%s != %s', 'getarrayitem': '%s[%s]', 'getarraysize': 'len(%s)',
}
NOTHING = ['keepalive', 'jit_marker', 'debug_assert', 'debug_record_traceback',
           'debug_start_traceback', 'debug_reraise_traceback', 'debug_catch_exception']


class NotSupported(Exception):
    pass


class CompiledGraph(object):
    """``call`` runs the graph; it is made when it is first called."""

    def __init__(self, graph, interpreter):
        self.graph = graph
        self.frame = llinterp.LLFrame(graph, [], interpreter)
        self.call = self.first_call

    def first_call(self, *args):
        self.call = _Source(self.graph, self.frame).function()
        return self.call(*args)


def compiled(graph, interpreter):
    try:
        return graph.compiled_by_tracefuzz
    except AttributeError:
        graph.compiled_by_tracefuzz = CompiledGraph(graph, interpreter)
        return graph.compiled_by_tracefuzz


class _Source(object):
    """Makes the source of a function from a graph."""

    def __init__(self, graph, frame):
        self.graph = graph
        self.frame = frame
        self.names = {}
        self.known = {'intmask': intmask, 'LLException': LLException}
        self.lines = []

    def function(self):
        self.blocks = list(self.graph.iterblocks())
        self.numbers = dict([(block, i) for i, block in enumerate(self.blocks)])
        self.line(0, 'def function(%s):' % ', '.join(
            [self.variable(v) for v in self.graph.getargs()]))
        self.line(1, 'block = %d' % self.numbers[self.graph.startblock])
        self.line(1, 'while True:')
        for block in self.blocks:
            self.line(2, 'if block == %d:' % self.numbers[block])
            self.block(block)
        exec compile('\n'.join(self.lines), self.graph.name, 'exec') in self.known
        return self.known['function']

    def line(self, depth, text):
        self.lines.append('    ' * depth + text)

    def constant(self, value):
        name = 'c%d' % len(self.known)
        self.known[name] = value
        return name

    def variable(self, v):
        if isinstance(v, Constant):
            if type(v.value) is int or type(v.value) is bool:
                return '(%r)' % v.value
            if isinstance(v.value, ComputedIntSymbolic):
                return self.constant(v.value.compute_fn())
            if isinstance(v.value, CDefinedIntSymbolic):
                return self.constant(v.value.default)
            return self.constant(v.value)
        assert isinstance(v, Variable)
        if v not in self.names:
            self.names[v] = 'v%d' % len(self.names)
        return self.names[v]

    def block(self, block):
        if not block.exits:
            values = [self.variable(v) for v in block.inputargs]
            if len(values) == 2:
                self.line(3, 'raise LLException(%s, %s)' % tuple(values))
            else:
                self.line(3, 'return %s' % values[0])
            return
        operations = list(block.operations)
        last = operations.pop() if block.canraise else None
        for operation in operations:
            self.operation(3, operation)
        if last is not None:
            self.raising_exits(block, last)
        elif block.exitswitch is None:
            self.link(3, block.exits[0])
        else:
            self.switch(block)

    def link(self, depth, link):
        targets = [self.variable(v) for v in link.target.inputargs]
        values = [self.variable(v) for v in link.args]
        if targets and targets != values:
            self.line(depth, '%s = %s' % (', '.join(targets), ', '.join(values)))
        self.line(depth, 'block = %d' % self.numbers[link.target])
        self.line(depth, 'continue')

    def switch(self, block):
        value = self.variable(block.exitswitch)
        for link in block.exits:
            if link.exitcase == 'default':
                self.link(3, link)
                return
            self.line(3, 'if %s == %s:' % (value, self.variable(
                Constant(link.llexitcase))))
            self.link(4, link)
        self.line(3, 'assert False')

    def raising_exits(self, block, operation):
        self.line(3, 'try:')
        self.operation(4, operation)
        self.line(3, 'except LLException as failure:')
        match = self.constant(self.frame.op_direct_call)
        function = self.constant(
            self.frame.llinterpreter.typer.exceptiondata.fn_exception_match)
        for link in block.exits[1:]:
            self.line(4, 'if %s(%s, failure.args[0], %s):' % (
                match, function, self.constant(link.llexitcase)))
            for v, place in [(link.last_exception, 0), (link.last_exc_value, 1)]:
                if isinstance(v, Variable):
                    self.line(5, '%s = failure.args[%d]' % (self.variable(v), place))
            self.link(5, link)
        self.line(4, 'raise')
        self.link(3, block.exits[0])

    def operation(self, depth, operation):
        name = operation.opname
        result = self.variable(operation.result)
        args = operation.args
        if name in NOTHING:
            self.line(depth, '%s = None' % result)
            return
        values = [self.variable(v) for v in args]
        if name in EXPRESSIONS:
            count = EXPRESSIONS[name].count('%s')
            text = EXPRESSIONS[name] % tuple(values[:count])
        elif name == 'getfield':
            text = '%s.%s' % (values[0], args[1].value)
        elif name in ('setfield', 'bare_setfield'):
            if args[2].concretetype is not lltype.Void:
                self.line(depth, '%s.%s = %s' % (values[0], args[1].value, values[2]))
            text = 'None'
        elif name in ('setarrayitem', 'bare_setarrayitem'):
            if args[2].concretetype is not lltype.Void:
                self.line(depth, '%s[%s] = %s' % tuple(values))
            text = 'None'
        elif name == 'direct_call' and hasattr(args[0].value._obj, 'graph'):
            callee = compiled(args[0].value._obj.graph, self.frame.llinterpreter)
            text = '%s.call(%s)' % (self.constant(callee), ', '.join(values[1:]))
        else:
            text = self.handled(operation, values)
        self.line(depth, '%s = %s' % (result, text))

    def handled(self, operation, values):
        """An operation that RPython's interpreter of graphs has a function for."""
        handler = getattr(self.frame, 'op_' + operation.opname, None)
        if handler is None:
            handler = lloperation.LL_OPERATIONS[operation.opname].fold
        if getattr(handler, 'specialform', False):
            raise NotSupported(operation.opname)
        if getattr(handler, 'need_result_type', False):
            values = [self.constant(operation.result.concretetype)] + values
        return '%s(%s)' % (self.constant(handler), ', '.join(values))


def _eval(frame):
    return compiled(frame.graph, frame.llinterpreter).call(*frame.args)


def install():
    llinterp.LLInterpreter.__init__.im_func.func_defaults = (False, None)
    llinterp.LLFrame.eval = _eval
