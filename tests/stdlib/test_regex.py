# coding: utf-8
import re
import sys

import pytest
from hypothesis import given, settings, strategies

from tests.stdlib.support import NONE, call, json_of, ok


@pytest.fixture
def deep_recursion():
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(10000)
    yield
    sys.setrecursionlimit(limit)


def spans(pattern, text):
    w_list = call('regex.find_all', pattern, text)
    found = []
    for i in range(w_list.length()):
        w_match = w_list.getitem(i)
        found.append((w_match.getfield('start').intval,
                      w_match.getfield('end').intval))
    return found


def replace_all(pattern, text, template):
    return call('regex.replace_all', pattern, text, template).utf8_w()


def test_find():
    assert json_of('regex.find', r'(\w+)@(\w+)', 'at alice@ex') == (
        '{"$variant":"Some","args":[{"end":11,"groups":["alice","ex"],'
        '"start":3,"text":"alice@ex"}]}')
    assert json_of('regex.find', 'x', 'abc') == NONE
    assert json_of('regex.is_match', 'b+', 'abbc') == 'true'
    assert json_of('regex.is_match_str', '(', 'abbc') == 'false'
    assert json_of('regex.is_match_str', '^b', 'abbc') == 'false'
    assert json_of('regex.compile', 'a**') == ok('"a**"')


@pytest.mark.parametrize('pattern, text, expected', [
    ('a*', 'baac', [(0, 0), (1, 3), (4, 4)]), ('a|ab', 'ab', [(0, 1)]),
    ('é(.)', 'xéy', [(1, 4)]), ('a+?', 'aa', [(0, 1), (1, 2)]),
    ('a{2,3}', 'aaaaa', [(0, 3), (3, 5)]), ('(?U)a+', 'aa', [(0, 1), (1, 2)]),
    ('.', 'a\nb', [(0, 1), (2, 3)]), ('(?s).', 'a\n', [(0, 1), (1, 2)]),
    ('^b', 'a\nb', []), ('(?m)^b$', 'a\nb', [(2, 3)]), ('b$', 'b\n', []),
    (r'\bé', 'é aé', [(0, 2)]), (r'\Bb', 'ab b', [(1, 2)]),
    ('(?i)straSSE', 'STRAsse', [(0, 7)]), ('(?i)É', 'é', [(0, 2)]),
    ('(?i:a)b', 'Ab AB', [(0, 2)]), ('[a-z&&[^m]]+', 'almn', [(0, 2), (3, 4)]),
    ('[[:digit:]_]+', 'a1_2', [(1, 4)]), ('[^a]', 'ab', [(1, 2)]),
    ('[]a]+', 'a]b', [(0, 2)]), ('[a-]+', '-a', [(0, 2)]),
    (r'[\d\-x]+', '1-x', [(0, 3)]), (r'\x41\x{42}\u0043', 'ABC', [(0, 3)]),
    (r'\p{Lu}+', 'aBÉ', [(1, 4)]), (r'\pL\PL', 'a1', [(0, 2)]),
    (r'\p{Greek}+', 'aαβ', [(1, 5)]), (r'\d', '٣', [(0, 2)]),
    ('(?-u:\\d)', '٣', []), ('(?x) a b # c\n c', 'abc', [(0, 3)]),
    (r'\A\w+\z', 'été', [(0, 5)]), ('(?P<n>a)(?<m>b)', 'ab', [(0, 2)]),
    ('a{0}b', 'ab', [(1, 2)]), ('(a|b)*c', 'abac', [(0, 4)]),
    ('', 'é', [(0, 0), (2, 2)]), ('(a*)*', 'b', [(0, 0), (1, 1)]),
    ('(?x)[ ^a]', 'ab', [(1, 2)]), ('(?x)[ ] a]+', 'a]b', [(0, 2)]),
    ('}', '}', [(0, 1)]), ('x*y', 'xxz', [])])
def test_positions(pattern, text, expected):
    assert spans(pattern, text) == expected


def test_optional_groups():
    w_list = call('regex.find_all', '(é)|(x)', 'aéxé')
    assert json_of('json.stringify', w_list).count('\\"groups\\"') == 3
    groups = [w_list.getitem(i).getfield('groups') for i in range(3)]
    assert [[w.getitem(0).utf8_w(), w.getitem(1).utf8_w()]
            for w in groups] == [['é', ''], ['', 'x'], ['é', '']]


def test_templates():
    pattern = r'(\w+)@(\w+)'
    assert replace_all(pattern, 'alice@ex bob@t', '$2.$1') == 'ex.alice t.bob'
    assert replace_all(pattern, 'alice@ex', '$2_$1') == 'alice'
    assert replace_all(pattern, 'alice@ex', '${2}_$1 $$ $9 $name') == (
        'ex_alice $  ')
    assert replace_all('(?<n>a)', 'xa', '[$n]') == 'x[a]'
    assert replace_all('', 'ab', '-') == '-a-b-'
    assert call('regex.replace', 'a', 'aa', 'b').utf8_w() == 'ba'
    assert replace_all('a', 'a', '$') == '$'


