"""Signs of NaNs, which only the memo table can tell apart."""

from rpython.rlib.longlong2float import float2longlong

from tests.stdlib.support import call


def bits(text):
    w_some = call('str.to_float', text)
    return float2longlong(w_some.getarg(0).floatval) & (1 << 64) - 1


def test_not_a_number_is_positive_unless_it_says_otherwise():
    assert bits('nan') == bits('+NaN') == 0x7ff8000000000000
    assert bits('-nan') == 0xfff8000000000000
