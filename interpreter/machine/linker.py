"""Linking: what a program's functions need from the machine's side.

Resolves standard operations to their Builtins, prepares refinement checks and
gives effect-free functions their memo."""

from interpreter import faults
from interpreter.bytecode import std_lowering
from interpreter.machine.memo import Memo
from interpreter.machine.refinements import checks_of
from interpreter.stdlib import all, registry

assert all is not None      # it fills the registry


class MissingBuiltin(registry.Builtin):
    """An operation that this build does not have: calling it raises
    EffectError."""

    def call0(self, host):
        raise registry.unknown_operation(self.module, self.name)

    def call1(self, host, w_0):
        raise registry.unknown_operation(self.module, self.name)

    def call2(self, host, w_0, w_1):
        raise registry.unknown_operation(self.module, self.name)

    def call3(self, host, w_0, w_1, w_2):
        raise registry.unknown_operation(self.module, self.name)

    def call4(self, host, w_0, w_1, w_2, w_3):
        raise registry.unknown_operation(self.module, self.name)

    def call_args(self, host, args_w):
        raise registry.unknown_operation(self.module, self.name)


def _arities():
    table = {}
    for builtin in registry.BUILTINS.values():
        table[builtin.module + '.' + builtin.name] = builtin.arity
    table.update(std_lowering.ARITIES)
    return table


STD_ARITIES = _arities()


def resolve(ref):
    """BuiltinRef -> Builtin."""
    builtin = registry.lookup(ref.module, ref.op)
    if builtin is None:
        return MissingBuiltin(ref.module, ref.op, 0,
                              ref.module in registry.PURE_MODULES)
    return builtin


def link(program):
    """Make every function of ``program`` ready to run."""
    for function in program.functions:
        builtins = []
        for ref in function.builtin_refs:
            builtins.append(resolve(ref))
        function.builtins = builtins[:]
        if function.has_refinements():
            function.checks = checks_of(function)
        if function.is_pure:
            function.memo = Memo()
        function.asks_hook = False
        function.cached_shapes = [None] * function.sites
        function.cached_places = [-1] * function.sites
    faults.name_functions([function.name for function in program.functions])
