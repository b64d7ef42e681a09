"""Random texts: ordinary and exotic ones, and documents of the formats that the
standard library reads, about half of them broken.

Methods return a text and the number of unusual things in it (0 or 1).
"""

import json

PIECES = ['a', 'b', 'c', 'ab', 'abc', 'A', 'Z', 'lex', 'x', ' ', ',', '1', '12', 'e', '-']
EXOTIC = ['\u00e9', '\u00df', '\ufb01', '\u0130', '\u03a3', 'A\u03a3', '\u03a3B', '\u0149',
          '\u01c5', '\u0345', '\u1f80', '\u20ac', '\U0001f600', 'e\u0301', '\u4e2d\u6587',
          '\u0085', '\u00a0', '\u2003', '\u2028', '\u200b', '\ufeff', '\u3000', '\x01',
          '\x1c', '\x7f', '\t', '\n', '\r\n', '\0', '"', '\\', '\ud7ff', '\U0010ffff',
          '\u0430\u0411', '\u0660', '\u00b2', '\u2160', '\u212a', '\u1e9e', '\u10a0',
          '\ua64a', '\U00010400']
BAD_UTF8 = [b'\xff', b'\xc0\x80', b'\xe2\x82', b'\xed\xa0\x80', b'\xf0\x9f\x98',
            b'\xf4\x90\x80\x80', b'\x80', b'\xc3', b'\xe0\x80\x80', b'\xf8', b'ab\xc3\x28',
            b'\xf1\x80', b'\xe1\x80\xc0']
NUMERALS = ['0', '12', '-7', '+5', '007', '9223372036854775807', '9223372036854775808',
            '-9223372036854775808', '-9223372036854775809', '', '-', '+', ' 1', '1 ', '1_0',
            '0x10', '\u0661', '1.5', '-0', '+-1', '1e3', '.5', '5.', '.', 'e5', '1e', '1e+',
            'inf', '-Infinity', 'NaN', '+nan', 'infin', '1e400', '-1e400', '1e-400', '1E5',
            '4.9e-324', '2.4703282292062327e-324', '2.4703282292062328e-324',
            '0.1000000000000000055511151231257827', '1.7976931348623159e308',
            '123456789012345678901234567890', '9007199254740993', '1e23', '8.5e22',
            '0.000001', '1e00000000001', '00.5', '1.5.2', '1e5.0', '--1', '1f', '1d']

SCALARS_JSON = ['null', 'true', 'false', '0', '-0', '1', '-12', '1.5', '1e2', '1E-3', '0.0',
                '9223372036854775807', '9223372036854775808', '-9223372036854775809',
                '18446744073709551615', '18446744073709551616', '1e16', '123.456e-7',
                '"a"', '""', '"\\u00e9"', '"\\ud83d\\ude00"', '"\\n\\t\\/"', '"\u00e9"',
                '"\u20ac"', '1e-400', '3.141592653589793', '0.1', '1e22', '100000000000000']
BROKEN_JSON = ['', 'nul', 'tru e', 'truex', '[1,]', '[1 2]', '[,1]', '[1', '[1]x', '{"a":1,}',
               '{a:1}', '{,}', '{"a" 1}', '{"a":}', '{"a":1', '{"a":1}}', '"abc', '"a\nb"',
               '"\\x"', '"\\ud800"', '"\\u12"', '01', '-', '1.', '1e', '1 2', '1e400', 'NaN',
               '+1', '.5', "'a'", '\ufeff1', '"\\ud800\\u0041"', '"\\udc00"', '"\\u00zz"',
               '\t[ 1 ,\n 2 x]', '[' * 127 + ']' * 127, '[' * 128 + ']' * 128, '-01', '1e+',
               '"\\', '"\\u', '{"a"', '{"a":1 "b":2}', '{1:2}', '[1]\n\n]', '{"a":tru}',
               '"\x1f"', '"\x7f"', '/*c*/1', '1,', '[}', '{]', 'nulll', '-x', '1.x', '--1']

