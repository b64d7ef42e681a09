"""What is fuzzed: each function makes a Case from random numbers."""

import glob
import json
import os

from machine import ROOT, Case
from mutate import TOKENS, mutated

from generate import Generator, step_limit

HERE = os.path.dirname(os.path.abspath(__file__))
LIMITS = ['--max-memory', '512M', '--timeout', '8', '--max-steps', '300000']


def _read(path):
    with open(path, 'rb') as stream:
        return stream.read()


def _corpus():
    found = []
    for pattern in ('tests/programs/*.lex', 'tests/programs/golden/*.lex', 'examples/*.lex',
                    'tests/machine/cases/*.lex', 'tests/sandbox/*.lex', 'tests/check/cases/*.txt'):
        found += sorted(glob.glob(os.path.join(ROOT, pattern)))
    return [_read(path) for path in found]


SOURCES = _corpus()
TEXTS = _read(os.path.join(HERE, 'programs', 'texts.lex'))
VALUES = _read(os.path.join(HERE, 'programs', 'values.lex'))

TRACED = _read(os.path.join(HERE, 'programs', 'traced.lex'))
TRACE = _read(os.path.join(HERE, 'programs', 'traced.json'))

JSON_TEXTS = [
    b'null', b'[1, 2.5, "x", true, {}]', b'{"a": {"b": [1, {"c": null}]}}', b'"\\u00e9\\ud83d\\ude00"',
    b'-0', b'1e308', b'123456789012345678901234567890', b'{"$variant":"Some","args":[1]}',
    b'{"$bytes":"00ff"}', b'[[[[[]]]]]', b'{"a":1,"a":2}', b'"\\n\\t\\"\\\\"', b'0.1', b'1E-7']
TOML_TEXTS = [
    b'a = 1\n[b]\nc = "x"\nd = [1, 2]\n', b'[[p]]\nname = "n"\n[[p]]\nx.y = 1.5\n',
    b't = 1979-05-27T07:32:00Z\nm = """\nmulti\\\n line"""\nl = \'raw\'\n',
    b'i = { a = 1, b.c = true }\nh = 0xDEAD_BEEF\nf = -inf\n',
    b'# comment\n"quoted key" = \'\'\'x\ny\'\'\'\n']
CSV_TEXTS = [b'a,b\n1,2\n', b'"x ""y""",z\r\n,,\n', b'"multi\nline",1', b'a\n\nb,c\n']
DOTENV_TEXTS = [b'A=1\nexport B="x y"\n# c\nC=\'z\'\n', b'A=\\n${A}\n']
REGEX_TEXTS = [
    b'a+b*c?', b'(a|b)*x', b'[a-z0-9_]+', b'(?P<year>\\d{4})-(\\d\\d)', b'^\\s*$', b'\\bfoo\\b',
    b'(?i)abc', b'a{2,5}?', b'[^\\w\\s]', b'(x*)*y', b'\\p{Greek}', b'(?:a|(?s:.))+']
DATETIME_TEXTS = [
    b'2024-01-02T03:04:05Z', b'2024-02-29 23:59:60.123456789+05:30', b'%Y-%m-%dT%H:%M:%S%.3f%:z',
    b'-0001-12-31T00:00:00+00:00', b'%A, %d %B %Y %I:%M %p', b'%s', b'+262142-01-01T00:00:00Z']
DECIMAL_TEXTS = [b'12345,-2', b'9223372036854775807,30', b'-1,-400', b'0,5', b'7']
STR_TEXTS = [b'hello', b'\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80', b'  a b  ', b'12', b'-3.5e2', b'']
LEX_TOML = b'[package]\nname = "app"\nversion = "0.1.0"\n\n[dependencies]\ndep = { path = "../dep" }\n'

KINDS = [('json_texts', JSON_TEXTS), ('toml_texts', TOML_TEXTS), ('csv_texts', CSV_TEXTS),
         ('dotenv_texts', DOTENV_TEXTS), ('regex_texts', REGEX_TEXTS),
         ('datetime_texts', DATETIME_TEXTS), ('decimal_texts', DECIMAL_TEXTS),
         ('decimal_rounding', DECIMAL_TEXTS), ('str_texts', STR_TEXTS)]


def program(rng):
    """A well-typed program: all modes agree."""
    seed = rng.randrange(1 << 30)
    source = Generator(seed).program().text().encode('utf-8')
    return Case('program', {'p.lex': source},
                ['run', 'JIT', '--max-steps', str(step_limit(seed)), '--allow-effects', 'io',
                 '{box}/p.lex'], seed)


