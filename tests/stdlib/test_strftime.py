import pytest

from tests.stdlib.support import call, err, error_of, json_of, ok

# 2026-05-03T12:34:56.123Z, a Sunday
INSTANT = 1777811696123000000


@pytest.mark.parametrize('pattern, text', [
    ('%Y %C %y %m %b %B %h %d', '2026 20 26 05 May May May 03'),
    ('%e|%j %a %A %w %u', ' 3|123 Sun Sunday 0 7'),
    ('%U %W %G %g %V', '18 17 2026 26 18'),
    ('%D %x %F %v', '05/03/26 05/03/26 2026-05-03  3-May-2026'),
    ('%H %k %I %l %P %p %M %S', '12 12 12 12 pm PM 34 56'),
    ('%f %.f %.3f %3f %.6f %9f',
     '123000000 .123 .123 123 .123000 123000000'),
    ('%R %T %X %r', '12:34 12:34:56 12:34:56 12:34:56 PM'),
    ('%Z %z %:z %::z', 'UTC +0000 +00:00 +00:00:00'),
    ('%c', 'Sun May  3 12:34:56 2026'),
    ('%+', '2026-05-03T12:34:56.123+00:00'), ('%s', '1777811696'),
    ('%t%n%%', '\t\n%'), ('%-d %_d %0e %-m', '3  3 03 5'),
    ('h\xc3\xa9 %d', 'h\xc3\xa9 03')])
def test_format(pattern, text):
    assert call('datetime.format', INSTANT, pattern).utf8_w() == text


@pytest.mark.parametrize('pattern', ['%Q', '%', '%E', '%#z', '%-', '%.2f'])
def test_bad_pattern_is_an_error(pattern):
    assert error_of('datetime.format', INSTANT, pattern) == (
        'datetime.format: bad or unsupported format string')


@pytest.mark.parametrize('date, expected', [
    ('2021-01-03T00:00:00Z', '2020 53'), ('2021-01-04T00:00:00Z', '2021 01'),
    ('2024-12-30T00:00:00Z', '2025 01'), ('2026-12-31T00:00:00Z', '2026 53')])
def test_iso_weeks(date, expected):
    instant = call('datetime.parse_iso', date).getarg(0).intval
    assert call('datetime.format', instant, '%G %V').utf8_w() == expected


@pytest.mark.parametrize('text, pattern', [
    ('2026-05-03 12:34', '%Y-%m-%d %H:%M'),
    ('May 3, 2026 12:34 pm', '%B %d, %Y %I:%M %p'),
    ('26/123 12:34:00', '%y/%j %T'), ('1777811640', '%s'),
    ('Sun 2026-05-03 12:34 +0200', '%a %F %R %z'),
    ('2026 18 0 12:34', '%Y %U %w %R'), ('2026 W18 7 12:34', '%G W%V %u %R'),
    ('sunday 2026 17 12:34', '%A %Y %W %R'),
    ('Sun May  3 12:34:00 2026', '%c')])
def test_parse(text, pattern):
    assert json_of('datetime.parse', text, pattern) == ok(
        '1777811640000000000')


def test_parse_fraction():
    assert json_of('datetime.parse', '1970-01-01T00:00:01.25',
                   '%FT%T%.f') == ok('1250000000')
    assert json_of('datetime.parse', '1970-01-01T00:00:01', '%FT%T%.f') == (
        ok('1000000000'))


@pytest.mark.parametrize('text, pattern, message', [
    ('2026-05-03', '%Y-%m-%d', 'input is not enough for unique date and time'),
    ('Tue May  4 01:02:03 2026', '%c',
     'no possible date and time matching input'),
    ('x', '%Q', 'bad or unsupported format string'),
    ('2026-13-03 12:34', '%Y-%m-%d %H:%M', 'input is out of range'),
    ('2026-02-30 12:34', '%Y-%m-%d %H:%M', 'input is out of range'),
    ('2026-05-03 12:34x', '%Y-%m-%d %H:%M', 'trailing input'),
    ('2026-05', '%Y-%m-%d', 'premature end of input'),
    ('2026/05', '%Y-%m', 'input contains invalid characters')])
def test_parse_errors(text, pattern, message):
    assert json_of('datetime.parse', text, pattern) == err(
        'parse: ' + message)
