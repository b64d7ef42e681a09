"""Corrections of optimizeopt/unroll.py: the loop proper and the ways into it."""

from rpython.jit.metainterp.history import ConstInt
from rpython.jit.metainterp.optimizeopt.intutils import IntBound

from toolchain_fixes import features
from toolchain_fixes.features import LoopOptimizer
from toolchain_fixes.registry import correction


def only_value(bound):
    """-> the value that constant bounds leave."""
    if features.HAS_PLAIN_BOUNDS:
        return bound.getint()
    return bound.get_constant_int()


@correction('variable-with-one-value')
def variable_with_one_value():
    plain = LoopOptimizer.setinfo_from_preamble.im_func

    def setinfo_from_preamble(self, op, preamble_info, exported_infos):
        """Make a variable of a loop constant when its bounds leave one value.

        Such a variable is not passed to the loop, since every jump there has made
        sure of the value; but to the loop it was still a variable, so that guards
        kept one that nothing computes, and frames got what was left in a register.
        """
        if isinstance(preamble_info, IntBound) and preamble_info.is_constant():
            op = op.get_box_replacement()
            if op.get_forwarded() is None and not op.is_constant():
                op.set_forwarded(ConstInt(only_value(preamble_info)))
            return
        plain(self, op, preamble_info, exported_infos)

    LoopOptimizer.setinfo_from_preamble = setinfo_from_preamble
