"""A correction of optimizeopt/info.py: what is known of an object that becomes constant."""

from rpython.jit.metainterp.optimizeopt.info import (
    AbstractStructPtrInfo, ArrayPtrInfo)
from rpython.jit.metainterp.optimizeopt.shortpreamble import PreambleOp

from toolchain_fixes.registry import correction


def is_copied(op, known_op):
    """Does what is known of one object's field add to what is known of the constant?

    What only the code before the loop knows stays with the object: it can be taken
    over once."""
    return op is not None and known_op is None and not isinstance(op, PreambleOp)


@correction('fields-of-promoted-objects')
def fields_of_promoted_objects():
    def copy_fields_to_const(self, constinfo, optheap):
        """Hand the known fields of an object over to the constant that it is.

        Each is entered in the cache of its field as well, which is where calls and
        other stores look for what they invalidate.  The toolchain did not enter them,
        so that a field kept the value it had before the call; and it overwrote what
        was known of the constant.
        """
        if self._fields is None or optheap is None:
            return
        known = constinfo._get_info(self.descr, optheap)
        assert isinstance(known, AbstractStructPtrInfo)
        descrs = self.descr.get_all_fielddescrs()
        for i in range(len(self._fields)):
            descr = descrs[i]
            if (not descr.is_always_pure() and
                    is_copied(self._fields[i], known.getfield(descr))):
                known.setfield(descr, constinfo.getconst(), self._fields[i], optheap,
                               optheap.field_cache(descr))

    def copy_items_to_const(self, constinfo, optheap):
        """The same for the items of an array."""
        if self._items is None or optheap is None:
            return
        known = constinfo._get_array_info(self.descr, optheap)
        assert isinstance(known, ArrayPtrInfo)
        for i in range(len(self._items)):
            if is_copied(self._items[i], known.getitem(self.descr, i)):
                known.setitem(self.descr, i, constinfo.getconst(), self._items[i], optheap,
                              optheap.arrayitem_cache(self.descr, i))

    AbstractStructPtrInfo.copy_fields_to_const = copy_fields_to_const
    ArrayPtrInfo.copy_fields_to_const = copy_items_to_const
