"""Keeps RPython from printing what its JIT does: that takes most of the time
(Python 2.7).  To be imported before other parts of it."""

from rpython.jit.metainterp import blackhole, virtualizable, warmstate
from rpython.rlib import debug
from rpython.tool import ansi_print


def _nothing(*args):
    return None


def _no(*args):
    return False


# The functions themselves are known in many modules and to the annotator.
for _function in (debug.debug_print, debug.debug_start, debug.debug_stop):
    _function.func_code = _nothing.func_code
for _function in (debug.have_debug_prints, debug.have_debug_prints_for):
    _function.func_code = _no.func_code
# It tells NaN from itself, and takes long.
_make_accessors = virtualizable.VirtualizableInfo.__init__.im_func


def _without_checks(info, warmrunnerdesc, VTYPEPTR):
    _make_accessors(info, warmrunnerdesc, VTYPEPTR)
    info.check_boxes = _nothing


virtualizable.VirtualizableInfo.__init__ = _without_checks
blackhole.BlackholeInterpBuilder.verbose = False
warmstate.have_debug_prints_for = _no
ansi_print.AnsiLogger.output_disabled = True
