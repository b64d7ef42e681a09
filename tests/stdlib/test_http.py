"""Expected values were produced by the reference, except for what is a
deviation (docs/compatibility.rst)."""

import pytest

from interpreter.effects import sockets
from interpreter.effects.policy import Policy
from interpreter.objects.json_reader import from_json
from interpreter.objects.map import empty_map
from interpreter.objects.record import record_from_pairs
from interpreter.objects.tree import StrKey
from interpreter.objects.variant import some as w_some, w_none
from tests.stdlib.loopback import Answers
from tests.stdlib.support import (
    NONE, call, err, error_of, json_of, new_host, ok, wrap)


def reply(text, status='200 OK', headers=''):
    return 'HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s' % (
        status, headers, len(text), text)


def redirect(status, location):
    return reply('', '%d X' % status, 'Location: %s\r\n' % location)


ANSWERS = {
    '/': reply('ok', headers='X-Up: A\r\nX-Up: B\r\n'),
    '/chunked': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
                '3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\n',
    '/404': reply('no', '404 Nope'),
    '/close': 'HTTP/1.1 200 OK\r\n\r\nuntil close',
    '/short': 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc',
    '/empty': '',
    '/garbage': 'hello\r\n\r\n',
    '/binary': reply('\xff'),
    '/204': 'HTTP/1.1 204 X\r\n\r\n',
    '/lines': 'HTTP/1.1 200 OK\nContent-Length: 1\n\nz',
    '/1.0': 'HTTP/1.0 200\r\n\r\nten',
    '/100': 'HTTP/1.1 100 Continue\r\n\r\n' + reply('late'),
    '/nowhere': reply('z', '302 Found'),
    '/loop': redirect(302, '/loop'),
    '/302': redirect(302, '/'),
    '/307': redirect(307, '/'),
    '/away': redirect(302, 'http://localhost:PORT/'),
    '/trick': redirect(302, 'http://127.0.0.1@localhost:PORT/'),
    '/bad-away': redirect(302, 'gopher://x'),
    '/big': 'HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\n',
    '/bad-chunk': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz',
    '/two-lengths': 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n'
                    'Content-Length: 2\r\n\r\nab',
    '/never': None,
    '/lines3': reply('one\ntwo\r\n\nlast'),
    '/escapes': reply(r'caf\u00e9 \u0041 \ud83d\ude00 \ud800 \u12 \\u0041'),
    '/nothing': reply(''),
    '/half': 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\none\ntwo',
    '/mixed': reply('ok\n\xff\nz\n'),
    '/404-lines': reply('nope\n', '404 X'),
}


@pytest.fixture(scope='module')
def server():
    # Large buffers are slow as long as nothing is translated.
    chunk = sockets.CHUNK
    sockets.CHUNK = 256
    answers = Answers(ANSWERS)
    yield answers
    answers.close()
    sockets.CHUNK = chunk


def get(server, path, host=None):
    return json_of('http.get', server.url(path), host=host or new_host())


def response(status, body, headers):
    return ok('{"body":{"$bytes":"%s"},"headers":%s,"status":%d}' % (
        body.encode('hex'), headers, status))


def http_error(name, text):
    return ('{"$variant":"Err","args":[{"$variant":"%s","args":["%s"]}]}'
            % (name, text))


TIMEOUT = '{"$variant":"Err","args":[{"$variant":"TimeoutError","args":[]}]}'


def request(method, url, headers=(), body=None, timeout_ms=None):
    w_headers = empty_map
    for name, value in headers:
        w_headers = w_headers.set(StrKey(name), wrap(value))
    return record_from_pairs(
        ['body', 'headers', 'method', 'timeout_ms', 'url'],
        [w_none if body is None else w_some(wrap(bytearray(body))),
         w_headers, wrap(method),
         w_none if timeout_ms is None else w_some(wrap(timeout_ms)),
         wrap(url)])


