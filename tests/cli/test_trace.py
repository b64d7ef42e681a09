"""``lexvm run --trace``, ``trace``, ``diff`` and ``replay``."""

import json
import os
import stat

import pytest

from interpreter.effects import files
from interpreter.effects.interrupts import signals
from tests.cli.test_main import failure, lexvm

PROGRAM = '''
import "std.int" as int
import "std.io" as io
import "std.list" as list
import "std.str" as str
import "std.conc" as conc
fn inc(n :: Int) -> Int { n + 1 }
fn pair(n :: Int) -> Int {
  let a := inc(n)
  let b := inc(n)
  a + b
}
fn main(n :: Int) -> Str { int.to_str(pair(n)) }
fn tailed(n :: Int) -> Int { match n { 0 => 7, _ => tailed(n - 1) } }
fn outer(n :: Int) -> Int { 1 + tailed(n) }
fn bad(n :: Int) -> Int { 1 + inc(1 / n) }
fn failing(n :: Int) -> Int { inc(n) + bad(n) }
fn mapped(n :: Int) -> List[Int] { list.map([n, 2], fn (x :: Int) -> Int { inc(x) + 0 }) }
fn recovered(n :: Int) -> [concurrent] Int {
  let a := conc.spawn(n, fn (s :: Int, m :: Int) -> (Int, Int) { (inc(s), 0 + bad(m)) })
  inc(conc.ask(a, 0))
}
fn printing(n :: Int) -> [io] Int {
  let u := io.print("hello")
  inc(str.len(int.to_str(n)))
}
'''


@pytest.fixture
def program(tmpdir):
    path = tmpdir.join('program.lex')
    path.write(PROGRAM)
    return str(path)


GRANTS = ['--allow-effects', 'io,concurrent']


def record(capfd, program, path, *words):
    """Run with a trace; -> (exit code, the trace)."""
    code, out, err = lexvm(capfd, *(
        ['run'] + GRANTS + ['--trace', str(path), program] + list(words)))
    assert err.startswith('trace saved: %s\n' % path)
    with open(str(path)) as f:
        return code, json.load(f)


def shape(nodes):
    """Nodes without times."""
    return [[node['target'], node['input'], node.get('output', node.get('error')),
             shape(node['children'])] for node in nodes]


def test_trace_of_a_run(capfd, program, tmpdir):
    code, trace = record(capfd, program, tmpdir.join('t'), 'main', '4')
    assert code == 0
    assert shape(trace['nodes']) == [
        ['pair', [4], 10, [['inc', [4], 5, []], ['inc', [4], 5, []]]],
        ['int.to_str', [10], '10', []]]
    pair, to_str = trace['nodes']
    assert (pair['kind'], pair['node_id']) == ('call', 'n_0.2.1')
    assert (to_str['kind'], to_str['node_id']) == ('effect', 'n_0.2')
    assert trace['root_target'] == 'main'
    assert trace['root_output'] == '10'
    assert trace['root_input'] is None and trace['root_error'] is None
    assert len(trace['run_id']) == 64 and int(trace['run_id'], 16)
    assert 0 < trace['started_at'] <= trace['ended_at'] < trace['started_at'] + 60


def test_text_is_canonical(capfd, program, tmpdir):
    path = tmpdir.join('t')
    _, trace = record(capfd, program, path, 'main', '4')
    assert path.read() == json.dumps(trace, sort_keys=True,
                                     separators=(',', ':')) + '\n'


def test_tail_calls_are_closed_without_output(capfd, program, tmpdir):
    _, trace = record(capfd, program, tmpdir.join('t'), 'outer', '1')
    assert shape(trace['nodes']) == [['tailed', [1], None, []],
                                     ['tailed', [0], 7, []]]
    assert 'output' in trace['nodes'][0]


def test_failing_run(capfd, program, tmpdir):
    code, trace = record(capfd, program, tmpdir.join('t'), 'failing', '0')
    assert code == 1
    assert trace['root_error'] == 'integer division by zero'
    assert trace['root_output'] is None
    assert shape(trace['nodes']) == [['inc', [0], 1, []]]


