"""Limits that cannot be set: what holds one below, at the limit and one above.

Those that would take hundreds of megabytes are made smaller and tested untranslated.
"""

import json

import pytest

from interpreter.cli import saved_trace
from interpreter.cli.failure import CommandError
from interpreter.effects import clock, processes
from interpreter.effects.host import Host
from interpreter.effects.interrupts import Interrupts
from interpreter.effects.policy import Policy
from interpreter.objects.numbers import newint
from interpreter.source import files
from interpreter.stdlib import time_
from tests.native.program import execute


@pytest.fixture
def check(tmpdir):
    """A function that checks a program; returns the first line of what is wrong."""
    def check(source):
        path = tmpdir.join('program.lex')
        path.write(source)
        outcome = execute('lexvm-nojit', ['check', str(path)])
        return outcome.stderr.split('\n')[0]
    return check


@pytest.fixture
def call(tmpdir):
    """A function that runs ``main`` of a program; returns what is printed."""
    def call(source, *arguments):
        path = tmpdir.join('program.lex')
        path.write(source)
        outcome = execute('lexvm-nojit', ['run', '--allow-effects', 'io,time,crypto,random',
                                          str(path), 'main'] + list(arguments))
        return outcome.stdout + outcome.stderr
    return call


NESTED = {
    'expression': (96, 1, 'fn main() -> Int { %s }', '(', '1', ')'),
    'type': (512, 1, 'type T = %s', 'L[', 'Int', ']'),
    'pattern': (512, 1, 'fn main(x :: Int) -> Int { match x { %s => 1 } }', 'A(', 'y', ')'),
    'prefix operators': (512, 0, 'fn main() -> Int { %s }', '-', '1', ''),
}


@pytest.mark.parametrize('kind', sorted(NESTED))
def test_nesting(check, kind):
    """The innermost part is a level, too, except under prefix operators."""
    limit, inner, program, opening, core, closing = NESTED[kind]

    def message(levels):
        count = levels - inner
        return check(program % (opening * count + core + closing * count))

    for levels in (limit - 1, limit):
        assert 'too deeply' not in message(levels)
    assert '%s nest' % kind in message(limit + 1)
    assert 'too deeply (max %d)' % limit in message(limit + 1)


def test_nesting_of_interpolations(check):
    """Each level doubles the backslashes of those inside it."""
    def message(levels):
        text = '1'
        for _ in range(levels):
            text = 'f"{%s}"' % text.replace('\\', '\\\\').replace('"', '\\"')
        return check('fn main() -> Str { %s }' % text)

    for levels in (15, 16):
        assert 'too deeply' not in message(levels)
    assert 'string interpolation nests too deeply (max 16)' in message(17)


@pytest.mark.parametrize('levels', [511, 512, 513])
def test_imports(tmpdir, levels):
    for i in range(1, levels):
        tmpdir.join('m%d.lex' % i).write(
            'import "./m%d" as m\nfn f() -> Int { m.f() }\n' % (i + 1))
    tmpdir.join('m%d.lex' % levels).write('fn f() -> Int { 1 }\n')
    outcome = execute('lexvm-nojit', ['check', str(tmpdir.join('m1.lex'))])
    if levels <= 512:
        assert outcome == ('ok\n', '', 0)
    else:
        assert 'imports nest too deeply (max 512)' in outcome.stderr
        assert outcome.code == 1


def test_json_arguments(call):
    source = 'fn main[T](x :: T) -> Int { 1 }'
    for levels in (126, 127):
        assert call(source, '[' * levels + ']' * levels) == '1\n'
    assert 'recursion limit exceeded' in call(source, '[' * 128 + ']' * 128)


def test_json_parse(call):
    source = ('import "std.json" as json\n'
              'fn main(s :: Str) -> Bool {\n'
              '  match json.parse(s) { Ok(v) => true, Err(e) => false }\n'
              '}')
    for levels, expected in ((126, 'true\n'), (127, 'true\n'), (128, 'false\n')):
        assert call(source, json.dumps('[' * levels + ']' * levels)) == expected


REGEX = ('import "std.regex" as regex\n'
         'fn main(s :: Str) -> Str { match regex.compile(s) { Ok(r) => "ok", Err(e) => e } }')


def test_nesting_of_patterns(call):
    for levels in (249, 250):
        assert call(REGEX, json.dumps('(' * levels + ')' * levels)) == '"ok"\n'
    assert 'maximum number of nested' in call(REGEX, json.dumps('(' * 251 + ')' * 251))


def test_size_of_patterns(call):
    """A pattern of N letters repeated has N instructions and a few around them."""
    def compiles(count):
        pattern = '(?:[ab]{1000}){%d}[ab]{%d}' % (count // 1000, count % 1000)
        answer = call(REGEX, json.dumps(pattern))
        if answer != '"ok"\n':
            assert 'Compiled regex exceeds size limit' in answer
        return answer == '"ok"\n'

    around = 3
    assert compiles(200000 - around - 1)
    assert compiles(200000 - around)
    assert not compiles(200000 - around + 1)


def test_size_of_sources(tmpdir, monkeypatch):
    monkeypatch.setattr(files, 'MAX_SIZE', 100)
    path = tmpdir.join('file')
    for size in (99, 100):
        path.write('#' * size)
        assert files.read(str(path)) == '#' * size
    path.write('#' * 101)
    with pytest.raises(files.FileError) as info:
        files.read(str(path))
    assert info.value.detail == 'more than 100 bytes'


def test_size_of_traces(tmpdir, monkeypatch):
    path = tmpdir.join('trace.json')
    path.write('{"ended_at":0,"nodes":[],"root_error":null,"root_input":null,"root_output":"1",'
               '"root_target":"main","run_id":"","started_at":0}')
    for size in (path.size() + 1, path.size()):
        monkeypatch.setattr(saved_trace, 'MAX_SIZE', size)
        assert saved_trace.load_trace(str(path)).root_target == 'main'
    monkeypatch.setattr(saved_trace, 'MAX_SIZE', path.size() - 1)
    with pytest.raises(CommandError) as info:
        saved_trace.load_trace(str(path))
    assert info.value.message == '%s: larger than %d bytes' % (path, path.size() - 1)


def test_output_of_a_child(monkeypatch):
    """What is unread may be less than the limit; the child is stopped when it is not."""
    monkeypatch.setattr(processes, 'MOST_UNREAD', 100)
    assert output_of_child(98) == 'x' * 98
    assert output_of_child(99) == 'x' * 99
    with pytest.raises(processes.ProcessError) as info:
        output_of_child(100)
    assert info.value.msg == 'more than 100 bytes of output'


def output_of_child(size):
    command = processes.Command('printf', ['%0' + str(size) + 'd', '0'], False)
    return processes.run(command, Interrupts())[0].replace('0', 'x')


@pytest.mark.parametrize('asked, slept', [(59999, 59999), (60000, 60000), (60001, 60000)])
def test_sleep(monkeypatch, asked, slept):
    waited = []
    monkeypatch.setattr(clock, 'sleep_ns', lambda ns, interrupts: waited.append(ns))
    host = Host(Policy(['time']), [])
    time_.sleep_ms(host, newint(asked))
    time_.sleep(host, newint(asked * 1000000))
    assert waited == [slept * 1000000] * 2
