"""What tells one version of the toolchain from another, as far as corrections differ."""

from rpython.jit.backend.model import AbstractCPU
from rpython.jit.metainterp import compile, heapcache, opencoder, optimizeopt
from rpython.jit.metainterp.heapcache import HeapCache
from rpython.jit.metainterp.optimizeopt import info, intutils, unroll
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.optimizeopt.rewrite import OptRewrite
from rpython.memory.gc.minimarkpage import ArenaCollection
from rpython.rlib.jit import Counters

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

# The memory in use is counted anew while the heap is swept (until August 2024).
COUNTS_MEMORY_ANEW = 'r_uint' in ArenaCollection.mass_free_prepare.im_func.func_code.co_names

# Traces are optimised by a function, not by a method of their data (until May
# 2019).
OPTIMISES_BY_FUNCTION = hasattr(optimizeopt, 'optimize_trace')

# A variant of a loop that cannot be compiled is tried a second time.
TRIES_VARIANTS_AGAIN = 'inline_short_preamble' in compile.compile_retrace.func_code.co_consts

# A trace that becomes too long is compiled up to where it is, and another one goes on
# from there (since March 2021).
CUTS_TRACES = hasattr(Counters, 'ABORT_SEGMENTED_TRACE')

# While a jump is tried out, earlier guards are left alone (since November 2021).
CAN_KEEP_GUARDS = hasattr(Optimizer, 'cant_replace_guards')

# The optimiser remembers items at all constant indices of arrays (until September 2020).
REMEMBERS_ALL_INDICES = not hasattr(info, 'reasonable_array_index')

# The tracer neither remembers nor forgets fields of constants (until November 2022).
TRACER_IGNORES_CONSTANTS = hasattr(heapcache, 'dummy_field_updater')

# The tracer's cache takes the arguments of an operation as one list (until July 2022).
ESCAPES_BY_LIST = not hasattr(HeapCache, 'mark_escaped_varargs')

# Numbers in a recorded trace have 16 bits (until August 2024).
TRACES_HAVE_FIXED_SIZE = hasattr(opencoder, 'Model')

# The class of a value is asked of an object of the backend's (until April 2019).
HAS_TYPE_SYSTEM = not hasattr(AbstractCPU, 'cls_of_box')
