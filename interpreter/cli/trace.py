"""``lexvm trace``: print a saved trace."""

from rpython.rlib.rstring import StringBuilder

from interpreter.canonical.json import quote
from interpreter.canonical.json_layout import Layout
from interpreter.cli.failure import EXIT_OK
from interpreter.cli.file_argument import asks_for_help, file_argument
from interpreter.cli.output import write_out
from interpreter.cli.saved_trace import load_trace
from interpreter.cli.usage import TRACE_HELP

PART_SIZE = 65536


def trace(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(TRACE_HELP)
        return EXIT_OK
    saved = load_trace(file_argument('trace', words))
    if reporter.as_json:
        printer = _Printer(saved)
        printer.run()
        reporter.success(printer.text.build())
    else:
        printer = _LayoutPrinter(saved)
        printer.run()
        printer.flush()
        write_out('\n')
    return EXIT_OK


class _Open(object):
    """Nodes that are being printed, and the node that they belong to."""

    def __init__(self, nodes, node):
        self.nodes = nodes
        self.node = node
        self.next = 0


class _Printer(object):
    """Makes compact JSON of a trace."""

    def __init__(self, trace):
        self.trace = trace
        self.text = StringBuilder()

    def add(self, text):
        self.text.append(text)

    def run(self):
        trace = self.trace
        self.add('{"ended_at":%d,"nodes":[' % trace.ended_at)
        self.nodes(trace.nodes)
        error = 'null'
        if trace.failed:
            error = quote(trace.root_error)
        self.add('],"root_error":%s,"root_input":' % error)
        self.add(trace.root_input)
        self.add(',"root_output":')
        self.add(trace.root_output)
        self.add(',"root_target":%s,"run_id":%s,"started_at":%d}' % (
            quote(trace.root_target), quote(trace.run_id), trace.started_at))

    def nodes(self, nodes):
        open = [_Open(nodes, None)]
        while len(open) > 0:
            top = open[-1]
            i = top.next
            if i < len(top.nodes):
                top.next = i + 1
                if i > 0:
                    self.add(',')
                self.add('{"children":[')
                node = top.nodes[i]
                open.append(_Open(node.children, node))
                continue
            open.pop()
            if top.node is not None:
                self.fields(top.node)

    def fields(self, node):
        text = self.trace.text
        self.add('],"ended_at":%d' % node.ended_at)
        if node.failed:
            self.add(',"error":' + quote(node.error))
        self.add(',"input":')
        self.add(node.input.get(text))
        self.add(',"kind":"%s","node_id":%s' % (node.kind, quote(node.node_id)))
        if node.output is not None:
            self.add(',"output":')
            self.add(node.output.get(text))
        self.add(',"started_at":%d,"target":%s}' % (node.started_at,
                                                    quote(node.target)))


class _LayoutPrinter(_Printer):
    """Prints readable JSON part by part."""

    def __init__(self, trace):
        _Printer.__init__(self, trace)
        self.layout = Layout(PART_SIZE)
        self.pending = 0

    def add(self, text):
        self.layout.add(text)
        self.pending += len(text)
        if self.pending > PART_SIZE:
            self.flush()

    def flush(self):
        self.pending = 0
        write_out(self.layout.take())
