"""``net.serve*`` on the loopback interface.  The answers are those of the
reference."""

import json
import socket
import ssl

import pytest

from interpreter.effects.policy import Policy
from interpreter.machine import servers
from interpreter.machine.servers import http_date
from interpreter.objects.errors import EffectError
from tests.effects.serving import Running, rest_of
from tests.machine.support import session_of
from tests.stdlib.certificates import self_signed
from tests.stdlib.support import wrap

SOURCE = '''
import "std.net" as net
import "std.map" as map
import "std.iter" as iter
import "std.str" as str
import "std.json" as json
import "std.int" as int
import "std.list" as list
fn answer(r :: Request) -> Response {
  match r.path {
    "/boom" => { status: 1 / 0, body: BodyStr("x"), headers: map.new() },
    "/stream" => { status: 201,
      body: BodyStream(iter.from_list(["a", "b\xc3\xa9", ""])),
      headers: map.from_list([("X-A", "1")]) },
    "/bytes" => { status: 200,
      body: BodyBytes(iter.from_list([[255, 0], [65, 300, 0 - 1]])),
      headers: map.new() },
    "/lazy" => { status: 200, body: BodyStream(iter.unfold(0,
      fn (n :: Int) -> Option[(Str, Int)] {
        if n > 2 { None } else { Some((int.to_str(n), n + 1)) } })),
      headers: map.new() },
    "/1000" => { status: 1000, body: BodyStr("a"), headers: map.new() },
    "/bad" => { status: 200, body: BodyStr("a"),
      headers: map.from_list([("a", "x\\ny")]) },
    "/steps" => { status: 200,
      body: BodyStr(int.to_str(list.fold(list.range(0, 50), 0,
        fn (a :: Int, n :: Int) -> Int { a + n }))),
      headers: map.new() },
    "/forever" => answer(r),
    _ => { status: 200, body: BodyStr(json.stringify(r)),
      headers: map.new() }
  }
}
fn named(s :: Str) -> (Request) -> Response {
  fn (r :: Request) -> Response {
    { status: 200, body: BodyStr(str.concat(s, json.stringify(r.path_params))),
      headers: map.new() }
  }
}
fn by_value(port :: Int) -> [net] Unit { net.serve_fn(port, answer) }
fn by_name(port :: Int, name :: Str) -> [net] Unit {
  net.serve_with(port, name,
    { http2: false, inline_vm: false, host: "127.0.0.1" })
}
fn routed(port :: Int) -> [net] Unit {
  net.serve_routed_with(port,
    [("GET", "/a/:id", named("A")), ("*", "/a/b", named("B")),
     ("get", "/low", named("L")), ("POST", "/x/:y/z/", named("X")),
     ("GET", "/", named("R"))], named("F"),
    net.default_opts())
}
fn bad_route() -> [net] Unit {
  net.serve_routed(0, [("GET", "nope", answer)], answer)
}
fn encrypted(port :: Int, cert :: Str, key :: Str) -> [net] Unit {
  net.serve_tls(port, cert, key, "answer")
}
fn at(host :: Str, port :: Int) -> [net] Unit {
  net.serve_fn_with(port, answer,
    { http2: false, inline_vm: false, host: host })
}
'''


def serving(function, *args):
    session = session_of(SOURCE, max_steps=3000)

    return Running(lambda: session.invoke(
        function, [wrap(arg) for arg in args]))


def ask(server, path, method='GET', body='', headers=''):
    """The status line, the header lines but for the date, and the body."""
    text = server.ask('%s %s HTTP/1.1\r\nHost: h\r\nConnection: close\r\n'
                      'Content-Length: %d\r\n%s\r\n%s'
                      % (method, path, len(body), headers, body))
    head, body = text.split('\r\n\r\n', 1)
    lines = head.split('\r\n')
    return lines[0], [line for line in lines[1:]
                      if not line.startswith('date: ')], body


def body_of(server, path, method='GET', body=''):
    return ask(server, path, method, body)[2]


def test_closure():
    server = serving('by_value', 0)
    first, headers, body = ask(server, '/p/%41?a=b&c', 'POST', 'h\xffy',
                               'X-Q: 1\r\nx-q: 2\r\n')
    assert first == 'HTTP/1.1 200 OK'
    assert headers == ['content-length: %d' % len(body), 'connection: close']
    assert json.loads(body) == {
        'body': u'h\ufffdy', 'method': 'POST', 'path': '/p/%41',
        'path_params': {}, 'query': 'a=b&c', 'headers': {
            'host': 'h', 'connection': 'close', 'content-length': '3',
            'x-q': '2'}}
    assert ask(server, '/stream') == (
        'HTTP/1.1 201 Created',
        ['x-a: 1', 'transfer-encoding: chunked', 'connection: close'],
        '1\r\na\r\n3\r\nb\xc3\xa9\r\n0\r\n\r\n')
    assert body_of(server, '/bytes') == (
        '2\r\n\xff\x00\r\n3\r\nA,\xff\r\n0\r\n\r\n')
    assert body_of(server, '/lazy') == (
        '1\r\n0\r\n1\r\n1\r\n1\r\n2\r\n0\r\n\r\n')
    assert ask(server, '/boom') == (
        'HTTP/1.1 500 Internal Server Error',
        ['content-length: 40', 'connection: close'],
        'internal error: integer division by zero')
    for path in ['/1000', '/bad']:
        assert body_of(server, path) == 'response build error'
    # Each request has the whole number of steps.
    for i in range(20):
        assert body_of(server, '/steps') == '1225'
    assert body_of(server, '/forever').startswith(
        'internal error: runtime panic: step limit exceeded')
    server.stop()


