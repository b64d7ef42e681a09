"""Random values of the standard library's types, as expressions of the language.

An Expressions object writes the arguments of calls.  ``edges`` counts the
unusual values among them: extreme numbers, empty and exotic texts, bad formats.
"""

import json
import math
import struct

import std_texts

INT, FLOAT, STR, BOOL = ('Int', []), ('Float', []), ('Str', []), ('Bool', [])
BYTES, UNIT = ('Bytes', []), ('Unit', [])

# What the expressions call; every program starts with it.
HELPERS = '''\
fn decoded[T](text :: Str) -> T {
  match json.parse(text) { Ok(value) => value, Err(problem) => decoded("null") }
}
fn pair[A, B](a :: A, b :: B) -> (A, B) { (a, b) }
fn triple[A, B, C](a :: A, b :: B, c :: C) -> (A, B, C) { (a, b, c) }
fn number(coefficient :: Int, exponent :: Int) -> { coefficient :: Int, exponent :: Int } {
  { coefficient: coefficient, exponent: exponent }
}
fn to_some[T](x :: T) -> Option[T] { Some(x) }
fn to_none[T](x :: T) -> Option[T] { None }
fn to_ok[T](x :: T) -> Result[T, Str] { Ok(x) }
fn regex_of(text :: Str) -> Regex { decoded(json.stringify(text)) }
'''

SMALL_INTS = list(range(-3, 10))
EDGE_INTS = [-1, 0, 63, 64, 255, 256, 65535, 65536, -128, 2**31 - 1, 2**31, -2**31,
             2**32, 2**53, 2**53 + 1, -2**53 - 1, 2**63 - 1, 2**63 - 2, -2**63,
             -2**63 + 1, 10**18, -10**18, 999999999999999999]
EDGE_FLOATS = ['nan', 'inf', '-inf', '-0.0', '5e-324', '2.2250738585072014e-308',
               '1.7976931348623157e308', '1e21', '1e16', '1e15', '123456789012345680.0',
               '1e-5', '1e-6', '1e-7', '0.1', '0.30000000000000004', '1e22', '1e23',
               '9007199254740993.0', '0.49999999999999994', '4503599627370497.5',
               '9223372036854775807.0', '-9223372036854775808.0', '1e19', '-1e300']


def quoted(text):
    """A string literal.  NUL and four others have escapes; the rest stands
    as it is."""
    for raw, escape in (('\\', '\\\\'), ('"', '\\"'), ('\n', '\\n'), ('\t', '\\t'),
                        ('\r', '\\r'), ('\0', '\\0')):
        text = text.replace(raw, escape)
    return '"%s"' % text


def int_literal(value):
    if value == -2**63:
        return '(-9223372036854775807 - 1)'
    return '(%d)' % value if value < 0 else str(value)


def float_literal(value):
    """``value`` is a float or one of the texts above."""
    value = float(value)
    if math.isnan(value):
        return '(0.0 / 0.0)'
    sign = math.copysign(1.0, value) < 0
    if math.isinf(value):
        return '(-1.0 / 0.0)' if sign else '(1.0 / 0.0)'
    text = repr(abs(value))
    if 'e' in text and '.' not in text:
        text = text.replace('e', '.0e')
    text = text.replace('e+', 'e')
    return '(-%s)' % text if sign else text


def type_text(type):
    kind, parts = type
    if kind == 'fn':
        return '(%s) -> %s' % (', '.join(type_text(t) for t in parts[:-1]),
                               type_text(parts[-1]))
    if kind == 'tuple':
        return '(%s)' % ', '.join(type_text(t) for t in parts)
    if kind == 'record':
        return '{ %s }' % ', '.join('%s :: %s' % (n, type_text(t)) for n, t in parts)
    if parts:
        return '%s[%s]' % (kind, ', '.join(type_text(t) for t in parts))
    return kind


