"""What lists keep their items in; ``list`` tells who may write to it."""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.objectmodel import import_from_mixin
from rpython.tool.sourcetools import func_with_new_name

from interpreter.objects.numbers import W_Float, W_Int, newfloat, newint
from interpreter.objects.text import newstr

# Up to this length a window is copied rather than made a part of a rope.
CHUNK = 64

INTS = 0
FLOATS = 1
ITEMS = 2


class Storage(object):
    """Positions are absolute.  Nothing is written to a storage unless it is a _Buffer."""
    _attrs_ = []
    kind = ITEMS

    def getitem(self, i):
        raise NotImplementedError

    def getint(self, i):
        raise NotImplementedError

    def getfloat(self, i):
        raise NotImplementedError

    def push(self, stop, w_item):
        """Write the item at ``stop`` if that is the end of the used region,
        there is room, and the item is of the kind; else return False."""
        return False

    def unshift(self, start, w_item):
        """The same for the position before ``start``, the region's begin."""
        return False

    def room_before(self, start):
        """Number of free positions that a window from ``start`` may take."""
        return 0

    def room_after(self, stop):
        return 0

    def is_taken_before(self, start):
        """Another version has used the position before a window."""
        return False

    def is_taken_after(self, stop):
        return False


class RangeStorage(Storage):
    """Consecutive Ints; the singleton ``RANGE``."""
    _attrs_ = []
    kind = INTS

    def getitem(self, i):
        return newint(i)

    def getint(self, i):
        return i


class _Buffer(Storage):
    """The used region is [lo, hi)."""
    _attrs_ = ['lo', 'hi']

    def is_taken_before(self, start):
        return self.lo < start

    def is_taken_after(self, stop):
        return stop < self.hi


class _ArrayMixin(object):
    """A _Buffer over the array ``items``, written once for each kind of item.  ``fits``
    tells whether an item is of the kind, ``raw`` is what the array keeps of it."""

    def __init__(self, items, lo, hi):
        make_sure_not_resized(items)
        self.items = items
        self.lo = lo
        self.hi = hi

    def push(self, stop, w_item):
        items = self.items
        if self.fits(w_item) and self.hi == stop and stop < len(items):
            assert stop >= 0
            items[stop] = self.raw(w_item)
            self.hi = stop + 1
            return True
        return False

    def unshift(self, start, w_item):
        if self.fits(w_item) and self.lo == start and start > 0:
            self.items[start - 1] = self.raw(w_item)
            self.lo = start - 1
            return True
        return False

    def room_before(self, start):
        if self.lo == start:
            return start
        return 0

    def room_after(self, stop):
        if self.hi == stop:
            return len(self.items) - stop
        return 0


class IntStorage(_Buffer):
    import_from_mixin(_ArrayMixin)
    _attrs_ = ['items']
    _immutable_fields_ = ['items']
    kind = INTS

    def fits(self, w_item):
        return isinstance(w_item, W_Int)

    def raw(self, w_item):
        assert isinstance(w_item, W_Int)
        return w_item.intval

    def getitem(self, i):
        assert i >= 0
        return newint(self.items[i])

    def getint(self, i):
        assert i >= 0
        return self.items[i]


class FloatStorage(_Buffer):
    import_from_mixin(_ArrayMixin)
    _attrs_ = ['items']
    _immutable_fields_ = ['items']
    kind = FLOATS

    def fits(self, w_item):
        return isinstance(w_item, W_Float)

    def raw(self, w_item):
        assert isinstance(w_item, W_Float)
        return w_item.floatval

    def getitem(self, i):
        assert i >= 0
        return newfloat(self.items[i])

    def getfloat(self, i):
        assert i >= 0
        return self.items[i]


class ItemStorage(_Buffer):
    import_from_mixin(_ArrayMixin)
    _attrs_ = ['items']
    _immutable_fields_ = ['items']
    kind = ITEMS

    def fits(self, w_item):
        return True

    def raw(self, w_item):
        return w_item

    def getitem(self, i):
        assert i >= 0
        return self.items[i]


PIECE_BITS = 24
LONGEST_PIECE = (1 << PIECE_BITS) - 1


def piece_place(start, length):
    """The number for a piece of a text that is not longer than
    LONGEST_PIECE."""
    return (start << PIECE_BITS) | length


class PiecesStorage(Storage):
    """Strs that are pieces of one text, made when somebody asks for them: a
    large document gives millions of them, and most programs look at a few.

    ``places`` has a number for each piece: ``piece_place`` of a piece of the
    text, ``-1 - k`` for the text ``others[k]``."""
    _attrs_ = ['text', 'places', 'others']
    _immutable_fields_ = ['text', 'places', 'others']
    kind = ITEMS

    def __init__(self, text, places, others):
        self.text = text
        self.places = places
        self.others = others

    @jit.dont_look_inside
    def getitem(self, i):
        place = self.places[i]
        if place < 0:
            return newstr(self.others[-1 - place])
        start = place >> PIECE_BITS
        stop = start + (place & LONGEST_PIECE)
        assert start >= 0
        assert stop >= 0
        return newstr(self.text[start:stop])


RANGE = RangeStorage()


def slack(length):
    """The room to make at the end of a list that grows."""
    if length <= CHUNK:
        return length + 4
    return length >> 1


def kind_of(w_item):
    if isinstance(w_item, W_Int):
        return INTS
    if isinstance(w_item, W_Float):
        return FLOATS
    return ITEMS


# References are copied one by one on purpose: the collector of the pinned toolchain can
# lose objects when it copies a large array in bulk.

def _copier(name, storage_class, blank, getter):
    """A function that makes a new array of ``size`` with the items of a window on any
    storage from ``before`` on."""
    def copy(storage, start, length, before, size):
        assert before >= 0
        assert size >= 0
        made = [blank] * size
        if isinstance(storage, storage_class):
            items = storage.items
            assert start >= 0
            for i in range(length):
                made[before + i] = items[start + i]
        else:
            for i in range(length):
                made[before + i] = getattr(storage, getter)(start + i)
        return made
    return func_with_new_name(copy, name)


copy_ints = _copier('copy_ints', IntStorage, 0, 'getint')
copy_floats = _copier('copy_floats', FloatStorage, 0.0, 'getfloat')
copy_items = _copier('copy_items', ItemStorage, None, 'getitem')
