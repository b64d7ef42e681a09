"""Records and their shapes.

A shape is the sorted sequence of field names, interned, so that two records
have the same fields exactly if they have the same shape object; a field's
place is a constant once the shape is.  A shape that neither a record, a program
nor compiled code refers to is collected: documents may have ever other names.
"""

from rpython.rlib import jit
from rpython.rlib.debug import make_sure_not_resized
from rpython.rlib.listsort import make_timsort_class
from rpython.rlib.rweakref import RWeakValueDictionary

from interpreter.objects.base import W_Root
from interpreter.objects.inline import inlining_factory


class Shape(object):
    """``names`` sorted bytewise; ``number`` counts shapes in order of
    creation."""
    _attrs_ = ['names', 'number', '_places']
    _immutable_fields_ = ['names[*]', 'number', '_places']

    def __init__(self, names, number):
        make_sure_not_resized(names)
        self.names = names
        self.number = number
        places = {}
        for i in range(len(names)):
            places[names[i]] = i
        self._places = places

    @staticmethod
    def of(names):
        """The shape with these names, which are sorted and distinct."""
        return _registry.shape(names)

    def size(self):
        return len(self.names)

    @jit.elidable
    def index(self, name):
        """The place of a field, -1 if there is none of that name."""
        return self._places.get(name, -1)


class _ShapeRegistry(object):
    def __init__(self):
        self.by_key = RWeakValueDictionary(str, Shape)
        self.count = 0

    @jit.dont_look_inside
    def shape(self, names):
        # Names may contain any character, so their lengths separate them.
        parts = []
        for i in range(len(names)):
            parts.append(str(len(names[i])))
            parts.append(':')
            parts.append(names[i])
        key = ''.join(parts)
        shape = self.by_key.get(key)
        if shape is None:
            shape = Shape([names[i] for i in range(len(names))], self.count)
            self.count += 1
            self.by_key.set(key, shape)
        return shape


_registry = _ShapeRegistry()


class W_Record(W_Root):
    _attrs_ = ['shape']
    _immutable_fields_ = ['shape']

    def _set_head(self, shape):
        self.shape = shape

    def type_name(self):
        return 'Record'

    def size(self):
        raise NotImplementedError

    def part(self, i):
        raise NotImplementedError

    def parts(self):
        """The values in the order of the shape; nobody writes the list."""
        raise NotImplementedError

    def getvalue(self, i):
        """The value at place ``i`` of the shape."""
        assert i >= 0
        return self.part(i)

    def getfield(self, name):
        """The value of the field, None if there is none of that name."""
        i = jit.promote(self.shape).index(name)
        if i < 0:
            return None
        return self.part(i)


class _LongRecord(W_Record):
    _attrs_ = ['_parts']
    _immutable_fields_ = ['_parts[*]']

    def __init__(self, shape, parts):
        make_sure_not_resized(parts)
        self._set_head(shape)
        self._parts = parts

    def size(self):
        return len(self._parts)

    def part(self, i):
        assert i >= 0
        return self._parts[i]

    def parts(self):
        return self._parts


_record = inlining_factory(W_Record, 6, _LongRecord)


def newrecord(shape, values):
    """``values`` in the order of ``shape.names``; nobody resizes or writes
    the list afterwards."""
    return _record(shape, values)


def _index_less(a, b):
    if a.name == b.name:
        return a.place < b.place
    return a.name < b.name


class _NamedPlace(object):
    def __init__(self, name, place):
        self.name = name
        self.place = place


_NameSort = make_timsort_class(lt=_index_less)


@jit.dont_look_inside
def record_from_pairs(names, values):
    """A record from fields in any order; the last of equal names wins."""
    order = [_NamedPlace(names[i], i) for i in range(len(names))]
    _NameSort(order).sort()
    kept_names = []
    kept_places = []
    for i in range(len(order)):
        if i + 1 < len(order) and order[i + 1].name == order[i].name:
            continue
        kept_names.append(order[i].name)
        kept_places.append(order[i].place)
    return _record(Shape.of(kept_names[:]),
                   [values[place] for place in kept_places])
