"""The C library's floating point functions, without Python's exceptions:
out of domain they give NaN or an infinity."""

from rpython.rtyper.lltypesystem import rffi
from rpython.translator.tool.cbuild import ExternalCompilationInfo


ECI = ExternalCompilationInfo(includes=['math.h'], libraries=['m'])


def external(name, arity):
    return rffi.llexternal(
        name, [rffi.DOUBLE] * arity, rffi.DOUBLE, compilation_info=ECI,
        sandboxsafe=True, elidable_function=True, _nowrapper=True)


exp = external('exp', 1)
log = external('log', 1)
log2 = external('log2', 1)
log10 = external('log10', 1)
sin = external('sin', 1)
cos = external('cos', 1)
tan = external('tan', 1)
asin = external('asin', 1)
acos = external('acos', 1)
atan = external('atan', 1)
floor = external('floor', 1)
ceil = external('ceil', 1)
round_half_away = external('round', 1)
trunc = external('trunc', 1)
pow_ = external('pow', 2)
atan2 = external('atan2', 2)
