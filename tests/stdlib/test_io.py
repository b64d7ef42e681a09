import os


from interpreter.effects.policy import Policy
from tests.stdlib.support import (
    NONE, call, err, error_of, json_of, new_host, ok, some)


def test_permissions():
    host = new_host(Policy(['net', 'io:x']))
    for path, args in [('io.print', ['a']), ('io.read', ['a']),
                       ('io.write', ['a', 'b']), ('io.argv', [])]:
        assert error_of(path, *args, host=host) == (
            'effect `io` not in --allow-effects')
    assert error_of('time.now', host=host) == (
        'effect `time` not in --allow-effects')
    assert error_of('rand.int_in', 1, 2, host=host) == (
        'effect `random` not in --allow-effects')


def test_print(capfd):
    host = new_host()
    call('io.print', 'one', host=host)
    call('io.print', 'two', host=host)
    host.flush()
    assert capfd.readouterr()[0] == 'one\ntwo\n'
    assert error_of('io.print', 3) == 'expected Str arg, got Int(3)'


def test_files(tmpdir):
    path = str(tmpdir.join('f'))
    assert json_of('io.write', path, 'h\xc3\xa9') == ok('null')
    assert json_of('io.read', path) == ok('"h\xc3\xa9"')
    assert json_of('io.read', str(tmpdir)) == err(
        'Is a directory (os error 21)')
    assert json_of('io.read', path + 'x') == err(
        'No such file or directory (os error 2)')
    assert json_of('io.write', path + '/x', '') == err(
        'Not a directory (os error 20)')
    tmpdir.join('bad').write('\xff', 'wb')
    assert json_of('io.read', path[:-1] + 'bad') == err(
        'stream did not contain valid UTF-8')
    assert json_of('io.read', 'a\x00b') == err(
        'file name contained an unexpected NUL byte')


def test_scopes(tmpdir):
    inside = tmpdir.mkdir('in')
    outside = tmpdir.mkdir('out')
    outside.join('f').write('secret')
    os.symlink(str(outside), str(inside.join('link')))
    policy = Policy(['io'], [str(inside)], [str(inside)])
    host = new_host(policy)
    path = str(inside.join('f'))
    assert json_of('io.write', path, 'x', host=host) == ok('null')
    assert json_of('io.read', path, host=host) == ok('"x"')
    for path in [str(outside.join('f')), str(inside) + '/../out/f',
                 str(inside.join('link', 'f'))]:
        assert error_of('io.read', path, host=host) == (
            'read of `%s` outside --allow-fs-read' % path)
        assert error_of('io.write', path, '', host=host) == (
            'write to `%s` outside --allow-fs-write' % path)


def test_argv():
    assert json_of('io.argv') == '["one","two"]'


def test_readline(monkeypatch):
    reader, writer = os.pipe()
    os.write(writer, 'one\r\n\n\xff\nlast')
    os.close(writer)
    saved = os.dup(0)
    os.dup2(reader, 0)
    try:
        host = new_host()
        lines = [json_of('io.readline', host=host) for i in range(6)]
    finally:
        os.dup2(saved, 0)
        os.close(saved)
        os.close(reader)
    assert lines == [some('"one"'), some('""'), NONE, some('"last"'), NONE,
                     NONE]


def test_env(monkeypatch):
    monkeypatch.setitem(os.environ, 'LEX_D', 'value')
    assert json_of('env.get', 'LEX_D') == some('"value"')
    for name in ['LEX_NOTHING', '', 'A=B']:
        assert json_of('env.get', name) == NONE


def test_fs_queries(tmpdir):
    path = str(tmpdir.join('f'))
    tmpdir.join('f').write('abc')
    assert json_of('fs.exists', path) == 'true'
    assert json_of('fs.exists', path + 'x') == 'false'
    assert json_of('fs.is_file', path) == 'true'
    assert json_of('fs.is_dir', path) == 'false'
    assert json_of('fs.is_dir', str(tmpdir)) == 'true'
    stat = json_of('fs.stat', path)
    assert '"is_file":true' in stat and '"size":3' in stat
    assert json_of('fs.stat', path + 'x') == err(
        'fs.stat `%sx`: No such file or directory (os error 2)' % path)
    assert json_of('fs.list_dir', str(tmpdir)) == ok('["%s"]' % path)


