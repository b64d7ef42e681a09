"""Maps and sets: sorted, persistent, balanced."""

from hypothesis import given, settings, strategies as st

from interpreter.objects.map import IntKey, StrKey, empty_map, mapkey_from_w
from interpreter.objects.numbers import newfloat, newint, w_true
from interpreter.objects.set import empty_set
from interpreter.objects.text import newstr
from interpreter.objects.tree import DELTA


def key_of(x):
    return StrKey(x) if isinstance(x, str) else IntKey(x)


def plain(key):
    return key.value


def order(x):
    return (0, x) if isinstance(x, str) else (1, x)


def test_key_kinds():
    assert mapkey_from_w(newstr('a')).value == 'a'
    assert mapkey_from_w(newint(4)).value == 4
    assert mapkey_from_w(newfloat(4.0)) is None
    assert mapkey_from_w(w_true) is None


def test_strs_before_ints():
    w_map = empty_map
    for x in [3, 'b', -1, 'a', '\xc3\xa9', 10]:
        w_map = w_map.set(key_of(x), newint(0))
    assert [plain(k) for k in w_map.keys()] == ['a', 'b', '\xc3\xa9', -1, 3, 10]
    assert not w_map.has_only_str_keys()
    assert empty_map.has_only_str_keys()


def test_update_leaves_the_old_map():
    w_old = empty_map.set(key_of('a'), newint(1))
    w_new = w_old.set(key_of('a'), newint(2)).set(key_of('b'), newint(3))
    assert w_old.get(key_of('a')).intval == 1
    assert w_old.get(key_of('b')) is None
    assert w_new.get(key_of('a')).intval == 2
    assert [w.intval for w in w_new.values_w()] == [2, 3]
    assert w_old.remove(key_of('z')).length() == 1


def check_balance(node):
    if node is None:
        return 0
    left = check_balance(node.left)
    right = check_balance(node.right)
    assert node.size == left + right + 1
    if left + right > 1:
        assert left <= DELTA * right and right <= DELTA * left
    return node.size


KEYS = st.one_of(st.integers(-20, 20), st.sampled_from('abcdefghij'))


@given(st.lists(st.tuples(st.booleans(), KEYS, st.integers()), max_size=120))
@settings(deadline=None)
def test_map_against_dict(steps):
    w_map = empty_map
    model = {}
    versions = []
    for add, x, value in steps:
        if add:
            w_map = w_map.set(key_of(x), newint(value))
            model[x] = value
        else:
            w_map = w_map.remove(key_of(x))
            model.pop(x, None)
        versions.append((w_map, dict(model)))
    for w_map, model in versions[::10] + versions[-1:]:
        check_balance(w_map.root)
        expected = sorted(model, key=order)
        assert w_map.length() == len(model)
        assert [plain(e.key) for e in w_map.entries()] == expected
        assert [w.intval for w in w_map.values_w()] == [
            model[x] for x in expected]
        for x in model:
            assert w_map.get(key_of(x)).intval == model[x]


@given(st.lists(st.tuples(st.booleans(), KEYS), max_size=60))
@settings(deadline=None)
def test_set_against_set(steps):
    w_set = empty_set
    model = set()
    for add, x in steps:
        if add:
            w_set = w_set.add(key_of(x))
            model.add(x)
        else:
            w_set = w_set.remove(key_of(x))
            model.discard(x)
    assert [plain(k) for k in w_set.keys()] == sorted(model, key=order)
    for x in model:
        assert w_set.has(key_of(x))


def test_sorted_insertion_stays_balanced():
    w_map = empty_map
    for i in range(2000):
        w_map = w_map.set(IntKey(i), newint(i))
    check_balance(w_map.root)
    for i in range(1500):
        w_map = w_map.remove(IntKey(i))
    check_balance(w_map.root)
    assert w_map.keys_w()[0].intval == 1500
