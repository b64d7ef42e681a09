"""optimizeopt/virtualstate.py"""

import pytest

from rpython.jit.backend.llgraph.runner import ArrayDescr
from rpython.jit.metainterp.optimizeopt import info
from rpython.jit.metainterp.optimizeopt.test.test_util import LLtypeMixin
from rpython.jit.metainterp.optimizeopt.test.test_virtualstate import FakeOptimizer
from rpython.jit.metainterp.optimizeopt.virtualstate import (
    LEVEL_NONNULL, GenerateGuardState, VArrayStateInfo, VArrayStructStateInfo, VirtualStateInfo,
    VirtualStatesCantMatch, VStructStateInfo, not_virtual)
from rpython.jit.metainterp.resoperation import InputArgRef
from rpython.rtyper.lltypesystem import lltype, llmemory

import toolchain_fixes
from toolchain_fixes.virtualstate import class_of

assert toolchain_fixes.APPLIED

LL = LLtypeMixin
CPU = LLtypeMixin.cpu
NODE = InputArgRef(LL.nodeaddr)
NULL = InputArgRef(lltype.nullptr(llmemory.GCREF.TO))
PARTS = lltype.GcArray(llmemory.GCREF)
STRUCTS = lltype.GcArray(lltype.Struct('part', ('x', llmemory.GCREF)))


def new(TYPE, *args):
    return InputArgRef(lltype.cast_opaque_ptr(llmemory.GCREF,
                                              lltype.malloc(TYPE, *args)))


def wanted(field):
    """The state of a part: a node, or unknown."""
    known = info.InstancePtrInfo(None, class_of(CPU, NODE)) if field else None
    state = not_virtual(CPU, 'r', known)
    state.position = 1
    return state


def guards(make_state, virtual, runtime_box):
    """-> the number of guards that make a jump fit, or None if none do.  The loop wants
    a virtual whose part is a node, and there is one with a part that is unknown."""
    mine, other = make_state(), make_state()
    mine.fieldstate, other.fieldstate = [wanted(True)], [wanted(False)]
    mine.position = other.position = 0
    box = InputArgRef(LL.nodeaddr)
    box.set_forwarded(virtual)
    state = GenerateGuardState(FakeOptimizer(CPU))
    try:
        mine.generate_guards(other, box, runtime_box, state)
    except VirtualStatesCantMatch:
        return None
    return len(state.extra_guards)


def virtual_node(known_class):
    virtual = info.InstancePtrInfo(LL.nodesize, known_class, is_virtual=True)
    virtual._fields = [None] * (LL.nextdescr.get_index() + 1)
    virtual._fields[LL.nextdescr.get_index()] = InputArgRef(LL.nodeaddr)
    return virtual


def node_with_next():
    node = lltype.malloc(LL.NODE)
    node.parent.typeptr = LL.node_vtable
    node.next = node
    return InputArgRef(lltype.cast_opaque_ptr(llmemory.GCREF, node))


def test_fields_are_read_from_objects_of_the_class_only():
    known = class_of(CPU, NODE)

    def state():
        return VirtualStateInfo(known, [LL.nextdescr])
    assert guards(state, virtual_node(known), node_with_next()) == 1
    assert guards(state, virtual_node(known), InputArgRef(LL.myptr3)) is None
    assert guards(state, virtual_node(known), NULL) is None


def test_fields_of_null_are_not_read():
    def state():
        return VStructStateInfo(LL.nodesize, [LL.nextdescr])
    assert guards(state, virtual_node(None), node_with_next()) == 1
    assert guards(state, virtual_node(None), NULL) is None


def test_items_are_read_from_arrays_that_are_long_enough():
    descr = ArrayDescr(PARTS, CPU)
    virtual = info.ArrayPtrInfo(descr, size=1, is_virtual=True)
    virtual._items[0] = InputArgRef(LL.nodeaddr)
    one = lltype.malloc(PARTS, 1)
    one[0] = LL.nodeaddr

    def state():
        return VArrayStateInfo(descr)
    full = InputArgRef(lltype.cast_opaque_ptr(llmemory.GCREF, one))
    assert guards(state, virtual, full) == 1
    assert guards(state, virtual, new(PARTS, 0)) is None
    assert guards(state, virtual, NULL) is None


def test_structs_are_read_from_arrays_that_are_long_enough():
    descr = CPU.arraydescrof(STRUCTS)
    fielddescr = CPU.fielddescrof(STRUCTS.OF, 'x')
    virtual = info.ArrayStructInfo(descr, 1, is_virtual=True)
    virtual._items = [InputArgRef(LL.nodeaddr)]
    one = lltype.malloc(STRUCTS, 1)
    one[0].x = LL.nodeaddr

    def state():
        return VArrayStructStateInfo(descr, [fielddescr], 1)
    full = InputArgRef(lltype.cast_opaque_ptr(llmemory.GCREF, one))
    assert guards(state, virtual, full) == 1
    assert guards(state, virtual, new(STRUCTS, 0)) is None
    assert guards(state, virtual, NULL) is None


def test_null_has_no_class():
    known = not_virtual(CPU, 'r', info.InstancePtrInfo(None, class_of(CPU, NODE)))
    nonnull = info.InstancePtrInfo(None, None)
    nonnull = not_virtual(CPU, 'r', nonnull)
    nonnull.level = LEVEL_NONNULL
    for runtime_box, count in [(NODE, 1), (NULL, None)]:
        known.position = nonnull.position = 0
        state = GenerateGuardState(FakeOptimizer(CPU))
        try:
            known.generate_guards(nonnull, InputArgRef(), runtime_box, state)
            found = len(state.extra_guards)
        except VirtualStatesCantMatch:
            found = None
        assert found == count


class ForcedOptimizer(FakeOptimizer):
    """A value's shape is what is known of it."""

    def __init__(self, cpu, known):
        FakeOptimizer.__init__(self, cpu)
        self.known = known

    def get_box_replacement(self, box):
        return box

    def getptrinfo(self, box):
        return self.known


def test_a_loop_that_wants_another_shape_is_not_jumped_to():
    array = info.ArrayPtrInfo(CPU.arraydescrof(STRUCTS), None, 0, is_virtual=True)
    instance = virtual_node(class_of(CPU, NODE))
    other = virtual_node(class_of(CPU, InputArgRef(LL.myptr3)))
    wants_array = VArrayStateInfo(CPU.arraydescrof(STRUCTS))
    struct = info.StructPtrInfo(LL.nodesize, is_virtual=True)
    struct._fields = []
    wants_node = VirtualStateInfo(class_of(CPU, NODE), [])
    wants_struct = VStructStateInfo(LL.nodesize, [])
    for wanted, fitting, others in [(wants_array, array, [instance, None]),
                                    (wants_node, instance, [array, other, struct, None]),
                                    (wants_struct, struct, [array, instance, None])]:
        wanted.fieldstate = []
        wanted.position = 0
        wanted.enum_forced_boxes([], InputArgRef(), ForcedOptimizer(CPU, fitting))
        for known in others:
            with pytest.raises(VirtualStatesCantMatch):
                wanted.enum_forced_boxes([], InputArgRef(), ForcedOptimizer(CPU, known))
