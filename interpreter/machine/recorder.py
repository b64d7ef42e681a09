"""Trace events: the tree of calls and effects of an observed run.

See docs/contract.rst, "Trace events".
"""

import time

CALL = 0
EFFECT = 1


class TraceNode(object):
    """A call or an effect.  ``w_output`` and ``error`` are None and '' while
    it is open; a node closed by a tail call keeps no output."""

    def __init__(self, kind, node_id, target, input_w, started_at):
        self.kind = kind
        self.node_id = node_id
        self.target = target
        self.input_w = input_w
        self.started_at = started_at
        self.ended_at = 0
        self.w_output = None
        self.error = ''
        self.failed = False
        self.children = []


class Recorder(object):
    """Keeps the open nodes and the completed top-level ones.

    A barrier stands for an activation that the host started: the events
    inside it nest below whatever was open, and cannot close it."""

    def __init__(self):
        self.open = []
        self.completed = []
        self.barrier = 0

    def _push(self, kind, node_id, target, input_w):
        self.open.append(TraceNode(kind, node_id, target, input_w,
                                   int(time.time())))

    def _close(self):
        """-> the innermost node above the barrier, closed, or None."""
        if len(self.open) <= self.barrier:
            return None
        node = self.open.pop()
        node.ended_at = int(time.time())
        if len(self.open) > 0:
            self.open[-1].children.append(node)
        else:
            self.completed.append(node)
        return node

    def enter_call(self, node_id, target, input_w):
        self._push(CALL, node_id, target, input_w)

    def enter_effect(self, node_id, module, op, input_w):
        self._push(EFFECT, node_id, module + '.' + op, input_w)

    def exit_ok(self, w_output):
        node = self._close()
        if node is not None:
            node.w_output = w_output

    def exit_err(self, msg):
        node = self._close()
        if node is not None:
            node.failed = True
            node.error = msg

    def exit_call_tail(self):
        self._close()

    def enter_host_activation(self):
        """-> what ``leave_host_activation`` needs."""
        previous = self.barrier
        self.barrier = len(self.open)
        return previous

    def leave_host_activation(self, previous, w_output):
        """The activation returned: a node that a tail call opened in it is
        still open and has its result."""
        while len(self.open) > self.barrier:
            self.exit_ok(w_output)
        self.barrier = previous

    def abandon_host_activation(self, previous):
        """The activation failed: its open nodes are lost."""
        while len(self.open) > self.barrier:
            self.open.pop()
        self.barrier = previous