def test_lost_nodes_inside_a_failed_effect(capfd, program, tmpdir):
    _, trace = record(capfd, program, tmpdir.join('t'), 'recovered', '5')
    spawn, ask = shape(trace['nodes'])
    assert spawn[0] == 'conc.spawn'
    assert ask[2] == 'conc.ask: handler error: DivByZero { op: "division" }'
    assert ask[3] == [['inc', [5], 6, []]]


def test_step_limit(capfd, program, tmpdir):
    code, trace = record(capfd, program, tmpdir.join('t'), '--max-steps', '100',
                         'outer', '1000')
    assert code == 1
    assert trace['root_error'].startswith('runtime panic: step limit exceeded')
    assert len(trace['nodes']) > 5


def test_signal(capfd, program, tmpdir, monkeypatch):
    monkeypatch.setattr(signals, 'caught', 15)
    monkeypatch.setattr('interpreter.machine.vm.SLICE', 50)
    code, trace = record(capfd, program, tmpdir.join('t'), 'outer', '1000')
    assert code == 143
    assert trace['root_error'] == 'stopped by SIGTERM'
    assert 2 < len(trace['nodes']) < 50


def test_signal_without_trace(capfd, program, monkeypatch):
    monkeypatch.setattr(signals, 'caught', 2)
    monkeypatch.setattr('interpreter.machine.vm.SLICE', 50)
    code, out, err = lexvm(capfd, 'run', *(GRANTS + [program, 'outer', '1000']))
    assert (code, out, err) == (130, '', 'error: stopped by SIGINT\n')


def test_long_trace(capfd, program, tmpdir):
    """Longer than what is kept in memory, with a node lost at its start."""
    _, trace = record(capfd, program, tmpdir.join('t'), 'outer', '1000')
    assert tmpdir.join('t').size() > 65536
    assert [node['input'] for node in trace['nodes']] == [
        [n] for n in range(1000, -1, -1)]


def test_long_text_is_cut(capfd, program, tmpdir):
    source = tmpdir.join('deep.lex')
    source.write(PROGRAM + '''
fn long(n :: Int) -> Int { inc(n) + inner(n) }
fn inner(n :: Int) -> Int { 1 + tailed(n) + 1 / (n - n) }
''')
    _, trace = record(capfd, str(source), tmpdir.join('t'), 'long', '1000')
    assert shape(trace['nodes']) == [['inc', [1000], 1001, []]]
    assert tmpdir.join('t').size() < 1000


def test_trace_on_standard_output(capfd, program):
    code, out, err = lexvm(capfd, 'run', *(GRANTS + ['--trace=-', program,
                                                     'printing', '12']))
    assert (code, err) == (0, '')
    printed, trace, result = out.splitlines()
    assert (printed, result) == ('hello', '3')
    assert shape(json.loads(trace)['nodes'])[0] == ['io.print', ['hello'], None, []]


def test_json_output_names_the_trace(capfd, program, tmpdir):
    path = tmpdir.join('t')
    code, out, err = lexvm(capfd, '--output', 'json', 'run', *(
        GRANTS + ['--trace', str(path), program, 'main', '4']))
    assert (code, err) == (0, '')
    assert json.loads(out)['data'] == {
        'result': '10', 'trace_id': json.loads(path.read())['run_id']}


# Where it is written.

def test_file_is_replaced_when_complete(capfd, program, tmpdir):
    folder = tmpdir.mkdir('d')
    path = folder.join('t')
    record(capfd, program, path, 'outer', '9')
    path.chmod(0600)
    link = folder.join('link')
    link.mksymlinkto('t')
    record(capfd, program, link, 'main', '4')
    assert json.loads(path.read())['root_target'] == 'main'
    assert stat.S_IMODE(path.stat().mode) == 0600
    assert link.islink()
    assert sorted(os.listdir(str(folder))) == ['link', 't']


def test_usage_error_leaves_the_file(capfd, program, tmpdir):
    path = tmpdir.join('t')
    path.write('')
    assert lexvm(capfd, 'run', *(GRANTS + ['--trace', str(path), program,
                                           'main', 'x']))[0] == 1
    assert path.read() == ''


