"""Lists: every version keeps its items whatever happens to other versions."""

from hypothesis import given, settings, strategies as st

from interpreter.objects.errors import Panic
from interpreter.objects.list import (
    ListBuilder, RopeStorage, empty_list, newlist, newlist_fixed, newlist_float,
    newlist_str, newrange)
from interpreter.objects.list_storage import CHUNK
from interpreter.objects.numbers import W_Float, W_Int, newfloat, newint
from interpreter.objects.text import W_Str, newstr
from tests.objects.values import newlist_int


def wrap(item):
    if isinstance(item, float):
        return newfloat(item)
    if isinstance(item, str):
        return newstr(item)
    return newint(item)


def unwrap(w_item):
    if isinstance(w_item, W_Float):
        return w_item.floatval
    if isinstance(w_item, W_Str):
        return w_item.utf8_w()
    assert isinstance(w_item, W_Int)
    return w_item.intval


def unwrap_list(w_list):
    return [unwrap(w_list.getitem(i)) for i in range(w_list.length())]


def test_empty():
    assert empty_list().length() == 0
    assert newlist([]).length() == 0
    assert newlist_int([]).length() == 0
    assert newrange(3, 3).length() == 0


def test_kinds():
    assert newlist([newint(1), newint(2)]).is_int_list()
    assert newlist_fixed([newfloat(1.0)]).is_float_list()
    assert not newlist([newint(1), newfloat(2.0)]).is_int_list()
    assert unwrap_list(newlist([newint(1), newfloat(2.0)])) == [1, 2.0]
    assert unwrap_list(newlist_str(['a', 'b'])) == ['a', 'b']
    assert newlist_int([4, 5]).getitem_int(1) == 5
    assert newlist_float([0.5]).getitem_float(0) == 0.5


def test_range_is_lazy():
    w_list = newrange(10, 10 + 10 ** 15)
    assert w_list.length() == 10 ** 15
    assert w_list.is_int_list()
    assert w_list.getitem_int(10 ** 14) == 10 + 10 ** 14
    assert unwrap_list(w_list.slice(2, 5)) == [12, 13, 14]
    assert unwrap_list(newrange(0, 3).append(newint(7))) == [0, 1, 2, 7]


def test_range_too_long():
    try:
        newrange(-2 ** 63, 2 ** 63 - 1)
    except Panic as e:
        assert e.display() == 'runtime panic: list too long'
    else:
        assert False


def test_append_changes_kind():
    w_ints = newlist_int([1, 2])
    w_mixed = w_ints.append(newstr('x'))
    assert unwrap_list(w_mixed) == [1, 2, 'x']
    assert unwrap_list(w_ints.append(newint(3))) == [1, 2, 3]
    assert unwrap_list(w_ints.prepend(newfloat(0.5))) == [0.5, 1, 2]


def test_branches_do_not_see_each_other():
    w_base = newlist_int([1]).append(newint(2))
    w_left = w_base.append(newint(3))
    w_right = w_base.append(newint(4))
    assert unwrap_list(w_left) == [1, 2, 3]
    assert unwrap_list(w_right) == [1, 2, 4]
    assert unwrap_list(w_base) == [1, 2]


def test_newest_version_extends_in_place():
    w_list = empty_list()
    for i in range(1000):
        w_list = w_list.append(newint(i))
    storage = w_list.storage
    w_longer = w_list
    moved = 0
    for i in range(400):
        w_longer = w_longer.append(newint(i))
        if w_longer.storage is not storage:
            moved += 1
            storage = w_longer.storage
    assert moved <= 1


def test_long_list_as_stack_is_not_copied():
    w_stack = newlist_int(range(10000))
    rest = w_stack.slice(1, 10000).storage
    for i in range(100):
        w_stack = w_stack.slice(1, w_stack.length()).prepend(newint(-i))
        assert isinstance(w_stack.storage, RopeStorage)
        assert w_stack.slice(1, w_stack.length()).storage is rest
    assert unwrap_list(w_stack) == [-99] + range(1, 10000)


