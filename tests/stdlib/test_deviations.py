"""Where pure functions differ from the reference (docs/compatibility.rst)."""

from interpreter.objects.json_reader import from_json
from tests.stdlib.support import json_of


def test_the_least_coefficient_has_one_sign():
    w_number = from_json(
        '{"coefficient":-9223372036854775808,"exponent":-6}')
    assert json_of('decimal.to_str', w_number) == '"-9223372036854.775808"'


def test_offsets_do_not_overflow():
    for minutes in (71582788, -2147483648):
        w_components = from_json(
            '{"year":2026,"month":5,"day":3,"hour":12,"minute":0,"second":0,'
            '"nano":0,"tz_offset_minutes":%d}' % minutes)
        assert json_of('datetime.from_components', w_components) == (
            '{"$variant":"Err","args":["from_components: offset out of range"]}')


def test_characters_of_unicode_9_and_11():
    """U+1E921 and U+1E943, a letter of Unicode 9, and U+10D0, whose capital is one
    of Unicode 11."""
    assert json_of('str.to_upper', u'\U0001e943 \u10d0 \xe9'.encode('utf-8')) == (
        u'"\U0001e921 \u1c90 \xc9"'.encode('utf-8'))
    assert json_of('str.to_lower', u'\U0001e921 \xc9'.encode('utf-8')) == (
        u'"\U0001e943 \xe9"'.encode('utf-8'))
    for pattern in [r'^\w$', r'^\p{Ll}$']:
        for letter in [u'\U0001e943', u'\xe9']:
            assert json_of('regex.is_match_str', pattern,
                           letter.encode('utf-8')) == 'true'
