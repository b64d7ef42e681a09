"""Additions for ``--jit-stats``: what the toolchain knows but does not tell."""

from rpython.jit.metainterp import warmstate
from rpython.jit.metainterp.compile import ResumeGuardForcedDescr
from rpython.rlib.jit import Counters


def count_forcings():
    plain = ResumeGuardForcedDescr.handle_async_forcing.im_func

    def handle_async_forcing(self, deadframe):
        """Count what the toolchain has a counter for but does not count: frames
        of compiled code whose fields somebody else had to have."""
        self.metainterp_sd.profiler.count(Counters.OPT_FORCINGS)
        plain(self, deadframe)

    ResumeGuardForcedDescr.handle_async_forcing = handle_async_forcing


def name_places():
    """The toolchain asks for the name of a place in the program only while it writes
    its log; ``--jit-stats`` wants it as well."""
    def have_debug_prints(category):
        return True

    warmstate.have_debug_prints_for = have_debug_prints


count_forcings()
name_places()
