import errno
import time

import pytest
from rpython.rlib import rsocket

from interpreter import memory
from interpreter.effects import body_room, http1, http_server
from interpreter.effects.channels import Channel, Doorkeeper
from interpreter.effects.http_server import Application, Response
from interpreter.effects.interrupts import Interrupts
from tests.effects.serving import rest_of, serve_application

DATE = 'Thu, 01 Jan 1970 00:00:00 GMT'
REST = '\r\ndate: ' + DATE + '\r\n\r\n'


class Echo(Application):
    def date(self):
        return DATE

    def respond(self, request):
        response = Response(200, '%s %s %s' % (
            request.method, request.target, request.body))
        if request.target == '/chunks':
            response.chunks = ['a', '', 'b' * 300]
        if request.target == '/large':
            response.body = 'x' * 5000
        if request.target == '/204':
            response.status = 204
        return response


@pytest.fixture(scope='module')
def server():
    running = serve_application(Echo())
    yield running
    running.stop()


@pytest.fixture
def short(monkeypatch):
    for name in ['HEAD_MS', 'MESSAGE_MS', 'WRITE_MS', 'WAIT_MS']:
        monkeypatch.setattr(http_server, name, 1000)


def get(target, headers='Connection: close\r\n', version='1.1'):
    return 'GET %s HTTP/%s\r\nHost: h\r\n%s\r\n' % (target, version, headers)


def answer(body, headers=''):
    return 'HTTP/1.1 200 OK\r\ncontent-length: %d%s%s%s' % (
        len(body), headers, REST, body)


CLOSES = '\r\nconnection: close'


def test_one_request(server):
    assert server.ask(get('/a?b')) == answer('GET /a?b ', CLOSES)
    assert server.ask(get('/', '', '1.0')) == answer('GET / ', CLOSES)


def test_keep_alive_and_pipelining(server):
    assert server.ask(get('/1', '') + get('/2', '') + get('/3')) == (
        answer('GET /1 ') + answer('GET /2 ') + answer('GET /3 ', CLOSES))


def test_keep_alive_with_the_old_version(server):
    assert server.ask(get('/1', 'Connection: keep-alive\r\n', '1.0')
                      + get('/2', '', '1.0')) == (
        answer('GET /1 ', '\r\nconnection: keep-alive')
        + answer('GET /2 ', CLOSES))


def test_many_pipelined_requests(server):
    text = server.ask(get('/', '') * 60 + get('/'))
    assert text.count('HTTP/1.1 200 OK') == 61


def test_bodies(server):
    assert server.ask('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\n'
                      'abc' + get('/')) == (
        answer('POST / abc') + answer('GET / ', CLOSES))
    assert server.ask(
        'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n'
        '3\r\nabc\r\n0\r\n\r\n' + get('/')) == (
        answer('POST / abc') + answer('GET / ', CLOSES))


def test_byte_by_byte(server):
    connection = server.connect()
    for c in get('/slow'):
        connection.send(c)
    assert rest_of(connection) == answer('GET /slow ', CLOSES)


def test_a_slow_client_delays_nobody(server):
    slow = server.connect()
    slow.send('GET / HT')
    assert server.ask(get('/')) == answer('GET / ', CLOSES)
    slow.send('TP/1.0\r\n\r\n')
    assert rest_of(slow) == answer('GET / ', CLOSES)


def test_forms_of_answers(server):
    assert server.ask(get('/chunks')) == (
        'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked' + CLOSES + REST
        + '1\r\na\r\n12c\r\n' + 'b' * 300 + '\r\n0\r\n\r\n')
    assert server.ask(get('/chunks', '', '1.0')).endswith('ab' + 'b' * 299)
    assert server.ask(get('/204')) == (
        'HTTP/1.1 204 No Content' + CLOSES + REST)
    assert server.ask(get('/').replace('GET', 'HEAD')) == (
        'HTTP/1.1 200 OK\r\ncontent-length: 7' + CLOSES + REST)


def test_large_answer(server):
    assert len(server.ask(get('/large'))) > 5000


def test_continue(server):
    connection = server.connect()
    connection.sendall('PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n'
                       'Expect: 100-continue\r\nConnection: close\r\n\r\n')
    assert connection.recv(100) == 'HTTP/1.1 100 Continue\r\n\r\n'
    connection.sendall('ab')
    assert rest_of(connection) == answer('PUT / ab', CLOSES)


@pytest.mark.parametrize('text, first', [
    ('BAD\r\n\r\n', '400 Bad Request'),
    ('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n', '400 Bad Request'),
    ('GET / HTTP/3.0\r\n\r\n', '505 HTTP Version Not Supported'),
    ('GET / HTTP/1.1\r\n\r\n', '400 Bad Request'),
    ('GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n',
     '413 Payload Too Large'),
    ('GET / HTTP/1.1\r\nX: ' + 'x' * 700,
     '431 Request Header Fields Too Large')])
def test_refused_requests(server, monkeypatch, text, first):
    monkeypatch.setattr(http1, 'MOST_HEAD', 500)
    got = server.ask(text)
    assert got.startswith('HTTP/1.1 %s\r\n' % first)
    assert '\r\nconnection: close\r\n' in got