PATTERNS = ['a', 'a*', 'a+?', '(\\w+)@(\\w+)', '(\u00e9)|(x)', 'a|ab', '', '\\d+', '\\s', '\\b',
            '\\B', '^', '$', '^a', 'b$', '[a-c]+', '[^a]', '(?i)AB', '(?i)\u00e9', '.', '(?s).',
            '(?m)^b', 'a{2}', 'a{1,2}', 'a{2,}', '(a)(b)?', '(?P<n>a)', '(?<n>b)', '(?:ab)+',
            '[a-z&&[^b]]', '[[:alpha:]]+', '\\p{Lu}', '\\p{L}+', '\\pL', '\\x41', '\\u{e9}',
            '\u00e9(.)', ',', '(a|b)*c', '(a*)*', 'a**', '\\Aa', 'a\\z', '(?x) a b # c',
            '(?U)a+', '(?-u)a', '[\\d-]', '\\.', '(|a)b', 'x*', '(x)|(1)', '[^\\x00-\\x7f]',
            '\\w+', '\\W', '\\D', '\\S+', '(?i:a)b', '[\u00e9-\u4e2d]', '\\t', '[]a]', '[a-]',
            '(?u)\\w', 'abc', '(a)(b)(c)', '(?P<first>\\w)(?P<rest>\\w*)']
BAD_PATTERNS = ['(', ')', '*a', 'a{2,1}', '(?=a)', '\\1', '\\p{Foo}', '\\Q', '[', '[z-a]',
                '(?<x>a)(?<x>b)', '(?P<', '(?z)', 'a{', 'a{,2}', '\\', '[[:foo:]]', '(?P<1>a)',
                '+', '?', '\\x{110000}', '(?', '(?i', 'a{99999999999}', '[a', '\\xZ', '{1}',
                '(?<>a)', '[\\b]', '(?!a)', '(?<=a)b', '\\u', '(a']
TEMPLATES = ['', 'z', '$1', '$2.$1', '$2_$1', '${2}_$1 $$ $9 $name', '$0', '$n', '${n}!', '$',
             '$$', '${', '${1', '$-', '[$first-$rest]', '$1a', '${1}a', '\\1', '$\u00e9']

FORMATS = ['%Y', '%m', '%d', '%H', '%M', '%S', '%y', '%C', '%b', '%B', '%h', '%e', '%j', '%a',
           '%A', '%w', '%u', '%U', '%W', '%G', '%g', '%V', '%D', '%x', '%F', '%v', '%k', '%I',
           '%l', '%P', '%p', '%f', '%.f', '%.3f', '%3f', '%.6f', '%9f', '%R', '%T', '%X', '%r',
           '%Z', '%z', '%:z', '%::z', '%c', '%+', '%s', '%t', '%n', '%%', '%-d', '%_d', '%0e',
           '%-m', '%_H', '%-j', '%-I']
DATES = ['2026-05-03T12:34:56Z', '2026-05-03 12:34:56z', '2026-05-03t12:34:56.5+05:30',
         '2026-05-03T12:34:56.123456789123Z', '2026-05-03T12:34:60Z', '1500-01-01T00:00:00Z',
         '2262-04-11T23:47:16.854775808Z', '2026-05-03T12:34:56', '2026-05-03', '',
         '2026-05-03T12:34:56+0530', '2026-05-03T12:34:56 Z', '2026-05-03T12:34:56.Z',
         '2026-05-03X12:34:56Z', '2026/05/03T12:34:56Z', '2026-13-03T12:34:56Z',
         '2026-02-30T12:34:56Z', '2026-05-03T24:00:00Z', '2026-05-03T12:60:00Z',
         '2026-05-03T12:34:56+24:00', '2026-05-03T12:34:56Zx', '2024-02-29T00:00:00-12:00',
         '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z',
         '2026-05-03T12:34:56\u221205:30', '+2026-05-03T12:34:56Z', '26-05-03T12:34:56Z',
         '2026-5-3T12:34:56Z', '2026-05-03T12:34Z', '2026-05-03T12:34:61Z',
         '2026-05-03T12:34:56.1+00:00', '2026-05-03T12:34:56-00:00']

TOML_LINES = ['a = 1', 'b = "x"', 'c = true', 'd = 1.5', 'e = [1, 2, 3]', 'f = { x = 2 }',
              '[t]', 'k = "v"', '[t.u]', 'n = 0xff', '[[aot]]', 'q = 1979-05-27T07:32:00Z',
              "lit = 'c:\\x'", 'ml = """\nline\nmore"""', '# comment', '', 'g.h = 3',
              '"quoted key" = 4', 'date = 1979-05-27', 'time = 07:32:00', 'i = -17',
              'fl = 1e100', 'nan = nan', 'inf = -inf', 'u = 1_000', 'o = 0o17', 'bin = 0b11',
              'esc = "\\u00e9\\t"', '\u00e9 = 1', 'empty = []', 'em = {}',
              'mixed = [1, "a", {x=1}]', 'big = 9223372036854775807', 'bo = [[1],[2,3]]']
