"""Zone files and rules, against moments around their changes."""

import pytest

from interpreter.effects import time_zones
from interpreter.effects.posix_zone import PosixZone, ZoneRuleError

HOUR = 3600


@pytest.mark.parametrize('rule, seconds, hours', [
    ('CET-1CEST,M3.5.0,M10.5.0/3', 1711846799, 1),     # 2024-03-31T00:59:59Z
    ('CET-1CEST,M3.5.0,M10.5.0/3', 1711846800, 2),
    ('CET-1CEST,M3.5.0,M10.5.0/3', 1729990799, 2),     # 2024-10-27T00:59:59Z
    ('CET-1CEST,M3.5.0,M10.5.0/3', 1729990800, 1),
    ('EST5EDT', 1710053999, -5),                       # 2024-03-10T06:59:59Z
    ('EST5EDT', 1710054000, -4),
    ('AEST-10AEDT,M10.1.0,M4.1.0/3', 1704067200, 11),  # 2024-01-01
    ('AEST-10AEDT,M10.1.0,M4.1.0/3', 1719792000, 10),  # 2024-07-01
    ('<-03>3', 0, -3),
    ('JST-9', -2208988800, 9),
    ('XXX0YYY,J60,J300', 1709251199, 0),               # 2024-02-29T23:59:59Z
    ('XXX0YYY,J60,J300', 1709258400, 1),               # 2024-03-01T02:00:00Z
    ('XXX0YYY,59/0,300', 1709164800, 1)])              # 2024-02-29
def test_rules(rule, seconds, hours):
    assert PosixZone(rule).offset(seconds) == hours * HOUR


@pytest.mark.parametrize('rule', [
    '', 'AB', 'ABC', 'ABC1x', '<ABC', 'ABC999', 'ABC1DEF,M3.5.0',
    'ABC1DEF,M13.1.0,M1.1.0', 'ABC1DEF,J0,J1', 'ABC1DEF2,M3.2.0,M11.1.0,'])
def test_bad_rules(rule):
    with pytest.raises(ZoneRuleError):
        PosixZone(rule)


def test_summer_time_goes_on_after_2099():
    july_2150 = 5695920000
    assert time_zones.database.zone('Europe/Berlin').offset(july_2150) == 2 * HOUR


def test_bad_files():
    for data in ['', 'TZif', 'x' * 100, 'TZif2' + '\0' * 39, 'TZif' + '\0' * 40,
                 'TZif2' + '\0' * 15 + '\xff' * 24]:
        with pytest.raises(time_zones.BadFile):
            time_zones.Reader(data).zone()


def test_names_outside_the_database():
    database = time_zones.Database()
    for name in ['../passwd', 'posix/Europe/Berlin', 'localtime', 'A/../B']:
        with pytest.raises(time_zones.ZoneError) as raised:
            database.zone(name)
        assert raised.value.msg == 'failed to parse timezone'


def test_missing_database(monkeypatch):
    monkeypatch.setattr(time_zones, 'FOLDERS', ['/nowhere'])
    with pytest.raises(time_zones.ZoneError) as raised:
        time_zones.Database().zone('Europe/Berlin')
    assert raised.value.msg == 'no time zone database at /nowhere'


@pytest.mark.parametrize('value, offset', [
    ('Asia/Tokyo', 9), (':Asia/Tokyo', 9), ('JST-9', 9), ('', 0),
    ('nonsense?', 0)])
def test_local_zone(monkeypatch, value, offset):
    monkeypatch.setenv('TZ', value)
    assert time_zones.Database().local().offset(0) == offset * HOUR


def test_local_zone_of_the_system(monkeypatch):
    monkeypatch.delenv('TZ', raising=False)
    monkeypatch.setattr(time_zones, 'LOCAL_FILE', '/nowhere')
    assert time_zones.Database().local() is time_zones.UTC
