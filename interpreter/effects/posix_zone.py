"""Rules of summer time in the notation of the variable TZ, such as
``CET-1CEST,M3.5.0,M10.5.0/3``."""

SECONDS_PER_DAY = 86400
DAYS_BEFORE_1970 = 719468
DAYS_PER_ERA = 146097
DEFAULT_TIME = 7200
MAX_HOURS = 167


class ZoneRuleError(Exception):
    pass


def days_before_year(year):
    """Days from 1970-01-01 to January 1st."""
    # Years are counted from March here, so January belongs to the year before.
    year -= 1
    era = year // 400
    year_of_era = year - era * 400
    return (era * DAYS_PER_ERA + year_of_era * 365 + year_of_era // 4
            - year_of_era // 100 + 306 - DAYS_BEFORE_1970)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def year_of(seconds):
    """The year, in UTC, of a moment."""
    days = seconds // SECONDS_PER_DAY
    year = 1970 + days // 366
    if days < 0:
        year = 1970 + days // 365
    while days_before_year(year + 1) <= days:
        year += 1
    return year


class ChangeDay(object):
    """A day of every year and the second on it, by the clock that is in
    force until then."""

    def __init__(self, kind, month, week, day, time):
        self.kind = kind
        self.month = month
        self.week = week
        self.day = day
        self.time = time

    def seconds(self, year):
        """The second since 1970 by that clock."""
        return (self.days(year)) * SECONDS_PER_DAY + self.time

    def days(self, year):
        start = days_before_year(year)
        if self.kind == 'J':
            days = self.day - 1
            if is_leap(year) and self.day >= 60:
                days += 1
            return start + days
        if self.kind == 'D':
            return start + self.day
        first = start + days_before_month(year, self.month)
        # 1970-01-01 was a Thursday.
        weekday = (first + 4) % 7
        day = (self.day - weekday) % 7 + 7 * (self.week - 1)
        length = (days_before_month(year, self.month + 1)
                  - days_before_month(year, self.month))
        while day >= length:
            day -= 7
        return first + day


DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334,
                     365]


def days_before_month(year, month):
    """Days from January 1st to the first of a month, 13 for the year's end."""
    days = DAYS_BEFORE_MONTH[month - 1]
    if month > 2 and is_leap(year):
        days += 1
    return days


class PosixZone(object):
    """A zone from its notation; offsets are seconds east of UTC.  Raises
    ZoneRuleError."""

    def __init__(self, text):
        self.text = text
        self.position = 0
        self.has_summer = False
        self.start = ChangeDay('M', 3, 2, 0, DEFAULT_TIME)
        self.end = ChangeDay('M', 11, 1, 0, DEFAULT_TIME)
        self.name()
        self.standard = -self.time()
        self.summer = self.standard + 3600
        if self.position < len(text):
            self.has_summer = True
            self.name()
            if self.position < len(text) and text[self.position] != ',':
                self.summer = -self.time()
            if self.position < len(text):
                self.expect(',')
                self.start = self.change()
                self.expect(',')
                self.end = self.change()
        if self.position < len(text):
            raise ZoneRuleError

    def offset(self, seconds):
        """Seconds east of UTC at a moment."""
        if not self.has_summer:
            return self.standard
        year = year_of(seconds + self.standard)
        start = self.start.seconds(year) - self.standard
        end = self.end.seconds(year) - self.summer
        if start < end:
            summer = start <= seconds < end
        else:
            summer = not end <= seconds < start
        if summer:
            return self.summer
        return self.standard

    # Reading

    def peek(self):
        if self.position < len(self.text):
            return self.text[self.position]
        return '\x00'

    def expect(self, char):
        if self.peek() != char:
            raise ZoneRuleError
        self.position += 1

    def name(self):
        start = self.position
        if self.peek() == '<':
            while self.peek() != '>':
                if self.position >= len(self.text):
                    raise ZoneRuleError
                self.position += 1
            self.position += 1
            return
        while 'a' <= self.peek() <= 'z' or 'A' <= self.peek() <= 'Z':
            self.position += 1
        if self.position - start < 3:
            raise ZoneRuleError

    def number(self, low, high):
        value = 0
        start = self.position
        while '0' <= self.peek() <= '9' and value <= high:
            value = value * 10 + ord(self.peek()) - ord('0')
            self.position += 1
        if self.position == start or not low <= value <= high:
            raise ZoneRuleError
        return value

    def time(self):
        """``[+-]hh[:mm[:ss]]`` in seconds."""
        sign = 1
        if self.peek() == '-' or self.peek() == '+':
            if self.peek() == '-':
                sign = -1
            self.position += 1
        seconds = self.number(0, MAX_HOURS) * 3600
        if self.peek() == ':':
            self.position += 1
            seconds += self.number(0, 59) * 60
            if self.peek() == ':':
                self.position += 1
                seconds += self.number(0, 59)
        return sign * seconds

    def change(self):
        kind = 'D'
        month = 0
        week = 0
        if self.peek() == 'M':
            kind = 'M'
            self.position += 1
            month = self.number(1, 12)
            self.expect('.')
            week = self.number(1, 5)
            self.expect('.')
            day = self.number(0, 6)
        elif self.peek() == 'J':
            kind = 'J'
            self.position += 1
            day = self.number(1, 365)
        else:
            day = self.number(0, 365)
        time = DEFAULT_TIME
        if self.peek() == '/':
            self.position += 1
            time = self.time()
        return ChangeDay(kind, month, week, day, time)
