"""tools/contract/traces.py: what it takes for the same trace."""

import json
import os
import sys

import pytest

TOOLS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__)))), 'tools', 'contract')
sys.path.insert(0, TOOLS)
try:
    import traces
finally:
    sys.path.remove(TOOLS)


def node(target, argument, output, *children):
    return ['n_0', 'call', target, [argument], output, None, list(children)]


def text(*nodes):
    return json.dumps(nodes)


LOOP = text(node('f', 3, None), node('f', 2, None), node('f', 1, 7), node('g', 1, 2))


def test_a_loop_is_its_first_node_and_its_last_output():
    assert traces.without_loops(LOOP) == traces.without_loops(
        text(node('f', 3, 7), node('g', 1, 2)))


@pytest.mark.parametrize('other', [
    text(node('f', 3, 8), node('g', 1, 2)),
    text(node('f', 2, 7), node('g', 1, 2)),
    text(node('f', 3, 7)),
    text(node('f', 3, 7), node('g', 1, 2), node('g', 1, 2)),
])
def test_other_loops(other):
    assert traces.without_loops(LOOP) != traces.without_loops(other)


FULL = text(node('f', 1, 9, node('g', 2, None), node('h', 3, 4)), node('k', 5, 6))


@pytest.mark.parametrize('pruned', [
    FULL,
    text(node('f', 1, 9), node('k', 5, 6)),
    text(node('f', 1, 9, node('g', 2, 4)), node('k', 5, 6)),
    text(node('f', 1, 9, node('h', 3, 4)), node('k', 5, 6)),
])
def test_what_a_hook_may_leave(pruned):
    assert traces.prunes(FULL, pruned)


@pytest.mark.parametrize('other', [
    text(node('f', 1, 8), node('k', 5, 6)),
    text(node('k', 5, 6), node('f', 1, 9)),
    text(node('f', 1, 9, node('g', 2, 5)), node('k', 5, 6)),
    text(node('f', 1, 9, node('x', 2, 4)), node('k', 5, 6)),
    text(node('f', 2, 9), node('k', 5, 6)),
])
def test_what_no_hook_leaves(other):
    assert not traces.prunes(FULL, other)


def test_order_of_entries():
    assert [entry[2:] for entry in traces.entries(FULL)] == [
        ['f', [1]], ['g', [2]], ['h', [3]], ['k', [5]]]
