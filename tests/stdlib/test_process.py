"""Expected values were produced by the reference."""

import os

import pytest

from interpreter.effects import handles, programs
from interpreter.effects.policy import Policy
from interpreter.objects.map import empty_map
from interpreter.objects.numbers import W_Int
from interpreter.objects.record import record_from_pairs
from interpreter.objects.tree import StrKey
from interpreter.objects.variant import W_Variant, some as w_some, w_none
from interpreter.stdlib.utf8 import repaired
from tests.stdlib.support import (
    NONE, call, err, error_of, json_of, new_host, ok, some, wrap)


def result(exit_code, stderr, stdout):
    return ok('{"exit_code":%d,"stderr":"%s","stdout":"%s"}' % (
        exit_code, stderr, stdout))


def options(cwd=None, env=(), stdin=None):
    w_env = empty_map
    for name, value in env:
        w_env = w_env.set(StrKey(name), wrap(value))
    return record_from_pairs(
        ['cwd', 'env', 'stdin'],
        [w_none if cwd is None else w_some(wrap(cwd)), w_env,
         w_none if stdin is None else w_some(wrap(bytearray(stdin)))])


def spawn(host, program, args, **parts):
    w_result = call('process.spawn', program, args, options(**parts),
                    host=host)
    assert isinstance(w_result, W_Variant)
    w_handle = w_result.getarg(0)
    assert isinstance(w_handle, W_Int), w_handle
    return w_handle


def shell(script):
    return json_of('process.run', 'sh', ['-c', script])


def test_run():
    assert shell('echo out; echo err >&2; exit 3') == result(
        3, 'err\\n', 'out\\n')
    assert shell('kill -9 $$') == result(-1, '', '')
    assert shell('cat') == result(0, '', '')
    assert json_of('process.run', 'printf', ['a\\377b']) == result(
        0, '', 'a\xef\xbf\xbdb')


def test_output_larger_than_a_pipe():
    script = ('head -c 300000 /dev/zero | tr "\\0" x >&2; '
              'head -c 300000 /dev/zero | tr "\\0" y')
    assert shell(script) == result(0, 'x' * 300000, 'y' * 300000)


def test_programs_that_cannot_start():
    for program, text in [
            ('nonono', 'No such file or directory (os error 2)'),
            ('', 'No such file or directory (os error 2)'),
            ('/etc/passwd', 'Permission denied (os error 13)'),
            ('/tmp', 'Permission denied (os error 13)'),
            ('a\x00b', 'nul byte found in provided data')]:
        expected = ('process.run `%s`: ' % program).replace('\x00', '\\u0000')
        assert json_of('process.run', program, []) == err(expected + text)
    assert json_of('process.spawn', 'nonono', [], options()) == err(
        'process.spawn `nonono`: No such file or directory (os error 2)')
    assert json_of('process.spawn', 'true', [], options(cwd='/nonono')) == err(
        'process.spawn `true`: No such file or directory (os error 2)')


def test_script_without_an_interpreter(tmpdir):
    script = tmpdir.join('script')
    script.write('echo "$1"\n')
    script.chmod(0755)
    assert json_of('process.run', str(script), ['x']) == result(0, '', 'x\\n')


def test_the_log_is_not_inherited(tmpdir):
    host = new_host()
    call('log.set_sink', str(tmpdir.join('log')), host=host)
    script = 'test -e /proc/$$/fd/%d; echo $?' % host.log_fd
    assert json_of('process.run', 'sh', ['-c', script], host=host) == result(
        0, '', '1\\n')
    host.close_log()


def test_spawn_with_input():
    host = new_host()
    w_child = spawn(host, 'tr', ['a', 'b'], stdin='aXa\r\n\nb')
    lines = [json_of('process.read_stdout_line', w_child, host=host)
             for i in range(4)]
    assert lines == [some('"bXb"'), some('""'), some('"b"'), NONE]
    assert json_of('process.wait', w_child, host=host) == (
        '{"code":0,"signaled":false}')


def test_spawn_with_directory_and_environment():
    host = new_host()
    w_child = spawn(host, 'sh', ['-c', 'pwd >&2; echo "$LEX_A"'], cwd='/usr',
                    env=[('LEX_A', 'b')])
    assert json_of('process.read_stdout_line', w_child, host=host) == (
        some('"b"'))
    assert json_of('process.read_stderr_line', w_child, host=host) == (
        some('"/usr"'))


def test_much_input_and_output_at_once():
    host = new_host()
    w_child = spawn(host, 'cat', [], stdin='x' * 400000 + '\n')
    line = json_of('process.read_stdout_line', w_child, host=host)
    assert len(line) == len(some('"%s"' % ('x' * 400000)))


