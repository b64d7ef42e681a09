"""Dates and times of TOML, brought into their normal form."""

from interpreter.formats.toml_errors import TomlError

SEPARATORS = '`-` (YYYY-MM) or `:` (HH:MM)'
TIME_COLON = '`:` (HH:MM)'
MAX_NANO_DIGITS = 9


class DateReader(object):
    """Reads one date, time or both; the methods raise TomlError."""

    def __init__(self, text, start, stop):
        self.text = text
        self.start = start
        self.stop = stop
        self.position = start

    def bad(self, what, expected):
        msg = 'invalid ' + what
        if expected != '':
            msg += ', expected ' + expected
        return TomlError(msg, self.start, self.stop)

    def peek(self):
        if self.position < self.stop:
            return self.text[self.position]
        return '\x00'

    def expect(self, char, what, expected):
        if self.peek() != char:
            raise self.bad(what, expected)
        self.position += 1

    def digits(self, what, expected):
        start = self.position
        while '0' <= self.peek() <= '9':
            self.position += 1
        if start == self.position:
            raise self.bad(what, expected)
        assert start >= 0
        return self.text[start:self.position]

    def read(self):
        """The normal form of the whole."""
        start = self.position
        self.digits('datetime', 'year or hour')
        c = self.peek()
        self.position = start
        if c == '-':
            result = self.date()
            c = self.peek()
            if self.position < self.stop:
                if c != 'T' and c != 't' and c != ' ':
                    raise self.bad('date-time', '`T` between date and time')
                self.position += 1
                result += 'T' + self.time() + self.offset()
        elif c == ':':
            result = self.time()
        else:
            raise self.bad('datetime', SEPARATORS)
        if self.position < self.stop:
            raise self.bad('datetime', '')
        return result

    def date(self):
        year = self.digits('date', 'year or hour')
        self.position += 1
        month = self.digits('date', 'month')
        self.expect('-', 'date', '`-` (MM-DD)')
        day = self.digits('date', 'day')
        if len(year) != 4:
            raise self.bad('date', 'a four-digit year (YYYY)')
        if len(month) != 2:
            raise self.bad('date', 'a two-digit month (MM)')
        if len(day) != 2:
            raise self.bad('date', 'a two-digit day (DD)')
        if not 1 <= int(month) <= 12:
            raise self.bad('date', 'month between 01 and 12')
        last = last_day(int(year), int(month))
        if not 1 <= int(day) <= last:
            raise self.bad('date', 'day between 01 and %d' % last)
        return year + '-' + month + '-' + day

    def time(self):
        hour = self.digits('time', 'hour')
        self.expect(':', 'time', TIME_COLON)
        minute = self.digits('time', 'minute')
        second = ''
        fraction = ''
        if self.peek() == ':':
            self.position += 1
            second = self.digits('time', 'second')
            if self.peek() == '.':
                self.position += 1
                fraction = self.digits('time', 'nanosecond')
        if len(hour) != 2:
            raise self.bad('time', 'a two-digit hour (HH)')
        if len(minute) != 2:
            raise self.bad('time', 'a two-digit minute (MM)')
        if second != '' and len(second) != 2:
            raise self.bad('time', 'a two-digit second (SS)')
        if int(hour) > 23:
            raise self.bad('time', 'hour between 00 and 23')
        if int(minute) > 59:
            raise self.bad('time', 'minute between 00 and 59')
        result = hour + ':' + minute
        if second != '':
            if int(second) > 60:
                raise self.bad('time', 'second between 00 and 60')
            result += ':' + second
        if fraction != '':
            result += '.' + normal_fraction(fraction)
        return result

    def offset(self):
        c = self.peek()
        if self.position >= self.stop:
            return ''
        self.position += 1
        if c == 'Z' or c == 'z':
            return 'Z'
        if c != '+' and c != '-':
            raise self.bad('offset', '`Z`, +OFFSET, -OFFSET')
        hour = self.digits('offset', 'hour')
        self.expect(':', 'offset', TIME_COLON)
        minute = self.digits('offset', 'minute')
        if len(hour) != 2:
            raise self.bad('offset', 'a two-digit hour (HH)')
        if len(minute) != 2:
            raise self.bad('offset', 'a two-digit minute (MM)')
        if int(hour) > 23:
            raise self.bad('offset', 'hours between 00 and 23')
        if int(minute) > 59:
            raise self.bad('offset', 'minutes between 00 and 59')
        if int(hour) == 0 and int(minute) == 0:
            return '+00:00'
        return c + hour + ':' + minute


def last_day(year, month):
    if month == 2:
        if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
            return 29
        return 28
    if month == 4 or month == 6 or month == 9 or month == 11:
        return 30
    return 31


def normal_fraction(digits):
    """At most nine digits, without zeros at the end."""
    stop = min(len(digits), MAX_NANO_DIGITS)
    while stop > 1 and digits[stop - 1] == '0':
        stop -= 1
    assert stop >= 0
    return digits[:stop]
