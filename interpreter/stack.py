"""How much of the C stack a program may use.

The stack check of RPython knows nothing of the limit of the system: with a small one
(``ulimit -s``), the process would die before the check finds the stack too large.
"""

from rpython.rlib.rstack import _stack_set_length_fraction
from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

# What the stack check calls a fraction of 1.
UNIT = 768 << 10
LARGEST = 3 * UNIT
# The rest is for C functions, which check nothing, and for what handles the overflow.
SHARE = 0.7

_CODE = r"""
#include <sys/resource.h>

RPY_EXTERN long lexvm_system_stack(void)
{
    const long none = (1UL << (sizeof(long) * 8 - 1)) - 1;
    struct rlimit r;
    if (getrlimit(RLIMIT_STACK, &r) != 0 || r.rlim_cur == RLIM_INFINITY ||
            r.rlim_cur > (rlim_t)none)
        return none;
    return (long)r.rlim_cur;
}
"""

_info = ExternalCompilationInfo(
    separate_module_sources=[_CODE],
    post_include_bits=['RPY_EXTERN long lexvm_system_stack(void);'])

_system_stack = rffi.llexternal(
    'lexvm_system_stack', [], lltype.Signed, compilation_info=_info,
    _nowrapper=True, _callable=lambda: 8 << 20)


def usable(system):
    """-> bytes that a program may use of a stack of ``system`` bytes."""
    return min(float(LARGEST), system * SHARE)


def use_limit():
    """Have the stack check raise StackOverflow in time."""
    _stack_set_length_fraction(usable(_system_stack()) / UNIT)
