"""Writes the trace of a run while it happens.

The keys of JSON objects are sorted, so ``children`` comes first in a node: its
text starts when it is opened and ends when it is closed.  Only nodes that are
lost have to be taken back, by cutting the text off where they start.  What is
kept in memory is the open nodes and some unwritten text.
"""

import os

from rpython.rlib.rstring import StringBuilder

from interpreter.canonical.json import quote
from interpreter.effects import files
from interpreter.machine.recorder import CALL, Recorder
from interpreter.objects.json import to_json, to_trace_json
from interpreter.objects.numbers import W_Int

BUFFER_SIZE = 65536

# The end of the run is known last and stands first.
HEAD = '{"ended_at":'
TIME_DIGITS = 10
LATEST_TIME = 9999999999


class TextFile(object):
    """Text that grows, and can be cut off, at its end.  A write error stops
    the growth and is kept in ``errno``."""

    def __init__(self, fd):
        self.fd = fd
        self.written = 0
        self.builder = StringBuilder(BUFFER_SIZE)
        self.errno = 0

    def position(self):
        return self.written + self.builder.getlength()

    def flush(self):
        text = self.builder.build()
        self.builder = StringBuilder(BUFFER_SIZE)
        self.written += len(text)
        if self.errno != 0:
            return
        try:
            files.write_all(self.fd, text)
        except OSError as error:
            self.errno = error.errno

    def cut(self, position):
        """Remove everything from ``position`` on."""
        if position >= self.written:
            text = self.builder.build()
            self.builder = StringBuilder(BUFFER_SIZE)
            stop = position - self.written
            assert stop >= 0
            self.builder.append(text[:stop])
            return
        self.builder = StringBuilder(BUFFER_SIZE)
        self.written = position
        if self.errno != 0:
            return
        try:
            os.ftruncate(self.fd, position)
            os.lseek(self.fd, position, 0)
        except OSError as error:
            self.errno = error.errno

    def overwrite(self, position, text):
        """Replace written text by as long a one."""
        if self.errno != 0:
            return
        try:
            os.lseek(self.fd, position, 0)
            files.write_all(self.fd, text)
        except OSError as error:
            self.errno = error.errno


class TraceWriter(Recorder):
    """Writes the trace to an open file; ``finish`` completes it."""

    def __init__(self, fd):
        Recorder.__init__(self)
        self.file = TextFile(fd)
        self.look_at_clock()
        self.started_at = self.now
        self.top_count = 0
        self.quoted = {}            # ids and targets as JSON
        self.time = 0               # a time and its text
        self.time_text = '0'
        self.file.builder.append(HEAD + '0' * TIME_DIGITS + ',"nodes":[')

    def finish(self, function, w_result, error, run_id):
        """The run of ``function`` is over.  ``w_result`` is None if it failed
        with ``error``.  -> 0, or the errno of the first failed write."""
        self.abandon_host_activation(0)
        builder = self.file.builder
        builder.append('],"root_error":')
        if w_result is None:
            builder.append(quote(error))
        else:
            builder.append('null')
        builder.append(',"root_input":null,"root_output":')
        if w_result is None:
            builder.append('null')
        else:
            builder.append(to_json(w_result))
        builder.append(',"root_target":' + quote(function))
        builder.append(',"run_id":' + quote(run_id))
        builder.append(',"started_at":%d}\n' % self.started_at)
        self.file.flush()
        self.look_at_clock()
        if 0 <= self.now <= LATEST_TIME:
            text = str(self.now)
            self.file.overwrite(
                len(HEAD), text + ' ' * (TIME_DIGITS - len(text)))
        return self.file.errno

    def opened(self, node):
        if len(self.open) > 0:
            parent = self.open[-1]
            count = parent.child_count
            parent.child_count = count + 1
        else:
            count = self.top_count
            self.top_count = count + 1
        file = self.file
        node.start = file.position()
        if count > 0:
            file.builder.append(',{"children":[')
        else:
            file.builder.append('{"children":[')

    def lost(self, node):
        self.file.cut(node.start)
        if len(self.open) > 0:
            self.open[-1].child_count -= 1
        else:
            self.top_count -= 1

    def closed(self, node):
        builder = self.file.builder
        builder.append('],"ended_at":')
        builder.append(self.text_of_time(node.ended_at))
        if node.failed:
            builder.append(',"error":')
            builder.append(quote(node.error))
        builder.append(',"input":[')
        input_w = node.input_w
        for i in range(len(input_w)):
            if i > 0:
                builder.append(',')
            _append_value(builder, input_w[i])
        if node.kind == CALL:
            builder.append('],"kind":"call","node_id":')
        else:
            builder.append('],"kind":"effect","node_id":')
        builder.append(self.quote(node.node_id))
        if not node.failed:
            builder.append(',"output":')
            if node.w_output is None:
                builder.append('null')
            else:
                _append_value(builder, node.w_output)
        builder.append(',"started_at":')
        builder.append(self.text_of_time(node.started_at))
        builder.append(',"target":')
        builder.append(self.quote(node.target))
        builder.append('}')
        if builder.getlength() >= BUFFER_SIZE:
            self.file.flush()

    def quote(self, name):
        """``name`` as JSON.  Names come from the program, so they are few."""
        text = self.quoted.get(name, '')
        if text == '':
            text = quote(name)
            self.quoted[name] = text
        return text

    def text_of_time(self, seconds):
        if seconds != self.time:
            self.time = seconds
            self.time_text = str(seconds)
        return self.time_text


def _append_value(builder, w_value):
    if isinstance(w_value, W_Int):
        builder.append(str(w_value.intval))
    else:
        builder.append(to_trace_json(w_value))
