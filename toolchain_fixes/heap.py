"""Corrections of optimizeopt/heap.py."""

from rpython.jit.metainterp.optimizeopt.heap import OptHeap

from toolchain_fixes import features
from toolchain_fixes.registry import correction


@correction('pending-immutable-fields', not features.KNOWS_ITS_OPERATIONS)
def pending_immutable_fields():
    plain = OptHeap.force_from_effectinfo.im_func

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
        plain(self, effectinfo)

    OptHeap.force_from_effectinfo = force_from_effectinfo
