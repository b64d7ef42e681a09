"""What tells one version of the toolchain from another, as far as corrections differ."""

from rpython.jit.backend.model import AbstractCPU
from rpython.jit.metainterp.optimizeopt import intutils, unroll
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite

# The optimiser knows which operations belong to the part of the trace at hand (since
# December 2018).
KNOWS_ITS_OPERATIONS = hasattr(Optimizer, 'as_operation')

# The optimiser of whole loops, which is also the one of their second rounds (since
# May 2019).
LoopOptimizer = getattr(unroll, 'UnrollableOptimizer', unroll.UnrollOptimizer)

# Bounds of integers are two optional ends, without known bits (until 2023).
HAS_PLAIN_BOUNDS = hasattr(intutils, 'IntUnbounded')

# Integer rules are methods, not generated from a table (until 2024).
HAS_RULES_AS_METHODS = hasattr(OptRewrite, 'optimize_INT_SUB')

# Loops are unrolled by one class, not by an optimiser and a pass (until May 2019).
HAS_PLAIN_UNROLLER = not hasattr(unroll, 'OptUnroll')

# While a jump is tried out, earlier guards are left alone (since November 2021).
CAN_KEEP_GUARDS = hasattr(Optimizer, 'cant_replace_guards')

# The class of a value is asked of an object of the backend's (until April 2019).
HAS_TYPE_SYSTEM = not hasattr(AbstractCPU, 'cls_of_box')
