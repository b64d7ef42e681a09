"""The programs of matrix.py on the machine, untranslated: as the reference says.
tests/native/test_contract.py does the same with compiled code and with hooks."""

import json

import pytest

from interpreter.effects.policy import permissive
from interpreter.machine.actors import registry
from interpreter.machine.session import DEFAULT_MAX_STEPS
from interpreter.objects.json import to_trace_json
from tests.contract import matrix
from tests.machine.support import fresh_session_of, outcome

EXPECTED = matrix.expected()


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    monkeypatch.setenv('LEX_PAR_MAX_CONCURRENCY', '4')
    del registry.names[:]
    del registry.actors_w[:]


def test_every_cell_is_recorded():
    assert sorted(EXPECTED) == sorted(matrix.name_of(cell) for cell in matrix.CELLS)


@pytest.mark.parametrize('cell', matrix.CELLS, ids=matrix.name_of)
def test_as_in_the_reference(cell):
    clause, kind, function, args, flags = cell
    policy = permissive()
    max_steps = DEFAULT_MAX_STEPS
    if '--budget' in flags:
        policy.budget = int(flags[1])
    if '--max-steps' in flags:
        max_steps = int(flags[1])
    session = fresh_session_of(matrix.program(clause), max_steps, policy)
    recorder = session.observe()
    seen = outcome(session, function, args)
    expected = EXPECTED[matrix.name_of(cell)]
    vm = session.vm
    assert seen.get('error') == expected['error']
    assert seen.get('result') == expected['result']
    assert session.steps() == expected['steps']
    assert [vm.memo_hits, vm.memo_misses, vm.memo_skips] == expected['memo']
    if expected['nodes'] is not None:
        assert nodes_of(recorder.completed) == expected['nodes']


def nodes_of(nodes):
    """TraceNodes in the form of matrix_expected.json."""
    plain = []
    for node in nodes:
        output = None
        if node.w_output is not None:
            output = decoded(node.w_output)
        plain.append([
            node.site.node_id, ['call', 'effect'][node.site.kind],
            node.site.target,
            [decoded(w_input) for w_input in node.input_w],
            output, node.error if node.failed else None, nodes_of(node.children)])
    return plain


def decoded(w_value):
    return json.loads(matrix.without_digests(to_trace_json(w_value)))
