"""The memory that the bodies of a server's requests may take."""

import time

import pytest

from interpreter import memory
from interpreter.effects import body_room, http_server
from tests.effects.serving import rest_of, serve_application
from tests.effects.test_http_server import CLOSES, Echo, answer, get


@pytest.fixture
def tight(monkeypatch):
    monkeypatch.setattr(memory.limit, 'size', 40000)
    monkeypatch.setattr(body_room, 'SMALL', 100)
    # A machine under load is no slow client.
    monkeypatch.setattr(http_server, 'PATIENCE_MS', 60000)
    monkeypatch.setattr(http_server, 'HEAD_MS', 60000)
    running = serve_application(Echo())
    yield running
    running.stop()


def put(size, sent=None, headers=''):
    return ('PUT /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: %d\r\n'
            '%s\r\n' % (size, headers) + 'x' * (size if sent is None else sent))


def await_turn(running):
    """Return when the server has seen what was sent to it before."""
    assert running.ask(get('/')) == answer('GET / ', CLOSES)


def test_bodies_wait_for_room(tight, monkeypatch):
    monkeypatch.setattr(http_server, 'ROOM_MS', 60000)
    first = tight.connect()
    first.sendall(put(6000, 5000))
    await_turn(tight)
    others = [tight.connect() for i in range(5)]
    for connection in others:
        connection.sendall(put(6000))
    await_turn(tight)
    others[0].settimeout(0.3)
    with pytest.raises(Exception):
        others[0].recv(1)
    first.sendall('x' * 1000)
    for connection in [first] + others:
        connection.settimeout(60)
        assert rest_of(connection).endswith('PUT /x ' + 'x' * 6000)


def test_slow_bodies_give_way(tight, monkeypatch):
    monkeypatch.setattr(http_server, 'PATIENCE_MS', 200)
    slow = tight.connect()
    slow.sendall(put(6000, 1))
    await_turn(tight)
    time.sleep(0.3)
    assert tight.ask(put(6000)).endswith('x' * 6000)
    assert rest_of(slow).startswith('HTTP/1.1 408 ')


def test_bodies_without_room(tight, monkeypatch):
    monkeypatch.setattr(http_server, 'ROOM_MS', 200)
    assert tight.ask(put(10001, 0)).startswith('HTTP/1.1 413 ')
    first = tight.connect()
    first.sendall(put(6000, 5000))
    await_turn(tight)
    assert tight.ask(put(6000, 100)).startswith('HTTP/1.1 503 ')
    chunked = tight.connect()
    chunked.sendall('PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n'
                    'bb8\r\n' + 'x' * 3000 + '\r\n')
    await_turn(tight)
    chunked.sendall('bb8\r\n' + 'x' * 3000)
    assert rest_of(chunked).startswith('HTTP/1.1 503 ')
    first.sendall('x' * 1000)
    assert rest_of(first).endswith('x' * 6000)


def test_room_is_given_back(tight):
    for i in range(10):
        assert tight.ask(put(6000)).endswith('x' * 6000)
        connection = tight.connect()
        connection.sendall(put(6000, 3000))
        connection.close()
        assert tight.ask(get('/large')).endswith('x' * 5000)
