"""std.datetime: patterns of ``%`` items, and writing instants by them."""

from rpython.rlib import jit
from rpython.rlib.rstring import StringBuilder

from interpreter.objects.errors import EffectError
from interpreter.objects.text import newstr
from interpreter.stdlib import civil, utf8
from interpreter.stdlib.args import to_int, to_str
from interpreter.stdlib.civil import padded, padded_with
from interpreter.stdlib.datetime import DateError
from interpreter.stdlib.registry import pure
from interpreter.stdlib.work import each


MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July',
          'August', 'September', 'October', 'November', 'December']
WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday',
            'Friday', 'Saturday']

BAD_FORMAT = 'bad or unsupported format string'

# Items that stand for a sequence of items.
COMPOUND = {
    'D': '%m/%d/%y', 'x': '%m/%d/%y', 'F': '%Y-%m-%d', 'v': '%e-%b-%Y',
    'R': '%H:%M', 'T': '%H:%M:%S', 'X': '%H:%M:%S', 'r': '%I:%M:%S %p',
    'c': '%a %b %e %H:%M:%S %Y',
}

# Width and usual padding of the numeric items.
WIDTHS = {
    'Y': 4, 'C': 2, 'y': 2, 'm': 2, 'd': 2, 'e': 2, 'j': 3, 'w': 1, 'u': 1,
    'U': 2, 'W': 2, 'G': 4, 'g': 2, 'V': 2, 'H': 2, 'k': 2, 'I': 2, 'l': 2,
    'M': 2, 'S': 2, 'f': 9, 's': 1,
}
SPACE_PADDED = 'ekl'

TEXT_ITEMS = 'bBhaAPpZz+'

LITERAL = 'literal'
BLANK = 'blank'
FRACTION = 'fraction'
OFFSET = 'offset'


class Item(object):
    """One element of a pattern: ``kind`` is the specifier's letter, or one
    of the names above; ``pad`` the padding character, '' for none; ``width``
    the number of digits of a fraction or of colons of an offset; ``text``
    the characters of a literal."""

    def __init__(self, kind, pad='', width=0, text=''):
        self.kind = kind
        self.pad = pad
        self.width = width
        self.text = text


class Reader(object):
    """Splits a pattern into items.  Raises DateError."""

    def __init__(self, pattern):
        self.pattern = pattern
        self.position = 0
        self.items = []

    def read(self):
        while self.position < len(self.pattern):
            i = self.position
            c = self.pattern[i]
            if c == '%':
                self.position += 1
                self.specifier()
                continue
            code = utf8.code_at(self.pattern, i)
            stop = i + utf8.width_of(ord(c))
            assert i >= 0
            assert stop >= 0
            self.position = stop
            self.literal(self.pattern[i:stop], utf8.is_white_space(code))
        return self.items

    def literal(self, text, is_blank):
        kind = LITERAL
        if is_blank:
            kind = BLANK
        self.items.append(Item(kind, text=text))

    def next(self):
        if self.position >= len(self.pattern):
            raise DateError(BAD_FORMAT)
        c = self.pattern[self.position]
        self.position += 1
        return c

    def specifier(self):
        c = self.next()
        if c == '-' or c == '_' or c == '0':
            kind = self.next()
            if kind not in WIDTHS:
                raise DateError(BAD_FORMAT)
            pad = c
            if c == '-':
                pad = ''
            elif c == '_':
                pad = ' '
            self.items.append(Item(kind, pad))
        elif c == '%':
            self.literal('%', False)
        elif c == 't':
            self.literal('\t', True)
        elif c == 'n':
            self.literal('\n', True)
        elif c in WIDTHS:
            pad = '0'
            if SPACE_PADDED.find(c) >= 0:
                pad = ' '
            self.items.append(Item(c, pad))
        elif c in COMPOUND:
            for item in Reader(COMPOUND[c]).read():
                self.items.append(item)
        elif TEXT_ITEMS.find(c) >= 0:
            self.items.append(Item(c))
        elif c == '.':
            self.fraction('.')
        elif c == '3' or c == '6' or c == '9':
            self.position -= 1
            self.fraction('')
        elif c == ':':
            colons = 1
            c = self.next()
            while c == ':' and colons < 3:
                colons += 1
                c = self.next()
            if c != 'z':
                raise DateError(BAD_FORMAT)
            self.items.append(Item(OFFSET, width=colons))
        else:
            raise DateError(BAD_FORMAT)

    def fraction(self, point):
        c = self.next()
        width = 0
        if c == '3' or c == '6' or c == '9':
            width = ord(c) - ord('0')
            c = self.next()
        if c != 'f':
            raise DateError(BAD_FORMAT)
        self.items.append(Item(FRACTION, width=width, text=point))


