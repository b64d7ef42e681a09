"""Random values and the shapes that tests of several modules need."""

from hypothesis import strategies as st

from interpreter.objects.bytes import newbytes
from interpreter.objects.closure import CodeBase, W_Closure
from interpreter.objects.deque import W_Deque
from interpreter.objects.list import newlist
from interpreter.objects.map import empty_map
from interpreter.objects.matrix import newmatrix
from interpreter.objects.numbers import (
    newfloat, newint, w_false, w_true, w_unit)
from interpreter.objects.record import record_from_pairs
from interpreter.objects.set import empty_set
from interpreter.objects.text import newstr
from interpreter.objects.tree import mapkey_from_w
from interpreter.objects.tuple import newtuple
from interpreter.objects.variant import Constructor, newvariant, some


class Code(CodeBase):
    def __init__(self, name, body_hash, index=0):
        self.name = name
        self.body_hash = body_hash
        self.index = index


CODE = Code('f', '\x90\x32' + '\0' * 14, 14)


def as_map(pairs):
    w_map = empty_map
    for w_key, w_value in pairs:
        w_map = w_map.set(mapkey_from_w(w_key), w_value)
    return w_map


def as_set(items):
    w_set = empty_set
    for w_item in items:
        w_set = w_set.add(mapkey_from_w(w_item))
    return w_set


def tower(height):
    """A deep value out of lists, tuples and variants."""
    w_value = newint(0)
    for i in range(height):
        if i % 3 == 0:
            w_value = newlist([w_value])
        elif i % 3 == 1:
            w_value = newtuple([w_value])
        else:
            w_value = some(w_value)
    return w_value


ints = st.integers(-2 ** 63, 2 ** 63 - 1)
floats = st.floats(allow_nan=False, allow_infinity=False)


def newlist_int(ints):
    """A list of Ints, which keeps them unboxed."""
    return newlist([newint(i) for i in ints])


texts = st.text(max_size=5).map(lambda s: s.encode('utf-8'))
names = st.sampled_from(['a', 'b', 'c', 'd'])
keys = st.one_of(ints.map(newint), texts.map(newstr))

# What a JSON document can hold without tags.
plain_leaves = st.one_of(
    ints.map(newint), floats.map(newfloat), texts.map(newstr),
    st.sampled_from([w_true, w_false, w_unit]))


def plain_containers(values):
    return st.one_of(
        st.lists(values, max_size=4).map(newlist),
        st.dictionaries(names, values, max_size=3).map(
            lambda d: record_from_pairs(list(d), [d[k] for k in d])))


def variants(values):
    return st.builds(lambda name, args: newvariant(Constructor.of(name), args),
                     st.sampled_from(['Some', 'None', 'Red']),
                     st.lists(values, max_size=2))


plain_values = st.recursive(plain_leaves, plain_containers, max_leaves=10)

readable_values = st.recursive(
    st.one_of(plain_leaves, st.binary(max_size=4).map(newbytes)),
    lambda values: st.one_of(plain_containers(values), variants(values)),
    max_leaves=10)

values = st.recursive(
    st.one_of(plain_leaves, st.floats().map(newfloat),
              st.binary(max_size=4).map(newbytes),
              st.lists(keys, max_size=4).map(as_set),
              st.lists(st.floats(), max_size=3).map(
                  lambda data: newmatrix(1, len(data), data))),
    lambda values: st.one_of(
        plain_containers(values), variants(values),
        st.lists(values, max_size=3).map(newtuple),
        st.lists(values, max_size=3).map(lambda l: W_Deque(newlist(l))),
        st.lists(values, max_size=2).map(lambda l: W_Closure(CODE, l)),
        st.lists(st.tuples(keys, values), max_size=3).map(as_map)),
    max_leaves=10)
