"""Sets of code points: ranges, named classes and their combinations."""

from interpreter.stdlib import utf8
from interpreter.stdlib.unicode_tables import unicodedb


MAX_CODE = 0x10FFFF


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
    """A set without regard to letter case."""

    def __init__(self, inner):
        self.inner = inner

    def has(self, code):
        if self.inner.has(code):
            return True
        lower = lower_of(code)
        if self.inner.has(lower) or self.inner.has(upper_of(code)):
            return True
        return self.inner.has(upper_of(lower))


def lower_of(code):
    if code < 0x80:
        if 0x41 <= code <= 0x5A:
            return code + 0x20
        return code
    return unicodedb.tolower(code)


def upper_of(code):
    if code < 0x80:
        if 0x61 <= code <= 0x7A:
            return code - 0x20
        return code
    return unicodedb.toupper(code)


class Digit(CharSet):
    def has(self, code):
        if code < 0x80:
            return 0x30 <= code <= 0x39
        return unicodedb.isdecimal(code)


class Space(CharSet):
    def has(self, code):
        return utf8.is_white_space(code)


class Word(CharSet):
    def has(self, code):
        return is_word(code)


def is_word(code):
    if code < 0x80:
        return (0x61 <= code <= 0x7A or 0x41 <= code <= 0x5A
                or 0x30 <= code <= 0x39 or code == 0x5F)
    category = unicodedb.category(code)
    if category[0] == 'L' or category[0] == 'M':
        return True
    return (category == 'Nd' or category == 'Nl' or category == 'Pc'
            or code == 0x200C or code == 0x200D
            or 0x24B6 <= code <= 0x24E9)


class Category(CharSet):
    """The code points whose general category starts with ``prefix``."""

    def __init__(self, prefix):
        self.prefix = prefix

    def has(self, code):
        return unicodedb.category(code).startswith(self.prefix)


class Alphabetic(CharSet):
    def has(self, code):
        category = unicodedb.category(code)
        return category[0] == 'L' or category == 'Nl'


class Lowercase(CharSet):
    def has(self, code):
        return unicodedb.islower(code)


class Uppercase(CharSet):
    def has(self, code):
        return unicodedb.isupper(code)


def ranges(bounds):
    """The union of ranges given as a flat list of first and last codes."""
    parts = []
    i = 0
    while i + 1 < len(bounds):
        parts.append(Range(bounds[i], bounds[i + 1]))
        i += 2
    return Union(parts)


DIGIT = Digit()
SPACE = Space()
WORD = Word()
ASCII_DIGIT = ranges([0x30, 0x39])
ASCII_SPACE = ranges([0x09, 0x0D, 0x20, 0x20])
ASCII_WORD = ranges([0x30, 0x39, 0x41, 0x5A, 0x5F, 0x5F, 0x61, 0x7A])
ANY = Range(0, MAX_CODE)
ANY_BUT_NEWLINE = ranges([0, 9, 11, MAX_CODE])
ANY_BUT_LINE_END = ranges([0, 9, 11, 12, 14, MAX_CODE])

