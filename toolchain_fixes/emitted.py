"""Which operations belong to the part of the trace at hand.

To the toolchain a variable of a loop is still the operation that computed it before the
loop.  What holds of that operation's arguments holds for the first round only.
"""

from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.resoperation import AbstractResOp

from toolchain_fixes import features


def is_emitted_here(optimizer, box):
    """Is a box (without replacement) an operation of the part that an Optimizer has
    emitted itself?"""
    if features.KNOWS_ITS_OPERATIONS:
        return optimizer.as_operation(box) is not None
    return isinstance(box, AbstractResOp) and box in optimizer.emitted_here


def remember_operations():
    """Make Optimizers know their operations."""
    plain_init = Optimizer.__init__.im_func
    plain_emit = Optimizer._emit_operation.im_func

    def optimizer_init(self, metainterp_sd, jitdriver_sd, optimizations=None):
        self.emitted_here = {}
        plain_init(self, metainterp_sd, jitdriver_sd, optimizations)

    def emit_operation(self, op):
        plain_emit(self, op)
        self.emitted_here[self.get_box_replacement(op)] = None

    Optimizer.__init__ = optimizer_init
    Optimizer._emit_operation = emit_operation


if not features.KNOWS_ITS_OPERATIONS:
    remember_operations()
