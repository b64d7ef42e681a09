"""What is fuzzed: each function makes a Case from random numbers.

A case is worth its process if much happens in it, so most targets put many inputs into
one; a problem is shrunk to the input that shows it.
"""

import glob
import json
import os

from machine import ROOT, Case
from mutate import TOKENS, edited, mutated
from values import changed, written
from values import text as json_text
from values import value as json_value

from generate import Generator, step_limit

HERE = os.path.dirname(os.path.abspath(__file__))
TEXT_LIMITS = ['--max-memory', '512M', '--timeout', '30', '--max-steps', '0',
               '--allow-effects', 'io', '--allow-fs-read', '{box}']
SEPARATOR = '\u00a7'.encode('utf-8')


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
    b'null', b'[1, 2.5, "x", true, {}]', b'{"a": {"b": [1, {"c": null}]}}',
    b'"\\u00e9\\ud83d\\ude00"',
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
LEX_TOML = (b'[package]\nname = "app"\nversion = "0.1.0"\n\n'
            b'[dependencies]\ndep = { path = "../dep" }\n')

KINDS = [('json_texts', JSON_TEXTS), ('toml_texts', TOML_TEXTS), ('csv_texts', CSV_TEXTS),
         ('dotenv_texts', DOTENV_TEXTS), ('regex_texts', REGEX_TEXTS),
         ('datetime_texts', DATETIME_TEXTS), ('decimal_texts', DECIMAL_TEXTS),
         ('decimal_rounding', DECIMAL_TEXTS), ('str_texts', STR_TEXTS)]
# A failure ends the run, and with it what comes behind.
OFTEN_FAILING = ['datetime_texts', 'decimal_texts', 'decimal_rounding']


def _limits(rng):
    """Flags of ``lexvm run`` that bound it, at times tightly."""
    return ['--max-memory', rng.choice(['16M', '32M', '128M', '512M']),
            '--timeout', '8', '--max-output', rng.choice(['2M'] * 8 + ['1K', '0']),
            '--max-steps', rng.choice(['1000000'] * 5 + ['1000', '20']),
            '--max-depth', rng.choice(['1024'] * 5 + ['100000', '5', '1']),
            '--repeat', rng.choice(['1', '1', '5', '40'])]


def program(rng):
    """A well-typed program: all modes agree."""
    seed = rng.randrange(1 << 30)
    text = Generator(seed).program().text().encode('utf-8')
    limits = ['--max-steps', str(step_limit(seed)), '--repeat', rng.choice(['1', '10'])]
    if rng.random() < 0.2:
        limits = _limits(rng)
    return Case('program', {'p.lex': text},
                ['run', 'JIT'] + limits + ['--allow-effects', 'io', '{box}/p.lex'])


def _changed_source(rng, fresh=0.3):
    """A program that is changed; ``fresh`` is how many of them are made for that."""
    if rng.random() < fresh:
        data = Generator(rng.randrange(1 << 30)).program().text().encode('utf-8')
    else:
        data = rng.choice(SOURCES)
    kind = rng.random()
    if kind < 0.75:
        return edited(rng, data)
    return mutated(rng, data, SOURCES, 2 if kind < 0.9 else 8)


def source(rng):
    """A changed program that is run."""
    reads = rng.choice([[], ['--allow-fs-read', '{box}']])
    return Case('source', {'p.lex': _changed_source(rng)},
                ['run', 'JIT'] + _limits(rng) + reads + [
                    '--allow-fs-write', '{box}', '--allow-effects',
                    'io,net,budget,llm,concurrent', '{box}/p.lex'])


def front_end(rng):
    """Changed programs that are looked at, and a few of them run."""
    if rng.random() < 0.3:
        return Case('front_end', {'p.lex': _changed_source(rng)},
                    [rng.choice(['check', 'parse', 'hash']), '{box}/p.lex'])
    files = {}
    for i in range(40):
        data = _changed_source(rng, 0.05)
        if i == 0:
            data = data.replace(b'fn main(', b'fn run_all(')
        files['tests/test_%02d.lex' % i] = data
    return Case('front_end', files,
                ['test', '--timeout', '8', '--max-memory', '512M', '--allow-effects',
                 'budget,concurrent', '{box}/tests'])


def arguments(rng):
    """JSON as arguments of functions that expect anything."""
    if rng.random() < 0.5:
        values = [json_value(rng) for _ in range(rng.choice([1, 20, 150]))]
        name = rng.choice(['each_text', 'each_round_trip', 'each_equal', 'each_as_key'])
        if name == 'each_as_key':
            values = [json_text(rng) for _ in values]
        return _called('values.lex', name, [written(rng, values)], _limits(rng))
    name = rng.choice(['same', 'twice', 'equal', 'text', 'round_trip', 'as_list', 'as_record',
                       'as_option', 'as_key'])
    words = []
    for _ in range(2 if name == 'equal' else 1):
        data = rng.choice(JSON_TEXTS)
        if rng.random() < 0.5:
            data = written(rng, json_value(rng)).encode('utf-8')
        data = mutated(rng, data, JSON_TEXTS, rng.choice([1, 6]))
        words.append(data.replace(b'\x00', b' ').decode('utf-8', 'surrogateescape'))
    return _called('values.lex', name, words, _limits(rng))


