"""``lexvm diff``: the first divergence of two saved traces."""

from interpreter.canonical.json import quote
from interpreter.canonical.json_layout import pretty
from interpreter.cli.failure import EXIT_OK, CommandError
from interpreter.cli.file_argument import asks_for_help, refuse_flags
from interpreter.cli.output import write_out
from interpreter.cli.saved_trace import load_trace
from interpreter.cli.usage import DIFF_HELP

NO_DIVERGENCE = '{"divergence":null}'
MISSING = '{"kind":"missing"}'


def diff(words, reporter):
    """Raises CommandError and OutputError; returns the exit code."""
    if asks_for_help(words):
        write_out(DIFF_HELP)
        return EXIT_OK
    refuse_flags('diff', words)
    if len(words) != 2:
        raise CommandError('usage: lexvm diff <trace> <trace>')
    found = divergence(load_trace(words[0]), load_trace(words[1]))
    if reporter.as_json:
        if found == '':
            found = NO_DIVERGENCE
        reporter.success(found)
    elif found == '':
        write_out('{"divergence": null}\n')
    else:
        write_out(pretty(found) + '\n')
    return EXIT_OK


class _Pair(object):
    """Two lists of nodes that are compared."""

    def __init__(self, nodes_a, nodes_b):
        self.nodes_a = nodes_a
        self.nodes_b = nodes_b
        self.next = 0


def divergence(trace_a, trace_b):
    """-> compact JSON: the first node, callers before what they call, at whose
    place the traces differ in node id, input, output or error; '' if there is
    none."""
    open = [_Pair(trace_a.nodes, trace_b.nodes)]
    while len(open) > 0:
        top = open[-1]
        i = top.next
        top.next = i + 1
        has_a = i < len(top.nodes_a)
        has_b = i < len(top.nodes_b)
        if has_a and has_b:
            node_a = top.nodes_a[i]
            node_b = top.nodes_b[i]
            if not _equal(trace_a.text, node_a, trace_b.text, node_b):
                return _found(_side(trace_a.text, node_a),
                              _side(trace_b.text, node_b), node_a.node_id)
            open.append(_Pair(node_a.children, node_b.children))
        elif has_a:
            node_a = top.nodes_a[i]
            return _found(_side(trace_a.text, node_a), MISSING, node_a.node_id)
        elif has_b:
            node_b = top.nodes_b[i]
            return _found(MISSING, _side(trace_b.text, node_b), node_b.node_id)
        else:
            open.pop()
    return ''


def _found(side_a, side_b, node_id):
    return '{"a":%s,"b":%s,"node_id":%s}' % (side_a, side_b, quote(node_id))


def _equal(text_a, a, text_b, b):
    if a.node_id != b.node_id or a.failed != b.failed or a.error != b.error:
        return False
    return (_equal_values(text_a, a.input, text_b, b.input) and
            _equal_values(text_a, a.output, text_b, b.output))


def _equal_values(text_a, a, text_b, b):
    if a is None or b is None:
        return a is None and b is None
    return a.get(text_a) == b.get(text_b)


def _side(text, node):
    if node.failed:
        return '{"kind":"error","message":%s}' % quote(node.error)
    if node.output is None:
        return MISSING
    return '{"kind":"output","value":%s}' % node.output.get(text)
