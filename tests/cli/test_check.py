"""``lexvm check``, and type errors of ``lexvm run``."""

import json

import pytest

from tests.cli.test_main import lexvm

ILL_TYPED = '''\
fn twice(n :: Int) -> Int { n * 2 }
fn oops(n :: Int) -> Str { n }
'''

EFFECTFUL = '''\
import "std.io" as io
fn say(s :: Str) -> [io, net("b.org"), net("a.org"), fs_read("/data")] Nil {
  io.print(s)
}
fn keep() -> [fs_write("/tmp/out"), budget(5)] Int { 1 }
'''


@pytest.fixture
def source(tmpdir):
    def write(text):
        path = tmpdir.join('m.lex')
        path.write(text)
        return str(path)
    return write


def test_pure_program(source, capfd):
    path = source('fn f() -> Int { 1 }\n')
    assert lexvm(capfd, 'check', path) == (0, 'ok\n', '')
    code, out, _ = lexvm(capfd, '--output', 'json', 'check', path)
    assert code == 0
    assert json.loads(out)['data'] == {
        'ok': True, 'required_effects': [], 'required_fs_read': [],
        'required_fs_write': [], 'required_net_host': [], 'stages': 1,
        'warnings': []}


def test_required_effects(source, capfd):
    path = source(EFFECTFUL)
    assert lexvm(capfd, 'check', path) == (0, '''\
ok
required effects: budget, fs_read, fs_write, io, net
required fs_read paths: /data
required fs_write paths: /tmp/out
required net hosts: a.org, b.org
hint: lexvm run --allow-effects budget,fs_read,fs_write,io,net \
--allow-fs-read /data --allow-fs-write /tmp/out --allow-net-host a.org \
--allow-net-host b.org %s <fn> [args]
''' % path, '')
    _, out, _ = lexvm(capfd, '--output', 'json', 'check', path)
    data = json.loads(out)['data']
    assert data['required_net_host'] == ['a.org', 'b.org']
    assert data['stages'] == 3


def test_type_errors(source, capfd):
    path = source(ILL_TYPED)
    code, out, err = lexvm(capfd, 'check', path)
    assert (code, err) == (2, '')
    assert out == '''\
error: the result of `oops` should be Str, found Int
  --> %s:2:28
   |
 2 | fn oops(n :: Int) -> Str { n }
   |         - `n` is Int since here
   |                      --- because of this type
   |                            ^ this is Int
  help: write `int.to_str(n)`
''' % path
    code, out, err = lexvm(capfd, '--output', 'json', 'check', path)
    document = json.loads(out)
    assert (code, err, document['ok']) == (2, '', True)
    assert document['data']['ok'] is False
    error, = document['data']['errors']
    assert error.pop('rule_explanation')
    assert error == {
        'at_node': 'n_0', 'context': ['in function `oops`'], 'expected': 'Str',
        'got': 'Int', 'kind': 'type_mismatch', 'rule_tag': 'type-mismatch',
        'position': {'file': path, 'line': 2, 'col': 1},
        'span': {'file': path, 'line': 2, 'col': 28, 'end_line': 2, 'end_col': 29},
        'suggestion': 'write `int.to_str(n)`'}


def test_run_reports_type_errors_plainly(source, capfd):
    path = source(ILL_TYPED)
    code, out, err = lexvm(capfd, 'run', path, 'twice', '4')
    assert (code, out) == (2, '')
    assert err == lexvm(capfd, 'check', path)[1]
    code, out, err = lexvm(capfd, '--output', 'json', 'run', path, 'twice', '4')
    assert (code, err) == (2, '')
    data = json.loads(out)['data']
    assert data['phase'] == 'type-check'
    error, = data['errors']
    assert error.pop('span')['col'] == 28
    assert error.pop('suggestion')
    assert error == {'kind': 'type_mismatch', 'at_node': 'n_0', 'expected': 'Str',
                     'got': 'Int', 'context': ['in function `oops`']}


def test_run_decodes_into_declared_records(source, capfd):
    path = source('''\
import "std.json" as json
fn name(text :: Str) -> Result[{ name :: Str }, Str] { json.parse(text) }
''')
    assert lexvm(capfd, 'run', path, 'name', '"{\\"name\\":\\"Al\\"}"') == (
        0, '{"$variant":"Ok","args":[{"name":"Al"}]}\n', '')
    code, out, _ = lexvm(capfd, 'run', path, 'name', '"{\\"nick\\":\\"Al\\"}"')
    assert code == 0
    assert json.loads(out)['$variant'] == 'Err'
