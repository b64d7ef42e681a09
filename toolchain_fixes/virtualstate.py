"""Corrections of optimizeopt/virtualstate.py: does a jump fit a loop?

Where it does not quite, values from the run that was traced are looked at: if a guard
would have held for them, it is worth while.
"""

from rpython.jit.metainterp.optimizeopt.info import (
    AbstractStructPtrInfo, ArrayPtrInfo, ArrayStructInfo, InstancePtrInfo)
from rpython.jit.metainterp.optimizeopt.virtualstate import (
    AbstractVirtualStructStateInfo, NotVirtualStateInfoPtr, VArrayStateInfo,
    VArrayStructStateInfo, VirtualStateInfo, VirtualStatesCantMatch)

from toolchain_fixes import features
from toolchain_fixes.registry import correction


def class_of(cpu, box):
    """-> the Const of the class of a value that is not null."""
    if features.HAS_TYPE_SYSTEM:
        return cpu.ts.cls_of_box(box)
    return cpu.cls_of_box(box)


@correction('values-of-another-round')
def values_of_another_round():
    """Look into a value only if it has the shape that is looked for.

    At the end of a loop proper the values are those of its begin: the variables may have
    held others by then, of other classes, or null.  The toolchain read the fields of a
    class from objects of any, and took what was there for references.
    """
    plain_struct = AbstractVirtualStructStateInfo._generate_guards.im_func
    plain_array = VArrayStateInfo._generate_guards.im_func
    plain_structs = VArrayStructStateInfo._generate_guards.im_func
    plain_class = NotVirtualStateInfoPtr._generate_guards_knownclass.im_func

    def has_any_shape(self, runtime_box, state):
        return runtime_box.nonnull()

    def has_class(self, runtime_box, state):
        return (runtime_box.nonnull() and
                self.known_class.same_constant(class_of(state.cpu, runtime_box)))

    def is_long_enough(descr, length, runtime_box, state):
        return (runtime_box.nonnull() and
                state.cpu.bh_arraylen_gc(runtime_box.getref_base(), descr) >= length)

    def guards_of_struct(self, other, box, runtime_box, state):
        if runtime_box is not None and not self.fits(runtime_box, state):
            runtime_box = None
        plain_struct(self, other, box, runtime_box, state)

    def guards_of_array(self, other, box, runtime_box, state):
        if runtime_box is not None and not is_long_enough(
                self.arraydescr, len(self.fieldstate), runtime_box, state):
            runtime_box = None
        plain_array(self, other, box, runtime_box, state)

    def guards_of_array_of_structs(self, other, box, runtime_box, state):
        if runtime_box is not None and not is_long_enough(
                self.arraydescr, self.length, runtime_box, state):
            runtime_box = None
        # It would be read whenever there is a box.
        plain_structs(self, other, box if runtime_box is not None else None,
                      runtime_box, state)

    def guards_of_class(self, other, box, runtime_box, extra_guards, state):
        if runtime_box is not None and not runtime_box.nonnull():
            runtime_box = None
        plain_class(self, other, box, runtime_box, extra_guards, state)

    AbstractVirtualStructStateInfo.fits = has_any_shape
    VirtualStateInfo.fits = has_class
    AbstractVirtualStructStateInfo._generate_guards = guards_of_struct
    VArrayStateInfo._generate_guards = guards_of_array
    VArrayStructStateInfo._generate_guards = guards_of_array_of_structs
    NotVirtualStateInfoPtr._generate_guards_knownclass = guards_of_class


@correction('forcing-into-another-shape')
def forcing_into_another_shape():
    """A value that is handed to a loop as an object of a certain shape has that shape.

    Forcing the values of a jump changes their state, so the loop that was chosen for them
    may expect a virtual object of another kind where one is still virtual.  The toolchain
    asked an object for the length of an array, which ends the process, or took the fields
    of one class for those of another.  Such a loop is not jumped to.
    """
    plain_struct = AbstractVirtualStructStateInfo.enum_forced_boxes.im_func
    plain_array = VArrayStateInfo.enum_forced_boxes.im_func

    def is_struct(self, info):
        return isinstance(info, AbstractStructPtrInfo) and not isinstance(
            info, InstancePtrInfo)

    def is_instance(self, info):
        if not isinstance(info, InstancePtrInfo):
            return False
        known_class = info._known_class
        return known_class is not None and self.known_class.same_constant(known_class)

    def is_array(info):
        return isinstance(info, ArrayPtrInfo) and not isinstance(info, ArrayStructInfo)

    def forced_struct(self, boxes, box, optimizer, force_boxes=False):
        info = optimizer.getptrinfo(optimizer.get_box_replacement(box))
        if info is None or not self.is_shape_of(info):
            raise VirtualStatesCantMatch()
        plain_struct(self, boxes, box, optimizer, force_boxes)

    def forced_array(self, boxes, box, optimizer, force_boxes=False):
        info = optimizer.getptrinfo(optimizer.get_box_replacement(box))
        if info is None or not is_array(info):
            raise VirtualStatesCantMatch()
        plain_array(self, boxes, box, optimizer, force_boxes)

    AbstractVirtualStructStateInfo.is_shape_of = is_struct
    VirtualStateInfo.is_shape_of = is_instance
    AbstractVirtualStructStateInfo.enum_forced_boxes = forced_struct
    VArrayStateInfo.enum_forced_boxes = forced_array
