"""Corrections of translator/platform: what the generated C means to a C compiler."""

from rpython.translator.platform.linux import BaseLinux

from toolchain_fixes.registry import correction

# Integers wrap around, as all code of RPython expects; to C, their overflow is
# undefined.  A product and a sum are rounded twice, also where the processor could do
# it once.
MEANING = ('-fwrapv', '-ffp-contract=off')


@correction('c-arithmetic')
def c_arithmetic():
    BaseLinux.cflags += MEANING
