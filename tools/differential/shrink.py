"""Making a program smaller while it keeps showing a difference."""

from syntax import ITEM, STATEMENT


def shrink(program, still_differs, tries=800):
    """Simplify the Node ``program`` in place; ``still_differs(text)`` tells
    whether a text is as good as the original."""
    attempts = _Attempts(program, still_differs, tries)
    while attempts.left > 0:
        before = len(program.text())
        for kind in (ITEM, STATEMENT):
            for node in reversed([n for n in program.nodes() if n.type == kind]):
                attempts.replace(node, [''])
        _simplify(program, attempts)
        if len(program.text()) == before:
            break


def _simplify(program, attempts):
    pending = [program]
    while pending and attempts.left > 0:
        node = pending.pop()
        if _is_expression(node) and not _is_atom(node):
            _try_smaller(node, attempts)
        pending += [part for part in node.parts if hasattr(part, 'parts')]


def _try_smaller(node, attempts):
    literal = {('Int',): '1', ('Float',): '1.5', ('Str',): '"s"', ('Bool',): 'true'}.get(
        node.type)
    if node.type[0] == 'List':
        literal = '[]'
    if literal is not None and attempts.replace(node, [literal]):
        return
    for inner in sorted(node.nodes()[1:], key=lambda n: len(n.text())):
        if inner.type == node.type and attempts.replace(node, [inner]):
            return


def _is_expression(node):
    return isinstance(node.type, tuple)


def _is_atom(node):
    return len(node.text()) <= 3


class _Attempts(object):
    def __init__(self, program, still_differs, tries):
        self.program = program
        self.still_differs = still_differs
        self.left = tries

    def replace(self, node, parts):
        """Give ``node`` other parts if the difference survives that."""
        if self.left <= 0 or node.parts == parts:
            return False
        self.left -= 1
        saved = node.parts
        node.parts = parts
        if self.still_differs(self.program.text()):
            return True
        node.parts = saved
        return False