def full_disk(monkeypatch, size):
    """Files can only be ``size`` bytes long from now on."""
    write = os.write
    write_raw = files.write_raw
    written = {}

    def count(fd, more):
        if fd > 2:
            written[fd] = written.get(fd, 0) + more
            if written[fd] > size:
                raise OSError(28, 'No space left on device')

    def limited(fd, data):
        count(fd, len(data))
        return write(fd, data)

    def limited_raw(fd, buffer, more):
        count(fd, more)
        write_raw(fd, buffer, more)
    monkeypatch.setattr(os, 'write', limited)
    monkeypatch.setattr(files, 'write_raw', limited_raw)


@pytest.mark.parametrize('size', [0, 70000])
def test_full_disk(capfd, program, tmpdir, monkeypatch, size):
    folder = tmpdir.mkdir('d')
    path = folder.join('t')
    old = json.dumps(TRACE)
    path.write(old)
    full_disk(monkeypatch, size)
    code, out, err = lexvm(capfd, 'run', *(GRANTS + ['--trace', str(path), program,
                                                     'outer', '1500']))
    assert (code, out) == (1, '8\n')
    assert err == ('error: cannot write trace %s: No space left on device '
                   '(os error 28)\n' % path)
    assert path.read() == old
    assert folder.listdir() == [path]


@pytest.mark.parametrize('path,reason', [
    ('/nowhere/t', 'No such file or directory (os error 2)'),
    ('/', 'Is a directory (os error 21)'),
    ('/dev/full', 'No space left on device (os error 28)')])
def test_unwritable(capfd, program, path, reason):
    code, _, err = lexvm(capfd, 'run', *(GRANTS + ['--trace', path, program,
                                                   'main', '4']))
    assert (code, err) == (1, 'error: cannot write trace %s: %s\n' % (path, reason))


def test_device_stays_a_device(capfd, program):
    assert lexvm(capfd, 'run', *(GRANTS + ['--trace', '/dev/null', program, 'main',
                                           '4']))[0] == 0
    assert stat.S_ISCHR(os.stat('/dev/null').st_mode)


def test_both_failures_are_reported(capfd, program):
    code, _, err = lexvm(capfd, 'run', *(GRANTS + ['--trace', '/dev/full', program,
                                                   'bad', '0']))
    assert code == 1
    assert err.startswith(
        'error: cannot write trace /dev/full: No space left on device (os error 28)\n'
        'error: runtime: integer division by zero\n   --> ')


def test_flag_needs_a_file(capfd):
    assert failure(capfd, 'run', 'f.lex', '--trace') == '--trace needs a value'
    assert failure(capfd, 'run', 'f.lex', '--trace=') == '--trace needs a value'


def test_dry_run_tells(capfd):
    for words, traced in [([], 'false'), (['--trace', 't'], 'true')]:
        code, _, err = lexvm(capfd, 'run', '--dry-run', 'f.lex', *words)
        assert (code, '"trace":%s}' % traced in err) == (9, True)


# lexvm trace

NODE = {'node_id': 'n_0.2', 'kind': 'call', 'target': 'f', 'input': [1],
        'output': {'b': 1, 'a': [2.0, u'\xe9']}, 'started_at': 5, 'ended_at': 6,
        'children': []}
TRACE = {'run_id': 'r', 'root_target': 'main', 'root_input': None,
         'root_output': 3, 'root_error': None, 'started_at': 5, 'ended_at': 6,
         'nodes': [NODE]}


def with_nodes(*nodes):
    return dict(TRACE, nodes=list(nodes))


def saved(tmpdir, trace, name='saved', **layout):
    path = tmpdir.join(name)
    if not isinstance(trace, str):
        trace = json.dumps(trace, **layout)
    if not isinstance(trace, str):
        trace = trace.encode('utf-8')
    path.write(trace, 'wb')
    return str(path)


def show(capfd, path):
    code, out, err = lexvm(capfd, 'trace', path)
    assert (code, err) == (0, '')
    return out


@pytest.mark.parametrize('layout', [
    {}, {'indent': 3}, {'sort_keys': True, 'separators': (',', ':')},
    {'ensure_ascii': False, 'encoding': 'utf-8'}])
def test_show(capfd, tmpdir, layout):
    nested = dict(NODE, children=[NODE, dict(NODE, target='g')], target='h')
    trace = with_nodes(nested, NODE)
    out = show(capfd, saved(tmpdir, trace, **layout))
    expected = json.dumps(trace, sort_keys=True, indent=2, ensure_ascii=False,
                          separators=(',', ': ')) + '\n'
    assert out == expected.encode('utf-8')


