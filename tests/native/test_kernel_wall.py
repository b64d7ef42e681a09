"""The policy in the hands of the kernel, seen through child processes, which LexVM does
not check, and through ``--policy``."""

import pytest

from tests.native.program import run

CAT = '''import "std.process" as process
fn main() -> [proc] Str { match process.run("cat", ["%s"]) {
  Ok(output) => output.stdout + output.stderr, Err(error) => error } }
'''
WRITE = '''import "std.process" as process
fn main() -> [proc] Str { match process.run("sh", ["-c", "echo x > %s; echo done"]) {
  Ok(output) => output.stdout + output.stderr, Err(error) => error } }
'''
PURE = 'fn main() -> Int { 42 }\n'


@pytest.fixture
def place(tmpdir):
    tmpdir.mkdir('inside').join('file').write('visible\n')
    tmpdir.mkdir('outside').join('file').write('secret\n')
    return tmpdir


def has_walls(mode, place):
    path = place.join('pure.lex')
    path.write(PURE)
    return run(mode, ['--wall', 'on', str(path)]).code == 0


def output_of(mode, place, text, *flags):
    if not has_walls(mode, place):
        pytest.skip('this kernel has no Landlock and seccomp')
    path = place.join('program.lex')
    path.write(text)
    outcome = run(mode, ['--allow-effects', 'proc'] + list(flags) + [str(path)])
    assert outcome.code == 0, outcome
    return outcome.stdout


def test_reading(mode, place):
    secret = CAT % place.join('outside', 'file')
    scope = ['--allow-fs-read', str(place.join('inside'))]
    assert 'secret' in output_of(mode, place, secret)
    assert 'Permission denied' in output_of(mode, place, secret, *scope)
    assert 'secret' in output_of(mode, place, secret, '--wall', 'off', *scope)
    assert 'visible' in output_of(mode, place, CAT % place.join('inside', 'file'), *scope)


def test_writing(mode, place):
    scope = ['--allow-fs-write', str(place.join('inside'))]
    output_of(mode, place, WRITE % place.join('outside', 'new'), *scope)
    assert not place.join('outside', 'new').check()
    output_of(mode, place, WRITE % place.join('inside', 'new'), *scope)
    assert place.join('inside', 'new').read() == 'x\n'


def test_a_trace_is_written(mode, place):
    if not has_walls(mode, place):
        pytest.skip('this kernel has no Landlock and seccomp')
    trace = place.join('run.trace')
    outcome = run(mode, ['--trace', str(trace), '--wall', 'on',
                         str(place.join('pure.lex'))])
    assert outcome.code == 0
    assert trace.check()


def test_report(mode, place):
    path = place.join('pure.lex')
    path.write(PURE)
    outcome = run(mode, ['--policy', '--allow-effects', 'io', '--allow-fs-read',
                         str(place), str(path)])
    assert outcome.code == 0
    lines = outcome.stdout.splitlines()
    assert lines[0] == 'effects    io'
    assert lines[1].startswith('reading    %s (kept by: types, checks' % place)
    assert lines[2].startswith('writing    anywhere')
    assert lines[3].startswith('programs   none')
    assert lines[4].startswith('network    none')


def test_bad_values(mode, place):
    path = place.join('pure.lex')
    path.write(PURE)
    outcome = run(mode, ['--wall', 'high', str(path)])
    assert outcome.code == 1
    assert '--wall must be auto, on or off: `high`' in outcome.stderr


def test_a_trace_is_replaced(mode, place):
    path = place.join('pure.lex')
    path.write(PURE)
    trace = place.join('run.trace')
    for _ in range(2):
        assert run(mode, ['--trace', str(trace), str(path)]).code == 0