@pytest.mark.parametrize('pattern, text, expected', [
    ('a*', 'baac', '["","b","c",""]'),
    (',', ',a,,b,', '["","a","","b",""]'), (',', '', '[""]')])
def test_split(pattern, text, expected):
    assert json_of('regex.split', pattern, text) == expected


@pytest.mark.parametrize('pattern, carets, reason', [
    ('(', '^', 'unclosed group'), ('a)', ' ^', 'unopened group'),
    ('*a', '^', 'repetition operator missing expression'),
    ('a{2,1}', ' ^^^^^', 'invalid repetition count range, the start must be '
     '<= the end'),
    ('(?=a)', '^^^', 'look-around, including look-ahead and look-behind, is '
     'not supported'),
    (r'\1', '^^', 'backreferences are not supported'),
    (r'\p{Foo}', '^^^^^^^', 'Unicode property not found'),
    (r'\Q', '^^', 'unrecognized escape sequence'),
    ('[a', '^', 'unclosed character class'),
    ('[b-a]', ' ^^^', 'invalid character class range, the start must be <= '
     'the end')])
def test_errors(pattern, carets, reason):
    w_error = call('regex.compile', pattern).getarg(0)
    assert w_error.utf8_w() == (
        'invalid regex: regex parse error:\n    %s\n    %s\nerror: %s' % (
            pattern, carets, reason))


def test_duplicate_name():
    w_error = call('regex.compile', '(?<x>a)(?<x>b)').getarg(0)
    assert w_error.utf8_w().endswith('error: duplicate capture group name')


def test_limits(deep_recursion):
    for pattern in ['(' * 300 + ')' * 300, '(((a{1000}){1000}){1000})']:
        assert call('regex.compile', pattern).constructor.name == 'Err'


def test_linear_time():
    assert json_of('regex.is_match', '(a*)*b', 'a' * 500) == 'false'


PIECES = strategies.sampled_from(
    ['a', 'b', 'c', '.', 'a*', 'b+', 'c?', '(a|b)', '(ab)*', '[ab]', '[^a]',
     'a{1,2}', 'b*?', '(?:a|bc)+?', r'\b', '^', '$'])


@settings(max_examples=150)
@given(strategies.lists(PIECES, max_size=5).map(''.join),
       strategies.text('abc', max_size=8).map(str))
def test_like_a_backtracking_matcher(pattern, text):
    try:
        match = re.search(pattern, text)
    except re.error:
        return
    w_found = call('regex.find', pattern, text)
    if match is None:
        assert w_found.arity() == 0
    else:
        w_match = w_found.getarg(0)
        assert (w_match.getfield('start').intval,
                w_match.getfield('end').intval) == match.span()


