"""The default size of the garbage collector's nursery.

RPython of 2017 takes half of the processor's last cache, which on server machines is
far more than a core keeps near: calls run twice as fast with 2 MB.  The collector reads
``PYPY_GC_NURSERY`` before any of our code runs, so a C constructor sets the variable;
a value chosen by the user stays.
"""

from rpython.rtyper.lltypesystem import lltype, rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo

_CODE = r"""
#include <stdlib.h>

__attribute__((constructor))
static void lexvm_default_nursery(void)
{
    setenv("PYPY_GC_NURSERY", "2M", 0);
}

RPY_EXTERN void lexvm_keep_nursery_default(void)
{
}
"""

_info = ExternalCompilationInfo(
    separate_module_sources=[_CODE],
    post_include_bits=['RPY_EXTERN void lexvm_keep_nursery_default(void);'])

_keep = rffi.llexternal(
    'lexvm_keep_nursery_default', [], lltype.Void,
    compilation_info=_info, _nowrapper=True, _callable=lambda: None)


def use_default():
    """Link the default into the program; called once by the entry point."""
    _keep()
