"""std.datetime, except for patterns (:mod:`interpreter.stdlib.strftime`).
An Instant is an Int: nanoseconds since 1970-01-01T00:00:00Z."""

from rpython.rlib import jit
from rpython.rlib.rarithmetic import LONG_BIT, ovfcheck

from interpreter.effects import time_zones
from interpreter.effects.clock import NS_PER_SECOND
from interpreter.objects.numbers import newbool, newint
from interpreter.objects.record import Shape, W_Record, newrecord
from interpreter.objects.text import newstr
from interpreter.objects.variant import Constructor, err_str, ok
from interpreter.stdlib import civil
from interpreter.stdlib.args import (
    mismatch, to_float, to_int, to_str, to_variant)
from interpreter.stdlib.float_ import saturated_int
from interpreter.stdlib.registry import effect, pure
from interpreter.stdlib.time_ import wall_ns
from interpreter.stdlib.work import CONSTANT, costs, each


MIN_INT = -(1 << (LONG_BIT - 1))
MAX_INT = (1 << (LONG_BIT - 1)) - 1

NS_PER_MINUTE = 60 * NS_PER_SECOND
NS_PER_DAY = 86400 * NS_PER_SECOND
MINUTES_PER_DAY = 1440
MAX_I32 = (1 << 31) - 1
MAX_U32 = (1 << 32) - 1

UTC = Constructor.of('Utc')
OFFSET = Constructor.of('Offset')
LOCAL = Constructor.of('Local')
IANA = Constructor.of('Iana')

COMPONENTS_SHAPE = Shape.of(['day', 'hour', 'minute', 'month', 'nano',
                             'second', 'tz_offset_minutes', 'year'])


def saturated(positive):
    if positive:
        return MAX_INT
    return MIN_INT


def saturated_product(count, unit):
    try:
        return ovfcheck(count * unit)
    except OverflowError:
        return saturated(count > 0)


@effect('datetime', 'now', CONSTANT)
def now(host):
    host.check('time')
    return newint(wall_ns(host))


@pure('datetime', 'add', CONSTANT)
def add(w_instant, w_duration):
    instant = to_int(w_instant)
    duration = to_int(w_duration)
    try:
        return newint(ovfcheck(instant + duration))
    except OverflowError:
        return newint(saturated(duration > 0))


@pure('datetime', 'diff', CONSTANT)
def diff(w_left, w_right):
    left = to_int(w_left)
    right = to_int(w_right)
    try:
        return newint(ovfcheck(left - right))
    except OverflowError:
        return newint(saturated(right < 0))


@pure('datetime', 'duration_seconds', CONSTANT)
def duration_seconds(w_seconds):
    return newint(saturated_int(to_float(w_seconds) * 1e9))


@pure('datetime', 'duration_minutes', CONSTANT)
def duration_minutes(w_minutes):
    return newint(saturated_product(to_int(w_minutes), NS_PER_MINUTE))


@pure('datetime', 'duration_days', CONSTANT)
def duration_days(w_days):
    return newint(saturated_product(to_int(w_days), NS_PER_DAY))


@pure('datetime', 'before', CONSTANT)
def before(w_left, w_right):
    return newbool(to_int(w_left) < to_int(w_right))


@pure('datetime', 'after', CONSTANT)
def after(w_left, w_right):
    return newbool(to_int(w_left) > to_int(w_right))


@pure('datetime', 'compare', CONSTANT)
def compare(w_left, w_right):
    left = to_int(w_left)
    right = to_int(w_right)
    if left < right:
        return newint(-1)
    if left > right:
        return newint(1)
    return newint(0)


@pure('datetime', 'format_iso', costs(200))
@jit.dont_look_inside
def format_iso(w_instant):
    return newstr(civil.format_iso(to_int(w_instant)))


@pure('datetime', 'parse_iso', each(4, 0))
@jit.dont_look_inside
def parse_iso(w_text):
    try:
        return ok(newint(Rfc3339(to_str(w_text)).parse()))
    except DateError as e:
        return err_str('parse_iso: ' + e.msg)


class DateError(Exception):
    def __init__(self, msg):
        self.msg = msg


TOO_SHORT = 'premature end of input'
INVALID = 'input contains invalid characters'
OUT_OF_RANGE = 'input is out of range'
TOO_LONG = 'trailing input'

# The length of a date and a time without fraction and offset.
SHORTEST = 19
MINUS_SIGN = '\xe2\x88\x92'


