"""Lists.

A list is immutable for programs: a window (start, length) on a storage that
other versions of the list may share.  Unused room at either end of a storage
belongs to whoever extends it first: the version whose window reaches the end
of the used region writes the new item in place.  Any other version copies its
window if it is short and becomes one part of a rope if it is long, so that a
long list that is used as a stack is never copied for a push after a pop.  A
rope that is read a lot is flattened.  So extending and shrinking cost
amortised constant time at both ends, and slices share.

Storages keep Ints and Floats unboxed as long as all items are of that kind; a
range keeps nothing at all, its items are their own positions.
"""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import ovfcheck

from interpreter.objects.base import W_Root
from interpreter.objects.errors import Panic
from interpreter.objects.list_storage import (
    CHUNK, FLOATS, INTS, ITEMS, RANGE, FloatStorage, IntStorage, ItemStorage, PiecesStorage,
    Storage, copy_floats, copy_ints, copy_items, kind_of, slack)
from interpreter.objects.numbers import W_Float, W_Int
from interpreter.objects.pace import pace
from interpreter.objects.text import newstr


# The longest list that a trace makes item by item.
UNROLLED = 16

# The room of a list that begins with one item, and the most room that a trace makes.
FIRST_SIZE = 8
MOST_IN_TRACE = 256

# The most items of a list that is not a range or a rope.
LONGEST = 1 << 48
TOO_LONG = 'list too long'


class RopeStorage(Storage):
    """Two lists, one behind the other.  A window on a rope reaches into both;
    ``flat`` is the whole as one flat list, None until reading it has cost as
    much as making it does."""
    _attrs_ = ['left', 'right', 'flat', 'steps']
    _immutable_fields_ = ['left', 'right']
    kind = ITEMS

    def __init__(self, left, right):
        self.left = left
        self.right = right
        self.flat = None
        self.steps = 0

    def size(self):
        return self.left._length + self.right._length

    @jit.dont_look_inside
    def getitem(self, i):
        rope = self
        while True:
            # A rope made of itself has more items than fit into any memory.
            pace.work(1)
            self.steps += 1
            w_part = rope.flat
            if w_part is None:
                w_part = rope.left
                if i >= w_part._length:
                    i -= w_part._length
                    w_part = rope.right
            i += w_part.start
            storage = w_part.storage
            if not isinstance(storage, RopeStorage):
                break
            rope = storage
        if self.flat is None and self.steps > self.size():
            self.flatten()
        return storage.getitem(i)

    @jit.dont_look_inside
    def window(self, start, length):
        rope = self
        while True:
            w_part = rope.flat
            if w_part is None:
                w_part = rope.left
                boundary = w_part._length
                if start >= boundary:
                    start -= boundary
                    w_part = rope.right
                elif start + length > boundary:
                    return W_List(rope, start, length)
            start += w_part.start
            storage = w_part.storage
            if not isinstance(storage, RopeStorage):
                return W_List(storage, start, length)
            rope = storage

    def flatten(self):
        """The whole as a list that is not a rope."""
        if self.flat is None:
            self.flat = _flat_window(self, 0, self.size())
        return self.flat


