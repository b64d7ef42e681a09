"""The default settings of the garbage collector.

The nursery: RPython of 2017 takes half of the processor's last cache, which on server
machines is far more than a core keeps near: calls run twice as fast with 1 MB.

The heap at which the first major collection begins: with 4 MB, a program that runs for
a moment gets rid of what the JIT left behind.

The factor by which that size may grow from one major collection to the next: 1.4.  A
heap that grows faster leaves it behind, is collected more often than planned, and
reached five times the limit of memory before the collector compared it with the limit.

The collector reads ``PYPY_GC_NURSERY``, ``PYPY_GC_MIN`` and ``PYPY_GC_GROWTH`` before
any of our code runs, so a C constructor sets them; values chosen by the user stay.
They are taken back when the program starts: its environment is the user's.
"""

from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

_CODE = r"""
#include <stdlib.h>

static const char *const settings[][2] = {
    {"PYPY_GC_NURSERY", "1M"},
    {"PYPY_GC_MIN", "4M"},
    {"PYPY_GC_GROWTH", "3"},
};
enum { COUNT = sizeof(settings) / sizeof(settings[0]) };
static int is_ours[COUNT];

__attribute__((constructor))
static void lexvm_set_collector(void)
{
    for (int i = 0; i < COUNT; i++) {
        if (getenv(settings[i][0]) == NULL)
            is_ours[i] = setenv(settings[i][0], settings[i][1], 0) == 0;
    }
}

RPY_EXTERN void lexvm_forget_collector(void)
{
    for (int i = 0; i < COUNT; i++) {
        if (is_ours[i])
            unsetenv(settings[i][0]);
    }
}
"""

_info = ExternalCompilationInfo(
    separate_module_sources=[_CODE],
    post_include_bits=['RPY_EXTERN void lexvm_forget_collector(void);'])

_forget = rffi.llexternal(
    'lexvm_forget_collector', [], lltype.Void,
    compilation_info=_info, _nowrapper=True, _callable=lambda: None)


def use_defaults():
    """Link the defaults into the program; called once by the entry point."""
    _forget()
