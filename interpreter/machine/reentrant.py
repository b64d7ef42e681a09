"""Standard operations that call back into the machine: actors, parsers and
servers.

They count as effects in traces; what they call runs in frames above the
caller's.  See docs/contract.rst, "Reentrant operations"."""

from rpython.rlib import jit

from interpreter.machine import actors, call, failures, servers
from interpreter.machine.modes import OBSERVED
from interpreter.machine.recorder import effect_site
from interpreter.objects.closure import W_Closure
from interpreter.objects.errors import EffectError
from interpreter.objects.pace import pace
from interpreter.stdlib import parser, registry


@jit.dont_look_inside
def call_reentrant(vm, code, pc, ref, args_w, depth, mode):
    """-> the result of ``conc.*``, ``parser.run`` or ``net.serve*``.  The fuel is in the
    machine, before and after."""
    pace.effect()
    if mode & OBSERVED:
        site = effect_site(code, pc, ref.module, ref.op)
        vm.recorder.enter(site, args_w)
        w_override = vm.recorder.override(site.node_id)
        if w_override is not None:
            vm.recorder.exit_ok(w_override)
            return w_override
    try:
        w_result = _perform(vm, ref, args_w, depth)
    except EffectError as error:
        if mode & OBSERVED:
            vm.recorder.exit_err(error.msg)
        raise error
    if mode & OBSERVED:
        vm.recorder.exit_ok(w_result)
    return w_result


class _MachineCaller(parser.ClosureCaller):
    """Runs the closures inside parsers on ``vm``."""

    def __init__(self, vm, depth):
        self.vm = vm
        self.depth = depth

    def call(self, w_function, w_arg):
        if not isinstance(w_function, W_Closure):
            raise failures.wrong_operand('CallClosure', 'closure', w_function)
        return call.invoke_closure(self.vm, w_function, [w_arg], self.depth)


def _perform(vm, ref, args_w, depth):
    if ref.module == 'conc':
        return actors.perform(vm, ref.op, args_w, depth)
    if ref.module == 'parser' and len(args_w) == 2:
        return parser.run(_MachineCaller(vm, depth), args_w[0], args_w[1])
    if ref.module == 'net' and ref.op in servers.SERVERS:
        return servers.perform(vm, ref.op, args_w, depth)
    raise registry.unknown_operation(ref.module, ref.op)