def test_responses(server):
    assert get(server, '/') == response(
        200, 'ok', '{"content-length":"2","x-up":"B"}')
    assert get(server, '/chunked') == response(
        200, 'abcde', '{"transfer-encoding":"chunked"}')
    assert get(server, '/404') == response(
        404, 'no', '{"content-length":"2"}')
    assert get(server, '/close') == response(200, 'until close', '{}')
    assert get(server, '/binary') == response(
        200, '\xff', '{"content-length":"1"}')
    assert get(server, '/204') == response(204, '', '{}')
    assert get(server, '/lines') == response(
        200, 'z', '{"content-length":"1"}')
    assert get(server, '/1.0') == response(200, 'ten', '{}')
    assert get(server, '/100') == response(
        200, 'late', '{"content-length":"4"}')
    assert get(server, '/302') == get(server, '/')


@pytest.mark.parametrize('path, name, text', [
    ('/short', 'DecodeError', 'body read: io: Peer disconnected'),
    ('/empty', 'NetworkError', 'io: Peer disconnected'),
    ('/garbage', 'NetworkError',
     'protocol: http parse fail: invalid HTTP version'),
    ('/nowhere', 'NetworkError', 'protocol: missing a location header'),
    ('/loop', 'NetworkError', 'too many redirects'),
    ('/big', 'DecodeError', 'body read: the response body is larger than '
     'request limit: 10485760')])
def test_bad_responses(server, path, name, text):
    assert get(server, path) == http_error(name, text)


@pytest.mark.parametrize('path', [
    '/bad-chunk', '/two-lengths', '/bad-away'])
def test_refused_responses(server, path):
    assert get(server, path).startswith('{"$variant":"Err"')


def test_what_is_sent(server):
    def sent(*args):
        call('http.send', request(*args))
        return server.requests[-1]
    host = 'host: 127.0.0.1:%d\r\n' % server.port
    rest = 'user-agent: lexvm\r\naccept: */*\r\n' + host + (
        'connection: close\r\n')
    assert sent('get', server.url('/'), [('X-A', '1'), ('x-e', '\xc3\xa9')],
                'dropped') == (
        'GET / HTTP/1.1\r\n' + rest + 'x-a: 1\r\nx-e: \xc3\xa9\r\n\r\n')
    assert sent('PUT', server.url('/'), [], 'hey') == (
        'PUT / HTTP/1.1\r\ncontent-length: 3\r\n' + rest + '\r\nhey')
    assert sent('POST', server.url('/'), [('content-length', '7')]) == (
        'POST / HTTP/1.1\r\ncontent-length: 0\r\n' + rest + '\r\n')
    assert sent('GET', server.url('/', 'u:p@127.0.0.1')) == (
        'GET / HTTP/1.1\r\n' + rest + 'authorization: Basic dTpw\r\n\r\n')
    assert sent('GET', server.url('/'), [('Host', 'zzz')]) == (
        'GET / HTTP/1.1\r\n' + rest.replace(host, '') + 'host: zzz\r\n\r\n')
    call('http.post', server.url('/'), bytearray('hey'), 'text/x')
    assert server.requests[-1] == (
        'POST / HTTP/1.1\r\ncontent-length: 3\r\n' + rest
        + 'content-type: text/x\r\n\r\nhey')


def test_redirected_requests(server):
    assert json_of('http.send', request(
        'POST', server.url('/302'),
        [('Authorization', 'secret'), ('Cookie', 'c'), ('x', 'y')],
        'hey')).startswith('{"$variant":"Ok"')
    assert server.requests[-1].startswith('GET / ')
    assert 'secret' not in server.requests[-1]
    assert 'cookie' not in server.requests[-1]
    assert 'x: y' in server.requests[-1]
    assert json_of('http.post', server.url('/307'), bytearray('hey'), '') == (
        http_error('NetworkError', 'redirect failed'))