POSIX = {
    'alnum': ranges([0x30, 0x39, 0x41, 0x5A, 0x61, 0x7A]),
    'alpha': ranges([0x41, 0x5A, 0x61, 0x7A]),
    'ascii': ranges([0, 0x7F]),
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

CATEGORIES = [
    ('letter', 'L'), ('uppercaseletter', 'Lu'), ('lowercaseletter', 'Ll'),
    ('titlecaseletter', 'Lt'), ('modifierletter', 'Lm'),
    ('otherletter', 'Lo'), ('mark', 'M'), ('nonspacingmark', 'Mn'),
    ('spacingmark', 'Mc'), ('enclosingmark', 'Me'), ('number', 'N'),
    ('decimalnumber', 'Nd'), ('letternumber', 'Nl'), ('othernumber', 'No'),
    ('punctuation', 'P'), ('connectorpunctuation', 'Pc'),
    ('dashpunctuation', 'Pd'), ('openpunctuation', 'Ps'),
    ('closepunctuation', 'Pe'), ('initialpunctuation', 'Pi'),
    ('finalpunctuation', 'Pf'), ('otherpunctuation', 'Po'), ('symbol', 'S'),
    ('mathsymbol', 'Sm'), ('currencysymbol', 'Sc'), ('modifiersymbol', 'Sk'),
    ('othersymbol', 'So'), ('separator', 'Z'), ('spaceseparator', 'Zs'),
    ('lineseparator', 'Zl'), ('paragraphseparator', 'Zp'), ('other', 'C'),
    ('control', 'Cc'), ('format', 'Cf'), ('surrogate', 'Cs'),
    ('privateuse', 'Co'), ('unassigned', 'Cn'),
]

PROPERTIES = {
    'any': ANY, 'ascii': POSIX['ascii'], 'alphabetic': Alphabetic(),
    'alpha': Alphabetic(), 'lowercase': Lowercase(), 'lower': Lowercase(),
    'uppercase': Uppercase(), 'upper': Uppercase(), 'whitespace': SPACE,
    'space': SPACE, 'digit': DIGIT,
    'greek': ranges([0x370, 0x373, 0x375, 0x377, 0x37A, 0x37D, 0x37F, 0x37F,
                     0x384, 0x384, 0x386, 0x386, 0x388, 0x3E1, 0x3F0, 0x3FF,
                     0x1F00, 0x1FFE]),
    'cyrillic': ranges([0x400, 0x484, 0x487, 0x52F, 0x1C80, 0x1C88, 0x1D2B,
                        0x1D2B, 0x1D78, 0x1D78, 0x2DE0, 0x2DFF, 0xA640,
                        0xA69F]),
    'latin': ranges([0x41, 0x5A, 0x61, 0x7A, 0xAA, 0xAA, 0xBA, 0xBA, 0xC0,
                     0xD6, 0xD8, 0xF6, 0xF8, 0x2B8, 0x1E00, 0x1EFF, 0x212A,
                     0x212B, 0x2C60, 0x2C7F, 0xA722, 0xA787, 0xFB00, 0xFB06,
                     0xFF21, 0xFF3A, 0xFF41, 0xFF5A]),
    'han': ranges([0x2E80, 0x2FD5, 0x3005, 0x3005, 0x3007, 0x3007, 0x3021,
                   0x3029, 0x3038, 0x303B, 0x3400, 0x4DB5, 0x4E00, 0x9FD5,
                   0xF900, 0xFAD9, 0x20000, 0x2FA1D]),
    'hiragana': ranges([0x3041, 0x3096, 0x309D, 0x309F]),
    'katakana': ranges([0x30A1, 0x30FA, 0x30FD, 0x30FF, 0x31F0, 0x31FF,
                        0xFF66, 0xFF6F, 0xFF71, 0xFF9D]),
    'hebrew': ranges([0x591, 0x5F4, 0xFB1D, 0xFB4F]),
    'arabic': ranges([0x600, 0x604, 0x606, 0x60B, 0x60D, 0x61A, 0x61E, 0x61E,
                      0x620, 0x63F, 0x641, 0x64A, 0x656, 0x66F, 0x671, 0x6DC,
                      0x6DE, 0x6FF, 0x750, 0x77F]),
}
for long_name, short_name in CATEGORIES:
    PROPERTIES[long_name] = Category(short_name)
    PROPERTIES[short_name.lower()] = Category(short_name)


def property_named(name):
    """The set of a Unicode property, None for an unknown name.  Letter
    case, spaces, ``-`` and ``_`` do not matter."""
    plain = ''
    for c in name:
        if c == '=' or c == ':':
            # gc=Lu and sc=Greek name the value of a known property.
            if plain not in VALUE_PREFIXES:
                return None
            plain = ''
        elif c != ' ' and c != '-' and c != '_':
            plain += c.lower()
    return PROPERTIES.get(plain, None)


VALUE_PREFIXES = ['gc', 'generalcategory', 'sc', 'script', 'scx',
                  'scriptextensions']