def _mutated_source(rng):
    if rng.random() < 0.3:
        data = Generator(rng.randrange(1 << 30)).program().text().encode('utf-8')
    else:
        data = rng.choice(SOURCES)
    return mutated(rng, data, SOURCES)


def source(rng):
    """A mutated program that is run."""
    return Case('source', {'p.lex': _mutated_source(rng)},
                ['run', 'JIT'] + LIMITS + ['--allow-effects', 'io,net,budget,llm,concurrent',
                                           '{box}/p.lex'], 0)


def front_end(rng):
    """A mutated program that is looked at."""
    return Case('front_end', {'p.lex': _mutated_source(rng)},
                [rng.choice(['check', 'parse', 'hash']), '{box}/p.lex'], 0)


def arguments(rng):
    """Mutated JSON as arguments of functions that expect anything."""
    name = rng.choice(['same', 'twice', 'equal', 'text', 'round_trip', 'as_list', 'as_record',
                       'as_option', 'as_key'])
    count = 2 if name == 'equal' else 1
    words = []
    for _ in range(count):
        data = mutated(rng, rng.choice(JSON_TEXTS), JSON_TEXTS, 6)
        words.append(data.replace(b'\x00', b' ').decode('utf-8', 'surrogateescape')[:100000])
    return Case('arguments', {'values.lex': VALUES},
                ['run', 'JIT'] + LIMITS + ['{box}/values.lex', name] + words, 0)


def texts(rng):
    """Mutated texts for what the standard library parses."""
    name, seeds = rng.choice(KINDS)
    inputs = []
    for _ in range(rng.choice([1, 8, 8, 30])):
        data = mutated(rng, rng.choice(seeds), seeds + TOKENS, 5)
        inputs.append(data[:3000].decode('utf-8', 'replace'))
    word = json.dumps(inputs, ensure_ascii=False)
    return Case('texts', {'texts.lex': TEXTS},
                ['run', 'JIT'] + LIMITS + ['--max-steps', '0', '{box}/texts.lex', name,
                                           word[:120000]], 0)


def package(rng):
    """A program in a package whose lex.toml is mutated."""
    files = {'app/lex.toml': mutated(rng, LEX_TOML, TOML_TEXTS),
             'app/src/main.lex': b'import "dep/util" as u\nfn main() -> Int { u.one() }\n',
             'dep/lex.toml': b'[package]\nname = "dep"\nversion = "0.1.0"\n',
             'dep/src/util.lex': b'fn one() -> Int { 1 }\n', 'dep/util.lex': b'fn one() -> Int { 1 }\n'}
    return Case('package', files, ['run', 'JIT'] + LIMITS + ['{box}/app/src/main.lex'], 0)


def trace(rng):
    """A mutated trace file."""
    files = {'traced.lex': TRACED, 'trace.json': TRACE,
             'mutated.json': mutated(rng, TRACE, JSON_TEXTS + [TRACE])}
    command = rng.choice([
        ['trace', '{box}/mutated.json'], ['diff', '{box}/trace.json', '{box}/mutated.json'],
        ['diff', '{box}/mutated.json', '{box}/mutated.json'],
        ['replay', 'JIT', '--allow-effects', 'io'] + LIMITS +
        ['{box}/mutated.json', '{box}/traced.lex']])
    return Case('trace', files, command, 0)


def command_line(rng):
    """Words in any order."""
    words = ['run', 'check', 'parse', 'hash', 'test', 'trace', 'replay', 'diff', 'help', '--output', 'json', '--jit', 'off',
             'threshold=0', 'trace_limit=1', '--max-steps', '10', '--max-depth', '1',
             '--max-memory', '16M', '--timeout', '0.1', '--max-output', '1K', '--allow-effects',
             'io,net:x', '--allow-fs-read', '/', '--budget', '-1', '{box}/p.lex', 'main', '1', '"x"',
             '--', '--dry-run', '--memo-stats', '', '-', '--hook', 'random=1', '-h', '--version']
    chosen = [rng.choice(words) for _ in range(rng.randint(1, 9))]
    return Case('command_line', {'p.lex': rng.choice(SOURCES)}, chosen, 0)


TARGETS = {'program': program, 'source': source, 'front_end': front_end, 'arguments': arguments,
           'texts': texts, 'package': package, 'trace': trace, 'command_line': command_line}
