"""One random call of a function, as an expression of type Str that shows the result.

Most arguments follow from the types of the parameters.  SPECIAL has the parameters
that mean more than their type says.
"""

import collections
import json

from std_signatures import substituted, variables
from std_values import (
    BOOL, BYTES, FLOAT, HELPERS, INT, STR, Expressions, int_literal, quoted, type_text)

Call = collections.namedtuple('Call', 'text edges')
"""``edges``: how many unusual values the arguments contain."""


def text(name):
    """An argument that a method of Texts makes."""
    def make(expressions, meaning):
        made, edge = getattr(expressions.texts, name)()
        expressions.edges += edge
        return quoted(made)
    return make


def choice(*values):
    def make(expressions, meaning):
        value = expressions.random.choice(values)
        return quoted(value) if isinstance(value, str) else int_literal(value)
    return make


def either(special, percent=60):
    """The special argument or any value of the type."""
    def make(expressions, meaning):
        if expressions.chance(percent):
            return special(expressions, meaning)
        return None
    return make


def encoded(name):
    """A Bytes argument with the text that a method of Texts makes."""
    def make(expressions, meaning):
        return expressions.bytes_literal(
            getattr(expressions.texts, name)()[0].encode('utf-8'))
    return make


def sized(*sizes):
    """Bytes of one of these lengths."""
    def make(expressions, meaning):
        size = expressions.random.choice(sizes)
        return expressions.bytes_literal(
            bytes(expressions.random.getrandbits(8) for _ in range(size)))
    return make


def paths(expressions, meaning):
    return '[%s]' % ', '.join(quoted(path) for path in expressions.texts.paths())


def cli_spec(expressions, meaning):
    return expressions.cli_spec()


def cli_words(expressions, meaning):
    return expressions.cli_words()


def json_list(make):
    return lambda expressions, meaning: '[%s]' % ', '.join(
        make(expressions) for _ in range(expressions.random.randrange(3)))


def document(expressions, meaning):
    """A value that a parser of documents could give, any other one sometimes."""
    if expressions.chance(20):
        return None
    made = expressions.texts.json_value(3)
    return 'decoded(%s)' % quoted(made)


def table_document(expressions, meaning):
    made = {}
    for _ in range(expressions.random.randrange(5)):
        name = expressions.random.choice(['a', 'b', 'c', 'a b', '', '\u00e9', 'a-b_1', 'z'])
        value = expressions.random.choice([
            1, -5, 1.5, 1e100, True, 'x', 'c:\\x', "it's", 'he said "x"', '\nline\nbreak',
            'a\tb', '', [1, 2, 3], [], [{'x': 1}, {'x': 2}], {'b': 1}, {'b': {'c': 1}}, {},
            [[1], [2]], [1, {'x': 2}], 10**15, 1e16, 1e-7, [1.5, 'a'], 'a\x01', '\u00e9',
            'true', '12', 'yes', 'null', ' lead', 'x:', '- a', '#c', "a'b\"c", 'a\nb\n',
            {'d': [{'e': [{'f': 1}]}]}, '2026-05-03', '~', 'trail ', '*a', '&a', '!a', '%a'])
        made[name] = value
    if expressions.chance(10):
        made['n'] = None
    return 'decoded(%s)' % quoted(json.dumps(made, ensure_ascii=False))


def small(low, high):
    return lambda expressions, meaning: int_literal(
        expressions.random.randrange(low, high))


def index(expressions, meaning):
    return int_literal(expressions.random.randrange(-1, 9))


def step(expressions, meaning):
    return ('fn (n :: Int) -> Option[(Int, Int)] { match n > %d { true => None, '
            'false => Some(pair(n * 2, n + 1)) } }' % expressions.random.randrange(6))


def date_list(position):
    def make(expressions, meaning):
        pair = meaning.setdefault('date', expressions.texts.date_and_format())
        return quoted(pair[position])
    return make


def sort_key(expressions, meaning):
    """A closure for sort_by; NaNs have no order."""
    kind = type_text(meaning['A'])
    if kind in ('Int', 'Str', 'Bool', 'Float'):
        meaning['B'] = meaning['A']
        return 'fn (x0 :: %s) -> %s { x0 }' % (kind, kind)
    return None


