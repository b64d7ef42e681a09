import pytest

from interpreter.objects.errors import EffectError
from interpreter.objects.numbers import W_Int, newint
from interpreter.objects.text import newstr
from interpreter.stdlib import all
from interpreter.stdlib import registry
from interpreter.stdlib.signatures import SIGNATURES
from tests.stdlib.support import new_host

HIDDEN = ['json.parse_strict_typed', 'toml.parse_strict_typed',
          'yaml.parse_strict_typed', 'http.json_body_typed',
          'sql.cursor_next']

LOWERED = ['list.map', 'list.filter', 'list.fold', 'list.sort_by',
           'list.par_map', 'map.fold', 'option.map', 'option.and_then',
           'option.or_else', 'option.unwrap_or_else', 'result.map',
           'result.and_then', 'result.map_err', 'result.or_else',
           'result.unwrap_or_else']

COMPLETE = ['int', 'float', 'math', 'str', 'list', 'option', 'result',
            'tuple', 'map', 'set', 'bytes', 'io', 'env', 'time', 'json',
            'deque', 'random', 'csv', 'datetime', 'duration', 'decimal',
            'dotenv', 'rand', 'test', 'fs', 'log', 'process', 'http',
            'kv', 'sql', 'stream', 'approval']


def signatures():
    result = {}
    for line in SIGNATURES.splitlines():
        if ' :: ' in line and not line.startswith(' '):
            path, signature = line.split(' :: ', 1)
            result[path.strip()] = signature
    return result


def test_every_operation_has_a_signature():
    known = signatures()
    for path in registry.BUILTINS:
        assert path in known or path in HIDDEN


def test_the_modules_are_complete():
    for path in signatures():
        if path.split('.')[0] in COMPLETE and path not in LOWERED:
            assert path in registry.BUILTINS


def test_lowered_operations_are_not_registered():
    for path in LOWERED:
        assert path not in registry.BUILTINS


def test_lookup():
    builtin = registry.lookup('str', 'len')
    assert (builtin.module, builtin.name) == ('str', 'len')
    assert builtin.arity == 1
    assert builtin.is_pure
    assert not registry.lookup('io', 'print').is_pure
    assert registry.lookup('io', 'print').arity == 1
    assert registry.lookup('str', 'nothing') is None


def test_is_module():
    assert registry.is_module('moe')
    assert not registry.is_module('bool')


def test_entries_by_arity():
    builtin = registry.lookup('str', 'len')
    host = new_host()
    w_length = builtin.call1(host, newstr('h\xc3\xa9y'))
    assert isinstance(w_length, W_Int) and w_length.intval == 4
    with pytest.raises(EffectError) as raised:
        builtin.call0(host)
    assert raised.value.msg == 'missing argument'
    with pytest.raises(EffectError):
        builtin.call_args(host, [newint(1)] * 7)


def test_unknown_operations():
    def text(module, name):
        return registry.unknown_operation(module, name).msg
    assert text('str', 'x') == 'unknown pure builtin: str.x'
    assert text('net', 'x') == 'unsupported effect net.x'
    assert text('fs', 'x') == 'unsupported fs.x'
