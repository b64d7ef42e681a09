"""The recorded cases use every instruction that source can produce."""

from interpreter.bytecode import opcodes
from tests.bytecode.support import ops_of
from tests.bytecode.test_blocks import FUNCTIONS

# There are no bytes patterns; actors are in tests/contract.
NOT_IN_CASES = {'BytesEq', 'EffectCallReentrant'}


def test_every_instruction_is_in_a_case():
    used = set()
    for function in FUNCTIONS:
        used.update(ops_of(function))
    everything = set(row.name for row in opcodes.TABLE)
    assert everything - used == NOT_IN_CASES