def no_nan_list(expressions, meaning):
    if meaning['A'] != FLOAT:
        return None
    return '[%s]' % ', '.join(
        '%.1f' % expressions.random.randrange(9) for _ in range(4))


ANY = None
CRYPTO_KEY = sized(0, 16, 24, 32, 31, 32, 16)
SPECIAL = {
    'str.to_int': [either(text('numeral'), 80)],
    'str.to_float': [either(text('numeral'), 90)],
    'str.slice': [ANY, either(index), either(index)],
    'str.char_at': [ANY, either(index)],
    'str.split': [text('subject'), either(choice(',', 'a', '', 'ab', '\u00e9', '\n'), 80)],
    'str.replace': [text('subject'), either(choice('a', '', 'ab', '\u00e9', 'aa'), 80)],
    'str.contains': [ANY, either(choice('a', '', 'b', '\u00e9'))],
    'str.starts_with': [ANY, either(choice('a', '', 'ab', '\u00e9'))],
    'str.ends_with': [ANY, either(choice('a', '', 'c', '\u00e9'))],
    'str.strip_prefix': [ANY, either(choice('a', '', 'ab', '\u00e9'))],
    'str.strip_suffix': [ANY, either(choice('a', '', 'c', '\u00e9'))],
    'list.range': [small(-3, 9), small(-3, 12)],
    'list.sort_by': [no_nan_list, sort_key],
    'math.zeros': [small(-2, 5), small(-2, 5)],
    'math.ones': [small(-2, 5), small(-2, 5)],
    'math.from_flat': [small(-1, 4), small(-1, 4)],
    'math.get': [ANY, either(index), either(index)],
    'bytes.slice': [ANY, either(index), either(index)],
    'bytes.u8_at': [ANY, either(index)],
    'bytes.u16_le_at': [ANY, either(index)],
    'bytes.u32_le_at': [ANY, either(index)],
    'bytes.u64_le_at': [ANY, either(index)],
    'random.int': [ANY, either(small(-20, 5)), either(small(0, 20))],
    'json.parse': [text('json_text')],
    'json.parse_strict': [text('json_text'), paths],
    'json.stringify': [either(document)],
    'toml.parse': [text('toml_text')],
    'toml.parse_strict': [text('toml_text'), paths],
    'toml.stringify': [either(table_document, 80)],
    'yaml.parse': [text('yaml_text')],
    'yaml.parse_strict': [text('yaml_text'), paths],
    'yaml.stringify': [either(table_document, 80)],
    'dotenv.parse': [text('dotenv_text')],
    'csv.parse': [text('csv_text')],
    'datetime.parse_iso': [either(text('date_text'), 95)],
    'datetime.format': [ANY, text('date_format')],
    'datetime.parse': [date_list(0), date_list(1)],
    'regex.compile': [text('any_pattern')],
    'regex.is_match': [ANY, text('subject')],
    'regex.is_match_str': [text('any_pattern'), text('subject')],
    'regex.find': [ANY, text('subject')],
    'regex.find_all': [ANY, text('subject')],
    'regex.replace': [ANY, text('subject'), text('template')],
    'regex.replace_all': [ANY, text('subject'), text('template')],
    'regex.split': [ANY, text('subject')],
    'parser.char': [either(choice('a', '\u00e9', 'ab', '', '\n'), 90)],
    'parser.run': [ANY, either(choice('ab', 'a1', '', 'aab', 'x \n', '12', '\u00e9\u00e9'))],
    'cli.spec': [ANY, ANY, json_list(lambda e: e.cli_argument()),
                 json_list(lambda e: e.cli_spec(0))],
    'cli.parse': [cli_spec, cli_words],
    'cli.describe': [cli_spec],
    'cli.help': [cli_spec],
    'decimal.decimal': [ANY, either(small(-20, 20))],
    'decimal.round_to': [ANY, either(small(-22, 22), 90), either(choice(
        'HalfUp', 'HalfDown', 'HalfEven', 'Down', 'Up', 'Ceiling', 'Floor', 'Bogus'), 95)],
    'decimal.pow10': [either(small(-3, 21), 90)],
    'iter.unfold': [small(-2, 5), step],
    'iter.take': [ANY, either(small(-2, 6), 95)],
    'iter.skip': [ANY, either(small(0, 6), 95)],
    'flow.retry': [ANY, small(-1, 4)],
    'flow.retry_with_backoff': [ANY, small(-1, 3), small(-1, 2)],
    'crypto.hex_decode': [either(text('hexadecimal'))],
    'crypto.base64_decode': [either(text('base64'), 90)],
    'crypto.base64url_decode': [either(text('base64'), 90)],
    'crypto.base58_decode': [either(text('base58'), 90)],
    'crypto.ed25519_public_key': [sized(32, 32, 31, 0)],
    'crypto.ed25519_sign': [sized(32, 32, 31)],
    'crypto.ed25519_verify': [sized(32, 31), ANY, sized(64, 63)],
    'crypto.ed25519_is_valid_point': [sized(32, 32, 32, 31)],
    'crypto.p256_public_key': [sized(32, 32, 31)],
    'crypto.p256_sign': [sized(32, 32, 31)],
    'crypto.secp256k1_public_key': [sized(32, 32, 31)],
    'crypto.secp256k1_sign_digest': [sized(32, 32, 31), sized(32, 32, 31)],
    'crypto.secp256k1_recover': [sized(32, 31), sized(65, 64)],
    'crypto.secp256k1_verify': [sized(65, 64), sized(32), sized(64, 65)],
    'crypto.aes_gcm_seal': [CRYPTO_KEY, sized(12, 12, 11)],
    'crypto.aes_gcm_open': [CRYPTO_KEY, sized(12, 12, 11), ANY, ANY, sized(16, 16, 15)],
    'crypto.chacha20_poly1305_seal': [CRYPTO_KEY, sized(12, 12, 11)],
    'crypto.chacha20_poly1305_open': [CRYPTO_KEY, sized(12, 12, 11), ANY, ANY,
                                      sized(16, 16, 15)],
    'crypto.pbkdf2_sha256': [ANY, ANY, small(-1, 4), small(-1, 70)],
    'crypto.hkdf_sha256': [ANY, ANY, ANY, either(small(-1, 90), 90)],
    'crypto.argon2id': [ANY, sized(8, 16, 7), small(-1, 3), small(7, 20), small(3, 40)],
}

