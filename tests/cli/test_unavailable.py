"""Standard operations that have a signature but no implementation: programs
that call them pass the checker, which says so; the call is an error."""

import pytest

from interpreter.check.checker import Checker
from interpreter.cli import requirements
from interpreter.cli.loading import load_stages
from interpreter.machine.availability import is_available
from interpreter.stdlib import registry
from tests.machine.support import fails

REDIS = '''
import "std.redis" as redis
fn f() -> [net] Str {
  match redis.connect("redis://localhost") { Ok(c) => "ok", Err(e) => e }
}
'''


def needs(tmpdir, source):
    path = tmpdir.join('main.lex')
    path.write(source)
    stages = load_stages(str(path))
    checker = Checker(stages)
    assert checker.check() == []
    needed = requirements.of_stages(stages)
    needed.add_unavailable(checker.inference.module_calls)
    return needed


def test_check_names_what_is_missing(tmpdir):
    needed = needs(tmpdir, REDIS)
    assert needed.unavailable == ['redis.connect']
    assert needed.text('main.lex').splitlines()[0] == (
        'not available in this build: redis.connect')
    assert '"unavailable":["redis.connect"]' in needed.to_json(1, '[]', '[]')


def test_nothing_is_missing(tmpdir):
    needed = needs(tmpdir, '''
import "std.list" as list
import "std.conc" as conc
import "std.parser" as parser
fn f() -> [concurrent] List[Str] {
  let a := list.map([1], fn (n :: Int) -> Int { n })
  let p := parser.run(parser.digit(), "1")
  conc.registered()
}
''')
    assert needed.unavailable == []
    assert 'unavailable' not in needed.to_json(1, '[]', '[]')
    assert not needed.text('main.lex').startswith('not available')


def test_calling_is_an_error_that_names_it():
    assert fails(REDIS, 'f') == (
        'effect handler error: `redis.connect` is not available in this build')


CALLS = [
    ('redis', 'net', 'redis.connect("redis://h")', 'Result[ConnRedis, Str]'),
    ('arrow', '', 'arrow.from_int_columns([("a", [1])])', 'Result[Table, Str]'),
    ('moe', 'moe', 'moe.pin("h")', 'Unit'),
    ('agent', 'llm_local', 'agent.local_complete("p")', 'Result[Str, Str]'),
    ('agent', 'mcp', 'agent.call_mcp("s", "t", "{}")', 'Result[Str, Str]')]


@pytest.mark.parametrize('module, effect, call, result', CALLS)
def test_modules_type_check_and_fail_clearly(tmpdir, module, effect, call,
                                             result):
    source = 'import "std.%s" as %s\nfn f() -> %s%s { %s }\n' % (
        module, module, '[%s] ' % effect if effect else '', result, call)
    name = call.split('(')[0]
    assert needs(tmpdir, source).unavailable == [name]
    assert fails(source, 'f') == (
        'effect handler error: `%s` is not available in this build' % name)


def test_every_signature_is_available_or_fails_clearly():
    for name in registry.DECLARED:
        module, operation = name.split('.')
        if not is_available(module, operation):
            assert registry.unknown_operation(module, operation).msg == (
                '`%s` is not available in this build' % name)
