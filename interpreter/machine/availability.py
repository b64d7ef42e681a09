"""Which standard operations this build has."""

from interpreter.bytecode import std_lowering
from interpreter.machine import servers
from interpreter.stdlib import all, registry

assert all is not None      # it fills the registry


def is_available(module, name):
    """Whether ``module.name`` can be called.  Some operations are compiled
    inline, some are run by the machine, the others are in the registry."""
    if registry.lookup(module, name) is not None:
        return True
    if module + '.' + name in std_lowering.ARITIES:
        return True
    if module == 'conc' or (module == 'parser' and name == 'run'):
        return True
    return module == 'net' and name in servers.SERVERS
