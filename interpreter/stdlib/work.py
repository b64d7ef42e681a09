"""How much a standard operation works: each declares it where it registers.

A unit of work is some nanoseconds (``objects/pace.py``).  The work that a declaration
tells is counted before the operation runs: so no limit is looked at too late, and none is
forgotten.
"""

from interpreter.objects.bytes import W_Bytes
from interpreter.objects.deque import W_Deque
from interpreter.objects.list import W_List
from interpreter.objects.matrix import W_Matrix
from interpreter.objects.pace import MUCH, pace
from interpreter.objects.sorted import W_Sorted
from interpreter.objects.text import W_Str

# Less is not counted: the steps of the call stand for it.
LITTLE = 256


class Work(object):
    """``fixed`` units, and ``factor`` units for each part of the arguments with
    these ``indices``: a byte, an item, an entry, a number of a matrix."""

    def __init__(self, fixed, factor, indices):
        self.fixed = fixed
        self.factor = factor
        self.indices = indices

    def source(self):
        """The statement that counts the work in an entry of a Builtin, whose
        arguments are ``w_0``, ``w_1`` and so on; '' if there is nothing to do."""
        if self.fixed == 0 and not self.indices:
            return ''
        sizes = ' + '.join(['size_of(w_%d)' % i for i in self.indices]) or '0'
        return 'count(%d + %d * (%s))' % (self.fixed, self.factor, sizes)


# The work does not depend on the arguments, and is small.
CONSTANT = Work(0, 0, [])
# The operation counts in its own loops, since it knows better.
COUNTED = Work(0, 0, [])


def each(factor, *indices):
    """Work for each part of some arguments."""
    return Work(0, factor, list(indices))


def costs(fixed, *indices):
    """A fixed amount of work, and one unit for each part of some arguments."""
    return Work(fixed, 1, list(indices))


def size_of(w_value):
    """The number of parts of a value."""
    if isinstance(w_value, W_Str):
        size = w_value.length_bytes()
    elif isinstance(w_value, W_Bytes):
        size = len(w_value.bytes_w())
    elif isinstance(w_value, W_List):
        size = w_value.length()
    elif isinstance(w_value, W_Sorted):
        size = w_value.length()
    elif isinstance(w_value, W_Deque):
        size = w_value.length()
    elif isinstance(w_value, W_Matrix):
        size = w_value.length()
    else:
        return 1
    return min(size, MUCH >> 8)


def count(units):
    """Count the work of a call.  Raises what ``Pace.work`` raises."""
    if units > LITTLE:
        pace.operation(units)
