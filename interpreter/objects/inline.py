"""Classes that hold a small fixed number of parts in the object itself.

Variants, records and tuples are a head (constructor, shape, nothing) and parts.  A
list of the parts would be a second object, as large as the first for most values, to
allocate, to trace and to read through; so short ones have a class for each length.
"""

from rpython.rlib.unroll import unrolling_iterable


def inlined(base, count):
    """A subclass of ``base`` with ``count`` parts.  ``base`` has a method
    ``_set_head``."""
    names = ['_part%d' % i for i in range(count)]
    places = unrolling_iterable([(i, names[i]) for i in range(count)])
    last_name = names[count - 1]

    class Inlined(base):
        _attrs_ = names
        _immutable_fields_ = names

        def __init__(self, head, parts):
            self._set_head(head)
            for place, name in places:
                setattr(self, name, parts[place])

        def size(self):
            return count

        def part(self, i):
            for place, name in places:
                if place < count - 1 and i == place:
                    return getattr(self, name)
            assert i == count - 1
            return getattr(self, last_name)

        def parts(self):
            result = [None] * count
            for place, name in places:
                result[place] = getattr(self, name)
            return result

    Inlined.__name__ = '%s%d' % (base.__name__, count)
    return Inlined


def inlining_factory(base, longest, other):
    """A function from a head and a list of parts to a value: of a class for
    1 to ``longest`` parts, of the class ``other`` for any other number."""
    classes = unrolling_iterable(
        [(count, inlined(base, count)) for count in range(1, longest + 1)])

    def make(head, parts):
        length = len(parts)
        for count, cls in classes:
            if length == count:
                return cls(head, parts)
        return other(head, parts)

    return make
