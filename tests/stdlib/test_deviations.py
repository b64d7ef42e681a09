"""Where pure functions differ from the reference (docs/compatibility.rst)."""

from interpreter.objects.json import from_json
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