def test_fs_walk_and_glob(tmpdir):
    tmpdir.mkdir('b').join('x.lex').write('')
    tmpdir.join('a.lex').write('')
    tmpdir.join('.c.lex').write('')
    root = str(tmpdir)
    assert sorted(items('fs.walk', root)) == sorted(
        [root, root + '/b', root + '/b/x.lex', root + '/a.lex',
         root + '/.c.lex'])
    assert items('fs.walk', root)[0] == root
    assert items('fs.glob', root + '/*.lex') == [
        root + '/.c.lex', root + '/a.lex']
    assert items('fs.glob', root + '/**/*.lex') == [
        root + '/.c.lex', root + '/a.lex', root + '/b/x.lex']
    assert items('fs.glob', root + '/[a-b]*') == [
        root + '/a.lex', root + '/b']
    assert items('fs.glob', root + '/[!a.]') == [root + '/b']
    assert items('fs.glob', root + '/nothing?') == []
    pattern = '/a[bc'
    assert json_of('fs.glob', pattern) == err(
        'fs.glob: Pattern syntax error near position 2: '
        'invalid range pattern')


def items(path, *args):
    w_list = call(path, *args).getarg(0)
    return [w_list.getitem(i).utf8_w() for i in range(w_list.length())]


def test_fs_changes(tmpdir):
    root = str(tmpdir)
    assert json_of('fs.mkdir_p', root + '/a/b/') == ok('null')
    assert json_of('fs.mkdir_p', root + '/a/b') == ok('null')
    tmpdir.join('f').write('abc')
    os.chmod(root + '/f', 0640)
    assert json_of('fs.copy', root + '/f', root + '/a/b/g') == ok('null')
    assert tmpdir.join('a', 'b', 'g').read() == 'abc'
    assert os.stat(root + '/a/b/g').st_mode & 0777 == 0640
    os.symlink(root + '/f', root + '/a/link')
    assert json_of('fs.remove', root + '/a') == ok('null')
    assert sorted(os.listdir(root)) == ['f']
    assert json_of('fs.remove', root + '/a').startswith(
        '{"$variant":"Err"')
    assert json_of('fs.copy', root + '/x', root + '/y') == err(
        'fs.copy %s/x -> %s/y: No such file or directory (os error 2)' % (
            root, root))


def test_fs_scopes(tmpdir):
    host = new_host(Policy(['fs_walk', 'fs_write'], ['/in'], ['/in']))
    for name in ['exists', 'is_file', 'is_dir', 'stat', 'list_dir', 'walk']:
        assert json_of('fs.' + name, '/etc', host=host) == err(
            'fs path `/etc` outside --allow-fs-read')
    for name in ['mkdir_p', 'remove']:
        assert json_of('fs.' + name, '/etc', host=host) == err(
            'fs path `/etc` outside --allow-fs-write')
    assert json_of('fs.glob', '/*', host=host) == ok('[]')


def test_log(tmpdir, capfd):
    host = new_host()
    path = str(tmpdir.join('log'))
    call('log.debug', 'hidden', host=host)
    call('log.info', 'shown', host=host)
    assert json_of('log.set_level', 'debug', host=host) == ok('null')
    assert json_of('log.set_format', 'json', host=host) == ok('null')
    assert json_of('log.set_sink', path, host=host) == ok('null')
    call('log.debug', 'a"b\n', host=host)
    assert json_of('log.set_sink', '-', host=host) == ok('null')
    output = capfd.readouterr()[1]
    assert output.startswith('[') and output.endswith('] info: shown\n')
    line = tmpdir.join('log').read()
    assert line.startswith('{"ts":"')
    assert line.endswith('","level":"debug","msg":"a\\"b\\n"}\n')
    assert json_of('log.set_level', 'x') == err(
        'log.set_level: unknown level `x`; expected debug|info|warn|error')
    assert json_of('log.set_format', 'x') == err(
        'log.set_format: unknown format `x`; expected text|json')


def test_log_levels(capfd):
    host = new_host()
    call('log.warn', 'w"x', host=host)
    call('log.set_level', 'warn', host=host)
    call('log.info', 'hidden', host=host)
    call('log.warn', '', host=host)
    call('log.set_level', 'error', host=host)
    call('log.warn', 'hidden', host=host)
    call('log.error', 'shown', host=host)
    lines = capfd.readouterr()[1].splitlines()
    assert [line.split('] ')[1] for line in lines] == [
        'warn: w"x', 'warn: ', 'error: shown']
