"""Where the machine looks at what may stop a run from outside.

A run that can be interrupted gets its steps in slices: ``vm.fuel`` is what is
left of the slice, ``vm.reserve`` what is left for further slices.  Compiled
and interpreted code test the fuel anyway; when a slice runs low they come
here for the next one.  So looking costs nothing in between, and step counts
stay exact.  See docs/architecture.rst, "Steps".
"""

from rpython.rlib import jit

# Steps between two looks.
SLICE = 1 << 20


@jit.dont_look_inside
def refill(vm, fuel, needed):
    """``fuel`` steps are left of the slice, fewer than the ``needed`` ones.
    -> the fuel to go on with, less than ``needed`` only if there is no
    reserve any more.  Raises Interrupted."""
    vm.fuel = fuel
    vm.interrupts.check()
    hand_out(vm, max(vm.slice_size, needed))
    return vm.fuel


def hand_out(vm, steps):
    """Add so many steps to the fuel, or what the reserve has."""
    amount = min(vm.reserve, steps)
    if amount > 0:
        vm.reserve -= amount
        vm.fuel += amount