class W_List(W_Root):
    """``cached_digest`` is 0 until somebody asked for the digest."""
    _attrs_ = ['storage', 'start', '_length', 'cached_digest']
    _immutable_fields_ = ['storage', 'start', '_length']

    def __init__(self, storage, start, length):
        self.storage = storage
        self.start = start
        self._length = length
        self.cached_digest = 0

    def type_name(self):
        return 'List'

    def length(self):
        return self._length

    def getitem(self, i):
        """The item at ``0 <= i < length()``, checked by the caller."""
        return self.storage.getitem(self.start + i)

    def is_int_list(self):
        """All items are Ints and ``getitem_int`` may be used."""
        return self.storage.kind == INTS

    def is_float_list(self):
        """All items are Floats and ``getitem_float`` may be used."""
        return self.storage.kind == FLOATS

    def getitem_int(self, i):
        return self.storage.getint(self.start + i)

    def getitem_float(self, i):
        return self.storage.getfloat(self.start + i)

    def boxed_items(self):
        """The array of a flattened list that is neither of Ints nor of
        Floats; the items are at ``start`` to ``start + length()``."""
        storage = self.storage
        assert isinstance(storage, ItemStorage)
        return storage.items

    def append(self, w_item):
        """A new list: this one with one more item at the end."""
        stop = self.start + self._length
        if self.storage.push(stop, w_item):
            return W_List(self.storage, self.start, self._length + 1)
        if self._length == 0:
            return W_List(_started(w_item, 0, FIRST_SIZE), 0, 1)
        return _append_grown(self, w_item)

    def prepend(self, w_item):
        """A new list: this one with one more item in front."""
        if self.storage.unshift(self.start, w_item):
            return W_List(self.storage, self.start - 1, self._length + 1)
        if self._length == 0:
            last = FIRST_SIZE - 1
            return W_List(_started(w_item, last, FIRST_SIZE), last, 1)
        return _prepend_grown(self, w_item)

    def concat(self, w_other):
        """A new list: the items of this one, then those of ``w_other``."""
        if w_other._length == 0:
            return self
        if self._length == 0:
            return w_other
        return _concat(self, w_other)

    def slice(self, start, stop):
        """The items at ``0 <= start <= i < stop <= length()``, shared."""
        if start >= stop:
            return w_empty_list
        storage = self.storage
        if isinstance(storage, RopeStorage):
            return storage.window(self.start + start, stop - start)
        return W_List(storage, self.start + start, stop - start)

    def flattened(self):
        """The same list, neither as a rope nor as pieces of a text."""
        storage = self.storage
        if isinstance(storage, PiecesStorage):
            return _moved(self, ITEMS, 0, 0)
        if isinstance(storage, RopeStorage):
            if storage.flat is None and self._length < storage.size() // 2:
                return _flat_window(storage, self.start, self._length)
            return storage.flatten().slice(self.start,
                                           self.start + self._length)
        return self

    def reverse(self):
        return _reversed(self)

    @jit.dont_look_inside
    def items_w(self):
        """The items as a fresh list of the host."""
        pace.work(self._length)
        w_flat = self.flattened()
        storage = w_flat.storage
        start = w_flat.start
        return [storage.getitem(start + i) for i in range(self._length)]


w_empty_list = W_List(RANGE, 0, 0)


def empty_list():
    return w_empty_list


@jit.dont_look_inside
def _flat_window(rope, start, length):
    """A list that is not a rope, of some positions of a rope."""
    pace.work(length)
    builder = ListBuilder(length)
    pending = [W_List(rope, start, length)]
    while len(pending) > 0:
        w_part = pending.pop()
        storage = w_part.storage
        if isinstance(storage, RopeStorage) and storage.flat is None:
            boundary = storage.left._length
            stop = w_part.start + w_part._length
            pending.append(storage.right.slice(0, stop - boundary))
            pending.append(storage.left.slice(w_part.start, boundary))
        else:
            for i in range(w_part._length):
                builder.append(w_part.getitem(i))
    return builder.build()


# Growing

def _moved(w_list, kind, before, after):
    """The same list in a new storage of a kind that holds its items, with
    room at both ends.  Raises Panic if no memory holds that."""
    pace.work(w_list._length)
    # A sum of lengths that overflowed is negative.
    if (w_list._length > LONGEST or not 0 <= before <= LONGEST
            or not 0 <= after <= LONGEST):
        raise Panic(TOO_LONG)
    storage = w_list.storage
    start = w_list.start
    length = w_list._length
    size = before + length + after
    if kind == INTS:
        ints = copy_ints(storage, start, length, before, size)
        return W_List(IntStorage(ints, before, before + length), before, length)
    if kind == FLOATS:
        floats = copy_floats(storage, start, length, before, size)
        return W_List(FloatStorage(floats, before, before + length), before,
                      length)
    items = copy_items(storage, start, length, before, size)
    return W_List(ItemStorage(items, before, before + length), before, length)


def _common_kind(w_list, kind):
    if w_list._length == 0 or w_list.storage.kind == kind:
        return kind
    return ITEMS


def _with_room_after(w_list, kind, n):
    """The same list with ``n`` free positions after it that it may write
    items of ``kind`` to."""
    storage = w_list.storage
    kind = _common_kind(w_list, kind)
    length = w_list._length
    if storage.kind == kind and storage.room_after(w_list.start + length) >= n:
        return w_list
    before = min(storage.room_before(w_list.start), length)
    return _moved(w_list, kind, before, n + slack(length))


def _with_room_before(w_list, kind, n):
    storage = w_list.storage
    kind = _common_kind(w_list, kind)
    length = w_list._length
    if storage.kind == kind and storage.room_before(w_list.start) >= n:
        return w_list
    after = min(storage.room_after(w_list.start + length), length)
    return _moved(w_list, kind, n + slack(length), after)


def _started(w_item, place, size):
    """A storage of ``size`` with one item at ``place``.  The tracer looks inside, since
    many lists are short."""
    assert place >= 0
    if isinstance(w_item, W_Int):
        ints = [0] * size
        ints[place] = w_item.intval
        return IntStorage(ints, place, place + 1)
    if isinstance(w_item, W_Float):
        floats = [0.0] * size
        floats[place] = w_item.floatval
        return FloatStorage(floats, place, place + 1)
    items = [None] * size
    items[place] = w_item
    return ItemStorage(items, place, place + 1)