def test_wait_drops_output():
    host = new_host()
    w_child = spawn(host, 'head', ['-c', '1000000', '/dev/zero'])
    assert json_of('process.wait', w_child, host=host) == (
        '{"code":0,"signaled":false}')


def test_wait_closes_the_input():
    host = new_host()
    w_child = spawn(host, 'cat', [])
    assert json_of('process.wait', w_child, host=host) == (
        '{"code":0,"signaled":false}')


def test_wait_does_not_wait_for_grandchildren():
    host = new_host()
    w_child = spawn(host, 'sh', ['-c', 'sleep 60 & echo $!'])
    pid = call('process.read_stdout_line', w_child, host=host)
    call('process.wait', w_child, host=host)
    os.kill(int(pid.getarg(0).utf8_w()), 9)


def test_kill():
    host = new_host()
    w_child = spawn(host, 'sleep', ['60'])
    assert json_of('process.kill', w_child, 'TERM', host=host) == ok('null')
    assert json_of('process.wait', w_child, host=host) == (
        '{"code":-1,"signaled":true}')


def test_closed_handles():
    host = new_host()
    w_child = spawn(host, 'true', [])
    call('process.wait', w_child, host=host)
    for operation, args in [('read_stdout_line', []), ('wait', []),
                            ('read_stderr_line', []), ('kill', ['TERM'])]:
        assert error_of('process.' + operation, w_child, *args, host=host) == (
            'process.%s: closed or unknown ProcessHandle' % operation)


def test_invalid_utf8_in_a_line():
    host = new_host()
    w_child = spawn(host, 'printf', ['a\\377\\n'])
    assert error_of('process.read_stdout_line', w_child, host=host) == (
        'process.read_*_line: stream did not contain valid UTF-8')


def test_policy():
    host = new_host(Policy(['proc'], procs=['echo', 'b']))
    assert json_of('process.run', 'echo', ['x'], host=host) == result(
        0, '', 'x\\n')
    for program in ['sh', 'echo/..', '/bin/echo2', '/bin/echo', './echo', '']:
        assert json_of('process.run', program, [], host=host) == err(
            'process.run: `%s` not in --allow-proc [\\"echo\\", \\"b\\"]'
            % program)
        assert json_of('process.spawn', program, [], options(),
                       host=host) == err(
            'process.spawn: `%s` not in --allow-proc [\\"echo\\", \\"b\\"]'
            % program)
    by_path = new_host(Policy(['proc'], procs=['/bin/echo']))
    assert json_of('process.run', '/bin/echo', ['x'], host=by_path) == result(
        0, '', 'x\\n')
    assert error_of('process.run', 'true', [], host=new_host(Policy([]))) == (
        'effect `proc` not in --allow-effects')


def script(path, text, first='#!/bin/sh'):
    path.write('%s\necho %s "$@"\n' % (first, text), ensure=True)
    path.chmod(0755)
    return path


def test_permitted_programs_do_not_depend_on_the_folder(tmpdir, monkeypatch):
    """Relative paths and relative entries of PATH mean what they meant at the start."""
    here = tmpdir.mkdir('here')
    evil = here.mkdir('evil')
    for name in ['bin/tool', 'tool']:
        script(evil.join(name), 'evil')
    monkeypatch.chdir(here)
    monkeypatch.setenv('PATH', 'bin::.:' + os.environ['PATH'])
    missing = 'No such file or directory (os error 2)'
    for program in ['bin/tool', './tool', 'tool', '../evil/tool']:
        host = new_host(Policy(['proc'], procs=[program]))
        assert json_of('process.spawn', program, [], options(cwd='evil'), host=host) == err(
            'process.spawn `%s`: %s' % (program, missing))
        assert json_of('process.run', program, [], host=host) == err(
            'process.run `%s`: %s' % (program, missing))
    script(here.join('bin', 'tool'), 'good')
    for program in ['bin/tool', str(here.join('bin', 'tool'))]:
        host = new_host(Policy(['proc'], procs=[program]))
        w_child = spawn(host, program, [], cwd='evil')
        assert json_of('process.read_stdout_line', w_child, host=host) == some('"good"')
    # A name is not looked for in `bin`, wherever that is.
    host = new_host(Policy(['proc'], procs=['tool']))
    assert missing in json_of('process.spawn', 'tool', [], options(cwd='.'), host=host)
    monkeypatch.setenv('PATH', str(here.join('bin')))
    w_child = spawn(host, 'tool', [], cwd='evil')
    assert json_of('process.read_stdout_line', w_child, host=host) == some('"good"')


