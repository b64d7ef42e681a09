"""Trace events: the calls and effects of an observed run, properly nested.

See docs/contract.rst, "Trace events".
"""

import time

CALL = 0
EFFECT = 1

# Events of calls between two looks at the clock.  A trace has whole seconds.
CALLS_PER_LOOK = 32


class TraceNode(object):
    """A call or an effect.  ``w_output`` stays None for a node that failed or
    was closed by a tail call."""

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
        self.children = []          # for TreeRecorder
        self.start = 0              # for recorders that write the nodes out:
        self.child_count = 0        # the position and the nodes inside so far


class Recorder(object):
    """Keeps the open nodes; a subclass decides what becomes of the others.

    A barrier stands for an activation that the host started: the events
    inside it nest below whatever was open, and cannot close it."""

    def __init__(self):
        self.open = []
        self.barrier = 0
        self.overrides = {}         # node id -> the value instead of an effect
        self.now = 0
        self.calls_until_look = 0

    # For subclasses.

    def opened(self, node):
        """``node`` was opened inside ``self.open[-1]``, if there is one."""

    def closed(self, node):
        """``node``, which was inside ``self.open[-1]``, is complete."""

    def lost(self, node):
        """``node``, which was inside ``self.open[-1]``, is to be forgotten
        with everything in it."""

    # The clock.

    def look_at_clock(self):
        self.now = int(time.time())
        self.calls_until_look = CALLS_PER_LOOK

    def _pass_time(self):
        self.calls_until_look -= 1
        if self.calls_until_look < 0:
            self.look_at_clock()

    # Events.

    def _push(self, node):
        self.opened(node)
        self.open.append(node)

    def _pop(self):
        """-> the innermost node above the barrier, or None."""
        if len(self.open) <= self.barrier:
            return None
        node = self.open.pop()
        if node.kind == EFFECT:
            self.look_at_clock()
        else:
            self._pass_time()
        node.ended_at = self.now
        return node

    def enter_call(self, node_id, target, input_w):
        self._pass_time()
        self._push(TraceNode(CALL, node_id, target, input_w, self.now))

    def enter_effect(self, node_id, module, op, input_w):
        self.look_at_clock()
        self._push(TraceNode(EFFECT, node_id, module + '.' + op, input_w,
                             self.now))

    def override(self, node_id):
        """-> the value that replaces the effect at ``node_id``, or None."""
        return self.overrides.get(node_id, None)

    def exit_ok(self, w_output):
        node = self._pop()
        if node is not None:
            node.w_output = w_output
            self.closed(node)

    def exit_err(self, msg):
        node = self._pop()
        if node is not None:
            node.failed = True
            node.error = msg
            self.closed(node)

    def exit_call_tail(self):
        node = self._pop()
        if node is not None:
            self.closed(node)

    def enter_host_activation(self):
        """-> what ``leave_host_activation`` needs."""
        self._pass_time()
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
            node = self.open.pop()
            self.lost(node)
        self.barrier = previous


class TreeRecorder(Recorder):
    """Keeps all nodes in memory; ``completed`` are the top-level ones."""

    def __init__(self):
        Recorder.__init__(self)
        self.completed = []

    def closed(self, node):
        if len(self.open) > 0:
            self.open[-1].children.append(node)
        else:
            self.completed.append(node)
