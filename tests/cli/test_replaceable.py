"""What ``--trace`` may replace: traces, empty files and what is not there."""

import json
import os

import pytest

from interpreter.cli import replaceable
from tests.cli.test_main import lexvm
from tests.cli.test_trace import GRANTS, TRACE, program, record

assert program

REASON = 'the file exists and is not a trace; use another name, or remove it'

NO_TRACES = {
    'source': 'fn main(n :: Int) -> Int { n }\n',
    'a space': ' ',
    'no text': '\x7fELF\0\xff',
    'other JSON': '{"nodes":[{"id":1}],"edges":[]}\n',
    'a list': '[]\n',
    'cut off': json.dumps(TRACE)[:-1],
    'cut off, the end of another': '{"ended_at":1,"nodes":[',
    'two': json.dumps(TRACE) * 2,
    'nearly': json.dumps(dict(TRACE, nodes=[{}])),
}


def trace_to(capfd, path, program, *words):
    return lexvm(capfd, 'run', *(GRANTS + ['--trace', str(path), program] +
                                 list(words)))


def refused(capfd, path, program, reason=REASON):
    code, out, err = trace_to(capfd, path, program, 'main', '4')
    assert (code, out) == (1, '')
    assert err == 'error: cannot write trace %s: %s\n' % (path, reason)


@pytest.mark.parametrize('text', list(NO_TRACES.values()), ids=list(NO_TRACES))
def test_no_trace_is_left_alone(capfd, program, tmpdir, text):
    folder = tmpdir.mkdir('d')
    path = folder.join('t')
    path.write(text, 'wb')
    refused(capfd, path, program)
    assert path.read('rb') == text
    assert os.listdir(str(folder)) == ['t']


def test_other_paths_to_a_file(capfd, program, tmpdir):
    """The program itself, named as it is, by a link, a chain of links and another
    name of the same file."""
    with open(program) as f:
        text = f.read()
    tmpdir.join('link').mksymlinkto('program.lex')
    tmpdir.join('chain').mksymlinkto(str(tmpdir.join('link')))
    os.link(program, str(tmpdir.join('same')))
    for name in ['program.lex', 'link', 'chain', 'same', './/program.lex']:
        refused(capfd, str(tmpdir) + '/' + name, program)
    with open(program) as f:
        assert f.read() == text


@pytest.mark.parametrize('layout', [
    {}, {'indent': 1}, {'sort_keys': True, 'separators': (',', ':')}])
def test_traces_that_others_wrote_are_replaced(capfd, program, tmpdir, layout):
    path = tmpdir.join('t')
    path.write(json.dumps(TRACE, **layout))
    record(capfd, program, path, 'main', '4')
    assert json.loads(path.read())['root_output'] == '10'


def test_own_traces_are_not_read_again(capfd, program, tmpdir, monkeypatch):
    path = tmpdir.join('t')
    record(capfd, program, path, 'main', '4')
    monkeypatch.setattr(replaceable, 'load_trace', None)
    record(capfd, program, path, 'failing', '0')
    record(capfd, program, path, 'outer', '1000')
    record(capfd, program, path, 'main', '4')


def test_own_trace_that_lacks_its_end(capfd, program, tmpdir):
    path = tmpdir.join('t')
    record(capfd, program, path, 'outer', '1000')
    text = path.read()
    path.write(text[:70000])
    refused(capfd, path, program)
    assert path.read() == text[:70000]


def test_empty_files_are_replaced(capfd, program, tmpdir):
    path = tmpdir.join('t')
    path.write('')
    record(capfd, program, path, 'main', '4')
    # A link to a file that is not there makes it.
    tmpdir.join('link').mksymlinkto('made')
    record(capfd, program, tmpdir.join('link'), 'main', '4')
    assert tmpdir.join('made').check(file=1)


def test_what_the_program_writes_is_left_alone(capfd, tmpdir):
    source = tmpdir.join('writes.lex')
    path = tmpdir.join('t')
    source.write('import "std.io" as io\n'
                 'fn main() -> [io] Result[Unit, Str] '
                 '{ io.write("%s", "mine") }\n' % path)
    code, out, err = lexvm(capfd, 'run', '--allow-effects', 'io',
                           '--trace', str(path), str(source))
    assert code == 1
    assert err == 'error: cannot write trace %s: %s\n' % (path, REASON)
    assert path.read() == 'mine'
    assert sorted(os.listdir(str(tmpdir))) == ['t', 'writes.lex']


@pytest.mark.parametrize('fd', [1, 2])
def test_standard_streams_are_left_alone(capfd, program, tmpdir, fd):
    path = tmpdir.join('t')
    saved = os.dup(fd)
    target = os.open(str(path), os.O_CREAT | os.O_WRONLY, 0666)
    os.dup2(target, fd)
    try:
        code, _, _ = trace_to(capfd, path, program, 'printing', '12')
    finally:
        os.dup2(saved, fd)
        os.close(saved)
        os.close(target)
    assert code == 1
    text = path.read()
    assert '"nodes"' not in text
    if fd == 2:
        assert 'standard error goes there' in text


def test_block_devices_are_left_alone(monkeypatch):
    class Status(object):
        st_mode = 060660
    monkeypatch.setattr(os, 'lstat', lambda path: Status)
    with pytest.raises(replaceable.NotReplaceable) as info:
        replaceable.destination('/dev/disk')
    assert info.value.reason == 'it is a block device'


def test_replay_is_as_careful(capfd, program, tmpdir):
    saved = tmpdir.join('saved')
    record(capfd, program, saved, 'main', '4')
    words = ['replay'] + GRANTS + [str(saved), program, 'main', '4', '--trace']
    code, _, err = lexvm(capfd, *(words + [program]))
    assert (code, REASON in err) == (1, True)
    assert lexvm(capfd, *(words + [str(saved)]))[0] == 0