def test_without_a_list_a_path_is_taken_from_the_folder(tmpdir, monkeypatch):
    monkeypatch.chdir(tmpdir)
    script(tmpdir.join('a', 'tool'), 'in a')
    host = new_host()
    w_child = spawn(host, './tool', [], cwd='a')
    assert json_of('process.read_stdout_line', w_child, host=host) == some('"in a"')
    assert json_of('process.run', 'a/tool', ['x']) == result(0, '', 'in a x\\n')


def test_interpreters_do_not_depend_on_the_folder(tmpdir, monkeypatch):
    """A relative one, and one that `env` looks for in a relative entry of PATH."""
    monkeypatch.chdir(tmpdir)
    evil = tmpdir.mkdir('evil')
    script(evil.join('sh2'), 'evil')
    relative = script(tmpdir.join('relative'), 'x', '#! evil/sh2')
    by_env = script(tmpdir.join('by_env'), 'x', '#!/usr/bin/env sh2')
    host = new_host(Policy(['proc'], procs=[str(relative), str(by_env)]))
    assert json_of('process.run', str(relative), [], host=host) == err(
        "process.run `%s`: the script's interpreter is not an absolute path" % relative)
    monkeypatch.setenv('PATH', '.:' + os.environ['PATH'])
    w_child = spawn(host, str(by_env), [], cwd='evil')
    assert json_of('process.read_stdout_line', w_child, host=host) == NONE
    assert json_of('process.wait', w_child, host=host) == '{"code":127,"signaled":false}'


def test_programs_that_may_not_be_executed(tmpdir, monkeypatch):
    tmpdir.join('plain').write('#!/bin/sh\n')
    tmpdir.mkdir('folder')
    monkeypatch.setenv('PATH', str(tmpdir))
    for name in ['plain', 'folder']:
        assert json_of('process.run', name, []) == err(
            'process.run `%s`: Permission denied (os error 13)' % name)


HARMFUL = ['BASH_ENV', 'ENV', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'PYTHONPATH', 'PYTHONSTARTUP',
           'PERL5OPT', 'NODE_OPTIONS', 'BASH_FUNC_ls%%', 'IFS', 'SHELLOPTS', 'GIT_SSH_COMMAND',
           'PAGER', 'GCONV_PATH', 'GLIBC_TUNABLES']


def test_environment_of_a_child(monkeypatch):
    for name in HARMFUL + ['LEXVM_TEST', 'HTTP_PROXY']:
        monkeypatch.setenv(name, '/nonono')
    monkeypatch.setenv('LC_TIME', 'C')
    monkeypatch.setenv('HOME', '/home')
    answer = call('process.run', '/usr/bin/env', [])
    lines = answer.getarg(0).getfield('stdout').utf8_w().splitlines()
    names = [line.split('=')[0] for line in lines]
    assert 'LC_TIME=C' in lines and 'HOME=/home' in lines and 'PATH' in names
    for name in names:
        assert programs.matches(name, programs.INHERITED)
    # What the program names itself is passed.
    host = new_host()
    w_child = spawn(host, 'sh', ['-c', 'echo $PYTHONPATH $HOME'], env=[('PYTHONPATH', 'x')])
    assert json_of('process.read_stdout_line', w_child, host=host) == some('"x /home"')


@pytest.mark.parametrize('name', ['PATH'] + HARMFUL)
def test_variables_that_choose_the_code(name):
    host = new_host(Policy(['proc'], procs=['echo']))
    assert json_of('process.spawn', 'echo', [], options(env=[(name, 'x')]),
                   host=host) == err(
        'process.spawn: variable `%s` is not allowed with --allow-proc' % name)


class Noted(handles.Resource):
    def __init__(self, closed):
        self.closed = closed

    def close(self):
        self.closed.append(self)


def test_the_least_recently_used_handle_is_closed():
    table = handles.HandleTable()
    closed = []
    resources = [Noted(closed) for i in range(handles.CAPACITY)]
    assert [table.add(resource) for resource in resources] == range(
        1, handles.CAPACITY + 1)
    assert table.get(1) is resources[0]
    table.add(Noted(closed))
    assert closed == [resources[1]]
    assert table.get(2) is None
    assert table.remove(1) is resources[0]
    assert table.remove(1) is None


@pytest.mark.parametrize('data, text', [
    ('a\xffb', 'a\xef\xbf\xbdb'), ('\xe2\x82', '\xef\xbf\xbd'),
    ('\xe2\x82a\xf0', '\xef\xbf\xbda\xef\xbf\xbd'), ('h\xc3\xa9', 'h\xc3\xa9'),
    ('\xed\xa0\x80', '\xef\xbf\xbd' * 3), ('', '')])
def test_repaired_text(data, text):
    assert repaired(data) == text