def test_show_what_was_recorded(capfd, program, tmpdir):
    _, trace = record(capfd, program, tmpdir.join('t'), 'mapped', '4')
    assert json.loads(show(capfd, str(tmpdir.join('t')))) == trace


def test_null_output_is_as_good_as_none(capfd, tmpdir):
    """The reference reads it so."""
    out = show(capfd, saved(tmpdir, with_nodes(dict(NODE, output=None))))
    assert 'output' not in json.loads(out)['nodes'][0]


def test_optional_and_unknown_fields(capfd, tmpdir):
    node = dict((key, NODE[key]) for key in NODE if key not in ['output', 'children'])
    trace = with_nodes(dict(node, more=[1, {}]))
    del trace['root_output'], trace['root_error']
    shown = json.loads(show(capfd, saved(tmpdir, dict(trace, extra=1))))
    assert shown == dict(trace, nodes=[dict(node, children=[])], root_output=None,
                         root_error=None)


def test_json_envelope(capfd, tmpdir):
    code, out, _ = lexvm(capfd, '--output', 'json', 'trace', saved(tmpdir, TRACE))
    assert (code, json.loads(out)['data']) == (0, TRACE)


def nested(depth):
    """A trace of calls in calls, the last one with an input as deep."""
    node = json.dumps(dict(NODE, input=None, output=3), sort_keys=True)
    before, after = node[:len('{"children": [')], node[len('{"children": ['):]
    deep = after.replace('null', '[' * depth + ']' * depth)
    return json.dumps(with_nodes(), sort_keys=True).replace(
        '"nodes": []', '"nodes": [%s]' % (before * depth + deep +
                                          after * (depth - 1)))


def test_deep_nesting(capfd, tmpdir):
    assert show(capfd, saved(tmpdir, nested(50))).count('"node_id"') == 50
    path = saved(tmpdir, nested(1500))
    assert lexvm(capfd, 'diff', path, path)[:2] == (0, '{"divergence": null}\n')


def without(fields, key):
    return dict((k, v) for k, v in fields.items() if k != key)


BAD = [
    ('', 'expected `{`, found the end of the text at line 1 column 1'),
    ('[]', 'expected `{` at line 1 column 1'),
    ('{"nodes":3}', 'expected `[` at line 1 column 10'),
    ('{"nodes":[3]}', 'expected `{` at line 1 column 11'),
    ('{"run_id":7}', 'expected a string at line 1 column 11'),
    ('{\n "started_at":-1}', 'expected a whole number at line 2 column 15'),
    ('{"started_at":1.5}', 'expected a whole number at line 1 column 15'),
    ('{"started_at":%s}' % ('9' * 30), 'expected a whole number at line 1 column 15'),
    ('{"root_error":1}', 'expected a string or null at line 1 column 15'),
    ('{"run_id":"a","run_id":"b"}', 'duplicate field `run_id` at line 1 column 15'),
    ('{"nodes":[{"kind":"x"}]}', 'expected "call" or "effect" at line 1 column 19'),
    ('{"nodes":[{"children":[]}]}', 'missing field `node_id` at line 1 column 26'),
    ('{"nodes":[{"children":[],"children":[]}]}',
     'duplicate field `children` at line 1 column 26'),
    ('{"nodes":[{"children":[{"kind"',
     'expected `:`, found the end of the text at line 1 column 31'),
    ('{"root_input":' + '[' * 100000, 'expected a value, found the end of the text '
                                      'at line 1 column 100015'),
    ('{"nodes":' + '[{"children":' * 10000, 'expected `[`, found the end of the text '
                                            'at line 1 column 130010'),
    ('{"root_input":[1,]}', 'expected a value at line 1 column 18'),
    ('{"root_input":1e999}', 'number out of range at line 1 column 15'),
    ('{"root_input":"a\nb"}', 'control character in a string at line 1 column 17'),
    ('{"run_id":"\xff"}', 'invalid utf-8 sequence of 1 bytes from index 11'),
    (json.dumps(TRACE) + 'x', 'trailing characters at line 1 column %d'
     % (len(json.dumps(TRACE)) + 1)),
]


