"""Node ids: the address of an expression within its stage.

The root of a stage is ``n_0``; the i-th child of a node adds ``.i``.  The
children of a function are its parameter types, its return type and its body;
patterns of a match use up an index each.  Traces, replay overrides and type
errors name expressions this way.
"""

from interpreter.canonical import tree
from interpreter.canonical.children import children


class NodeId(object):
    """A node id, linked to its parent's.

    The text of an id is as long as its node is deep, so it is made only when
    somebody asks for it.
    """

    def __init__(self, parent, index):
        self.parent = parent                    # NodeId or None
        self.index = index

    def text(self):
        indices = []
        node_id = self
        while node_id is not None:
            indices.append(str(node_id.index))
            node_id = node_id.parent
        indices.reverse()
        return 'n_' + '.'.join(indices)


class _Pending(object):
    def __init__(self, expr, node_id):
        self.expr = expr
        self.node_id = node_id


def assign(stages):
    """Fill in ``node_id`` of every expression in the function bodies."""
    for stage in stages:
        if isinstance(stage, tree.FnDecl):
            body_index = len(stage.params) + 1
            assign_expr(stage.body, NodeId(NodeId(None, 0), body_index))


def assign_expr(root, node_id):
    """Give ``root`` the id ``node_id`` and number everything below it."""
    pending = [_Pending(root, node_id)]
    while len(pending) > 0:
        entry = pending.pop()
        expr = entry.expr
        expr.node_id = entry.node_id
        below = children(expr)
        skips_patterns = isinstance(expr, tree.Match)
        for i in range(len(below)):
            index = i
            if skips_patterns:
                index = 2 * i
            pending.append(_Pending(below[i], NodeId(expr.node_id, index)))
