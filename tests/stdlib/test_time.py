import os
import time

import pytest

from interpreter.objects.json_reader import from_json
from interpreter.objects.variant import Constructor, newvariant
from interpreter.objects.numbers import newint
from tests.stdlib.support import call, err, json_of, new_host, ok

MAX = 2 ** 63 - 1
MIN = -2 ** 63


@pytest.mark.parametrize('text, instant', [
    ('2026-05-03T12:34:56Z', 1777811696000000000),
    ('2026-05-03 12:34:56z', 1777811696000000000),
    ('2026-05-03t12:34:56.5+05:30', 1777791896500000000),
    ('2026-05-03T12:34:56.123456789123Z', 1777811696123456789),
    ('2026-05-03T12:34:60Z', 1777811700000000000),
    ('2262-04-11T23:47:16.854775808Z', MAX), ('1500-01-01T00:00:00Z', MAX),
    ('2262-04-11T23:47:16.854775807Z', MAX),
    ('1677-09-21T00:12:43.145224192Z', MIN),
    ('1970-01-01T01:00:00\xe2\x88\x9201:00', 7200000000000)])
def test_parse_iso(text, instant):
    assert json_of('datetime.parse_iso', text) == ok(str(instant))


@pytest.mark.parametrize('texts, message', [
    (['2026-05-03T12:34:56', '2026-05-03', ''], 'premature end of input'),
    (['2026-05-03T12:34:56+0530', '2026-05-03T12:34:56 Z',
      '2026-05-03T12:34:56.Z', '2026-05-03X12:34:56Z',
      '2026/05/03T12:34:56Z'], 'input contains invalid characters'),
    (['2026-13-03T12:34:56Z', '2026-02-30T12:34:56Z', '2026-05-03T24:34:56Z',
      '2026-05-03T12:60:56Z', '2026-05-03T12:34:56+24:00'],
     'input is out of range'),
    (['2026-05-03T12:34:56Zx'], 'trailing input')])
def test_parse_iso_errors(texts, message):
    for text in texts:
        assert json_of('datetime.parse_iso', text) == err(
            'parse_iso: ' + message), text


@pytest.mark.parametrize('instant, text', [
    (0, '1970-01-01T00:00:00+00:00'),
    (1, '1970-01-01T00:00:00.000000001+00:00'),
    (1000, '1970-01-01T00:00:00.000001+00:00'),
    (1000000, '1970-01-01T00:00:00.001+00:00'),
    (-1, '1969-12-31T23:59:59.999999999+00:00'),
    (MIN, '1677-09-21T00:12:43.145224192+00:00'),
    (1709164800000000000, '2024-02-29T00:00:00+00:00')])
def test_format_iso(instant, text):
    assert json_of('datetime.format_iso', instant) == '"%s"' % text


def test_instants_and_durations():
    assert json_of('datetime.add', MAX, 1) == str(MAX)
    assert json_of('datetime.add', MIN, -1) == str(MIN)
    assert json_of('datetime.diff', 5, 7) == '-2'
    assert json_of('datetime.diff', MIN, 1) == str(MIN)
    assert json_of('datetime.diff', MAX, -1) == str(MAX)
    assert json_of('datetime.duration_seconds', 1.5) == '1500000000'
    assert json_of('datetime.duration_seconds', 1e300) == str(MAX)
    assert json_of('datetime.duration_seconds', float('nan')) == '0'
    assert json_of('datetime.duration_minutes', -2) == '-120000000000'
    assert json_of('datetime.duration_days', 10 ** 18) == str(MAX)
    assert json_of('datetime.duration_days', -10 ** 18) == str(MIN)
    assert json_of('datetime.before', 1, 2) == 'true'
    assert json_of('datetime.after', 1, 2) == 'false'
    assert json_of('datetime.compare', 1, 2) == '-1'
    assert json_of('datetime.compare', 2, 2) == '0'


def test_duration_units():
    assert json_of('duration.seconds', -1500000000) == '-1'
    assert json_of('duration.millis', 1999999) == '1'
    assert json_of('duration.minutes', 120000000000) == '2'
    assert json_of('duration.hours', 7199999999999) == '1'
    assert json_of('duration.days', 86400000000000) == '1'


def zone(name, *minutes):
    return newvariant(Constructor.of(name), [newint(m) for m in minutes])


def test_components():
    instant = 1777811696000000001
    fields = ('{"day":3,"hour":%d,"minute":%d,"month":5,"nano":1,"second":56,'
              '"tz_offset_minutes":%d,"year":2026}')
    assert json_of('datetime.to_components', instant, zone('Utc')) == ok(
        fields % (12, 34, 0))
    assert json_of('datetime.to_components', instant, zone('Offset', 90)) == (
        ok(fields % (14, 4, 90)))
    assert json_of('datetime.to_components', 0, zone('Offset', 1440)) == err(
        'to_components: offset out of range')
    assert json_of('datetime.to_components', 0, zone('Offset', 2 ** 31)) == (
        err('Tz::Offset: minutes out of range: 2147483648'))
    w_fields = from_json(fields % (14, 4, 90))
    assert json_of('datetime.from_components', w_fields) == ok(str(instant))


@pytest.mark.parametrize('changes, message', [
    ((1440, 1, 0), 'offset out of range'),
    ((0, 30, 0), 'invalid or ambiguous date/time'),
    ((0, 1, 24), 'invalid or ambiguous date/time')])
def test_impossible_components(changes, message):
    offset, day, hour = changes
    w_fields = from_json(
        '{"day":%d,"hour":%d,"minute":0,"month":2,"nano":0,"second":0,'
        '"tz_offset_minutes":%d,"year":2026}' % (day, hour, offset))
    assert json_of('datetime.from_components', w_fields) == err(
        'from_components: ' + message)


def test_clock():
    before = int(time.time())
    assert before <= call('time.now').intval <= before + 5
    assert before <= call('time.now_ms').intval // 1000 <= before + 5
    assert json_of('time.now_str').endswith('+00:00"')
    host = new_host()
    assert call('time.mono_ns', host=host).intval == 0
    assert call('time.mono_ns', host=host).intval > 0


def test_fixed_clock(monkeypatch):
    monkeypatch.setitem(os.environ, 'LEX_TEST_NOW', ' 1777811696 ')
    assert json_of('time.now') == '1777811696'
    assert json_of('time.now_ms') == '1777811696000'
    assert json_of('time.now_str') == '"2026-05-03T12:34:56+00:00"'
    assert json_of('datetime.now') == '1777811696000000000'


def test_sleep():
    start = time.time()
    assert json_of('time.sleep_ms', 20) == 'null'
    assert json_of('time.sleep', 20000000) == 'null'
    assert time.time() - start >= 0.04
    assert json_of('time.sleep_ms', MIN) == 'null'
    assert json_of('time.sleep', MIN) == 'null'
