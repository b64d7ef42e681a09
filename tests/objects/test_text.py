"""Str: bytes, code points, and cheap concatenation."""

from hypothesis import given, strategies as st

from interpreter.objects.text import (
    LEAF_LIMIT, W_FlatStr, W_Rope, count_codepoints, newstr)


def test_lengths():
    w_text = newstr(u'a\xe9\U0001f600'.encode('utf-8'))
    assert w_text.length_bytes() == 7
    assert w_text.length_codepoints() == 3
    assert count_codepoints('') == 0


def test_short_texts_are_joined_at_once():
    assert isinstance(newstr('ab').concat(newstr('c')), W_FlatStr)


def test_empty_text_is_neutral():
    w_long = newstr('x' * LEAF_LIMIT)
    assert w_long.concat(newstr('')).utf8_w() == w_long.utf8_w()
    assert newstr('').concat(w_long).utf8_w() == w_long.utf8_w()


def rope_depth(w_text):
    depth = 0
    while isinstance(w_text, W_Rope) and w_text.value is None:
        depth += 1
        w_left = w_text.left
        w_text = w_text.right if isinstance(w_left, W_FlatStr) else w_left
    return depth


def test_folds_make_shallow_ropes():
    w_appended = w_prepended = newstr('')
    for i in range(5000):
        w_appended = w_appended.concat(newstr('abcdefgh'))
        w_prepended = newstr('abcdefgh').concat(w_prepended)
    assert rope_depth(w_appended) < 200
    assert rope_depth(w_prepended) < 200
    assert w_appended.utf8_w() == w_prepended.utf8_w() == 'abcdefgh' * 5000


def test_deep_ropes_are_flattened_without_recursion():
    piece = newstr('x' * (LEAF_LIMIT + 1))
    w_text = newstr('')
    for i in range(20000):
        w_text = w_text.concat(piece)
    assert w_text.length_bytes() == 20000 * (LEAF_LIMIT + 1)
    assert len(w_text.utf8_w()) == w_text.length_bytes()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30),
                          st.integers(0, 9), st.booleans()), max_size=30))
def test_concatenations(steps):
    versions = [('', newstr('')), ('ab', newstr('ab')),
                ('c' * 200, newstr('c' * 200)), ('d' * 300, newstr('d' * 300))]
    for a, b, c, look in steps:
        left, w_left = versions[a % len(versions)]
        right, w_right = versions[b % len(versions)]
        if len(left) + len(right) > 20000:
            right, w_right = str(c), newstr(str(c))
            if len(left) > 20000:
                continue
        w_text = w_left.concat(w_right)
        assert w_text.length_bytes() == len(left) + len(right)
        if look:
            assert w_text.utf8_w() == left + right
        versions.append((left + right, w_text))
    for text, w_text in versions:
        assert w_text.utf8_w() == text
