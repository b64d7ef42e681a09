"""Corrections of optimizeopt/heap.py and virtualize.py: constant indices of arrays.

In the second copy of a loop's body a variable can be a constant of which it is known that
the body is not entered with it.  The index that follows from it can be anything.
"""

from rpython.jit.metainterp.optimize import InvalidLoop
from rpython.jit.metainterp.optimizeopt import heap, info, virtualize
from rpython.jit.metainterp.optimizeopt.heap import OptHeap
from rpython.jit.metainterp.optimizeopt.util import make_dispatcher_method
from rpython.jit.metainterp.optimizeopt.virtualize import OptVirtualize

from toolchain_fixes import features
from toolchain_fixes.registry import correction

# Resume data has 16 bits for the index of an item that a bridge is told of.
LARGEST_INDEX = (1 << 15) - 1

ITEM_TYPES = ['I', 'R', 'F']


def is_remembered(index):
    return 0 <= index <= LARGEST_INDEX


@correction('indices-of-remembered-items', features.REMEMBERS_ALL_INDICES)
def indices_of_remembered_items():
    """Remember no items at negative indices, and none at indices too large for the
    resume data.  The toolchain allocated memory for all items up to the index, read
    beyond its lists, or ended the program with a failed assertion."""

    def is_forgotten(self, op):
        index = self.getintbound(op.getarg(1))
        return index.is_constant() and not is_remembered(index.getint())

    def forgetting(plain):
        def optimize_getarrayitem(self, op):
            if not is_forgotten(self, op):
                return plain(self, op)
            self.force_lazy_setarrayitem(op.getdescr(), self.getintbound(op.getarg(1)))
            self.make_nonnull(op.getarg(0))
            return self.emit(op)
        return optimize_getarrayitem

    plain_set = OptHeap.optimize_SETARRAYITEM_GC.im_func

    def optimize_setarrayitem(self, op):
        if not is_forgotten(self, op):
            return plain_set(self, op)
        self.force_lazy_setarrayitem(op.getdescr(), self.getintbound(op.getarg(1)),
                                     can_cache=False)
        return self.emit(op)

    plain_postprocess = OptHeap.postprocess_GETARRAYITEM_GC_I.im_func

    def postprocess_getarrayitem(self, op):
        if not is_forgotten(self, op):
            plain_postprocess(self, op)

    reading = forgetting(OptHeap.optimize_GETARRAYITEM_GC_I.im_func)
    reading_pure = forgetting(OptHeap.optimize_GETARRAYITEM_GC_PURE_I.im_func)
    for item_type in ITEM_TYPES:
        setattr(OptHeap, 'optimize_GETARRAYITEM_GC_' + item_type, reading)
        setattr(OptHeap, 'optimize_GETARRAYITEM_GC_PURE_' + item_type, reading_pure)
        setattr(OptHeap, 'postprocess_GETARRAYITEM_GC_' + item_type,
                postprocess_getarrayitem)
    OptHeap.optimize_SETARRAYITEM_GC = optimize_setarrayitem
    heap.dispatch_opt = make_dispatcher_method(OptHeap, 'optimize_', default=OptHeap.emit)
    OptHeap.propagate_forward = heap.dispatch_opt
    heap.dispatch_postprocess = make_dispatcher_method(OptHeap, 'postprocess_')
    OptHeap.propagate_postprocess = heap.dispatch_postprocess


@correction('indices-of-virtual-arrays', features.REMEMBERS_ALL_INDICES)
def indices_of_virtual_arrays():
    """There is no loop that reads or writes an item that an array made by it does not
    have, or reads one that it has not written.  The toolchain ended the program with a
    failed assertion or wrote beyond its lists."""

    def check_item(self, op, is_read):
        array = self.getptrinfo(op.getarg(0))
        if array is None or not array.is_virtual():
            return
        index = self.get_constant_box(op.getarg(1))
        if index is None:
            return
        assert isinstance(array, info.ArrayPtrInfo)
        i = index.getint()
        if not 0 <= i < array.getlength():
            raise InvalidLoop('an array made by the loop has no such item')
        if is_read and array.getitem(op.getdescr(), i) is None:
            raise InvalidLoop('an item is read before it is written')

    def check_field_of_item(self, op, is_read):
        array = self.getptrinfo(op.getarg(0))
        if array is None or not array.is_virtual():
            return
        index = self.get_constant_box(op.getarg(1))
        if index is None:
            return
        assert isinstance(array, info.ArrayStructInfo)
        i = index.getint()
        if not 0 <= i < array.getlength():
            raise InvalidLoop('an array made by the loop has no such item')
        if is_read and array.getinteriorfield_virtual(i, op.getdescr()) is None:
            raise InvalidLoop('a field of an item is read before it is written')

    def checked(plain, check, is_read):
        def optimize_access(self, op):
            check(self, op, is_read)
            return plain(self, op)
        return optimize_access

    reading = checked(OptVirtualize.optimize_GETARRAYITEM_GC_I.im_func, check_item, True)
    reading_field = checked(OptVirtualize.optimize_GETINTERIORFIELD_GC_I.im_func,
                            check_field_of_item, True)
    for item_type in ITEM_TYPES:
        setattr(OptVirtualize, 'optimize_GETARRAYITEM_GC_' + item_type, reading)
        setattr(OptVirtualize, 'optimize_GETARRAYITEM_GC_PURE_' + item_type, reading)
        setattr(OptVirtualize, 'optimize_GETINTERIORFIELD_GC_' + item_type, reading_field)
    OptVirtualize.optimize_SETARRAYITEM_GC = checked(
        OptVirtualize.optimize_SETARRAYITEM_GC.im_func, check_item, False)
    OptVirtualize.optimize_SETINTERIORFIELD_GC = checked(
        OptVirtualize.optimize_SETINTERIORFIELD_GC.im_func, check_field_of_item, False)
    _dispatch_virtualize_again()


@correction('large-virtual-arrays', features.REMEMBERS_ALL_INDICES)
def large_virtual_arrays():
    """Allocate large arrays.  The toolchain keeps each as a list of its items, with all
    of them in each guard, until somebody sees the array."""

    def large_allocated(plain):
        def optimize_new_array(self, op):
            size = self.get_constant_box(op.getarg(0))
            if size is not None and not is_remembered(size.getint()):
                return self.emit(op)
            return plain(self, op)
        return optimize_new_array

    OptVirtualize.optimize_NEW_ARRAY = large_allocated(
        OptVirtualize.optimize_NEW_ARRAY.im_func)
    OptVirtualize.optimize_NEW_ARRAY_CLEAR = large_allocated(
        OptVirtualize.optimize_NEW_ARRAY_CLEAR.im_func)
    _dispatch_virtualize_again()


def _dispatch_virtualize_again():
    virtualize.dispatch_opt = make_dispatcher_method(OptVirtualize, 'optimize_',
                                                     default=OptVirtualize.emit)
    OptVirtualize.propagate_forward = virtualize.dispatch_opt