@pytest.mark.parametrize('text,reason', BAD, ids=map(str, range(len(BAD))))
def test_bad_files(capfd, tmpdir, text, reason):
    path = saved(tmpdir, text)
    assert failure(capfd, 'trace', path) == '%s: not a trace: %s' % (path, reason)
    assert failure(capfd, 'diff', saved(tmpdir, TRACE, 'good'), path).endswith(reason)
    assert failure(capfd, 'replay', path, 'f.lex').endswith(reason)


@pytest.mark.parametrize('key', ['run_id', 'root_target', 'root_input', 'started_at',
                                 'ended_at', 'nodes'])
def test_missing_field(capfd, tmpdir, key):
    path = saved(tmpdir, without(TRACE, key))
    assert 'missing field `%s`' % key in failure(capfd, 'trace', path)


@pytest.mark.parametrize('key', ['node_id', 'kind', 'target', 'input', 'started_at',
                                 'ended_at'])
def test_missing_field_of_a_node(capfd, tmpdir, key):
    path = saved(tmpdir, with_nodes(without(NODE, key)))
    assert 'missing field `%s`' % key in failure(capfd, 'trace', path)


def test_unreadable(capfd):
    assert failure(capfd, 'trace', '/nowhere') == (
        'read /nowhere: No such file or directory (os error 2)')
    assert failure(capfd, 'trace', '/') == 'read /: Is a directory (os error 21)'


def test_too_large(capfd, tmpdir, monkeypatch):
    monkeypatch.setattr('interpreter.cli.saved_trace.MAX_SIZE', 100)
    path = saved(tmpdir, TRACE)
    assert failure(capfd, 'trace', path) == path + ': larger than 100 bytes'


# lexvm diff

def first_divergence(capfd, tmpdir, nodes_a, nodes_b):
    code, out, err = lexvm(capfd, 'diff', saved(tmpdir, with_nodes(*nodes_a), 'a'),
                           saved(tmpdir, with_nodes(*nodes_b), 'b', indent=1))
    assert (code, err) == (0, '')
    found = json.loads(out)
    if 'divergence' not in found:
        assert out == json.dumps(found, sort_keys=True, indent=2,
                                 separators=(',', ': ')) + '\n'
    return found


def value(v):
    return {'kind': 'output', 'value': v}


MISSING = {'kind': 'missing'}
A = dict(NODE, node_id='a', output=1)
B = dict(NODE, node_id='b', output=2)


def test_no_divergence(capfd, tmpdir):
    """Names, kinds and times do not count; neither does the order of keys."""
    other = dict(A, target='other', kind='effect', started_at=1, ended_at=2)
    assert first_divergence(capfd, tmpdir, [A, B], [other, B]) == {'divergence': None}
    path = saved(tmpdir, TRACE)
    assert lexvm(capfd, 'diff', path, path) == (0, '{"divergence": null}\n', '')
    left = dict(A, output={'x': 1, 'y': 2.50})
    assert first_divergence(capfd, tmpdir, [left], [left]) == {'divergence': None}


@pytest.mark.parametrize('a,b,expected', [
    ([A], [dict(A, output=2)], {'node_id': 'a', 'a': value(1), 'b': value(2)}),
    ([A], [dict(A, output=1.0)], {'node_id': 'a', 'a': value(1), 'b': value(1.0)}),
    ([A], [dict(A, input=[2])], {'node_id': 'a', 'a': value(1), 'b': value(1)}),
    ([A], [dict(without(A, 'output'), error='e')],
     {'node_id': 'a', 'a': value(1), 'b': {'kind': 'error', 'message': 'e'}}),
    ([A], [dict(A, error='e')],
     {'node_id': 'a', 'a': value(1), 'b': {'kind': 'error', 'message': 'e'}}),
    ([A], [B], {'node_id': 'a', 'a': value(1), 'b': value(2)}),
    ([A, B], [A], {'node_id': 'b', 'a': value(2), 'b': MISSING}),
    ([A], [A, B], {'node_id': 'b', 'a': MISSING, 'b': value(2)}),
    ([A], [dict(A, output=None)], {'node_id': 'a', 'a': value(1), 'b': MISSING}),
    ([dict(A, children=[B]), A], [dict(A, children=[dict(B, output=3)]), B],
     {'node_id': 'b', 'a': value(2), 'b': value(3)}),
    ([dict(A, children=[B])], [dict(A, output=5, children=[A])],
     {'node_id': 'a', 'a': value(1), 'b': value(5)})])