class Expressions(object):
    def __init__(self, random):
        self.random = random
        self.texts = std_texts.Texts(random)
        self.edges = 0

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def any_type(self, depth=1):
        """A type for a type variable."""
        scalars = [INT, INT, STR, STR, FLOAT, BOOL, BYTES, UNIT]
        if depth == 0 or self.chance(70):
            return self.random.choice(scalars)
        inner = [self.any_type(depth - 1) for _ in range(2)]
        return self.random.choice([
            ('List', inner[:1]), ('Option', inner[:1]), ('Result', [inner[0], STR]),
            ('tuple', inner), ('Map', [STR, inner[0]]), ('Map', [INT, inner[0]]),
            ('Set', [INT]), ('Set', [STR]), ('Deque', inner[:1])])

    def key_type(self):
        if self.chance(3):
            self.edges += 1
            return self.random.choice([FLOAT, BOOL, ('tuple', [INT, INT])])
        return self.random.choice([INT, STR])

    def value(self, type, names=()):
        """An expression of the type.  ``names`` are pairs of a variable that it
        may use and the variable's type."""
        kind, parts = type
        fitting = [name for name, of in names if of == type]
        if fitting and self.chance(60):
            return self.random.choice(fitting)
        return getattr(self, 'value_' + kind.lower())(parts, names)

    def int_value(self):
        roll = self.random.randrange(10)
        if roll < 5:
            return self.random.choice(SMALL_INTS)
        if roll < 7:
            return self.random.randrange(-1000, 1000)
        self.edges += 1
        if roll < 9:
            return self.random.choice(EDGE_INTS)
        return self.random.randrange(-2**63, 2**63)

    def float_value(self):
        roll = self.random.randrange(10)
        if roll < 3:
            return float(self.random.randrange(-20, 20))
        if roll < 5:
            return self.random.randrange(-4000, 4000) / 8.0
        if roll < 6:
            return self.random.uniform(-2.0, 2.0)
        self.edges += 1
        if roll < 9:
            return float(self.random.choice(EDGE_FLOATS))
        return struct.unpack('<d', struct.pack('<Q', self.random.getrandbits(64)))[0]

    def value_int(self, parts, names):
        for name, of in names:
            if of == INT and self.chance(50):
                return self.random.choice(['(%s + 1)', '(%s * 2)', '(10 / %s)']) % name
            if of == STR and self.chance(50):
                return 'str.len(%s)' % name
        return int_literal(self.int_value())

    def value_float(self, parts, names):
        return float_literal(self.float_value())

    def value_bool(self, parts, names):
        for name, of in names:
            if of == INT:
                return '(%s > 2)' % name
            if of == STR:
                return 'str.contains(%s, "a")' % name
        return self.random.choice(['true', 'false'])

    def value_str(self, parts, names):
        for name, of in names:
            if of == INT and self.chance(50):
                return 'int.to_str(%s)' % name
            if of == STR and self.chance(50):
                return 'str.concat(%s, "!")' % name
        text, edge = self.texts.plain()
        self.edges += edge
        return quoted(text)

    def value_unit(self, parts, names):
        return '()'

    def bytes_literal(self, data):
        return 'decoded("{\\"$bytes\\":\\"%s\\"}")' % data.hex()

    def value_bytes(self, parts, names):
        if self.chance(50):
            data = self.texts.plain()[0].encode('utf-8')
        else:
            self.edges += 1
            data = bytes(self.random.getrandbits(8)
                         for _ in range(self.random.choice([0, 1, 2, 3, 4, 7, 8, 9, 16])))
            if self.chance(50):
                data = self.random.choice(std_texts.BAD_UTF8) + data[:2]
        return self.bytes_literal(data)

    def items(self, type, names=(), longest=5):
        count = self.random.choice([0, 1, 2, 3, longest])
        if count == 0:
            self.edges += 1
        return '[%s]' % ', '.join(self.value(type, names) for _ in range(count))

    def value_list(self, parts, names):
        return self.items(parts[0], names)

    def value_option(self, parts, names):
        if self.chance(30):
            return 'None'
        return 'Some(%s)' % self.value(parts[0], names)

    def value_result(self, parts, names):
        if self.chance(40):
            return 'Err(%s)' % self.value(parts[1], names)
        return 'Ok(%s)' % self.value(parts[0], names)

    def value_tuple(self, parts, names):
        maker = 'pair' if len(parts) == 2 else 'triple'
        return '%s(%s)' % (maker, ', '.join(self.value(t, names) for t in parts))

    def value_record(self, parts, names):
        if [name for name, _ in parts] == ['coefficient', 'exponent']:
            return 'number(%s, %s)' % (self.value(INT, names),
                                       int_literal(self.random.randrange(-22, 22)))
        if parts and parts[0][0] == 'year':
            return self.date_record()
        return '{ %s }' % ', '.join('%s: %s' % (n, self.value(t, names))
                                    for n, t in parts)

    def value_map(self, parts, names):
        return 'map.from_list(%s)' % self.items(('tuple', parts), names)

    def value_set(self, parts, names):
        return 'set.from_list(%s)' % self.items(parts[0], names)

    def value_deque(self, parts, names):
        text = 'deque.from_list(%s)' % self.items(parts[0], names)
        if self.chance(30):
            text = 'deque.push_front(%s, %s)' % (text, self.value(parts[0], names))
        return text

    def value_iter(self, parts, names):
        text = 'iter.from_list(%s)' % self.items(parts[0], names)
        if self.chance(30):
            text = 'iter.skip(%s, %d)' % (text, self.random.randrange(4))
        elif self.chance(20):
            text = 'iter.take(%s, %d)' % (text, self.random.randrange(-1, 4))
        return text

    def value_matrix(self, parts, names):
        rows, cols = self.random.randrange(4), self.random.randrange(4)
        if self.chance(60):
            rows = cols = 2
        cells = ', '.join(self.value(FLOAT) for _ in range(rows * cols))
        return 'math.from_flat(%d, %d, [%s])' % (rows, cols, cells)

    def value_rng(self, parts, names):
        return 'random.seed(%s)' % self.value(INT, names)

    def value_instant(self, parts, names):
        if self.chance(50):
            value = self.random.randrange(-10**19, 10**19) if self.chance(20) else \
                self.random.randrange(-4 * 10**9, 4 * 10**9) * self.random.choice(
                    [10**9, 10**9 + 1, 10**9 + 1000, 10**9 + 500000000])
        else:
            value = self.int_value()
        value = max(-2**63, min(value, 2**63 - 1))
        return 'decoded("%d")' % value

    value_duration = value_instant

    def value_tz(self, parts, names):
        return self.random.choice([
            'Utc', 'Utc', 'Offset(%s)' % self.value(INT), 'Offset(330)', 'Offset(-1439)',
            'Offset(1440)', 'Iana("Europe/Berlin")', 'Iana("America/New_York")',
            'Iana("Nowhere/Else")', 'Iana("europe/berlin")', 'Iana("Asia/Kathmandu")'])

    def date_record(self):
        r = self.random
        fields = [('year', r.choice([1970, 1999, 2000, 2024, 2026, 2262, 1677, 0, -5, 10000])),
                  ('month', r.randrange(0, 14) if self.chance(20) else r.randrange(1, 13)),
                  ('day', r.randrange(0, 33)), ('hour', r.randrange(0, 25)),
                  ('minute', r.randrange(0, 61)), ('second', r.randrange(0, 62)),
                  ('nano', r.choice([0, 1, 999999999, 1000000000, -1, 500])),
                  ('tz_offset_minutes', r.choice([0, 0, 60, -330, 1439, 1440, 10**12]))]
        if self.chance(30):
            name, _ = r.choice(fields)
            edge = int(self.int_value())
            fields = [(n, edge if n == name else v) for n, v in fields]
        return 'decoded(%s)' % quoted(json.dumps(dict(fields)))

    def value_regex(self, parts, names):
        return 'regex_of(%s)' % quoted(self.texts.pattern()[0])

    def value_parser(self, parts, names):
        return self.parser(parts[0], 2)

    def parser(self, type, depth):
        kind, parts = type
        make = self.parser
        if depth > 0 and self.chance(25):
            return 'parser.alt(%s, %s)' % (make(type, depth - 1), make(type, depth - 1))
        if kind == 'tuple':
            return 'parser.seq(%s, %s)' % (make(parts[0], depth - 1),
                                           make(parts[1], depth - 1))
        if kind == 'List':
            return 'parser.many(%s)' % make(parts[0], depth - 1)
        if kind == 'Option':
            return 'parser.optional(%s)' % make(parts[0], depth - 1)
        if kind == 'Unit':
            return 'parser.eof()'
        if kind != 'Str':
            return 'parser.map(%s, %s)' % (make(STR, 0), self.value(('fn', [STR, type])))
        return self.random.choice([
            'parser.digit()', 'parser.alpha()', 'parser.whitespace()',
            'parser.char(%s)' % quoted(self.random.choice('abx1 \u00e9\n"')),
            'parser.string(%s)' % quoted(self.random.choice(
                ['ab', 'a', '', 'xyz', '\u00e9\u00e9', 'a\nb', '12']))])

    def parser_type(self, depth=2):
        choices = [STR, STR, STR]
        if depth > 0:
            inner = [self.parser_type(depth - 1), self.parser_type(depth - 1)]
            choices += [('tuple', inner), ('List', inner[:1]), ('Option', inner[:1]), INT,
                        UNIT]
        return self.random.choice(choices)

    def value_fn(self, parts, names):
        params = ['x%d' % (len(names) + i) for i in range(len(parts) - 1)]
        inside = list(names) + list(zip(params, parts[:-1]))
        return 'fn (%s) -> %s { %s }' % (
            ', '.join('%s :: %s' % (n, type_text(t)) for n, t in zip(params, parts)),
            type_text(parts[-1]), self.value(parts[-1], inside))

    def value_json(self, parts, names):
        """A node of a command line's specification."""
        return self.cli_argument()

    def word(self):
        return self.random.choice(['out', 'verbose', 'v', 'path', 'x', 'name', 'n\u00e9'])

    def optional_text(self, text):
        return 'Some(%s)' % quoted(text) if self.chance(60) else 'None'

    def cli_argument(self):
        help_text = quoted(self.random.choice(['', 'help', 'a longer help text', '\u2014']))
        kind = self.random.randrange(3)
        name = quoted(self.word())
        short = self.optional_text(self.random.choice('vox'))
        if kind == 0:
            return 'cli.flag(%s, %s, %s)' % (name, short, help_text)
        if kind == 1:
            return 'cli.option(%s, %s, %s, %s)' % (name, short, help_text,
                                                   self.optional_text('def'))
        return 'cli.positional(%s, %s, %s)' % (name, help_text,
                                               self.random.choice(['true', 'false']))

    def cli_spec(self, depth=1):
        name = quoted(self.random.choice(['prog', 'scan', 'go', 'a-very-long-command-name']))
        arguments = ', '.join(self.cli_argument()
                              for _ in range(self.random.randrange(4)))
        below = ''
        if depth > 0:
            below = ', '.join(self.cli_spec(depth - 1)
                              for _ in range(self.random.randrange(3)))
        return 'cli.spec(%s, %s, [%s], [%s])' % (
            name, quoted(self.random.choice(['', 'Help', 'long help'])), arguments, below)

    def cli_words(self):
        words = ['--verbose', '-v', '--out', '--out=x', '-o', 'path', 'scan', 'go', '--',
                 '-', '--x', '-x=1', '--name=a=b', '', '--verbose=1', '--n\u00e9', 'y']
        return '[%s]' % ', '.join(quoted(self.random.choice(words))
                                  for _ in range(self.random.randrange(6)))

    def http_request(self):
        headers = ', '.join('pair(%s, %s)' % (
            quoted(self.random.choice(['Accept', 'X-A', 'x-a', 'Authorization'])),
            self.value(STR)) for _ in range(self.random.randrange(3)))
        return ('{ method: %s, url: %s, headers: map.from_list([%s]), body: %s, '
                'timeout_ms: %s }' % (
                    quoted('GET'), quoted(self.random.choice(
                        ['http://x/y', 'http://x/y?z=1', 'http://x/?', 'x#f', ''])),
                    headers, self.value(('Option', [BYTES])),
                    self.value(('Option', [INT]))))

    def value_httprequest(self, parts, names):
        return self.http_request()

    def value_httpresponse(self, parts, names):
        body = self.random.choice([
            self.value(BYTES), self.bytes_literal(self.texts.json_text()[0].encode('utf-8'))])
        return '{ status: %s, headers: map.from_list([]), body: %s }' % (
            self.value(INT), body)
