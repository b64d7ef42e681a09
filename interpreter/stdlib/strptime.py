"""std.datetime: reading instants by a pattern of ``%`` items."""

from rpython.rlib import jit

from interpreter.objects.numbers import newint
from interpreter.objects.variant import err_str, ok
from interpreter.stdlib import civil, utf8
from interpreter.stdlib.args import to_str
from interpreter.stdlib.datetime import (
    DateError, INVALID, OUT_OF_RANGE, TOO_LONG, TOO_SHORT, instant_of)
from interpreter.stdlib.registry import pure
from interpreter.stdlib.strftime import (
    BAD_FORMAT, BLANK, FRACTION, LITERAL, MONTHS, OFFSET, WEEKDAYS, Item, Reader, iso_weeks)
from interpreter.stdlib.work import each

NOT_ENOUGH = 'input is not enough for unique date and time'
IMPOSSIBLE = 'no possible date and time matching input'


@pure('datetime', 'parse', each(16, 0, 1))
@jit.dont_look_inside
def parse(w_text, w_pattern):
    text = to_str(w_text)
    try:
        items = Reader(to_str(w_pattern)).read()
        parsed = Parsed(text)
        for item in items:
            parsed.item(item)
        parsed.finish()
        return ok(newint(parsed.instant()))
    except DateError as e:
        return err_str('parse: ' + e.msg)


UNKNOWN = -(1 << 62)

# Years that have dates.
FIRST_YEAR = -262143
LAST_YEAR = 262142

MINUS_SIGN = '\xe2\x88\x92'

LONGEST = {
    'Y': 4, 'C': 2, 'y': 2, 'm': 2, 'd': 2, 'e': 2, 'j': 3, 'w': 1, 'u': 1,
    'U': 2, 'W': 2, 'G': 4, 'g': 2, 'V': 2, 'H': 2, 'k': 2, 'I': 2, 'l': 2,
    'M': 2, 'S': 2, 'f': 9, 's': 18,
}