def test_first_divergence(capfd, tmpdir, a, b, expected):
    assert first_divergence(capfd, tmpdir, a, b) == expected


def test_diff_usage(capfd):
    assert failure(capfd, 'diff', 'a') == 'usage: lexvm diff <trace> <trace>'
    assert failure(capfd, 'diff', 'a', '--b') == 'unknown flag `--b` for `lexvm diff`'


# lexvm replay

def replay(capfd, path, program, *words):
    return lexvm(capfd, 'replay', *(GRANTS + [str(path), program] + list(words)))


def test_replay(capfd, program, tmpdir):
    path = tmpdir.join('t')
    _, trace = record(capfd, program, path, 'printing', '12')
    by_target = dict((node['target'], node['node_id']) for node in trace['nodes'])
    assert replay(capfd, path, program, 'printing', '12') == (0, 'hello\n3\n', '')
    # An overridden effect is not executed; a call is.
    print_id = by_target['io.print']
    assert replay(capfd, path, program, 'printing', '12',
                  '--override', print_id + '=null') == (0, '3\n', '')
    text_id = by_target['int.to_str']
    assert replay(capfd, path, program, 'printing', '12', '--override=%s=null' % print_id,
                  '--override', text_id + '="12345"') == (0, '6\n', '')
    call_id = by_target['inc']
    assert replay(capfd, path, program, 'printing', '12', '--override',
                  call_id + '=100') == (0, 'hello\n3\n', '')


def test_replay_defaults_to_the_traced_function(capfd, program, tmpdir):
    path = saved(tmpdir, dict(TRACE, root_target='zero'))
    source = tmpdir.join('zero.lex')
    source.write('fn zero() -> Int { 40 + 2 }\n')
    assert replay(capfd, path, str(source)) == (0, '42\n', '')


def test_replayed_trace(capfd, program, tmpdir):
    path = tmpdir.join('t')
    record(capfd, program, path, 'main', '4')
    new = tmpdir.join('new')
    assert replay(capfd, path, program, 'main', '4', '--trace', str(new), '--override',
                  'n_0.2="ten"') == (0, '"ten"\n', 'trace saved: %s\n' % new)
    _, out, _ = lexvm(capfd, 'diff', str(path), str(new))
    assert json.loads(out) == {'node_id': 'n_0.2', 'a': value('10'), 'b': value('ten')}


def test_overrides_are_decoded_like_arguments_without_bytes(capfd, program, tmpdir):
    path = saved(tmpdir, TRACE)
    source = tmpdir.join('v.lex')
    source.write('import "std.option" as option\nimport "std.list" as list\n'
                 'import "std.bytes" as bytes\n'
                 'fn f() -> Option[Int] { list.head([1]) }\n'
                 'fn g() -> Bytes { bytes.from_str("a") }\n')
    assert replay(capfd, path, str(source), 'f', '--override',
                  'n_0.1={"$variant":"None","args":[]}')[1] == (
        '{"$variant":"None","args":[]}\n')
    # Were it decoded to Bytes, it would be printed the same; records sort keys.
    assert replay(capfd, path, str(source), 'g', '--override',
                  'n_0.1={"$bytes":"AB"}')[1] == '{"$bytes":"AB"}\n'


def test_replay_usage(capfd, program, tmpdir):
    path = saved(tmpdir, TRACE)
    usage = ('usage: lexvm replay [policy] [--override NODE=JSON]... '
             '<trace> <file> [fn] [args]')
    assert failure(capfd, 'replay') == usage
    assert failure(capfd, 'replay', path) == usage
    assert failure(capfd, 'replay', path, program, '--frob') == (
        'unknown flag `--frob`; try `lexvm replay --help`')
    assert failure(capfd, 'run', program, '--override', 'a=1') == (
        'unknown flag `--override`; try `lexvm run --help`')
    for word, reason in [('n_0', '--override must be NODE=JSON, got `n_0`'),
                         ('=1', '--override must be NODE=JSON, got `=1`'),
                         ('n_0=x', 'override `x` must be JSON: expected value '
                                   'at line 1 column 1')]:
        code, _, err = replay(capfd, path, program, 'main', '4', '--override', word)
        assert (code, err) == (1, 'error: %s\n' % reason)
