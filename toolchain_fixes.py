"""Corrections to the pinned RPython that the translated program needs.

Imported by the translation target and by the tests that run the JIT.
"""

from rpython.jit.metainterp.optimizeopt.heap import OptHeap

_force_from_effectinfo = OptHeap.force_from_effectinfo.im_func


def force_from_effectinfo(self, effectinfo):
    """Before a residual call, also store the pending values of immutable
    fields that the callee both reads and, in objects that it makes, writes.

    The toolchain counts such a field as written only, and skips written
    fields that are immutable: the callee then reads an object of the trace
    whose fields are not stored yet.
    """
    for descr, cached_field in self.cached_fields.items():
        if descr.is_always_pure() and effectinfo.check_write_descr_field(descr):
            cached_field.force_lazy_set(self, descr)
    _force_from_effectinfo(self, effectinfo)


OptHeap.force_from_effectinfo = force_from_effectinfo