def test_long_list_as_stack_at_its_end():
    w_stack = newlist_int(range(1000))
    for i in range(100):
        w_stack = w_stack.slice(0, w_stack.length() - 1).append(newint(-i))
    assert unwrap_list(w_stack) == range(999) + [-99]


def test_deep_rope():
    w_list = newlist_int(range(CHUNK + 1)).append(newint(-1))
    expected = range(CHUNK + 1) + [-1]
    for i in range(2000):
        for k in range(CHUNK + 1):
            w_list = w_list.append(newint(i))
            expected.append(i)
        w_list.append(newint(-2))
    assert unwrap_list(w_list) == expected
    assert [unwrap(w) for w in w_list.items_w()] == expected


def test_reading_flattens():
    w_base = newlist_int(range(CHUNK + 2))
    w_list = w_base.slice(1, CHUNK + 2).prepend(newint(5))
    assert isinstance(w_list.storage, RopeStorage)
    assert not w_list.is_int_list()
    assert w_list.flattened().is_int_list()
    assert unwrap_list(w_list.flattened()) == [5] + range(1, CHUNK + 2)


def test_concat_moves_the_shorter():
    w_list = newlist_int(range(100)).append(newint(100))
    w_longer = w_list.concat(newlist_int([1, 2]))
    assert unwrap_list(w_longer) == range(101) + [1, 2]
    assert w_list.concat(empty_list()) is w_list
    assert empty_list().concat(w_list) is w_list
    assert unwrap_list(w_list.concat(w_list)) == range(101) * 2
    assert unwrap_list(newlist_str(['a']).concat(w_list)) == ['a'] + range(101)


def test_reverse():
    assert unwrap_list(newrange(0, 4).reverse()) == [3, 2, 1, 0]
    assert unwrap_list(newlist_float([1.0, 2.5]).reverse()) == [2.5, 1.0]
    assert unwrap_list(newlist_str(['a', 'b']).reverse()) == ['b', 'a']


def test_builder_follows_the_items():
    builder = ListBuilder(2)
    assert builder.build().length() == 0
    for i in range(10):
        builder.append(newint(i))
    assert builder.build().is_int_list()
    builder.append(newfloat(0.5))
    assert unwrap_list(builder.build()) == range(10) + [0.5]
    assert builder.length() == 11


ITEM = st.one_of(st.integers(-3, 3), st.just(0.5), st.just('s'))
STEP = st.tuples(st.sampled_from(['append', 'prepend', 'slice', 'concat',
                                  'reverse', 'flatten']),
                 st.integers(0, 50), st.integers(0, 50),
                 st.lists(ITEM, max_size=4))
START = st.one_of(
    st.lists(st.integers(-3, 3), max_size=6),
    st.lists(ITEM, max_size=6),
    st.builds(range, st.integers(0, 3 * CHUNK)))


@given(START, st.lists(STEP, max_size=40), st.booleans())
@settings(max_examples=150)
def test_versions(start, steps, newest_first):
    """Random operations on random versions against host lists."""
    versions = [(newlist([wrap(x) for x in start]), list(start))]
    for name, a, b, items in steps:
        place = -1 if newest_first and a % 4 else a % len(versions)
        w_list, model = versions[place]
        if name == 'append' or name == 'prepend':
            item = items[0] if items else a
            if name == 'append':
                w_list, model = w_list.append(wrap(item)), model + [item]
            else:
                w_list, model = w_list.prepend(wrap(item)), [item] + model
        elif name == 'slice':
            lo = min(a % 3, len(model))
            hi = max(lo, len(model) - b % 3)
            w_list, model = w_list.slice(lo, hi), model[lo:hi]
        elif name == 'concat':
            w_other, other = versions[b % len(versions)]
            if len(model) + len(other) > 600:
                w_other, other = newlist([wrap(x) for x in items]), items
            w_list, model = w_list.concat(w_other), model + other
        elif name == 'reverse':
            w_list, model = w_list.reverse(), model[::-1]
        else:
            w_list = w_list.flattened()
        versions.append((w_list, model))
    for w_list, model in versions:
        assert unwrap_list(w_list) == model
        assert [unwrap(w_item) for w_item in w_list.items_w()] == model
