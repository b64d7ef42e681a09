"""Trace events as text."""

from interpreter.objects.json import to_trace_json


def outline(recorder):
    """-> a line per node: node id, target, input, and output or error;
    children are indented.  Nodes that are still open are left out."""
    lines = []
    for node in recorder.completed:
        _append(lines, node, '')
    return lines


def _append(lines, node, indent):
    inputs = ', '.join([to_trace_json(w) for w in node.input_w])
    if node.failed:
        result = '! ' + node.error
    elif node.w_output is None:
        result = '-> null'
    else:
        result = '-> ' + to_trace_json(node.w_output)
    lines.append('%s%s %s [%s] %s' % (indent, node.site.node_id, node.site.target,
                                      inputs, result))
    for child in node.children:
        _append(lines, child, indent + '  ')
