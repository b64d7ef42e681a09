"""Standard operations that call back into the machine: actors and parsers.

They count as effects in traces; what they call runs in frames above the
caller's.  See docs/contract.rst, "Reentrant operations"."""

from rpython.rlib import jit

from interpreter.machine import actors
from interpreter.machine.modes import OBSERVED
from interpreter.objects.errors import EffectError


@jit.dont_look_inside
def call_reentrant(vm, code, pc, ref, args_w, depth, mode):
    """-> the result of ``conc.*`` or ``parser.run``.  The fuel is in the
    machine, before and after."""
    if mode & OBSERVED:
        vm.recorder.enter_effect(code.node_id_text(pc), ref.module, ref.op,
                                 args_w)
    try:
        w_result = _perform(vm, ref, args_w, depth)
    except EffectError as error:
        if mode & OBSERVED:
            vm.recorder.exit_err(error.msg)
        raise error
    if mode & OBSERVED:
        vm.recorder.exit_ok(w_result)
    return w_result


def _perform(vm, ref, args_w, depth):
    if ref.module == 'conc':
        return actors.perform(vm, ref.op, args_w, depth)
    raise EffectError('unsupported effect %s.%s' % (ref.module, ref.op))