class Rfc3339(object):
    """A reader of one RFC 3339 date and time with its offset."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def parse(self):
        """The instant.  Raises DateError."""
        if len(self.text) < SHORTEST:
            raise DateError(TOO_SHORT)
        year = self.digits(4)
        self.expect('-')
        month = self.digits(2)
        self.expect('-')
        day = self.digits(2)
        if not civil.is_date(year, month, day):
            raise DateError(OUT_OF_RANGE)
        c = self.next()
        if c != 'T' and c != 't' and c != ' ':
            raise DateError(INVALID)
        hour = self.digits(2)
        self.expect(':')
        minute = self.digits(2)
        self.expect(':')
        second = self.digits(2)
        if hour > 23 or minute > 59 or second > 60:
            raise DateError(OUT_OF_RANGE)
        nano = self.fraction()
        offset = self.offset()
        if self.position != len(self.text):
            raise DateError(TOO_LONG)
        moment = civil.DateTime(year, month, day, hour, minute, second, nano)
        return instant_of(moment.seconds() - offset * 60, nano)

    def next(self):
        if self.position >= len(self.text):
            raise DateError(TOO_SHORT)
        c = self.text[self.position]
        self.position += 1
        return c

    def expect(self, char):
        if self.next() != char:
            raise DateError(INVALID)

    def digits(self, count):
        value = 0
        for i in range(count):
            c = self.next()
            if not '0' <= c <= '9':
                raise DateError(INVALID)
            value = value * 10 + ord(c) - ord('0')
        return value

    def fraction(self):
        """An optional point and digits, as nanoseconds."""
        if self.position >= len(self.text) or self.text[self.position] != '.':
            return 0
        self.position += 1
        value = self.digits(1)
        scale = 100000000
        value *= scale
        while self.position < len(self.text):
            c = self.text[self.position]
            if not '0' <= c <= '9':
                break
            scale //= 10
            value += (ord(c) - ord('0')) * scale
            self.position += 1
        return value

    def offset(self):
        """``Z`` or ``+hh:mm``, in minutes."""
        c = self.next()
        if c == 'Z' or c == 'z':
            return 0
        sign = 1
        if c == MINUS_SIGN[0]:
            self.expect(MINUS_SIGN[1])
            self.expect(MINUS_SIGN[2])
            sign = -1
        elif c == '-':
            sign = -1
        elif c != '+':
            raise DateError(INVALID)
        hours = self.digits(2)
        self.expect(':')
        minutes = self.digits(2)
        if hours > 23 or minutes > 59:
            raise DateError(OUT_OF_RANGE)
        return sign * (hours * 60 + minutes)


def instant_of(seconds, nano):
    """Nanoseconds; the largest Int for what is out of range."""
    try:
        if seconds < 0 and nano > 0:
            # The product alone may overflow where the sum does not.
            whole = ovfcheck((seconds + 1) * NS_PER_SECOND)
            return ovfcheck(whole + (nano - NS_PER_SECOND))
        whole = ovfcheck(seconds * NS_PER_SECOND)
        return ovfcheck(whole + nano)
    except OverflowError:
        return MAX_INT


def zone_offset(w_zone, seconds):
    """Seconds east of UTC that a time zone value means at a moment.  Raises
    DateError."""
    w_variant = to_variant('Tz', w_zone)
    constructor = w_variant.constructor
    if constructor is UTC:
        return 0
    if constructor is LOCAL:
        return time_zones.database.local().offset(seconds)
    if constructor is IANA and w_variant.arity() == 1:
        name = to_str(w_variant.getarg(0))
        try:
            return time_zones.database.zone(name).offset(seconds)
        except time_zones.ZoneError as e:
            raise DateError('to_components: unknown timezone `%s`: %s'
                            % (name, e.msg))
    if constructor is not OFFSET or w_variant.arity() != 1:
        raise mismatch('Tz variant (Utc | Local | Offset(Int) | Iana(Str))',
                       w_zone)
    minutes = to_int(w_variant.getarg(0))
    if not -MAX_I32 - 1 <= minutes <= MAX_I32:
        raise DateError('Tz::Offset: minutes out of range: %d' % minutes)
    if not -MINUTES_PER_DAY < minutes < MINUTES_PER_DAY:
        raise DateError('to_components: offset out of range')
    return minutes * 60


@pure('datetime', 'to_components', costs(200, 1))
@jit.dont_look_inside
def to_components(w_instant, w_zone):
    instant = to_int(w_instant)
    seconds = instant // NS_PER_SECOND
    nano = instant - seconds * NS_PER_SECOND
    try:
        offset = zone_offset(w_zone, seconds)
    except DateError as e:
        return err_str(e.msg)
    moment = civil.from_seconds(seconds + offset, nano)
    minutes = abs(offset) // 60
    if offset < 0:
        minutes = -minutes
    return ok(newrecord(COMPONENTS_SHAPE, [
        newint(moment.day), newint(moment.hour), newint(moment.minute),
        newint(moment.month), newint(moment.nano), newint(moment.second),
        newint(minutes), newint(moment.year)]))


def component(w_components, name):
    """A field as an unsigned number of 32 bits, wrapped around."""
    if isinstance(w_components, W_Record):
        w_field = w_components.getfield(name)
        if w_field is not None:
            return to_int(w_field) & MAX_U32
    raise mismatch('date components', w_components)


def signed(number):
    """The signed number with the same 32 bits."""
    if number > MAX_I32:
        return number - MAX_U32 - 1
    return number


FIRST_YEAR = -262143
LAST_YEAR = 262142


@pure('datetime', 'from_components', costs(200))
@jit.dont_look_inside
def from_components(w_components):
    year = signed(component(w_components, 'year'))
    month = component(w_components, 'month')
    day = component(w_components, 'day')
    hour = component(w_components, 'hour')
    minute = component(w_components, 'minute')
    second = component(w_components, 'second')
    nano = component(w_components, 'nano')
    offset = signed(component(w_components, 'tz_offset_minutes'))
    if not -MINUTES_PER_DAY < offset < MINUTES_PER_DAY:
        return err_str('from_components: offset out of range')
    if not (FIRST_YEAR <= year <= LAST_YEAR
            and civil.is_date(year, month, day)
            and 0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59):
        return err_str('from_components: invalid or ambiguous date/time')
    moment = civil.DateTime(year, month, day, hour, minute, second, 0)
    instant = instant_of(moment.seconds() - offset * 60, 0)
    try:
        return ok(newint(ovfcheck(instant + nano)))
    except OverflowError:
        return ok(newint(saturated(nano > 0)))