def iso_week_year(moment):
    """The year that the ISO week of a date belongs to."""
    week = plain_iso_week(moment)
    if week < 1:
        return moment.year - 1
    if week == 53 and iso_weeks(moment.year) < 53:
        return moment.year + 1
    return moment.year


def iso_week(moment):
    week = plain_iso_week(moment)
    if week < 1:
        return iso_weeks(moment.year - 1)
    if week == 53 and iso_weeks(moment.year) < 53:
        return 1
    return week


def plain_iso_week(moment):
    return (moment.day_of_year() - iso_weekday(moment) + 10) // 7


def iso_weeks(year):
    """How many ISO weeks a year has: 53 if it starts on a Thursday or is a
    leap year that starts on a Wednesday."""
    first = civil.DateTime(year, 1, 1, 0, 0, 0, 0).weekday()
    if first == 4 or (first == 3 and civil.is_leap(year)):
        return 53
    return 52


def iso_weekday(moment):
    """1 for Monday to 7 for Sunday."""
    return (moment.weekday() + 6) % 7 + 1


def hour12(hour):
    return (hour + 11) % 12 + 1


def numeric_value(moment, kind):
    if kind == 'Y':
        return moment.year
    if kind == 'C':
        return moment.year // 100
    if kind == 'y':
        return moment.year % 100
    if kind == 'm':
        return moment.month
    if kind == 'd' or kind == 'e':
        return moment.day
    if kind == 'j':
        return moment.day_of_year()
    if kind == 'w':
        return moment.weekday()
    if kind == 'u':
        return iso_weekday(moment)
    if kind == 'U':
        return (moment.day_of_year() + 6 - moment.weekday()) // 7
    if kind == 'W':
        return (moment.day_of_year() + 7 - iso_weekday(moment)) // 7
    if kind == 'G':
        return iso_week_year(moment)
    if kind == 'g':
        return iso_week_year(moment) % 100
    if kind == 'V':
        return iso_week(moment)
    if kind == 'H' or kind == 'k':
        return moment.hour
    if kind == 'I' or kind == 'l':
        return hour12(moment.hour)
    if kind == 'M':
        return moment.minute
    if kind == 'S':
        return moment.second
    if kind == 'f':
        return moment.nano
    return moment.seconds()


def format_item(moment, item):
    kind = item.kind
    if kind == LITERAL or kind == BLANK:
        return item.text
    if kind in WIDTHS:
        value = numeric_value(moment, kind)
        if item.pad == '':
            return str(value)
        return padded_with(value, WIDTHS[kind], item.pad)
    if kind == FRACTION:
        return format_fraction(moment.nano, item)
    if kind == OFFSET:
        if item.width == 1:
            return '+00:00'
        if item.width == 2:
            return '+00:00:00'
        return '+00'
    if kind == 'b' or kind == 'h':
        return MONTHS[moment.month - 1][:3]
    if kind == 'B':
        return MONTHS[moment.month - 1]
    if kind == 'a':
        return WEEKDAYS[moment.weekday()][:3]
    if kind == 'A':
        return WEEKDAYS[moment.weekday()]
    if kind == 'p':
        if moment.hour < 12:
            return 'AM'
        return 'PM'
    if kind == 'P':
        if moment.hour < 12:
            return 'am'
        return 'pm'
    if kind == 'Z':
        return 'UTC'
    if kind == 'z':
        return '+0000'
    return (civil.iso_date(moment) + 'T' + civil.iso_time(moment)
            + civil.fraction(moment.nano) + '+00:00')


def format_fraction(nano, item):
    if item.width == 0:
        return civil.fraction(nano)
    stop = item.width
    assert stop >= 0
    return item.text + padded(nano, 9)[:stop]


@pure('datetime', 'format', each(32, 1))
@jit.dont_look_inside
def format(w_instant, w_pattern):
    moment = civil.from_ns(to_int(w_instant))
    pattern = to_str(w_pattern)
    try:
        items = Reader(pattern).read()
    except DateError as e:
        raise EffectError('datetime.format: ' + e.msg)
    builder = StringBuilder()
    for item in items:
        builder.append(format_item(moment, item))
    return newstr(builder.build())