# Type variables that only some types make sense for.
FIXED = {'iter.unfold': {'C': INT, 'A': INT}}


def random_call(signature, random):
    expressions = Expressions(random)
    found = {}
    for type in signature.params + [signature.result]:
        variables(type, found)
    meaning = {}
    for name in sorted(found):
        meaning[name] = expressions.key_type() if found[name] else expressions.any_type()
    meaning.update(FIXED.get(signature.name, {}))
    if signature.name == 'parser.run':
        meaning['A'] = expressions.parser_type()
    special = SPECIAL.get(signature.name, [])
    arguments = []
    for i, type in enumerate(signature.params):
        argument = special[i](expressions, meaning) if i < len(special) and special[i] \
            else None
        if argument is None:
            argument = expressions.value(substituted(type, meaning))
        arguments.append(argument)
    call = '%s(%s)' % (signature.name, ', '.join(arguments))
    result = substituted(signature.result, meaning)
    return Call(shown(call, result, expressions), expressions.edges)


def shown(call, type, expressions):
    kind, parts = type
    if kind == 'Float':
        return 'float.to_str(%s)' % call
    if kind == 'fn':
        arguments = ', '.join(expressions.value(part) for part in parts[:-1])
        return '{ let made := %s\n json.stringify(made(%s)) }' % (call, arguments)
    if kind == 'Iter':
        return 'json.stringify(iter.to_list(%s))' % call
    if kind == 'Parser':
        return 'json.stringify(parser.run(%s, %s))' % (
            call, expressions.value(STR))
    return 'json.stringify(%s)' % call