@jit.dont_look_inside
def _append_grown(w_list, w_item):
    length = w_list._length
    storage = w_list.storage
    if length > CHUNK or isinstance(storage, RopeStorage):
        return _extended(w_list, newlist_fixed([w_item]))
    before = min(storage.room_before(w_list.start), length)
    return _placed(w_list, before, before + length, w_item, slack(length))


@jit.dont_look_inside
def _prepend_grown(w_list, w_item):
    length = w_list._length
    storage = w_list.storage
    if length > CHUNK or isinstance(storage, RopeStorage):
        return _extended_before(w_list, newlist_fixed([w_item]))
    after = min(storage.room_after(w_list.start + length), length)
    before = slack(length)
    return _placed(w_list, before + 1, before, w_item, after)


def _placed(w_list, position, place, w_item, after):
    """A new storage with the items of a short list at ``position``, one more item at
    ``place``, which is beside them, and then room for ``after`` others."""
    length = w_list._length
    pace.work(length)
    storage = w_list.storage
    start = min(position, place)
    stop = start + length + 1
    size = stop + after
    kind = _common_kind(w_list, kind_of(w_item))
    assert start >= 0 and place >= 0
    if kind == INTS:
        assert isinstance(w_item, W_Int)
        ints = copy_ints(storage, w_list.start, length, position, size)
        ints[place] = w_item.intval
        return W_List(IntStorage(ints, start, stop), start, length + 1)
    if kind == FLOATS:
        assert isinstance(w_item, W_Float)
        floats = copy_floats(storage, w_list.start, length, position, size)
        floats[place] = w_item.floatval
        return W_List(FloatStorage(floats, start, stop), start, length + 1)
    items = copy_items(storage, w_list.start, length, position, size)
    items[place] = w_item
    return W_List(ItemStorage(items, start, stop), start, length + 1)


@jit.dont_look_inside
def _concat(w_left, w_right):
    # The shorter list moves to the longer one, wherever that has its room.
    if w_left._length >= w_right._length:
        return _extended(w_left, w_right)
    return _extended_before(w_right, w_left)


def _extended(w_list, w_more):
    """``w_list`` with the items of ``w_more`` behind it."""
    storage = w_list.storage
    stop = w_list.start + w_list._length
    if isinstance(storage, RopeStorage):
        if storage.flat is not None or w_list._length <= CHUNK:
            return _extended(w_list.flattened(), w_more)
        boundary = storage.left._length
        w_last = storage.right.slice(0, stop - boundary)
        if _is_extensible(w_last, w_last.storage.room_after(
                w_last.start + w_last._length)):
            w_first = storage.left.slice(w_list.start, boundary)
            return _rope(w_first, _extended(w_last, w_more))
        return _rope(w_list, w_more)
    if w_list._length > CHUNK and storage.is_taken_after(stop):
        return _rope(w_list, w_more)
    pace.work(w_more._length)
    w_more = w_more.flattened()
    w_list = _with_room_after(w_list, w_more.storage.kind, w_more._length)
    storage = w_list.storage
    stop = w_list.start + w_list._length
    for i in range(w_more._length):
        storage.push(stop + i, w_more.getitem(i))
    return W_List(storage, w_list.start, w_list._length + w_more._length)


def _extended_before(w_list, w_more):
    """``w_list`` with the items of ``w_more`` in front of it."""
    storage = w_list.storage
    if isinstance(storage, RopeStorage):
        if storage.flat is not None or w_list._length <= CHUNK:
            return _extended_before(w_list.flattened(), w_more)
        boundary = storage.left._length
        w_first = storage.left.slice(w_list.start, boundary)
        if _is_extensible(w_first, w_first.storage.room_before(w_first.start)):
            w_last = storage.right.slice(
                0, w_list.start + w_list._length - boundary)
            return _rope(_extended_before(w_first, w_more), w_last)
        return _rope(w_more, w_list)
    if w_list._length > CHUNK and storage.is_taken_before(w_list.start):
        return _rope(w_more, w_list)
    pace.work(w_more._length)
    w_more = w_more.flattened()
    w_list = _with_room_before(w_list, w_more.storage.kind, w_more._length)
    storage = w_list.storage
    start = w_list.start
    i = w_more._length - 1
    while i >= 0:
        storage.unshift(start, w_more.getitem(i))
        start -= 1
        i -= 1
    return W_List(storage, start, w_list._length + w_more._length)


def _is_extensible(w_part, room):
    """A part of a rope grows itself if it is short or has room."""
    return w_part._length <= CHUNK or room > 0


