"""The Unicode character database, as far as texts and patterns need it.

``unicode_data.txt`` is made by ``tools/unicode/make_tables.py`` from a published package
of the data, and is a part of the program: the same with any toolchain.  A line is

- ``version V``;
- ``SECTION NAMES RANGES``: a set of code points under its names.  The sections are ``gc``
  (general categories), ``sc`` (scripts), ``scx`` (script extensions), ``is`` (binary
  properties), ``gcb``, ``wb`` and ``sb`` (kinds of boundaries), ``age`` (what a version
  of Unicode added, in the order of the versions);
- ``other NAMES``: properties of the database that are not here;
- ``map NAME MAPPING``: ``uppercase``, ``lowercase`` (full mappings without conditions) and
  ``orbit`` (the other codes that are the same without regard to letter case).

RANGES and MAPPING are lists of numbers, five bits a character, least first, the sixth bit
says that more follow.  Of a range there are the gap before it and its length less one; of
a mapping the gap, how many codes there are, and each as twice its distance, plus one if it
is lower.
"""

import os

from rpython.rlib import jit

MAX_CODE = 0x10FFFF
DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
VALUES = [0] * 128
for _i in range(len(DIGITS)):
    VALUES[ord(DIGITS[_i])] = _i


class _Numbers(object):
    """Reads the numbers of an encoded text one by one."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def at_end(self):
        return self.position == len(self.text)

    def next(self):
        number = 0
        shift = 0
        while True:
            value = VALUES[ord(self.text[self.position])]
            self.position += 1
            number |= (value & 31) << shift
            if value < 32:
                return number
            shift += 5


class CodeSet(object):
    """A set of code points of the database; read when it is first used."""

    def __init__(self, encoded):
        self._encoded = encoded
        self._bounds = None     # first codes of ranges and of gaps, in turn

    def bounds(self):
        """The code points where membership changes, in order."""
        if self._bounds is None:
            bounds = []
            numbers = _Numbers(self._encoded)
            end = 0
            while not numbers.at_end():
                low = end + numbers.next()
                end = low + numbers.next() + 1
                bounds.append(low)
                bounds.append(end)
            self._bounds = bounds
        return self._bounds

    @jit.dont_look_inside
    def has(self, code):
        bounds = self.bounds()
        low = 0
        high = len(bounds)
        while low < high:
            middle = (low + high) >> 1
            if bounds[middle] <= code:
                low = middle + 1
            else:
                high = middle
        return low & 1 == 1


class CodeMap(object):
    """From code points to lists of code points; read when it is first used."""

    def __init__(self, encoded):
        self._encoded = encoded
        self._entries = None

    @jit.dont_look_inside
    def get(self, code):
        """The codes that a code becomes; None if it stays alone."""
        if self._entries is None:
            self._entries = self._read()
        return self._entries.get(code, None)

    def _read(self):
        entries = {}
        numbers = _Numbers(self._encoded)
        code = 0
        while not numbers.at_end():
            code += numbers.next()
            codes = []
            for _ in range(numbers.next()):
                distance = numbers.next()
                if distance & 1:
                    codes.append(code - (distance >> 1))
                else:
                    codes.append(code + (distance >> 1))
            entries[code] = codes
            code += 1
        return entries


class _Database(object):
    """What the lines say."""

    def __init__(self, path):
        self.version = ''
        self.sets = {}          # SECTION:name -> CodeSet
        self.ages = []
        self.others = {}
        self.maps = {}
        with open(path) as lines:
            for line in lines:
                self._add(line.rstrip('\n').split(' '))

    def _add(self, words):
        if words[0] == 'version':
            self.version = words[1]
        elif words[0] == 'other':
            self.others = dict.fromkeys(words[1].split(','))
        elif words[0] == 'map':
            self.maps[words[1]] = CodeMap(words[2])
        else:
            code_set = CodeSet(words[2])
            if words[0] == 'age':
                self.ages.append(code_set)
            for name in words[1].split(','):
                self.sets[words[0] + ':' + name] = code_set


_database = _Database(os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                   'unicode_data.txt'))
VERSION = _database.version
SETS = _database.sets
AGES = _database.ages
OTHER_PROPERTIES = _database.others
_uppercase = _database.maps['uppercase']
_lowercase = _database.maps['lowercase']
_orbits = _database.maps['orbit']

CASED = SETS['is:cased']
CASE_IGNORABLE = SETS['is:caseignorable']
ALPHABETIC = SETS['is:alphabetic']
MARK = SETS['gc:mark']
DECIMAL_NUMBER = SETS['gc:nd']
CONNECTOR = SETS['gc:pc']
JOIN_CONTROL = SETS['is:joincontrol']


def upper(code):
    """The codes of the full upper-case mapping of a code; None for itself."""
    return _uppercase.get(code)


def lower(code):
    """The codes of the full lower-case mapping of a code; None for itself."""
    return _lowercase.get(code)


def orbit(code):
    """The other codes that are the same without regard to letter case (simple
    case folding); None if there are none."""
    return _orbits.get(code)


def is_cased(code):
    return CASED.has(code)


def is_case_ignorable(code):
    return CASE_IGNORABLE.has(code)


def is_word(code):
    """Whether a code is a word character (UTS 18, annex C)."""
    if code < 0x80:
        return (0x61 <= code <= 0x7A or 0x41 <= code <= 0x5A
                or 0x30 <= code <= 0x39 or code == 0x5F)
    return (ALPHABETIC.has(code) or MARK.has(code) or DECIMAL_NUMBER.has(code)
            or CONNECTOR.has(code) or JOIN_CONTROL.has(code))


def plain(name):
    """A property's name or value for loose matching: without letter case, spaces, ``-``,
    ``_`` and a leading "is" (UAX44-LM3)."""
    result = ''
    for c in name:
        if c != ' ' and c != '-' and c != '_' and ord(c) < 0x80:
            result += c.lower()
    if len(name) >= 2 and name[0] in 'iI' and name[1] in 'sS':
        result = result[2:]
        if result == 'c':
            return 'isc'
    return result