def test_requests_that_cannot_be_sent(server):
    for name, value, text in [
            ('x\r\ny', 'v', 'invalid HTTP header name'),
            ('', 'v', 'invalid HTTP header name'),
            ('x', 'v\r\nz: 1', 'failed to parse header value')]:
        assert json_of('http.send', request(
            'GET', server.url('/'), [(name, value)])) == http_error(
                'NetworkError', 'http: ' + text)
    assert json_of('http.send', request('FOO', server.url('/'))) == (
        http_error('DecodeError', 'unsupported method: FOO'))
    assert json_of('http.get', 'ftp://x/') == http_error(
        'NetworkError', 'bad uri: unknown scheme: ftp')
    assert json_of('http.get', 'http://127.0.0.1:1/') == http_error(
        'NetworkError', 'io: Connection refused (os error 111)')


def test_timeouts(server):
    for timeout in [0, 200]:
        assert json_of('http.send', request(
            'GET', server.url('/never'), timeout_ms=timeout)) == TIMEOUT
    assert json_of('http.send', request(
        'GET', server.url('/'), timeout_ms=-5)) == http_error(
            'DecodeError', 'HttpRequest.timeout_ms Some payload must be a '
            'non-negative Int')


def test_simple_client(server):
    def simple(path):
        return json_of('net.get', server.url(path))
    assert simple('/') == ok('"ok"')
    assert simple('/404') == err('status 404: no')
    assert simple('/short') == err(
        'transport: body read: io: Peer disconnected')
    assert simple('/binary') == err(
        'transport: stream did not contain valid UTF-8')
    assert json_of('net.post', server.url('/'), 'x\xc3\xa9') == ok('"ok"')
    assert server.requests[-1].endswith('\r\n\r\nx\xc3\xa9')
    assert json_of('net.get', 'http://127.0.0.1:1/') == err(
        'transport: io: Connection refused (os error 111)')


def test_permissions(server):
    host = new_host(Policy([]))
    for path, args in [('http.get', ['x']), ('net.get', ['x']),
                       ('net.post', ['x', 'y']),
                       ('http.post', ['x', bytearray(''), '']),
                       ('http.send', [request('GET', 'x')])]:
        assert error_of(path, *args, host=host) == (
            'effect `net` not in --allow-effects')


def test_hosts(server):
    host = new_host(Policy(['net'], net_hosts=['127.0.0.1', 'b']))
    refused = 'net call to host `localhost` not in --allow-net-host %s'
    listed = '["127.0.0.1", "b"]'
    assert get(server, '/', host).startswith('{"$variant":"Ok"')
    other = server.url('/', 'localhost')
    assert error_of('http.get', other, host=host) == refused % listed
    assert error_of('net.get', other, host=host) == refused % listed
    assert error_of('net.post', other, 'x', host=host) == refused % listed
    assert json_of('http.send', request('GET', other), host=host) == (
        http_error('DecodeError', (refused % listed).replace('"', '\\"')))


def test_redirects_pass_the_gate_again(server):
    host = new_host(Policy(['net'], net_hosts=['127.0.0.1']))
    asked = len(server.requests)
    for path in ['/away', '/trick']:
        assert get(server, path, host) == http_error(
            'NetworkError', 'redirect: net call to host `localhost` not in '
            '--allow-net-host [\\"127.0.0.1\\"]')
    assert len(server.requests) == asked + 2
    assert get(server, '/away').startswith('{"$variant":"Ok"')


def test_building_requests():
    w_request = request('GET', 'http://x/', [('X-A', '1'), ('x-b', '2')])
    w_request = call('http.with_header', w_request, 'X-a', '3')
    w_request = call('http.with_auth', w_request, 'Bearer', 't')
    w_request = call('http.with_timeout_ms', w_request, -5)
    w_query = empty_map.set(StrKey('a b'), wrap('c&\xc3\xa9')).set(
        StrKey('b'), wrap('-_.~'))
    assert json_of('http.with_query', w_request, w_query) == (
        '{"body":{"$variant":"None","args":[]},"headers":{"authorization":'
        '"Bearer t","x-a":"3","x-b":"2"},"method":"GET","timeout_ms":'
        '{"$variant":"Some","args":[-5]},'
        '"url":"http://x/?a%20b=c%26%C3%A9&b=-_.~"}')
    w_request = request('GET', 'http://x/?a#f')
    assert '"url":"http://x/?a#f&a%20b=' in json_of(
        'http.with_query', w_request, w_query)
    assert '"url":"http://x/?a#f"' in json_of(
        'http.with_query', w_request, empty_map)