class Parsed(object):
    """The fields read from a text so far.  The methods raise DateError."""

    def __init__(self, text):
        self.text = text
        self.position = 0
        self.year = UNKNOWN
        self.century = UNKNOWN
        self.year_of_century = UNKNOWN
        self.month = UNKNOWN
        self.day = UNKNOWN
        self.day_of_year = UNKNOWN
        self.weekday = UNKNOWN
        self.week_sunday = UNKNOWN
        self.week_monday = UNKNOWN
        self.iso_year = UNKNOWN
        self.iso_week = UNKNOWN
        self.hour = UNKNOWN
        self.half_hour = UNKNOWN
        self.half = UNKNOWN
        self.minute = UNKNOWN
        self.second = UNKNOWN
        self.nano = UNKNOWN
        self.stamp = UNKNOWN

    def item(self, item):
        kind = item.kind
        if kind == LITERAL:
            self.literal(item.text)
        elif kind == BLANK:
            self.skip_blanks()
        elif kind in LONGEST:
            self.skip_blanks()
            self.set(kind, self.number(kind))
        elif kind == FRACTION:
            self.read_fraction(item)
        elif kind == OFFSET or kind == 'z':
            self.skip_blanks()
            self.skip_offset()
        elif kind == '+':
            self.read_rfc3339()
        elif kind == 'b' or kind == 'B' or kind == 'h':
            self.month = agreed(self.month, self.name(MONTHS) + 1)
        elif kind == 'a' or kind == 'A':
            self.weekday = agreed(self.weekday, self.name(WEEKDAYS))
        elif kind == 'p' or kind == 'P':
            self.read_half()
        elif kind == 'Z':
            self.skip_word()
        else:
            raise DateError(BAD_FORMAT)

    def finish(self):
        if self.position != len(self.text):
            raise DateError(TOO_LONG)

    def at_end(self):
        return self.position >= len(self.text)

    def skip_blanks(self):
        while (not self.at_end() and utf8.is_white_space(
                utf8.code_at(self.text, self.position))):
            self.position += utf8.width_of(ord(self.text[self.position]))

    def skip_word(self):
        while not self.at_end() and self.text[self.position] > ' ':
            self.position += 1

    def literal(self, text):
        for c in text:
            if self.at_end():
                raise DateError(TOO_SHORT)
            if self.text[self.position] != c:
                raise DateError(INVALID)
            self.position += 1

    def number(self, kind):
        if self.at_end():
            raise DateError(TOO_SHORT)
        negative = False
        longest = LONGEST[kind]
        if kind == 'Y' or kind == 'G' or kind == 's':
            c = self.text[self.position]
            if c == '+' or c == '-':
                negative = c == '-'
                self.position += 1
                longest = 18
        value = 0
        count = 0
        while not self.at_end() and count < longest:
            c = self.text[self.position]
            if not '0' <= c <= '9':
                break
            value = value * 10 + ord(c) - ord('0')
            count += 1
            self.position += 1
        if count == 0:
            if self.at_end():
                raise DateError(TOO_SHORT)
            raise DateError(INVALID)
        if negative:
            return -value
        return value

    def set(self, kind, value):
        if kind == 'Y':
            self.year = agreed(self.year, value)
        elif kind == 'C':
            self.century = agreed(self.century, value)
        elif kind == 'y':
            self.year_of_century = agreed(self.year_of_century, value)
        elif kind == 'm':
            self.month = agreed(self.month, limited(value, 1, 12))
        elif kind == 'd' or kind == 'e':
            self.day = agreed(self.day, limited(value, 1, 31))
        elif kind == 'j':
            self.day_of_year = agreed(self.day_of_year,
                                      limited(value, 1, 366))
        elif kind == 'w':
            self.weekday = agreed(self.weekday, limited(value, 0, 6))
        elif kind == 'u':
            self.weekday = agreed(self.weekday, limited(value, 1, 7) % 7)
        elif kind == 'U':
            self.week_sunday = agreed(self.week_sunday,
                                      limited(value, 0, 53))
        elif kind == 'W':
            self.week_monday = agreed(self.week_monday,
                                      limited(value, 0, 53))
        elif kind == 'G':
            self.iso_year = agreed(self.iso_year, value)
        elif kind == 'V':
            self.iso_week = agreed(self.iso_week, limited(value, 1, 53))
        elif kind == 'H' or kind == 'k':
            self.hour = agreed(self.hour, limited(value, 0, 23))
        elif kind == 'I' or kind == 'l':
            self.half_hour = agreed(self.half_hour,
                                    limited(value, 1, 12) % 12)
        elif kind == 'M':
            self.minute = agreed(self.minute, limited(value, 0, 59))
        elif kind == 'S':
            self.second = agreed(self.second, limited(value, 0, 60))
        elif kind == 'f':
            self.nano = agreed(self.nano, value)
        elif kind == 's':
            self.stamp = value

    def read_fraction(self, item):
        if item.text == '.':
            if self.at_end() or self.text[self.position] != '.':
                # A fraction with a point may be missing altogether.
                if item.width == 0:
                    return
                raise DateError(INVALID)
            self.position += 1
        start = self.position
        value = 0
        scale = 1000000000
        while not self.at_end():
            c = self.text[self.position]
            if not '0' <= c <= '9':
                break
            if item.width > 0 and self.position - start >= item.width:
                break
            scale //= 10
            value += (ord(c) - ord('0')) * scale
            self.position += 1
        count = self.position - start
        if count == 0 or count < item.width:
            if self.at_end():
                raise DateError(TOO_SHORT)
            raise DateError(INVALID)
        self.nano = agreed(self.nano, value)

    def read_rfc3339(self):
        """A date and a time of RFC 3339, with blanks nearly everywhere."""
        self.read_number('Y')
        self.read_separator('-')
        self.read_number('m')
        self.read_separator('-')
        self.read_number('d')
        if self.at_end():
            raise DateError(TOO_SHORT)
        c = self.text[self.position]
        if c != 'T' and c != 't' and c != ' ':
            raise DateError(INVALID)
        self.position += 1
        self.read_number('H')
        self.read_separator(':')
        self.read_number('M')
        self.read_separator(':')
        self.read_number('S')
        self.read_fraction(Item(FRACTION, text='.'))
        self.skip_blanks()
        if self.accept('utc') or self.accept('z'):
            return
        self.skip_offset()

    def read_number(self, kind):
        self.skip_blanks()
        self.set(kind, self.number(kind))

    def read_separator(self, char):
        self.skip_blanks()
        self.literal(char)

    def skip_offset(self):
        if self.at_end():
            raise DateError(TOO_SHORT)
        if not self.accept('+') and not self.accept('-') and not self.accept(
                MINUS_SIGN):
            raise DateError(INVALID)
        self.two_digits()
        self.skip_blanks()
        while not self.at_end() and self.text[self.position] == ':':
            self.position += 1
            self.skip_blanks()
        if self.two_digits() > 59:
            raise DateError(OUT_OF_RANGE)

    def two_digits(self):
        value = 0
        for i in range(2):
            if self.at_end():
                raise DateError(TOO_SHORT)
            c = self.text[self.position]
            if not '0' <= c <= '9':
                raise DateError(INVALID)
            value = value * 10 + ord(c) - ord('0')
            self.position += 1
        return value

    def name(self, names):
        """The index of the name, full or its first three letters, in any
        letter case."""
        for index in range(len(names)):
            name = names[index].lower()
            if self.accept(name) or self.accept(name[:3]):
                return index
        if len(self.text) - self.position < 3:
            raise DateError(TOO_SHORT)
        raise DateError(INVALID)

    def accept(self, name):
        start = self.position
        stop = start + len(name)
        assert start >= 0
        assert stop >= 0
        if stop <= len(self.text) and self.text[start:stop].lower() == name:
            self.position = stop
            return True
        return False

    def read_half(self):
        if self.accept('am'):
            self.half = agreed(self.half, 0)
        elif self.accept('pm'):
            self.half = agreed(self.half, 1)
        elif len(self.text) - self.position < 2:
            raise DateError(TOO_SHORT)
        else:
            raise DateError(INVALID)

    # From fields to an instant.

    def instant(self):
        nano = max(self.nano, 0)
        if self.stamp != UNKNOWN:
            return instant_of(self.stamp, nano)
        days = self.days()
        moment = civil.from_seconds(days * civil.SECONDS_PER_DAY, 0)
        if self.weekday != UNKNOWN and moment.weekday() != self.weekday:
            raise DateError(IMPOSSIBLE)
        hour = self.full_hour()
        if self.minute == UNKNOWN:
            raise DateError(NOT_ENOUGH)
        if self.second == UNKNOWN and self.nano != UNKNOWN:
            raise DateError(NOT_ENOUGH)
        seconds = (days * civil.SECONDS_PER_DAY + hour * 3600
                   + self.minute * 60 + max(self.second, 0))
        return instant_of(seconds, nano)

    def full_hour(self):
        if self.half_hour != UNKNOWN and self.half != UNKNOWN:
            hour = self.half * 12 + self.half_hour
            if self.hour != UNKNOWN and self.hour != hour:
                raise DateError(IMPOSSIBLE)
            return hour
        if self.hour == UNKNOWN:
            raise DateError(NOT_ENOUGH)
        if self.half_hour != UNKNOWN and self.hour % 12 != self.half_hour:
            raise DateError(IMPOSSIBLE)
        if self.half != UNKNOWN and self.hour // 12 != self.half:
            raise DateError(IMPOSSIBLE)
        return self.hour

    def full_year(self):
        if self.year != UNKNOWN:
            if self.year < 0 and (self.century != UNKNOWN
                                  or self.year_of_century != UNKNOWN):
                raise DateError(IMPOSSIBLE)
            if self.century != UNKNOWN and self.year // 100 != self.century:
                raise DateError(IMPOSSIBLE)
            if (self.year_of_century != UNKNOWN
                    and self.year % 100 != self.year_of_century):
                raise DateError(IMPOSSIBLE)
            return self.year
        if self.year_of_century == UNKNOWN:
            return UNKNOWN
        if self.century != UNKNOWN:
            return self.century * 100 + self.year_of_century
        if self.year_of_century < 70:
            return 2000 + self.year_of_century
        return 1900 + self.year_of_century

    def days(self):
        """Days since 1970 of the date that the fields determine."""
        year = self.full_year()
        if year != UNKNOWN and not FIRST_YEAR <= year <= LAST_YEAR:
            raise DateError(OUT_OF_RANGE)
        if year != UNKNOWN and self.month != UNKNOWN and self.day != UNKNOWN:
            if not civil.is_date(year, self.month, self.day):
                raise DateError(OUT_OF_RANGE)
            return civil.days_from_civil(year, self.month, self.day)
        if year != UNKNOWN and self.day_of_year != UNKNOWN:
            if self.day_of_year == 366 and not civil.is_leap(year):
                raise DateError(OUT_OF_RANGE)
            return civil.days_from_civil(year, 1, 1) + self.day_of_year - 1
        if self.weekday != UNKNOWN:
            return self.days_by_week(year)
        raise DateError(NOT_ENOUGH)

    def days_by_week(self, year):
        if self.iso_year != UNKNOWN and self.iso_week != UNKNOWN:
            if not FIRST_YEAR <= self.iso_year <= LAST_YEAR:
                raise DateError(OUT_OF_RANGE)
            if self.iso_week > iso_weeks(self.iso_year):
                raise DateError(OUT_OF_RANGE)
            # January 4th is always in the first ISO week.
            fourth = civil.days_from_civil(self.iso_year, 1, 4)
            monday = fourth - (fourth + 3) % 7
            return (monday + (self.iso_week - 1) * 7
                    + (self.weekday + 6) % 7)
        if year == UNKNOWN:
            raise DateError(NOT_ENOUGH)
        first = civil.days_from_civil(year, 1, 1)
        if self.week_sunday != UNKNOWN:
            # The first Sunday starts week 1.
            start = first + (7 - (first + 4) % 7) % 7
            days = start + (self.week_sunday - 1) * 7 + self.weekday
        elif self.week_monday != UNKNOWN:
            start = first + (7 - (first + 3) % 7) % 7
            days = (start + (self.week_monday - 1) * 7
                    + (self.weekday + 6) % 7)
        else:
            raise DateError(NOT_ENOUGH)
        if not first <= days < civil.days_from_civil(year + 1, 1, 1):
            raise DateError(OUT_OF_RANGE)
        return days


def agreed(old, new):
    """A field read once more must be the same."""
    if old != UNKNOWN and old != new:
        raise DateError(IMPOSSIBLE)
    return new


def limited(value, low, high):
    if not low <= value <= high:
        raise DateError(OUT_OF_RANGE)
    return value
