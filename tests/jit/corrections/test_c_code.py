"""translator/platform: what the generated C means to a C compiler"""

import os
import subprocess

import pytest

from rpython.translator.platform import platform

import toolchain_fixes

assert toolchain_fixes.APPLIED

# Each function is compiled as RPython compiles an addition, a negation or a product.
PROGRAM = r"""
#include <stdio.h>
#include <stdlib.h>
#include <limits.h>

#define OUTSIDE __attribute__((noinline))

OUTSIDE static int greater_than_before(long x) { long y = x + 1; return y > x; }
OUTSIDE static int never_negative(long x) { long y = x < 0 ? -x : x; return y >= 0; }
OUTSIDE static int divided_again(long x) { long y = x * 12; return y / 12 == x; }

int main(int argc, char **argv)
{
    long zero = argc - 1;
    printf("%d %d %d\n", greater_than_before(LONG_MAX + zero),
           never_negative(LONG_MIN + zero), divided_again(LONG_MAX + zero));
    return 0;
}
"""


def output(tmpdir, source):
    """What a program prints that is compiled like the generated C."""
    path = tmpdir.join('program.c')
    path.write(source)
    program = str(tmpdir.join('program'))
    subprocess.check_call([platform.cc] + list(platform.cflags) +
                          ['-o', program, str(path)])
    return subprocess.check_output([program])


def test_integers_wrap_around(tmpdir):
    assert output(tmpdir, PROGRAM) == '0 0 0\n'


FUSED = r"""
#include <stdio.h>

#ifdef __x86_64__
__attribute__((noinline, target("fma")))
#else
__attribute__((noinline))
#endif
static double difference(double x, double y) { return x * x - y; }

int main(int argc, char **argv)
{
    double x = 1.0 + argc / 134217728.0;
    volatile double square = x * x;
    printf("%d\n", difference(x, square) == 0.0);
    return 0;
}
"""


def has_fused_product():
    if os.uname()[4] != 'x86_64':
        return True
    with open('/proc/cpuinfo') as stream:
        return ' fma ' in stream.read()


@pytest.mark.skipif(not has_fused_product(), reason='the processor has none')
def test_no_product_is_fused_with_a_sum(tmpdir):
    assert output(tmpdir, FUSED) == '1\n'