def test_named_function():
    server = serving('by_name', 0, 'answer')
    assert body_of(server, '/steps') == '1225'
    server.stop()
    server = serving('by_name', 0, 'nope')
    assert body_of(server, '/') == (
        'internal error: runtime panic: no function `nope`')
    server.stop()


def test_encrypted(tmpdir):
    certificate, key = self_signed(tmpdir, 'localhost', 'DNS:localhost')
    server = serving('encrypted', 0, certificate, key)
    connection = ssl.wrap_socket(server.connect(), suppress_ragged_eofs=False)
    connection.sendall('GET /steps HTTP/1.0\r\n\r\n')
    text = rest_of(connection)
    assert text.startswith('HTTP/1.1 200 OK\r\n')
    assert text.endswith('\r\n\r\n1225')
    server.stop()


def test_certificates_that_cannot_be_used(tmpdir):
    certificate, key = self_signed(tmpdir, 'localhost', 'DNS:localhost')
    assert error_of('encrypted', 65536, certificate, key) == (
        'net.serve_tls(port, cert, key, handler): port must be Int 0..=65535')
    assert error_of('encrypted', 0, '/no/cert', '/no/key') == (
        'net.serve_tls: read cert /no/cert: No such file or directory (os error 2)')
    assert error_of('encrypted', 0, certificate, '/no/key') == (
        'net.serve_tls: read key /no/key: No such file or directory (os error 2)')
    assert error_of('encrypted', 7, key, key) == (
        "net.serve_tls bind 7: Couldn't extract certificate chain from config.")
    assert error_of('encrypted', 7, certificate, certificate) == (
        'net.serve_tls bind 7: private key: there is none that can be read')
    busy = socket.socket()
    busy.bind(('0.0.0.0', 0))
    busy.listen(1)
    port = busy.getsockname()[1]
    assert error_of('encrypted', port, certificate, key) == (
        'net.serve_tls bind %d: Address already in use (os error 98)' % port)
    assert error_of('encrypted', 0, certificate, key, policy=Policy(['io'])) == (
        'effect `net` not in --allow-effects')
    scoped = Policy(['net'], fs_read=['/nothing'])
    assert error_of('encrypted', 0, certificate, key, policy=scoped) == (
        'read of `%s` outside --allow-fs-read' % certificate)


def test_routes():
    server = serving('routed', 0)
    for method, path, body in [
            ('GET', '/a/1', 'A{"id":"1"}'), ('GET', '/a/b', 'A{"id":"b"}'),
            ('POST', '/a/b', 'B{}'), ('GET', '/a/b/c', 'F{}'),
            ('GET', '/low', 'L{}'), ('POST', '/x/1/z', 'F{}'),
            ('POST', '/x/1/z/', 'X{"y":"1"}'), ('GET', '/', 'R{}'),
            ('GET', '/a/', 'A{"id":""}'), ('GET', '/a/%20', 'A{"id":"%20"}')]:
        assert body_of(server, path, method) == body
    server.stop()


def test_requests_that_use_up_what_they_have(monkeypatch):
    monkeypatch.setattr(servers, 'ANSWER_NS', 300 * 1000 * 1000)
    session = session_of(SOURCE, max_steps=0)
    session.vm.slice_size = 100
    server = Running(lambda: session.invoke('by_value', [wrap(0)]))
    first, headers, body = ask(server, '/forever')
    assert first == 'HTTP/1.1 503 Service Unavailable'
    assert body == 'the request takes too long'
    assert ask(server, '/steps')[0] == 'HTTP/1.1 200 OK'

    def fail(application, request):
        raise MemoryError
    with monkeypatch.context() as patch:
        patch.setattr(servers.LexApplication, 'value_for', fail)
        assert ask(server, '/steps')[2] == 'the request needs too much memory'
    assert ask(server, '/steps')[0] == 'HTTP/1.1 200 OK'
    server.stop()


def error_of(function, *args, **options):

    session = session_of(SOURCE, policy=options.get('policy'))
    with pytest.raises(EffectError) as raised:
        session.invoke(function, [wrap(arg) for arg in args])
    return raised.value.msg


def test_failures():
    assert error_of('by_value', 65536) == (
        'net.serve_fn(port, handler): port must be Int 0..=65535')
    assert error_of('routed', -1) == (
        'net.serve_routed_with(port, routes, fallback, opts): '
        'port must be Int 0..=65535')
    assert error_of('bad_route') == (
        'net.serve_routed: route #0 ("nope"): path pattern must start with '
        '\'/\' (got "nope")')
    assert error_of('at', 'nonono.invalid', 1) == (
        'net.serve_fn bind nonono.invalid:1: failed to lookup address '
        'information: Name or service not known')
    assert error_of('at', '203.0.113.1', 1) == (
        'net.serve_fn bind 203.0.113.1:1: Cannot assign requested address '
        '(os error 99)')
    assert error_of('by_value', 0, policy=Policy(['io'])) == (
        'effect `net` not in --allow-effects')


@pytest.mark.parametrize('seconds, text', [
    (0, 'Thu, 01 Jan 1970 00:00:00 GMT'),
    (784111777, 'Sun, 06 Nov 1994 08:49:37 GMT'),
    (1709251199, 'Thu, 29 Feb 2024 23:59:59 GMT')])
def test_dates(seconds, text):
    assert http_date(seconds) == text
