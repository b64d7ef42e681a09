"""Writes the trace of a run while it happens.

The keys of JSON objects are sorted, so ``children`` comes first in a node: its
text starts when it is opened and ends when it is closed.  Only nodes that are
lost have to be taken back, by cutting the text off where they start.  What is
kept in memory is the open nodes and one buffer of text.
"""

from interpreter.canonical.json import quote
from interpreter.cli.trace_text import TraceText
from interpreter.cli.trace_values import ValueWriter
from interpreter.machine.recorder import EFFECT, Recorder, seconds
from interpreter.objects.json import to_json

# The end of the run is known last and stands first.
HEAD = '{"ended_at":'
TAIL = ',"started_at":'
END = '}\n'
RUN_ID_KEY = ',"run_id":"'
RUN_ID_SIZE = 64            # digits of SHA-256
TIME_DIGITS = 10
LATEST_TIME = 9999999999


def is_complete_tail(text):
    """Whether ``text``, at least the last 200 bytes of a file that starts with HEAD,
    ends as a TraceWriter ends it."""
    if not text.endswith(END):
        return False
    key = text.rfind(TAIL) - RUN_ID_SIZE - 1 - len(RUN_ID_KEY)
    return key >= 0 and text.find(RUN_ID_KEY, key) == key


class TraceWriter(Recorder):
    """Writes the trace to an open file; ``finish`` completes it."""

    def __init__(self, fd):
        Recorder.__init__(self)
        self.text = TraceText(fd)
        self.values = ValueWriter(self.text)
        self.started_at = seconds()
        self.top_count = 0
        self.end_time = -1          # a time, and the texts with it
        self.before_input = ''
        self.start_time = -1
        self.before_target = ''
        self.text.append(HEAD + '0' * TIME_DIGITS + ',"nodes":[')

    def finish(self, function, w_result, error, run_id):
        """The run of ``function`` is over.  ``w_result`` is None if it failed
        with ``error``.  -> 0, or the errno of the first failed write."""
        self.abandon_host_activation(0)
        text = self.text
        text.append('],"root_error":')
        if w_result is None:
            text.append(quote(error))
        else:
            text.append('null')
        text.append(',"root_input":null,"root_output":')
        if w_result is None:
            text.append('null')
        else:
            text.append(to_json(w_result))
        text.append(',"root_target":' + quote(function))
        text.append(',"run_id":' + quote(run_id))
        text.append('%s%d%s' % (TAIL, self.started_at, END))
        text.flush()
        now = seconds()
        if 0 <= now <= LATEST_TIME:
            digits = str(now)
            text.overwrite(
                len(HEAD), digits + ' ' * (TIME_DIGITS - len(digits)))
        text.release()
        return text.errno

    def opened(self, node):
        if len(self.open) > 0:
            parent = self.open[-1]
            count = parent.child_count
            parent.child_count = count + 1
        else:
            count = self.top_count
            self.top_count = count + 1
        node.start = self.text.position()
        node.mark = self.values.mark()
        if count > 0:
            self.text.append(',{"children":[')
        else:
            self.text.append('{"children":[')

    def lost(self, node):
        self.text.cut(node.start)
        self.values.forget(node.mark, node.start)
        if len(self.open) > 0:
            self.open[-1].child_count -= 1
        else:
            self.top_count -= 1

    def closed(self, node):
        complete = False
        try:
            self._append(node)
            complete = True
        finally:
            if not complete:
                self.lost(node)

    def _append(self, node):
        text = self.text
        values = self.values
        site = node.site
        if site.before_output == '':
            _prepare(site)
        if node.ended_at != self.end_time:
            self.end_time = node.ended_at
            self.before_input = '],"ended_at":%d,"input":[' % node.ended_at
        if node.started_at != self.start_time:
            self.start_time = node.started_at
            self.before_target = (',"started_at":%d,"target":' %
                                  node.started_at)
        begin = values.begin_values()
        if node.failed:
            text.append('],"ended_at":%d,"error":%s,"input":[' % (
                node.ended_at, quote(node.error)))
        else:
            text.append(self.before_input)
        input_w = node.input_w
        for i in range(len(input_w)):
            if i > 0:
                text.append_char(',')
            values.value(input_w[i])
        if node.failed:
            text.append(_kind_and_id(site))
        else:
            text.append(site.before_output)
            if node.w_output is None:
                text.append('null')
            else:
                values.value(node.w_output)
        text.append(self.before_target)
        text.append(site.after_start)
        outer_mark = 0
        if len(self.open) > 0:
            outer_mark = self.open[-1].mark
        values.end_values(begin, node.mark, outer_mark)


def _kind_and_id(site):
    kind = 'call'
    if site.kind == EFFECT:
        kind = 'effect'
    return '],"kind":"%s","node_id":%s' % (kind, quote(site.node_id))


def _prepare(site):
    site.before_output = _kind_and_id(site) + ',"output":'
    site.after_start = quote(site.target) + '}'