BAD_TOML = ['a = 2', 'a=', 'a', 'a=tru', '[a', 'x = "abc', 'y = [1, 2', 'z = 1 2', '= 1',
            'w = 01', 'v = 1__0', '[t]', 's = "\\q"', 'big = 9223372036854775808', 'a.b = 1',
            'r = 2026-13-01', '[[t]]', 'p = {x = 1', "l = 'a", 'm = +', 'h = 0x']
YAML_DOCS = ['a: 1', 'a: yes', '- 1\n- two\n- [3, 4]', 'a:\n  b: c\n  d: [1, 2]', '{a: 1, b: x}',
             '"x"', '', '~', '012', '0b11', '0x1F', '1e3', '1.', '.inf', '.nan',
             'a: |\n  x\n  y\n',
             'a: >\n  x\n  y\n', '&x a', '- &x 1\n- *x', '1: a', 'true: b', '"a\\tb"', "'it''s'",
             'a: null', '- - 1\n  - 2\n- 3', '# c\na: 1 # d', 'a: 1.5', '+5', '-0', '1_000',
             '--- a', 'a: "\\u00e9"', '\u00e9: \u4e2d', 'a: 2026-05-03', 'a: !!str 1', '0o17',
             'a: 18446744073709551615', '- a: 1\n  b: 2\n- c', 'a: {b: {c: []}}', '<<: 1', 'null',
             'True', 'NULL', 'a: ""', "''", 'a:\n- 1\n- 2', '? a\n: b', '[]', '{}', 'a: 1\na: 2']
BAD_YAML = ['[1, 2', 'a: b: c', 'a: *nope', '--- a\n--- b', 'a: !Foo 1', '? [a]\n: b', '"abc',
            'a: 18446744073709551616', '\ta: 1', '{a: 1', '- 1\nb', 'a: 1\n b: 2', "'a", '@x',
            '%x', 'a: "\\q"', '*x', ': :', '!', '[a, }', 'a: [1\nb: 2']
DOTENV_LINES = ['A=1', 'B = two words ', 'export C="x y"', "D='q'", '# c', '', 'E=a=b # c',
                'F=', '  G=1  ', 'H="a', 'I="q" z', '\u00e9=\u4e2d', 'A=again', 'export  J=1',
                'K=""', "L='", 'exportM=1']
BAD_DOTENV = ['nothing', '=x', 'export', ' = y', '"a"']
CSV_PIECES = ['a', 'b c', '"x"', '"a,""b"""', ',', ',', '\n', '\n', '\r\n', '\r', '1', '',
              'a"b', '"un', '"a"x', ' ', '\u00e9', '"l\nm"', '\ufeff']


