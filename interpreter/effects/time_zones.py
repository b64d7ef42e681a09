"""The system's time zone database: files in the format TZif (RFC 8536)."""

import os

from rpython.rlib import jit
from rpython.rlib.rarithmetic import intmask, r_uint

from interpreter.effects.posix_zone import PosixZone, ZoneRuleError

FOLDERS = ['/usr/share/zoneinfo', '/usr/lib/zoneinfo',
           '/usr/share/lib/zoneinfo', '/etc/zoneinfo']
LOCAL_FILE = '/etc/localtime'
VARIABLE = 'TZ'
MAGIC = 'TZif'
HEADER_SIZE = 44
TYPE_SIZE = 6
BUFFER_SIZE = 65536


class ZoneError(Exception):
    """There is no such zone, or no database."""

    def __init__(self, msg):
        self.msg = msg


class BadFile(Exception):
    """A file that is not in the format."""


class Zone(object):
    """The offsets of a zone, in seconds east of UTC.  ``starts`` are the
    moments of change, ascending, and ``offsets`` what is in force from each
    on; ``first`` holds before all, ``rule`` (or None) after the last."""

    def __init__(self, first, starts, offsets, rule):
        self.first = first
        self.starts = starts
        self.offsets = offsets
        self.rule = rule

    def offset(self, seconds):
        count = len(self.starts)
        rule = self.rule
        if rule is not None and (count == 0
                                 or seconds >= self.starts[count - 1]):
            return rule.offset(seconds)
        if count == 0 or seconds < self.starts[0]:
            return self.first
        low = 0
        high = count
        while high - low > 1:
            middle = (low + high) // 2
            if self.starts[middle] <= seconds:
                low = middle
            else:
                high = middle
        return self.offsets[low]


UTC = Zone(0, [], [], None)


class Reader(object):
    """Reads a file's content; the methods raise BadFile."""

    def __init__(self, data):
        self.data = data
        self.position = 0

    def number(self, size):
        """A signed number of ``size`` bytes, the highest first."""
        if self.position + size > len(self.data):
            raise BadFile
        value = r_uint(0)
        if ord(self.data[self.position]) >= 0x80:
            value = r_uint(-1)
        for i in range(size):
            value = value << 8 | r_uint(ord(self.data[self.position + i]))
        self.position += size
        return intmask(value)

    def count(self):
        value = self.number(4)
        if not 0 <= value <= len(self.data):
            raise BadFile
        return value

    def header(self):
        """The version, and the counts that say how long the rest is."""
        if (not self.data.startswith(MAGIC)
                or self.position + HEADER_SIZE > len(self.data)):
            raise BadFile
        version = ord(self.data[self.position + len(MAGIC)])
        self.position += 20
        return version

    def zone(self):
        version = self.header()
        if version == 0:
            return self.block(4, False)
        self.skip_block()
        self.header()
        return self.block(8, True)

    def skip_block(self):
        """Skip the part with times of 32 bits, which the next repeats."""
        utc_flags = self.count()
        standard_flags = self.count()
        leaps = self.count()
        times = self.count()
        types = self.count()
        names = self.count()
        self.position += (5 * times + TYPE_SIZE * types + names + 8 * leaps
                          + standard_flags + utc_flags)

    def block(self, size, has_rule):
        utc_flags = self.count()
        standard_flags = self.count()
        leaps = self.count()
        times = self.count()
        types = self.count()
        names = self.count()
        starts = [self.number(size) for i in range(times)]
        indexes = [self.number(1) & 0xff for i in range(times)]
        type_offsets = []
        for i in range(types):
            type_offsets.append(self.number(4))
            self.position += TYPE_SIZE - 4
        self.position += (names + (size + 4) * leaps + standard_flags
                          + utc_flags)
        offsets = []
        for index in indexes:
            if index >= types:
                raise BadFile
            offsets.append(type_offsets[index])
        if types == 0:
            raise BadFile
        rule = None
        if has_rule:
            rule = self.rule()
        return Zone(type_offsets[0], starts, offsets, rule)

    def rule(self):
        """What is between the last two line ends, or None."""
        start = self.position + 1
        if start < 1 or start > len(self.data):
            return None
        stop = self.data.find('\n', start)
        if stop <= start:
            return None
        try:
            return PosixZone(self.data[start:stop])
        except ZoneRuleError:
            raise BadFile


def read_zone(path):
    """The Zone in a file.  Raises OSError and BadFile."""
    fd = os.open(path, os.O_RDONLY, 0)
    try:
        parts = []
        while True:
            part = os.read(fd, BUFFER_SIZE)
            if part == '':
                break
            parts.append(part)
    finally:
        os.close(fd)
    return Reader(''.join(parts)).zone()


def is_zone_name(name):
    """Whether a name has the form of those in the database.  Its other files
    and folders begin with small letters."""
    if name == '' or not 'A' <= name[0] <= 'Z' or name.find('//') >= 0:
        return False
    for c in name:
        if not ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'
                or c == '/' or c == '_' or c == '-' or c == '+'):
            return False
    return True


class Database(object):
    """The zones read so far."""

    def __init__(self):
        self.zones = {}

    @jit.dont_look_inside
    def zone(self, name):
        """The Zone of that name.  Raises ZoneError."""
        zone = self.zones.get(name, None)
        if zone is not None:
            return zone
        zone = self.search(name)
        self.zones[name] = zone
        return zone

    def search(self, name):
        if is_zone_name(name):
            for folder in FOLDERS:
                try:
                    return read_zone(folder + '/' + name)
                except OSError:
                    pass
                except BadFile:
                    pass
        for folder in FOLDERS:
            if os.path.isdir(folder):
                raise ZoneError('failed to parse timezone')
        raise ZoneError('no time zone database at ' + FOLDERS[0])

    @jit.dont_look_inside
    def local(self):
        """The host's Zone; UTC if it has none."""
        name = os.environ.get(VARIABLE)
        if name is None:
            try:
                return read_zone(LOCAL_FILE)
            except OSError:
                return UTC
            except BadFile:
                return UTC
        if name.startswith(':'):
            name = name[1:]
        try:
            return self.zone(name)
        except ZoneError:
            pass
        try:
            return Zone(0, [], [], PosixZone(name))
        except ZoneRuleError:
            return UTC


database = Database()
