"""Corrections to the optimizer of the pinned RPython; importing them applies them.

RPython delays the writes that initialise an object until somebody may look.  A call
whose code reads a field of one object and initialises the same field of another
counts as writing it only, and before writing calls RPython 0.2.1 skips the fields
declared immutable.  Such a call, handed an object made in the trace, would find the
field still empty.  Nearly all values of LexVM are immutable, and most of the
standard library makes values from values.
"""

from rpython.jit.metainterp.optimizeopt.heap import OptHeap

_force_from_effectinfo = OptHeap.force_from_effectinfo.im_func


def force_from_effectinfo(self, effectinfo):
    """Do the delayed writes that matter to a call, immutable fields included."""
    for descr, field in self.cached_fields.items():
        if descr.is_always_pure() and effectinfo.check_write_descr_field(descr):
            field.force_lazy_set(self, descr)
    _force_from_effectinfo(self, effectinfo)


OptHeap.force_from_effectinfo = force_from_effectinfo