def test_connections_that_close_early(server):
    for text in ['', 'GET', 'POST / HTTP/1.1\r\nHost: h\r\n'
                 'Content-Length: 5\r\n\r\nab']:
        connection = server.connect()
        connection.sendall(text)
        connection.close()
    assert server.ask(get('/')) == answer('GET / ', CLOSES)


def test_time_limits(short, server):
    assert server.ask('') == ''
    for text in ['GET', 'PUT / HTTP/1.1\r\nHost: h\r\n'
                 'Content-Length: 5\r\n\r\nab']:
        assert server.ask(text).startswith('HTTP/1.1 408 Request Timeout\r\n')


def test_idle_connections_are_closed(server, monkeypatch):
    monkeypatch.setattr(http_server, 'IDLE_MS', 100)
    assert server.ask(get('/', '')) == answer('GET / ')


class Clogged(object):
    """A socket whose peer does not read."""
    fd = 0
    closed = False

    def send(self, data):
        raise rsocket.CSocketError(errno.EAGAIN)

    def close(self):
        self.closed = True


def test_reader_that_never_reads(short):
    server = http_server.Server(Clogged(), Doorkeeper(), Echo(), Interrupts())
    socket = Clogged()
    connection = http_server.Connection(Channel(socket), server.room)
    server.connections.append(connection)
    connection.reader.feed(get('/large'))
    server.proceed(connection)
    server.expire()
    assert server.connections == [connection]
    time.sleep(1.1)
    server.expire()
    assert server.connections == [] and socket.closed


def test_the_idlest_connection_gives_way(server, monkeypatch):
    monkeypatch.setattr(http_server, 'MOST_CONNECTIONS', 2)
    idle = [server.connect() for i in range(2)]
    for connection in idle:
        connection.sendall(get('/', ''))
        connection.recv(1000)
    assert server.ask(get('/')) == answer('GET / ', CLOSES)
    assert idle[0].recv(1) == ''
    idle[1].sendall(get('/'))
    assert rest_of(idle[1]) == answer('GET / ', CLOSES)


def test_half_open_connections_give_way(server, monkeypatch):
    monkeypatch.setattr(http_server, 'MOST_CONNECTIONS', 4)
    half_open = [server.connect() for i in range(20)]
    for connection in half_open[::2]:
        connection.sendall('GET / HTTP/1.1\r\nHos')
    start = time.time()
    assert server.ask(get('/')) == answer('GET / ', CLOSES)
    # Without that, four at a time would be given up after HEAD_MS: 50 s.
    assert time.time() - start < 30
    for connection in half_open:
        connection.close()


def test_busy_connections_do_not_give_way(server, monkeypatch):
    busy = [server.connect() for i in range(2)]
    for connection in busy:
        connection.sendall('PUT / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n'
                           'Content-Length: 2\r\n\r\na')
    # What the server answers, it has read after all that was sent before.
    assert server.ask(get('/')) == answer('GET / ', CLOSES)
    monkeypatch.setattr(http_server, 'MOST_CONNECTIONS', 2)
    monkeypatch.setattr(http_server, 'HALF_OPEN_MS', 10)
    time.sleep(0.1)
    waiting = server.connect()
    waiting.sendall(get('/'))
    waiting.settimeout(0.4)
    with pytest.raises(Exception):
        waiting.recv(1)
    for connection in busy:
        connection.sendall('b')
        assert rest_of(connection) == answer('PUT / ab', CLOSES)
    waiting.settimeout(60)
    assert rest_of(waiting) == answer('GET / ', CLOSES)


def test_responses_that_are_not_read_give_way(monkeypatch):
    monkeypatch.setattr(memory.limit, 'size', 40000)
    monkeypatch.setattr(body_room, 'SMALL', 100)
    server = http_server.Server(Clogged(), Doorkeeper(), Echo(), Interrupts())
    for i in range(5):
        connection = http_server.Connection(Channel(Clogged()), server.room)
        server.connections.append(connection)
        connection.reader.feed(get('/large'))
        server.proceed(connection)
    open_ = [each.state for each in server.connections]
    assert open_ == [http_server.CLOSED] * 4 + [http_server.WRITING]
    assert server.room.held < 10000


def test_a_request_without_memory_ends_alone(server, monkeypatch):
    def feed(reader, data):
        raise MemoryError
    monkeypatch.setattr(http1.RequestReader, 'feed', feed)
    assert server.ask(get('/')) == ''
    monkeypatch.undo()
    assert server.ask(get('/')) == answer('GET / ', CLOSES)


def test_stop(server):
    # The last test: there is one server only, and it ends here.
    idle = server.connect()
    idle.sendall(get('/', ''))
    idle.recv(1000)
    begun = server.connect()
    begun.sendall('GET / HTTP/1.1\r\nHost: h\r\n')
    # When this is answered, what was sent before has been read.
    server.ask(get('/'))
    http_server.signals.caught = 15
    assert rest_of(idle) == ''
    begun.sendall('\r\n')
    assert rest_of(begun) == answer('GET / ', CLOSES)
    server.stop()
