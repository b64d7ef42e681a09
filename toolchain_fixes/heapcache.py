"""Corrections of metainterp/heapcache.py: what the tracer remembers of the heap."""

from rpython.jit.metainterp.heapcache import FieldUpdater, HeapCache
from rpython.jit.metainterp.history import RefFrontendOp
from rpython.jit.metainterp.resoperation import rop
from rpython.rlib.objectmodel import specialize

from toolchain_fixes import features
from toolchain_fixes.registry import correction


@correction('writes-through-constants', features.TRACER_IGNORES_CONSTANTS)
def writes_through_constants():
    class ConstantUpdater(FieldUpdater):
        """A field of a constant, of which the tracer remembers nothing."""

        def __init__(self, cache):
            self.cache = cache
            self.currfieldbox = None

        def getfield_now_known(self, fieldbox):
            pass

        def setfield(self, fieldbox):
            self.cache._clear_cache_on_write(False)

    plain = HeapCache.get_field_updater.im_func

    def get_field_updater(self, box, descr):
        """Where a field is written through a constant, forget the field of all objects,
        of which any can be that constant.  The toolchain went on with the old value."""
        if not isinstance(box, RefFrontendOp):
            cache = self.heap_cache.get(descr, None)
            if cache is not None:
                return ConstantUpdater(cache)
        return plain(self, box, descr)

    HeapCache.get_field_updater = get_field_updater


def _contents(box):
    """-> the boxes that were stored in an unescaped object."""
    if isinstance(box, RefFrontendOp) and box._heapc_deps is not None:
        return box._heapc_deps[1:]      # The first is the length of an array.
    return []


@correction('objects-read-back')
def objects_read_back():
    """Objects that are read back from another one count as escaped.

    The read gives them a second box, if the tracer has forgotten that it wrote them
    there.  When a call gets that box, the object escapes, and the first box must not
    keep what is known of its fields.
    """
    plain = HeapCache.mark_escaped.im_func

    def escape_contents(self, box):
        if self.is_unescaped(box):
            for fieldbox in _contents(box):
                self._escape_box(fieldbox)

    def mark_escaped_of_list(self, opnum, descr, argboxes):
        if opnum == rop.GETFIELD_GC_R:
            escape_contents(self, argboxes[0])
        plain(self, opnum, descr, argboxes)

    @specialize.arg(1)
    def mark_escaped(self, opnum, descr, *argboxes):
        if opnum == rop.GETFIELD_GC_R:
            escape_contents(self, argboxes[0])
        plain(self, opnum, descr, *argboxes)

    if features.ESCAPES_BY_LIST:
        HeapCache.mark_escaped = mark_escaped_of_list
    else:
        HeapCache.mark_escaped = mark_escaped


@correction('objects-in-copied-arrays')
def objects_in_copied_arrays():
    plain = HeapCache._clear_caches_arraycopy.im_func

    def clear_caches_arraycopy(self, opnum, descr, argboxes, effectinfo):
        """The copy of an array holds the objects of the original, too: they escape when
        the copy does.  The toolchain took account of the original only."""
        source, dest = argboxes[1], argboxes[2]
        if self.is_unescaped(source):
            for itembox in _contents(source):
                self._escape_from_write(dest, itembox)
        plain(self, opnum, descr, argboxes, effectinfo)

    HeapCache._clear_caches_arraycopy = clear_caches_arraycopy
