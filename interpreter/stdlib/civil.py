"""The proleptic Gregorian calendar in UTC, and RFC 3339 text."""

from interpreter.effects.clock import NS_PER_SECOND


SECONDS_PER_DAY = 86400
DAYS_PER_ERA = 146097

MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    if month == 2 and is_leap(year):
        return 29
    return MONTH_DAYS[month - 1]


def is_date(year, month, day):
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def days_from_civil(year, month, day):
    """Days since 1970-01-01."""
    if month <= 2:
        year -= 1
        month += 12
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month - 3) + 2) // 5 + day - 1
    day_of_era = (year_of_era * 365 + year_of_era // 4
                  - year_of_era // 100 + day_of_year)
    return era * DAYS_PER_ERA + day_of_era - 719468


class DateTime(object):
    """A moment split into calendar fields."""

    def __init__(self, year, month, day, hour, minute, second, nano):
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nano = nano

    def days(self):
        return days_from_civil(self.year, self.month, self.day)

    def weekday(self):
        """0 for Sunday."""
        return (self.days() + 4) % 7

    def day_of_year(self):
        """1 for January 1st."""
        return self.days() - days_from_civil(self.year, 1, 1) + 1

    def seconds(self):
        """Seconds since 1970-01-01T00:00:00Z."""
        return (self.days() * SECONDS_PER_DAY + self.hour * 3600
                + self.minute * 60 + self.second)


def from_ns(instant):
    """The DateTime in UTC of nanoseconds since 1970."""
    seconds = instant // NS_PER_SECOND
    return from_seconds(seconds, instant - seconds * NS_PER_SECOND)


def from_seconds(seconds, nano):
    days = seconds // SECONDS_PER_DAY
    rest = seconds - days * SECONDS_PER_DAY
    shifted = days + 719468
    era = shifted // DAYS_PER_ERA
    day_of_era = shifted - era * DAYS_PER_ERA
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524
                   - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4
                                - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    year = year_of_era + era * 400
    if shifted_month < 10:
        month = shifted_month + 3
    else:
        month = shifted_month - 9
        year += 1
    return DateTime(year, month, day, rest // 3600, rest // 60 % 60,
                    rest % 60, nano)


def padded(number, width):
    """Decimal digits with leading zeros; the sign does not count."""
    return padded_with(number, width, '0')


def padded_with(number, width, fill):
    if number < 0:
        return '-' + padded_with(-number, width, fill)
    digits = str(number)
    return fill * max(width - len(digits), 0) + digits


def fraction(nano):
    """The shortest of '', '.123', '.123456', '.123456789'."""
    if nano == 0:
        return ''
    if nano % 1000000 == 0:
        return '.' + padded(nano // 1000000, 3)
    if nano % 1000 == 0:
        return '.' + padded(nano // 1000, 6)
    return '.' + padded(nano, 9)


def iso_date(moment):
    return '%s-%s-%s' % (padded(moment.year, 4), padded(moment.month, 2),
                         padded(moment.day, 2))


def iso_time(moment):
    return '%s:%s:%s' % (padded(moment.hour, 2), padded(moment.minute, 2),
                         padded(moment.second, 2))


def format_iso(instant):
    """RFC 3339 with the offset ``+00:00``."""
    moment = from_ns(instant)
    return (iso_date(moment) + 'T' + iso_time(moment)
            + fraction(moment.nano) + '+00:00')
