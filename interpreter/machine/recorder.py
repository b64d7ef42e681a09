"""Trace events: the calls and effects of an observed run, properly nested.

See docs/contract.rst, "Trace events".
"""

from rpython.rlib import jit
from rpython.rtyper.lltypesystem import lltype, rffi

CALL = 0
EFFECT = 1

# A trace has whole seconds, and this is the cheapest way to get them.
_seconds = rffi.llexternal('time', [rffi.VOIDP], rffi.LONG, releasegil=False)


class Site(object):
    """A place in a function that calls something: what is the same in all its
    nodes.  ``callee`` is None for an effect.  ``next`` is the site of another
    callee at the same place."""

    def __init__(self, kind, node_id, target, callee, next):
        self.kind = kind
        self.node_id = node_id
        self.target = target
        self.callee = callee
        self.next = next
        self.before_output = ''     # for recorders that write the nodes out:
        self.after_start = ''       # text of theirs


@jit.elidable
def call_site(code, pc, callee):
    """-> the Site of the call of ``callee`` at ``pc``."""
    sites = _sites(code)
    site = sites[pc]
    while site is not None:
        if site.callee is callee:
            return site
        site = site.next
    site = Site(CALL, code.node_id_text(pc), callee.name, callee, sites[pc])
    sites[pc] = site
    return site


@jit.elidable
def effect_site(code, pc, module, op):
    """-> the Site of the standard operation at ``pc``, always the same."""
    sites = _sites(code)
    site = sites[pc]
    if site is None:
        site = Site(EFFECT, code.node_id_text(pc), module + '.' + op, None,
                    None)
        sites[pc] = site
    return site


def _sites(code):
    if code.trace_sites is None:
        code.trace_sites = [None] * len(code.code)
    return code.trace_sites


class TraceNode(object):
    """A call or an effect.  ``w_output`` stays None for a node that failed or
    was closed by a tail call."""

    def __init__(self, site, input_w, started_at):
        self.site = site
        self.input_w = input_w
        self.started_at = started_at
        self.ended_at = 0
        self.w_output = None
        self.error = ''
        self.failed = False
        self.children = None        # for TreeRecorder
        self.start = 0              # for recorders that write the nodes out:
        self.child_count = 0        # the position, the nodes inside so far,
        self.mark = 0               # and what they may copy


def seconds():
    """-> the time now."""
    return rffi.cast(lltype.Signed, _seconds(lltype.nullptr(rffi.VOIDP.TO)))


class Recorder(object):
    """Keeps the open nodes; a subclass decides what becomes of the others.

    A barrier stands for an activation that the host started: the events
    inside it nest below whatever was open, and cannot close it."""

    def __init__(self):
        self.open = []
        self.barrier = 0
        self.overrides = {}         # node id -> the value instead of an effect

    # For subclasses.

    def opened(self, node):
        """``node`` was opened inside ``self.open[-1]``, if there is one."""

    def closed(self, node):
        """``node``, which was inside ``self.open[-1]``, is complete."""

    def lost(self, node):
        """``node``, which was inside ``self.open[-1]``, is to be forgotten
        with everything in it."""

    # Events.

    def _pop(self):
        """-> the innermost node above the barrier, or None."""
        if len(self.open) <= self.barrier:
            return None
        node = self.open.pop()
        node.ended_at = seconds()
        return node

    def enter(self, site, input_w):
        """A call or an effect at ``site`` begins."""
        node = TraceNode(site, input_w, seconds())
        self.opened(node)
        self.open.append(node)

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

    def opened(self, node):
        node.children = []

    def closed(self, node):
        if len(self.open) > 0:
            self.open[-1].children.append(node)
        else:
            self.completed.append(node)