def _rope(w_left, w_right):
    try:
        length = ovfcheck(w_left._length + w_right._length)
    except OverflowError:
        raise Panic(TOO_LONG)
    return W_List(RopeStorage(w_left, w_right), 0, length)


@jit.dont_look_inside
def _reversed(w_list):
    pace.work(w_list._length)
    w_list = w_list.flattened()
    length = w_list._length
    storage = w_list.storage
    kind = storage.kind
    if length < 2:
        return w_list
    last = w_list.start + length - 1
    if kind == INTS:
        ints = [0] * length
        if isinstance(storage, IntStorage):
            items = storage.items
            for i in range(length):
                place = last - i
                assert place >= 0
                ints[i] = items[place]
        else:
            for i in range(length):
                ints[i] = storage.getint(last - i)
        return W_List(IntStorage(ints, 0, length), 0, length)
    if kind == FLOATS:
        floats = [0.0] * length
        for i in range(length):
            floats[i] = storage.getfloat(last - i)
        return W_List(FloatStorage(floats, 0, length), 0, length)
    items = [None] * length
    for i in range(length):
        items[i] = storage.getitem(last - i)
    return W_List(ItemStorage(items, 0, length), 0, length)


# Making lists

def newlist_items(items):
    """The list of these values, whatever they are.  ``items`` is kept: nobody
    resizes or writes it afterwards."""
    return W_List(ItemStorage(items, 0, len(items)), 0, len(items))


def newlist_fixed(items):
    """Like ``newlist`` for a host list that nobody ever resizes or writes
    afterwards; short ones stay virtual in traces."""
    if len(items) == 0:
        return w_empty_list
    w_first = items[0]
    if isinstance(w_first, W_Int) or isinstance(w_first, W_Float):
        return _unboxed(items)
    return newlist_items(items)


@jit.look_inside_iff(
    lambda items: len(items) <= UNROLLED and
    jit.loop_unrolling_heuristic(items, len(items)))
def _unboxed(items):
    length = len(items)
    if isinstance(items[0], W_Int):
        ints = [0] * length
        for i in range(length):
            w_item = items[i]
            if not isinstance(w_item, W_Int):
                return newlist_items(items)
            ints[i] = w_item.intval
        return W_List(IntStorage(ints, 0, length), 0, length)
    floats = [0.0] * length
    for i in range(length):
        w_item = items[i]
        if not isinstance(w_item, W_Float):
            return newlist_items(items)
        floats[i] = w_item.floatval
    return W_List(FloatStorage(floats, 0, length), 0, length)


@jit.dont_look_inside
def newlist(items):
    """The list of the values in any host list, which is copied."""
    return newlist_fixed([items[i] for i in range(len(items))])


@jit.dont_look_inside
def newlist_float(floats):
    if len(floats) == 0:
        return w_empty_list
    copy = [floats[i] for i in range(len(floats))]
    return W_List(FloatStorage(copy, 0, len(copy)), 0, len(copy))


@jit.dont_look_inside
def newlist_str(strings):
    """The list of Strs with these UTF-8 bytes."""
    if len(strings) == 0:
        return w_empty_list
    return newlist_items([newstr(strings[i]) for i in range(len(strings))])


def newrange(lo, hi):
    """The Ints ``lo`` to ``hi`` - 1.  Raises Panic if they are too many to
    count."""
    if lo >= hi:
        return w_empty_list
    try:
        length = ovfcheck(hi - lo)
    except OverflowError:
        raise Panic(TOO_LONG)
    return W_List(RANGE, lo, length)


class ListBuilder(object):
    """Collects the items of a new list; the storage follows their kinds.
    ``sizehint`` is the expected length."""
    _attrs_ = ['storage', 'start', 'stop', 'sizehint']

    def __init__(self, sizehint=0):
        self.storage = RANGE
        self.start = 0
        self.stop = 0
        self.sizehint = sizehint

    def length(self):
        return self.stop - self.start

    def append(self, w_item):
        if self.storage.push(self.stop, w_item):
            self.stop += 1
        elif self.stop == 0 and self.sizehint <= MOST_IN_TRACE:
            self._start(w_item)
        else:
            self._grow(w_item)

    def _start(self, w_item):
        self.storage = _started(w_item, 0, max(self.sizehint, 4))
        self.stop = 1

    @jit.dont_look_inside
    def _grow(self, w_item):
        if self.stop == 0:
            self._start(w_item)
            return
        w_list = self.build().append(w_item)
        self.storage = w_list.storage
        self.start = w_list.start
        self.stop = w_list.start + w_list._length

    def build(self):
        return W_List(self.storage, self.start, self.stop - self.start)
