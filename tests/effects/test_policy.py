import pytest

from interpreter.effects.policy import (
    DeclaredEffect, FunctionEffects, Grant, Policy, permissive, pure)


def violations(policy, *effects):
    function = FunctionEffects('f', list(effects))
    return fields(policy, [function])


def fields(policy, functions):
    return [(v.kind, v.detail, v.effect, v.path, v.at)
            for v in policy.violations(functions)]


@pytest.mark.parametrize('grant, effect, covered', [
    ('net', DeclaredEffect('net'), True),
    ('net', DeclaredEffect('net', 'Str', 'h'), True),
    ('net:h', DeclaredEffect('net', 'Str', 'h'), True),
    ('net(h)', DeclaredEffect('net', 'Str', 'h'), True),
    ('net("h")', DeclaredEffect('net', 'Str', 'h'), True),
    ('net:h', DeclaredEffect('net'), False),
    ('net:h', DeclaredEffect('net', 'Str', 'other'), False),
    ('budget:5', DeclaredEffect('budget', 'Int', '', 5), False),
    ('budget', DeclaredEffect('budget', 'Int', '', 5), True),
    ('mcp:foo', DeclaredEffect('mcp', 'Ident', 'foo'), False),
    ('io', DeclaredEffect('net'), False)])
def test_grants(grant, effect, covered):
    assert Grant(grant).covers(effect) == covered


def test_effect_not_allowed():
    assert violations(pure(), DeclaredEffect('io')) == [
        ('effect_not_allowed', 'effect `io` not in --allow-effects', 'io', None, 'f')]
    assert violations(pure(), DeclaredEffect('mcp', 'Str', 'ocpp')) == [
        ('effect_not_allowed', 'effect `mcp("ocpp")` not in --allow-effects',
         'mcp("ocpp")', None, 'f')]


def test_all_violations_in_order():
    assert len(violations(pure(), DeclaredEffect('io'),
                          DeclaredEffect('net'))) == 2
    assert violations(permissive(), DeclaredEffect('io'),
                      DeclaredEffect('moe')) == []


@pytest.mark.parametrize('scope, path, allowed', [
    ('/var', '/var/x', True), ('/var', '/variable', False),
    ('/var', '/var', True), ('/var/', '/var/x', True), ('a', 'a/b', True),
    ('a', '/a/b', False), ('/', '/etc', True), ('/var', '/var/../etc', False),
    ('/var', '/var/../var/x', False), ('.', '../x', False)])
def test_static_paths(scope, path, allowed):
    policy = Policy(['fs_read', 'fs_write'], [scope], [scope])
    for kind in ['fs_read', 'fs_write']:
        found = violations(policy, DeclaredEffect(kind, 'Str', path))
        assert (found == []) == allowed


def test_empty_scope_denies_declared_paths():
    assert violations(Policy(['fs_read']),
                      DeclaredEffect('fs_read', 'Str', '/etc')) == [
        ('fs_path_not_allowed', 'path `/etc` outside --allow-fs_read', 'fs_read',
         '/etc', 'f')]
    assert violations(Policy(['fs_read']), DeclaredEffect('fs_read')) == []


def test_budget():
    policy = Policy(['budget'], budget=50)
    functions = [FunctionEffects('f', [DeclaredEffect('budget', 'Int', '', 100)]),
                 FunctionEffects('g', [DeclaredEffect('budget', 'Int', '', 50)]),
                 FunctionEffects('h', [DeclaredEffect('budget', 'Int', '', -9)])]
    assert fields(policy, functions) == [
        ('budget_exceeded', 'declared budget 150 exceeds ceiling 50', 'budget', None,
         None)]
    assert Policy(['budget']).violations(functions) == []
    huge = [FunctionEffects(
        'f', [DeclaredEffect('budget', 'Int', '', 2 ** 63 - 1)] * 2)]
    assert len(policy.violations(huge)) == 1


def test_debug_text():
    violation = pure().violations(
        [FunctionEffects('run_all', [DeclaredEffect('sql')])])[0]
    assert violation.debug() == (
        'PolicyViolation { kind: "effect_not_allowed", detail: "effect `sql` '
        'not in --allow-effects", effect: Some("sql"), path: None, '
        'at: Some("run_all") }')


def test_run_time_grants_are_bare():
    policy = Policy(['io', 'net:h'])
    assert policy.grants('io')
    assert not policy.grants('net')


def test_empty_run_time_scope_allows():
    assert Policy([]).allows_read('/etc/passwd')
    assert not Policy([], ['/var']).allows_read('/etc/passwd')