def w_response(body):
    return record_from_pairs(['body', 'headers', 'status'],
                             [wrap(bytearray(body)), empty_map, wrap(200)])


def test_bodies():
    bad = http_error('DecodeError', 'body not UTF-8: invalid utf-8 sequence '
                     'of 1 bytes from index 0')
    assert json_of('http.text_body', w_response('\xff')) == bad
    assert json_of('http.json_body', w_response('\xff')) == bad
    assert json_of('http.text_body', w_response('a')) == ok('"a"')
    assert json_of('http.json_body', w_response('a')) == http_error(
        'DecodeError', 'json parse: expected value at line 1 column 1')
    assert json_of('http.json_body', w_response('[1]')) == ok('[1]')


def typed(body):
    return json_of('http.json_body_typed', w_response(body),
                   from_json('["a"]'), [('a', 'Int'), ('b', 'Option[Str]')])


def test_typed_bodies():
    assert typed('{"a":1}') == ok(
        '{"a":1,"b":{"$variant":"None","args":[]}}')
    assert typed('{}') == http_error('DecodeError',
                                     'missing required field(s): a')
    assert typed('1') == http_error(
        'DecodeError', 'parse_strict: expected top-level object with fields '
        '[\\"a\\"], got 1')
    assert typed('') == http_error(
        'DecodeError',
        'json parse: EOF while parsing a value at line 1 column 0')


def lines_of(server, path):
    host = new_host()
    w_result = call('http.stream_lines', server.url(path),
                    empty_map.set(StrKey('X-A'), wrap('1')), 'body',
                    host=host)
    return json_of('stream.collect', w_result.getarg(0), host=host)


def test_streams_of_lines(server):
    assert lines_of(server, '/lines3') == '["one","two","","last"]'
    assert 'x-a: 1\r\n' in server.requests[-1]
    assert server.requests[-1].endswith('\r\n\r\nbody')
    assert lines_of(server, '/escapes') == (
        '["caf\xc3\xa9 A \\\\ud83d\\\\ude00 \\\\ud800 \\\\u12 '
        '\\\\A"]')
    assert lines_of(server, '/nothing') == '[]'
    assert lines_of(server, '/half') == '["one"]'
    assert lines_of(server, '/mixed') == '["ok"]'
    assert lines_of(server, '/404-lines') == '["nope"]'


def test_streams_end(server):
    host = new_host()
    w_result = call('http.stream_lines', server.url('/mixed'), empty_map, '',
                    host=host)
    w_stream = w_result.getarg(0)
    assert json_of('http.stream_lines', server.url('/'), empty_map, '',
                   host=host) == ok(
        '{"$variant":"__StreamHandle","args":["stream_1"]}')
    assert json_of('stream.next', w_stream, host=host) == (
        '{"$variant":"Some","args":["ok"]}')
    for i in range(2):
        assert json_of('stream.next', w_stream, host=host) == NONE
    assert json_of('stream.next', from_json(
        '{"$variant":"__StreamHandle","args":["stream_x"]}')) == NONE


def test_streams_that_cannot_begin():
    for url, text in [
            ('http://127.0.0.1:1/', 'io: Connection refused (os error 111)'),
            ('ftp://x', 'bad uri: unknown scheme: ftp')]:
        assert json_of('http.stream_lines', url, empty_map, '') == err(
            'http.stream_lines: ' + text)
    host = new_host(Policy(['net'], net_hosts=['a']))
    assert json_of('http.stream_lines', 'http://b/', empty_map, '',
                   host=host) == err(
        'http.stream_lines: net call to host `b` not in --allow-net-host '
        '[\\"a\\"]')