class Texts(object):
    def __init__(self, random):
        self.random = random

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def plain(self):
        count = self.random.choice([0, 1, 1, 2, 3, 5])
        edge = int(count == 0)
        text = ''
        for _ in range(count):
            if self.chance(25):
                text += self.random.choice(EXOTIC)
                edge = 1
            else:
                text += self.random.choice(PIECES)
        return text, edge

    def one_of(self, good, bad, percent=30):
        if self.chance(percent):
            return self.random.choice(bad), 1
        return self.random.choice(good), 0

    def numeral(self):
        text = self.random.choice(NUMERALS)
        if self.chance(20):
            text = repr(self.random.uniform(-1, 1) * 10 ** self.random.randrange(-20, 20))
        return text, int(not text.isdigit())

    def pattern(self):
        if self.chance(20):
            return self.random.choice(PATTERNS) + self.random.choice(PATTERNS), 1
        return self.random.choice(PATTERNS), 0

    def any_pattern(self):
        return self.one_of(PATTERNS, BAD_PATTERNS)

    def subject(self):
        pieces = ['a', 'b', 'c', 'ab', 'aab', 'x', '\u00e9', ',', ' ', '\n', '12', '@', 'B',
                  '\u4e2d', '', 'baac', 'alice@ex', '.']
        text = ''.join(self.random.choice(pieces) for _ in range(self.random.randrange(7)))
        return text, int(not text)

    def template(self):
        return self.random.choice(TEMPLATES), 0

    def json_value(self, depth=2):
        if depth == 0 or self.chance(40):
            return self.random.choice(SCALARS_JSON)
        space = self.random.choice(['', '', ' ', '\n '])
        parts = [self.json_value(depth - 1) for _ in range(self.random.randrange(4))]
        if self.chance(50):
            return '[' + ','.join(space + part for part in parts) + space + ']'
        names = ['a', 'b', 'c', 'x y', '', '\u00e9', '$bytes', '$variant', 'args', 'a']
        return '{' + ','.join('%s"%s":%s%s' % (space, self.random.choice(names), space, part)
                              for part in parts) + space + '}'

    def json_text(self):
        if self.chance(30):
            return self.random.choice(BROKEN_JSON), 1
        text = self.json_value()
        if self.chance(25) and text:
            at = self.random.randrange(len(text))
            return text[:at] + self.random.choice(['', '"', ',', ']', '}', '\\', '1', '\n']) + \
                text[at + 1:], 1
        return text, 0

    def lines(self, good, bad):
        chosen = [self.random.choice(good) for _ in range(self.random.randrange(1, 6))]
        edge = 0
        if self.chance(25):
            chosen.insert(self.random.randrange(len(chosen) + 1), self.random.choice(bad))
            edge = 1
        return '\n'.join(chosen) + self.random.choice(['', '\n']), edge

    def toml_text(self):
        return self.lines(TOML_LINES, BAD_TOML)

    def yaml_text(self):
        return self.one_of(YAML_DOCS, BAD_YAML)

    def dotenv_text(self):
        return self.lines(DOTENV_LINES, BAD_DOTENV)

    def csv_text(self):
        text = ''.join(self.random.choice(CSV_PIECES) for _ in range(self.random.randrange(12)))
        return text, int('"' in text or not text)

    def date_text(self):
        if self.chance(25):
            text = self.random.choice(DATES)
            at = self.random.randrange(len(text) + 1)
            return text[:at] + self.random.choice('09:-Zx .') + text[at + 1:], 1
        text = self.random.choice(DATES)
        return text, int(not text.endswith('Z'))

    def date_format(self):
        return ''.join(self.random.choice(FORMATS) + self.random.choice(['', ' ', '-', 'x'])
                       for _ in range(self.random.randrange(1, 4))), 0

    def date_and_format(self):
        """A text and a format that may read it."""
        pairs = [('2026-05-03 12:34', '%Y-%m-%d %H:%M'), ('2026-05-03', '%Y-%m-%d'),
                 ('1700000000', '%s'), ('Tue May  4 01:02:03 2026', '%c'), ('x', '%Q'),
                 ('Sun May  3 12:34:56 2026', '%c'), ('03/05/2026 01:02 PM', '%d/%m/%Y %I:%M %p'),
                 ('2026-05-03T12:34:56+05:30', '%Y-%m-%dT%H:%M:%S%z'),
                 ('2026-05-03 12:34:56.25', '%F %T%.f'), ('2026 123 12:34', '%Y %j %H:%M'),
                 ('2026-05-03T12:34:56+00:00', '%+'), ('May 3, 2026 7:08', '%B %e, %Y %k:%M'),
                 ('26-05-03 12:34', '%y-%m-%d %H:%M'), ('2026-W18-7 12:34', '%G-W%V-%u %H:%M'),
                 ('2026-05-03 12:34:60', '%F %T'), ('2026-02-30 12:34', '%F %R'), ('', ''),
                 ('2026-05-03 25:00', '%F %R'), ('12:34', '%R'), ('a%b', 'a%%b'),
                 ('  2026-05-03 12:34', '%F %R'), ('2026-05-0312:34', '%F%R'),
                 ('3 May 2026 12:34', '%d %b %Y %H:%M'), ('2026-05-03 12:34 UTC', '%F %R %Z')]
        text, form = self.random.choice(pairs)
        if self.chance(30):
            at = self.random.randrange(len(text) + 1)
            text = text[:at] + self.random.choice('09:-Zx ') + text[at + 1:]
        return text, form

    def paths(self):
        return [self.random.choice(['a', 'b', 'a.b', 'x y', '', 'a\\.b', 'c', '\u00e9'])
                for _ in range(self.random.randrange(3))]

    def hexadecimal(self):
        return self.random.choice(['', '00', 'ff', 'FF', 'deadBEEF', 'a', 'zz', '0g', ' 00',
                                   '\u00e9', '123', '0011zz']), 1

    def base64(self):
        return self.random.choice(['', 'YQ==', 'YQ', 'YWI=', 'YWJj', 'YR==', 'a', '!', 'YWJ!',
                                   'YWI', 'YW==', '_-8', '+/8=', 'YWJj\n', 'Y Q=', '====',
                                   'YWJjZGVmZ2g=', 'YWJj9', '\u00e9A==', 'AAAA', '-_-_']), 1

    def base58(self):
        return self.random.choice(['', '1', '11', '2', 'StV1DL6CwTryKyV', 'O', 'abcO', '0',
                                   'l', '\u00e9', 'z', '11z', 'a b', '5Q']), 1
