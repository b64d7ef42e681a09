"""Sets of code points: ranges, named classes and their combinations."""

from interpreter.stdlib import utf8
from interpreter.texts import unicode
from interpreter.texts.unicode import MAX_CODE


class CharSet(object):
    """A set of code points.  Sets nest as deep as brackets in a pattern,
    which the parser limits."""

    def has(self, code):
        raise NotImplementedError


class Range(CharSet):
    def __init__(self, low, high):
        self.low = low
        self.high = high

    def has(self, code):
        return self.low <= code <= self.high


class Union(CharSet):
    def __init__(self, parts):
        self.parts = parts

    def has(self, code):
        for part in self.parts:
            if part.has(code):
                return True
        return False


class Complement(CharSet):
    def __init__(self, inner):
        self.inner = inner

    def has(self, code):
        return not self.inner.has(code)


INTERSECTION = '&&'
DIFFERENCE = '--'
SYMMETRIC_DIFFERENCE = '~~'


class Combination(CharSet):
    def __init__(self, operation, left, right):
        self.operation = operation
        self.left = left
        self.right = right

    def has(self, code):
        left = self.left.has(code)
        right = self.right.has(code)
        if self.operation == INTERSECTION:
            return left and right
        if self.operation == DIFFERENCE:
            return left and not right
        return left != right


class Folded(CharSet):
    """A set without regard to letter case: with a code, all that are the same
    after simple case folding."""

    def __init__(self, inner):
        self.inner = inner

    def has(self, code):
        if self.inner.has(code):
            return True
        others = unicode.orbit(code)
        if others is not None:
            for other in others:
                if self.inner.has(other):
                    return True
        return False


class FoldedAscii(CharSet):
    """A set without regard to the letter case of ASCII."""

    def __init__(self, inner):
        self.inner = inner

    def has(self, code):
        if self.inner.has(code):
            return True
        if 0x41 <= code <= 0x5A:
            return self.inner.has(code + 0x20)
        return 0x61 <= code <= 0x7A and self.inner.has(code - 0x20)


class Property(CharSet):
    """A set of the Unicode database."""

    def __init__(self, codes):
        self.codes = codes

    def has(self, code):
        return self.codes.has(code)


class Space(CharSet):
    def has(self, code):
        return utf8.is_white_space(code)


class Word(CharSet):
    def has(self, code):
        return unicode.is_word(code)


def ranges(bounds):
    """The union of ranges given as a flat list of first and last codes."""
    parts = []
    i = 0
    while i + 1 < len(bounds):
        parts.append(Range(bounds[i], bounds[i + 1]))
        i += 2
    return Union(parts)


DIGIT = Property(unicode.DECIMAL_NUMBER)
SPACE = Space()
WORD = Word()
ASCII_DIGIT = ranges([0x30, 0x39])
ASCII_SPACE = ranges([0x09, 0x0D, 0x20, 0x20])
ASCII_WORD = ranges([0x30, 0x39, 0x41, 0x5A, 0x5F, 0x5F, 0x61, 0x7A])
ANY = Range(0, MAX_CODE)
ANY_BUT_NEWLINE = ranges([0, 9, 11, MAX_CODE])
ANY_BUT_LINE_END = ranges([0, 9, 11, 12, 14, MAX_CODE])

ASCII = ranges([0, 0x7F])

POSIX = {
    'alnum': ranges([0x30, 0x39, 0x41, 0x5A, 0x61, 0x7A]),
    'alpha': ranges([0x41, 0x5A, 0x61, 0x7A]),
    'ascii': ASCII,
    'blank': ranges([0x09, 0x09, 0x20, 0x20]),
    'cntrl': ranges([0, 0x1F, 0x7F, 0x7F]),
    'digit': ASCII_DIGIT,
    'graph': ranges([0x21, 0x7E]),
    'lower': ranges([0x61, 0x7A]),
    'print': ranges([0x20, 0x7E]),
    'punct': ranges([0x21, 0x2F, 0x3A, 0x40, 0x5B, 0x60, 0x7B, 0x7E]),
    'space': ASCII_SPACE,
    'upper': ranges([0x41, 0x5A]),
    'word': ASCII_WORD,
    'xdigit': ranges([0x30, 0x39, 0x41, 0x46, 0x61, 0x66]),
}

# Properties with values, by their names without letter case, spaces, "-" and "_".
VALUED = {'generalcategory': 'gc', 'gc': 'gc', 'script': 'sc', 'sc': 'sc',
          'scriptextensions': 'scx', 'scx': 'scx', 'graphemeclusterbreak': 'gcb',
          'gcb': 'gcb', 'wordbreak': 'wb', 'wb': 'wb', 'sentencebreak': 'sb', 'sb': 'sb',
          'age': 'age'}
# Names of both a property and a general category, which stand for the latter.
CATEGORIES_FIRST = ['cf', 'sc', 'lc']


class PropertyError(Exception):
    """No such property, or no such value of it."""

    def __init__(self, reason):
        self.reason = reason


def property_named(name):
    """The set of ``name``: a binary property, a general category or a script.
    Raises PropertyError."""
    name = unicode.plain(name)
    if name not in CATEGORIES_FIRST:
        codes = unicode.SETS.get('is:' + name, None)
        if codes is not None:
            return Property(codes)
        if name in unicode.OTHER_PROPERTIES:
            raise PropertyError('Unicode property not found')
    chars = _category(name)
    if chars is None:
        chars = _named('sc', name)
    if chars is None:
        raise PropertyError('Unicode property not found')
    return chars


def property_with_value(name, value):
    """The set of the codes whose property ``name`` has the value.  Raises
    PropertyError."""
    section = VALUED.get(unicode.plain(name), '')
    if section == '':
        if _is_known(unicode.plain(name)):
            raise PropertyError('Unicode property value not found')
        raise PropertyError('Unicode property not found')
    chars = None
    if section == 'gc':
        chars = _category(unicode.plain(value))
    elif section == 'age':
        chars = _as_old_as(unicode.plain(value))
    else:
        chars = _named(section, unicode.plain(value))
    if chars is None:
        raise PropertyError('Unicode property value not found')
    return chars


def _is_known(name):
    return name in unicode.OTHER_PROPERTIES or 'is:' + name in unicode.SETS


def _category(name):
    if name == 'any':
        return ANY
    if name == 'ascii':
        return ASCII
    if name == 'assigned':
        return Complement(Property(unicode.SETS['gc:cn']))
    return _named('gc', name)


def _as_old_as(version):
    """The codes that a version of Unicode has, those of the versions before included;
    None if there is no such version."""
    last = unicode.SETS.get('age:' + version, None)
    if last is None:
        return None
    parts = []
    for codes in unicode.AGES:
        parts.append(Property(codes))
        if codes is last:
            break
    return Union(parts)


def _named(section, name):
    codes = unicode.SETS.get(section + ':' + name, None)
    if codes is None:
        return None
    return Property(codes)