def _called(file, name, words, limits):
    return Case('arguments', {file: VALUES},
                ['run', 'JIT'] + limits + ['{box}/' + file, name] +
                [word[:60000] for word in words])


def texts(rng):
    """Changed texts for what the standard library parses, many in one run."""
    name, seeds = rng.choice(KINDS)
    inputs = []
    most = 5 if name in OFTEN_FAILING else 400
    for _ in range(rng.choice([1, most // 5, most, most])):
        data = mutated(rng, rng.choice(seeds), seeds + TOKENS, rng.choice([1, 2, 5]))
        inputs.append(data[:3000].replace(SEPARATOR, b''))
    return Case('texts', {'texts.lex': TEXTS, 'texts': SEPARATOR.join(
        data.decode('utf-8', 'replace').encode('utf-8') for data in inputs)},
        ['run', 'JIT'] + TEXT_LIMITS + ['{box}/texts.lex', name, '"{box}/texts"'])


def package(rng):
    """A program in a package whose lex.toml is changed."""
    description = edited(rng, LEX_TOML)
    if rng.random() < 0.5:
        description = mutated(rng, LEX_TOML, TOML_TEXTS, rng.choice([1, 8]))
    files = {'app/lex.toml': description,
             'app/src/main.lex': b'import "dep/util" as u\nfn main() -> Int { u.one() }\n',
             'dep/lex.toml': b'[package]\nname = "dep"\nversion = "0.1.0"\n',
             'dep/src/util.lex': b'fn one() -> Int { 1 }\n',
             'dep/util.lex': b'fn one() -> Int { 1 }\n'}
    return Case('package', files, ['run', 'JIT'] + _limits(rng) + ['{box}/app/src/main.lex'])


def _nodes(trace):
    found, waiting = [], list(trace['nodes'])
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1]['children']
    return found


def _change_node(rng, data):
    """Another value of the same kind in a node of a trace."""
    nodes = _nodes(data)
    if nodes:
        node, other = rng.choice(nodes), rng.choice(nodes)
        field = rng.choice(['input', 'output', 'error', 'node_id', 'target', 'kind', 'ended_at'])
        if field == 'output' and rng.random() < 0.7:
            node[field] = json_value(rng)
        elif field == 'error':
            node.pop('output', None)
            node[field] = json_text(rng)
        elif field == 'input' and rng.random() < 0.5:
            node[field] = [json_value(rng) for _ in range(rng.randrange(3))]
        elif field in other:
            node[field] = other[field]


def _change_tree(rng, data):
    """A node of a trace removed, repeated or moved below another."""
    lists = [data['nodes']] + [node['children'] for node in _nodes(data)]
    source = rng.choice(lists)
    if source:
        node = rng.choice(source)
        kind = rng.randrange(3)
        if kind == 0:
            source.remove(node)
        else:
            copies = [json.loads(json.dumps(node)) for _ in range(rng.choice([1, 1, 50]))]
            if kind == 2:
                for outer, inner in zip(copies, copies[1:]):
                    outer['children'] = [inner]
                del copies[1:]
            rng.choice(lists).extend(copies)


def trace(rng):
    """A changed trace file."""
    if rng.random() < 0.6:
        data = json.loads(TRACE.decode('utf-8'))
        for _ in range(rng.randint(1, 4)):
            rng.choice([_change_node, _change_node, _change_tree])(rng, data)
        if rng.random() < 0.2:
            data = changed(rng, data)
        data = written(rng, data).encode('utf-8', 'surrogatepass')
    else:
        data = mutated(rng, TRACE, JSON_TEXTS + [TRACE], rng.choice([1, 8]))
    files = {'traced.lex': TRACED, 'trace.json': TRACE, 'mutated.json': data}
    command = rng.choice([
        ['trace', '{box}/mutated.json'], ['diff', '{box}/trace.json', '{box}/mutated.json'],
        ['diff', '{box}/mutated.json', '{box}/mutated.json'],
        ['replay', 'JIT', '--allow-effects', 'io'] + _limits(rng) +
        ['{box}/mutated.json', '{box}/traced.lex']])
    return Case('trace', files, command)


def command_line(rng):
    """Words in any order."""
    words = ['run', 'check', 'parse', 'hash', 'test', 'trace', 'replay', 'diff', 'help',
             '--output', 'json', '--jit', 'off', 'threshold=0', 'trace_limit=1', '--max-steps',
             '10', '--max-depth', '1', '--max-memory', '16M', '--timeout', '0.1', '--max-output',
             '1K', '--allow-effects', 'io,net:x', '--allow-fs-read', '/', '--budget', '-1',
             '{box}/p.lex', 'main', '1', '"x"', '--', '--dry-run', '--memo-stats', '', '-',
             '--hook', 'random=1', '-h', '--version']
    chosen = [rng.choice(words) for _ in range(rng.randint(1, 9))]
    if rng.random() < 0.7:
        chosen = [rng.choice(words[:9])] + chosen + rng.choice([[], ['{box}/p.lex']])
    return Case('command_line', {'p.lex': rng.choice(SOURCES)}, chosen)


TARGETS = {'program': program, 'source': source, 'front_end': front_end, 'arguments': arguments,
           'texts': texts, 'package': package, 'trace': trace, 'command_line': command_line}
# Those in which most can go wrong are tried twice as often.
FRUITFUL = ['program', 'source', 'texts']
