"""Maps and sets: sorted, persistent, balanced."""

from hypothesis import given, settings, strategies as st

from interpreter.objects.map import empty_map
from interpreter.objects.numbers import newfloat, newint, w_true
from interpreter.objects.set import empty_set
from interpreter.objects.sorted import SMALLEST_TABLE
from interpreter.objects.text import newstr
from interpreter.objects.tree import DELTA, IntKey, StrKey, mapkey_from_w


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


def forms(w_map):
    """Where the entries of a map are: for tests of the change of form."""
    if w_map._table is not None:
        return 'table'
    return 'tree' if w_map._newer is None else 'difference'


def numbered(count):
    """A map from 0..count-1 to themselves, made in one line."""
    w_map = empty_map
    for i in range(count):
        w_map = w_map.set(IntKey(i), newint(i))
    return w_map


def content(w_map):
    return [(plain(e.key), e.w_value.intval) for e in w_map.entries()]


def test_newest_version_becomes_a_table():
    assert forms(numbered(SMALLEST_TABLE - 1)) == 'tree'
    w_old = numbered(SMALLEST_TABLE)
    assert forms(w_old) == 'table'
    w_new = w_old.set(IntKey(3), newint(30)).set(IntKey(-5), newint(50))
    assert forms(w_old) == 'difference' and forms(w_new) == 'table'
    assert (w_new.length(), w_old.length()) == (SMALLEST_TABLE + 1, SMALLEST_TABLE)
    assert w_old.get(IntKey(3)).intval == 3 and w_new.get(IntKey(3)).intval == 30
    assert w_old.get(IntKey(-5)) is None and w_new.get(IntKey(-5)).intval == 50
    assert forms(w_old) == 'difference'


def test_using_an_old_version_makes_trees():
    w_old = numbered(100)
    w_middle = w_old.set(IntKey(1), newint(0)).remove(IntKey(2))
    w_new = w_middle.set(StrKey('x'), newint(7)).set(IntKey(1), newint(8))
    w_branch = w_old.set(IntKey(99), newint(0))
    assert [forms(w) for w in [w_old, w_middle, w_new, w_branch]] == ['tree'] * 4
    assert content(w_old) == [(i, i) for i in range(100)]
    kept = [(i, i) for i in range(3, 100)]
    assert content(w_middle) == [(0, 0), (1, 0)] + kept
    assert content(w_new) == [('x', 7), (0, 0), (1, 8)] + kept
    assert content(w_branch) == [(i, i) for i in range(99)] + [(99, 0)]


def test_old_versions_do_not_keep_long_chains():
    w_old = w_map = numbered(100)
    for i in range(1000):
        w_map = w_map.set(IntKey(i % 100), newint(i))
    length = 0
    w_version = w_old
    while w_version._newer is not None:
        length += 1
        w_version = w_version._newer
    assert 0 < length <= 250
    assert content(w_old) == [(i, i) for i in range(100)]
    assert content(w_map) == [(i, 900 + i) for i in range(100)]


@given(st.integers(0, 150), st.lists(st.tuples(
    st.sampled_from('srgi'), st.integers(0, 160), st.integers(0, 400)),
    max_size=150))
@settings(max_examples=60)
def test_versions_in_any_order(start, steps):
    versions = [(numbered(start), dict((i, i) for i in range(start)))]
    for action, x, back in steps:
        # Mostly the newest version, sometimes another.
        w_map, model = versions[-1 - back % len(versions) if back > 350 else -1]
        if action == 'g':
            w_found = w_map.get(IntKey(x))
            assert (None if w_found is None else w_found.intval) == model.get(x)
            continue
        if action == 'i':
            assert content(w_map) == sorted(model.items())
            continue
        model = dict(model)
        if action == 's':
            w_map = w_map.set(IntKey(x), newint(back))
            model[x] = back
        else:
            w_map = w_map.remove(IntKey(x))
            model.pop(x, None)
        versions.append((w_map, model))
    for w_map, model in versions[::7] + versions[-1:]:
        assert w_map.length() == len(model)
        for x in range(0, 160, 9):
            w_found = w_map.get(IntKey(x))
            assert (None if w_found is None else w_found.intval) == model.get(x)
    for w_map, model in versions[::5]:
        assert content(w_map) == sorted(model.items())
        check_balance(w_map.root())


KEYS = st.one_of(st.integers(-20, 20), st.sampled_from('abcdefghij'))


@given(st.lists(st.tuples(st.booleans(), KEYS, st.integers()), max_size=120))
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
        check_balance(w_map.root())
        expected = sorted(model, key=order)
        assert w_map.length() == len(model)
        assert [plain(e.key) for e in w_map.entries()] == expected
        assert [w.intval for w in w_map.values_w()] == [
            model[x] for x in expected]
        for x in model:
            assert w_map.get(key_of(x)).intval == model[x]


@given(st.lists(st.tuples(st.booleans(), KEYS), max_size=60))
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
    check_balance(w_map.root())
    for i in range(1500):
        w_map = w_map.remove(IntKey(i))
    check_balance(w_map.root())
    assert w_map.keys_w()[0].intval == 1500