@pytest.mark.parametrize('pattern, text, expected', [
    # A loop ends where its body prefers to match nothing.
    ('(?:|a)+', 'aaa', [(0, 0), (1, 1), (2, 2), (3, 3)]),
    ('(?:|a)*', 'aaa', [(0, 0), (1, 1), (2, 2), (3, 3)]),
    ('(?:a??)+', 'aaa', [(0, 0), (1, 1), (2, 2), (3, 3)]),
    ('(?:|a){2,}', 'aaa', [(0, 0), (1, 1), (2, 2), (3, 3)]),
    ('(?:a|)+', 'aab', [(0, 2), (3, 3)]), ('(?:a|)*?b', 'aab', [(0, 3)]),
    ('(?m:^|a)+', 'aa\na', [(0, 0), (1, 2), (3, 3)]),
    # Case is folded before a set is negated or combined.
    ('(?i)[^x]', 'xX', []), ('(?i)^[^a-z]+$', 'abc', []), (r'(?i)\P{Lu}', 'a', []),
    (r'(?i)[^\p{Lu}]', 'a', []), ('(?i)[[:^upper:]]', 'a', []),
    ('(?i)[a-c&&B]', 'b', [(0, 1)]), ('(?i)[a-c--B]', 'b', []),
    ('(?i)[a~~A]', 'a', []), ('(?i)[x&&[^X]]', 'x', []), ('(?i)[[^x]]', 'X', []),
    (r'(?i)[\P{Ll}&&a]', 'aA', []), (r'(?i)\W', 'a', []),
    # All members of an orbit are the same.
    ('(?i)s', 'ſ', [(0, 2)]), ('(?i)ſ', 'S', [(0, 1)]), ('(?i)ς', 'σ', [(0, 2)]),
    ('(?i)μ', 'µ', [(0, 2)]), ('(?i)ǅ', 'ǆ', [(0, 2)]), ('(?i)θ', 'ϑ', [(0, 2)]),
    ('(?i)[a-z]', 'ſ', [(0, 2)]), ('(?i)k', '\xe2\x84\xaa', [(0, 3)]), ('(?i)i', 'İı', []),
    ('(?i)ß', 'ẞ', [(0, 3)]), ('(?-u)(?i)k', '\xe2\x84\xaa', []), ('(?-u)(?i)k', 'K', [(0, 1)]),
    ('(?i)\xce\xa9', '\xe2\x84\xa6', [(0, 3)]), ('(?i)ᏸ', 'Ᏸ', [(0, 3)]),
    # Properties of the database.
    (r'\p{Emoji}', '\xf0\x9f\x98\x80', [(0, 4)]), (r'\p{gcb=Regional_Indicator}', 'a', []),
    (r'\p{wb=ALetter}', '1a', [(1, 2)]), (r'\p{sb=Lower}', 'Aa', [(1, 2)]),
    (r'\p{Age=1.1}+', 'a\xf0\x9f\x98\x80', [(0, 1)]),
    (r'\p{Age=6.1}+', 'a\xf0\x9f\x98\x80', [(0, 5)]),
    (r'\p{age=V6_0}', '\xf0\x9f\x98\x80', []), (r'\p{age!=6.0}', 'a\xf0\x9f\x98\x80', [(1, 5)]),
    (r'\P{age:16.0}', 'a\xcd\xb8', [(1, 3)]), (r'\p{age=2.0}', '\xe2\x82\xac', []),
    (r'\p{age=2.1}', '\xe2\x82\xac', [(0, 3)]),
    (r'\p{Math}', 'a+', [(1, 2)]), (r'\p{Cased_Letter}', '1ǅ', [(1, 3)]),
    (r'\p{LC}', '1a', [(1, 2)]), (r'\p{sc=Grek}', 'aα', [(1, 3)]),
    (r'\p{scx:Devanagari}', '\xe0\xa5\xa4', [(0, 3)]), (r'\p{sc!=Latin}', 'a1', [(1, 2)]),
    (r'\p{isLatin}', 'aα', [(0, 1)]), (r'\p{Any}', 'a', [(0, 1)]),
    (r'\p{Assigned}', '\xcd\xb8', []), (r'\p{XID_Start}+', '1ab', [(1, 3)]),
])
def test_loops_case_and_properties(pattern, text, expected):
    assert spans(pattern, text) == expected


@pytest.mark.parametrize('pattern, reason', [
    (r'\p{Nope}', 'Unicode property not found'),
    (r'\p{Script}', 'Unicode property not found'),
    (r'\p{InCB}', 'Unicode property not found'),
    (r'\p{Block}', 'Unicode property not found'),
    (r'\p{sc=Nope}', 'Unicode property value not found'),
    (r'\p{nope=L}', 'Unicode property not found'),
    (r'\p{gc=Cs}', 'Unicode property value not found'),
])
def test_unknown_properties(pattern, reason):
    assert reason in json_of('regex.compile', pattern)


@pytest.mark.parametrize('pattern', [
    r'(?-u:[^a])', r'(?-u:[[:^word:]])', r'(?-u:[0[^a]])', r'(?-u:[[^\w]S-c])\p{Lu}',
    r'(?-u:[[:^punct:]\w&&[^b]])', r'(?-u:[\W])', r'(?-u:[a\xff])',
    r'(?-u:[^\x00-\xff])', r'(?-u:[[:^word:]&&a-z])', r'(?-u:\xff)'])
def test_classes_of_bytes(pattern):
    """Without Unicode, also a class in a class must not match parts of characters."""
    assert 'pattern can match invalid UTF-8' in json_of('regex.compile', pattern)


@pytest.mark.parametrize('pattern', [
    r'(?-u:[\w--[a]])', r'(?-u:\x{ff})', r'(?-u:[\x{7f}])'])
def test_classes_of_ascii(pattern):
    assert call('regex.compile', pattern).constructor.name == 'Ok'


@pytest.mark.parametrize('pattern, start, stop', [
    ('[', 0, 1), ('[^', 0, 2), ('[^a', 0, 2), ('[^]', 0, 3), ('[]a', 0, 2), ('[-', 0, 1),
    ('[^-', 0, 1), ('[--', 0, 1), ('[^a-', 0, 2), ('(?x)[ ^ a', 4, 8), ('(?x)[ ^ ] ', 4, 10),
    ('(?x)[^ - - b', 4, 11), ('[a[^b', 2, 4), ('[^a&&[', 5, 6), ('(?x)[ a - ', 4, 6)])
def test_unclosed_classes(pattern, start, stop):
    """The carets are below the opening of the innermost class."""
    message = call('regex.compile', pattern).getarg(0).utf8_w().split('\n')
    assert message[2:] == ['    ' + ' ' * start + '^' * (stop - start),
                           'error: unclosed character class']


def test_groups_that_are_repeated_no_times():
    assert '"groups":[]' in json_of('regex.find', '(a){0}b', 'b')
    assert '"groups":["","b"]' in json_of('regex.find', '(a){0}(b)', 'b')
