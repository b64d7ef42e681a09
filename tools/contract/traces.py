"""Comparing traces where they may differ (docs/contract.rst, "JitHook")."""

import json

ID, KIND, TARGET, INPUT, OUTPUT, ERROR, CHILDREN = range(7)


def entries(text):
    """The order in which nodes were opened: ids, targets and inputs."""
    found = []
    pending = list(reversed(json.loads(text)))
    while pending:
        node = pending.pop()
        found.append(node[:OUTPUT])
        pending.extend(reversed(node[CHILDREN]))
    return found


def without_loops(text):
    """The nodes with each self-recursive loop reduced to its first node and its last
    output: what is left of a loop that a hook has answered."""
    return _without_loops(json.loads(text))


def _without_loops(nodes):
    kept = []
    i = 0
    while i < len(nodes):
        first = nodes[i]
        while (nodes[i][OUTPUT] is None and not nodes[i][CHILDREN] and
               i + 1 < len(nodes) and nodes[i + 1][TARGET] == first[TARGET]):
            i += 1
        kept.append(first[:OUTPUT] + nodes[i][OUTPUT:CHILDREN] +
                    [_without_loops(nodes[i][CHILDREN])])
        i += 1
    return kept


def prunes(full, hooked):
    """Can ``hooked`` come from ``full`` when a hook answers some of the calls?  An
    answered call has no children, its tail calls are not seen, and of an answered
    call by a list instruction nothing is seen."""
    return _prunes(json.loads(full), json.loads(hooked))


def _prunes(full, hooked):
    i = 0
    for node in hooked:
        end = _match(full, i, node)
        if end is None:
            return False
        i = end
    return True


def _match(full, start, node):
    """-> the place behind the nodes, from ``start`` on, that ``node`` stands for."""
    for i in range(start, len(full)):
        if full[i][:OUTPUT] != node[:OUTPUT]:
            continue
        if (full[i][OUTPUT:CHILDREN] == node[OUTPUT:CHILDREN] and
                _prunes(full[i][CHILDREN], node[CHILDREN])):
            return i + 1
        if not node[CHILDREN]:
            last = i
            while full[last][OUTPUT] is None and last + 1 < len(full):
                last += 1
                if full[last][OUTPUT] == node[OUTPUT]:
                    return last + 1
    return None
